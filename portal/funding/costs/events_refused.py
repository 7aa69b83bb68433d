"""Category 1 of the old federal subsidy: what may not be paid for taking part in events."""

from __future__ import annotations

from portal.funding.costs import conditions as when
from portal.funding.costs.lines import refusing
from portal.funding.costs.lists import EVENTS_NO

_not = refusing(EVENTS_NO, "1.6.1")

REFUSED = (
    _not(
        "package-holiday",
        "Toeristische reis of reis van een touroperator",
        "Tourist trip or package holiday",
        """touroperator, reisbureau, vliegvakantie, all-in, citytrip, cruise, buitenlandse vakantie, vakantie
        boeken, strandvakantie, zonvakantie, hotel, vliegticket, reis boeken, tui, vakantie in spanje,
        reis naar         turkije, vliegreis, skivakantie, rondreis, georganiseerde reis, vakantiereis,
        all inclusive, toeristische reizen, hotelverblijf, vliegtuigticket, vliegtuigreis, pakketreis""",
    ),
    _not(
        "holiday-rental",
        "Huur van een vakantiewoning",
        "Holiday rental",
        """vakantiehuis, vakantiehuisje, bungalow, chalet, stacaravan, gîte, huisje aan zee, airbnb, appartement
        aan zee, center parcs, holiday home, vakantiewoning huren,
        individuele huur vakantiewoning, vakantieverblijf, caravan, camping, tent op
        de camping, landal, sunparks, vakantiepark, huisje in de ardennen, vakantieappartement, gite""",
    ),
    _not(
        "private-party",
        "Feest van één persoon of gezin",
        "Private party",
        """communiefeest, verjaardagsfeest, verjaardag, communie, trouwfeest, lentefeest, doopfeest, huwelijk,
        babyborrel, familiefeest, birthday party,
        individueel feest, organisatie individuele feesten, feest, feestje, kinderfeestje, verjaardagsfeestje,
        communiefeestje, trouw, babyshower, jubileum, verjaardagstaart, doopsuiker, huwelijksfeest,
        feestzaal voor communie""",
    ),
    _not(
        "school-costs",
        "Schoolkosten",
        "School costs",
        """schoolrekening, schoolboeken, handboeken, boekentas, schoolgerief, schoolmateriaal, verplichte
        schoolkosten, kopieën, fotokopieën, passer, rekenmachine, schooltas, schoolfactuur, schriften,
        turnzak, school fees, schoolgeld, leerboeken, werkboeken, agenda, pennenzak, schooluniform,
        turnkledij voor         school, schoolbenodigdheden, inschrijving school, studiekosten,
        schoolkost, rekentoestel, kopies school, schooldagboek, schoolkopieën, factuur van de school,
        schoolbijdrage, verplichte schoolkosten eindtermen""",
    ),
    _not(
        "food-vouchers",
        "Eetbon",
        "Food voucher",
        """maaltijdbon, voedselbon, eetbonnetje, maaltijdcheque, warenhuisbon, meal voucher, maaltijdbonnen,
        boodschappenbon, colruytbon, winkelbon, eetbonnen, warenhuischeque""",
    ),
    _not(
        "vocational-training",
        "Opleiding voor een beroep",
        "Vocational training",
        """beroepsopleiding, vdab-cursus, vdab, opleiding tot lasser, vakopleiding, opleiding voor werk,
        omscholing, heftruckopleiding, job training, lascursus, kappersopleiding, opleiding verpleegkunde,
        bedrijfsopleiding, knelpuntberoep, syntra, beroepscursus, attest vorkheftruck,
        professionele opleiding, opleiding voor professionele doeleinden""",
    ),
    _not(
        "vocational-internship",
        "Stage in een beroepsopleiding",
        "Internship in vocational training",
        """beroepsstage, stage voor werk, werkstage, stageplaats, bedrijfsstage, stage, werkervaring,
        stagevergoeding, leercontract, stage in een professionele opleiding,
        stage voor professionele doeleinden""",
    ),
    _not(
        "staff-training",
        "Opleiding van medewerkers van het OCMW",
        "Training of welfare centre staff",
        """vorming personeel, bijscholing personeel, cursus voor maatschappelijk werkers, studiedag, vorming voor
        collega's, opleiding medewerker, staff course, bijscholing, vorming voor personeel, opleiding voor
        collega's, supervisie, intervisie, congres, opleiding personeel, opleidingskosten medewerkers,
        opleidingskosten personeel, opleiding medewerkers ocmw""",
    ),
    _not(
        "tutoring",
        "Bijles",
        "Tutoring",
        """bijlessen, privéles wiskunde, wiskundeles, extra les, remediëring, studiebegeleiding, les buiten de
        schooluren, bijles frans, taalles na school, bijles wiskunde, taallessen buiten de schooluren,
        wiskunde buiten de         schooluren, inhaalles, private lessons, privéles, extra lessen,
        studiehulp, leraar aan huis, bijwerklessen, bijlessen wiskunde""",
    ),
    _not(
        "gambling",
        "Kansspel of loterij",
        "Gambling or lottery",
        """gokken, lotto, krasbiljet, casino, gokspel, tombola, loterijbiljet, loterij, gokspelen, bingo om geld,
        lottery ticket, kansspelen, euromillions, lottoticket, sportweddenschap, gokautomaat, kansspel""",
    ),
    _not(
        "sunbed",
        "Zonnebank",
        "Sunbed",
        """zonnecenter, solarium, zonnebankabonnement, zonnestudio, zonnen, tanning, zonnebankbeurt, bruinen,
        zonnehemel, abonnement zonnebank, zonnebank abonnement""",
    ),
    _not(
        "audiovisual-devices",
        "Toestel voor beeld of geluid",
        "TV, DVD player and other audiovisual devices",
        """televisie, tv, tv-toestel, dvd-speler, blu-ray-speler, radio, stereo, hifi, geluidsinstallatie,
        soundbar, cd-speler, videorecorder, koptelefoon, smart-tv, television, flatscreen, beeldscherm, home
        cinema, platenspeler, mp3-speler, speaker, luidspreker, versterker, microfoon, dvd-recorder,
        televisietoestel, boxen, hoofdtelefoon, walkman, audiovisueel, audiovisuele
        toestellen""",
    ),
    _not(
        "cable-tv",
        "Abonnement op televisie",
        "Cable TV subscription",
        """kabelabonnement, kabel, digitale tv, telenet tv, proximus tv, netflix, tv-abonnement, distributie,
        teledistributie, streaming, decoder, disney plus, videoland, streamingdienst,
        televisieabonnement, kabeltelevisie, tv-pakket, orange tv, voo, play more, canal, telesport,
        streamz, kabeltv""",
        condition=when.SPLIT_THE_BILL,
    ),
    _not(
        "wellness",
        "Wellness",
        "Wellness",
        """sauna, wellnesscentrum, spa, massage, thermen, hammam, jacuzzi, wellnessbon, wellnessdag,
        wellnesscentra, stoombad,
        massages, relaxatiemassage, schoonheidsbad, infraroodcabine, saunabezoek, wellness bon, welness,
        welnessbon, dag wellness, dagje
        wellness""",
    ),
    _not(
        "hairdresser",
        "Kapper of schoonheidssalon",
        "Hairdresser or beauty salon",
        """haar knippen, knipbeurt, pedicure, manicure, nagels, schoonheidsspecialiste, kappersbon, haarsalon,
        make-up, gelaatsverzorging, haircut, kapster, kappersbezoek, coiffeur, haarverf, kapsel,
        schoonheidssalon, gelnagels, ontharing, voetverzorging, barbier, kapperbon, bon voor de kapper,
        bon voor een         schoonheidssalon, schoonheidsbehandeling, beauty, kapper""",
    ),
    _not(
        "copyright-fee",
        "Auteursrechten (Sabam)",
        "Copyright fee (Sabam)",
        """sabam, billijke vergoeding, unisono, muziekrechten, auteursrecht, sabam-kosten, playright, rechten op
        muziek, reprobel""",
    ),
    _not(
        "job-coaching",
        "Jobcoaching",
        "Job coaching",
        """jobcoach, loopbaanbegeleiding, sollicitatietraining, solliciteren, loopbaancoach, werk zoeken,
        werkbegeleiding, loopbaancheque, hulp bij solliciteren, cv maken, tewerkstelling, jobbeurs,
        trajectbegeleiding naar werk""",
    ),
    _not(
        "mobile-subscription",
        "Abonnement voor een gsm",
        "Mobile phone subscription",
        """gsm-abonnement, smartphoneabonnement, belabonnement, belkrediet, sim-kaart, mobiel abonnement,
        telefoonabonnement, mobiele data, telefoonrekening, gsm-rekening, gsmkosten, gsm-factuur,
        telefoonkosten, belminuten, gsm abo, abonnement smartphone, vaste telefoon, telefoon, base, orange,
        mobile vikings""",
    ),
    _not(
        "phone-cards",
        "Telefoonkaart",
        "Phone card",
        """belkaart, herlaadkaart, prepaidkaart, telefoonkaarten, prepaid, herlaadkaart gsm, belwaarde,
        telefoonkrediet, gsm-kaart, lycamobile""",
    ),
    _not(
        "taxes",
        "Belastingen",
        "Taxes",
        """taks, taksen, gemeentebelasting, verkeersbelasting, heffing, huisvuilbelasting, belastingbrief, tax,
        personenbelasting, onroerende voorheffing, provinciebelasting, milieubelasting, retributie, btw,
        registratierechten, wegentaks""",
    ),
    _not(
        "pwa-cheques",
        "PWA-cheque",
        "PWA voucher (local employment)",
        """pwa, pwa-cheques, wijkwerkcheque, wijk-werken, wijkwerker""",
    ),
    _not(
        "childcare",
        "Kinderopvang, voor of na school",
        "Childcare, before or after school",
        """voorschoolse opvang, naschoolse opvang, buitenschoolse opvang, bko, crèche, kribbe, kinderdagverblijf,
        onthaalouder, opvang, opvangkosten, kinderclub, kinderopvang, nursery, naschoolse kinderopvang,
        kinderkribbe, peuteropvang, ibo, vakantieopvang school, ochtendopvang, avondopvang, onthaalmoeder,
        opvanggezin, middagtoezicht, nabewaking, kindercrèche, opvang na school""",
        condition=when.NOT_FOR_AN_ACTIVITY,
    ),
    _not(
        "budget-planners",
        "Budgetplanner",
        "Budget planner",
        """huishoudboekje, kasboek, budgetmap, budgetboekje, budgetplanners, budgetagenda, huishoudagenda,
        gezinsplanner, budgetmapje, budgetschrift""",
    ),
)
