"""How values are written on a page."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from flask import Flask
from flask_babel import format_date, format_datetime, format_decimal, gettext

from portal.foundation.clock import in_brussels
from portal.foundation.readability import measure
from portal.foundation.wording import Wording
from portal.web.language import euro, in_words, percent

LABELS: dict[tuple[type, StrEnum], Wording] = {}
CODES: dict[str, Wording] = {}


def teach_labels(*tables: dict[Any, Wording]) -> None:
    """Make the words of enum members known to the `label` filter."""
    for table in tables:
        LABELS.update({(type(member), member): word for member, word in table.items()})


def label(member: Any) -> str:
    """The words for an enum member in the reader's language; empty for None."""
    if member is None or member == "":
        return ""
    word = LABELS.get((type(member), member))
    return in_words(word) if word is not None else str(getattr(member, "value", member))


def label_of_code(enum_name: str, code: str) -> str:
    """The words of a stored code; without a name the first list that knows the code, which is how sets are kept."""
    for (kind, member), word in LABELS.items():
        if member.value == code and (not enum_name or kind.__name__ == enum_name):
            return in_words(word)
    return code


def teach_codes(words: dict[str, Wording]) -> None:
    """Make the words of codes known that are no members of an enum, such as the streams of money."""
    CODES.update(words)


def kept_words(text: str) -> str:
    """Words that were stored in Dutch (who did it, along which way, a source), in the reader's language."""
    if text in CODES:
        return in_words(CODES[text])
    return gettext(text) if text else ""


def code_labels(codes: Any, enum_name: str) -> list[str]:
    """The words of a set of stored codes of one list."""
    return [label_of_code(enum_name, str(code)) for code in codes or ()]


def day(value: date | None) -> str:
    return format_date(value, "d MMMM yyyy") if value else ""


def day_short(value: date | None) -> str:
    return format_date(value, "d/MM/yyyy") if value else ""


def moment(value: datetime | None) -> str:
    return format_datetime(in_brussels(value), "d MMMM yyyy, HH:mm", rebase=False) if value else ""


def number(value: Any, digits: int = 0) -> str:
    if value is None:
        return ""
    return str(format_decimal(value, "#,##0" + ("." + "0" * digits if digits else "")))


def hours(minutes: int | None) -> str:
    """ "2 uur 30" for 150 minutes."""
    if not minutes:
        return gettext("%(hours)s uur", hours=0) if minutes == 0 else ""
    whole, rest = divmod(minutes, 60)
    if rest:
        return gettext("%(hours)s uur %(minutes)s", hours=whole, minutes=f"{rest:02d}")
    return gettext("%(hours)s uur", hours=whole)


def file_size(count: int) -> str:
    """Bytes in kilobytes, never less than one."""
    return gettext("%(count)s kB", count=number(max(1, round(count / 1024))))


def install_filters(app: Flask) -> None:
    """Make the filters known to all templates."""
    app.jinja_env.filters.update(
        t=in_words,
        label=label,
        code_labels=code_labels,
        kept_words=kept_words,
        euro=euro,
        day=day,
        day_short=day_short,
        moment=moment,
        percent=percent,
        number=number,
        hours=hours,
        file_size=file_size,
        readability=measure,
    )
