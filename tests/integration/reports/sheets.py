"""Sheets of a federal report as people and the application make them."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import openpyxl

HEADERS = ("Datum van imputatie", "Beschrijving van de activiteit", "Aantal begunstigden", "Gesubsidieerd bedrag")
EVENTS = "Categorie 1 manifestaties"
CLUBS = "Categorie 2 verenigingen"
INITIATIVES = "Categorie 3 initiatieven"
ICT = "Categorie 4 ICT"

LINES_2010: dict[str, list[tuple[Any, ...]]] = {
    EVENTS: [
        (date(2010, 3, 15), "Toegang tot het theater voor gezinnen", 24, 4000),
        (date(2010, 5, 20), "Daguitstap naar de dierentuin", 60, 6000),
    ],
    CLUBS: [
        (date(2010, 9, 10), "Lidgeld van de voetbalclub", 31, 7000),
        (date(2010, 9, 30), "Uitrusting voor de jeugdbeweging", 12, 3000),
    ],
    INITIATIVES: [(date(2010, 6, 1), "Reeks kooklessen in het sociaal huis", 15, 4500)],
    ICT: [(date(2010, 11, 2), "Internetlessen voor senioren", 18, 1500)],
}  # together 26,000: with a grant of 27,000 the staff costs are 1,000 (the second example of the manual)


def workbook_of(
    sheets: dict[str, Sequence[Sequence[Any]]],
    *,
    headers: Sequence[str] = HEADERS,
    change: Callable[[Any], None] | None = None,
) -> bytes:
    """A workbook with a sheet per category."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        sheet.append(list(headers))
        for row in rows:
            sheet.append(list(row))
    if change:
        change(book)
    whole = io.BytesIO()
    book.save(whole)
    return whole.getvalue()


def flat_csv(sheets: dict[str, Sequence[Sequence[Any]]]) -> str:
    """One list with the category as a column, columns in another order."""
    rows = ["Bedrag;Categorie;Omschrijving;Datum;Aantal"]
    for title, lines in sheets.items():
        rows += [f"{cents};{title};{text};{on:%d/%m/%Y};{count}" for on, text, count, cents in lines]
    return "\n".join(rows)
