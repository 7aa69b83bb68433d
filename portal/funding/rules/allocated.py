"""What an expense has on which kind of stream."""

from __future__ import annotations

from fractions import Fraction

from portal.foundation.money import rounded_cents
from portal.funding.regimes import StreamDefinition, StreamKind, YearLaw
from portal.funding.types import ExpenseFacts


def allocated_cents(expense: ExpenseFacts) -> int:
    return sum(part.amount_cents for part in expense.parts)


def cents_on(expense: ExpenseFacts, stream: str) -> int:
    return sum(part.amount_cents for part in expense.parts if part.stream == stream)


def federal_cents(expense: ExpenseFacts, law: YearLaw) -> int:
    """What the federal streams of the year pay together."""
    return sum(part.amount_cents for part in expense.parts if law.kind_of(part.stream) is StreamKind.FEDERAL)


def federal_streams(expense: ExpenseFacts, law: YearLaw) -> tuple[StreamDefinition, ...]:
    """The federal streams of the year that pay a part, in the fixed order."""
    used = {part.stream for part in expense.parts}
    return tuple(stream for code, stream in law.streams.items() if code in used and stream.kind is StreamKind.FEDERAL)


def has_kind(expense: ExpenseFacts, law: YearLaw, kind: StreamKind) -> bool:
    return any(law.kind_of(part.stream) is kind for part in expense.parts)


def is_federal(expense: ExpenseFacts, law: YearLaw) -> bool:
    return has_kind(expense, law, StreamKind.FEDERAL)


def without_vat(cents: int, invoice_cents: int, invoice_excl_vat_cents: int | None) -> int:
    """What `cents` of an invoice are without VAT, in proportion; unchanged when VAT is unknown."""
    if invoice_excl_vat_cents is None or invoice_cents <= 0:
        return cents
    return rounded_cents(Fraction(cents * invoice_excl_vat_cents, invoice_cents))
