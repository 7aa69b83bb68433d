"""What a written file looks like inside: safe text, real numbers, a header that stays, lists to pick from."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

import openpyxl
import pytest

from portal.foundation.wording import say
from portal.transfer.reading import read_table
from portal.transfer.types import ColumnSpec, Language, SheetSpec, TransferFormat
from portal.transfer.writing import write_csv, write_template, write_xlsx

ROW = {"title": "=1+1", "amount": 1210, "spent_on": datetime(2025, 12, 31).date(), "people": 12}


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\ta", "\ra"])
def test_text_that_could_run_gets_an_apostrophe_in_delimited_text(text: str, spec: SheetSpec) -> None:
    line = b"".join(write_csv(spec, [{"title": text, "amount": 1}])).decode().split("\r\n", 1)[1]
    assert line.removeprefix('"').startswith("'")


def test_a_negative_amount_stays_a_number_in_delimited_text(spec: SheetSpec) -> None:
    assert ";-5,25;" in b"".join(write_csv(spec, [{"title": "a", "balance": -525}])).decode()


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "#N/A", "=HYPERLINK(1)"])
def test_text_stays_text_in_a_workbook(text: str, spec: SheetSpec) -> None:
    cell = opened(write_xlsx(spec, [{"title": text}])).worksheets[0]["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", not text.startswith("#"))


def test_numbers_and_days_are_real_in_a_workbook(spec: SheetSpec) -> None:
    sheet = opened(write_xlsx(spec, [ROW])).worksheets[0]
    assert (sheet["B2"].value, sheet["B2"].number_format) == (12.1, "#,##0.00")
    assert (sheet["D2"].value, sheet["D2"].number_format) == (datetime(2025, 12, 31), "dd/mm/yyyy")
    assert sheet["E2"].value == 12


def test_the_header_is_bold_and_stays_in_view(spec: SheetSpec) -> None:
    sheet = opened(write_xlsx(spec, [ROW], title=say("Uitgaven 2025"))).worksheets[0]
    assert sheet.freeze_panes == "A2"
    assert sheet["A1"].font.bold
    assert sheet.auto_filter.ref == "A1:K2"
    assert sheet.column_dimensions["A"].width > sheet.column_dimensions["B"].width


def test_the_names_of_the_file_are_in_its_language(spec: SheetSpec, languages: tuple[Language, ...]) -> None:
    workbook = opened(write_xlsx(spec, [ROW], title=say("Uitgaven 2025"), languages=languages[::-1]))
    assert workbook.properties.title == "Uitgaven 2025"
    assert workbook.sheetnames == ["Uitgaven", "Explanation"]
    assert workbook.worksheets[0]["A1"].value == "Description"


@pytest.mark.parametrize(
    ("title", "name"),
    [("Uitgaven: 2025/2026 [*]", "Uitgaven  2025 2026"), ("a" * 40, "a" * 31), ("?", "1"), ("uitleg", "1")],
)
def test_a_title_becomes_a_sheet_name_that_excel_takes(title: str, name: str) -> None:
    spec = SheetSpec("x", say(title), (ColumnSpec("a", say("A")),))
    assert opened(write_xlsx(spec, [])).sheetnames[0] == name


def test_a_column_with_choices_has_a_list_to_pick_from(spec: SheetSpec) -> None:
    workbook = opened(write_template(spec, TransferFormat.XLSX))
    validations = {str(one.sqref): one for one in workbook.worksheets[0].data_validations.dataValidation}
    assert validations["G2:G50001"].type == "list"
    assert validations["G2:G50001"].formula1 == "'Uitleg'!$F$2:$F$4"
    assert [workbook["Uitleg"].cell(row, 6).value for row in range(1, 5)] == [
        "Spoor",
        "Toeleiden",
        "Drempels wegwerken",
        "Samenwerken, sensibiliseren",
    ]
    assert validations["I2:I50001"].formula1 == "'Uitleg'!$H$2:$H$3"
    assert validations["H2:H50001"].type is None
    assert validations["H2:H50001"].prompt.endswith("Kies er twee.")


def test_the_explanation_has_a_row_for_each_column(spec: SheetSpec) -> None:
    sheet = opened(write_template(spec, TransferFormat.XLSX, [{"title": "-bal", "amount": 1250}]))["Uitleg"]
    rows = [[cell.value for cell in row[:4]] for row in sheet.iter_rows(min_row=1, max_row=3)]
    assert rows == [
        ["Kolom", "Verplicht", "Wat vul je in?", "Voorbeeld"],
        ["Omschrijving", "ja", "Tekst.", "-bal"],
        ["Bedrag", "ja", "Een bedrag in euro, zoals 1250,00 of 1.250,00.", "12,50"],
    ]
    assert sheet.max_row == len(spec.columns) + 1


def test_a_template_reads_as_an_empty_list_without_remarks(spec: SheetSpec) -> None:
    workbook = read_table(write_template(spec, TransferFormat.XLSX, [ROW]), "x.xlsx", spec)
    text = read_table(write_template(spec, TransferFormat.CSV), "x.csv", spec)
    for table in (workbook, text):
        assert (len(table.headers), table.rows, table.notes) == (len(spec.columns), (), ())


def test_a_template_of_delimited_text_has_no_row_that_could_be_saved(spec: SheetSpec) -> None:
    assert not read_table(write_template(spec, TransferFormat.CSV, [ROW]), "x.csv", spec).rows


def test_a_long_list_comes_in_pieces(spec: SheetSpec) -> None:
    pieces = list(write_csv(spec, ({"title": str(at), "amount": at} for at in range(1200))))
    assert len(pieces) == 3
    assert b"".join(pieces).count(b"\r\n") == 1201


def test_a_text_that_no_cell_holds_is_not_cut_in_silence(spec: SheetSpec) -> None:
    with pytest.raises(ValueError, match="at most 32767 characters"):
        write_xlsx(spec, [{"title": "a" * 32_768}])


def test_a_list_that_breaks_halfway_gives_its_own_error(spec: SheetSpec) -> None:
    def rows() -> Any:
        yield ROW
        raise LookupError("the database went away")

    with pytest.raises(LookupError, match="went away"):
        write_xlsx(spec, rows())
