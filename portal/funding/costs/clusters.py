"""The three clusters of the federal subsidy of 2017 to 2025, with the examples that were found."""

from __future__ import annotations

from portal.foundation.finding import Certainty
from portal.funding.costs import conditions as when
from portal.funding.costs.lines import TAKE_PART_AS_CHILD, allowing, refusing
from portal.funding.costs.lists import (
    ASSOCIATIONS_YES,
    CHILD_PROGRAMMES,
    CLUSTER_CHILDREN,
    CLUSTER_ICT,
    CLUSTER_INVESTMENTS,
    CLUSTER_INVESTMENTS_NOW,
    CLUSTER_LIMITS,
    CLUSTER_MODULES,
    CLUSTER_PARTICIPATION,
    CLUSTER_STAFF,
    CLUSTER_STAFF_CHILDREN,
    CLUSTER_STAFF_MODULES,
    EVENTS_YES,
    FLEMISH_INITIATIVES,
    FLEMISH_PARTICIPATION,
    INITIATIVES_YES,
)

PARTICIPATION_SECTION, CHILDREN_SECTION, MODULES_SECTION = "cluster 1", "cluster 2", "cluster 3"

_a = allowing(CLUSTER_PARTICIPATION, PARTICIPATION_SECTION)
_c = allowing(CLUSTER_CHILDREN, CHILDREN_SECTION)
_b = allowing(CLUSTER_MODULES, MODULES_SECTION)

PARTICIPATION = (
    _a(
        "event-tickets",
        "Ticket voor een evenement",
        "Ticket for an event",
        "inkomticket cultureel centrum",
        condition=when.WITH_TARGET_GROUP,
    ),
    _a(
        "race-entry",
        "Deelname aan een loopwedstrijd of sportevenement",
        "Entry fee of a running race or sports event",
        """loopwedstrijd, deelnamekosten, deelnamegeld, inschrijving voor een wedstrijd, jogging, loop, marathon,
        dwars door, wandeltocht, startnummer, stratenloop, triatlon, running race, deelname, zesdaagse, ten
        miles, 10 miles, inschrijving loopwedstrijd, startgeld, fietswedstrijd, zwemwedstrijd, sportevenement,
        obstacle run, avondwandeling, dodentocht, wielerwedstrijd, inschrijving wandeling""",
        condition=when.WITH_TARGET_GROUP,
        fits=(EVENTS_YES, FLEMISH_PARTICIPATION),
    ),
    _a(
        "music-school",
        "Muziekschool en instrument",
        "Music school and instrument",
        """inschrijving muziekschool, kosten voor een instrument, drumstel, drums, saxofoon, klarinet, dwarsfluit,
        accordeon, keyboard, ukelele, harp, cello, contrabas, hoorn, trombone, slagwerk, muzieklessen,
        zangkoor, orkest, muziekboek, instrumenten huren, piano huren, muziekonderwijs, bladmuziek,
        zingen, drumles, pianolessen, djembe, percussie, trommel, muziekstand""",
        condition=when.WITH_TARGET_GROUP,
    ),
    _a(
        "womens-group",
        "Lidmaatschap van een vrouwenwerking",
        "Membership of a women's group",
        """vrouwenwerking, vrouwengroep, mannenwerking, moedergroep, wekelijkse werking, vrouwenclub, vrouwenhuis,
        vrouwen, vrouwenvereniging lidgeld, moederwerking, mama's""",
        condition=when.WITH_TARGET_GROUP,
        fits=(ASSOCIATIONS_YES, FLEMISH_PARTICIPATION),
    ),
    _a(
        "creative-workshops",
        "Creatieve workshops",
        "Creative workshops",
        """creatief atelier, knutselatelier, crea, knutselen, kunstatelier, workshop in de ontmoetingsruimte,
        schilderen, handwerk, crea-namiddag, arts and crafts, knutselworkshop, knutselnamiddag, creatieve les,
        creaworkshop, kunstproject, kunstworkshop, workshops, creatief, verfworkshop, textielatelier""",
        condition=when.WITH_TARGET_GROUP,
        fits=(INITIATIVES_YES, FLEMISH_INITIATIVES),
    ),
    _a(
        "family-group-activity",
        "Groepsactiviteit voor gezinnen met kinderen",
        "Group activity for families with children",
        """gezinsactiviteit, gezinsdag, gezinsnamiddag, maandelijkse activiteit, activiteit voor gezinnen, family
        day, gezinsuitstap in groep, gezinsmoment, gezinnen met kinderen, familiedag, activiteit gezinnen""",
        condition=when.WITH_TARGET_GROUP,
        fits=(INITIATIVES_YES, FLEMISH_INITIATIVES),
    ),
    allowing(CLUSTER_PARTICIPATION, "praktijk van Mechelen")(
        "association-equipment",
        "Uniform, sportkledij en materiaal om mee te doen",
        "Uniform, sports clothes and equipment to take part",
        """nodige sportuitrusting, sportkledij, turnkledij, voetbaluitrusting, voetbalbroek, zwembroek, zwembril,
        judopak, karatepak, tennisracket, badmintonracket, basketschoenen, loopschoenen, balletschoenen,
        dansschoenen, tutu, schaatsen kopen, rollerskates, rijbroek, ruiterhelm, veldbed, scoutshemd, chirohemd,
        das en hemd, kniebeschermers, hockeystick, fluohesje, sporttas, knutselgerief, verf en penselen,
        schildersmateriaal, sjaaltje, bal, voetbal kopen, trainingsbroek, sportschoen, badmuts, fietskledij,
        verzekering vereniging""",
        condition=when.WITH_TARGET_GROUP,
    ),
    allowing(CLUSTER_ICT)(
        "computer-lessons",
        "Computerles",
        "Computer lessons",
        """toegang tot internet en computers, computerklas, computerlessen voor beginners, les op de tablet, cursus
        word, excel leren, internetcursus, mediawijsheid, informaticales, digibank, digicoach, digitale les,
        computeropleiding, itsme leren, programmeren, coderdojo""",
        condition=when.ONLY_IN_2017,
        certainty=Certainty.DISPUTED,
        depends=True,
    ),
)

CHILDREN = (
    _c(
        "holiday-camp",
        "Vakantiekamp",
        "Holiday camp",
        """kamp voor kinderen van gebruikers, kampkosten, ponyweek, bivak, kamp van de scouts, jeugdvakantie,
        vakantieverblijf voor kinderen, creakamp, voetbalkamp, dagkamp, kampinschrijving, vakantiekampen""",
    ),
    _c(
        "playground",
        "Speelplein",
        "Holiday playground scheme",
        """speelpleinwerking in de vakantie, zomerwerking, kinderwerking in de vakantie, roefel, speelpleinkaart""",
    ),
    _c(
        "reading-aloud",
        "Voorlezen met de bibliotheek",
        "Reading aloud with the library",
        """voorlezen, voorleesmoment, voorleesuur, taalvaardigheid, voorleesproject, taalproject, verhalen, boekjes
        voorlezen, taalstimulering kinderen, voorleesuurtje, voorleesnamiddag, voorleesboek, voorlees,
        verhaaltjes, verteluurtje, bibproject, boekenpret""",
        fits=(CHILD_PROGRAMMES, FLEMISH_INITIATIVES),
    ),
    _c(
        "cycling-swimming-lessons",
        "Fietsles of zwemles",
        "Cycling or swimming lessons",
        """zwemmen, zwemlessen, leren zwemmen, zwembrevet, brevet, zwemcursus, leren fietsen, fietslessen,
        fietscursus, zwemleraar, watergewenning, zwemdiploma, babyzwemmen, swimming lessons, zwemles,
        fietsles, zwemschool, kleuterzwemmen, schoolslag, crawl, zwemleerkracht, fietsschool,
        zwembrevetten, fietsbrevet, fietsbehendigheid, duikbrevet, leren zwemmen volwassenen, zwembadje,
        waterpret, waterpretles, zwembrevet halen, schoolzwemmen, zwemleskaart""",
        fits=(ASSOCIATIONS_YES, *TAKE_PART_AS_CHILD[1:]),
    ),
)

MODULES = (
    _b(
        "health-module",
        "Module: gezondheid van jonge gezinnen",
        "Module: health of young families",
        """collectieve module, module gezondheid, reeks voor jonge gezinnen, zelfredzaamheid, lessenreeks, vaste
        groep, modules, groepsmodule, vormingsreeks, gezondheidsmodule, reeks lessen, groepstraject, cursusreeks""",
        condition=when.FIXED_GROUP,
    ),
    _b(
        "cooking-classes",
        "Kookles",
        "Cooking class",
        """goedkoop koken, gezond koken, module koken, budgetkoken, budgetvriendelijk koken, koken voor beginners,
        kookavond, taarten bakken, bakcursus, wereldkeuken, sushi maken, samen koken""",
        condition=when.FIXED_GROUP,
    ),
    _b(
        "exercise-module",
        "Module: laagdrempelig bewegen",
        "Module: easy exercise",
        """bewegen, samen bewegen, beweegreeks, bewegen op verwijzing, wandelgroep, wandelen, beweeggroep,
        exercise, bewegingsgroep, sport in groep, wandelclub, lage drempel sport, gezondheidswandeling, nordic
        walking, bewegingslessen, meer bewegen, stappenteller""",
        condition=when.FIXED_GROUP,
        fits=(INITIATIVES_YES, FLEMISH_INITIATIVES),
    ),
    refusing(CLUSTER_MODULES, MODULES_SECTION)(
        "drop-in-activity",
        "Vrije inloop, vrije inloop, losse activiteit",
        "Drop-in activity",
        """inloop, losse activiteit, vrije activiteit, inloopmoment, open huis, vrijblijvende activiteit, drop-in,
        inloophuis, inloopcentrum, ontmoetingscafé, instuif""",
        condition=when.NO_DROP_IN,
        fits=(CLUSTER_PARTICIPATION, INITIATIVES_YES, FLEMISH_INITIATIVES),
    ),
    allowing(CLUSTER_PARTICIPATION, "uitbesteding")(
        "outsourcing",
        "Activiteit door een organisatie, met overeenkomst",
        "Activity by an organisation, with an agreement",
        """activiteit door de armoedevereniging, vzw betalen, overeenkomst met vzw, contract met vereniging,
        samenwerkingsakkoord, partnerorganisatie, activiteit uitbesteden, uitbesteden, armoedevereniging,
        dienstverlener""",
        condition=when.SERVICES_AGREED,
    ),
)

PURCHASES = (
    allowing(CLUSTER_INVESTMENTS)(
        "own-investment",
        "Investering van het OCMW",
        "Investment by the welfare centre",
        condition=when.ONCE_FOR_ALL,
        cap=when.PER_INVESTMENT,
        years=(2017, 2019),
    ),
    allowing(CLUSTER_INVESTMENTS)(
        "individual-purchase",
        "Aankoop voor één persoon",
        "Purchase for one person",
        cap=when.PER_PERSON,
        years=(2017, 2019),
    ),
    refusing(CLUSTER_INVESTMENTS_NOW)(
        "own-investment",
        "Investering van het OCMW",
        "Investment by the welfare centre",
        condition=when.NO_DEPRECIATION,
        years=(2022, None),
    ),
    allowing(CLUSTER_INVESTMENTS_NOW)(
        "individual-purchase",
        "Aankoop voor één persoon",
        "Purchase for one person",
        condition=when.FOR_A_USER,
        years=(2022, None),
    ),
)

LIMITS = (
    refusing(CLUSTER_LIMITS)(
        "job-coaching",
        "Jobcoaching",
        "Job coaching",
        "toeleiding naar werk, traject naar werk",
        condition=when.NO_JOB_PROGRAMME,
        certainty=Certainty.PROBABLE,
    ),
    refusing(CLUSTER_LIMITS)(
        "double-subsidy",
        "Een kost die al door een andere subsidie betaald is",
        "A cost already paid by another subsidy",
        """dubbele subsidie, dubbel betaald, twee subsidies, al terugbetaald, dubbele financiering, double funding,
        subsidie twee keer, dubbel gebruiken, dubbele terugbetaling, cumul""",
        condition=when.NO_DOUBLE,
        certainty=Certainty.PROBABLE,
    ),
    refusing(CLUSTER_LIMITS)(
        "legal-duty",
        "Kost die het OCMW wettelijk al moet dragen",
        "Cost that the welfare centre must bear by law",
        """wettelijke kost, wettelijke verplichting, verplichte hulp, leefloon, legal duty""",
        condition=when.LEGAL_DUTY,
        certainty=Certainty.PROBABLE,
    ),
    allowing(CLUSTER_LIMITS)(
        "outsourcing-overhead",
        "Algemene kosten bij uitbesteding",
        "Overheads of outsourcing",
        """algemene kosten, overheadkosten, werkingskosten van de vzw, algemene onkosten, overhead costs,
        werkingskosten, coördinatiekosten, algemene werking, structurele kosten""",
        condition=when.OUTSOURCED_OVERHEAD,
        certainty=Certainty.PROBABLE,
        depends=True,
    ),
)

STAFF = tuple(
    allowing(of)(
        "staff",
        "Personeel",
        "Staff costs",
        condition=when.UP_TO_ALL if of is CLUSTER_STAFF_MODULES else when.MOST_TEN_PERCENT,
        certainty=Certainty.PROBABLE,
    )
    for of in (CLUSTER_STAFF, CLUSTER_STAFF_MODULES, CLUSTER_STAFF_CHILDREN)
)
