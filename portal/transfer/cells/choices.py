"""Choices in a cell, by label in any language of the portal or by code; and yes or no."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import reduce

from portal.foundation.wording import Wording, say
from portal.transfer.cells.texts import canonical_text, plain_name, short_text, text_of
from portal.transfer.types import BadCell, ColumnSpec, Language, RawValue

YES = say("ja")
NO = say("nee")

_YES = {"ja", "j", "yes", "y", "x", "waar", "true", "1", "oui"}
_NO = {"nee", "neen", "n", "no", "onwaar", "false", "0", "non"}
_TICKS = {"✓", "✔", "☑"}
_SEPARATOR = re.compile(r"[;|\n]")
_SHOWN = 8  # more choices than this do not fit in a sentence
_MOST_COMPARISONS = 50  # looking for the nearest label takes time; a whole column of wrong texts needs no more


class ChoiceNames:
    """Under which names the choices of one column are known, in all languages."""

    def __init__(self, column: ColumnSpec, languages: Sequence[Language]) -> None:
        self.column = column
        self.language = languages[0]
        self._exact: dict[str, set[str]] = defaultdict(set)
        self._loose: dict[str, set[str]] = defaultdict(set)
        for code, label in column.choices.items():
            self._loose[plain_name(code)].add(code)
            for language in languages:
                words = canonical_text(language.words(label))
                self._exact[words].add(code)
                self._loose[plain_name(words)].add(code)
        self._loose.pop("", None)  # a label of signs only is known by its exact form
        self._most_commas = max((name.count(",") for name in (*column.choices, *self._exact)), default=0)
        self._comparisons_left = _MOST_COMPARISONS

    def read(self, value: RawValue) -> str:
        """The code of the one choice that the cell names."""
        text = text_of(value)
        code = self._find(text)
        if code is None:
            raise BadCell(self._unknown(text))
        return code

    def read_many(self, value: RawValue) -> tuple[str, ...]:
        """The codes that the cell names, each once, in the order of the cell."""
        parts = [part.strip() for part in _SEPARATOR.split(text_of(value))]
        codes = [code for part in parts if part for code in self._codes_between_commas(part)]
        return tuple(dict.fromkeys(codes))

    def text(self, code: str) -> str:
        """The label of a choice, or its code when the label would not lead back to it."""
        if code not in self.column.choices:
            return code
        words = canonical_text(self.language.words(self.column.choices[code]))
        is_another_code = words in self.column.choices and words != code
        return words if words and self._exact[words] == {code} and not is_another_code else code

    def text_of_many(self, codes: Iterable[str]) -> str:
        """The labels with a semicolon between; a label that holds a separator is written as its code."""
        texts = [(code, self.text(code)) for code in codes]
        return "; ".join(code if _SEPARATOR.search(text) else text for code, text in texts)

    def _find(self, text: str) -> str | None:
        if text in self.column.choices:
            return text
        found = self._exact.get(text) or self._loose.get(plain_name(text)) or set()
        if len(found) > 1:
            raise BadCell(
                say(
                    "“%(text)s” past bij meer dan één keuze. Schrijf de code: %(codes)s.",
                    text=short_text(text),
                    codes=", ".join(sorted(found)),
                )
            )
        return next(iter(found), None)

    def _codes_between_commas(self, text: str) -> list[str]:
        """Labels may hold a comma themselves, so the longest label that fits is taken first."""
        words = text.split(",")
        codes: list[str] = []
        at = 0
        while at < len(words):
            for end in range(min(len(words), at + 1 + self._most_commas), at, -1):
                code = self._find(",".join(words[at:end]).strip())
                if code is not None:
                    codes.append(code)
                    at = end
                    break
            else:
                raise BadCell(self._unknown(words[at].strip() or text))
        return codes

    def _unknown(self, text: str) -> Wording:
        labels = list(self.column.choices.values())
        shown = short_text(text)
        if 0 < len(labels) <= _SHOWN:
            return say(
                "“%(text)s” staat niet in de lijst. Kies uit: %(choices)s.",
                text=shown,
                choices=listed(labels),
            )
        near = self._nearest(text)
        if near is None:
            return say("“%(text)s” staat niet in de lijst van keuzes.", text=shown)
        return say("“%(text)s” staat niet in de lijst. Bedoel je “%(near)s”?", text=shown, near=near)

    def _nearest(self, text: str) -> Wording | None:
        if not self._comparisons_left:
            return None
        self._comparisons_left -= 1
        near = get_close_matches(plain_name(text), list(self._loose), n=1, cutoff=0.7)
        return self.column.choices[min(self._loose[near[0]])] if near else None


def listed(labels: Sequence[Wording]) -> Wording:
    """Wordings one after the other with commas, each still to be translated."""
    return reduce(lambda before, last: say("%(before)s, %(last)s", before=before, last=last), labels)


def read_boolean(value: RawValue) -> bool:
    """Yes or no, as a tick, as a word in Dutch or English, or as a real true or false."""
    if isinstance(value, bool):
        return value
    text = text_of(value)
    if text in _TICKS or text.casefold() in _YES:
        return True
    if text.casefold() in _NO:
        return False
    raise BadCell(say("“%(text)s” is geen ja of nee. Schrijf ja of nee.", text=short_text(text)))


def boolean_text(value: bool, language: Language) -> str:
    """Yes or no in words."""
    return language.words(YES if value else NO)
