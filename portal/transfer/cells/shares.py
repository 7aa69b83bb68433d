"""A share of a mixed group in a cell: "6 van 20" or "6/20"."""

from __future__ import annotations

import re

from portal.foundation.wording import Wording, say
from portal.transfer.cells.numbers import MAX_INTEGER
from portal.transfer.cells.texts import short_text, text_of
from portal.transfer.types import BadCell, Language, RawValue, Share

_SHARE = re.compile(r"(\d{1,9})\s*(?:/|\bvan(?: de)?\b|\bop\b|\bof\b)\s*(\d{1,9})", re.IGNORECASE)


def read_share(value: RawValue) -> Share:
    """So many of so many; a percentage is refused, because it hides the numbers."""
    if isinstance(value, str):
        if found := _SHARE.fullmatch(value):
            return _checked(int(found[1]), int(found[2]))
        raise BadCell(_no_share(value))
    if isinstance(value, int | float):
        raise BadCell(_no_share(text_of(value)))
    raise BadCell(say("Je programma maakte van deze cel een datum. Schrijf het deel in woorden, zoals 6 van 20."))


def share_text(share: Share, language: Language) -> str:
    """A share in words: spreadsheet programs make a date of 6/10."""
    return language.words(say("%(part)s van %(whole)s", part=share.part, whole=share.whole))


def _checked(part: int, whole: int) -> Share:
    if whole == 0 or part > whole or whole > MAX_INTEGER:
        raise BadCell(
            say(
                "Het deel kan niet groter zijn dan het geheel: je schreef %(part)s van %(whole)s.",
                part=part,
                whole=whole,
            )
        )
    return Share(part, whole)


def _no_share(text: str) -> Wording:
    return say("“%(text)s” is geen deel van een groep. Schrijf bijvoorbeeld 6 van 20.", text=short_text(text))
