"""What the Flemish money pays: two kinds of spending, what was seen in practice, and what no source answers."""

from __future__ import annotations

from portal.foundation.finding import Certainty
from portal.funding.costs import conditions as when
from portal.funding.costs.lines import allowing, leaving_open
from portal.funding.costs.lists import (
    FLEMISH_INITIATIVES,
    FLEMISH_PARTICIPATION,
    FLEMISH_PRACTICE,
    FLEMISH_UITPAS,
    FLEMISH_UNKNOWN,
)

_open = leaving_open(FLEMISH_UNKNOWN)
_seen = leaving_open(FLEMISH_PRACTICE)

PARTICIPATION = (
    allowing(FLEMISH_PARTICIPATION)(
        "membership-fee",
        "Lidgeld of inschrijvingsgeld van een vereniging",
        "Membership or registration fee of an association",
        condition=when.ANY_PLACE,
    ),
    allowing(FLEMISH_PARTICIPATION)(
        "association-equipment",
        "Uniform, sportkledij en materiaal om mee te doen",
        "Uniform, sports clothes and equipment to take part",
        condition=when.ANY_PLACE,
    ),
)

INITIATIVES = (
    allowing(FLEMISH_INITIATIVES)(
        "own-activities",
        "Eigen activiteit voor de doelgroep",
        "Own activity for the target group",
        condition=when.SPORT_YOUTH_CULTURE,
    ),
)

NOT_FOUND = tuple(
    _open(subject, dutch, english, words, condition=when.SHARE_NOT_FOUND, certainty=Certainty.ASSUMED)
    for subject, dutch, english, words in (
        (
            "staff",
            "Personeel",
            "Staff costs",
            """loonkosten, salaris, personeelskost, werknemer, opbouwwerker, animator in dienst, sociaal werker,
        coördinator, jobstudent, verloning, halftijdse kracht, weddes, vrijgestelde, ocmw-personeel""",
        ),
        (
            "infrastructure",
            "Infrastructuur",
            "Infrastructure",
            """gebouw, verbouwing, verbouwen, speeltuin, infrastructuurwerken, sporthal bouwen, building works,
        renovatie, lokalen bouwen, skatepark, speeltoestel, trapveldje, sportveld, lift, toegankelijk maken,
        verwarming lokaal, bouw""",
        ),
        (
            "meals",
            "Maaltijd bij een activiteit",
            "Meal during an activity",
            """maaltijd, eten, lunch, middagmaal, etentje, barbecue, restaurant, pizza, ontbijt, brunch, picknick,
        meal, etentjes, broodmaaltijd, bbq, pannenkoekenslag, broodje, feestmaal, samen eten, soepmaaltijd,
        drankbonnetje, eten tijdens uitstap, frietjes, ijsje, restaurantbezoek""",
        ),
        (
            "event-transport",
            "Vervoer naar een evenement",
            "Transport to an event",
            "vervoer naar vrije tijd",
        ),
        (
            "publicity",
            "Bekendmaking en huur van een lokaal",
            "Publicity and hire of a room",
            """communicatiekosten, zaal, lokaal huren, huur van een zaal, huur zaal, postkaarten, affiches, flyers,
        drukkosten, foldertjes, website, advertentie, bekendmaking, sociale media, banner, spandoek, polyvalente
        zaal""",
        ),
    )
)

PRACTICE = tuple(
    _seen(subject, dutch, english, words, condition=when.SEEN_ELSEWHERE, certainty=Certainty.PROBABLE)
    for subject, dutch, english, words in (
        (
            "city-card",
            "Sociaal deel van een stadskaart",
            "Social part of a city card",
            """a-kaart, stadspas, stadskaart, vrijetijdskaart, stedelijke kaart, antwerpse a-kaart, voordeelkaart,
        cultuurpas, rewards""",
        ),
        (
            "leisure-mediator",
            "Vrijetijdsbemiddelaar",
            "Leisure mediator",
            """vrijetijdsbemiddeling, toeleider, toeleiding, brugfiguur vrije tijd, vrijetijdscoach, bemiddelaar,
        vrijetijdsconsulent, vrijetijdsbegeleider, toeleider vrije tijd, brugfiguur""",
        ),
        (
            "leisure-desk",
            "Vrijetijdsloket bij een vzw",
            "Leisure desk run by a non-profit",
            """loket, vrijetijdsloket, infopunt, vrijetijdspunt, uitbalie, balie, vrijetijdswinkel, infobalie,
        infoloket, vrijetijdsbalie, infoloket vrije tijd""",
        ),
        (
            "experiment-fund",
            "Experimentenfonds",
            "Experiment fund",
            """experimentenfonds, projectfonds, fonds voor nieuwe projecten, experiment, proefproject, vernieuwend
        project, innovatie, pilootproject""",
        ),
    )
)

UITPAS = (
    leaving_open(FLEMISH_UITPAS)(
        "uitpas",
        "Korting met de UiTPAS aan kansentarief",
        "Discount with the UiTPAS at social tariff",
        """uitpas, kansentarief, kansenstatuut, deel van de gemeente in de korting, derdebetaler, social tariff,
        uit-pas, uitpas kansentarief, korting uitpas, uitpaskorting, omruilvoordeel, terugbetaling uitpas,
        solidaire kostendeling""",
        condition=when.SEEN_ELSEWHERE,
        certainty=Certainty.PROBABLE,
    ),
)
