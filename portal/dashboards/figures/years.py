"""The balance through the years as figures: shares beside last year, evenness year by year."""

from __future__ import annotations

from collections.abc import Mapping

from portal.dashboards.change import BalanceChange, Change
from portal.dashboards.figures.partners import CARRYING, EVENNESS_FORMULA, SHARE_FORMULA, SOURCE
from portal.dashboards.figures.words import NOTHING, amount, plain_number, signed, written
from portal.dashboards.types import Figure, FigureKind, Series, Table, Text, Unit
from portal.foundation.wording import Wording, say

SAME = 0.02  # a smaller move of the evenness is no news; a choice of ours


def share_change(change: BalanceChange, year: int, *, with_money: bool = True) -> Figure:
    """The share of each partner in a year beside the year before, largest share first; the title has what moved."""
    euros = (say("Verschil in euro"),) if with_money else ()
    moved = [one for one in change.partners if one.share_now or one.share_before]
    rows = sorted(moved, key=lambda one: (-(one.share_now or 0), -(one.share_before or 0), one.name))
    return Figure(
        key="change",
        kind=FigureKind.BARS,
        title=_change_title(change, moved, year),
        unit=Unit.SHARE,
        labels=tuple(one.name for one in rows),
        series=(
            Series(written(year - 1), tuple(one.share_before for one in rows)),
            Series(written(year), tuple(one.share_now for one in rows)),
        )
        if rows
        else (),
        table=Table(
            (
                say("Partner"),
                say("Aandeel in %(year)s", year=year - 1),
                say("Aandeel in %(year)s", year=year),
                say("Verschil in acties"),
                say("Verschil in uren"),
                *euros,
                say("Verschil in bereikte mensen"),
            ),
            tuple(_change_row(one, with_money) for one in change.partners),
        ),
        definition=say(
            "%(carrying)s Een streepje betekent dat de partner dat jaar niet in het netwerk zat.",
            carrying=CARRYING,
        ),
        formula=SHARE_FORMULA,
        source=SOURCE,
    )


def _change_row(one: Change, with_money: bool) -> tuple[Text, ...]:
    euros = (signed(one.euros_cents, Unit.CENTS),) if with_money else ()
    return (
        one.name,
        amount(one.share_before, Unit.SHARE),
        amount(one.share_now, Unit.SHARE),
        signed(one.carried, Unit.COUNT),
        signed(one.minutes, Unit.MINUTES),
        *euros,
        signed(one.people_reached, Unit.COUNT),
    )


def _change_title(change: BalanceChange, rows: list[Change], year: int) -> Wording:
    before = year - 1
    if not rows:
        return say("Er is niets om met %(before)s te vergelijken.", before=before)
    then, now = change.evenness_before, change.evenness_now
    if then is not None and now is not None:
        moved = now - then
        values = {"before": before, "then": _evenness_text(then), "now": _evenness_text(now)}
        if moved >= SAME:
            return say("Het werk is gelijker verdeeld dan in %(before)s: van %(then)s naar %(now)s.", **values)
        if moved <= -SAME:
            return say("Het werk is minder gelijk verdeeld dan in %(before)s: van %(then)s naar %(now)s.", **values)
        return say("Het werk is verdeeld zoals in %(before)s: toen %(then)s, nu %(now)s.", **values)
    most = rows[0]
    if most.share_moved == 0:
        return say("Het werk is verdeeld zoals in %(before)s.", before=before)
    if most.share_moved > 0:
        return say("%(partner)s draagt een groter deel dan in %(before)s.", partner=most.name, before=before)
    return say("%(partner)s draagt een kleiner deel dan in %(before)s.", partner=most.name, before=before)


def evenness_by_year(evenness: Mapping[int, float | None]) -> Figure:
    """How evenly the work was spread in each year that is known."""
    years = sorted(evenness)
    known = [year for year in years if evenness[year] is not None]
    return Figure(
        key="evenness",
        kind=FigureKind.LINES,
        title=_evenness_title(evenness, known),
        labels=tuple(written(year) for year in years),
        series=(Series(say("Evenwicht"), tuple(evenness[year] for year in years)),) if known else (),
        table=Table(
            (say("Jaar"), say("Evenwicht")),
            tuple((written(year), _evenness_text(evenness[year])) for year in years),
        ),
        definition=CARRYING,
        formula=EVENNESS_FORMULA,
        source=SOURCE,
    )


def _evenness_text(value: float | None) -> Text:
    return NOTHING if value is None else written(plain_number(value))


def _evenness_title(evenness: Mapping[int, float | None], known: list[int]) -> Wording:
    if not known:
        return say("Het evenwicht is nog voor geen enkel jaar te berekenen.")
    last = known[-1]
    now = evenness[last]
    if len(known) == 1:
        return say("In %(year)s is het evenwicht %(evenness)s.", year=last, evenness=_evenness_text(now))
    return say(
        "In %(year)s is het evenwicht %(evenness)s. In %(before)s was het %(earlier)s.",
        year=last,
        evenness=_evenness_text(now),
        before=known[-2],
        earlier=_evenness_text(evenness[known[-2]]),
    )
