"""Meetings, contacts and groups of Heist: who sat where is from the source, dates and what was said are invented."""

from __future__ import annotations

from dataclasses import dataclass

from portal.demo import sources
from portal.demo.types import INVENTED

AT_ASSOCIATION = sources.fact(
    sources.HEIST, "Soms bij de vereniging, met ervaringsdeskundigen aan tafel; dag en verslag zijn verzonnen."
)
ELSEWHERE = INVENTED
WORK_GROUP = sources.fact(sources.HEIST, "Bij een kaart hoort een begeleidende werkgroep; wie erin zit is verzonnen.")
FORUM = INVENTED + " Naar het voorbeeld van Eeklo, waar buitenstaanders meepraten volgens de agenda."
COMMITTEE = INVENTED + " Naar het voorbeeld van het voorbereidend comité van Eeklo."

TEMPLATE = (
    "Verslag van vorige keer | 10\nWat hoorden we van mensen in armoede? | 30\nActies van dit jaar | 40\nVaria | 10"
)
CARD_TEMPLATE = "Cijfers van de kaart | 20\nWie bereiken we niet? | 30\nVaria | 10"

# kind, name, aim, origin, members as (role, partner or "", name)
GROUPS = (
    (
        "guiding-work-group",
        "Werkgroep vrijetijdskaart",
        "Iedereen die recht heeft op de kaart, heeft ze en gebruikt ze.",
        WORK_GROUP,
        (
            ("group-chair", "ocmw", ""),
            ("group-member", "draai", ""),
            ("group-member", "jeugd", ""),
            ("group-member", "sport", ""),
        ),
    ),
    (
        "preparing-committee",
        "Voorbereidend comité",
        "Maakt de agenda van het netwerkoverleg klaar.",
        COMMITTEE,
        (("group-chair", "ocmw", ""), ("group-member", "draai", ""), ("group-member", "zwaneberg", "")),
    ),
    (
        "forum",
        "Forum vrije tijd",
        "Twee keer per jaar met iedereen die mensen in armoede ontmoet.",
        FORUM,
        (("group-chair", "jeugd", ""), ("group-member", "welzijnsraad", ""), ("outside-actor", "", "CLB (verzonnen)")),
    ),
)


@dataclass(frozen=True)
class DemoMeeting:
    """A meeting; `said` are (title, note, finished), decisions (text, partner, due, action key, status)."""

    on: str
    group: str
    at_association: bool
    experts: int | None
    present: tuple[str, ...] = ()
    excused: tuple[str, ...] = ()
    said: tuple[tuple[str, str, bool], ...] = ()
    decisions: tuple[tuple[str, str, str, str, str], ...] = ()
    tasks: tuple[tuple[str, str, str, bool], ...] = ()  # title, partner, due, done
    minutes: str = "minutes-locked"


PLACES = ("vzw Den Draai", "Cultuurcentrum Zwaneberg")
ALL = ("ocmw", "jeugd", "sport", "cultuur", "zwaneberg", "draai")
NETWORK, CARD = "", "Werkgroep vrijetijdskaart"

MEETINGS = (
    DemoMeeting(
        "2024-03-14",
        NETWORK,
        True,
        4,
        ALL,
        ("cursus",),
        (
            (
                "Wat hoorden we van mensen in armoede?",
                "Eerst de volle prijs betalen lukt niet aan het einde van de maand.",
                True,
            ),
            ("Acties van dit jaar", "De kaart, de kampen en het zwembad lopen door.", True),
        ),
        (("We zoeken een manier om de korting meteen te geven.", "ocmw", "2024-09-01", "kaart", "decision-done"),),
        (("Vraag bij drie verenigingen of korting aan de kassa kan", "sport", "2024-06-01", True),),
    ),
    DemoMeeting(
        "2024-10-10",
        NETWORK,
        False,
        2,
        ("ocmw", "jeugd", "sport", "draai"),
        ("zwaneberg", "cultuur"),
        (("Wat hoorden we van mensen in armoede?", "De brochure is te moeilijk. Den Draai leest ze na.", True),),
        (("Elke brochure gaat eerst langs Den Draai.", "draai", "2024-12-31", "", "decision-done"),),
        (("Lever de brochure van het seizoen aan", "zwaneberg", "2024-11-15", True),),
    ),
    DemoMeeting(
        "2025-03-13",
        NETWORK,
        True,
        5,
        ALL,
        (),
        (
            (
                "Wat hoorden we van mensen in armoede?",
                "In de dorpen weten mensen niet dat de kaart ook daar werkt.",
                True,
            ),
            ("Acties van dit jaar", "Iemand van Den Draai gaat mee als we de kaart uitleggen.", True),
        ),
        (
            (
                "Een ervaringsdeskundige gaat mee naar elke nieuwe vereniging.",
                "draai",
                "2025-12-31",
                "kaart",
                "decision-done",
            ),
        ),
        (("Maak een lijst van verenigingen in de dorpen", "clubs", "2025-05-01", True),),
    ),
    DemoMeeting(
        "2025-06-05",
        CARD,
        False,
        2,
        ("ocmw", "draai", "jeugd", "sport"),
        (),
        (("Wie bereiken we niet?", "Alleenstaande ouders gebruiken de kaart minder dan gedacht.", False),),
        (
            (
                "We bellen twintig gezinnen met een kaart die ze niet gebruiken.",
                "ocmw",
                "2025-10-01",
                "kaart",
                "decision-done",
            ),
        ),
        (),
    ),
    DemoMeeting(
        "2025-10-09",
        NETWORK,
        False,
        3,
        ("ocmw", "jeugd", "cultuur", "draai", "zwaneberg"),
        ("sport",),
        (("Acties van dit jaar", "Het budget voor kampen was op in juli.", True),),
        (
            (
                "Volgend jaar leggen we een deel van het kampbudget opzij voor september.",
                "jeugd",
                "2026-02-01",
                "",
                "decision-done",
            ),
        ),
        (),
    ),
    DemoMeeting(
        "2026-03-12",
        NETWORK,
        True,
        6,
        ALL,
        ("bib",),
        (
            (
                "Wat hoorden we van mensen in armoede?",
                "Aan de balie vraagt men soms luidop naar de kaart. Dat is beschamend.",
                True,
            ),
            ("Acties van dit jaar", "De uitleg aan de balies staat nog niet klaar.", False),
        ),
        (
            (
                "Elke balie krijgt uitleg van een ervaringsdeskundige.",
                "zwaneberg",
                "2026-10-01",
                "kaart",
                "decision-open",
            ),
        ),
        (
            ("Plan de uitleg aan de balie van het zwembad", "sport", "2026-09-15", False),
            ("Geef vier data door waarop iemand van Den Draai kan", "draai", "2026-05-01", True),
        ),
    ),
    DemoMeeting(
        "2026-10-08",
        NETWORK,
        False,
        3,
        ("ocmw", "jeugd", "sport", "draai"),
        ("cultuur", "zwaneberg"),
        (
            ("Wat hoorden we van mensen in armoede?", "Wachten op de korting duurt te lang. Sommigen haken af.", False),
            ("Acties van dit jaar", "Het plan voor volgend jaar is besproken en gaat naar de bevraging.", True),
        ),
        (
            ("De korting wordt binnen drie weken terugbetaald.", "ocmw", "2026-12-15", "kaart", "decision-open"),
            ("Wie korting vraagt, hoort meteen hoe lang het duurt.", "ocmw", "2026-11-10", "kaart", "decision-done"),
        ),
        (
            ("Tel hoe lang mensen nu wachten op de korting", "ocmw", "2026-12-01", False),
            ("Vraag de bibliotheek of ze meedoet met de kaart", "cultuur", "2026-11-15", False),
        ),
        "minutes-approved",
    ),
    DemoMeeting("2026-12-10", NETWORK, True, None, minutes="minutes-draft"),
)

# on, with whom, about, what came out, partner, action
CONTACTS = (
    (
        "2024-05-22",
        "Begeleider van Den Draai, bij de koffie",
        "De kaart",
        "Mensen durven niet te vragen wat ze terugkrijgen.",
        "draai",
        "kaart",
    ),
    (
        "2024-11-06",
        "Balie van het zwembad",
        "Volle prijs vooraf",
        "De balie wil best meteen korting geven.",
        "sport",
        "kaart",
    ),
    (
        "2025-02-18",
        "Thuisbegeleider, aan de telefoon",
        "Een gezin in een dorp",
        "Er is geen bus terug na de training.",
        "jeugdzorg",
        "",
    ),
    (
        "2025-09-03",
        "Voorzitter van een turnclub",
        "Lidgeld in schijven",
        "De club wil het proberen met drie gezinnen.",
        "clubs",
        "",
    ),
    ("2026-04-21", "Drie ouders op de speelplaats", "Kampen", "Ze weten pas in juni of ze kunnen betalen.", "", ""),
    (
        "2026-11-10",
        "Maatschappelijk werker, in de gang",
        "Wachten op de korting",
        "Twee mensen kregen hun geld na zeven weken.",
        "ocmw",
        "kaart",
    ),
)
