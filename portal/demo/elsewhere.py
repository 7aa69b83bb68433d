"""Mechelen, Antwerpen and Wervik: the facts their sources give, little invented around them."""

from __future__ import annotations

from portal.demo.types import INVENTED, DemoAction, DemoExpense, DemoPartner
from portal.network.types import PartnerKind, PartnerRole
from portal.plans.types import ActionStatus, Domain, SpendingCategory, Track

NEEDED, FIXED, LOOSE = PartnerRole.REQUIRED, PartnerRole.STRUCTURAL, PartnerRole.OCCASIONAL
PAYING, STARTING = SpendingCategory.PARTICIPATION, SpendingCategory.INITIATIVES

MECHELEN = "Feit: fiche over de federale toelage (Mechelen)."
MECHELEN_PARTNERS = (
    DemoPartner(
        "uit", "UiTPAS Mechelen", PartnerKind.CULTURE, NEEDED, ("offering", "deciding"), "2016-01-01", INVENTED
    ),
    DemoPartner(
        "huis", "Sociaal Huis Mechelen", PartnerKind.OCMW, NEEDED, ("guiding", "deciding"), "2014-01-01", MECHELEN
    ),
    DemoPartner("sport", "Sportdienst Mechelen", PartnerKind.SPORT, NEEDED, ("offering",), "2014-01-01", INVENTED),
    DemoPartner("jeugd", "Jeugddienst Mechelen", PartnerKind.YOUTH, NEEDED, ("offering",), "2014-01-01", INVENTED),
    DemoPartner(
        "vereniging",
        "Vereniging waar mensen in armoede het woord nemen",
        PartnerKind.POVERTY_ASSOCIATION,
        NEEDED,
        ("guiding", "deciding"),
        "2014-01-01",
        INVENTED,
    ),
)
MECHELEN_OBJECTIVES = (("S1", "strategic", "Maatregelen vullen elkaar aan", None),)
MECHELEN_ACTIONS = (
    DemoAction(
        "uitpas",
        "UiTPAS met kansentarief",
        "Met de pas betaal je meteen minder.",
        "uit",
        Track.REMOVING,
        Domain.MIXED,
        PAYING,
        ("money", "shame"),
        ("families", "adults"),
        (2025, 2026),
        "S1",
        carriers=(("uit", 60, "carrying"), ("huis", 40, "guiding")),
        budget={
            2025: {"drawing-right": 30000, "co-financing": 30000},
            2026: {"drawing-right": 30000, "co-financing": 34000},
        },
        status={2025: ActionStatus.DONE, 2026: ActionStatus.RUNNING},
        origin=MECHELEN + " Bedragen zijn verzonnen.",
    ),
    DemoAction(
        "uitrusting",
        "Sportuitrusting via het Sociaal Huis",
        "Is het nog te duur? Dan helpt je maatschappelijk werker.",
        "huis",
        Track.REMOVING,
        Domain.SPORT,
        PAYING,
        ("equipment", "money"),
        ("children-6-12", "young-13-17"),
        (2025, 2026),
        "S1",
        carriers=(("huis", 80, "paying"), ("sport", 20, "guiding")),
        steps_in_for="uitpas",
        budget={2025: {"federal-participation": 14000}, 2026: {"co-financing": 5000}},
        status={2025: ActionStatus.DONE, 2026: ActionStatus.RUNNING},
        origin=MECHELEN + " Bedragen zijn verzonnen.",
    ),
    DemoAction(
        "dossier",
        "Oplossing op maat voor moeilijke dossiers",
        "Past niets? Dan zoeken we samen een oplossing.",
        "huis",
        Track.GUIDING,
        Domain.MIXED,
        STARTING,
        ("money", "administration"),
        ("families",),
        (2025, 2026),
        "S1",
        carriers=(("huis", 100, "carrying"),),
        steps_in_for="uitrusting",
        status={2025: ActionStatus.DONE, 2026: ActionStatus.RUNNING},
        origin=MECHELEN,
    ),
)
MECHELEN_GRANTS = (
    (2025, "drawing-right", "municipality", 30000),
    (2025, "co-financing", "municipality", 30000),
    (2025, "federal-participation", "ocmw", 15000),
    (2026, "drawing-right", "municipality", 30000),
    (2026, "co-financing", "municipality", 39000),
)
MECHELEN_EXPENSES = (
    DemoExpense(
        "uitpas",
        "Aandeel van de stad in het kansentarief",
        "Aanbieders",
        "collective",
        "2025-12-18",
        5840000,
        {"drawing-right": 2940000, "co-financing": 2900000},
        1450,
        owner="municipality",
        evidence="UIT-2025",
    ),
    DemoExpense(
        "uitrusting",
        "Sportkledij en materiaal voor kinderen",
        "Sportwinkels",
        "individual",
        "2025-11-14",
        1325000,
        {"federal-participation": 1325000},
        118,
        evidence="PSA-2025-11",
    ),
    DemoExpense(
        "uitpas",
        "Aandeel van de stad in het kansentarief",
        "Aanbieders",
        "collective",
        "2026-06-30",
        2890000,
        {"drawing-right": 1500000, "co-financing": 1390000},
        760,
        owner="municipality",
        evidence="UIT-2026",
    ),
)

ANTWERPEN = "Feit: collegebesluit over het trekkingsrecht 2015 (FL-DRAW-7)."
ANTWERPEN_PARTNERS = (
    DemoPartner(
        "stad",
        "Stad Antwerpen, vrije tijd",
        PartnerKind.CULTURE,
        NEEDED,
        ("offering", "deciding"),
        "2009-01-01",
        INVENTED,
    ),
    DemoPartner(
        "bemiddelaars",
        "Vrijetijdsbemiddelaars",
        PartnerKind.YOUTH,
        FIXED,
        ("guiding",),
        "2014-01-01",
        "Feit: voorstelling jeugddienst en OCMW (Antwerpen).",
    ),
    DemoPartner("ocmw", "OCMW Antwerpen", PartnerKind.OCMW, NEEDED, ("guiding", "deciding"), "2009-01-01", INVENTED),
    DemoPartner(
        "loket",
        "Vzw van de vrijetijdsloketten",
        PartnerKind.POVERTY_REACHING,
        NEEDED,
        ("guiding",),
        "2014-01-01",
        ANTWERPEN + " De naam is algemeen gehouden.",
    ),
)
ANTWERPEN_OBJECTIVES = (("S1", "strategic", "Meer effect door samen te werken", None),)
ANTWERPEN_ACTIONS = (
    DemoAction(
        "kaart",
        "Sociaal deel van de A-kaart",
        "Met de A-kaart betaal je minder.",
        "stad",
        Track.REMOVING,
        Domain.MIXED,
        PAYING,
        ("money",),
        ("families",),
        (2015,),
        "S1",
        carriers=(("stad", 100, "carrying"),),
        budget={2015: {"drawing-right": 65000}},
        status={2015: ActionStatus.DONE},
        origin=ANTWERPEN,
    ),
    DemoAction(
        "bemiddelen",
        "Vrijetijdsbemiddelaars",
        "Iemand zoekt met jou een hobby.",
        "bemiddelaars",
        Track.GUIDING,
        Domain.MIXED,
        STARTING,
        ("information", "shame"),
        ("young-13-17", "adults"),
        (2015,),
        "S1",
        carriers=(("bemiddelaars", 100, "guiding"),),
        budget={2015: {"drawing-right": 44476}},
        status={2015: ActionStatus.DONE},
        origin=ANTWERPEN,
    ),
    DemoAction(
        "loketten",
        "Vrijetijdsloketten",
        "Aan het loket vraag je wat er te doen is.",
        "loket",
        Track.GUIDING,
        Domain.MIXED,
        STARTING,
        ("information",),
        ("adults", "families"),
        (2015,),
        "S1",
        carriers=(("loket", 100, "carrying"),),
        budget={2015: {"drawing-right": 90000}},
        status={2015: ActionStatus.DONE},
        origin=ANTWERPEN,
    ),
    DemoAction(
        "experiment",
        "Experimentenfonds",
        "Nieuwe ideeën krijgen een kans.",
        "stad",
        Track.COOPERATING,
        Domain.MIXED,
        STARTING,
        ("offer",),
        ("adults",),
        (2015,),
        "S1",
        carriers=(("stad", 100, "carrying"),),
        budget={2015: {"drawing-right": 50000}},
        status={2015: ActionStatus.DONE},
        origin=ANTWERPEN,
    ),
)
ANTWERPEN_GRANTS = ((2015, "drawing-right", "municipality", 249476),)
ANTWERPEN_EXPENSES = tuple(
    DemoExpense(
        action,
        description,
        supplier,
        "collective",
        "2015-12-15",
        cents,
        {"drawing-right": cents},
        None,
        owner="municipality",
        evidence="TREKKINGSRECHT-2015",
        origin=ANTWERPEN,
    )
    for action, description, supplier, cents in (
        ("kaart", "Sociaal deel van de A-kaart", "Stad Antwerpen", 6500000),
        ("bemiddelen", "Inzet van vrijetijdsbemiddelaars", "Stad Antwerpen", 4447600),
        ("loketten", "Werking van de vrijetijdsloketten", "Vzw", 9000000),
        ("experiment", "Experimentenfonds", "Stad Antwerpen", 5000000),
    )
)

WERVIK = "Feit: voorstelling jeugddienst en OCMW (Wervik)."
WERVIK_PARTNERS = (
    DemoPartner(
        "sport", "Sportdienst Wervik", PartnerKind.SPORT, NEEDED, ("offering", "deciding"), "2014-01-01", WERVIK
    ),
    DemoPartner(
        "cultuur",
        "Cultuurdienst Wervik",
        PartnerKind.CULTURE,
        NEEDED,
        ("offering", "deciding"),
        "2014-01-01",
        WERVIK,
    ),
    DemoPartner(
        "jeugd",
        "Jeugddienst Wervik",
        PartnerKind.YOUTH,
        NEEDED,
        ("offering", "deciding"),
        "2014-01-01",
        WERVIK + " De jeugdwelzijnswerker van deze dienst coördineert.",
    ),
    DemoPartner(
        "ocmw",
        "OCMW Wervik, sociale dienst",
        PartnerKind.OCMW,
        NEEDED,
        ("guiding", "deciding"),
        "2014-01-01",
        WERVIK,
    ),
    DemoPartner(
        "buurt", "Buurtwerking OCMW Wervik", PartnerKind.NEIGHBOURHOOD, FIXED, ("guiding",), "2014-01-01", WERVIK
    ),
    DemoPartner(
        "sloeber",
        "Buitenschoolse kinderopvang De Sloeber",
        PartnerKind.CHILDCARE,
        FIXED,
        ("offering",),
        "2014-01-01",
        WERVIK,
    ),
    DemoPartner(
        "love", "Love in Action vzw", PartnerKind.POVERTY_REACHING, NEEDED, ("offering",), "2014-01-01", WERVIK
    ),
)
WERVIK_OBJECTIVES = (("S1", "strategic", "Elk kind kan spelen en meedoen", None),)
WERVIK_ACTIONS = (
    DemoAction(
        "maandelijks",
        "Gratis kinderactiviteiten",
        "Elke maand is er een gratis namiddag voor kinderen.",
        "love",
        Track.REMOVING,
        Domain.YOUTH,
        STARTING,
        ("money", "offer"),
        ("children-6-12",),
        (2025, 2026),
        "S1",
        carriers=(("love", 80, "offering"), ("jeugd", 20, "guiding")),
        budget={2025: {"drawing-right": 1500}, 2026: {"drawing-right": 1500}},
        status={2025: ActionStatus.DONE, 2026: ActionStatus.RUNNING},
        origin=WERVIK + " Bedragen zijn verzonnen.",
    ),
    DemoAction(
        "opvang",
        "Vrije tijd in de opvang",
        "In de opvang proeven kinderen van sport en cultuur.",
        "sloeber",
        Track.GUIDING,
        Domain.MIXED,
        STARTING,
        ("childcare", "information"),
        ("children-0-5", "children-6-12"),
        (2026,),
        "S1",
        months=(3, 4, 10, 11),
        carriers=(("sloeber", 50, "hosting"), ("sport", 25, "offering"), ("cultuur", 25, "offering")),
        budget={2026: {"co-financing": 1200}},
        status={2026: ActionStatus.RUNNING},
    ),
)
WERVIK_GRANTS = (
    (2025, "drawing-right", "municipality", 3200),
    (2025, "co-financing", "municipality", 3200),
    (2026, "drawing-right", "municipality", 3200),
    (2026, "co-financing", "municipality", 3200),
)
WERVIK_EXPENSES = (
    DemoExpense(
        "maandelijks",
        "Materiaal voor twaalf kindernamiddagen",
        "Love in Action vzw",
        "collective",
        "2025-12-10",
        142000,
        {"drawing-right": 142000},
        35,
        owner="municipality",
        evidence="F-2025-77",
    ),
    DemoExpense(
        "maandelijks",
        "Materiaal voor zes kindernamiddagen",
        "Love in Action vzw",
        "collective",
        "2026-06-30",
        71500,
        {"drawing-right": 71500},
        31,
        owner="municipality",
        evidence="F-2026-41",
    ),
)
