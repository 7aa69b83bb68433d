"""Whole numbers, numbers with decimals and amounts in a cell, never guessed."""

from __future__ import annotations

import math
import re
from datetime import date, time, timedelta
from decimal import Decimal

from portal.foundation.money import NotAnAmount, cents_from_decimal, cents_from_text, decimal_from_cents
from portal.foundation.wording import Wording, say
from portal.transfer.cells.currencies import foreign_currency
from portal.transfer.cells.texts import short_text, text_of
from portal.transfer.types import BadCell, RawValue

MAX_INTEGER = 999_999_999
_MOST_FIGURES = 15  # leading zeros included; a longer row of figures is no count

_SPACES = "[ \u00a0\u202f]"
_WHOLE = re.compile(rf"[-\u2212]?(?:\d+|\d{{1,3}}(?:{_SPACES}\d{{3}})+)(?:[.,]0{{1,2}})?")
_GROUPED = re.compile(r"-?[1-9]\d{0,2}(?:[.,]\d{3})+")
_RANGE = re.compile(r"\d+\s*(?:-|\u2013|\u2014|/|tot(?: en met)?|t/m|a|à|to|of|ou)\s*\d+", re.IGNORECASE)
_EURO_WORDS = re.compile(r"\b(?:euros?|eur)\b", re.IGNORECASE)
_DECIMALS = re.compile(r"-?\d+[.,]\d+")


def read_money(value: RawValue, *, may_be_negative: bool) -> int:
    """Cents of an amount that was typed as a number or as text."""
    cents = _hundredths(value, euros=True)
    if cents < 0 and not may_be_negative:
        raise BadCell(say("Dit bedrag is negatief. Vul een bedrag in van 0 of meer."))
    return cents


def read_number(value: RawValue, *, may_be_negative: bool) -> Decimal:
    """A number with at most two decimals, such as hours."""
    hundredths = _hundredths(value, euros=False)
    if hundredths < 0 and not may_be_negative:
        raise BadCell(say("Dit getal is negatief. Vul een getal in van 0 of meer."))
    return decimal_from_cents(hundredths)


def read_integer(value: RawValue, *, may_be_negative: bool) -> int:
    """One whole number; a range or an estimate is refused."""
    number = _integer_of_text(value) if isinstance(value, str) else _integer_of_number(value)
    if abs(number) > MAX_INTEGER:
        raise BadCell(say("Dit getal is te groot."))
    if number < 0 and not may_be_negative:
        raise BadCell(say("Dit getal is negatief. Vul een getal in van 0 of meer."))
    return number


def money_text(cents: int) -> str:
    """An amount as the portal writes it in a CSV file: 1250,00."""
    return str(decimal_from_cents(cents)).replace(".", ",")


def number_text(number: Decimal) -> str:
    """A number without zeros that say nothing: 2,5."""
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def exact_decimal(number: int | float) -> Decimal:
    """The number that the program shows: it keeps fifteen figures, the rest is noise of its arithmetic."""
    return Decimal(number) if isinstance(number, int) else Decimal(f"{number:.15g}")


def _is_finite(number: int | float) -> bool:
    return isinstance(number, int) or math.isfinite(number)


def _hundredths(value: RawValue, *, euros: bool) -> int:
    try:
        if isinstance(value, int | float) and not isinstance(value, bool):
            if not _is_finite(value):
                raise NotAnAmount("range")
            return cents_from_decimal(exact_decimal(value))
        if isinstance(value, str) and (euros or not _names_euro(value)):
            return cents_from_text(_EURO_WORDS.sub("", value) if euros else value)
    except NotAnAmount as refusal:
        raise BadCell(_amount_reason(refusal.reason, text_of(value), euros=euros)) from refusal
    raise BadCell(_became_date() if _is_moment(value) else _amount_reason("shape", text_of(value), euros=euros))


def _names_euro(text: str) -> bool:
    return "€" in text or "eur" in text.casefold()


def _amount_reason(reason: str, text: str, *, euros: bool) -> Wording:
    shown = short_text(text)
    match reason:
        case "ambiguous" if "," in text:
            return say(
                "“%(text)s” heeft drie cijfers na de komma. Schrijf hoogstens twee cijfers na de komma. "
                "Bedoel je een duizendtal? Schrijf het zonder komma.",
                text=shown,
            )
        case "ambiguous":
            return say(
                "“%(text)s” kan op twee manieren gelezen worden: "
                "als duizendtal of met drie cijfers na de komma. Schrijf duizend als 1000 of 1.000,00.",
                text=shown,
            )
        case "decimals":
            return say("“%(text)s” heeft meer dan twee cijfers na de komma. Rond af op twee cijfers.", text=shown)
        case "range":
            return say("“%(text)s” is te groot.", text=shown)
    if euros and (currency := foreign_currency(text)) is not None:
        return say(
            "“%(text)s” is een bedrag in een andere munt (%(currency)s). Reken het om en schrijf het bedrag in euro.",
            text=shown,
            currency=currency,
        )
    if euros:
        return say("“%(text)s” is geen bedrag. Schrijf een bedrag zoals 1250,00.", text=shown)
    return say("“%(text)s” is geen getal. Schrijf een getal zoals 12 of 2,5.", text=shown)


def _integer_of_number(value: RawValue) -> int:
    if isinstance(value, int | float) and not isinstance(value, bool):
        if not _is_finite(value):
            raise BadCell(say("Dit getal is te groot."))
        number = exact_decimal(value)
        if number != int(number):
            raise BadCell(_not_whole(text_of(value)))
        return int(number)
    if _is_moment(value):
        raise BadCell(_became_date())
    raise BadCell(_no_integer(text_of(value)))


def _integer_of_text(text: str) -> int:
    if _WHOLE.fullmatch(text):
        figures = re.sub(rf"{_SPACES}|[.,]0+$", "", text).replace("\u2212", "-")
        return int(figures) if len(figures) <= _MOST_FIGURES else MAX_INTEGER + 1
    if _GROUPED.fullmatch(text):
        raise BadCell(
            say(
                "“%(text)s” kan op twee manieren gelezen worden. Schrijf het getal zonder punt of komma.",
                text=short_text(text),
            )
        )
    if _RANGE.search(text):
        raise BadCell(
            say("“%(text)s” is geen getal maar een reeks. Vul één getal in.", text=short_text(text)),
        )
    raise BadCell(_not_whole(text) if _DECIMALS.fullmatch(text) else _no_integer(text))


def _not_whole(text: str) -> Wording:
    return say("“%(text)s” is geen geheel getal. Vul een getal in zonder komma.", text=short_text(text))


def _no_integer(text: str) -> Wording:
    return say("“%(text)s” is geen getal. Vul één geheel getal in, zoals 12.", text=short_text(text))


def _is_moment(value: RawValue) -> bool:
    return isinstance(value, date | time | timedelta)


def _became_date() -> Wording:
    return say("Je programma maakte van deze cel een datum. Zet de cel op tekst of getal en typ het getal opnieuw.")
