"""Tables of reviewing."""

from portal.reviews.models.rounds import ReviewLink, ReviewRound, RoundAction
from portal.reviews.models.sheets import HandCount, ReviewAnswer, ReviewSheet, ReviewSitting
from portal.reviews.models.texts import ReviewText, TextMark

__all__ = [
    "HandCount",
    "ReviewAnswer",
    "ReviewLink",
    "ReviewRound",
    "ReviewSheet",
    "ReviewSitting",
    "ReviewText",
    "RoundAction",
    "TextMark",
]
