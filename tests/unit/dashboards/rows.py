"""Short ways to write the rows of a year, and rows that hypothesis makes up."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from portal.dashboards.types import (
    ActionRow,
    BudgetRow,
    ContributionRow,
    GrantRow,
    PartnerRow,
    SpendingRow,
)

DRAWING, OWN, CLUSTER_A, CLUSTER_C = "drawing-right", "co-financing", "federal-participation", "federal-child-poverty"
NAMES = {DRAWING: "Trekkingsrecht", OWN: "Cofinanciering", CLUSTER_A: "Cluster A", CLUSTER_C: "Cluster C"}


def partner(number: int, name: str = "", sector: str = "sport") -> PartnerRow:
    return PartnerRow(number, name or f"Partner {number}", sector)


def action(number: int, lead: int | None = 1, **values: Any) -> ActionRow:
    return ActionRow(number, values.pop("title", f"Actie {number}"), lead, **values)


def given(partner_id: int, action_id: int, **values: Any) -> ContributionRow:
    return ContributionRow(partner_id, action_id, **values)


def paid(number: int, action_id: int | None, cents: int, stream: str = DRAWING, **values: Any) -> SpendingRow:
    return SpendingRow(number, action_id, stream, cents, **values)


def planned(action_id: int | None, cents: int, stream: str = DRAWING) -> BudgetRow:
    return BudgetRow(action_id, stream, cents)


def grant(stream: str, cents: int, owner: str = "ocmw") -> GrantRow:
    return GrantRow(stream, cents, owner)


CODES = st.sampled_from(["money", "transport", "shame", "offer"])
GROUPS = st.sampled_from(["families", "seniors", "adults"])
STREAMS = st.sampled_from([DRAWING, OWN, CLUSTER_A, CLUSTER_C])
IDS = st.integers(1, 6)


@st.composite
def years(draw: st.DrawFn) -> tuple[list[PartnerRow], list[ActionRow], list[ContributionRow], list[SpendingRow]]:
    """A year in which anything may be missing, and rows may point at what is not there."""
    partners = [partner(number) for number in draw(st.sets(IDS))]
    actions = [
        action(
            number,
            draw(st.none() | IDS),
            carriers=tuple((key, draw(st.integers(0, 40))) for key in draw(st.sets(IDS, max_size=2))),
            thresholds=tuple(draw(st.sets(CODES, max_size=3))),
            target_groups=tuple(draw(st.sets(GROUPS, max_size=2))),
            months=tuple(draw(st.sets(st.integers(1, 12), max_size=3))),
            steps_in_for_id=draw(st.none() | IDS),
            status=draw(st.sampled_from(["planned", "done", "dropped"])),
        )
        for number in draw(st.sets(IDS))
    ]
    contributions = [
        given(draw(IDS), draw(IDS), minutes=draw(st.integers(0, 500)), money_cents=draw(st.integers(0, 9999)))
        for _ in range(draw(st.integers(0, 4)))
    ]
    spending = [
        paid(
            number,
            draw(st.none() | IDS),
            draw(st.integers(1, 99999)),
            draw(STREAMS),
            description=draw(st.sampled_from(["Bus naar zee", "Bus naar de zee", "Zwemles"])),
            invoice_cents=draw(st.sampled_from([5000, 7000])),
            imputed_on=date(2025, 3, draw(st.integers(1, 2))),
        )
        for number in range(draw(st.integers(0, 6)))
    ]
    return partners, actions, contributions, spending
