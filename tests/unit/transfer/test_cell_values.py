"""What one cell gives, for every kind of column, or the sentence with which it is refused."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest

from portal.foundation.wording import say
from portal.transfer.cells import cell_reader, cell_writer
from portal.transfer.types import (
    DUTCH,
    BadCell,
    BrokenCell,
    ColumnKind,
    ColumnSpec,
    Formula,
    Language,
    RawValue,
    Share,
)

CHOICES = {
    "money": say("Geld"),
    "transport": say("Vervoer"),
    "both": say("Jeugd, sport"),
    "plus": say("A+"),
    "minus": say("A-"),
}


def value_of(kind: ColumnKind, cell: RawValue, **options: Any) -> Any:
    choices = CHOICES if kind in {ColumnKind.CHOICE, ColumnKind.CHOICES} else {}
    starts_in_1904 = options.pop("starts_in_1904", False)
    column = ColumnSpec("key", say("Kop"), kind, choices=choices, **options)
    return cell_reader(column, starts_in_1904=starts_in_1904)(cell)


def reason_of(kind: ColumnKind, cell: RawValue, **options: Any) -> str:
    with pytest.raises(BadCell) as refused:
        value_of(kind, cell, **options)
    return str(refused.value.reason)


@pytest.mark.parametrize(
    ("cell", "cents"),
    [
        ("1.250,00", 125_000),
        ("1250.00", 125_000),
        ("1,250.00", 125_000),
        ("1 250,5", 125_050),
        ("€ 12,5", 1_250),
        ("12,50 EUR", 1_250),
        ("0", 0),
        (12.1, 1_210),
        (0.1 + 0.2, 30),
        (1250, 125_000),
        (99999999.99, 9_999_999_999),
    ],
)
def test_an_amount_is_read_to_the_cent(cell: RawValue, cents: int) -> None:
    assert value_of(ColumnKind.MONEY, cell) == cents


@pytest.mark.parametrize(
    ("cell", "part_of_reason"),
    [
        ("1.250", "op twee manieren"),
        ("1,250", "Schrijf hoogstens twee cijfers na de komma"),
        ("12,345", "Schrijf hoogstens twee cijfers na de komma"),
        ("0,125", "meer dan twee cijfers"),
        (12.345, "meer dan twee cijfers"),
        ("-5,00", "negatief"),
        (-5, "negatief"),
        ("tien", "is geen bedrag"),
        ("12,-", "is geen bedrag"),
        (True, "is geen bedrag"),
        (float("inf"), "te groot"),
        (10**400, "te groot"),
        ("9" * 30, "te groot"),
        (datetime(2025, 5, 12), "maakte van deze cel een datum"),
    ],
)
def test_an_unclear_amount_is_refused_in_words(cell: RawValue, part_of_reason: str) -> None:
    assert part_of_reason in reason_of(ColumnKind.MONEY, cell)


def test_a_balance_may_be_negative() -> None:
    assert value_of(ColumnKind.MONEY, "-5,25", may_be_negative=True) == -525


@pytest.mark.parametrize(("cell", "number"), [("12", 12), ("1 250", 1250), (12.0, 12), ("12,0", 12), ("007", 7)])
def test_a_whole_number_is_read(cell: RawValue, number: int) -> None:
    assert value_of(ColumnKind.INTEGER, cell) == number


@pytest.mark.parametrize(
    ("cell", "part_of_reason"),
    [
        ("4 tot 10", "reeks. Vul één getal in"),
        ("4-10", "reeks"),
        ("4/10", "reeks"),
        ("4 à 10", "reeks"),
        ("ongeveer 10", "is geen getal"),
        ("10+", "is geen getal"),
        ("2,5", "geen geheel getal"),
        (2.5, "geen geheel getal"),
        ("1.250", "op twee manieren"),
        ("-3", "negatief"),
        ("1" * 16, "te groot"),
        (datetime(2025, 10, 4), "maakte van deze cel een datum"),
    ],
)
def test_an_unclear_count_is_refused_in_words(cell: RawValue, part_of_reason: str) -> None:
    assert part_of_reason in reason_of(ColumnKind.INTEGER, cell)


def test_hours_may_have_two_decimals_but_are_no_euros() -> None:
    assert value_of(ColumnKind.NUMBER, "2,25") == Decimal("2.25")
    assert value_of(ColumnKind.NUMBER, 0.5) == Decimal("0.5")
    assert "is geen getal" in reason_of(ColumnKind.NUMBER, "€ 3")


@pytest.mark.parametrize(
    "cell",
    ["31/12/2025", "31-12-2025", "31.12.2025", "31 / 12 / 2025", "2025-12-31", "2025-12-31T00:00:00",
     date(2025, 12, 31), datetime(2025, 12, 31, 10, 30), 46022, 46022.0],
)  # fmt: skip
def test_a_belgian_date_is_read(cell: RawValue) -> None:
    assert value_of(ColumnKind.DATE, cell) == date(2025, 12, 31)


def test_a_bare_count_of_days_follows_the_year_in_which_the_workbook_starts() -> None:
    assert value_of(ColumnKind.DATE, 44560, starts_in_1904=True) == date(2025, 12, 31)


@pytest.mark.parametrize(
    ("cell", "part_of_reason"),
    [
        ("12/31/2025", "Maand 31 bestaat niet. Schrijf eerst de dag, dan de maand: 31/12/2025"),
        ("31/02/2025", "bestaat niet"),
        ("31/12/25", "met vier cijfers"),
        ("eind december", "is geen datum"),
        ("01/01/0000", "bestaat niet"),
        ("01/01/1800", "Het jaar 1800 kan niet"),
        (2025, "getal en geen datum"),
        (31122025, "getal en geen datum"),
        (float("nan"), "getal en geen datum"),
        (10**400, "getal en geen datum"),
        (time(10, 30), "“10:30” is geen datum"),
        (True, "is geen datum"),
    ],
)
def test_an_impossible_date_is_refused_in_words(cell: RawValue, part_of_reason: str) -> None:
    assert part_of_reason in reason_of(ColumnKind.DATE, cell)


@pytest.mark.parametrize(
    ("cell", "code"),
    [("Geld", "money"), ("geld", "money"), ("money", "money"), ("A-", "minus"), ("Jeugd, sport", "both")],
)
def test_a_choice_is_read_by_label_or_code(cell: str, code: str) -> None:
    assert value_of(ColumnKind.CHOICE, cell) == code


def test_a_choice_that_does_not_exist_is_refused_with_the_list() -> None:
    expected = "“Bus” staat niet in de lijst. Kies uit: Geld, Vervoer, Jeugd, sport, A+, A-."
    assert reason_of(ColumnKind.CHOICE, "Bus") == expected


def test_a_choice_of_a_long_list_is_refused_with_the_nearest() -> None:
    many = {f"c{at}": say(name) for at, name in enumerate(["Heist", "Mechelen", "Wervik", *"abcdefgh"])}
    column = ColumnSpec("place", say("Plaats"), ColumnKind.CHOICE, choices=many)
    with pytest.raises(BadCell) as refused:
        cell_reader(column)("Mechlen")
    assert str(refused.value.reason) == "“Mechlen” staat niet in de lijst. Bedoel je “Mechelen”?"


def test_a_column_full_of_wrong_choices_is_refused_without_much_searching() -> None:
    many = {f"c{at}": say(f"Gemeente nummer {at}") for at in range(500)}
    read = cell_reader(ColumnSpec("place", say("Plaats"), ColumnKind.CHOICE, choices=many))
    for at in range(3000):
        with pytest.raises(BadCell, match="staat niet in de lijst"):
            read(f"Gemeente nr {at}")


@pytest.mark.parametrize("kind", sorted(set(ColumnKind) - {ColumnKind.TEXT, ColumnKind.CHOICES}))
@pytest.mark.parametrize("text", ["1" * 30_000, "jan" + " " * 30_000 + "x", "," * 30_000])
def test_a_long_text_in_a_column_of_another_kind_is_refused_at_once(kind: ColumnKind, text: str) -> None:
    assert "te lang voor deze kolom" in reason_of(kind, text)


@pytest.mark.parametrize("text", ["," * 30_000, "Geld," * 6_000 + "x", "x" * 30_000])
def test_a_long_row_of_choices_is_looked_through_once(text: str) -> None:
    assert "staat niet in de lijst" in reason_of(ColumnKind.CHOICES, text)


def test_two_choices_with_one_label_are_told_apart_by_code() -> None:
    column = ColumnSpec("who", say("Wie"), ColumnKind.CHOICE, choices={"7": say("Bib"), "9": say("Bib")})
    with pytest.raises(BadCell) as refused:
        cell_reader(column)("bib")
    assert "Schrijf de code: 7, 9" in str(refused.value.reason)
    assert cell_writer(column)("9") == "9"
    assert cell_reader(column)("9") == "9"


def test_a_label_that_is_another_choice_in_another_language_is_written_as_its_code() -> None:
    other = Language("en", lambda msgid: {"Spel": "Sport", "Sport": "Exercise"}.get(msgid, msgid))
    column = ColumnSpec("x", say("X"), ColumnKind.CHOICE, choices={"game": say("Spel"), "move": say("Sport")})
    assert cell_writer(column, languages=(DUTCH, other))("move") == "move"


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("Geld; Vervoer", ("money", "transport")),
        ("geld,vervoer", ("money", "transport")),
        ("Geld | transport | Geld", ("money", "transport")),
        ("Jeugd, sport", ("both",)),
        ("Geld, Jeugd, sport, Vervoer", ("money", "both", "transport")),
    ],
)
def test_several_choices_are_read_with_any_separator(cell: str, codes: tuple[str, ...]) -> None:
    assert value_of(ColumnKind.CHOICES, cell) == codes


def test_one_wrong_choice_among_several_is_named() -> None:
    assert "“Bus” staat niet in de lijst" in reason_of(ColumnKind.CHOICES, "Geld; Bus")
    assert "“Bus” staat niet in de lijst" in reason_of(ColumnKind.CHOICES, "Geld, Bus")


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        ("ja", True),
        ("X", True),
        ("✓", True),
        ("yes", True),
        (True, True),
        (1, True),
        ("Nee", False),
        (0, False),
    ],
)
def test_yes_and_no_are_read_in_many_forms(cell: RawValue, answer: bool) -> None:
    assert value_of(ColumnKind.BOOLEAN, cell) is answer


def test_perhaps_is_neither_yes_nor_no() -> None:
    assert reason_of(ColumnKind.BOOLEAN, "x?") == "“x?” is geen ja of nee. Schrijf ja of nee."


@pytest.mark.parametrize("cell", ["6 van 20", "6/20", "6 of 20", "6 van de 20", "6 op 20"])
def test_a_share_is_read(cell: str) -> None:
    assert value_of(ColumnKind.SHARE, cell) == Share(6, 20)


@pytest.mark.parametrize(
    ("cell", "part_of_reason"),
    [
        ("20 van 6", "Het deel kan niet groter zijn dan het geheel: je schreef 20 van 6"),
        ("0 van 0", "Het deel"),
        ("30 %", "geen deel van een groep"),
        (0.3, "geen deel van een groep"),
        (datetime(2025, 10, 6), "maakte van deze cel een datum"),
    ],
)
def test_an_unclear_share_is_refused_in_words(cell: RawValue, part_of_reason: str) -> None:
    assert part_of_reason in reason_of(ColumnKind.SHARE, cell)


@pytest.mark.parametrize(
    ("cell", "months"),
    [
        ("jan-mrt; mei", (1, 2, 3, 5)),
        ("januari tot en met maart en mei", (1, 2, 3, 5)),
        ("jan t/m mrt, mei", (1, 2, 3, 5)),
        ("1-3; 5", (1, 2, 3, 5)),
        ("3,1,2,5", (1, 2, 3, 5)),
        ("Jan - March, May", (1, 2, 3, 5)),
        ("nov-feb", (1, 2, 11, 12)),
        ("hele jaar", tuple(range(1, 13))),
        ("sept", (9,)),
        (5, (5,)),
        (5.0, (5,)),
    ],
)
def test_months_are_read(cell: RawValue, months: tuple[int, ...]) -> None:
    assert value_of(ColumnKind.MONTHS, cell) == months


@pytest.mark.parametrize(
    ("cell", "part_of_reason"),
    [
        ("13", "“13” is geen maand"),
        ("zomer", "“zomer” is geen maand"),
        ("ma", "“ma” is geen maand"),
        ("jan-mrt-mei", "is geen maand"),
        (";", "is geen maand"),
        (1.3, "een datum of een kommagetal"),
        (datetime(2025, 3, 1), "een datum of een kommagetal"),
    ],
)
def test_unclear_months_are_refused_in_words(cell: RawValue, part_of_reason: str) -> None:
    assert part_of_reason in reason_of(ColumnKind.MONTHS, cell)


@pytest.mark.parametrize(
    ("cell", "text"),
    [(15, "15"), (15.0, "15"), (12.5, "12,5"), (date(2025, 1, 2), "02/01/2025"), (True, "ja")],
)
def test_a_text_column_takes_whatever_the_program_made_of_it(cell: RawValue, text: str) -> None:
    assert value_of(ColumnKind.TEXT, cell) == text


def test_a_text_that_is_too_long_is_refused_with_both_lengths() -> None:
    assert "telt 11 tekens. Er passen er 10" in reason_of(ColumnKind.TEXT, "a" * 11, max_length=10)


@pytest.mark.parametrize("kind", list(ColumnKind))
def test_a_formula_an_error_and_an_empty_cell_are_the_same_in_every_kind(kind: ColumnKind) -> None:
    assert "Formules worden niet uitgerekend" in reason_of(kind, Formula("=1+1"))
    assert "de fout #N/A" in reason_of(kind, BrokenCell("#N/A"))
    assert value_of(kind, None) is None
    assert "verplicht" in reason_of(kind, "", required=True)
