"""How a paper says what it holds: its language, and the way of writing amounts, days, counts and shares."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

from portal.foundation.clock import in_brussels
from portal.foundation.wording import Day, Euros, Percent, Wording, say
from portal.reports.types import Cell, CellKind, DataState, Paper, Text

DRAFT_MARK = say("ONTWERP")
DRAFT_SENTENCE = say("Dit is een ontwerp. Het kan nog niet weg. Dit moet eerst in orde:")
STILL_OPEN = say("Dit blijft nog open. Het houdt het papier niet tegen:")
NETWORK_WORDS = say("Lokaal netwerk vrijetijdsparticipatie")
TOTAL_WORD = say("Samen")
_CLOSE = "\u00a0"  # a space at which no line ends
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def _minus(number: int) -> str:
    """A minus sign that never stands alone, or nothing."""
    return f"−{_CLOSE}" if number < 0 else ""


def _as_it_is(msgid: str) -> str:
    return msgid


@dataclass(frozen=True)
class Words:
    """The language of a reader: a locale, and how a Dutch source sentence becomes that language."""

    locale: str = "nl_BE"
    translate: Callable[[str], str] = _as_it_is

    @property
    def language(self) -> str:
        """The language as files name it."""
        return self.locale.replace("_", "-")

    def say(self, text: Text) -> str:
        """A text without signs that no file can hold."""
        told = text.render(self.translate, self._value) if isinstance(text, Wording) else text
        return _UNWRITABLE.sub("", told.replace("\r\n", "\n").replace("\r", "\n"))

    def cell(self, kind: CellKind, value: Cell) -> str:
        """What stands in a cell, in words; nothing for None."""
        match kind, value:
            case _, None:
                return ""
            case CellKind.CENTS, int():
                return self.euro(value)
            case CellKind.SHARE, int():
                return self.share(value)
            case CellKind.HOURS, int():
                return str(format_decimal(Decimal(value) / 60, "#,##0.##", locale=self.locale))
            case _, bool():
                return str(value)
            case _, int():
                return str(format_decimal(value, "#,##0", locale=self.locale))
            case _, date():
                return self.short_day(value)
            case _:
                return self.say(value)

    def euro(self, cents: int) -> str:
        """ "€ 1.250,00" or "− € 477,20", exact to the cent."""
        whole, rest = divmod(abs(cents), 100)
        grouped, mark = f"{whole:,}", "."
        if not self.locale.startswith("en"):
            grouped, mark = grouped.replace(",", "."), ","
        return f"{_minus(cents)}€{_CLOSE}{grouped}{mark}{rest:02d}"

    def share(self, hundredths: int) -> str:
        """A share in hundredths of a percent, with as many figures as it needs."""
        whole, rest = divmod(abs(hundredths), 100)
        mark = "." if self.locale.startswith("en") else ","
        figures = f"{whole}{mark}{rest:02d}".rstrip("0") if rest else str(whole)
        return f"{_minus(hundredths)}{figures}{_CLOSE}%"

    def day(self, on: date) -> str:
        return str(format_date(on, "d MMMM yyyy", locale=self.locale))

    def short_day(self, on: date) -> str:
        return str(format_date(on, "d/MM/yyyy", locale=self.locale))

    def moment(self, at: datetime) -> str:
        """A moment on the clock in Brussels."""
        return str(format_datetime(in_brussels(at).replace(tzinfo=None), "d MMMM yyyy, HH:mm", locale=self.locale))

    def state(self, state: DataState) -> str:
        """Of when the figures are, as the foot of every file says it."""
        return self.say(
            say("Gegevens van %(moment)s, wijziging %(number)s", moment=self.moment(state.at), number=state.revision)
        )

    def head(self, paper: Paper) -> str:
        """Whose paper it is."""
        return f"{self.say(NETWORK_WORDS)} · {self.say(paper.network)}"

    def _value(self, value: Any) -> str:
        match value:
            case Euros(cents):
                return self.euro(cents)
            case Day(on):
                return self.day(on)
            case Percent(share, digits):
                pattern = "#,##0" + ("." + "0" * digits if digits else "")
                return f"{format_decimal(share * 100, pattern, locale=self.locale)}\u00a0%"
            case bool():
                return str(value)
            case date():
                return self.day(value)
            case float():
                return str(format_decimal(value, locale=self.locale))
            case _:
                return str(value)


DUTCH = Words()
