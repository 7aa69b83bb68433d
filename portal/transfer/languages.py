"""The languages of the portal as spreadsheets use them: the reader's first, the others are understood too."""

from __future__ import annotations

from functools import lru_cache

from babel.support import NullTranslations, Translations
from flask import current_app

from portal.transfer.types import Language
from portal.web.language import chosen_language


@lru_cache(maxsize=8)
def _language(code: str, locale: str, folder: str) -> Language:
    catalogue: NullTranslations = Translations.load(folder, [locale, code])
    return Language(code, lambda msgid: str(catalogue.gettext(msgid)) if msgid else "")


def languages_for(code: str) -> tuple[Language, ...]:
    """All languages, the given one first."""
    folder = str(current_app.config["BABEL_TRANSLATION_DIRECTORIES"])
    known = current_app.config["LANGUAGES"]
    ordered = sorted(known, key=lambda one: one != code)
    return tuple(_language(one, known[one], folder) for one in ordered)


def reader_languages() -> tuple[Language, ...]:
    return languages_for(chosen_language())
