"""Addresses of participation: voices, recording, answering, what changed, telling on, and the letter box."""

from portal.participation import listening
from portal.participation.routes import answers, boxes, chain, effects, recording, telling, voice, voices
from portal.participation.routes.doors import bp
from portal.participation.routes.following import bp as following
from portal.participation.routes.letter_box import bp as letter_box

__all__ = [
    "answers",
    "boxes",
    "bp",
    "chain",
    "effects",
    "following",
    "letter_box",
    "listening",
    "recording",
    "telling",
    "voice",
    "voices",
]
