"""Wervik: the partners at the table from the source, with invented years and amounts around them."""

from __future__ import annotations

from portal.demo import sources
from portal.demo.rounds import WERVIK_ROUNDS
from portal.demo.sources import fact
from portal.demo.types import (
    DemoAction,
    DemoContribution,
    DemoExpense,
    DemoGrant,
    DemoIndicator,
    DemoNetwork,
    DemoObjective,
    DemoPartner,
    Measured,
    reported,
)
from portal.demo.vocabulary import (
    DECIDES,
    DONE,
    FIXED,
    GROUP,
    GUIDES,
    GUIDING,
    NEEDED,
    OFFERS,
    OWN,
    PAYING,
    PERSON,
    PROMISED,
    REMOVING,
    RIGHT,
    RUNNING,
    STARTING,
    TOWN,
)
from portal.demo.voices import WERVIK_VOICES
from portal.network.types import PartnerKind
from portal.plans.types import Domain, PlanStatus

NO_DATE = "Sinds wanneer, is verzonnen."
STATUS = {2025: DONE, 2026: RUNNING}

PARTNERS = tuple(
    DemoPartner(key, name, kind, role, purposes, "2014-01-01", fact(sources.WERVIK, rest))
    for key, name, kind, role, purposes, rest in (
        ("sport", "Sportdienst Wervik", PartnerKind.SPORT, NEEDED, (OFFERS, DECIDES), NO_DATE),
        ("cultuur", "Cultuurdienst Wervik", PartnerKind.CULTURE, NEEDED, (OFFERS, DECIDES), NO_DATE),
        (
            "jeugd",
            "Jeugddienst Wervik",
            PartnerKind.YOUTH,
            NEEDED,
            (OFFERS, DECIDES),
            f"De jeugdwelzijnswerker van deze dienst coördineert. {NO_DATE}",
        ),
        ("ocmw", "OCMW Wervik, sociale dienst", PartnerKind.OCMW, NEEDED, (GUIDES, DECIDES), NO_DATE),
        ("buurt", "Buurtwerking OCMW Wervik", PartnerKind.NEIGHBOURHOOD, FIXED, (GUIDES,), NO_DATE),
        ("sloeber", "Buitenschoolse kinderopvang De Sloeber", PartnerKind.CHILDCARE, FIXED, (OFFERS,), NO_DATE),
        (
            "love",
            "Love in Action vzw",
            PartnerKind.POVERTY_REACHING,
            NEEDED,
            (OFFERS,),
            f"Dat deze vzw mensen in armoede bereikt, is verzonnen. {NO_DATE}",
        ),
    )
)

ACTIONS = (
    DemoAction(
        "maandelijks",
        "Gratis kinderactiviteiten",
        "Elke maand is er een gratis namiddag voor kinderen.",
        "love",
        REMOVING,
        Domain.YOUTH,
        STARTING,
        ("money", "offer"),
        ("children-6-12",),
        STATUS,
        "S1",
        carriers=(("love", 80, "offering"), ("jeugd", 20, "guiding")),
        indicators=(
            DemoIndicator("Namiddagen", "namiddagen", {2025: Measured(12, 12), 2026: Measured(14, 12, "2026-10-31")}),
        ),
        budget={2025: {RIGHT: 1500, OWN: 600}, 2026: {RIGHT: 1500, OWN: 700}},
        origin=fact(sources.WERVIK, "De gratis activiteiten, elke maand. De rest is verzonnen."),
    ),
    DemoAction(
        "lidgeld",
        "Lidgeld van een club",
        "We betalen een deel van het lidgeld.",
        "ocmw",
        REMOVING,
        Domain.SPORT,
        PAYING,
        ("money",),
        ("children-6-12", "young-13-17"),
        STATUS,
        "S1",
        months=(8, 9, 10, 11),
        carriers=(("ocmw", 60, "paying"), ("sport", 20, "offering"), ("buurt", 20, "guiding")),
        steps_in_for="maandelijks",
        indicators=(
            DemoIndicator(
                "Kinderen en jongeren in een club",
                "mensen",
                {2025: Measured(45, 46), 2026: Measured(50, 49, "2026-10-14")},
            ),
        ),
        budget={2025: {RIGHT: 1700, OWN: 1500}, 2026: {RIGHT: 1700, OWN: 1500}},
    ),
    DemoAction(
        "opvang",
        "Vrije tijd in de opvang",
        "In de opvang proeven kinderen van sport en cultuur.",
        "sloeber",
        GUIDING,
        Domain.MIXED,
        STARTING,
        ("childcare", "information"),
        ("children-0-5", "children-6-12"),
        STATUS,
        "S1",
        months=(3, 4, 10, 11),
        carriers=(("sloeber", 50, "hosting"), ("sport", 25, "offering"), ("cultuur", 25, "offering")),
        budget={2025: {OWN: 1200}, 2026: {OWN: 1200}},
    ),
)

GRANTS = (
    DemoGrant(2025, RIGHT, TOWN, 3200),
    DemoGrant(2025, OWN, TOWN, 3400),
    DemoGrant(2026, RIGHT, TOWN, 3200),
    DemoGrant(2026, OWN, TOWN, 3500),
)

AFTERNOONS = "Materiaal voor zes kindernamiddagen"
FEES = "Deel van het lidgeld van een sportclub"
TASTING = "Lesgevers voor sport en cultuur in de opvang"
EXPENSES = (
    *reported(
        DemoExpense(
            "maandelijks", AFTERNOONS, "Love in Action vzw", GROUP, "2025-06-25", {RIGHT: 70550}, TOWN, 31, "F-2025-41"
        ),
        DemoExpense(
            "lidgeld", FEES, "Sportclubs", PERSON, "2025-10-16", {RIGHT: 164000, OWN: 152000}, TOWN, 46, "F-2025-63"
        ),
    ),
    DemoExpense("opvang", TASTING, "Lesgevers", GROUP, "2025-11-20", {OWN: 114800}, TOWN, 38, "F-2025-70"),
    DemoExpense(
        "maandelijks",
        AFTERNOONS,
        "Love in Action vzw",
        GROUP,
        "2025-12-10",
        {RIGHT: 74200, OWN: 58040},
        TOWN,
        35,
        "F-2025-77",
    ),
    DemoExpense("opvang", TASTING, "Lesgevers", GROUP, "2026-04-23", {OWN: 56400}, TOWN, 36, "F-2026-22"),
    DemoExpense(
        "maandelijks",
        AFTERNOONS,
        "Love in Action vzw",
        GROUP,
        "2026-06-30",
        {RIGHT: 71500, OWN: 29000},
        TOWN,
        31,
        "F-2026-41",
    ),
    DemoExpense(
        "lidgeld", FEES, "Sportclubs", PERSON, "2026-10-14", {RIGHT: 169500, OWN: 148000}, TOWN, 49, "F-2026-66"
    ),
    DemoExpense("opvang", TASTING, "Lesgevers", GROUP, None, {OWN: 60000}, TOWN, 38, year=2026, stage=PROMISED),
)

CONTRIBUTIONS = tuple(
    DemoContribution(action, partner, on, minutes, people, note=note)
    for action, partner, on, minutes, people, note in (
        ("opvang", "cultuur", "2025-04-16", 360, 19, ""),
        ("maandelijks", "love", "2025-06-18", 2160, 31, "Zes namiddagen."),
        ("lidgeld", "ocmw", "2025-10-16", 900, 46, ""),
        ("lidgeld", "buurt", "2025-10-22", 300, 12, ""),
        ("opvang", "sloeber", "2025-11-19", 720, 38, ""),
        ("opvang", "sport", "2025-11-19", 360, 38, ""),
        ("maandelijks", "love", "2025-12-10", 2160, 35, "Zes namiddagen."),
        ("maandelijks", "jeugd", "2025-12-10", 480, 35, ""),
        ("opvang", "cultuur", "2026-04-22", 360, 18, ""),
        ("opvang", "sloeber", "2026-04-22", 360, 36, ""),
        ("maandelijks", "love", "2026-06-24", 2160, 31, "Zes namiddagen."),
        ("maandelijks", "jeugd", "2026-08-26", 600, 28, "Ook in de zomer."),
        ("lidgeld", "sport", "2026-09-23", 240, 20, ""),
        ("lidgeld", "ocmw", "2026-10-14", 960, 49, ""),
        ("lidgeld", "buurt", "2026-10-21", 300, 14, ""),
        ("maandelijks", "love", "2026-10-28", 2160, 33, "Zes namiddagen."),
        ("opvang", "sloeber", "2026-11-12", 360, 36, ""),
    )
)

WERVIK = DemoNetwork(
    slug="wervik",
    name="Wervik",
    nis="33029",
    note_years=(2020, 2026),
    introduction=(
        "De diensten van de stad en van het OCMW werken samen met Love in Action vzw. Die organiseert elke maand "
        "gratis activiteiten voor kinderen. De jeugdwelzijnswerker van de jeugddienst coördineert."
    ),
    origin=fact(sources.WERVIK, "Jaren, bedragen en cijfers zijn verzonnen."),
    partners=PARTNERS,
    objectives=(DemoObjective("S1", "strategic", "Elk kind kan spelen en meedoen"),),
    actions=ACTIONS,
    grants=GRANTS,
    expenses=EXPENSES,
    contributions=CONTRIBUTIONS,
    voices=WERVIK_VOICES,
    rounds=WERVIK_ROUNDS,
    plans={2025: PlanStatus.EVALUATED, 2026: PlanStatus.RUNNING},
    substitute_reason="Er is hier geen armoedevereniging. Love in Action vzw bereikt de mensen. (Verzonnen reden.)",
)
