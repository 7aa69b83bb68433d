"""Descriptions: written out, so that an inspector understands them."""

from __future__ import annotations

import pytest

from portal.foundation.finding import Severity
from portal.funding.rules import check_expense, find_abbreviations, find_unclear_names
from tests.unit.funding.facts import by_rule, expense, federal, old_federal, rules_in


@pytest.mark.parametrize(
    ("description", "abbreviations"),
    [
        ("BMX", ("BMX",)),
        ("Aankoop BMX voor jongere", ("BMX",)),
        ("bmx", ("bmx",)),
        ("GWP", ("GWP",)),
        ("Deelname GWP vijfde jaar", ("GWP",)),
        ("Toneel in CC Zwaneberg", ("CC",)),
        ("KVLV uitstap", ("KVLV",)),
        ("KVLV", ("KVLV",)),
        ("Inschr. muziekschool", ("Inschr.",)),
        ("Uitstap m.b.t. zomer", ("m.b.t.",)),
        ("GWP en BMX", ("GWP", "BMX")),
        ("div. materiaal", ("div.",)),
        ("enz. enz.", ("enz.",)),
        ("kamp vr jongeren", ("vr",)),
        ("Vr jongeren", ("Vr",)),
        ("kndrn naar zee", ("kndrn",)),
        ("Lidgeld KLJ", ("KLJ",)),
        ("K.L.J. Heist", ("K.L.J.",)),
        ("Act. kds i.s.m. OCMW", ("Act.", "kds", "i.s.m.")),
        ("Lid van KFC", ("KFC",)),
        ("Zaal nr. 5", ("nr.",)),
        ("Lunch incl. drank", ("incl.",)),
        ("Ticket NMBS", ("NMBS",)),
        ("Sportmat. voor de groep", ("Sportmat.",)),
    ],
)
def test_an_abbreviation_is_found(description: str, abbreviations: tuple[str, ...]) -> None:
    assert find_abbreviations(description) == abbreviations


@pytest.mark.parametrize(
    "description",
    [
        "Tickets UiTPAS kansentarief",
        "Sint-Jozef VZW",
        "Lidgeld vzw Den Draai",
        "Lidgeld KSA",
        "K.S.A. Heist",
        "OCMW uitstap",
        "Ontbijt in het CAW",
        "SINT-JOZEF VZW",
        "Auteursrechten Sabam",
        "Aankoop van een fiets (BMX)",
        "BMX = aankoop van een fiets",
        "GWP (geïntegreerd werkweekproject), een schoolreis",
        "Niet verplichte schoolreis GWP",
        "Weekend van de Koninklijke Vrouwenbond (KVLV)",
        "Cd's en dvd's voor het onthaal",
        "Lessen met de PC's van de bibliotheek",
        "Voetbalkamp KFC Heist",
        "Concert K3 voor gezinnen",
        "Toneel Richard III",
        "ZWEMBEURTEN VOOR GEZINNEN",
        "JUDO VOOR KINDEREN",
        "Zwemmen, lezen en fietsen.",
        "Uitstap naar St.-Niklaas",
        "Uitstap naar St. Niklaas",
        "Aankoop van een dvd-speler",
        "T-shirt van de ploeg",
        "Boek van A. Rodenbach",
        "Boeken van J.R.R. Tolkien",
        "Lidgeld jeugdbeweging KSA",
        "Treinticket NMBS naar zee",
        "Fietstocht van 20 km",
        "Dag aan zee. ook met lunch",
        "Yoga voor kids.",
        "JUDOLES OP DE MAT.",
    ],
)
def test_a_written_out_or_well_known_word_is_left_alone(description: str) -> None:
    assert find_abbreviations(description) == ()


# What people write who write it out: from the manual, the demonstration networks and the pages of welfare centres.
ORDINARY = """
Inkomstticket voor het cultureel centrum; Deelname aan de loopwedstrijd; Inschrijving muziekschool en huur van een
viool; Lidmaatschap van de wekelijkse vrouwenwerking; Creatieve workshops met de kunstacademie; Groepsactiviteit
voor gezinnen; Vakantiekamp voor twee kinderen; Speelpleinwerking in juli; Voorleesmomenten in de bibliotheek;
Fietslessen voor vrouwen; Zwemlessen voor kinderen; Lessenreeks goedkoop en gezond koken; Daguitstap naar
Planckendael; Bus naar zee voor 48 mensen; Toegang tot het zwembad; Jaarabonnement voor de zoo van Antwerpen;
Kaarten voor het theater; Lidgeld van de scouts; Uniform van de Chiro; Voetbalschoenen voor Senne; Turnpak en
pantoffels; Huur van de sporthal; Loon van de lesgever; Vrijwilligersvergoeding voor de begeleiders; Drank en fruit
tijdens de sportdag; Kinderopvang tijdens de kookles; Krant en tijdschriften voor het onthaal; Druk van het
informatieblad; Gezelschapsspellen; Boeken voor de leesclub; Schoolreis naar Parijs, vijfde leerjaar; Bosklassen van
de basisschool; Zeeklas in De Haan; Sneeuwklas, eerste schijf; Rijbewijs na uitputting van andere middelen; Kermis
in Itegem: tien ritjes; Bezoek aan Technopolis; Bezoek aan het MAS; Film in Kinepolis; Optreden van Clouseau;
Musical "Daens"; Concert in de Ancienne Belgique; Muntjes van 2 euro voor de kermis; Danslessen hiphop;
Tekenacademie; Bloemschikken in de herfst; Keramiek voor beginners; Schildersgroep, materiaal; Naailes in het
buurthuis; Badmintonclub; Judoclub Heist, lidgeld 2024; Kano's huren op de Nete; Paardrijkamp, 5 dagen; Minigolf met
de jongeren; Bowling en pizza; Internetabonnement van een gezin; Computer voor een student; Cursus omgaan met
e-mail; Printer voor huiswerk; Tablet; Huiswerkbegeleiding in september; Spelotheek: jaarlidmaatschap;
Ontmoetingsmoment met koffie; Nieuwjaarsfeest; Kerstmarkt; Wandeling met gids; Fietsvakantie in de Kempen; Weekend
in de Ardennen; Verblijf aan zee, "Vakantie voor iedereen"; Gidsbeurt in het museum; Archeologische site van
Velzeke; Begijnhof van Lier; Abdij van Tongerlo; Kaas maken op de boerderij; Dierenpark De Zonnegloed; Zwemmen in
Lilse Bergen; Openluchttheater Rivierenhof; Stadsspel in Mechelen; Lasershooten; Klimmuur, initiatie; Yoga op
donderdag; Fitness (zumba) voor vrouwen; Petanque met senioren; Kaartnamiddag; Bingo met prijzen; Zangkoor 'De
Leeuwerik'; Fanfare Sint-Cecilia; Harmonie: huur saxofoon; Rugschool; Cursus eerste hulp; EHBO-koffer; Ski-les;
Verzekering van de deelnemers; Vervoer met de minder mobielen centrale; Treintickets naar Brugge; Parking aan het
museum; Taalstage Frans tijdens de paasvakantie; Zomerschool; Kamp 'Wij doen mee!'; UiTPAS: 30 kaarten; Dvd's voor
het kinderfilmfestival
"""


def test_a_hundred_ordinary_descriptions_raise_no_alarm() -> None:
    written = [" ".join(one.split()) for one in ORDINARY.split(";")]
    assert len(written) > 100
    assert [one for one in written if find_abbreviations(one)] == []


def test_zumba_must_mention_fitness() -> None:
    assert find_unclear_names("Zumba op woensdag") == (("zumba", "fitness"),)
    assert find_unclear_names("Fitness (zumba) op woensdag") == ()
    assert rules_in(check_expense(old_federal(description="Lessenreeks zumba"))) == ["FED-REP-3"]


@pytest.mark.parametrize(
    ("description", "elsewhere"),
    [
        ("BMX", Severity.HINT),
        ("Lessenreeks zumba", Severity.HINT),
        ("", Severity.WARNING),
        ("x", Severity.WARNING),
        ("12-34", Severity.WARNING),
    ],
)
def test_a_bad_description_is_refused_on_federal_money_and_only_told_elsewhere(
    description: str, elsewhere: Severity
) -> None:
    (refused,) = check_expense(federal(description=description))
    (told,) = check_expense(expense(description=description))
    assert (refused.severity, refused.field, refused.rule[:7]) == (Severity.ERROR, "description", "FED-REP")
    assert (told.severity, told.field, told.rule) == (elsewhere, "description", "MONEY-8")
    assert "federal" not in f"{told.source} {told.sentence}".lower()


def test_a_federal_stream_that_the_year_does_not_know_makes_no_abbreviation_an_error() -> None:
    found = check_expense(federal(description="BMX", year=2026))
    assert "FED-REP-3" not in rules_in(found)
    assert by_rule(found, "MONEY-8").severity is Severity.HINT


def test_one_finding_names_all_abbreviations() -> None:
    description = "Act. kds i.s.m. OCMW"
    finding = by_rule(check_expense(federal(description=description)), "FED-REP-3")
    assert "wordt niet aanvaard" in str(finding.sentence)
    assert str(finding.sentence).endswith("Schrijf voluit: Act., kds, i.s.m.")
    hint = by_rule(check_expense(expense(description=description)), "MONEY-8")
    assert str(hint.sentence) == "Schrijf het liefst voluit: Act., kds, i.s.m."
