"""What may happen to a plan and an action, and what makes them complete."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from portal.foundation.errors import RuleBroken
from portal.foundation.moving import check_move_in
from portal.foundation.wording import Day, say
from portal.foundation.years import FIRST_YEAR, LAST_YEAR
from portal.plans.types import (
    ACTION_STATUS_LABELS,
    PLAN_STATUS_LABELS,
    ActionStatus,
    PlanStatus,
    Share,
)

NEXT_ACTION_STATUSES: dict[ActionStatus, tuple[ActionStatus, ...]] = {
    ActionStatus.IDEA: (ActionStatus.PLANNED, ActionStatus.DROPPED),
    ActionStatus.PLANNED: (ActionStatus.RUNNING, ActionStatus.IDEA, ActionStatus.DROPPED),
    ActionStatus.RUNNING: (ActionStatus.DONE, ActionStatus.PLANNED, ActionStatus.DROPPED),
    ActionStatus.DONE: (ActionStatus.RUNNING,),  # reopening is allowed, dropping finished work is not
    ActionStatus.DROPPED: (ActionStatus.IDEA,),
}

NEXT_PLAN_STATUSES: dict[PlanStatus, tuple[PlanStatus, ...]] = {
    PlanStatus.DRAFT: (PlanStatus.IN_REVIEW, PlanStatus.AGREED),
    PlanStatus.IN_REVIEW: (PlanStatus.DRAFT, PlanStatus.AGREED),
    PlanStatus.AGREED: (PlanStatus.RUNNING, PlanStatus.DRAFT),
    PlanStatus.RUNNING: (PlanStatus.EVALUATED,),
    PlanStatus.EVALUATED: (PlanStatus.CLOSED, PlanStatus.RUNNING),
    PlanStatus.CLOSED: (),
}

WORKING_STATUSES = frozenset(
    {ActionStatus.IDEA, ActionStatus.PLANNED, ActionStatus.RUNNING, ActionStatus.DONE}
)  # a dropped action carries no work


def check_action_move(current: ActionStatus, wanted: ActionStatus) -> None:
    """Raises RuleBroken on `status` when the table does not know the move."""
    check_move_in(
        NEXT_ACTION_STATUSES,
        current,
        wanted,
        refusal=say("Een actie kan niet van “%(current)s” naar “%(wanted)s”."),
        labels=ACTION_STATUS_LABELS,
        field="status",
    )


def check_plan_move(current: PlanStatus, wanted: PlanStatus) -> None:
    """Raises RuleBroken on `status` when the table does not know the move."""
    check_move_in(
        NEXT_PLAN_STATUSES,
        current,
        wanted,
        refusal=say("Een plan kan niet van “%(current)s” naar “%(wanted)s”."),
        labels=PLAN_STATUS_LABELS,
        field="status",
    )


def check_plan_open(status: PlanStatus) -> None:
    """A closed plan is not changed any more."""
    if status is PlanStatus.CLOSED:
        raise RuleBroken(say("Dit plan is afgesloten. Je kan er niets meer aan veranderen."))


def check_years(first_year: int, last_year: int) -> None:
    """A plan covers whole years, the first not after the last."""
    if not FIRST_YEAR <= first_year <= LAST_YEAR:
        raise RuleBroken(
            say("Kies een jaar tussen %(first)s en %(last)s.", first=FIRST_YEAR, last=LAST_YEAR), "first_year"
        )
    if not first_year <= last_year <= LAST_YEAR:
        raise RuleBroken(say("Het laatste jaar kan niet voor het eerste jaar liggen."), "last_year")


def title_for_year(title: str, *, current: int, wanted: int) -> str:
    """The title of a copied plan: its year moves along."""
    return title.replace(str(current), str(wanted))


def check_shares(shares: Sequence[Share]) -> None:
    """Each partner once, each share 0 to 100 percent, together at most 100; raises RuleBroken on `shares`."""
    partners = [share.partner_id for share in shares]
    if len(set(partners)) != len(partners):
        raise RuleBroken(say("Een partner staat twee keer in de lijst."), "shares")
    if any(not 0 <= share.percent <= 100 for share in shares):
        raise RuleBroken(say("Een aandeel is een getal van 0 tot 100."), "shares")
    total = sum(share.percent for share in shares)
    if total > 100:
        raise RuleBroken(
            say(
                "De aandelen zijn samen %(total)s procent. Ze mogen samen niet meer zijn dan 100.",
                total=total,
            ),
            "shares",
        )


def shares_with_lead(lead_partner_id: int | None, shares: Sequence[Share]) -> list[Share]:
    """The shares of an action in whole: what nobody took is the lead's."""
    rest = 100 - sum(share.percent for share in shares)
    if lead_partner_id is None or rest <= 0:
        return list(shares)
    if any(share.partner_id == lead_partner_id for share in shares):
        return [
            Share(share.partner_id, share.percent + rest, share.role) if share.partner_id == lead_partner_id else share
            for share in shares
        ]
    return [Share(lead_partner_id, rest), *shares]


def check_months(months: Iterable[int]) -> None:
    if any(not 1 <= month <= 12 for month in months):
        raise RuleBroken(say("Kies maanden van 1 tot 12."), "months")


def check_steps_in(action_id: int | None, target_id: int | None, next_of: Callable[[int], int | None]) -> None:
    """An action cannot step in for itself, also not by a detour; raises RuleBroken on `steps_in_for_id`."""
    seen: set[int] = set()
    at = target_id
    while at is not None and at not in seen:
        if at == action_id:
            raise RuleBroken(
                say("Deze actie vult zichzelf aan, rechtstreeks of langs een omweg. Kies een andere actie."),
                "steps_in_for_id",
            )
        seen.add(at)
        at = next_of(at)


def check_contribution(
    *,
    minutes: int | None,
    goods_cents: int | None,
    money_cents: int | None,
    people: int | None,
    on: date,
    today: date,
) -> None:
    """Something was given or somebody was reached, and it did not happen in the future."""
    if not any((minutes, goods_cents, money_cents, people)):
        raise RuleBroken(say("Vul minstens één ding in: uren, materiaal, geld of bereikte mensen."), "people_reached")
    if on > today:
        raise RuleBroken(say("%(day)s moet nog komen. Kies vandaag of een dag die voorbij is.", day=Day(on)), "on")
