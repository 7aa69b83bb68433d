"""Text of a cell: cleaned, never run as a formula on the way out, given back unchanged on the way in."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta

from portal.foundation.wording import say
from portal.transfer.types import BadCell, BrokenCell, Formula, RawValue

_LINE_END = re.compile(r"\r\n?")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def cleaned_text(text: str) -> str:
    """The text with one kind of line end and without signs that no file can hold."""
    return _UNWRITABLE.sub("", _LINE_END.sub("\n", text))


def canonical_text(text: str) -> str:
    """The text as the portal keeps it: cleaned, nothing blank around it; compare imported text with this."""
    return cleaned_text(text).strip()


def escaped_text(text: str) -> str:
    """The text for the XML of a workbook, in which _x000D_ would stand for a sign with that number."""
    return _LOOKS_ESCAPED.sub("_x005F_", text) if "_x" in text else text


def unescaped_text(text: str) -> str:
    """The text of a workbook with the signs that the program wrote as their number."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def plain_name(text: str) -> str:
    """Letters and figures only, small, without accents: to compare headers and labels that people typed."""
    spread = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in spread if sign.isalnum())


def short_text(text: str) -> str:
    """The beginning of a text, to repeat inside a sentence."""
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= 40 else f"{one_line[:39]}…"


def read_text(value: RawValue, *, max_length: int) -> str:
    """The text of any cell: a number or a date that stands in a text column is written out."""
    text = text_of(value)
    if len(text) > max_length:
        raise BadCell(
            say(
                "Deze tekst telt %(length)s tekens. Er passen er %(max)s. Maak de tekst korter.",
                length=len(text),
                max=max_length,
            )
        )
    return text


def text_of(value: RawValue) -> str:
    """A cell in words, as the reader of the file sees it."""
    match value:
        case str():
            return value
        case bool():
            return "ja" if value else "nee"
        case int():
            return str(value)
        case float():
            return _number_text(value)
        case datetime() if value.time() != time():
            return f"{value:%d/%m/%Y %H:%M}"
        case date():
            return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"
        case time():
            return f"{value:%H:%M}"
        case timedelta():
            minutes = int(value.total_seconds() // 60)
            return f"{minutes // 60}:{minutes % 60:02d}"
        case _:
            return ""


def typed_text(value: RawValue) -> str:
    """A cell as it was typed, a formula and an error among them."""
    match value:
        case Formula():
            return value.text
        case BrokenCell():
            return value.code
        case _:
            return text_of(value)


def _number_text(value: float) -> str:
    """A number of a workbook with the fifteen figures that the program shows."""
    shown = f"{value:.15g}"
    return shown if "e" in shown else shown.replace(".", ",")
