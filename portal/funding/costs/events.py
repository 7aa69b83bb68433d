"""Category 1 of the old federal subsidy: what may be paid for taking part in events."""

from __future__ import annotations

from portal.funding.costs import conditions as when
from portal.funding.costs.lines import INITIATIVE, TAKE_PART, TAKE_PART_AS_CHILD, allowing
from portal.funding.costs.lists import EVENTS_YES, FLEMISH_PARTICIPATION

_may = allowing(EVENTS_YES, "1.6.1")

ALLOWED = (
    _may(
        "event-tickets",
        "Ticket voor een evenement",
        "Ticket for an event",
        """toegang, inkom, inkomticket, entree, toegangskaart, kaartje, bioscoop, film, cinema, theater, toneel,
        voorstelling, museum, tentoonstelling, concert, optreden, festival, musical, opera, circus,
        dierentuin, zoo, pretpark, voetbalmatch, sportwedstrijd bekijken, cultureel centrum, show,
        zwembadticket, zwembeurt, zwembad, movies, theatre, admission, entrance fee, cinema ticket,
        museumticket, bioscoopticket, theaterticket, zwempas, meerbeurtenkaart, subtropisch zwembad,
        schaatsbaan, schaatsen, bowling, minigolf, binnenspeeltuin, attractiepark, walibi, bellewaerde,
        technopolis, safari, dierenpark, kindertheater, poppenkast, dansvoorstelling, fuif, comedy,
        kasteel bezoeken, expo, filmticket, matinee, rock werchter, pukkelpop, tomorrowland, kermis,
        muziekfestival, museumpas, filmvoorstelling, openluchtfilm, zwemparadijs, trampolinepark, escape
        room, kinderboerderij, aquarium, lasershooten, toneelvoorstelling, lotto arena, casino
        kursaal, concert in het casino""",
        fits=TAKE_PART,
    ),
    _may(
        "event-transport",
        "Vervoer naar een evenement",
        "Transport to an event",
        """vervoerskosten, vervoer, verplaatsing, bus, autocar, busrit, trein, treinticket, tram, lijnbus, taxi,
        benzine, kilometervergoeding, carpool, vervoer naar activiteit, reiskosten, travel costs, bus
        fare, taxirit, treinrit, metro, minibus, busje huren, brandstof, treinkaart, rail pass,
        busticket, parkeerticket, parkeergeld, fietsverhuur, carpoolkosten, benzinegeld, treinkaartje,
        vervoersonkosten, busvervoer, buskosten, go pass""",
    ),
    _may(
        "playground",
        "Speelplein",
        "Holiday playground scheme",
        """speelpleinwerking, speelpleinen, speelweek, grabbelpas, vakantiewerking, vakantieopvang, swap,
        playground""",
        fits=TAKE_PART_AS_CHILD,
    ),
    _may(
        "discount-pass",
        "Kansenpas of kortingsbon",
        "Discount pass or voucher",
        """kansenpas, kortingspas, kortingskaart, reductiekaart, vrijetijdspas, jongerenpas, korting, discount card""",
        fits=TAKE_PART,
    ),
    _may(
        "holiday-camp",
        "Vakantiekamp",
        "Holiday camp",
        """kamp, sportkamp, zomerkamp, jeugdkamp, scoutskamp, chirokamp, taalkamp, paardenkamp, ponykamp, kampgeld,
        kampje, vakantieweek voor kinderen, sportweek, summer camp, tienerkamp, kleuterkamp,
        paardrijkamp, zeekamp, avonturenkamp, kampweek, kamp in de zomer""",
        fits=TAKE_PART_AS_CHILD,
    ),
    _may(
        "non-vocational-education",
        "Onderwijs zonder doel voor een beroep",
        "Education without a job aim",
        """avondschool, volwassenenonderwijs, avondonderwijs, cursus zonder beroepsdoel, CVO, schoolgeld voor
        volwassenen, evening classes, adult education, tweedekansonderwijs, alfabetisering, cursusgeld, lessen
        volgen als volwassene""",
        condition=when.NO_JOB_AIM,
    ),
    _may(
        "magazines",
        "Abonnement op een krant of tijdschrift",
        "Newspaper or magazine subscription",
        """tijdschrift, magazine, weekblad, maandblad, krant, dagblad, schoolkrant, boekje, stripblad, newspaper,
        vrouwenblad, kindertijdschrift, libelle, flair, zonneland, abonnement weekblad, leesmap, de
        morgen, het laatste nieuws, de standaard, het nieuwsblad, gazet van antwerpen, knack""",
    ),
    _may(
        "books-cd-dvd",
        "Boeken, cd's en dvd's",
        "Books, CDs and DVDs",
        """boek, boeken, leesboek, kinderboek, roman, strip, stripverhaal, cd, dvd, muziek-cd, luisterboek, blu-ray,
        book, woordenboek, prentenboek, kookboek, atlas, dvd-film, muziekalbum, e-book, romans""",
        cap=when.PER_PERSON,
    ),
    _may(
        "educational-toys",
        "Educatief speelgoed en leerspelletjes",
        "Educational toys and learning games",
        """speelgoed, puzzel, gezelschapsspel, bordspel, leerspel, blokken, spelletjes, pedagogisch materiaal,
        speelgoedkoffer, toys, board game""",
        cap=when.PER_PERSON,
    ),
    _may(
        "gift-vouchers",
        "Cadeaucheque",
        "Gift voucher",
        """cadeaubon, geschenkbon, geschenkcheque, waardebon, cultuurcheque, boekenbon, fnacbon, gift card,
        kadobon, cadeaukaart, geschenkkaart, bongo, bon, kado, cadeau, geschenk, kerstcadeau,
        sinterklaascadeau, verjaardagscadeau, sintgeschenk""",
    ),
    _may(
        "day-trips",
        "Daguitstap",
        "Day trip",
        """uitstap, uitje, dagje uit, dagtrip, b-dagtrip, dag naar zee, zee, excursie, uitstapje, gezinsuitstap,
        planckendael, bobbejaanland, plopsaland, stadsbezoek, outing, excursion, naar zee, daguitstappen, dagje
        zee, pairi daiza, uitstap met kinderen, ééndagsreis, stadsuitstap, wandeluitstap, boottocht, fietstocht,
        dagreis, uitjes""",
        fits=TAKE_PART,
    ),
    _may(
        "ocmw-group-travel",
        "Groepsreis van het OCMW",
        "Group trip by the welfare centre",
        """groepsreis, reis met de groep, ocmw-reis, reis van het ocmw, weekend met de groep, group travel,
        groepsreizen, meerdaagse reis, gezinsweekend, weekendje weg met de groep, groepsvakantie""",
        condition=when.NO_TOUR_OPERATOR,
        fits=INITIATIVE,
    ),
    _may(
        "ocmw-activities",
        "Activiteit van het OCMW",
        "Activity by the welfare centre",
        """vakantie voor iedereen, iedereen verdient vakantie, ocmw-activiteit, activiteit door het ocmw,
        ontspanningsactiviteit, vakantieaanbod, vakantieparticipatie, vakantie met het ocmw, steunpunt
        vakantieparticipatie, rap op stap, sociale vakantie, gezinsvakantie""",
        fits=INITIATIVE,
    ),
    _may(
        "association-group-travel",
        "Groepsreis van een ziekenfonds of vereniging",
        "Group trip by a health fund or association",
        """mutualiteit, reis van de mutualiteit, reis van het ziekenfonds, seniorenreis, seniorenvereniging, okra,
        reis voor mensen met een handicap, gehandicaptenvereniging, ziekenfondsreis, reis met okra, vakantie van
        de mutualiteit, samana, ziekenzorg, zorgvakantie, neos""",
        fits=TAKE_PART,
    ),
    _may(
        "childcare-during-activity",
        "Kinderopvang tijdens een activiteit",
        "Childcare during an activity",
        """babysit, oppas, babysitter, kinderoppas, opvang tijdens activiteit, opvang terwijl ouder meedoet,
        kinderoppasdienst, oppassen, kinderopvang tijdens een workshop, kinderoppas tijdens vergadering""",
        condition=when.ONLY_DURING_ACTIVITY,
        fits=TAKE_PART,
    ),
    _may(
        "driving-licence",
        "Rijbewijs",
        "Driving licence",
        """rijles, rijlessen, rijschool, autorijden, theoretisch rijexamen, rijexamen, leren rijden, driving
        lessons, voorlopig rijbewijs, theorie-examen, rijopleiding, bromfietsrijbewijs, autorijlessen, rijbewijs
        b""",
        condition=when.LAST_RESORT,
    ),
    _may(
        "camp-abroad",
        "Jeugdkamp in het buitenland",
        "Youth camp abroad",
        """buitenlands kamp, scoutskamp buitenland, kamp in frankrijk, buitenlandse jeugdvakantie, kamp ardennen,
        buitenlandkamp""",
        fits=TAKE_PART_AS_CHILD,
    ),
    _may(
        "school-trip",
        "Schoolreis of museumbezoek met school",
        "School trip or museum visit with school",
        """schooluitstap, klasreis, zeeklas, bosklas, sneeuwklas, gwp, geïntegreerde werkweek, schoolreisje,
        uitstap met de klas, boerderijklas, openluchtklas, meerdaagse uitstap, class trip, geïntegreerd
        werkweekproject, klasuitstap, plattelandsklas, bosklassen, schoolreizen, museumbezoek met de
        klas, skireis met school, sportklassen, natuurklas, skiklas, sportklas, meerdaagse
        schooluitstap, stadsklas""",
        fits=TAKE_PART_AS_CHILD,
    ),
    _may(
        "final-year-trip",
        "Eindreis van de middelbare school",
        "Final trip of secondary school",
        """laatstejaarsreis, italiëreis, reis zesde middelbaar, romereis, afstudeerreis, reis einde middelbaar,
        griekenlandreis, graduation trip, eindejaarsreis, schoolreis laatste jaar, parijsreis, londenreis,
        zesdejaarsreis, reis naar rome""",
        fits=TAKE_PART_AS_CHILD,
    ),
    _may(
        "exchange",
        "Uitwisseling met het buitenland",
        "Exchange with another country",
        """erasmus, uitwisselingsproject, studeren in het buitenland, uitwisselingsprogramma, exchange programme,
        taaluitwisseling, gastgezin in het buitenland, uitwisselingsreis""",
        condition=when.LESS_OTHER_AID,
    ),
    _may(
        "internship-abroad",
        "Stage in het buitenland voor studies",
        "Internship abroad for studies",
        """buitenlandse stage, stage in het buitenland, studentenstage, stage student""",
    ),
    _may(
        "theme-park-abroad",
        "Pretpark in het buitenland: reis en ticket",
        "Theme park abroad: journey and ticket",
        """disney, disneyland, disneyland parijs, efteling, buitenlands pretpark, eurodisney, phantasialand,
        disneyland paris, buitenlands attractiepark, europapark, toverland, asterix""",
        condition=when.NO_BOARD_ABROAD,
        fits=(FLEMISH_PARTICIPATION,),
    ),
    _may(
        "after-class-courses",
        "Cursus buiten het schoolprogramma",
        "Course outside the school programme",
        """naschoolse cursus, cursus na school, naschoolse activiteit, workshop na de lesuren, cursus""",
        condition=when.OUTSIDE_SCHOOL_PROGRAMME,
        fits=TAKE_PART,
    ),
    _may(
        "bulk-tickets",
        "Tickets of passen in bulk",
        "Tickets or passes in bulk",
        """tickets in groep aankopen, bulkaankoop, veel tickets tegelijk, stock tickets, groot aantal kaarten,
        reeks tickets, passen aankopen, bulk""",
        fits=TAKE_PART,
    ),
    _may(
        "hobby-courses",
        "Hobbycursus",
        "Hobby course",
        """tekenles, tekencursus, oenologie, wijn proeven, wijncursus, hobby, naailes, naaicursus, breien, haken,
        pottenbakken, keramiek, fotografiecursus, knutselcursus, schilderles, schildercursus, gitaarles,
        hobbyclub, kantklossen, handwerkles, mozaïek, boetseren, hobbyles, tekenlessen, fotocursus, juwelen
        maken, kaarten maken, bierproeven, tuiniercursus, edelsmeden, kalligrafie""",
        fits=TAKE_PART,
    ),
)
