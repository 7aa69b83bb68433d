"""Category 3 of the old federal subsidy: initiatives of or for the target group, and who carries them out."""

from __future__ import annotations

from portal.foundation.finding import Certainty
from portal.funding.costs import conditions as when
from portal.funding.costs.lines import INITIATIVE, TAKE_PART, allowing, refusing
from portal.funding.costs.lists import (
    COOPERATION,
    INITIATIVES_NO,
    INITIATIVES_YES,
    INVESTMENTS,
    STAFF,
)

_may = allowing(INITIATIVES_YES, "1.6.3")
_not = refusing(INITIATIVES_NO, "1.6.3")
_agreed = allowing(COOPERATION, "1.6.3")
_unagreed = refusing(COOPERATION, "1.6.3")
_bought = allowing(INVESTMENTS, "1.7")

ALLOWED = (
    _may(
        "own-activities",
        "Eigen activiteit voor de doelgroep",
        "Own activity for the target group",
        """toneelstuk maken, muziekgroep, schilderklas, schilderatelier, fotografie, carnavalsgroep, carnaval,
        workshop, lesgever, begeleider, groepsactiviteit, activiteit organiseren, nieuwjaarsfeest,
        kerstfeest         voor de groep, sinterklaasfeest, filmavond, spelnamiddag, ontmoetingsdag,
        sinterklaas, kerstfeest, nieuwjaarsreceptie, groepsuitje, kookactiviteit, bingonamiddag,
        fotoproject, theaterproject, muziekproject, tentoonstelling maken, groepswerking,
        ontmoetingsmoment, ontmoetingsnamiddag, koffiemoment, kinderfeest, paasfeest, halloween,
        spelactiviteit, kampvuur, quiz, karaoke, sportdag, initiatie, springkasteel, springkasteel
        huren, grime, schminken, animatie, kinderanimatie, spelletjesavond, verteltheater""",
        condition=when.WITH_TARGET_GROUP,
        fits=INITIATIVE,
    ),
    _may(
        "activity-administration",
        "Administratie van een activiteit",
        "Administration of an activity",
        """administratieve kosten, beheerskosten, postzegels, papier, drukwerk, kantoorkosten, verzendkosten,
        administratie, enveloppen, overhead, kopies, printkosten, fotokopieën activiteit, boekhouding,
        bankkosten, inktpatronen, kantoormateriaal, portokosten, verzendingskosten""",
    ),
    _may(
        "rest-home-activities",
        "Activiteit in het rusthuis van het OCMW",
        "Activity in the rest home",
        """rusthuis, woonzorgcentrum, wzc, bejaardentehuis, bewoners, animatie in het rusthuis, rusthuisbewoners,
        activiteit in het woonzorgcentrum, bejaarden, ouderen in het rusthuis, optreden in het rusthuis, uitstap
        van het rusthuis, serviceflats""",
        condition=when.NOT_ROUTINE,
    ),
    _may(
        "newsletter",
        "Informatieblad voor de doelgroep",
        "Newsletter for the target group",
        """nieuwsbrief, infoblad, krantje, tijdschrift voor de doelgroep, vrijetijdskrant, informatieblad,
        infokrant, infobrochure voor de doelgroep, nieuwsblad, buurtkrant, huiskrant, nieuwsbrieven,
        informatiekrant, mailing naar de doelgroep, vrijetijdsgids, uitgids""",
    ),
    _may(
        "volunteers",
        "Vergoeding voor vrijwilligers",
        "Volunteer allowance",
        """vrijwilliger, vrijwilligersvergoeding, onkostenvergoeding, vrijwilligerswerk, forfait vrijwilliger,
        buddy, bedankje voor vrijwilligers, expense allowance, vrijwilligersdag, vrijwilligersattentie, kosten
        van vrijwilligers, verplaatsing vrijwilliger, vrijwilligersverzekering, kilometervergoeding
        vrijwilliger, vrijwilligersfeest""",
        condition=when.VOLUNTEER_LAW,
    ),
)

REFUSED = (
    _not(
        "all-seniors-trip",
        "Daguitstap met alle senioren van de gemeente",
        "Day trip for all seniors of the municipality",
        """seniorenuitstap, uitstap voor alle senioren, gepensioneerdenuitstap, seniorenfeest, ouderen van de
        gemeente, seniorenreis gemeente, uitstap gepensioneerden, daguitstap senioren, seniorendag, ouderenfeest""",
        condition=when.NO_KEY,
    ),
    _not(
        "neighbourhood-party",
        "Wijkfeest",
        "Neighbourhood party",
        """buurtfeest, straatfeest, wijkbarbecue, buurtbarbecue, buurtdrink, burendag, wijkfeesten, block party,
        buurtbbq, wijkbbq, barbecue in de straat, wijkdrink, dorpsfeest, rommelmarkt, straatbarbecue,
        wijkbijeenkomst""",
        condition=when.NO_KEY,
    ),
)

WITH_ORGANISATIONS = (
    _agreed(
        "outsourcing",
        "Activiteit door een organisatie, met overeenkomst",
        "Activity by an organisation, with an agreement",
        """uitbesteding, onderaanneming, samenwerkingsovereenkomst, samenwerking met een vzw, conventie, partner
        betalen, overeenkomst met een vereniging, vereniging waar armen het woord nemen, opdracht aan een vzw,
        outsourcing""",
        condition=when.SIGNED_AGREEMENT,
        fits=INITIATIVE,
    ),
    _unagreed(
        "cultural-grant",
        "Subsidie aan een organisatie",
        "Grant to an organisation",
        """culturele subsidie, werkingssubsidie aan een vzw, toelage aan een vereniging, subsidie geven, subsidie,
        projectsubsidie, subsidie vereniging, toelage vzw, cultuursubsidie, werkingstoelage, werkingsmiddelen""",
        condition=when.NOTHING_IN_RETURN,
    ),
    _unagreed(
        "lump-sum-to-organisation",
        "Vast bedrag aan een vzw zonder controle",
        "Lump sum to a non-profit without control",
        """forfait aan een vzw, forfaitair bedrag, vast bedrag voor een vereniging, storting aan een vzw, lump sum,
        forfait, vast bedrag, forfaitaire vergoeding, jaarlijkse toelage vzw""",
        condition=when.NOTHING_IN_RETURN,
    ),
)

PURCHASES = (
    _bought(
        "own-investment",
        "Investering van het OCMW",
        "Investment by the welfare centre",
        """investering, meubilair, meubels, materiaal voor het ocmw, toestel voor het ocmw, tent, tafels en
        stoelen, beamer voor het ocmw, bakfiets, investment, investeren, kast, stoelen, tafels, meubels voor het
        lokaal, gezelschapsspelen voor het lokaal, partytent, geluidsinstallatie van het ocmw, sportmateriaal
        voor de werking, inrichting lokaal, inventaris""",
        condition=when.ONCE_FOR_ALL,
        cap=when.PER_INVESTMENT,
    ),
    _bought(
        "individual-purchase",
        "Aankoop voor één persoon",
        "Purchase for one person",
        """individuele aankoop, duurzaam goed, iets kopen voor een cliënt, materiaal voor een klant, aankoop voor
        een gebruiker, purchase, aankoop client, aankoop voor gezin, iets aankopen, persoonlijke aankoop,
        materiaal voor een gezin""",
        cap=when.PER_PERSON,
    ),
    allowing(INVESTMENTS, "1.8")(
        "bicycle",
        "Fiets",
        "Bicycle",
        """fietsen, bmx, kinderfiets, fietsje, loopfiets, driewieler, helm, fietshelm, fiets kopen, step, bike,
        koersfiets, mountainbike kopen, elektrische fiets, fietsslot, tweedehandsfiets, bmx-fiets,
        fietszitje, fietsherstelling, velo, damesfiets, fiets herstellen, velootje, loopfietsje,
        fietsonderdelen""",
        cap=when.PER_PERSON,
        condition=when.DESCRIBED_ONLY,
        certainty=Certainty.ASSUMED,
        depends=True,
        fits=TAKE_PART[1:],
    ),
)

STAFF_COSTS = (
    allowing(STAFF, "1.12")(
        "staff",
        "Personeel",
        "Staff costs",
        """personeelskosten, loon, loonkost, wedde, maatschappelijk werker, medewerker
        betalen, personeelsforfait, halftijds, aanwerving, begeleider in dienst, salary""",
        condition=when.LUMP_SUM,
    ),
)
