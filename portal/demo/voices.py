"""What people said in the smaller demo networks, and what came of it; all invented. No names."""

from __future__ import annotations

from portal.demo.types import DemoVoice

MECHELEN_VOICES = (
    DemoVoice(
        "Met de pas betaal ik gewoon minder aan de kassa. Niemand vraagt waarom. Zo zou het overal moeten zijn.",
        "2025-04-08",
        channel="meeting",
        speaker="expert",
        consent=True,
        quote=True,
        action="uitpas",
        threshold="shame",
        outcome="adopted",
        answer="We vragen ook aan de sportclubs om de pas te aanvaarden. Zes clubs doen al mee.",
        told=("2025-05-06", "meeting", "coördinator van het netwerk"),
        effects=((2025, "uitpas", "changed", "Zes sportclubs aanvaarden nu de pas."),),
    ),
    DemoVoice(
        "Een bon voor sportkleren helpt niet als je ze pas na het begin van het seizoen krijgt.",
        "2026-10-14",
        channel="informal",
        speaker="worker",
        action="uitrusting",
        threshold="equipment",
        discussed="2026-11-05",
    ),
    DemoVoice(
        "Mag je met de pas ook naar een concert in een andere stad?",
        "2026-09-15",
        channel="letter-box",
        speaker="other",
        action="uitpas",
        threshold="information",
        outcome="adopted",
        answer="Ja, in elke stad die meedoet. De lijst hangt nu ook in het Sociaal Huis.",
        told=("2026-10-01", "letter-box", "coördinator van het netwerk"),
        reply="reply-letter-box",
        code="LINDE-5521-TAART-9034",
    ),
)

WERVIK_VOICES = (
    DemoVoice(
        "De kinderen willen ook in de vakantie naar de gratis namiddag. Dan is de verveling het grootst.",
        "2026-05-20",
        channel="meeting",
        speaker="association",
        consent=True,
        quote=True,
        action="maandelijks",
        threshold="offer",
        outcome="adopted",
        answer="In juli en augustus is er elke twee weken een gratis namiddag.",
        told=("2026-06-10", "meeting", "jeugdwelzijnswerker"),
        effects=((2026, "maandelijks", "changed", "In de zomer is er elke twee weken een namiddag."),),
    ),
    DemoVoice(
        "Is de namiddag ook voor kinderen die niet in Wervik naar school gaan?",
        "2026-10-19",
        channel="letter-box",
        speaker="other",
        action="maandelijks",
        threshold="information",
        reply="reply-letter-box",
        code="HAAN-3310-KOFFER-0872",
    ),
)

ANTWERPEN_VOICES = (
    DemoVoice(
        "Aan het loket moest ik mijn hele verhaal doen. Thuis was ik te moe om nog te gaan.",
        "2015-05-12",
        channel="visit",
        speaker="expert",
        consent=True,
        quote=True,
        action="loketten",
        threshold="shame",
        outcome="adopted",
        answer="Aan het loket vragen we alleen nog wat nodig is.",
        told=("2015-06-09", "in-person", "vrijetijdsbemiddelaar"),
        effects=((2015, "loketten", "changed", "De vragenlijst aan het loket is korter."),),
    ),
    DemoVoice(
        "Kan iemand de eerste keer meegaan naar de club?",
        "2015-09-21",
        channel="letter-box",
        speaker="other",
        action="bemiddelen",
        threshold="shame",
        outcome="partly-adopted",
        answer="Een bemiddelaar gaat één keer mee als je dat vraagt.",
        reason="Elke week meegaan lukt niet: daarvoor zijn er te weinig mensen.",
        told=("2015-10-13", "letter-box", "vrijetijdsbemiddelaar"),
        reply="reply-letter-box",
        code="VOGEL-6640-TUIN-1503",
    ),
)
