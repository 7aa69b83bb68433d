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
from portal.transfer.cells.currencies import is_euro
from portal.transfer.lists.columns import PART, STREAM_CHOICES, amounts_of
from portal.transfer.lists.expense_findings import asks_proof, findings_of
from portal.transfer.lists.expenses import names_of_actions, names_of_agreements, row_of
from portal.transfer.lists.listing import CheckedRow, FoundColumns, Intake, Outcome, Place, double_of, is_shifted, same
from portal.transfer.lists.naming import UNKNOWN_ACTION
from portal.transfer.lists.stream_suggestions import offer_stream
from portal.transfer.lists.turns import in_turn
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
MOST_OFFERS = 10_000  # rows of one file for which a stream is looked up
TEXTS = ("description", "supplier", "evidence_reference", "note", "origin")


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
        self.law = law_of_year(place.year, self.overrides, choice=choice_of(place.network, place.year))
        self.offers = 0

    def check(self, row: ReadRow) -> CheckedRow:
        found = self.begin(row)
        if row.is_total or is_shifted(found):
            return found
        implied = self.imply(found, {"stage": ExpenseStage.BOOKED.value, "owner": Owner.MUNICIPALITY.value})
        self._check_currency(found)
        self._spread(found)
        held = self._hold_against(found, implied) if self.reads(found, "number") else None
        if found.outcome is not Outcome.UNCHANGED or found.problems:
            if held is None or held.stage is not ExpenseStage.JUSTIFIED:
                self._suggest(found, None if "owner" in implied and held is None else found.values.get("owner"))
            self._resolve(found, held)
        return found

    def _check_currency(self, row: CheckedRow) -> None:
        """Dollars are never taken for euros, also when another column says that they are dollars."""
        currency = row.values.pop("currency", None) or ""
        if not is_euro(currency):
            self.refuse(
                row,
                "invoice_cents",
                say(
                    "Deze rij is in een andere munt (%(currency)s). Reken het om en schrijf het bedrag in euro.",
                    currency=currency,
                ),
            )

    def _hold_against(self, row: CheckedRow, implied: Sequence[str]) -> Expense | None:
        """The expense that the row is about, if the ledger has it."""
        number = row.values.get("number")
        key = number or self._print(row.values)
        held = self.by_number.get(number) if number else next(iter(self.by_print.get(key, ())), None)
        if number in self.withdrawn:
            self.refuse(row, "number", say("Uitgave %(number)s is ingetrokken. Kies een ander nummer.", number=number))
        if number == 0:
            self.refuse(row, "number", say("Een nummer begint bij 1. Laat de cel leeg voor een nieuwe uitgave."))
        if number or not row.unread:  # what could not be read may be what makes two rows differ
            if key in self.seen:
                self.refuse(row, "number" if number else "description", double_of(self.seen[key]))
            self.seen.setdefault(key, row.number)
        if held is not None:
            row.record = held
            self.compare(row, self._as_row(held), passed=("number", "stream"), implied=implied)
        return held

    def check_together(self, rows: Sequence[CheckedRow]) -> None:
        """Together the rows pass no grant either: the row that crosses the line hears it (MONEY-2)."""
        drafted = in_turn(row for row in rows if row.draft and row.is_good)
        if not drafted:
            return
        network, year = self.place.network, self.place.year
        ledger = ledger_of(self.law, queries.list_grants(network.id, year), self.held)
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
        if any(amounts_of(row.values, PART).values()) or any(key.startswith(PART) for key in row.unread):
            self.refuse(row, "stream", say("Schrijf ofwel één bron, ofwel de bedragen per bron. Niet allebei."))
        else:
            row.values |= {PART + code: None for code in STREAM_CHOICES}  # what others paid before ends too
            row.values[PART + stream] = row.values.get("invoice_cents")
            row.unshown = tuple(PART + code for code in STREAM_CHOICES)

    def _resolve(self, row: CheckedRow, held: Expense | None) -> None:
        """From words to records, and then the rulebook: all that can be said of the cells that could be read."""
        values = self._values(row, held)
        parts = _parts_of(row)
        if held is not None:
            self._check_move(row, held)
        self._ask_rulebook(row, held, values, parts)
        if not row.problems:
            row.draft = {"values": values, "parts": parts}

    def _suggest(self, row: CheckedRow, owner: str | None) -> None:
        """A stream for a row that names none, or one that refuses the cost; put on it only when the reader took it."""
        unread = any(key in ("description", "invoice_cents", "stream") or key.startswith(PART) for key in row.unread)
        if unread or self.offers == MOST_OFFERS or not row.values.get("description"):
            return
        parts = _parts_of(row)
        row.offered = offer_stream(row.values["description"], parts, Owner(owner) if owner else None, self.law)
        if row.offered is None:
            return
        self.offers += 1
        if not self.takes(row.number):
            return
        moved = row.offered.moved(parts, row.values.get("invoice_cents") or 0)
        row.offered = row.offered.taken()
        row.values |= {PART + code: moved.get(code) for code in {*parts, *moved}}
        row.unshown = tuple(key for key in row.unshown if key.removeprefix(PART) not in moved)
        if not owner:
            row.values["owner"] = row.offered.owner.value

    def _values(self, row: CheckedRow, held: Expense | None) -> dict[str, Any]:
        said = row.values
        share: Share | None = said.get("target")
        target: tuple[int | None, int | None] = (share.part, share.whole) if share else (None, None)
        if held is not None and "target" not in row.changed:
            target = held.target_n, held.target_m
        kind = said.get("kind")
        return {
            **{name: said.get(name) for name in PLAIN},
            **{name: said.get(name) or "" for name in TEXTS},
            "target_n": target[0],
            "target_m": target[1],
            "kind": ExpenseKind(kind) if kind else None,
            "stage": ExpenseStage(said.get("stage") or ExpenseStage.BOOKED),
            "owner": Owner(said.get("owner") or Owner.MUNICIPALITY),
            "is_ict_pack": bool(said.get("is_ict_pack")),
            "action_id": self._found(row, "action", self.actions, UNKNOWN_ACTION),
            "agreement_id": self._found(row, "agreement", self.agreements, _UNKNOWN_AGREEMENT),
        }

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
        if held is not None and row.changed == ("stage",):  # the same expense: what was approved still is
            draft.approval = held.approval
        facts = facts_of(draft, parts)
        if held is not None and not facts.has_proof:
            facts = replace(facts, has_proof=any(proof.withdrawn_at is None for proof in held.proofs))
        unsure = {*row.unread, *(problem.key for problem in row.problems if problem.key in ("agreement", "stream"))}
        said = findings_of(facts, unsure, overrides=self.overrides)
        row.awaits_proof = any(asks_proof(finding) for finding in said)
        row.findings = [one for one in said if one.severity is not Severity.HINT and not asks_proof(one)]


def _parts_of(row: CheckedRow) -> dict[str, int]:
    return {code: cents for code, cents in amounts_of(row.values, PART).items() if cents}


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
    said = [one for one in row.findings if one.rule == "MONEY-2"]
    return ExpenseDraft(row.draft["values"], row.draft["parts"], row.values.get("number"), said)


def _compared(columns: FoundColumns) -> list[str]:
    """The columns by which a row without a number is known again."""
    named = [key for key in columns.letters if key not in ("number", "stream")]
    if "stream" in columns.letters:
        named += [PART + code for code in STREAM_CHOICES if PART + code not in named]
    return named


_UNKNOWN_AGREEMENT = say(
    "De overeenkomst “%(name)s” kennen we niet. Schrijf de naam van de partner, een dubbele punt en de titel."
)
