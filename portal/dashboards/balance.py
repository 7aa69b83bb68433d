"""How actions, hours, euros and people are spread over partners, sectors, thresholds, tracks and places.

Definitions. An action counts for one in all, however many partners carry it: each carrier has its share, what
nobody took is the lead's, and without any share the carriers have equal parts. A partner's euros are the
money it gave itself plus what streams paid for the actions it leads; an invoice is never counted, so that a
cost that a partner and a stream share is not counted twice. An action with k thresholds counts for 1/k in
each of them. Dropped actions count for nothing, but what was given to them or spent on them still counts.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from portal.dashboards.types import ActionRow, ContributionRow, Number, PartnerRow, SpendingRow
from portal.foundation.money import split_cents
from portal.network.rules import name_key
from portal.plans.types import Threshold

NONE = Fraction(0)
NO_GROUP = "none"  # the key of what has no threshold, or of money and hours without an action


@dataclass(frozen=True)
class Effort:
    """What was given: time, money (goods apart, they are estimates), and people reached."""

    minutes: int = 0
    euros_cents: int = 0
    goods_cents: int = 0
    people_reached: int = 0

    def __add__(self, other: Effort) -> Effort:
        return Effort(
            self.minutes + other.minutes,
            self.euros_cents + other.euros_cents,
            self.goods_cents + other.goods_cents,
            self.people_reached + other.people_reached,
        )

    def split(self, parts: int) -> list[Effort]:
        """Equal whole parts that add up to exactly this effort."""
        even = [1] * parts
        columns = (self.minutes, self.euros_cents, self.goods_cents, self.people_reached)
        return [Effort(*row) for row in zip(*(split_cents(total, even) for total in columns), strict=True)]


@dataclass(frozen=True)
class PartnerBalance:
    """The part of one partner; `share` is its part of all actions that are carried."""

    partner_id: int
    name: str
    sector: str
    actions_led: int
    actions_carried: Fraction
    share: Fraction
    effort: Effort

    @property
    def has_action(self) -> bool:
        return self.actions_led > 0 or self.actions_carried > 0


@dataclass(frozen=True)
class GroupBalance:
    """The part of one sector, threshold, track or place; the place "" is the whole municipality."""

    key: str
    actions: Fraction
    share: Fraction
    effort: Effort


@dataclass(frozen=True)
class LargestShare:
    """The partner (or partners, when equal) that carries most."""

    partners: tuple[str, ...]
    share: Fraction


@dataclass(frozen=True)
class ThresholdSpread:
    """For each partner (in the order of the balance) what it carries in each threshold."""

    thresholds: tuple[str, ...]
    rows: tuple[tuple[Fraction, ...], ...]


@dataclass(frozen=True)
class Balance:
    """The balance of a year, most carried first; `elsewhere` is what belongs to no partner of the year."""

    partners: tuple[PartnerBalance, ...]
    by_sector: tuple[GroupBalance, ...]
    by_threshold: tuple[GroupBalance, ...]
    by_track: tuple[GroupBalance, ...]
    by_place: tuple[GroupBalance, ...]
    spread: ThresholdSpread
    largest_share: LargestShare | None
    evenness: float | None
    without_action: tuple[PartnerBalance, ...]
    elsewhere: Effort


def measure_balance(
    partners: Iterable[PartnerRow],
    actions: Iterable[ActionRow],
    contributions: Iterable[ContributionRow],
    spending: Iterable[SpendingRow],
) -> Balance:
    """The balance of a year; `partners` are all that were members in it, also those that did nothing."""
    members = {row.id: row for row in partners}
    known = {row.id: row for row in actions}
    working = [row for row in known.values() if row.counts]
    given, spent = list(contributions), list(spending)
    ranked, elsewhere = _partner_balances(members, known, given, spent)
    by_action = _effort_by_action(given, spent)
    return Balance(
        partners=ranked,
        by_sector=_sectors(ranked),
        by_threshold=_groups(known, by_action, lambda action: action.thresholds),
        by_track=_groups(known, by_action, lambda action: (action.track,)),
        by_place=_groups(known, by_action, _places(known.values())),
        spread=_spread(ranked, working),
        largest_share=_largest(ranked),
        evenness=evenness([one.actions_carried for one in ranked]),
        without_action=tuple(one for one in ranked if not one.has_action),
        elsewhere=elsewhere,
    )


def evenness(weights: Sequence[Number]) -> float | None:
    """Pielou's J = H / ln n over all partners, those with nothing too; None for one partner or no work."""
    total = sum(weights)
    if len(weights) <= 1 or total <= 0:
        return None
    shares = sorted(float(weight / total) for weight in weights if weight > 0)
    entropy = abs(math.fsum(share * math.log(share) for share in shares))
    return min(1.0, entropy / math.log(len(weights)))


def carried_shares(action: ActionRow) -> dict[int, Fraction]:
    """The part of an action that each partner carries; together one, or nothing when nobody is named."""
    weights: dict[int, int] = defaultdict(int)
    for partner_id, percent in action.carriers:
        weights[partner_id] += percent
    rest = 100 - sum(weights.values())
    if action.lead_partner_id is not None and rest > 0:
        weights[action.lead_partner_id] += rest
    total = sum(weights.values())
    if total == 0:
        return {partner_id: Fraction(1, len(weights)) for partner_id in weights}
    return {partner_id: Fraction(weight, total) for partner_id, weight in weights.items() if weight}


def _partner_balances(
    members: Mapping[int, PartnerRow],
    actions: Mapping[int, ActionRow],
    given: Sequence[ContributionRow],
    spent: Sequence[SpendingRow],
) -> tuple[tuple[PartnerBalance, ...], Effort]:
    led: dict[int, int] = defaultdict(int)
    carried: dict[int, Fraction] = defaultdict(Fraction)
    effort: dict[int | None, Effort] = defaultdict(Effort)
    for action in actions.values():
        if action.counts:
            if action.lead_partner_id is not None:
                led[action.lead_partner_id] += 1
            for partner_id, part in carried_shares(action).items():
                carried[partner_id] += part
    for row in given:
        effort[row.partner_id if row.partner_id in members else None] += _given(row)
    for paid in spent:
        action_of = actions.get(paid.action_id) if paid.action_id is not None else None
        lead = action_of.lead_partner_id if action_of else None
        effort[lead if lead in members else None] += Effort(euros_cents=paid.cents)
    total = sum((carried[key] for key in members), NONE)
    rows = [
        PartnerBalance(
            partner_id=row.id,
            name=row.name,
            sector=row.sector,
            actions_led=led[row.id],
            actions_carried=carried[row.id],
            share=carried[row.id] / total if total else NONE,
            effort=effort[row.id],
        )
        for row in members.values()
    ]
    return tuple(sorted(rows, key=lambda one: (-one.actions_carried, one.name, one.partner_id))), effort[None]


def _given(row: ContributionRow) -> Effort:
    return Effort(row.minutes, row.money_cents, row.goods_cents, row.people_reached)


def _effort_by_action(given: Iterable[ContributionRow], spent: Iterable[SpendingRow]) -> dict[int | None, Effort]:
    found: dict[int | None, Effort] = defaultdict(Effort)
    for row in given:
        found[row.action_id] += _given(row)
    for paid in spent:
        found[paid.action_id] += Effort(euros_cents=paid.cents)
    return found


def _groups(
    actions: Mapping[int, ActionRow],
    by_action: Mapping[int | None, Effort],
    keys_of: Callable[[ActionRow], Sequence[str]],
) -> tuple[GroupBalance, ...]:
    """Actions and effort by group; together exactly all of them."""
    counted: dict[str, Fraction] = defaultdict(Fraction)
    effort: dict[str, Effort] = defaultdict(Effort)
    for action_id, action in actions.items():
        keys = sorted(set(keys_of(action))) or [NO_GROUP]
        for key, part in zip(keys, by_action.get(action_id, Effort()).split(len(keys)), strict=True):
            effort[key] += part
            if action.counts:
                counted[key] += Fraction(1, len(keys))
    for lost in set(by_action) - set(actions):
        effort[NO_GROUP] += by_action[lost]
    total = sum(counted.values(), NONE)
    used = [key for key in counted.keys() | effort.keys() if counted[key] or effort[key] != Effort()]
    groups = [GroupBalance(key, counted[key], counted[key] / total if total else NONE, effort[key]) for key in used]
    return tuple(sorted(groups, key=lambda one: (-one.actions, one.key)))


def _places(actions: Iterable[ActionRow]) -> Callable[[ActionRow], Sequence[str]]:
    """The place of an action as most people write it: "itegem" and "Itegem" are one village."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for action in actions:
        spellings[name_key(action.place)][" ".join(action.place.split())] += 1
    usual = {key: min(held, key=lambda text: (-held[text], text)) for key, held in spellings.items()}
    return lambda action: (usual[name_key(action.place)],)


def _sectors(partners: Sequence[PartnerBalance]) -> tuple[GroupBalance, ...]:
    groups = []
    for sector in {one.sector for one in partners}:
        mine = [one for one in partners if one.sector == sector]
        carried, share = (
            sum((one.actions_carried for one in mine), NONE),
            sum((one.share for one in mine), NONE),
        )
        groups.append(GroupBalance(sector, carried, share, sum((one.effort for one in mine), Effort())))
    return tuple(sorted(groups, key=lambda one: (-one.actions, one.key)))


def _spread(partners: Sequence[PartnerBalance], working: Sequence[ActionRow]) -> ThresholdSpread:
    used = {threshold for action in working for threshold in action.thresholds}
    order = [one.value for one in Threshold if one in used] + sorted(used - {one.value for one in Threshold})
    cells: dict[tuple[int, str], Fraction] = defaultdict(Fraction)
    for action in working:
        thresholds = set(action.thresholds)
        for partner_id, part in carried_shares(action).items():
            for threshold in thresholds:
                cells[partner_id, threshold] += part / len(thresholds)
    return ThresholdSpread(tuple(order), tuple(tuple(cells[one.partner_id, key] for key in order) for one in partners))


def _largest(partners: Sequence[PartnerBalance]) -> LargestShare | None:
    if not partners or partners[0].share == 0:
        return None
    most = partners[0].share
    return LargestShare(tuple(one.name for one in partners if one.share == most), most)
