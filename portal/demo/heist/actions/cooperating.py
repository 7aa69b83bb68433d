"""Actions of Heist in which partners learn from each other and from people in poverty."""

from __future__ import annotations

from portal.demo import sources
from portal.demo.sources import fact
from portal.demo.types import DemoAction, DemoIndicator, Measured
from portal.demo.vocabulary import COOPERATING, DONE, RIGHT, RUNNING, STARTING
from portal.plans.types import Domain

COOPERATING_ACTIONS = (
    DemoAction(
        "vorming",
        "Vorming voor wie ontvangt",
        "Aanbieders leren hoe ze iedereen goed ontvangen.",
        "cultuur",
        COOPERATING,
        Domain.CULTURE,
        STARTING,
        ("welcome",),
        ("adults", "families"),
        {2024: DONE, 2025: DONE, 2026: DONE},
        "O3",
        months=(3, 10),
        carriers=(("cultuur", 40, "carrying"), ("draai", 40, "carrying"), ("zwaneberg", 20, "hosting")),
        indicators=(
            DemoIndicator(
                "Aanbieders die vorming kregen",
                "aanbieders",
                {2024: Measured(15, 12), 2025: Measured(15, 13), 2026: Measured(15, 11, "2026-10-31")},
            ),
        ),
        budget={2024: {RIGHT: 700}, 2025: {RIGHT: 700}, 2026: {RIGHT: 500}},
        origin=fact(
            sources.HEIST, "Aanbieders krijgen vorming, samen met de vereniging. Aandelen en cijfers zijn verzonnen."
        ),
    ),
    DemoAction(
        "brochure",
        "Brochures nalezen",
        "Mensen van de vereniging lezen onze folders na.",
        "draai",
        COOPERATING,
        Domain.MIXED,
        STARTING,
        ("information", "language"),
        ("adults", "newcomers"),
        {2024: DONE, 2025: DONE, 2026: DONE},
        "O3",
        months=(1, 6),
        carriers=(("draai", 60, "carrying"), ("ocmw", 20, "carrying"), ("zwaneberg", 20, "carrying")),
        indicators=(
            DemoIndicator(
                "Teksten nagelezen",
                "teksten",
                {2024: Measured(8, 9), 2025: Measured(8, 7), 2026: Measured(6, 5, "2026-06-30")},
            ),
        ),
        budget={2024: {RIGHT: 400}},
        origin=fact(sources.HEIST, "De vereniging leest brochures na. Aandelen en cijfers zijn verzonnen."),
    ),
    DemoAction(
        "uitpas",
        "Dossier UiTPAS",
        "We onderzoeken een pas die meteen korting geeft.",
        "cultuur",
        COOPERATING,
        Domain.MIXED,
        STARTING,
        ("money", "administration"),
        ("families",),
        {2025: DONE, 2026: RUNNING},
        "O3",
        months=(1, 2, 3, 4, 5, 6),
        carriers=(("cultuur", 60, "carrying"), ("ocmw", 40, "carrying")),
        origin=fact(
            sources.HEIST, "In 2016 liep er een dossier voor de UiTPAS. De jaren en de aandelen zijn verzonnen."
        ),
    ),
)
