"""From a question on any page to an expense, with and without JavaScript."""

from __future__ import annotations

from tests.journeys.visitor import NARROW, PHONE

HEIST = "/networks/heist-op-den-berg"


def test_a_question_in_the_box_becomes_an_expense_with_its_stream(visit):
    visitor = visit(PHONE).sign_in("coordinator").open(f"{HEIST}/2025/money")
    page = visitor.page
    page.fill("#ask-box", "zwembrevt")
    with page.expect_navigation():
        page.press("#ask-box", "Enter")
    assert "Fietsles of zwemles" in visitor.text
    assert page.input_value("#cost-year") == "2025"
    assert visitor.barriers() == []
    assert visitor.overflow() == []
    visitor.follow("Schrijf de uitgave op “Federaal: kinderarmoede”")
    assert page.input_value("[name=description]") == "Fietsles of zwemles"
    assert page.input_value("[name=owner]") == "ocmw"
    page.fill("[name=invoice_cents]", "120")
    with page.expect_navigation():
        page.get_by_role("button", name="Kijk na wie dit kan betalen").click()
    assert "Nog niets is bewaard." in visitor.text
    assert page.input_value("[name=part_federal_child_poverty]").startswith("120")
    assert visitor.unfold().barriers() == []
    assert visitor.overflow() == []


def test_a_citizen_without_javascript_asks_and_gets_a_letter_for_what_is_unknown(visit):
    visitor = visit(NARROW, java_script_enabled=False).open("/allowed")
    page = visitor.page
    page.fill("#cost-query", "wasmachine")
    page.select_option("#cost-year", "2025")
    with page.expect_navigation():
        page.get_by_role("button", name="Zoek").click()
    assert "Deze kost kennen we niet" in visitor.text
    page.get_by_text("Vraag het aan: POD Maatschappelijke Integratie").click()
    assert page.get_by_role("link", name="Open dit als mail").is_visible()


def test_a_refused_cost_shows_the_years_in_which_it_was_refused(visit):
    visitor = visit(PHONE).open("/allowed?q=dvd-speler")
    assert "2003 tot en met 2016: mag niet" in visitor.text
    assert visitor.unfold().barriers() == []
    assert visitor.overflow() == []


def test_rows_without_a_stream_get_one_suggested_while_they_are_read_in(visit, tmp_path):
    sheet = tmp_path / "uitgaven.csv"
    sheet.write_text(
        "Omschrijving;Soort;Factuurbedrag met btw;Boekingsdatum;Aantal begunstigden;Bewijs\n"
        "Zwembrevet voor Nora;individual;42,50;14 maart 2025;1;F-901\n"
        "Rekening 33 van Fransen;individual;10;14 maart 2025;1;F-902\n",
        encoding="utf-8",
    )
    visitor = visit(PHONE).sign_in("coordinator").open(f"{HEIST}/2025/import/expenses")
    page = visitor.page
    page.set_input_files("input[type=file]", sheet)
    visitor.send()
    assert "Voor 1 rij stellen we een bron voor." in visitor.text
    assert "Voorstel: Federaal geld: kinderarmoede" in visitor.text
    assert visitor.barriers() == []
    assert visitor.overflow() == []
    page.get_by_label("Neem dit voorstel aan").check()
    with page.expect_navigation():
        page.get_by_role("button", name="Onthoud wat ik aanvinkte").click()
    assert page.get_by_label("Neem dit voorstel aan").is_checked()
    paid = page.locator(".read-row__cell", has_text="Federaal geld: kinderarmoede")
    assert "42,50" in paid.inner_text()
    visitor.send()
    assert "2 rijen zijn bewaard." in visitor.text
