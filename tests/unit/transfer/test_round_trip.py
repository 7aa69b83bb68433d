"""What is exported imports again to the same state, whatever the values are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.foundation.wording import say
from portal.transfer.cells.texts import canonical_text
from portal.transfer.types import ColumnKind, ColumnSpec, Language, ReadRow, Share, SheetSpec
from portal.transfer.writing import write_csv, write_xlsx

Read = Callable[..., list[ReadRow]]
CODES = ("guiding", "thresholds", "cooperating")

ROWS: list[dict[str, Any]] = [
    {
        "title": "=HYPERLINK(\"http://example.org\")",
        "amount": 125_000,
        "balance": -525,
        "spent_on": date(2025, 12, 31),
        "people": 12,
        "hours": Decimal("2.50"),
        "track": "cooperating",
        "groups": ("thresholds", "cooperating"),
        "mixed": True,
        "share": Share(6, 20),
        "months": (1, 2, 3, 5),
    },
    {
        "title": "'t Hof; \"De Kroon\"\nbijgebouw",
        "amount": 0,
        "balance": None,
        "spent_on": None,
        "people": None,
        "hours": None,
        "track": None,
        "groups": None,
        "mixed": None,
        "share": None,
        "months": None,
    },
    {
        "title": "'=1",
        "amount": 1,
        "balance": 99_999_999_999,
        "spent_on": date(2003, 1, 1),
        "people": 0,
        "hours": Decimal(0),
        "track": "guiding",
        "groups": ("guiding",),
        "mixed": False,
        "share": Share(0, 1),
        "months": tuple(range(1, 13)),
    },
]  # fmt: skip

GOLDEN = (
    "\ufeffOmschrijving;Bedrag;Saldo;Datum;Aantal deelnemers;Uren;Spoor;Doelgroepen;Ja of nee;"
    "Aandeel;Maanden\r\n"
    '"\'=HYPERLINK(""http://example.org"")";1250,00;-5,25;31/12/2025;12;2,5;Samenwerken, sensibiliseren;'
    '"Drempels wegwerken; Samenwerken, sensibiliseren";ja;6 van 20;"jan-mrt; mei"\r\n'
    '"\'t Hof; ""De Kroon""\nbijgebouw";0,00;;;;;;;;;\r\n'
    "''=1;0,01;999999999,99;01/01/2003;0;0;Toeleiden;Toeleiden;nee;0 van 1;jan-dec\r\n"
)


def test_a_list_is_written_as_belgian_delimited_text(spec: SheetSpec) -> None:
    assert b"".join(write_csv(spec, ROWS)).decode("utf-8") == GOLDEN


@pytest.mark.parametrize("reversed_languages", [False, True])
def test_what_is_exported_imports_to_the_same_values(
    spec: SheetSpec, languages: tuple[Language, ...], reversed_languages: bool, read: Read
) -> None:
    order = languages[::-1] if reversed_languages else languages
    for data, filename in (
        (b"".join(write_csv(spec, ROWS, languages=order)), "x.csv"),
        (write_xlsx(spec, ROWS, languages=order), "x.xlsx"),
    ):
        rows = read(data, filename)
        assert [row.values for row in rows] == ROWS
        assert not any(row.problems for row in rows)
        assert [row.number for row in rows] == [2, 3, 4]


TRICKY = st.sampled_from("'=+-@;,|\"\t\n\r €é1aA%_ ")
STARTS = st.sampled_from(
    ["", "=", "'=", "''-", "' +", "'\t", "@", "_x000D_", "_x005F_x0041_", "'s ", "#N/A", "sep=;", "Totaal"]
)
TEXT = st.builds(str.__add__, STARTS, st.text(TRICKY, max_size=12) | st.text(max_size=30)).map(canonical_text)
MONTHS = st.sets(st.integers(1, 12), min_size=1).map(lambda months: tuple(sorted(months)))
SHARES = st.integers(1, 999).flatmap(lambda whole: st.builds(Share, st.integers(0, whole), st.just(whole)))
ROW = st.fixed_dictionaries(
    {
        "title": TEXT.filter(bool),
        "amount": st.integers(0, 99_999_999_999),
        "balance": st.none() | st.integers(-99_999_999_999, 99_999_999_999),
        "spent_on": st.none() | st.dates(date(1901, 1, 1), date(2099, 12, 31)),
        "people": st.none() | st.integers(0, 999_999_999),
        "hours": st.none() | st.decimals(0, 9999, places=2),
        "track": st.none() | st.sampled_from(CODES),
        "groups": st.none() | st.lists(st.sampled_from(CODES), min_size=1, unique=True).map(tuple),
        "mixed": st.none() | st.booleans(),
        "share": st.none() | SHARES,
        "months": st.none() | MONTHS,
    }
)
ANY = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
FEW = settings(ANY, max_examples=10)


@ANY
@given(rows=st.lists(ROW, min_size=1, max_size=4))
def test_any_list_survives_delimited_text(rows: list[dict[str, Any]], spec: SheetSpec, read: Read) -> None:
    read_back = read(b"".join(write_csv(spec, rows)), "x.csv")
    assert [row.values for row in read_back] == rows
    assert not any(row.problems for row in read_back)


@FEW
@given(rows=st.lists(ROW, min_size=1, max_size=4))
def test_any_list_survives_a_workbook(rows: list[dict[str, Any]], spec: SheetSpec, read: Read) -> None:
    read_back = read(write_xlsx(spec, rows), "x.xlsx")
    assert [row.values for row in read_back] == rows
    assert not any(row.problems for row in read_back)


LABELS = st.lists(TEXT, min_size=1, max_size=5)


@ANY
@given(labels=LABELS, data=st.data())
def test_any_choice_survives_whatever_its_label(labels: list[str], data: st.DataObject, read: Read) -> None:
    choices = {f"c{at}": say(label) for at, label in enumerate(labels)}
    spec = SheetSpec(
        "x",
        say("X"),
        (
            ColumnSpec("name", say("Naam")),
            ColumnSpec("one", say("Eén"), ColumnKind.CHOICE, choices=choices),
            ColumnSpec("many", say("Veel"), ColumnKind.CHOICES, choices=choices),
        ),
    )
    code = st.sampled_from(sorted(choices))
    many = tuple(data.draw(st.lists(code, min_size=1, unique=True)))
    rows = [{"name": "Bal", "one": data.draw(code), "many": many}]
    for file, filename in ((b"".join(write_csv(spec, rows)), "x.csv"), (write_xlsx(spec, rows), "x.xlsx")):
        assert [row.values for row in read(file, filename, spec)] == rows


def test_delimited_text_that_passed_through_a_spreadsheet_program_reads_the_same(
    spec: SheetSpec, made_workbook: Callable[..., bytes], read: Read
) -> None:
    """Excel shows the apostrophe of an export as a letter and saves it as one."""
    assert read(made_workbook([["Omschrijving", "Bedrag"], ["'=1", 5]]), "x.xlsx")[0].values["title"] == "=1"
