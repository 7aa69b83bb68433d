"""What a partner does in a year, for the page of the partner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from portal.network.models import Partner
from portal.plans import queries
from portal.plans.models import Action, Contribution
from portal.plans.queries import ContributionSums
from portal.plans.routes.doors import bp


@dataclass(frozen=True)
class PartnerWork:
    """Actions that a partner leads or carries, and what it gave."""

    actions: Sequence[Action]
    contributions: Sequence[Contribution]
    count: int
    sums: ContributionSums


@bp.app_template_global("work_of_partner")
def work_of_partner(partner: Partner, year: int) -> PartnerWork:
    """The work of a partner in a year (4 statements)."""
    page, sums = queries.page_of_contributions(partner.network_id, year, partner.id, None, 1)
    actions = queries.list_actions_of_partner(partner.network_id, partner.id, year)
    return PartnerWork(actions, page.rows[:10], page.total, sums)
