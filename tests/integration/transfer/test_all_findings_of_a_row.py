"""Everything that is wrong with a row is told at once, with what was typed in a cell that could not be read."""

from __future__ import annotations

import pytest

from tests.pages import text_of

HEADERS = (
    "Omschrijving;Actie;Soort;Factuurbedrag met btw;Boekingsdatum;Aantal begunstigden;"
    "Vlaams trekkingsrecht;Cofinanciering: eigen geld van gemeente en OCMW;Bewijs"
)


def looked_at(desk, listing, *lines, year=2025):
    return text_of(desk.client.get(desk.send(listing, "\n".join(lines) + "\n", year=year).location))


def test_an_unknown_kind_does_not_hide_that_the_sources_pay_too_much(desk, swimming):
    words = looked_at(
        desk, "expenses", HEADERS, "Toegang tot het zwembad;Samen fietsen;raar;10,00;01/03/2025;2;8,00;7,00;F-1"
    )
    assert "“raar” staat niet in de lijst" in words
    assert "De actie “Samen fietsen” bestaat niet in 2025" in words
    assert "De bronnen betalen samen" in words


def test_a_day_that_cannot_be_does_not_hide_an_abbreviation(desk, swimming):
    words = looked_at(
        desk, "expenses", HEADERS, "Toeg. ovk zwembad;Samen zwemmen;individual;10,00;31/02/2025;2;8,00;7,00;F-1"
    )
    assert "De dag “31/02/2025” bestaat niet" in words
    assert "De bronnen betalen samen" in words


def test_what_depends_on_an_unread_cell_is_not_told(desk, swimming):
    words = looked_at(
        desk, "expenses", HEADERS, "Toegang tot het zwembad;Samen zwemmen;individual;tien;01/03/2025;2;8,00;;F-1"
    )
    assert "“tien” is geen bedrag" in words
    assert "De bronnen betalen samen" not in words
    assert "hoger zijn dan nul" not in words


@pytest.mark.parametrize(
    ("cell", "typed"), [("31/02/2025", "31/02/2025"), ("=1+1", "=1+1"), ("morgen of zo", "morgen of zo")]
)
def test_a_cell_that_is_refused_shows_what_was_typed(desk, swimming, cell, typed):
    words = looked_at(
        desk, "expenses", HEADERS, f"Toegang tot het zwembad;Samen zwemmen;individual;10,00;{cell};2;10,00;;F-1"
    )
    assert f"Boekingsdatum (niet gelezen) {typed}" in words


def test_amounts_are_written_as_on_every_page_and_a_single_source_once(desk, swimming):
    lines = (
        "Omschrijving;Actie;Soort;Factuurbedrag met btw;Boekingsdatum;Aantal begunstigden;Bron;Bewijs",
        "Toegang tot het zwembad;Samen zwemmen;individual;1250,00;01/03/2025;2;drawing-right;F-1",
    )
    words = looked_at(desk, "expenses", *lines)
    assert "Factuurbedrag met btw € 1.250,00" in words.replace("\xa0", " ")
    shown = words[words.index("Wat er in het bestand staat") :]
    assert "Bron Vlaams trekkingsrecht" in shown
    assert shown.count("€") == 1


def test_that_proofs_are_still_to_come_is_said_once(desk, swimming):
    rows = [f"Toegang tot het zwembad {at};Samen zwemmen;individual;10,00;01/03/2025;2;10,00;;" for at in range(3)]
    words = looked_at(desk, "expenses", HEADERS, *rows)
    assert "3 rijen krijgen nog een bewijs nadat je bewaart." in words
    assert "Er is nog geen bewijs" not in words
    assert "Met een waarschuwing (0)" in words


def test_a_contribution_of_another_year_is_also_told_that_it_holds_nothing(desk, swimming):
    words = looked_at(
        desk,
        "contributions",
        "Datum;Partner;Actie;Uren;Bereikte mensen",
        "01/03/2024;Niemand;Samen fietsen;;",
    )
    for told in ("kennen we niet", "bestaat niet in 2025", "Deze actie is van 2025", "Vul minstens één ding in"):
        assert told in words


def test_an_action_tells_all_that_is_wrong_although_its_track_is_unknown(desk, swimming):
    words = looked_at(
        desk,
        "actions",
        "Titel;Spoor;Domein;Soort besteding;Trekker;Dragende partners;Maanden",
        "Een;raar;mixed;participation;Niemand;Sportdienst: 101 %;nooit",
    )
    for told in ("“raar”", "De partner “Niemand” kennen we niet", "van 0 tot 100", "“nooit” is geen maand"):
        assert told in words


def test_a_partner_tells_all_that_is_wrong_although_its_kind_is_unknown(desk, sport):
    words = looked_at(
        desk,
        "partners",
        "Naam;Soort;Rol;Lid vanaf;Ondernemingsnummer;Website",
        "Sportdienst;raar;required;01/06/2024;123;site",
    )
    for told in ("“raar”", "Dit is geen ondernemingsnummer", "geen adres van een website", "Twee periodes overlappen"):
        assert told in words


def test_two_spellings_of_one_partner_are_refused(desk, sport):
    lines = ("Naam;Soort;Rol;Lid vanaf", "Café Boé;other;required;01/01/2024", "Cafe Boe;other;required;01/01/2025")
    assert "Er is al een partner met deze naam" in looked_at(desk, "partners", *lines)


def test_actions_of_a_file_that_fill_each_other_in_a_circle_are_refused(desk, sport):
    lines = (
        "Titel;Spoor;Domein;Soort besteding;Vult aan waar niet genoeg is",
        "Een;removing;mixed;participation;Twee",
        "Twee;removing;mixed;participation;Een",
    )
    assert "vult zichzelf aan" in looked_at(desk, "actions", *lines)
