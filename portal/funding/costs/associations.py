"""Category 2 of the old federal subsidy: taking part in social, cultural and sports associations."""

from __future__ import annotations

from portal.funding.costs import conditions as when
from portal.funding.costs.lines import TAKE_PART, allowing, refusing
from portal.funding.costs.lists import ASSOCIATIONS_NO, ASSOCIATIONS_YES, CLUSTER_PARTICIPATION

_may = allowing(ASSOCIATIONS_YES, "1.6.2")
_not = refusing(ASSOCIATIONS_NO, "1.6.2")

COSTS = (
    _may(
        "membership-fee",
        "Lidgeld of inschrijvingsgeld van een vereniging",
        "Membership or registration fee of an association",
        """lidmaatschap, lidgeld, inschrijving, inschrijvingsgeld, lidkaart, scouts, chiro, ksa, klj,
        jeugdbeweging, gezinsbond, femma, kwb, okra, leesclub, vrouwenvereniging, cultuurkring, club,
        vereniging, hobbyclub, akabe, girlguides, membership, lidgeld chiro, jeugdclub, jeugdhuis, lidmaatschap
        gezinsbond, inschrijvingskosten, aansluiting, verenigingsgeld, lidbijdrage, schaakclub, hobbyvereniging,
        ferm, landelijke gilde, wijkclub, seniorenclub, lidgeld sportclub, aansluitingskosten, jaarlijkse
        bijdrage, clubgeld""",
        fits=TAKE_PART,
    ),
    _may(
        "association-outing",
        "Bijdrage voor een bijzondere activiteit van een vereniging",
        "Contribution to a special activity of an association",
        """uitstap met de vereniging, weekend met de scouts, clubweekend, eetfestijn van de club, ledenuitstap,
        weekend van de jeugdbeweging, toernooi, stageweekend, uitstap van de jeugdbeweging, weekend met de
        chiro, ledenfeest, clubuitstap, tornooi, wedstrijdverplaatsing, teamweekend""",
        fits=TAKE_PART,
    ),
    _may(
        "association-equipment",
        "Uniform, sportkledij en materiaal om mee te doen",
        "Uniform, sports clothes and equipment to take part",
        """uniform, scoutsuniform, sportuitrusting, uitrusting, voetbalschoenen, sportschoenen, turnpantoffels,
        balletpak, zwemzak, zwempak, badpak, kimono, knutselmateriaal, rugzak voor kamp, slaapzak voor
        kamp, trainingspak, sportkleren, danskledij, benodigdheden, rijlaarzen, scheenlappen,
        verzekering van de club, equipment, football boots, zwemvliezen, snorkel, duikbril,
        kampeermateriaal, slaapmatje, matje voor kamp, keepershandschoenen, judogi, sport-bh,
        voetbaltenue, tenue, regenkledij voor kamp, zwemgordel, zwembandjes, scheenbeschermers,
        schildersezel, scoutskleding, wandelstokken, turnpakje""",
        cap=when.PER_PERSON,
        fits=TAKE_PART,
    ),
)

EXAMPLES = (
    _may(
        "library",
        "Lidmaatschap van bibliotheek, mediatheek of videotheek",
        "Library membership",
        """bib, bibliotheek, bibliotheekkaart, mediatheek, videotheek, speelotheek, uitleendienst, boeken lenen,
        leengeld, lenerspas, library card, bibabonnement, lidkaart bibliotheek, lidgeld bib, speelgoed lenen,
        videotheekkaart, bibpas, openbare bibliotheek""",
        fits=TAKE_PART,
    ),
    _may(
        "art-academy",
        "Tekenacademie",
        "Art academy",
        """academie, kunstacademie, deeltijds kunstonderwijs, dko, beeldende kunst, tekenschool, kunstonderwijs,
        kunstacademies, schilderacademie, beeldhouwen, beeldatelier, tekenklas, academie inschrijving,
        kunstschool""",
        fits=TAKE_PART,
    ),
    _may(
        "music-school",
        "Muziekschool en instrument",
        "Music school and instrument",
        """muziekacademie, muziekles, notenleer, pianoles, gitaarles, vioolles, drumles, zangles, instrument,
        muziekinstrument, gitaar, viool, piano, instrument huren, blokfluit, trompet, koor, fanfare, harmonie,
        music lessons""",
        fits=TAKE_PART,
    ),
    _may(
        "peoples-college",
        "Volkshogeschool",
        "People's college (folk high school)",
        """vormingplus, avansa, vormingscentrum, vormingsavond, volkshogescholen, vorming, educatief centrum,
        lezingenreeks, vormingscursus""",
        fits=TAKE_PART,
    ),
    _may(
        "drama-class",
        "Toneelklas",
        "Drama class",
        """toneelles, theaterles, acteerles, toneelgroep, woordkunst, dictie, voordracht, poppenspel, improvisatie,
        jeugdtheater, acting class, toneelvereniging, theatergroep, toneelspelen, musicalles, circusschool,
        circusles, cabaret, theaterworkshop, toneelatelier""",
        fits=TAKE_PART,
    ),
    _may(
        "cooking-classes",
        "Kookles",
        "Cooking class",
        """kooklessen, kookcursus, kookworkshop, leren koken, bakken, koken, kookclub, kookatelier""",
        fits=TAKE_PART,
    ),
    _may(
        "language-lessons",
        "Les of taalles zonder doel voor een beroep",
        "Lessons or language lessons without a job aim",
        """taalles, taalcursus, nederlandse les, nederlands leren, nt2, franse les, engelse les, conversatietafel,
        praattafel, spaanse les, language course, taallessen, inburgering taal, frans leren, cursus engels,
        italiaanse les, gebarentaal, nederlands voor anderstaligen, taalcafé, arabische les""",
        condition=when.NO_JOB_AIM,
        fits=TAKE_PART,
    ),
    _may(
        "sports-club",
        "Sportclub en abonnement om te sporten",
        "Sports club and sports subscription",
        """sport, sporten, sportabonnement, voetbal, voetbalclub, basketbal, volleybal, tennis, judo, karate,
        turnen, gymnastiek, atletiek, zumba, fitness, fitnessabonnement, aerobics, yoga, pilates,
        boksen, kickboksen, paardrijden, manege, ruitersport, wielerclub, badminton, zwemclub,
        zwemabonnement, sportkaart, sportles, padel, crossfit, doktersbezoek voor sport, sportattest,
        medisch attest sport, aquagym, start to run, hockey, rugby, taekwondo, klimmen, skaten,
        petanque, gym, football club, sportclub lidgeld, basket, volley, zwemvereniging, turnclub,
        turnles, gevechtssport, vechtsport, kungfu, ju jitsu, aikido, boksclub, bokslessen, capoeira,
        vissen, visclub, hengelen, biljart, darts, tafeltennis, pingpong, squash, golf, handbal,
        korfbal, wielrennen, mountainbike, duiken, zeilen, surfen, roeien, kajak, waterpolo, schermen,
        boogschieten, rolschaatsen, skateboarden, parkour, bodypump, spinning, piloxing, body attack,
        conditietraining, krachttraining, fitnesscentrum, basic-fit, sportbeurten, sportabonnementen,
        paardrijlessen, ponyrijden, loopclub, kleuterturnen, omnisport, seniorensport, tai chi,
        sportlessen, tennislessen, voetbalclub lidgeld, keuring sport, sportcheque, zwemclub lidgeld,
        jeugdvoetbal, fitnesskaart, klimmuur, klimzaal, muurklimmen, boulderen, keuring voor sport,
        zwemploeg, voetbalploeg, sportkeuring""",
        condition=when.NEEDED_FOR_SPORT,
        fits=TAKE_PART,
    ),
    _may(
        "dance-lessons",
        "Dansles",
        "Dance class",
        """dansen, danslessen, dansschool, ballet, balletles, hiphop, breakdance, streetdance, salsa, linedance,
        volksdans, dance, dansclub, tapdans, jazzdans, tango, peuterdans, dansworkshop, stijldansen, moderne
        dans, kinderdans, danscursus, buikdansen""",
        fits=TAKE_PART,
    ),
    _may(
        "flower-arranging",
        "Bloemschikken",
        "Flower arranging",
        """bloemstuk, bloemschikcursus, bloemsierkunst, bloemen schikken, bloemschikles, bloemstukje, bloemen""",
        fits=TAKE_PART,
    ),
    _may(
        "health-initiatives",
        "Initiatief rond gezondheid en opvoeding",
        "Initiative on health and parenting",
        """gezondheid, stoppen met roken, rookstop, rugschool, voedselveiligheid, preventie, gezonde voeding,
        stalking, opvoedingscursus, conflicten oplossen, grenzen stellen, ouderschap, voorlichting,
        preventiecampagne, gezondheidspreventie, health prevention, gezonde levensstijl, diabetes,
        vermageringscursus, voedingscursus, mindfulness, ehbo-cursus, geheugentraining, valpreventie,
        drugpreventie, alcoholpreventie, tabakoloog, seksuele voorlichting, gezondheidsinitiatief, slaapcursus""",
        fits=(CLUSTER_PARTICIPATION,),
    ),
)

REFUSED = (
    _not(
        "trade-union",
        "Lidmaatschap van een vakbond",
        "Trade union membership",
        """vakbond, vakbondsbijdrage, syndicaat, syndicale bijdrage, acv, abvv, aclvb, union dues, vakbondslidgeld,
        lidgeld vakbond, lidmaatschap acv, vakbonden""",
    ),
    _not(
        "political-party",
        "Lidmaatschap van een politieke partij",
        "Political party membership",
        """partij, politiek, partijkaart, politieke vereniging, lidkaart van een partij, politieke partijen,
        lidgeld partij, partijlidmaatschap""",
    ),
    _not(
        "professional-body",
        "Beroepsorganisatie",
        "Professional body",
        """beroepsvereniging, orde van, unizo, beroepsfederatie, zelfstandigenorganisatie, lidgeld
        beroepsvereniging, voka, orde van geneesheren""",
    ),
    _not(
        "confessional-society",
        "Confessioneel genootschap",
        "Confessional society",
        """kerk, moskee, geloofsgemeenschap,
        confessionele genootschappen, religieuze vereniging, parochie, synagoge, bedevaart, godsdienst,
        kerkgenootschap, religious, kerkgemeenschap, religie, koranschool, bijbelgroep, geloof, islam,
        catechese, kerkelijk, moskeebijdrage, lidgeld moskee""",
    ),
    _not(
        "wellness",
        "Wellnesscentrum",
        "Wellness centre",
        "lidmaatschap wellness, abonnement op de sauna, wellnessabonnement",
    ),
    _not(
        "youth-movement-support",
        "Steun aan een jeugdbeweging zelf",
        "Support of a youth movement itself",
        """jeugdbeweging steunen, sponsoring van de scouts, gift aan de chiro, subsidie voor jeugdbeweging,
        steunkaart, sponsoring, gift, donatie, werkingsgeld voor de chiro, jeugdbeweging sponsoren, steun aan de
        scouts, toelage aan jeugdbeweging""",
    ),
    _not(
        "fines",
        "Boete of premie",
        "Fine or premium",
        """boetes, verkeersboete, gas-boete, parkeerboete, premie, te laat terugbrengen, aanmaning, bibboete, fine,
        nmbs-boete, zwartrijden, boete trein, sanctie, snelheidsboete, aanmaningskosten, boete van de bib""",
    ),
)
