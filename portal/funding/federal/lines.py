"""A line of the federal report: the four fields that it must have, and what is still wrong with it (FED-REP-2, -3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from portal.foundation.wording import Wording, say
from portal.foundation.years import Span
from portal.funding.regimes.streams import (
    FEDERAL_CHILD_POVERTY,
    FEDERAL_MODULES,
    FEDERAL_PARTICIPATION,
    OLD_ASSOCIATIONS,
    OLD_CHILD_POVERTY,
    OLD_EVENTS,
    OLD_ICT,
    OLD_INITIATIVES,
    OLD_RECYCLED_PCS,
)
from portal.funding.rules import find_abbreviations, find_unclear_names
from portal.funding.types import ExpenseKind

AGREEMENT_MARK = "samenwerkingsakkoord"  # the report is in Dutch, whatever the reader's language
INVESTMENT_MARK = "investering"
_AGREEMENT_WORDS = re.compile(r"samenwerkings(?:akkoord|overeenkomst)", re.IGNORECASE)
_INVESTMENT_WORDS = re.compile(r"investering", re.IGNORECASE)

SHEET_NAMES = {
    FEDERAL_PARTICIPATION: "Maatschappelijke participatie",
    FEDERAL_MODULES: "Collectieve modules",
    FEDERAL_CHILD_POVERTY: "Kinderarmoede",
    OLD_EVENTS: "Categorie 1 manifestaties",
    OLD_ASSOCIATIONS: "Categorie 2 verenigingen",
    OLD_INITIATIVES: "Categorie 3 initiatieven",
    OLD_ICT: "Categorie 4 ICT",
    OLD_RECYCLED_PCS: "Gerecycleerde computers",
    OLD_CHILD_POVERTY: "Kinderarmoede",
}
OVERVIEW_SHEET = "Overzicht"


class LineProblem(StrEnum):
    """What keeps the federal application from taking a line, or its reader from understanding it."""

    NO_DATE = "no-date"
    OUTSIDE = "outside"
    NO_DESCRIPTION = "no-description"
    ABBREVIATION = "abbreviation"
    UNCLEAR = "unclear"
    NO_BENEFICIARIES = "no-beneficiaries"
    NO_PCS = "no-pcs"
    NO_AMOUNT = "no-amount"
    WRONG_CATEGORY = "wrong-category"


# By number: one line, or several.
PROBLEM_SENTENCES: dict[LineProblem, tuple[Wording, Wording]] = {
    LineProblem.NO_DATE: (
        say("Bij één lijn ontbreekt de boekingsdatum: uitgave %(numbers)s."),
        say("Bij %(count)s lijnen ontbreekt de boekingsdatum: uitgave %(numbers)s."),
    ),
    LineProblem.OUTSIDE: (
        say("Bij één lijn valt de datum buiten de periode van de toelage: uitgave %(numbers)s."),
        say("Bij %(count)s lijnen valt de datum buiten de periode van de toelage: uitgave %(numbers)s."),
    ),
    LineProblem.NO_DESCRIPTION: (
        say("Bij één lijn ontbreekt de omschrijving: uitgave %(numbers)s."),
        say("Bij %(count)s lijnen ontbreekt de omschrijving: uitgave %(numbers)s."),
    ),
    LineProblem.ABBREVIATION: (
        say("In één omschrijving staat een afkorting. Schrijf ze voluit: uitgave %(numbers)s."),
        say("In %(count)s omschrijvingen staat een afkorting. Schrijf ze voluit: uitgave %(numbers)s."),
    ),
    LineProblem.UNCLEAR: (
        say("Eén omschrijving heeft een naam die niet iedereen begrijpt. Leg hem uit: uitgave %(numbers)s."),
        say("%(count)s omschrijvingen hebben een naam die niet iedereen begrijpt. Leg hem uit: uitgave %(numbers)s."),
    ),
    LineProblem.NO_BENEFICIARIES: (
        say("Bij één lijn ontbreekt het aantal begunstigden: uitgave %(numbers)s."),
        say("Bij %(count)s lijnen ontbreekt het aantal begunstigden: uitgave %(numbers)s."),
    ),
    LineProblem.NO_PCS: (
        say("Bij één lijn ontbreekt het aantal pc's: uitgave %(numbers)s."),
        say("Bij %(count)s lijnen ontbreekt het aantal pc's: uitgave %(numbers)s."),
    ),
    LineProblem.NO_AMOUNT: (
        say("Bij één lijn ontbreekt het bedrag: uitgave %(numbers)s."),
        say("Bij %(count)s lijnen ontbreekt het bedrag: uitgave %(numbers)s."),
    ),
    LineProblem.WRONG_CATEGORY: (
        say("Eén samenwerkingsakkoord staat niet in categorie 3 of 4: uitgave %(numbers)s."),
        say("%(count)s samenwerkingsakkoorden staan niet in categorie 3 of 4: uitgave %(numbers)s."),
    ),
}
NAMED_AT_MOST = 10


@dataclass(frozen=True)
class ReportLine:
    """One line of the report; `expense` is its number in the ledger and `expense_id` its record."""

    expense: int
    stream: str
    on: date | None
    description: str
    beneficiaries: int | None
    amount_cents: int
    kind: ExpenseKind = ExpenseKind.COLLECTIVE
    expense_id: int = 0
    problems: tuple[LineProblem, ...] = field(default=(), compare=False)


def reported_beneficiaries(counted: int | None, users: int | None) -> int | None:
    """After the key of a mixed audience: never more than the users of the welfare centre (FED-TARGET-6, -7)."""
    if users is None:
        return counted
    return users if counted is None else min(counted, users)


def reported_description(description: str, kind: ExpenseKind) -> str:
    """The description with the mark that the report asks of agreements and investments (FED-COOP-3, FED-INV-1)."""
    text = " ".join(description.split())
    if kind is ExpenseKind.AGREEMENT and not _AGREEMENT_WORDS.search(text):
        return f"{text} ({AGREEMENT_MARK})" if text else ""
    if kind is ExpenseKind.INVESTMENT and not _INVESTMENT_WORDS.search(text):
        return f"{text} ({INVESTMENT_MARK})" if text else ""
    return text


def problems_of(line: ReportLine, period: Span) -> Iterator[LineProblem]:
    """What is wrong with one line."""
    if line.on is None:
        yield LineProblem.NO_DATE
    elif not period.holds(line.on):
        yield LineProblem.OUTSIDE
    if not line.description.strip():
        yield LineProblem.NO_DESCRIPTION
    elif find_abbreviations(line.description):
        yield LineProblem.ABBREVIATION
    elif find_unclear_names(line.description):
        yield LineProblem.UNCLEAR
    if not line.beneficiaries or line.beneficiaries < 0:
        yield LineProblem.NO_PCS if line.stream == OLD_RECYCLED_PCS else LineProblem.NO_BENEFICIARIES
    if line.amount_cents <= 0:
        yield LineProblem.NO_AMOUNT
    if line.kind is ExpenseKind.AGREEMENT and line.stream in (OLD_EVENTS, OLD_ASSOCIATIONS, OLD_RECYCLED_PCS):
        yield LineProblem.WRONG_CATEGORY


def named(numbers: Sequence[int]) -> str:
    """The first numbers, and that there are more."""
    shown = ", ".join(str(number) for number in numbers[:NAMED_AT_MOST])
    return shown if len(numbers) <= NAMED_AT_MOST else f"{shown}, ..."


def in_order(lines: Sequence[ReportLine]) -> list[ReportLine]:
    """By date and then by number, whatever the order in which they were booked."""
    return sorted(lines, key=lambda one: (one.on or date.max, one.expense, one.amount_cents))
