"""Addresses of participation: the list, one voice, saying and recording, answering, and what changed."""

from portal.participation.routes import answers, effects, recording, voice, voices
from portal.participation.routes.doors import bp

__all__ = ["answers", "bp", "effects", "recording", "voice", "voices"]
