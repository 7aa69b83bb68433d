"""Tables of participation: voices and answers, what changed, who hears of it again, and the letter box."""

from portal.participation.models.following import LetterBox, Tiding
from portal.participation.models.voices import AnswerPromise, Response, Voice, VoiceEffect

__all__ = ["AnswerPromise", "LetterBox", "Response", "Tiding", "Voice", "VoiceEffect"]
