"""Amounts in another currency: recognised, so that nobody takes dollars for euros."""

from __future__ import annotations

import re
from functools import lru_cache

from openpyxl.styles.numbers import BUILTIN_FORMATS

EURO = frozenset({"", "€", "eur", "euro", "euros"})

_CODES = "USD GBP CHF JPY CAD AUD SEK NOK DKK PLN CZK HUF RON BGN TRY MAD CNY dollar dollars pond ponden".split()  # noqa: SIM905
_FOREIGN = re.compile(rf"(?:US)?[$]|[£¥₺₽]|(?<![^\W\d_])(?:{'|'.join(_CODES)})(?![^\W\d_])", re.IGNORECASE)
_BRACKETED = re.compile(r"\[\$([^\]-]*)[^\]]*\]")  # [$-813] only names a language, [$$-409] a currency


def foreign_currency(text: str) -> str | None:
    """The other currency that a text names, as it is written there."""
    found = _FOREIGN.search(text)
    return found.group() if found else None


def is_euro(text: str) -> bool:
    """Whether the cell of a column with currencies says euro, or nothing."""
    return text.strip().casefold() in EURO


@lru_cache(maxsize=1024)
def currency_of_format(number_format: str) -> str | None:
    """The other currency in which a workbook shows a number.

    The formats that every program has built in follow the country of the reader: those say nothing.
    """
    if number_format in BUILTIN_FORMATS.values():
        return None
    for named in _BRACKETED.findall(number_format):
        if (currency := foreign_currency(named)) is not None:
            return currency
    return foreign_currency(_BRACKETED.sub("", number_format))
