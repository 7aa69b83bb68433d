"""A federal report sheet: its lines beside those of the portal, and what the portal lacks taken over as expenses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from portal.foundation.finding import Severity
from portal.foundation.wording import Wording, say
from portal.funding import queries
from portal.funding.bookings import Booking, ExpenseDraft
from portal.funding.facts import choice_of, facts_of
from portal.funding.federal.categories import category_of
from portal.funding.federal.comparing import FIELD_LABELS, Pair, SheetLine, Standing, compare_lines
from portal.funding.federal.lines import AGREEMENT_MARK, INVESTMENT_MARK, SHEET_NAMES, ReportLine
from portal.funding.federal.reading import counts_imputation, list_lines
from portal.funding.ledgers import ledger_of, parts_taken
from portal.funding.models import Expense
from portal.funding.outsourced import federal_codes
from portal.funding.regimes import law_of_year
from portal.funding.regimes.streams import OLD_RECYCLED_PCS
from portal.funding.types import ExpenseKind, ExpenseStage, Owner
from portal.transfer.cells.choices import listed
from portal.transfer.languages import reader_languages
from portal.transfer.lists.expense_findings import asks_proof, findings_of
from portal.transfer.lists.federal_columns import COLUMNS
from portal.transfer.lists.listing import (
    CheckedRow,
    FoundColumns,
    Intake,
    Listing,
    Outcome,
    Place,
    double_of,
    is_shifted,
)
from portal.transfer.lists.turns import in_turn
from portal.transfer.reading.blocks import GROUP, read_blocks
from portal.transfer.types import DUTCH, Language, RawTable, ReadRow, SheetSpec

TITLE = say("Federaal verslag")
ORIGIN = str(say("Overgenomen uit een blad van het federale jaarverslag."))


def reading(place: Place) -> SheetSpec:
    return SheetSpec("federal-report", TITLE, COLUMNS)


def template(place: Place) -> SheetSpec:
    return SheetSpec("federal-report", TITLE, COLUMNS[:-1])


def export(place: Place, rows: Sequence[Mapping[str, Any]]) -> SheetSpec:
    return template(place)


def rows(place: Place) -> list[dict[str, Any]]:
    """The lines that the portal would report, category by category."""
    law = law_of_year(place.year, place.overrides, choice_of(place.network, place.year))
    order = federal_codes(law)
    if not order:
        return []
    lines = sorted(list_lines(place.network.id, law), key=lambda line: order.index(line.stream))
    return [
        {
            GROUP: SHEET_NAMES[line.stream],
            "imputed_on": line.on,
            "description": line.description,
            "beneficiaries": line.beneficiaries,
            "amount_cents": line.amount_cents,
        }
        for line in lines
    ]


def examples(place: Place) -> list[dict[str, Any]]:
    law = law_of_year(place.year, place.overrides)
    codes = federal_codes(law)
    return [
        {
            GROUP: SHEET_NAMES[codes[0]] if codes else "",
            "imputed_on": date(place.year, 3, 15),
            "description": "Toegang tot een voorstelling",
            "beneficiaries": 12,
            "amount_cents": 9_600,
        }
    ]


def _labels(place: Place, languages: Sequence[Language]) -> dict[str, tuple[str, ...]]:
    law = law_of_year(place.year, place.overrides, choice_of(place.network, place.year))
    return {code: tuple(one.words(law.streams[code].label) for one in languages) for code in federal_codes(law)}


def read_sheet(place: Place, data: bytes, filename: str, languages: Sequence[Language]) -> RawTable:
    """Every sheet and block of the file as one table."""
    known = _labels(place, [*languages, DUTCH])
    return read_blocks(
        data,
        filename,
        reading(place),
        is_group=lambda text: category_of(text, known) is not None,
        languages=languages,
    )


class FederalIntake(Intake):
    """Rows are held against the lines of the portal when all are known; nothing that stands there is changed."""

    def __init__(self, place: Place, columns: FoundColumns) -> None:
        super().__init__(place, columns)
        self.overrides = place.overrides
        self.law = law_of_year(place.year, self.overrides, choice_of(place.network, place.year))
        self.categories = _labels(place, [*reader_languages(), DUTCH])
        self.lines = list_lines(place.network.id, self.law) if self.categories else []

    def check(self, row: ReadRow) -> CheckedRow:
        found = self.begin(row)
        if row.is_total or is_shifted(found):
            return found
        text = found.values.get(GROUP) or ""
        stream = category_of(text, self.categories)
        if not self.categories:
            self.refuse(found, GROUP, say("In %(year)s is er geen federale toelage.", year=self.place.year))
        elif stream is None:
            self.refuse(found, GROUP, self._unknown(text))
        found.draft = {"stream": stream}
        return found

    def _unknown(self, text: str) -> Wording:
        names = listed([say(SHEET_NAMES[code]) for code in self.categories])
        if not text:
            return say("Bij welke categorie hoort deze lijn? Kies uit: %(names)s.", names=names)
        return say("De categorie “%(text)s” bestaat niet in %(year)s. Kies uit: %(names)s.",
                   text=text[:60], year=self.place.year, names=names)  # fmt: skip

    def check_together(self, rows: Sequence[CheckedRow]) -> None:
        lines = [row for row in rows if not row.is_total and not is_shifted(row)]
        pairs = compare_lines([_sheet_line(row) for row in lines], self.lines)
        for row, pair in zip(lines, pairs, strict=False):
            self._settle(row, pair)
        self._ask_sums(in_turn(row for row in lines if "values" in row.draft and row.is_good))

    def _settle(self, row: CheckedRow, pair: Pair) -> None:
        stream = row.draft.get("stream")
        row.draft = {"stream": stream, "standing": pair.standing.value, "differing": pair.differing}
        if pair.portal is not None:
            row.draft |= {"expense": pair.portal.expense, "of": pair.portal.stream}
        match pair.standing:
            case Standing.EQUAL:
                row.outcome = Outcome.UNCHANGED
            case Standing.DIFFERENT if pair.portal is not None:
                self.refuse(row, _column_of(pair.differing[0]), _differs(pair.portal, pair.differing))
            case Standing.DOUBLE:
                self.refuse(row, "description", double_of(pair.double_of or 0))
            case _:
                self._draw_up(row, stream)

    def _draw_up(self, row: CheckedRow, stream: str | None) -> None:
        """What the portal lacks becomes an expense, under the same rules as any other."""
        if stream is None or row.problems:
            return
        said, is_pc = row.values, stream == OLD_RECYCLED_PCS
        text = (said["description"] or "").casefold()
        kind = ExpenseKind.INDIVIDUAL if said["beneficiaries"] == 1 else ExpenseKind.COLLECTIVE
        if AGREEMENT_MARK in text:
            kind = ExpenseKind.AGREEMENT
        elif INVESTMENT_MARK in text:
            kind = ExpenseKind.INVESTMENT
        day = "imputed_on" if counts_imputation(self.law) else "invoice_on"
        values: dict[str, Any] = {
            "description": said["description"],
            "kind": kind,
            "stage": ExpenseStage.BOOKED,
            "owner": Owner.OCMW,
            "invoice_cents": said["amount_cents"],
            "imputed_on": said["imputed_on"],
            "invoice_on": None,
            "beneficiaries": None if is_pc else said["beneficiaries"],
            "pc_count": said["beneficiaries"] if is_pc else None,
            "origin": ORIGIN,
        }
        values[day] = said["imputed_on"]
        parts = {stream: said["amount_cents"]}
        draft = Expense(network_id=self.place.network.id, year=self.place.year, **values)
        findings = findings_of(facts_of(draft, parts), set(), overrides=self.overrides)
        row.awaits_proof = any(asks_proof(one) for one in findings)
        row.findings = [one for one in findings if one.severity is not Severity.HINT and not asks_proof(one)]
        row.draft |= {"values": values, "parts": parts}

    def _ask_sums(self, drafted: Sequence[CheckedRow]) -> None:
        """Together the new lines pass no grant (MONEY-2)."""
        if not drafted:
            return
        network, year = self.place.network, self.place.year
        ledger = ledger_of(self.law, queries.list_grants(network.id, year), queries.list_expenses(network.id, year))
        taken = [
            (
                parts_taken(
                    row.draft["parts"],
                    kind=row.draft["values"]["kind"],
                    stage=ExpenseStage.BOOKED,
                    invoice_cents=row.draft["values"]["invoice_cents"],
                    invoice_excl_vat_cents=None,
                ),
                (),
            )
            for row in drafted
        ]
        for row, said in zip(drafted, ledger.take_together(taken), strict=True):
            row.findings += said

    def save(self, rows: Sequence[CheckedRow]) -> Iterator[int]:
        fresh = [row for row in rows if row.outcome is Outcome.NEW and "values" in row.draft]
        booking = Booking(self.heard)
        drafts = [
            ExpenseDraft(
                row.draft["values"], row.draft["parts"], None, [f for f in row.findings if f.rule == "MONEY-2"]
            )
            for row in fresh
        ]
        booking.add(self.place.network, year=self.place.year, drafts=drafts, overrides=self.overrides)
        return booking.send()


def _sheet_line(row: CheckedRow) -> SheetLine:
    said = row.values
    return SheetLine(
        row=row.number,
        stream=row.draft.get("stream"),
        on=said.get("imputed_on"),
        description=said.get("description") or "",
        beneficiaries=said.get("beneficiaries"),
        amount_cents=said.get("amount_cents"),
    )


def _column_of(field: str) -> str:
    return {"stream": GROUP, "on": "imputed_on"}.get(field, field)


def _differs(line: ReportLine, fields: Sequence[str]) -> Wording:
    return say(
        "In het portaal staat dit anders, bij uitgave %(number)s: %(fields)s. Verander het daar, of laat deze rij weg.",
        number=line.expense,
        fields=listed([FIELD_LABELS[name] for name in fields]),
    )


FEDERAL_REPORT = Listing(
    "federal-report", TITLE, True, reading, template, export, rows, examples, FederalIntake, read_sheet
)
