"""Heist-op-den-Berg: partners, discount card and guiding partners from the source; years and amounts invented."""

from portal.demo import sources
from portal.demo.heist.actions import ACTIONS, OBJECTIVES
from portal.demo.heist.contributions import CONTRIBUTIONS
from portal.demo.heist.money_2024 import EXPENSES_2024, GRANTS_2024
from portal.demo.heist.money_2025 import EXPENSES_2025, GRANTS_2025
from portal.demo.heist.money_2026 import EXPENSES_2026, GRANTS_2026
from portal.demo.heist.partners import AGREEMENTS, PARTNERS
from portal.demo.heist.voices import HEIST_VOICES
from portal.demo.rounds import HEIST_OPEN, HEIST_ROUNDS
from portal.demo.types import DemoNetwork
from portal.plans.types import PlanStatus

HEIST = DemoNetwork(
    slug="heist-op-den-berg",
    name="Heist-op-den-Berg",
    nis="12014",
    note_years=(2020, 2026),
    introduction=(
        "Het netwerk bestaat sinds 2010. Het groeide uit de jeugddienst. De vrijetijdskaart geeft korting op het "
        "aanbod van de gemeente en van verenigingen. Wie de kaart heeft, betaalt eerst de volle prijs en vraagt de "
        "korting daarna terug."
    ),
    origin=sources.fact(sources.HEIST, "Alle jaren na 2016, bedragen en cijfers zijn verzonnen."),
    partners=PARTNERS,
    agreements=AGREEMENTS,
    objectives=OBJECTIVES,
    actions=ACTIONS,
    grants=(*GRANTS_2024, *GRANTS_2025, *GRANTS_2026),
    expenses=(*EXPENSES_2024, *EXPENSES_2025, *EXPENSES_2026),
    contributions=CONTRIBUTIONS,
    voices=HEIST_VOICES,
    rounds=HEIST_ROUNDS,
    open_round=HEIST_OPEN,
    reports={2024: "line-by-line", 2025: "line-by-line"},
    plans={2024: PlanStatus.CLOSED, 2025: PlanStatus.EVALUATED, 2026: PlanStatus.RUNNING},
)

__all__ = ["HEIST"]
