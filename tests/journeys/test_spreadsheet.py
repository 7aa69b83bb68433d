"""A coordinator fills in the template of expenses, sees what is wrong, mends it, saves, and reads both dashboards."""

from __future__ import annotations

from datetime import date

import openpyxl

HEIST = "/networks/heist-op-den-berg"
KIND, PAYS = "Soort", "Vlaams trekkingsrecht"
AMOUNT, BOOKED, PEOPLE = "Factuurbedrag met btw", "Boekingsdatum", "Aantal begunstigden"
RIGHT = {KIND: "activiteit voor een groep", "Wie betaalt de factuur?": "gemeente", BOOKED: date(2026, 5, 12), PEOPLE: 6}
ROWS = (
    {**RIGHT, "Omschrijving": "Bus naar het zwembad voor de gezinnen", AMOUNT: 120.5, PAYS: 120.5},
    {**RIGHT, "Omschrijving": "Tickets voor het theater in de zaal", AMOUNT: 80, PAYS: 80, PEOPLE: "4 tot 10"},
    {**RIGHT, "Omschrijving": "Lidgeld van de turnkring voor kinderen", AMOUNT: 60, PAYS: 90},
    {**RIGHT, "Omschrijving": "Kamp in de zomer voor jongeren", AMOUNT: 200, PAYS: 200, BOOKED: "12 mei"},
)
MENDED = ({}, {PEOPLE: 7}, {PAYS: 60}, {BOOKED: date(2026, 7, 3)})


def fill(template, rows, place):
    """Write the rows under the headers of the downloaded template, as somebody does in a spreadsheet program."""
    book = openpyxl.load_workbook(template)
    sheet = book.worksheets[0]
    headers = [cell.value for cell in sheet[1]]
    for at, row in enumerate(rows, start=2):
        for name, value in row.items():
            sheet.cell(at, headers.index(name) + 1, value)
    book.save(place)
    return place


def upload(visitor, path):
    visitor.page.set_input_files("input[type=file]", path)
    return visitor.send()


def spent(visitor):
    """What was spent of the drawing right, in cents, as the read API tells it."""
    answer = visitor.page.request.get(f"{visitor.address}/api/v1{HEIST}/2026/funding").json()
    found = [one["spent"] for one in answer["streams"] if one["stream"] == "drawing-right"]
    return sum(int(one.replace(".", "")) for one in found)


def test_a_coordinator_imports_expenses_mends_what_is_wrong_and_reads_both_dashboards(visit, tmp_path):
    visitor = visit(accept_downloads=True).sign_in("coordinator").open(f"{HEIST}/2026/expenses")
    page = visitor.page
    before = spent(visitor)
    page.get_by_text("Inlezen of downloaden").click()
    with page.expect_download() as coming:
        page.get_by_role("link", name="Lege lijst om in te vullen (Excel)").click()
    template = tmp_path / "template.xlsx"
    coming.value.save_as(template)

    visitor.follow("Lees een lijst in")
    assert visitor.barriers() == []
    upload(visitor, fill(template, ROWS, tmp_path / "first.xlsx"))
    assert "Er is nog niets bewaard." in visitor.text
    assert "Met een fout (3)" in visitor.text
    for row, letter_of in ((3, PEOPLE), (5, BOOKED)):
        assert f"Rij {row}, kolom" in visitor.text
        assert letter_of in visitor.text
    assert visitor.barriers() == []
    visitor.send()
    assert page.locator(".error-summary li").count() > 0
    assert spent(visitor) == before

    visitor.follow("Kies een ander bestand")
    mended = [{**row, **better} for row, better in zip(ROWS, MENDED, strict=True)]
    upload(visitor, fill(template, mended, tmp_path / "second.xlsx"))
    assert "Er zijn geen fouten." in visitor.text
    visitor.send()
    assert "Je lijst is bewaard" in visitor.text
    assert "4 rijen zijn bewaard." in visitor.text
    assert visitor.barriers() == []
    visitor.follow("Naar de lijst")
    for row in mended:
        assert row["Omschrijving"] in visitor.text
    assert spent(visitor) == before + 46_050

    for name in ("Evenwicht", "Aanvulling"):
        visitor.follow(name)
        assert page.locator("main figure svg, main svg").count() > 0
        assert page.locator("main table tbody tr").count() > 0
