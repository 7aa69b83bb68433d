"""Expenses out of a file: held against the ledger, checked by the rulebook, and booked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from portal.foundation.finding import Severity
from portal.foundation.wording import Wording, say
from portal.funding import queries, rules
from portal.funding.bookings import Booking, ExpenseDraft
from portal.funding.facts import choice_of, facts_of
from portal.funding.ledgers import ledger_of, parts_of, parts_taken
from portal.funding.models import Expense
from portal.funding.regimes import law_of_year
from portal.funding.types import ExpenseKind, ExpenseStage, Owner, SpentPart
from portal.transfer.lists.columns import PART, STREAM_CHOICES, amounts_of
from portal.transfer.lists.expenses import names_of_actions, names_of_agreements, row_of
from portal.transfer.lists.listing import CheckedRow, FoundColumns, Intake, Outcome, Place, double_of, same
from portal.transfer.queries import list_withdrawn_numbers
from portal.transfer.types import ReadRow, Share

PLAIN = (
    "invoice_cents",
    "invoice_excl_vat_cents",
    "invoice_on",
    "activity_on",
    "imputed_on",
    "beneficiaries",
    "pc_count",
)
TEXTS = ("description", "supplier", "evidence_reference", "note")


class ExpenseIntake(Intake):
    """Everything that the rows are held against is read once, and kept so that saving asks nothing again."""

    def __init__(self, place: Place, columns: FoundColumns) -> None:
        super().__init__(place, columns)
        self.overrides = place.overrides
        self.actions = names_of_actions(place)
        self.agreements = names_of_agreements(place)
        self.held = queries.list_expenses(place.network.id, place.year)
        self.withdrawn = list_withdrawn_numbers(place.network.id, place.year)
        self.by_number = {expense.number: expense for expense in self.held}
        self.by_print: dict[Any, list[Expense]] = defaultdict(list)
        self.compared = _compared(columns)
        for expense in self.held:
            self.by_print[self._print(self._as_row(expense))].append(expense)
        self.seen: dict[Any, int] = {}

    def check(self, row: ReadRow) -> CheckedRow:
        found = self.begin(row)
        if row.is_total:
            return found
        implied = self.imply(found, {"stage": ExpenseStage.BOOKED.value, "owner": Owner.MUNICIPALITY.value})
        self._spread(found)
        number = found.values.get("number")
        key = number or self._print(found.values)
        held = self.by_number.get(number) if number else next(iter(self.by_print.get(key, ())), None)
        if number in self.withdrawn:
            self.refuse(
                found, "number", say("Uitgave %(number)s is ingetrokken. Kies een ander nummer.", number=number)
            )
        if number == 0:
            self.refuse(found, "number", say("Een nummer begint bij 1. Laat de cel leeg voor een nieuwe uitgave."))
        if key in self.seen:
            self.refuse(found, "number" if number else "description", double_of(self.seen[key]))
        self.seen.setdefault(key, row.number)
        if held is not None:
            found.record = held
            self.compare(found, self._as_row(held), passed=("number", "stream"), implied=implied)
        if not found.problems and found.outcome is not Outcome.UNCHANGED:
            self._resolve(found, held)
        return found

    def check_together(self, rows: Sequence[CheckedRow]) -> None:
        """Together the rows pass no grant either: the row that crosses the line hears it (MONEY-2)."""
        drafted = [row for row in rows if row.draft and row.is_good]
        if not drafted:
            return
        network, year = self.place.network, self.place.year
        law = law_of_year(year, self.overrides, choice=choice_of(network, year))
        ledger = ledger_of(law, queries.list_grants(network.id, year), self.held)
        taken = [_taken(row) for row in drafted]
        for row, said in zip(drafted, ledger.take_together(taken), strict=True):
            row.findings += said

    def save(self, rows: Sequence[CheckedRow]) -> Iterator[int]:
        changed = [(row.record, _draft(row)) for row in rows if row.outcome is Outcome.CHANGED]
        fresh = sorted(
            (row for row in rows if row.outcome is Outcome.NEW),
            key=lambda row: (row.values.get("number") is None, row.values.get("number") or 0, row.number),
        )
        booking = Booking(self.heard)
        booking.amend(changed, overrides=self.overrides)
        drafts = [_draft(row) for row in fresh]
        booking.add(self.place.network, year=self.place.year, drafts=drafts, overrides=self.overrides)
        return booking.send()

    def _as_row(self, expense: Expense) -> dict[str, Any]:
        return row_of(expense, self.actions, self.agreements)

    def _print(self, values: dict[str, Any]) -> tuple[Any, ...]:
        """What makes a row without a number the same as another: all that the file says of it."""
        return tuple(same(values.get(key)) or None for key in self.compared)

    def _spread(self, row: CheckedRow) -> None:
        """Put the whole invoice on the one stream that pays it."""
        for key in [key for key in row.values if key.startswith(PART)]:
            row.values[key] = row.values[key] or None
        stream = row.values.get("stream")
        if not stream:
            return
        if any(amounts_of(row.values, PART).values()):
            self.refuse(row, "stream", say("Schrijf ofwel één bron, ofwel de bedragen per bron. Niet allebei."))
        else:
            row.values |= {PART + code: None for code in STREAM_CHOICES}  # what others paid before ends too
            row.values[PART + stream] = row.values.get("invoice_cents")

    def _resolve(self, row: CheckedRow, held: Expense | None) -> None:
        """From words to records, and then the rulebook."""
        said = row.values
        values: dict[str, Any] = {name: said.get(name) for name in PLAIN} | {
            name: said.get(name) or "" for name in TEXTS
        }
        share: Share | None = said.get("target")
        values["target_n"], values["target_m"] = (share.part, share.whole) if share else (None, None)
        if held is not None and "target" not in row.changed:
            values["target_n"], values["target_m"] = held.target_n, held.target_m
        values |= {
            "kind": ExpenseKind(said["kind"]),
            "stage": ExpenseStage(said.get("stage") or ExpenseStage.BOOKED),
            "owner": Owner(said.get("owner") or Owner.MUNICIPALITY),
            "is_ict_pack": bool(said.get("is_ict_pack")),
            "action_id": self._found(row, "action", self.actions, _UNKNOWN_ACTION),
            "agreement_id": self._found(row, "agreement", self.agreements, _UNKNOWN_AGREEMENT),
        }
        parts = {code: cents for code, cents in amounts_of(said, PART).items() if cents}
        row.draft = {"values": values, "parts": parts}
        if held is not None:
            self._check_move(row, held)
        if not row.problems:
            self._ask_rulebook(row, held, values, parts)

    def _found(self, row: CheckedRow, key: str, names: Any, unknown: Wording) -> int | None:
        name = row.values.get(key)
        if not name:
            return None
        record = names.find(name)
        if record is None:
            self.refuse(row, key, say(unknown.msgid, name=name, year=self.place.year))
            return None
        return int(record.id)

    def _check_move(self, row: CheckedRow, held: Expense) -> None:
        if held.stage is ExpenseStage.JUSTIFIED and row.changed != ("stage",):
            key = next(key for key in row.changed if key != "stage")
            self.refuse(row, key, say("Deze uitgave is al verantwoord. Zet ze eerst terug op geboekt."))
        elif "stage" in row.changed:
            self.obey(row, "stage", rules.check_stage_move, held.stage, ExpenseStage(row.values["stage"]))

    def _ask_rulebook(
        self, row: CheckedRow, held: Expense | None, values: dict[str, Any], parts: dict[str, int]
    ) -> None:
        draft = Expense(network_id=self.place.network.id, year=self.place.year, **values)
        facts = facts_of(draft, parts)
        if held is not None and not facts.has_proof:
            facts = replace(facts, has_proof=any(proof.withdrawn_at is None for proof in held.proofs))
        said = rules.check_expense(facts, overrides=self.overrides)
        row.findings = [finding for finding in said if finding.severity is not Severity.HINT]


def _taken(row: CheckedRow) -> tuple[tuple[SpentPart, ...], tuple[SpentPart, ...]]:
    """What the row takes of the year, and what its expense took before."""
    values = row.draft["values"]
    new = parts_taken(
        row.draft["parts"],
        kind=values["kind"],
        stage=values["stage"],
        invoice_cents=values["invoice_cents"],
        invoice_excl_vat_cents=values["invoice_excl_vat_cents"],
    )
    return new, () if row.record is None else parts_of(row.record)


def _draft(row: CheckedRow) -> ExpenseDraft:
    return ExpenseDraft(row.draft["values"], row.draft["parts"], row.values.get("number"))


def _compared(columns: FoundColumns) -> list[str]:
    """The columns by which a row without a number is known again."""
    named = [key for key in columns.letters if key not in ("number", "stream")]
    if "stream" in columns.letters:
        named += [PART + code for code in STREAM_CHOICES if PART + code not in named]
    return named


_UNKNOWN_ACTION = say("De actie “%(name)s” bestaat niet in %(year)s. Kijk de titel na.")
_UNKNOWN_AGREEMENT = say(
    "De overeenkomst “%(name)s” kennen we niet. Schrijf de naam van de partner, een dubbele punt en de titel."
)
