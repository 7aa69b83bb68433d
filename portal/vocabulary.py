"""Every list of words that screens print for enum members, gathered once."""

from __future__ import annotations

from portal.foundation.actor import ROLE_LABELS
from portal.foundation.finding import SEVERITY_LABELS
from portal.funding import regimes
from portal.funding import types as funding
from portal.network import types as network
from portal.plans import types as plans
from portal.web.filters import teach_codes, teach_labels


def teach() -> None:
    """Make the words of all enums known to the templates' `label` filter."""
    teach_labels(
        ROLE_LABELS,
        SEVERITY_LABELS,
        network.PARTNER_KIND_LABELS,
        network.PARTNER_ROLE_LABELS,
        network.PARTNER_PURPOSE_LABELS,
        network.APPLICANT_KIND_LABELS,
        plans.PLAN_STATUS_LABELS,
        plans.OBJECTIVE_KIND_LABELS,
        plans.ACTION_STATUS_LABELS,
        plans.THRESHOLD_LABELS,
        plans.TRACK_LABELS,
        plans.DOMAIN_LABELS,
        plans.SPENDING_CATEGORY_LABELS,
        plans.TARGET_GROUP_LABELS,
        plans.PLACE_KIND_LABELS,
        plans.CARRIER_ROLE_LABELS,
        funding.EXPENSE_KIND_LABELS,
        funding.EXPENSE_STAGE_LABELS,
        funding.OWNER_LABELS,
        regimes.CERTAINTY_LABELS,
        network.SECTOR_LABELS,  # last: its codes also stand in other lists
    )
    teach_codes({stream.code: stream.label for stream in regimes.all_streams()})
