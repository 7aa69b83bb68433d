"""Money: whole cents inside, decimals at the edges, and sums that are split without losing a cent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from fractions import Fraction

MAX_CENTS = 99_999_999_999  # 999,999,999.99 euro: more than any network handles, far below what a column holds

_AMBIGUOUS = re.compile(r"^-?[1-9]\d{0,2}[.,]\d{3}$")
_PLAIN = re.compile(r"^-?\d+(?:[.,]\d{1,})?$")
_BELGIAN = re.compile(r"^-?[1-9]\d{0,2}(?:[. \u00a0\u202f]\d{3})+(?:,\d+)?$")
_ENGLISH = re.compile(r"^-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$")


class NotAnAmount(ValueError):
    """The text is no amount; `reason` is one of "shape", "ambiguous", "decimals", "range"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def cents_from_text(text: str) -> int:
    """Cents from "1.250,00", "1250.00", "1 250", "€ 12,5"; raises NotAnAmount.

    "1.250" and "1,250" are refused as ambiguous: one reader sees a thousand, the other three decimals,
    and an amount is never guessed.
    """
    cleaned = text.replace("€", "").replace("EUR", "").replace("\u2212", "-").strip().strip("\u00a0\u202f ")
    if _AMBIGUOUS.match(cleaned):
        raise NotAnAmount("ambiguous")
    if _BELGIAN.match(cleaned):
        cleaned = re.sub(r"[. \u00a0\u202f]", "", cleaned).replace(",", ".")
    elif _ENGLISH.match(cleaned):
        cleaned = cleaned.replace(",", "")
    elif _PLAIN.match(cleaned):
        cleaned = cleaned.replace(",", ".")
    else:
        raise NotAnAmount("shape")
    return cents_from_decimal(Decimal(cleaned))


def cents_from_decimal(amount: Decimal) -> int:
    """Cents of an amount of at most two decimals; raises NotAnAmount."""
    try:
        cents = amount * 100
        whole = int(cents)
    except (InvalidOperation, OverflowError, ValueError) as error:
        raise NotAnAmount("shape") from error
    if cents != whole:
        raise NotAnAmount("decimals")
    if abs(whole) > MAX_CENTS:
        raise NotAnAmount("range")
    return whole


def decimal_from_cents(cents: int) -> Decimal:
    """Euros with exactly two decimals."""
    return (Decimal(cents) / 100).quantize(Decimal("0.01"))


def euros_text(cents: int) -> str:
    """Machine form of an amount: "1250.00"."""
    return str(decimal_from_cents(cents))


def rounded_cents(amount: Fraction | Decimal) -> int:
    """Half a cent goes up, away from zero, as on an invoice."""
    if isinstance(amount, Fraction):
        doubled = abs(amount) * 2 + 1
        whole = doubled.numerator // (doubled.denominator * 2)
        return whole if amount >= 0 else -whole
    return int(amount.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def share_of(cents: int, numerator: int, denominator: int) -> int:
    """The n/m part of an amount, rounded to the cent."""
    return rounded_cents(Fraction(cents * numerator, denominator))


def split_cents(total: int, weights: Sequence[int]) -> list[int]:
    """Parts in proportion to the weights that add up to exactly `total` (largest remainders get the spare cents)."""
    whole = sum(weights)
    if not weights or whole <= 0 or min(weights) < 0:
        raise ValueError("weights must be zero or more and not all zero")
    sign = -1 if total < 0 else 1
    exact = [Fraction(abs(total) * weight, whole) for weight in weights]
    parts = [int(part) for part in exact]
    spare = abs(total) - sum(parts)
    by_remainder = sorted(range(len(parts)), key=lambda at: (-(exact[at] - parts[at]), at))
    for at in by_remainder[:spare]:
        parts[at] += 1
    return [sign * part for part in parts]
