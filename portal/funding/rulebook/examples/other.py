"""The worked examples of UiTPAS and of the enterprise number."""

from __future__ import annotations

from collections.abc import Iterator

from portal.foundation.errors import RuleBroken
from portal.foundation.money import split_cents
from portal.foundation.wording import Euros, say
from portal.funding.regimes import Decisions
from portal.funding.rulebook.examples.types import Outcome, WorkedExample, given
from portal.network.rules import check_enterprise_number

MEMBERSHIP, SPLIT = 50_00, (20, 40, 40)
NUMBER = "0207.500.123"


def social_tariff(_decisions: Decisions) -> Iterator[WorkedExample]:
    participant, organiser, municipality = split_cents(MEMBERSHIP, SPLIT)
    yield WorkedExample(
        "UIT-5",
        say("Lidgeld van 50 euro met kansentarief"),
        2025,
        given((say("lidgeld"), Euros(MEMBERSHIP)), (say("verdeling"), "20-40-40")),
        say("20 procent voor de deelnemer, 40 voor de organisator en 40 voor de gemeente"),
        (
            Outcome(say("deelnemer"), Euros(participant), Euros(10_00)),
            Outcome(say("organisator"), Euros(organiser), Euros(20_00)),
            Outcome(say("gemeente van de deelnemer: kost van het netwerk"), Euros(municipality), Euros(20_00)),
        ),
    )


def enterprise_number(_decisions: Decisions) -> Iterator[WorkedExample]:
    digits = NUMBER.replace(".", "")
    rest = int(digits[:8]) % 97
    try:
        is_right = check_enterprise_number(NUMBER) == digits
    except RuleBroken:
        is_right = False
    yield WorkedExample(
        "DATA-KBO-1",
        say("Het ondernemingsnummer 0207.500.123"),
        2025,
        given((say("eerste acht cijfers"), digits[:8]), (say("laatste twee cijfers"), 23)),
        say("97 min de rest van 02075001 gedeeld door 97"),
        (
            Outcome(say("rest"), rest, 74),
            Outcome(say("laatste twee cijfers"), 97 - rest, 23),
            Outcome(say("het nummer"), say("is juist") if is_right else say("is fout"), say("is juist")),
        ),
    )
