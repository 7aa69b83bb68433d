"""How figures name codes and write numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from portal.dashboards.balance import NO_GROUP
from portal.dashboards.types import Figure, Number, Text, Unit
from portal.foundation.wording import Euros, Percent, Wording, say
from portal.network.types import PARTNER_KIND_LABELS, PartnerKind
from portal.plans.types import (
    TARGET_GROUP_LABELS,
    THRESHOLD_LABELS,
    TRACK_LABELS,
    TargetGroup,
    Threshold,
    Track,
)

Code = TypeVar("Code", bound=StrEnum)
NOTHING = "–"


def sector_label(code: str) -> Text:
    return _label(PARTNER_KIND_LABELS, PartnerKind, code)


def threshold_label(code: str) -> Text:
    return say("zonder drempel") if code == NO_GROUP else _label(THRESHOLD_LABELS, Threshold, code)


def group_label(code: str) -> Text:
    return _label(TARGET_GROUP_LABELS, TargetGroup, code)


def track_label(code: str) -> Text:
    return say("zonder spoor") if code == NO_GROUP else _label(TRACK_LABELS, Track, code)


def place_label(place: str) -> Text:
    if place == NO_GROUP:
        return say("zonder plaats")
    return place or say("de hele gemeente")


def _label(labels: Mapping[Code, Wording], codes: type[Code], code: str) -> Text:
    return labels[codes(code)] if code in list(codes) else code


def written(value: object) -> Wording:
    """A value that is written in the reader's way; it has no words to translate."""
    return Wording("%(value)s", {"value": value})


def filled(wording: Wording, **params: object) -> Wording:
    """A sentence that was marked for the catalogue before its parameters were known."""
    return Wording(wording.msgid, params)


def joined(first: Wording, following: Wording) -> Wording:
    """Two sentences, one after the other."""
    return Wording("%(first)s %(next)s", {"first": first, "next": following})


def amount(value: Number | None, unit: Unit) -> Text:
    """A number with its unit, as it stands in a table or beside a bar."""
    if value is None:
        return NOTHING
    match unit:
        case Unit.CENTS:
            return written(Euros(int(value)))
        case Unit.MINUTES:
            return hours(int(value))
        case Unit.SHARE:
            return written(Percent(float(value)))
        case _:
            return written(plain_number(value))


def hours(minutes: int) -> Wording:
    """ "2 uur 30" for 150 minutes; less than nothing when there is less than last year."""
    whole, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else ""
    if rest:
        return say("%(sign)s%(hours)s uur %(minutes)s", sign=sign, hours=whole, minutes=f"{rest:02d}")
    return say("%(sign)s%(hours)s uur", sign=sign, hours=whole)


def plain_number(value: Number) -> int | float:
    """Whole when it is whole, else with at most two decimals."""
    rounded = round(float(value), 2)
    return int(rounded) if rounded == int(rounded) else rounded


def signed(value: Number, unit: Unit) -> Text:
    """A difference, with a plus when it grew."""
    return Wording("+%(amount)s", {"amount": amount(value, unit)}) if value > 0 else amount(value, unit)


def cell_text(figure: Figure, value: Number | None) -> Text:
    """What stands in a cell of a heat map: the mark of its level, or its number, nothing for nothing."""
    if figure.levels:
        return figure.marks[int(value or 0)] if figure.marks else ""
    return amount(value, figure.unit) if value else ""


def cell_words(figure: Figure, value: Number | None) -> Text:
    """What a cell of a heat map means."""
    return figure.levels[int(value or 0)] if figure.levels else amount(value, figure.unit)


def listed(names: Sequence[Text], most: int = 4) -> Text:
    """ "A", "A en B", "A, B en C"; when there are many, how many more."""
    if len(names) > most:
        rest = len(names) - most + 1
        return say("%(first)s en %(count)s andere", first=_row(names[: most - 1]), count=rest)
    if len(names) < 2:
        return names[0] if names else NOTHING
    return say("%(first)s en %(last)s", first=_row(names[:-1]), last=names[-1])


def _row(names: Sequence[Text]) -> Text:
    """Names with commas between them."""
    first: Text = names[0]
    for name in names[1:]:
        first = Wording("%(first)s, %(next)s", {"first": first, "next": name})
    return first


def percent(share: Fraction | float) -> Percent:
    return Percent(float(share))
