"""What needs attention now, in the order in which somebody should look at it; pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from portal.dashboards.money import StreamPosition
from portal.dashboards.types import ActionRow, ContributionRow, PartnerRow
from portal.plans.types import ActionStatus

SILENT_AFTER_DAYS = 120
GOING = (ActionStatus.RUNNING, ActionStatus.PLANNED)


@dataclass(frozen=True)
class SilentPartner:
    """A partner with work this year that nothing was heard of; `last_on` None: not at all this year."""

    partner: PartnerRow
    last_on: date | None
    actions: int


@dataclass(frozen=True)
class Asked:
    """What is asked of a partner: an action it leads or carries, and when it last said what it did."""

    action: ActionRow
    leads: bool
    last_on: date | None


def find_silent_partners(
    partners: Iterable[PartnerRow],
    actions: Iterable[ActionRow],
    contributions: Iterable[ContributionRow],
    *,
    year: int,
    today: date,
) -> tuple[SilentPartner, ...]:
    """Partners whose work should have begun and who told nothing for a while; asked only in the year itself."""
    if year != today.year:
        return ()
    begun: dict[int, date] = {}
    work: dict[int, int] = {}
    for action in actions:
        start = date(year, min(action.months, default=1), 1)
        if action.status not in GOING or start > today:
            continue
        for partner_id in involved(action):
            work[partner_id] = work.get(partner_id, 0) + 1
            begun[partner_id] = min(begun.get(partner_id, start), start)
    last = last_signs(contributions)
    silent = [
        SilentPartner(partner, last.get(partner.id), work[partner.id])
        for partner in partners
        if partner.id in work and (today - last.get(partner.id, begun[partner.id])).days > SILENT_AFTER_DAYS
    ]
    return tuple(sorted(silent, key=lambda one: (one.last_on or date.min, one.partner.name, one.partner.id)))


def find_overdue_actions(actions: Iterable[ActionRow], *, year: int, today: date) -> tuple[ActionRow, ...]:
    """Actions whose last month is over while they still stand as planned or going on."""
    return tuple(
        action
        for action in actions
        if action.status in GOING and action.months and (year, max(action.months)) < (today.year, today.month)
    )


def involved(action: ActionRow) -> frozenset[int]:
    lead = () if action.lead_partner_id is None else (action.lead_partner_id,)
    return frozenset((*lead, *(partner_id for partner_id, _percent in action.carriers)))


def last_signs(contributions: Iterable[ContributionRow]) -> dict[int, date]:
    last: dict[int, date] = {}
    for row in contributions:
        if row.on is not None:
            last[row.partner_id] = max(row.on, last.get(row.partner_id, row.on))
    return last


def asked_of(
    partner_ids: Collection[int], actions: Iterable[ActionRow], contributions: Iterable[ContributionRow]
) -> tuple[Asked, ...]:
    """The going actions of a partner, those not told about for longest first."""
    last: Mapping[int, date] = _last_by_action(partner_ids, contributions)
    asked = [
        Asked(action, action.lead_partner_id in partner_ids, last.get(action.id))
        for action in actions
        if action.status in GOING and involved(action) & frozenset(partner_ids)
    ]
    return tuple(sorted(asked, key=lambda one: (one.last_on or date.min, one.action.title, one.action.id)))


def _last_by_action(partner_ids: Collection[int], contributions: Iterable[ContributionRow]) -> dict[int, date]:
    last: dict[int, date] = {}
    for row in contributions:
        if row.partner_id in partner_ids and row.on is not None:
            last[row.action_id] = max(row.on, last.get(row.action_id, row.on))
    return last


@dataclass(frozen=True)
class Room:
    """What streams have left, and what others spent too much: money of one stream cannot pay for another."""

    left_cents: int
    too_much_cents: int
    promised_cents: int


def room_of(positions: Iterable[StreamPosition]) -> Room:
    """Granted money is what was spent, what is promised and what is left, less what was spent too much."""
    rows = list(positions)
    return Room(
        left_cents=sum(max(0, row.left_cents) for row in rows),
        too_much_cents=sum(max(0, -row.left_cents) for row in rows),
        promised_cents=sum(row.committed_cents - row.spent_cents for row in rows),
    )
