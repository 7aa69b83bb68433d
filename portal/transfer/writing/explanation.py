"""The sheet that explains each column, and the drop-down lists that take their choices from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from openpyxl.worksheet.datavalidation import DataValidation

from portal.foundation.wording import Wording, say
from portal.transfer.cells import cell_writer
from portal.transfer.cells.choices import NO, YES
from portal.transfer.types import (
    DUTCH,
    EXPLANATION,
    ColumnKind,
    ColumnSpec,
    Language,
    SheetSpec,
    column_letter,
)

KIND_HINTS: Mapping[ColumnKind, Wording] = {
    ColumnKind.TEXT: say("Tekst."),
    ColumnKind.INTEGER: say("Eén geheel getal, zoals 12. Geen reeks zoals 4 tot 10."),
    ColumnKind.NUMBER: say("Een getal met hoogstens twee cijfers na de komma, zoals 2,5."),
    ColumnKind.MONEY: say("Een bedrag in euro, zoals 1250,00 of 1.250,00."),
    ColumnKind.DATE: say("Een datum: dag/maand/jaar, zoals 31/12/2025."),
    ColumnKind.CHOICE: say("Eén keuze uit de lijst."),
    ColumnKind.CHOICES: say("Eén of meer keuzes uit de lijst, met een puntkomma ertussen."),
    ColumnKind.BOOLEAN: say("Schrijf ja of nee."),
    ColumnKind.SHARE: say("Een deel van een groep, zoals 6 van 20."),
    ColumnKind.MONTHS: say("Maanden, zoals jan-mrt; mei."),
}
_HEADERS = (say("Kolom"), say("Verplicht"), say("Wat vul je in?"), say("Voorbeeld"))
_LISTED = {ColumnKind.CHOICE, ColumnKind.CHOICES, ColumnKind.BOOLEAN}
_ONE_CHOICE = {ColumnKind.CHOICE, ColumnKind.BOOLEAN}
_FIRST_LIST = len(_HEADERS) + 1  # one empty column keeps the lists apart from the explanation
_LAST_FILLED_ROW = 50_001
_TITLE_CHARACTERS = 32
_PROMPT_CHARACTERS = 255


def explanation_rows(
    spec: SheetSpec, languages: Sequence[Language], examples: Sequence[Mapping[str, Any]]
) -> Iterator[list[str]]:
    """One row per column of the list; to the right, the choices of each column that has them."""
    language = languages[0]
    left = [[language.words(header) for header in _HEADERS]]
    left += [_explained(column, languages, examples) for column in spec.columns]
    lists = [[language.words(column.header), *names] for column, names in _lists(spec, languages)]
    blank = [""] * len(_HEADERS)
    for at in range(max([len(left), *map(len, lists)])):
        explained = left[at] if at < len(left) else blank
        yield [*explained, "", *(names[at] if at < len(names) else "" for names in lists)]


def add_drop_downs(sheet: Any, spec: SheetSpec, language: Language) -> None:
    """A hint on every column, and a list to pick from where exactly one choice is asked."""
    lists = _lists(spec, [language])
    place = {column.key: (_FIRST_LIST + at, len(names)) for at, (column, names) in enumerate(lists)}
    for at, column in enumerate(spec.columns):
        letter = column_letter(at)
        if column.kind in _ONE_CHOICE and column.key in place:
            position, length = place[column.key]
            source = column_letter(position)
            formula = f"'{language.words(EXPLANATION)}'!${source}$2:${source}${length + 1}"
            validation = DataValidation(type="list", formula1=formula, allow_blank=True)
        else:
            validation = DataValidation(allow_blank=True)
        validation.promptTitle = language.words(column.header)[:_TITLE_CHARACTERS]
        validation.prompt = _instruction(column, language)[:_PROMPT_CHARACTERS]
        validation.showInputMessage = True
        # The reader of the file refuses with a better sentence, and also takes codes, not in this list.
        validation.showErrorMessage = False
        validation.add(f"{letter}2:{letter}{_LAST_FILLED_ROW}")
        sheet.data_validations.append(validation)


def _explained(column: ColumnSpec, languages: Sequence[Language], examples: Sequence[Mapping[str, Any]]) -> list[str]:
    language = languages[0]
    write = cell_writer(column, languages=languages)
    written = (write(example.get(column.key)) for example in examples)
    return [
        language.words(column.header),
        language.words(YES if column.required else NO),
        _instruction(column, language),
        next((text for text in written if text), ""),
    ]


def _instruction(column: ColumnSpec, language: Language) -> str:
    wordings = [KIND_HINTS[column.kind], *([column.hint] if column.hint else [])]
    return " ".join(language.words(wording) for wording in wordings)


def _lists(spec: SheetSpec, languages: Sequence[Language] = (DUTCH,)) -> list[tuple[ColumnSpec, list[str]]]:
    return [
        (column, _names(column, languages))
        for column in spec.columns
        if column.kind is ColumnKind.BOOLEAN or (column.kind in _LISTED and column.choices)
    ]


def _names(column: ColumnSpec, languages: Sequence[Language]) -> list[str]:
    write = cell_writer(column, languages=languages)
    if column.kind is ColumnKind.BOOLEAN:
        return [write(True), write(False)]
    if column.kind is ColumnKind.CHOICES:
        return [write((code,)) for code in column.choices]
    return [write(code) for code in column.choices]
