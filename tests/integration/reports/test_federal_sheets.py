"""A federal sheet beside the portal: read whatever its form, compared line by line, and taken over on request."""

from __future__ import annotations

import re
from datetime import date

import pytest

from portal.extensions import db
from portal.foundation.actor import Role
from portal.funding.models import Expense
from portal.funding.types import ExpenseKind, Owner
from portal.network.models import Network
from portal.reports.sources.federal_report import build, read_federal_facts
from portal.reports.types import PaperFormat
from portal.reports.writing.files import paper_file
from tests.integration.reports.sheets import CLUBS, EVENTS, HEADERS, LINES_2010, flat_csv, workbook_of
from tests.pages import text_of

EVENTS_STREAM = "federal-old-events"


@pytest.fixture
def network(world):
    network = world.network("Heist")
    world.grant(network, 2010, EVENTS_STREAM, owner=Owner.OCMW, amount_cents=27_000_00)
    return network


@pytest.fixture
def reader(world, sign_in, network):
    client = sign_in(world.coordinator(network))
    client.checks_pages = False
    return client


def send(client, network, body, filename="verslag.xlsx", year=2010):
    name, data = filename.encode(), body if isinstance(body, bytes) else body.encode()
    head = b'--grens\r\nContent-Disposition: form-data; name="file"; filename="' + name + b'"\r\n\r\n'
    return client.post(
        f"/networks/{network.slug}/{year}/federal-report/compare",
        data=head + data + b"\r\n--grens--\r\n",
        content_type="multipart/form-data; boundary=grens",
    )


def compared(client, network, body, filename="verslag.xlsx", year=2010):
    sent = send(client, network, body, filename, year)
    assert sent.status_code == 302, text_of(sent)
    return client.get(sent.location), sent.location.rpartition("/")[2]


def figures(page):
    """The counts on top of the page, by their word."""
    found = re.findall(
        r'key-figure__label">([^<]+)</dt><dd class="key-figure__value">([^<]+)<', page.get_data(as_text=True)
    )
    return {label: int(count.replace(".", "")) for label, count in found}


def take_over(client, network, upload):
    return client.post(f"/networks/{network.slug}/imports/{upload}/save", data={"leave_out": "y"})


def expenses(app, network):
    with app.app_context():
        wanted = db.session.query(Expense).filter_by(network_id=network.id).order_by(Expense.number)
        return [(one.description, one.beneficiaries, one.invoice_cents) for one in wanted]


def test_every_line_that_the_portal_lacks_is_told_and_nothing_is_saved(app, reader, network):
    page, _upload = compared(reader, network, workbook_of(LINES_2010))
    assert figures(page) == {
        "Gelijk": 0, "Anders": 0, "Alleen in het blad": 6, "Alleen in het portaal": 0, "Dubbel in het blad": 0,
    }  # fmt: skip
    assert "€ 10.000,00" in text_of(page).replace("\xa0", " ")
    assert expenses(app, network) == []


def test_what_is_taken_over_is_equal_afterwards_and_gives_the_old_staff_costs(app, reader, network):
    _page, upload = compared(reader, network, workbook_of(LINES_2010))
    assert take_over(reader, network, upload).status_code == 302
    assert len(expenses(app, network)) == 6
    page, _again = compared(reader, network, workbook_of(LINES_2010))
    assert figures(page)["Gelijk"] == 6
    assert "Geen verschil" in text_of(page)
    with app.app_context():
        (general, _pcs, _children) = read_federal_facts(db.session.get_one(Network, network.id), 2010).measures
        assert general.amount_cents == 26_000_00
        assert general.staff is not None
        assert (general.staff.theoretical_cents, general.staff.right_cents) == (2_600_00, 1_000_00)
        assert general.staff_cents == 0  # nobody asked for it yet


@pytest.mark.parametrize("file_format", [PaperFormat.XLSX, PaperFormat.CSV])
def test_the_report_reads_back_without_a_difference(app, world, reader, network, file_format):
    _page, upload = compared(reader, network, workbook_of(LINES_2010))
    take_over(reader, network, upload)
    world.expense(
        network, 2010, {EVENTS_STREAM: 12_345}, owner=Owner.OCMW, invoice_cents=12_345,
        imputed_on=date(2010, 4, 1), kind=ExpenseKind.INVESTMENT, description="=1+1 is geen formule; met “tekens” en é",
    )  # fmt: skip
    with app.app_context():
        paper = build(db.session.get_one(Network, network.id), 2010)
        body = paper_file(paper, file_format)
    page, _again = compared(reader, network, body, f"verslag.{file_format.value}")
    assert figures(page)["Gelijk"] == 7, text_of(page)
    assert "Geen verschil" in text_of(page)


def test_a_line_that_differs_tells_which_field_and_is_never_changed(app, world, reader, network):
    world.expense(
        network, 2010, {EVENTS_STREAM: 400_000}, owner=Owner.OCMW, invoice_cents=400_000,
        imputed_on=date(2010, 3, 15), description="Toegang tot het theater voor gezinnen", beneficiaries=20,
    )  # fmt: skip
    page, upload = compared(reader, network, workbook_of({EVENTS: LINES_2010[EVENTS]}))
    assert figures(page)["Anders"] == 1
    assert figures(page)["Alleen in het blad"] == 1
    assert "uitgave 1" in text_of(page)
    take_over(reader, network, upload)
    assert [count for _text, count, _cents in expenses(app, network)] == [20, 60]


def test_a_line_twice_in_the_sheet_is_told_and_taken_over_once(app, reader, network):
    line = LINES_2010[EVENTS][0]
    page, upload = compared(reader, network, workbook_of({EVENTS: [line, line]}))
    assert figures(page)["Dubbel in het blad"] == 1
    take_over(reader, network, upload)
    assert len(expenses(app, network)) == 1


def test_what_only_the_portal_has_is_told(world, reader, network):
    world.expense(
        network, 2010, {EVENTS_STREAM: 5_000}, owner=Owner.OCMW, invoice_cents=5_000,
        imputed_on=date(2010, 8, 1), description="Zwembeurten in de zomer",
    )  # fmt: skip
    page, _upload = compared(reader, network, workbook_of({EVENTS: LINES_2010[EVENTS]}))
    assert figures(page)["Alleen in het portaal"] == 1
    assert "Zwembeurten in de zomer" in text_of(page)


FRENCH = ("Date d'imputation", "Description de l'activité", "Nombre de bénéficiaires", "Montant subventionné")


def french(_book=None) -> bytes:
    names = {
        EVENTS: "Catégorie 1", CLUBS: "Associations",
    }  # fmt: skip
    return workbook_of({names[one]: LINES_2010[one] for one in names}, headers=FRENCH)


def with_overview() -> bytes:
    """The overview at the right of the lines, as in the sheet of the administration, and a total under them."""

    def change(book):
        sheet = book[EVENTS]
        for row, values in enumerate([("Aantal begunstigden", "Bedrag"), (84, 10_000)], start=1):
            for at, value in enumerate(values, start=7):
                sheet.cell(row, at, value)
        sheet.append(["Totaal", None, 84, 10_000])

    return workbook_of({EVENTS: LINES_2010[EVENTS], CLUBS: LINES_2010[CLUBS]}, change=change)


def in_blocks() -> bytes:
    """All categories under each other on one sheet, each under its own title."""
    rows = []
    for title in (EVENTS, CLUBS):
        rows += [[f"{title[:11]}: deelname"], list(HEADERS), *LINES_2010[title], ["Totaal", None, 1, 10_000], [None]]
    return workbook_of({"Blad1": rows}, headers=["Activiteitenverslag 2010"])


@pytest.mark.parametrize(
    "body",
    [
        workbook_of({EVENTS: LINES_2010[EVENTS], CLUBS: LINES_2010[CLUBS]}),
        flat_csv({EVENTS: LINES_2010[EVENTS], CLUBS: LINES_2010[CLUBS]}),
        french(),
        with_overview(),
        in_blocks(),
    ],
    ids=["a sheet per category", "one list", "French", "with an overview and totals", "blocks on one sheet"],
)
def test_the_lines_are_read_whatever_the_form_of_the_sheet(reader, network, body):
    page, _upload = compared(reader, network, body, "verslag.xlsx" if isinstance(body, bytes) else "verslag.csv")
    assert figures(page)["Alleen in het blad"] == 4, text_of(page)
    assert "Niet te lezen" not in figures(page)


def hide(book):
    book[EVENTS].row_dimensions[2].hidden = True


def merge(book):
    book[EVENTS].merge_cells("A2:A3")


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (workbook_of({EVENTS: LINES_2010[EVENTS]}, change=hide), "is verborgen in het bestand"),
        (workbook_of({EVENTS: LINES_2010[EVENTS]}, change=merge), "zijn samengevoegd"),
        (workbook_of({EVENTS: [("5 mei 2010", "Toegang tot het museum", 4, "€ 40,00")]}), "Alleen in het blad"),
        (
            workbook_of({EVENTS: [(date(2010, 5, 5), "Toegang tot het museum", "4 tot 10", 40)]}),
            "is geen getal maar een reeks",
        ),
        (workbook_of({EVENTS: [(date(2010, 5, 5), "Toegang tot het museum", 4, "40 USD")]}), "40 USD"),
        (workbook_of({"Categorie 9": LINES_2010[EVENTS]}), "Bij welke categorie hoort deze lijn?"),
    ],
    ids=["hidden row", "merged cells", "date as text", "a range", "another currency", "unknown category"],
)
def test_odd_sheets_get_a_clear_sentence(reader, network, body, sentence):
    page, _upload = compared(reader, network, body)
    assert sentence in text_of(page)


def test_a_sheet_without_a_column_asks_for_it(reader, network):
    body = workbook_of({EVENTS: [(date(2010, 5, 5), "Toegang", 40)]}, headers=(HEADERS[0], HEADERS[1], HEADERS[3]))
    sent = send(reader, network, body)
    page = reader.get(reader.get(sent.location).location)
    assert "Deze verplichte kolommen ontbreken: Aantal begunstigden." in text_of(page)


@pytest.mark.parametrize("year", [2026, 2030])
def test_a_year_without_federal_money_says_why(reader, network, year):
    answer = send(reader, network, workbook_of(LINES_2010), year=year)
    assert answer.status_code == 404
    assert f"Er is geen federaal jaarverslag van {year}." in text_of(answer)


def test_other_files_are_refused_in_words(reader, network):
    for body, filename in ((b"%PDF-1.7 niets", "verslag.pdf"), (b"", "leeg.xlsx"), (b"PK\x03\x04kapot", "kapot.xlsx")):
        answer = send(reader, network, body, filename)
        assert answer.status_code == 422
        assert "Vergelijk een blad" in text_of(answer)


def test_a_partner_does_not_compare_sheets(world, sign_in, network):
    client = sign_in(world.account(network, Role.PARTNER, world.partner(network)))
    assert client.get(f"/networks/{network.slug}/2010/federal-report/compare").status_code == 403
