"""Antwerpen: the published split of the drawing right of 2015 (FL-DRAW-7), and nothing of other years."""

from __future__ import annotations

from portal.demo import sources
from portal.demo.rounds import ANTWERPEN_ROUNDS
from portal.demo.sources import fact
from portal.demo.types import (
    INVENTED,
    DemoAction,
    DemoExpense,
    DemoGrant,
    DemoNetwork,
    DemoObjective,
    DemoPartner,
    reported,
)
from portal.demo.vocabulary import (
    COOPERATING,
    DECIDES,
    DONE,
    FIXED,
    GROUP,
    GUIDES,
    GUIDING,
    NEEDED,
    OFFERS,
    PAYING,
    REMOVING,
    RIGHT,
    STARTING,
    TOWN,
)
from portal.demo.voices import ANTWERPEN_VOICES
from portal.network.types import PartnerKind
from portal.plans.types import Domain, PlanStatus

YEAR = 2015
BOOKED_ON = "2015-12-15"
PURPOSE_AND_AMOUNT = fact(
    sources.ANTWERPEN, "Het doel en het bedrag. Drempels, doelgroepen, spoor en aandelen zijn verzonnen."
)

PARTNERS = (
    DemoPartner(
        "stad",
        "Stad Antwerpen, vrije tijd",
        PartnerKind.CULTURE,
        NEEDED,
        (OFFERS, DECIDES),
        "2009-01-01",
        INVENTED,
    ),
    DemoPartner(
        "bemiddelaars",
        "Vrijetijdsbemiddelaars",
        PartnerKind.YOUTH,
        FIXED,
        (GUIDES,),
        "2014-01-01",
        fact(sources.ANTWERPEN_MEDIATORS, "Het team bestaat. Dat het apart partner is, en de datum, zijn verzonnen."),
    ),
    DemoPartner("sport", "Stad Antwerpen, sport", PartnerKind.SPORT, NEEDED, (OFFERS,), "2009-01-01", INVENTED),
    DemoPartner("ocmw", "OCMW Antwerpen", PartnerKind.OCMW, NEEDED, (GUIDES, DECIDES), "2009-01-01", INVENTED),
    DemoPartner(
        "loket",
        "Vzw van de vrijetijdsloketten",
        PartnerKind.POVERTY_REACHING,
        NEEDED,
        (GUIDES,),
        "2014-01-01",
        fact(sources.ANTWERPEN, "Een vzw houdt de loketten open. De naam, de rol en de datum zijn verzonnen."),
    ),
)

ACTIONS = (
    DemoAction(
        "kaart",
        "Sociaal deel van de A-kaart",
        "Met de A-kaart betaal je minder.",
        "stad",
        REMOVING,
        Domain.MIXED,
        PAYING,
        ("money",),
        ("families",),
        {YEAR: DONE},
        "S1",
        carriers=(("stad", 80, "carrying"), ("sport", 20, "offering")),
        budget={YEAR: {RIGHT: 65000}},
        origin=PURPOSE_AND_AMOUNT,
    ),
    DemoAction(
        "loketten",
        "Vrijetijdsloketten",
        "Aan het loket vraag je wat er te doen is.",
        "loket",
        GUIDING,
        Domain.MIXED,
        STARTING,
        ("information",),
        ("adults", "families"),
        {YEAR: DONE},
        "S1",
        carriers=(("loket", 80, "carrying"), ("ocmw", 20, "guiding")),
        budget={YEAR: {RIGHT: 90000}},
        origin=PURPOSE_AND_AMOUNT,
    ),
    DemoAction(
        "bemiddelen",
        "Vrijetijdsbemiddelaars",
        "Iemand zoekt met jou een hobby.",
        "bemiddelaars",
        GUIDING,
        Domain.MIXED,
        STARTING,
        ("information", "shame"),
        ("young-13-17", "adults"),
        {YEAR: DONE},
        "S1",
        carriers=(("bemiddelaars", 100, "guiding"),),
        steps_in_for="loketten",
        budget={YEAR: {RIGHT: 44476}},
        origin=PURPOSE_AND_AMOUNT,
    ),
    DemoAction(
        "experiment",
        "Experimentenfonds",
        "Nieuwe ideeën krijgen een kans.",
        "stad",
        COOPERATING,
        Domain.MIXED,
        STARTING,
        ("offer",),
        ("adults",),
        {YEAR: DONE},
        "S1",
        carriers=(("stad", 100, "carrying"),),
        budget={YEAR: {RIGHT: 50000}},
        origin=PURPOSE_AND_AMOUNT,
    ),
)

EXPENSES = reported(
    *(
        DemoExpense(
            action,
            description,
            supplier,
            GROUP,
            BOOKED_ON,
            {RIGHT: cents},
            TOWN,
            evidence="TREKKINGSRECHT-2015",
            origin=fact(sources.ANTWERPEN, "Het doel en het bedrag. Dat en wanneer het geboekt is, is verzonnen."),
        )
        for action, description, supplier, cents in (
            ("kaart", "Sociaal deel van de A-kaart", "Stad Antwerpen", 6500000),
            ("bemiddelen", "Inzet van vrijetijdsbemiddelaars", "Stad Antwerpen", 4447600),
            ("loketten", "Werking van de vrijetijdsloketten", "Vzw", 9000000),
            ("experiment", "Experimentenfonds", "Stad Antwerpen", 5000000),
        )
    )
)

ANTWERPEN = DemoNetwork(
    slug="antwerpen",
    name="Antwerpen",
    nis="11002",
    note_years=(2014, 2019),
    introduction=(
        "Dit voorbeeld toont één jaar: 2015. De stad verdeelde toen haar trekkingsrecht van 249.476 euro over vier "
        "doelen. Wat de stad zelf bijlegde, staat niet in de bron. Daarom staat het ook hier niet."
    ),
    origin=fact(sources.ANTWERPEN, "De andere gegevens zijn verzonnen."),
    partners=PARTNERS,
    objectives=(DemoObjective("S1", "strategic", "Meer effect door samen te werken"),),
    actions=ACTIONS,
    grants=(DemoGrant(YEAR, RIGHT, TOWN, 249476, fact(sources.ANTWERPEN)),),
    expenses=EXPENSES,
    voices=ANTWERPEN_VOICES,
    substitute_reason="De bron noemt geen armoedevereniging. De vzw bereikt de mensen. (Verzonnen reden.)",
    rounds=ANTWERPEN_ROUNDS,
    plans={YEAR: PlanStatus.CLOSED},
)
