"""Actions of Heist that guide people to what there is to do."""

from __future__ import annotations

from portal.demo import sources
from portal.demo.sources import fact, invented
from portal.demo.types import DemoAction, DemoIndicator, Measured
from portal.demo.vocabulary import DONE, GUIDING, OWN, RIGHT, RUNNING, STARTING, TAKING_PART
from portal.plans.types import Domain, PlaceKind

IN_OCTOBER = "2026-10-31"

GUIDING_ACTIONS = (
    DemoAction(
        "huisbezoek",
        "Huisbezoek door de kansenwerker",
        "De kansenwerker komt langs en zoekt mee een hobby.",
        "ocmw",
        GUIDING,
        Domain.MIXED,
        STARTING,
        ("information", "shame"),
        ("families", "single-parents", "seniors"),
        {2024: DONE, 2025: DONE, 2026: RUNNING},
        "O2",
        carriers=(("ocmw", 80, "guiding"), ("welzijnsraad", 10, "guiding"), ("jeugdzorg", 10, "guiding")),
        indicators=(
            DemoIndicator(
                "Gezinnen bezocht",
                "gezinnen",
                {2024: Measured(80, 71), 2025: Measured(80, 74), 2026: Measured(80, 63, IN_OCTOBER)},
            ),
        ),
        budget={2024: {OWN: 1200}, 2025: {OWN: 1100}, 2026: {OWN: 1200}},
        origin=fact(sources.HEIST, "De kansenwerker doet huisbezoeken. Al de rest is verzonnen."),
    ),
    DemoAction(
        "werkgroep",
        "Werkgroep toeleiding",
        "We kijken samen wie de kaart nog niet heeft.",
        "ocmw",
        GUIDING,
        Domain.MIXED,
        STARTING,
        ("information",),
        ("families", "adults"),
        {2024: DONE, 2025: DONE, 2026: RUNNING},
        "O2",
        months=(3, 6, 9, 12),
        carriers=(
            ("ocmw", 50, "carrying"),
            ("draai", 20, "guiding"),
            ("welzijnsraad", 15, "guiding"),
            ("clubs", 15, "guiding"),
        ),
        indicators=(
            DemoIndicator(
                "Mensen die hun eerste kaart kregen",
                "mensen",
                {2024: Measured(40, 33), 2025: Measured(40, 36), 2026: Measured(40)},
            ),
        ),
        origin=invented("De bron zegt dat bij een pas een werkgroep toeleiding hoort, niet dat Heist er een heeft."),
    ),
    DemoAction(
        "buur",
        "Maatje naar de club",
        "Iemand gaat de eerste keren met je mee.",
        "draai",
        GUIDING,
        Domain.MIXED,
        STARTING,
        ("shame", "skills"),
        ("adults", "newcomers"),
        {2025: DONE, 2026: RUNNING},
        "O2",
        months=(9, 10, 11, 12),
        carriers=(("draai", 70, "guiding"), ("clubs", 30, "hosting")),
        steps_in_for="huisbezoek",
        indicators=(DemoIndicator("Mensen met een maatje", "mensen", {2025: Measured(15, 14), 2026: Measured(15)}),),
        budget={2025: {TAKING_PART: 800}, 2026: {RIGHT: 700}},
    ),
    DemoAction(
        "dorpen",
        "Vrije tijd in de dorpen",
        "Ook in je eigen dorp is er iets te doen.",
        "clubs",
        GUIDING,
        Domain.YOUTH,
        STARTING,
        ("transport", "offer"),
        ("children-6-12", "young-13-17"),
        {2024: DONE, 2025: DONE, 2026: DONE},
        "O2",
        months=(5, 6, 7, 8, 9),
        carriers=(("clubs", 60, "offering"), ("jeugd", 40, "guiding")),
        place_kind=PlaceKind.VILLAGE,
        place="Itegem en Wiekevorst",
        indicators=(
            DemoIndicator(
                "Namiddagen in de dorpen",
                "namiddagen",
                {2024: Measured(6, 6), 2025: Measured(6, 5), 2026: Measured(5, 5, "2026-09-30")},
            ),
        ),
        budget={2024: {RIGHT: 900}, 2025: {RIGHT: 900}, 2026: {RIGHT: 700}},
        origin=invented("De bron zegt alleen dat er in de dorpen vooral verenigingen van de parochie zijn."),
    ),
)
