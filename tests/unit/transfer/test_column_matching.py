"""Headers find their column by name, by key, or by hand."""

from __future__ import annotations

import pytest

from portal.foundation.wording import say
from portal.transfer.columns import match_columns
from portal.transfer.types import ColumnSpec, Heading, Language, SheetSpec


def headings(*texts: str) -> list[Heading]:
    return [Heading(at, text) for at, text in enumerate(texts)]


@pytest.mark.parametrize("header", ["Bedrag", " BEDRAG * ", "bédrag", "amount", "Amount", "Bedrag (incl. btw)"])
def test_a_header_is_found_whatever_its_letters(header: str, spec: SheetSpec, languages: tuple[Language, ...]) -> None:
    match = match_columns(headings("Omschrijving", header), spec, languages=languages)
    assert match.positions == {"title": 0, "amount": 1}
    assert match.is_complete
    assert match.problems == []
    assert match.remarks == []


def test_a_missing_required_column_is_named(spec: SheetSpec) -> None:
    match = match_columns(headings("Datum"), spec)
    assert not match.is_complete
    assert [str(one) for one in match.problems] == ["Deze verplichte kolommen ontbreken: Omschrijving, Bedrag."]


def test_unknown_columns_are_remarked_with_their_letter(spec: SheetSpec) -> None:
    match = match_columns(headings("Omschrijving", "Bedrag", "Kleur", ""), spec)
    assert match.is_complete
    assert [str(one) for one in match.remarks] == [
        "Kolom C “Kleur” is niet bekend en wordt niet gelezen.",
        "Kolom D heeft geen kop en wordt niet gelezen.",
    ]


def test_the_same_header_twice_is_a_problem_until_one_is_left_out(spec: SheetSpec) -> None:
    twice = headings("Omschrijving", "Bedrag", "Bedrag")
    match = match_columns(twice, spec)
    assert not match.is_complete
    assert "Kolom C heeft de kop van een andere kolom: “Bedrag”" in str(match.problems[0])
    assert match_columns(twice, spec, {2: None}).is_complete


def test_a_choice_by_hand_goes_before_the_headers(spec: SheetSpec) -> None:
    match = match_columns(headings("Omschrijving", "Bedrag", "Totaalprijs"), spec, {2: "amount"})
    assert match.positions == {"title": 0, "amount": 2}
    assert [heading.letter for heading in match.unknown] == ["B"]
    assert match.is_complete


def test_two_columns_chosen_by_hand_for_one_thing_are_a_problem(spec: SheetSpec) -> None:
    match = match_columns(headings("Omschrijving", "A", "B"), spec, {1: "amount", 2: "amount"})
    assert [heading.letter for heading in match.repeated] == ["C"]


def test_a_choice_by_hand_that_does_not_exist_changes_nothing(spec: SheetSpec) -> None:
    match = match_columns(headings("Omschrijving", "Bedrag"), spec, {1: "password", 99: "amount"})
    assert match.positions == {"title": 0, "amount": 1}


def test_a_name_of_two_columns_leads_nowhere() -> None:
    english = Language("en", lambda msgid: {"Duur": "Time", "Uur": "Time"}.get(msgid, msgid))
    spec = SheetSpec("x", say("X"), (ColumnSpec("length", say("Duur")), ColumnSpec("hour", say("Uur"))))
    assert match_columns(headings("Time"), spec, languages=(english,)).positions == {}


def test_two_columns_with_one_key_cannot_be_described() -> None:
    with pytest.raises(ValueError, match="same key"):
        SheetSpec("x", say("X"), (ColumnSpec("a", say("A")), ColumnSpec("a", say("B"))))


def test_a_code_with_a_separator_cannot_be_described() -> None:
    with pytest.raises(ValueError, match="separates choices"):
        ColumnSpec("a", say("A"), choices={"x;y": say("X")})
