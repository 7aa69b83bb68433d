"""Meetings and contacts of the smaller demo networks: all of it invented, in the spirit of what the sources tell."""

from __future__ import annotations

from dataclasses import dataclass

from portal.demo.heist.meetings import DemoMeeting

TEMPLATE = "Verslag van vorige keer | 10\nWat hoorden we van mensen in armoede? | 30\nWat doen we samen? | 40"
HEARD, TOGETHER = "Wat hoorden we van mensen in armoede?", "Wat doen we samen?"


@dataclass(frozen=True)
class Gathering:
    """A series of meetings with its places (at the association, elsewhere), and what was heard in between."""

    title: str
    places: tuple[str, str]
    meetings: tuple[DemoMeeting, ...]
    contacts: tuple[tuple[str, str, str, str, str, str], ...]  # on, with whom, about, outcome, partner, action
    template: str = TEMPLATE


WERVIK = Gathering(
    "Vrijetijdsoverleg",
    ("Love in Action vzw", "Jeugddienst Wervik"),
    (
        DemoMeeting(
            "2025-02-20",
            "",
            False,
            0,
            ("jeugd", "sport", "cultuur", "ocmw"),
            ("sloeber",),
            ((TOGETHER, "De jeugddienst maakt de kalender van het jaar.", True),),
            (("Elke dienst geeft de eigen activiteiten door.", "jeugd", "2025-03-15", "", "decision-done"),),
        ),
        DemoMeeting(
            "2026-03-19",
            "",
            True,
            3,
            ("jeugd", "sport", "ocmw", "love", "buurt"),
            ("cultuur",),
            ((HEARD, "Ouders komen vlotter als hun kinderen ook welkom zijn.", True),),
            (("Bij elke activiteit voor ouders is er opvang.", "sloeber", "2026-12-31", "", "decision-open"),),
            (("Vraag wie de opvang kan doen", "sloeber", "2026-12-01", False),),
        ),
        DemoMeeting("2027-03-18", "", True, None),
    ),
    (
        (
            "2025-10-08",
            "Vrijwilliger van de buurtwerking",
            "Sportkamp",
            "Twee gezinnen vonden de inschrijving te moeilijk.",
            "buurt",
            "",
        ),
        (
            "2026-05-06",
            "Vijf ouders aan de schoolpoort",
            "Woensdagnamiddag",
            "Ze zoeken iets dat dichtbij is.",
            "love",
            "",
        ),
    ),
)
MECHELEN = Gathering(
    "Overleg UiTPAS met kansentarief",
    ("Vereniging waar armen het woord nemen", "Sociaal Huis"),
    (
        DemoMeeting(
            "2025-05-15",
            "",
            False,
            1,
            ("uit", "sport", "jeugd", "huis"),
            (),
            ((TOGETHER, "De diensten kennen elkaar en verwijzen snel door.", True),),
            (
                (
                    "Wie materiaal nodig heeft, gaat eerst langs de maatschappelijk werker.",
                    "huis",
                    "2025-09-01",
                    "uitrusting",
                    "decision-done",
                ),
            ),
        ),
        DemoMeeting(
            "2026-05-21",
            "",
            True,
            4,
            ("uit", "sport", "huis", "vereniging"),
            ("jeugd",),
            ((HEARD, "Aan de balie staan met een kansenpas valt sommigen zwaar.", False),),
            (
                (
                    "De balies krijgen uitleg van ervaringsdeskundigen.",
                    "vereniging",
                    "2026-12-15",
                    "kennen",
                    "decision-open",
                ),
            ),
        ),
    ),
    (
        (
            "2026-02-11",
            "Maatschappelijk werker van het Sociaal Huis",
            "Sportschoenen",
            "Het duurt lang voor de schoenen er zijn.",
            "huis",
            "uitrusting",
        ),
        (
            "2026-09-30",
            "Begeleider van de vereniging",
            "Uitleg aan de balie",
            "Wil mee vorming geven.",
            "vereniging",
            "kennen",
        ),
    ),
)
ANTWERPEN = Gathering(
    "Overleg van de vrijetijdsbemiddelaars",
    ("Vereniging in de wijk", "Stad Antwerpen"),
    (
        DemoMeeting(
            "2025-04-24",
            "",
            True,
            6,
            ("bemiddelaars", "sport", "ocmw"),
            (),
            ((HEARD, "Een bekend gezicht helpt bij de eerste stap.", True),),
            (("Bemiddelaars gaan de eerste keer mee.", "ocmw", "2025-12-31", "", "decision-done"),),
        ),
    ),
    (
        (
            "2025-06-12",
            "Vier jongeren op een plein",
            "Vrije tijd in de zomer",
            "Ze weten niet waar ze terecht kunnen.",
            "sport",
            "",
        ),
    ),
)
GATHERINGS = {"Wervik": WERVIK, "Mechelen": MECHELEN, "Antwerpen": ANTWERPEN}
