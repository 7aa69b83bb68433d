"""The open pages of the demo networks: invented words in plain Dutch, with voices that were told back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from portal.demo.types import INVENTED
from portal.foundation.clock import now, today
from portal.meetings.queries.meetings import find_next_meeting
from portal.network.models import Network
from portal.open_page import operations, queries
from portal.open_page.operations import PageTexts
from portal.open_page.types import Section, SectionMove, Showing


@dataclass(frozen=True)
class DemoPage:
    """What is on a page; `told` are the first words of a voice and what is told of it (nothing: literally)."""

    about: str
    join: str
    phone: str
    email: str
    told: Mapping[str, str] = field(default_factory=dict)
    off: tuple[Section, ...] = ()
    opened: str = ""
    shows_meeting: bool = False


PAGES = {
    "heist-op-den-berg": DemoPage(
        about="Wij zijn diensten van de gemeente, verenigingen en mensen die zelf weten wat armoede is. Samen zorgen "
        "we dat iedereen kan meedoen: in het zwembad, in de zaal, op kamp, in een club.\n\n"
        "Met de vrijetijdskaart betaal je minder. We helpen je ook om de stap te zetten.",
        join="Loop gerust binnen bij het onthaal van het Sociaal Huis, elke voormiddag van maandag tot vrijdag. Je "
        "hoeft geen afspraak te maken. Vraag naar de kansenwerker. Wil je meedenken met ons? Dat kan ook daar.",
        phone="015 00 00 00",
        email="vrijetijd@heist.example",
        told={
            "Je moet eerst alles zelf betalen": "",
            "In de folder staan woorden": "",
            "Aan de inkom moest ik hardop": "",
            "Gezinnen in de dorpen": "In de dorpen rijdt na de les geen bus meer. Gezinnen haken daardoor af.",
        },
        opened="2026-03-02",
        shows_meeting=True,
    ),
    "mechelen": DemoPage(
        about="In Mechelen werken de stad, het Sociaal Huis en verenigingen samen. We willen dat niemand thuis blijft "
        "omdat vrije tijd te duur of te ver is. Met de UiTPAS betaal je aan de kassa meteen minder.",
        join="Je vindt ons in het Sociaal Huis, aan de balie van het onthaal. Vraag naar de UiTPAS met kansentarief.",
        phone="015 00 00 01",
        email="vrijetijd@mechelen.example",
        told={"Met de pas betaal ik gewoon minder": ""},
        off=(Section.COUNTS,),
        opened="2026-04-13",
    ),
    "wervik": DemoPage(
        about="Wij zijn een klein netwerk. De gemeente, het OCMW en verenigingen maken samen tijd voor kinderen en hun "
        "ouders. Elke maand is er een namiddag die niets kost.",
        join="Kom naar de gratis namiddag en spreek iemand van ons aan. Bellen naar de jeugddienst kan ook.",
        phone="056 00 00 00",
        email="jeugd@wervik.example",
        told={"De kinderen willen ook in de vakantie": ""},
        off=(Section.COUNTS,),
        opened="2026-06-15",
    ),
    "antwerpen": DemoPage(  # begun, and closed: a coordinator still works on it
        about="In Antwerpen werken het OCMW, buurtwerk en verenigingen samen aan vrije tijd voor iedereen.",
        join="",
        phone="",
        email="",
    ),
}


def open_pages(network: Network) -> None:
    """The page of a demo network, if it has one."""
    demo = PAGES.get(network.slug)
    if demo is None:
        return
    page = operations.begin_page(network, origin=INVENTED)
    meeting = find_next_meeting(network.id, now()) if demo.shows_meeting else None
    texts = PageTexts(
        about=demo.about,
        shows_partners=True,
        join=demo.join,
        phone=demo.phone,
        email=demo.email,
        meeting_id=meeting.id if meeting else None,
        shows_letter_box=True,
        open_until=None,
    )
    operations.write_page(page, texts=texts, today=today(), now=now())
    for section in demo.off:
        operations.arrange_section(page, section, SectionMove.OFF)
    for voice in queries.list_voices_to_choose(network.id):
        summary = next((told for begin, told in demo.told.items() if voice.text.startswith(begin)), None)
        if summary is not None:
            showing = Showing.SUMMARY if summary else Showing.QUOTE
            operations.show_voice(page, voice, showing=showing, summary=summary, at=now())
    if demo.opened:
        operations.open_page(page, today=min(date.fromisoformat(demo.opened), today()))
