"""The old federal measure against child poverty, individual 1, 2 and 5, and collective actions."""

from __future__ import annotations

from portal.funding.costs import conditions as when
from portal.funding.costs.lines import allowing, refusing
from portal.funding.costs.lists import (
    CHILD_GAMES,
    CHILD_GROUP_COSTS,
    CHILD_GROUPS,
    CHILD_PROGRAMMES,
    CHILD_SCHOOL_NO,
    CHILD_SCHOOL_YES,
    CLUSTER_CHILDREN,
    FLEMISH_INITIATIVES,
)

INDIVIDUAL, COLLECTIVE = "3.6.1", "3.6.2"
CHILDREN = (CLUSTER_CHILDREN,)
FOR_GROUPS = (CLUSTER_CHILDREN, FLEMISH_INITIATIVES)

_programme = allowing(CHILD_PROGRAMMES, f"{INDIVIDUAL} punt 1")
_school = allowing(CHILD_SCHOOL_YES, f"{INDIVIDUAL} punt 2")
_not_school = refusing(CHILD_SCHOOL_NO, f"{INDIVIDUAL} punt 2")
_group = allowing(CHILD_GROUPS, COLLECTIVE)
_group_cost = allowing(CHILD_GROUP_COSTS, COLLECTIVE)

PROGRAMMES = (
    _programme(
        "parents-health",
        "Vorming voor ouders: gezondheid, hygiëne en veiligheid thuis",
        "Training for parents: health, hygiene and safety at home",
        """hygiëne van het kind, ongevallen thuis, veilig huis, kind verzorgen, kindergezondheid, ehbo voor ouders,
        verzorging van de baby, eerste hulp bij kinderen, hygiëne, gezondheid van het kind, veiligheid thuis""",
        fits=CHILDREN,
    ),
    _programme(
        "parents-role",
        "Vorming voor ouders: de rol van ouder",
        "Training for parents: the role of a parent",
        """opvoeden, opvoedingsondersteuning, ouderrol, opvoedcursus, ouder zijn, parenting course,
        opvoedingswinkel, ouderschapscursus, triple p, ouderavond, opvoedingsvragen, cursus opvoeding,
        opvoeding, moeder worden, vader zijn, rol van de ouders""",
        fits=CHILDREN,
    ),
    _programme(
        "parents-understanding",
        "Vorming voor ouders: je kind begrijpen",
        "Training for parents: understanding your child",
        """driftbuien, slaapproblemen, huilbaby, ritme van het kind, kind dat niet slaapt, angsten van het kind,
        woede, slaap van kinderen, huilende baby, kind begrijpen, peuterpuberteit, koppigheid, babymassage, kind
        met angst""",
        fits=CHILDREN,
    ),
    _programme(
        "parents-balance",
        "Vorming voor ouders: werk en gezin in evenwicht",
        "Training for parents: balance of work and family",
        """werk en gezin, combinatie werk en gezin, work-life balance, tijd voor het gezin, gezin en job, evenwicht
        gezin en werk, privéleven""",
        fits=CHILDREN,
    ),
    _programme(
        "parents-space",
        "Vorming voor ouders: ruimte in huis voor het kind",
        "Training for parents: room at home for the child",
        "kinderkamer inrichten, speelhoek thuis, ruimte thuis, huis inrichten voor kinderen",
        fits=CHILDREN,
    ),
    _programme(
        "parents-food",
        "Vorming voor ouders: evenwichtig eten",
        "Training for parents: balanced food",
        """gezond eten, gezonde brooddoos, evenwichtige voeding, voedingsadvies, gezond ontbijt, voeding van
        kinderen, gezonde tussendoortjes, gezond koken voor kinderen, voedingsles voor ouders""",
        fits=CHILDREN,
    ),
    _programme(
        "language-skills",
        "Taal van het kind oefenen",
        "Practising the child's language",
        """taalstimulering, taalbeheersing, taalbad, taalontwikkeling, praten met kinderen, taalachterstand,
        taalspelletjes, taalkamp, taal oefenen, nederlands voor kinderen, taalvakantie, taalstimulatie,
        spraakontwikkeling""",
        fits=CHILDREN,
    ),
    _programme(
        "musical-development",
        "Muziek met jonge kinderen",
        "Music with young children",
        """muzikale ontwikkeling, muziek voor kleuters, muziekinitiatie, muziek op schoot, kleutermuziek, muziekles
        voor kleuters, peutermuziek, zingen met kinderen""",
        fits=CHILDREN,
    ),
    _programme(
        "reading-skills",
        "Lezen en voorlezen",
        "Reading and reading aloud",
        """leesvaardigheid, leren lezen, leesbevordering, boekstart, leesplezier, leesclub voor kinderen, reading,
        lezen, leesclub, leesbegeleiding, leesproject, leesmoeilijkheden, kleuters voorlezen, leeshulp""",
        fits=CHILDREN,
    ),
    _programme(
        "learning-disorders",
        "Leerstoornis opsporen en helpen",
        "Finding and helping a learning disorder",
        "dyslexie, dyscalculie, leerstoornis, leerproblemen, leerachterstand, test op dyslexie, dyslexia",
        fits=CHILDREN,
    ),
)

SCHOOL_ALLOWED = (
    _school(
        "school-costs",
        "Schoolkosten",
        "School costs",
        "maximumfactuur, schoolfacturen, schoolspullen, rekening van de school",
        condition=when.ALSO_COMPULSORY,
    ),
    _school(
        "school-travel-pass",
        "Schoolabonnement",
        "School travel pass",
        """buzzy pazz, schoolabonnement, busabonnement naar school, treinabonnement student, schoolbus, vervoer
        naar school, buzzypass, abonnement de lijn, lijnabonnement, schoolvervoer, busabonnement,
        treinabonnement, bus naar school, schooltreinkaart, omnipas, de lijn, vervoer school,
        schoolbusabonnement""",
        condition=when.NOT_PAID_ELSEWHERE,
    ),
    _school("tutoring", "Bijles", "Tutoring", "bijlesgever, leerhulp, huisonderwijs na school"),
    _school(
        "homework-class",
        "Huiswerkschool",
        "Homework class",
        """huiswerkklas, huiswerkbegeleiding, huiswerkhulp, huiswerk, studie na school, avondstudie,
        huistaakbegeleiding, huiswerkclub, homework support, huiswerkatelier, huistaken, huiswerkbegeleider,
        huiswerkproject, studieklas, schoolwerk, avondstudie school, hulp bij huiswerk""",
        fits=CHILDREN,
    ),
    _school(
        "school-meals",
        "Maaltijd op school",
        "School meals",
        """schoolkantine, schoolmaaltijd, warme maaltijd, refter, middageten op school, soep op school, eten op
        school, remgeld middag, schoolrestaurant, school lunch, middagmaal op school, warm eten op school,
        kantine, boterhammen op school, drankjes op school, maaltijden school, lunch op school, schoolsoep,
        refterkosten""",
    ),
    _school(
        "childcare",
        "Kinderopvang en crèche",
        "Childcare and nursery",
        "rest van de opvang, rest van de crèche, kost van de kinderopvang, opvangrekening",
        condition=when.WHAT_PARENTS_PAY,
    ),
    _school(
        "placed-children",
        "Kosten voor een geplaatst kind",
        "Costs of a placed child",
        """geplaatste kinderen, pleegkind, pleeggezin, pleegzorg, instelling, kind in een tehuis, foster care,
        pleegouders, jeugdinstelling, kind in een instelling, bijzondere jeugdzorg, kinderen in een pleeggezin""",
    ),
    _school(
        "boarding-school",
        "Verblijf op internaat",
        "Boarding school",
        """internaat, pensionaat, verblijf op school, boarding, internaatskosten, verblijfskosten school, kosten
        internaat, kostschool""",
    ),
)

SCHOOL_REFUSED = (
    _not_school(
        "family-insurance",
        "Familiale verzekering",
        "Family liability insurance",
        """familiale, gezinsverzekering, burgerlijke aansprakelijkheid, gezinspolis, verzekering,
        verzekeringspremie, ba-verzekering, familiale polis""",
    ),
    _not_school(
        "life-insurance",
        "Levensverzekering via school",
        "Life insurance through school",
        """levensverzekering, schoolverzekering, verzekering van de school, life insurance, schoolpolis,
        ongevallenverzekering school, levensverzekering voorgesteld door de school""",
    ),
)

GAMES = (
    allowing(CHILD_GAMES, f"{INDIVIDUAL} punt 5")(
        "educational-toys",
        "Leermiddelen en spelletjes",
        "Teaching aids and games",
        """leermiddelen, pedagogisch spel, educatief spel, rekenspel, taalspel, leerspelletje, pedagogische
        hulpmiddelen, lego, duplo, kaartspel, monopoly, poppen, gezelschapsspelen, speelgoed kopen,
        spelkoffer, ludotheek, playmobil, pokemonkaarten, speelkaarten, knutselset, knex""",
    ),
)

GROUP_ACTIONS = (
    _group(
        "themed-actions",
        "Groepsactie rond een aandachtspunt",
        "Group action on a point of attention",
        """pesten, actie rond pesten, themadag, weerbaarheidstraining in groep, project met kinderen,
        kinderproject, actie rond gezondheid, sensibilisering, antipestproject, kinderrechten,
        sensibiliseringsactie, project rond armoede, seksuele opvoeding""",
        fits=FOR_GROUPS,
    ),
    _group(
        "school-readiness",
        "Klaar voor school",
        "Ready for school",
        """schoolrijpheid, instapje, kleuters, brugfiguur, voorschools, stap naar de kleuterklas, early learning,
        peuterwerking, spelotheek, opstap naar school, voorbereiding op school, kleuteronderwijs, taal voor
        kleuters, leren leren, peuters""",
        fits=CHILDREN,
    ),
    _group(
        "childcare-places",
        "Plaatsen in de kinderopvang, opvanginitiatief",
        "Childcare places, care initiative",
        """opvanginitiatief, opvangplaats, opvangplaatsen, opvang organiseren, plaatsen kopen in de crèche,
        plaatsen crèche, sociale opvangplaats, occasionele opvang, kinderopvangplaats""",
        fits=CHILDREN,
    ),
    _group(
        "parent-programme",
        "Programma over de rol van de ouder",
        "Programme on the role of the parent",
        """oudergroep, ouderprogramma, opvoedingsprogramma, ouders in groep, vorming voor ouders, programma voor
        ouders, vadergroep, oudercursus, oudergroepen, ouderwerking, ouderbijeenkomst""",
        fits=CHILDREN,
    ),
    _group(
        "family-workshops",
        "Atelier of gespreksgroep voor gezinnen",
        "Workshop or discussion group for families",
        """gespreksgroep, praatgroep, gezinsatelier, moedergroep, ontmoeting voor ouders, atelier, huis van het kind,
        gezinsworkshop, moederclub, ouder-kindactiviteit, ouder-kindgroep, gezinsbijeenkomst,
        ontmoetingsgroep, koffieklets, spel en ontmoeting"""
        "praatcafé",
        fits=FOR_GROUPS,
    ),
)

GROUP_COSTS = (
    _group_cost(
        "publicity",
        "Bekendmaking en huur van een lokaal",
        "Publicity and hire of a room",
        """flyer, folder, brochure, affiche, zaal huren, zaalhuur, huur lokaal, promotie, reclame, drukken,
        uitnodiging, communicatie, kaarten drukken, room hire, leaflet, gemeenschapscentrum huren, zaal
        in het gemeenschapscentrum, parochiezaal huren""",
        fits=CHILDREN,
    ),
    _group_cost(
        "group-material",
        "Speelgoed, keukengerei en eten voor een groepsactie",
        "Toys, kitchen equipment and food for a group action",
        """keukenmateriaal, ingrediënten, eten voor de groep, maaltijd in groep, hapje en drankje, soep,
        voedingsmiddelen, catering, drank, koffie en taart, versnapering, broodjes, food, drankjes,
        koffie, taart, pannenkoeken, snoep, snacks, traktatie, koffiekoeken, receptie, kookgerei, eten
        en drinken, hapjes, maaltijden voor de groep, fruit, pot en pan, koffietas, spaghettiavond,
        frisdrank""",
        fits=CHILDREN,
    ),
    _group_cost(
        "speakers",
        "Spreker, honorarium of vereniging als partner",
        "Speaker, fee or association as partner",
        """honorarium, spreker, gastspreker, lezing, docent, lesgever betalen, artiest, clown, verteller, dj,
        speaker, muzikant, goochelaar, workshopbegeleider, vergoeding spreker, tolk, kunstenaar,
        lesgever, artiesten, gids, muziekgroep boeken, voorlezer, acteur, voorstelling aankopen,
        optreden boeken, freelancer, grimeur, docenten, tolkkosten, gastlesgever, animator voor een dag,
        optreden, verhalenverteller""",
        fits=FOR_GROUPS,
    ),
)
