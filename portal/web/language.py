"""The reader's language: chosen once, kept in a cookie or the account; wordings become text here."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import current_app, g, has_request_context, request
from flask_babel import format_date, format_decimal, format_percent, get_locale, gettext

from portal.foundation.wording import Day, Euros, Percent, Wording

LANGUAGE_COOKIE = "portal-language"


def chosen_language() -> str:
    """The two-letter code of this request's language; Dutch unless the reader chose another."""
    if not has_request_context():
        return str(g.get("language", "nl")) if g else "nl"
    asked = request.args.get("lang") if request.path.startswith("/api/") else None
    for code in (asked, g.get("language"), request.cookies.get(LANGUAGE_COOKIE)):
        if code in current_app.config["LANGUAGES"]:
            return str(code)
    return "nl"


def select_locale() -> str:
    """For Flask-Babel."""
    return str(current_app.config["LANGUAGES"][chosen_language()])


def in_words(wording: Wording | str | Any) -> str:
    """A wording (or lazy string) in the reader's language."""
    if isinstance(wording, Wording):
        return wording.render(gettext, write_value)
    return str(wording)


def write_value(value: Any) -> str:
    """A parameter of a sentence in the reader's way of writing."""
    match value:
        case Euros(cents):
            return euro(cents)
        case Day(on):
            return format_date(on, "d MMMM yyyy")
        case Percent(share, digits):
            return percent(share, digits)
        case date():
            return format_date(value, "d MMMM yyyy")
        case bool():
            return str(value)
        case int():
            return str(value)
        case float():
            return str(format_decimal(value))
        case _:
            return str(value)


def euro(cents: int | None) -> str:
    """ "€ 1.250,00" or "− € 477,20", exact to the cent; empty for None."""
    if cents is None:
        return ""
    whole, rest = divmod(abs(cents), 100)
    grouped, mark = f"{whole:,}", "."
    if get_locale() is None or get_locale().language != "en":
        grouped, mark = grouped.replace(",", "."), ","
    minus = "\u2212\u00a0" if cents < 0 else ""  # a minus sign, not a hyphen, and it never stands alone
    return f"{minus}€\u00a0{grouped}{mark}{rest:02d}"


def percent(share: float | None, digits: int = 0) -> str:
    """A share from 0 to 1 as a percentage."""
    if share is None:
        return ""
    return str(format_percent(share, "#,##0" + ("." + "0" * digits if digits else "") + " %"))
