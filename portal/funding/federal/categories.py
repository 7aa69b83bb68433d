"""Which category of the federal subsidy a text means, as people and the federal sheet write it in Dutch or French."""

from __future__ import annotations

import re
from collections.abc import Mapping

from portal.funding.federal.lines import SHEET_NAMES
from portal.funding.regimes.streams import (
    FEDERAL_CHILD_POVERTY,
    FEDERAL_MODULES,
    FEDERAL_PARTICIPATION,
    OLD_ASSOCIATIONS,
    OLD_CHILD_POVERTY,
    OLD_EVENTS,
    OLD_ICT,
    OLD_INITIATIVES,
    OLD_RECYCLED_PCS,
)

_NUMBERED = re.compile(
    r"\b(?:cat(?:egorie|[ée]gorie)?|rubriek|rubrique|activit(?:eit|[ée]))\.?\s*([1-5])\b", re.IGNORECASE
)
_BY_NUMBER = {"1": OLD_EVENTS, "2": OLD_ASSOCIATIONS, "3": OLD_INITIATIVES, "4": OLD_ICT, "5": OLD_RECYCLED_PCS}
_BY_LETTER = {"a": FEDERAL_PARTICIPATION, "b": FEDERAL_MODULES, "c": FEDERAL_CHILD_POVERTY}
_CLUSTER = re.compile(r"^\s*(?:cluster\s*)?([abc])\b", re.IGNORECASE)
# The first that fits decides: "initiatieven voor de toegang tot ICT" is about ICT.
_WORDS = (
    (re.compile(r"recycl|tweedehands\s+computer", re.IGNORECASE), (OLD_RECYCLED_PCS,)),
    (
        re.compile(r"kinderarmoede|kansarme\s+kinderen|pauvret[ée]\s+infantile|enfants?\b|kinderen", re.IGNORECASE),
        (FEDERAL_CHILD_POVERTY, OLD_CHILD_POVERTY),
    ),
    (re.compile(r"\bict\b|\btic\b|informati|technolog|internet|num[ée]rique", re.IGNORECASE), (OLD_ICT,)),
    (re.compile(r"\bmodules?\b", re.IGNORECASE), (FEDERAL_MODULES,)),
    (re.compile(r"manifestati|evenement|[ée]v[ée]nement", re.IGNORECASE), (OLD_EVENTS,)),
    (re.compile(r"vereniging|associations?\b", re.IGNORECASE), (OLD_ASSOCIATIONS,)),
    (re.compile(r"initiati", re.IGNORECASE), (OLD_INITIATIVES,)),
    (re.compile(r"participati", re.IGNORECASE), (FEDERAL_PARTICIPATION,)),
)


def category_of(text: str, streams: Mapping[str, tuple[str, ...]]) -> str | None:
    """The stream that a text means among those of the year, each with its labels in the languages of the reader."""
    plain = " ".join(text.split()).casefold()
    if not plain:
        return None
    for code, labels in streams.items():
        if plain in {code, SHEET_NAMES.get(code, "").casefold(), *(label.casefold() for label in labels)}:
            return code
    numbered = _NUMBERED.search(text)
    if numbered is None and plain in _BY_NUMBER:
        return _held(_BY_NUMBER[plain], streams)
    if numbered is not None and (found := _held(_BY_NUMBER[numbered[1]], streams)):
        return found
    for words, codes in _WORDS:
        if words.search(text) and (found := next((code for code in codes if code in streams), None)):
            return found
    lettered = _CLUSTER.match(text)
    return _held(_BY_LETTER[lettered[1].lower()], streams) if lettered is not None else None


def _held(code: str, streams: Mapping[str, tuple[str, ...]]) -> str | None:
    return code if code in streams else None
