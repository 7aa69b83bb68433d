"""Mechelen: a ladder of measures from the source, with invented partners, years and amounts around it."""

from __future__ import annotations

from portal.demo import sources
from portal.demo.rounds import MECHELEN_ROUNDS
from portal.demo.sources import fact
from portal.demo.types import (
    INVENTED,
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
    COOPERATING,
    DECIDES,
    DONE,
    GROUP,
    GUIDES,
    GUIDING,
    NEEDED,
    OCMW,
    OFFERS,
    OWN,
    PAYING,
    PERSON,
    REMOVING,
    RIGHT,
    RUNNING,
    STARTING,
    TAKING_PART,
    TOWN,
)
from portal.demo.voices import MECHELEN_VOICES
from portal.network.types import PartnerKind
from portal.plans.types import Domain, PlanStatus

REST_INVENTED = fact(sources.MECHELEN, "Jaren, aandelen, bedragen en cijfers zijn verzonnen.")
STATUS = {2025: DONE, 2026: RUNNING}
START = "2014-01-01"

PARTNERS = (
    DemoPartner("uit", "UiTPAS Mechelen", PartnerKind.CULTURE, NEEDED, (OFFERS, DECIDES), "2016-01-01", INVENTED),
    DemoPartner(
        "huis",
        "Sociaal Huis Mechelen",
        PartnerKind.OCMW,
        NEEDED,
        (GUIDES, DECIDES),
        START,
        fact(sources.MECHELEN, "Het Sociaal Huis zoekt oplossingen. Sinds wanneer het partner is, is verzonnen."),
    ),
    DemoPartner("sport", "Sportdienst Mechelen", PartnerKind.SPORT, NEEDED, (OFFERS,), START, INVENTED),
    DemoPartner("jeugd", "Jeugddienst Mechelen", PartnerKind.YOUTH, NEEDED, (OFFERS,), START, INVENTED),
    DemoPartner(
        "vereniging",
        "Vereniging waar mensen in armoede het woord nemen",
        PartnerKind.POVERTY_ASSOCIATION,
        NEEDED,
        (GUIDES, DECIDES),
        START,
        INVENTED,
    ),
)

ACTIONS = (
    DemoAction(
        "uitpas",
        "UiTPAS met kansentarief",
        "Met de pas betaal je meteen minder.",
        "uit",
        REMOVING,
        Domain.MIXED,
        PAYING,
        ("money", "shame"),
        ("families", "adults"),
        STATUS,
        "S1",
        carriers=(
            ("uit", 60, "carrying"),
            ("huis", 20, "guiding"),
            ("sport", 10, "offering"),
            ("jeugd", 10, "offering"),
        ),
        indicators=(
            DemoIndicator(
                "Mensen met kansentarief die de pas gebruiken",
                "mensen",
                {2025: Measured(1400, 1450), 2026: Measured(1500, 1148, "2026-09-30")},
            ),
        ),
        budget={2025: {RIGHT: 30000, OWN: 31000}, 2026: {RIGHT: 30000, OWN: 34000}},
        origin=REST_INVENTED,
    ),
    DemoAction(
        "uitrusting",
        "Sportuitrusting via het Sociaal Huis",
        "Is het nog te duur? Dan helpt je maatschappelijk werker.",
        "huis",
        REMOVING,
        Domain.SPORT,
        PAYING,
        ("equipment", "money"),
        ("children-6-12", "young-13-17"),
        STATUS,
        "S1",
        carriers=(("huis", 80, "paying"), ("sport", 20, "guiding")),
        steps_in_for="uitpas",
        indicators=(
            DemoIndicator(
                "Kinderen en jongeren met sportkledij",
                "mensen",
                {2025: Measured(120, 118), 2026: Measured(45, 31, "2026-10-16")},
            ),
        ),
        budget={2025: {TAKING_PART: 14000}, 2026: {OWN: 5000}},
        origin=REST_INVENTED,
    ),
    DemoAction(
        "dossier",
        "Oplossing op maat voor moeilijke dossiers",
        "Past niets? Dan zoeken we samen een oplossing.",
        "huis",
        GUIDING,
        Domain.MIXED,
        STARTING,
        ("money", "administration"),
        ("families",),
        STATUS,
        "S1",
        carriers=(("huis", 100, "carrying"),),
        steps_in_for="uitrusting",
        origin=REST_INVENTED,
    ),
    DemoAction(
        "kennen",
        "Elkaar kennen en snel doorverwijzen",
        "Wie jou helpt, weet wie je verder kan helpen.",
        "vereniging",
        COOPERATING,
        Domain.MIXED,
        STARTING,
        ("information",),
        ("families", "adults"),
        STATUS,
        "S1",
        months=(2, 5, 9, 11),
        carriers=(
            ("vereniging", 40, "carrying"),
            ("huis", 20, "guiding"),
            ("sport", 20, "guiding"),
            ("jeugd", 20, "guiding"),
        ),
        origin=fact(sources.MECHELEN, "De sectoren kennen elkaar en verwijzen snel door. De rest is verzonnen."),
    ),
)

GRANTS = (
    DemoGrant(2025, RIGHT, TOWN, 30000),
    DemoGrant(2025, OWN, TOWN, 31500),
    DemoGrant(2025, TAKING_PART, OCMW, 15000),
    DemoGrant(2026, RIGHT, TOWN, 30000),
    DemoGrant(2026, OWN, TOWN, 39000),
)


def _tariff(months: str, imputed: str, right: int, own: int, people: int, evidence: str) -> DemoExpense:
    description = f"Aandeel van de stad in het kansentarief, {months}"
    return DemoExpense(
        "uitpas", description, "Aanbieders", GROUP, imputed, {RIGHT: right, OWN: own}, TOWN, people, evidence
    )


def _clothes(imputed: str, stream: str, cents: int, people: int, evidence: str) -> DemoExpense:
    description, owner = "Sportkledij en materiaal voor kinderen", OCMW if stream == TAKING_PART else TOWN
    return DemoExpense(
        "uitrusting", description, "Sportwinkels", PERSON, imputed, {stream: cents}, owner, people, evidence
    )


EXPENSES = (
    *reported(
        _clothes("2025-06-20", TAKING_PART, 585000, 52, "PSA-2025-06"),
        _tariff("eerste halfjaar", "2025-07-10", 1420000, 1510000, 705, "UIT-2025-1"),
        _clothes("2025-11-14", TAKING_PART, 740000, 66, "PSA-2025-11"),
    ),
    _tariff("tweede halfjaar", "2025-12-18", 1520000, 1560000, 745, "UIT-2025-2"),
    _tariff("eerste halfjaar", "2026-06-30", 1500000, 1390000, 760, "UIT-2026-1"),
    _tariff("derde kwartaal", "2026-10-09", 735000, 812000, 388, "UIT-2026-2"),
    _clothes("2026-10-16", OWN, 324000, 31, "F-2026-118"),
)

CONTRIBUTIONS = tuple(
    DemoContribution(action, partner, on, minutes, people, note=note)
    for action, partner, on, minutes, people, note in (
        ("kennen", "vereniging", "2025-02-12", 240, 0, "Bezoek aan elkaars werking."),
        ("uitpas", "uit", "2025-06-30", 5400, 705, ""),
        ("uitrusting", "sport", "2025-09-17", 480, 60, ""),
        ("dossier", "huis", "2025-10-22", 1800, 24, ""),
        ("kennen", "jeugd", "2025-11-12", 180, 0, ""),
        ("uitpas", "uit", "2025-12-18", 5100, 745, ""),
        ("kennen", "jeugd", "2026-05-12", 180, 0, ""),
        ("uitpas", "uit", "2026-06-30", 5400, 760, ""),
        ("kennen", "vereniging", "2026-09-09", 240, 0, "Bezoek aan elkaars werking."),
        ("uitrusting", "sport", "2026-09-16", 420, 31, ""),
        ("uitpas", "uit", "2026-09-30", 2700, 388, ""),
        ("dossier", "huis", "2026-10-21", 1620, 21, ""),
    )
)

MECHELEN = DemoNetwork(
    slug="mechelen",
    name="Mechelen",
    nis="12025",
    note_years=(2020, 2026),
    introduction=(
        "Het trekkingsrecht en de cofinanciering betalen vooral de UiTPAS. Is het daarna nog te duur? Dan zoekt het "
        "Sociaal Huis mee een oplossing."
    ),
    origin=REST_INVENTED,
    partners=PARTNERS,
    objectives=(DemoObjective("S1", "strategic", "Maatregelen vullen elkaar aan"),),
    actions=ACTIONS,
    grants=GRANTS,
    expenses=EXPENSES,
    contributions=CONTRIBUTIONS,
    voices=MECHELEN_VOICES,
    rounds=MECHELEN_ROUNDS,
    plans={2025: PlanStatus.EVALUATED, 2026: PlanStatus.RUNNING},
)
