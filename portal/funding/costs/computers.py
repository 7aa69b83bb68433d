"""Categories 4 and 5 of the old federal subsidy: access to computers and the internet, and recycled computers."""

from __future__ import annotations

from portal.funding.costs import conditions as when
from portal.funding.costs.lines import allowing, refusing
from portal.funding.costs.lists import ICT_NO, ICT_YES, RECYCLED_PCS

_may = allowing(ICT_YES, "1.6.4")
_not = refusing(ICT_NO, "1.6.4")
_recycled = allowing(RECYCLED_PCS, "2.6 - 2.8")
_not_recycled = refusing(RECYCLED_PCS, "2.7")

ALLOWED = (
    _may(
        "computer",
        "Computer met printer voor een cliënt",
        "Computer with printer for a client",
        """pc, laptop, computer, notebook, chromebook, printer, tablet, ipad, desktop, nieuwe computer, scherm,
        inkt, toetsenbord, muis, laptops, pc kopen, macbook, inktjetprinter, beeldscherm voor computer,
        computerscherm, monitor, tablets, nieuwe laptop, laserprinter, cartridge""",
        cap=when.PER_PERSON,
    ),
    _may(
        "recycled-computer",
        "Gerecycleerde computer",
        "Recycled computer",
        """tweedehands pc, tweedehandse laptop, hergebruikte computer, refurbished, kringloop computer,
        gerecycleerde pc, tweedehandscomputer, second-hand computer, tweedehands computer, occasielaptop,
        hergebruikte laptop, pc uit de kringwinkel, kringwinkel, herstelde laptop, tweedehandslaptop, oude pc,
        gebruikte computer, recyclagepc""",
        condition=when.AFTER_CATEGORY_FIVE,
        depends=True,
        cap=when.PER_PERSON,
    ),
    _may(
        "computer-lessons",
        "Computerles",
        "Computer lessons",
        """informaticaopleiding, computercursus, digitale vaardigheden, internetles, smartphoneles, leren werken
        met de computer, digitaal leren, digisprong, it-opleiding, computer course, digital skills,
        digidokter, digitaal spreekuur, pc-les, cursus smartphone, digitale workshop, les over internet""",
    ),
    _may(
        "internet-subscription",
        "Internetabonnement van een cliënt",
        "Internet subscription of a client",
        """internet, wifi, internet thuis, wifi-abonnement, internetpack, telenet, proximus, pack internet telefoon
        tv, internetaansluiting, modem, internetrekening, broadband, wifi-kosten, internetkosten, internet
        betalen, wifi thuis, scarlet, edpnet, internetfactuur, sociaal tarief internet, dataverbinding, triple
        play, digitaal pakket""",
        condition=when.ONE_THIRD_OF_PACK,
    ),
    _may(
        "public-computer-space",
        "Openbare computerruimte oprichten of uitbreiden",
        "Setting up or extending a public computer space",
        """easy-e-space, computerlokaal, computerhoek, digipunt, digitale ruimte, pc-klas, openbare computerruimte,
        internetlokaal, computer room, openbare computers, computers in de bib, computerzaal, cyberruimte,
        internetpunt, digilab, computerruimte""",
    ),
    _may(
        "public-space-internet",
        "Internet in een openbare computerruimte",
        "Internet in a public computer space",
        """cybercafé, internet in het jeugdhuis, internetcafé, wifi in het digipunt, internet easy-e-space, wifi in
        het buurthuis, internet jeugdhuis, wifi voor bezoekers, publieke wifi, cybercafe""",
    ),
)

REFUSED = (
    _not(
        "devices",
        "Gsm, fototoestel, beamer, scanner of spelconsole",
        "Mobile phone, camera, projector, scanner or game console",
        """gsm, smartphone, mobieltje, blackberry, iphone, camera, digitale camera, fotocamera, projector, beamer,
        scanner, playstation, xbox, nintendo, wii, switch, console, spelcomputer, game, videospel, mobile phone,
        ps4, ps5, ps2, samsung galaxy, gameboy, gaming, fototoestellen, videocamera, filmcamera, camcorder,
        gopro, game kopen, spelletjesconsole, gsm-toestel, telefoontoestel, draagbare telefoon, nintendo switch,
        videogame, spelconsole, spelconsoles, gsm kopen, aankoop van een gsm, scanners, beamers""",
    ),
    _not(
        "office-internet",
        "Internet van het OCMW zelf",
        "The welfare centre's own internet",
        """internet van het ocmw, algemeen internetabonnement, kantoorinternet, netwerk van het ocmw, internet op
        het werk, internet kantoor, internet sociaal huis, bedrijfsinternet""",
    ),
)

RECYCLED = (
    _recycled(
        "recycled-computer",
        "Gerecycleerde computer",
        "Recycled computer",
        "hergebruikcentrum, kringloopcentrum, pc met garantie",
        condition=when.INVOICE_AND_GUARANTEE,
        cap=when.PER_COMPUTER,
    ),
    _not_recycled(
        "recycled-computer-rest",
        "Wat een gerecycleerde computer meer kost",
        "What a recycled computer costs above the limit",
        """rest van de gerecycleerde computer, rest van de pc, meerprijs van de pc, opleg voor de computer, pc
        duurder dan 100 euro, gerecycleerde pc van meer dan 100 euro""",
        condition=when.REST_PAID_ELSEWHERE,
    ),
    _not_recycled(
        "other-ict",
        "Software en ander toebehoren",
        "Software and other accessories",
        """software, office-pakket, antivirus, virusscanner, besturingssysteem, programma voor de computer,
        licentie, usb-stick, accessoires, windows, microsoft office, app kopen, externe harde schijf, kabels,
        usb, harde schijf, router, updates""",
        condition=when.OTHER_ICT_ELSEWHERE,
    ),
)
