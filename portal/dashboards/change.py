"""The balance of a year beside the balance of the year before."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from portal.dashboards.balance import Balance, Effort, PartnerBalance


@dataclass(frozen=True)
class Change:
    """A partner beside last year; a share is None in a year in which it was no partner."""

    partner_id: int
    name: str
    share_before: Fraction | None
    share_now: Fraction | None
    carried: Fraction
    minutes: int
    euros_cents: int
    people_reached: int

    @property
    def share_moved(self) -> Fraction:
        return (self.share_now or Fraction(0)) - (self.share_before or Fraction(0))


@dataclass(frozen=True)
class BalanceChange:
    """What moved between two years; evenness None when either year has none."""

    partners: tuple[Change, ...]
    evenness_before: float | None
    evenness_now: float | None


def compare_balances(now: Balance, before: Balance) -> BalanceChange:
    """Every partner of either year, the one whose share moved most first."""
    current = {one.partner_id: one for one in now.partners}
    earlier = {one.partner_id: one for one in before.partners}
    names = {key: one.name for key, one in (earlier | current).items()}
    changes = [_change(key, name, current.get(key), earlier.get(key)) for key, name in names.items()]
    return BalanceChange(
        tuple(sorted(changes, key=lambda one: (-abs(one.share_moved), one.name, one.partner_id))),
        evenness_before=before.evenness,
        evenness_now=now.evenness,
    )


def _change(partner_id: int, name: str, now: PartnerBalance | None, before: PartnerBalance | None) -> Change:
    new, old = (now.effort if now else Effort()), (before.effort if before else Effort())
    return Change(
        partner_id=partner_id,
        name=name,
        share_before=before.share if before else None,
        share_now=now.share if now else None,
        carried=(now.actions_carried if now else Fraction(0)) - (before.actions_carried if before else Fraction(0)),
        minutes=new.minutes - old.minutes,
        euros_cents=new.euros_cents - old.euros_cents,
        people_reached=new.people_reached - old.people_reached,
    )
