"""Short names for the words that the demo data use on nearly every line."""

from __future__ import annotations

from portal.funding.regimes import (
    COFINANCING,
    DRAWING_RIGHT,
    FEDERAL_CHILD_POVERTY,
    FEDERAL_MODULES,
    FEDERAL_PARTICIPATION,
)
from portal.funding.types import ExpenseKind, ExpenseStage, Owner
from portal.network.types import PartnerRole
from portal.plans.types import ActionStatus, SpendingCategory, Track

NEEDED, FIXED, LOOSE = PartnerRole.REQUIRED, PartnerRole.STRUCTURAL, PartnerRole.OCCASIONAL
GUIDING, REMOVING, COOPERATING = Track.GUIDING, Track.REMOVING, Track.COOPERATING
PAYING, STARTING = SpendingCategory.PARTICIPATION, SpendingCategory.INITIATIVES
PLANNED, RUNNING, DONE = ActionStatus.PLANNED, ActionStatus.RUNNING, ActionStatus.DONE

RIGHT, OWN = DRAWING_RIGHT, COFINANCING
TAKING_PART, MODULES, CHILDREN = FEDERAL_PARTICIPATION, FEDERAL_MODULES, FEDERAL_CHILD_POVERTY
TOWN, OCMW = Owner.MUNICIPALITY, Owner.OCMW
PERSON, GROUP, OUTSOURCED = ExpenseKind.INDIVIDUAL, ExpenseKind.COLLECTIVE, ExpenseKind.AGREEMENT
PROMISED, BOOKED, REPORTED = ExpenseStage.COMMITTED, ExpenseStage.BOOKED, ExpenseStage.JUSTIFIED

GUIDES, OFFERS, DECIDES = "guiding", "offering", "deciding"
