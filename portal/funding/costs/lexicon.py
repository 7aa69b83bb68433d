"""All words of the cost lists, by their forms and by the parts of their compounds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log

from portal.funding.costs.register import subjects
from portal.funding.costs.spelling import SHORTEST_PART, sound_of, split_compound, split_words, stems
from portal.funding.costs.types import Subject


@dataclass(frozen=True)
class Term:
    """A name, synonym or everyday word of a thing, in words."""

    subject: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    """`forms` leads from a form to words, `parts` from a part to compounds, `holders` from a term to its things,
    `sounds` from a sound to words."""

    terms: tuple[Term, ...]
    words: tuple[str, ...]
    forms: Mapping[str, frozenset[str]]
    parts: Mapping[str, frozenset[str]]
    rarity: Mapping[str, float]
    terms_of: Mapping[str, tuple[int, ...]]
    holders: Mapping[tuple[str, ...], frozenset[str]]
    sounds: Mapping[str, frozenset[str]]


def _terms_of(subject: Subject) -> Iterable[Term]:
    said = {text for entry in subject.entries for text in (entry.dutch, entry.english, *entry.words)}
    for text in sorted(said):
        words = split_words(text)
        yield Term(subject.key, words)
        if len(words) == 2:  # "dvd-speler" is also written "dvdspeler"
            yield Term(subject.key, ("".join(words),))


def build_lexicon(things: Iterable[Subject]) -> Lexicon:
    """Everything the search needs, made once."""
    things = list(things)
    terms = tuple(dict.fromkeys(term for subject in things for term in _terms_of(subject)))
    words = tuple(sorted({word for term in terms for word in term.words}))
    forms: dict[str, set[str]] = {}
    for word in words:
        for form in stems(word):
            forms.setdefault(form, set()).add(word)
    speaking: dict[str, set[str]] = {}
    holders: dict[tuple[str, ...], set[str]] = {}
    at_terms: dict[str, list[int]] = {}
    for at, term in enumerate(terms):
        holders.setdefault(term.words, set()).add(term.subject)
        for word in term.words:
            speaking.setdefault(word, set()).add(term.subject)
            at_terms.setdefault(word, []).append(at)
    return Lexicon(
        terms,
        words,
        {form: frozenset(found) for form, found in forms.items()},
        _compounds(words, forms),
        {word: log(1 + len(things) / len(found)) for word, found in speaking.items()},
        {word: tuple(found) for word, found in at_terms.items()},
        {words: frozenset(found) for words, found in holders.items()},
        _sounds(words),
    )


def _sounds(words: Iterable[str]) -> dict[str, frozenset[str]]:
    """Words by how they sound; short words sound alike too easily."""
    heard: dict[str, set[str]] = {}
    for word in words:
        if len(word) > SHORTEST_PART:
            heard.setdefault(sound_of(word), set()).add(word)
    return {sound: frozenset(found) for sound, found in heard.items()}


def _compounds(words: Iterable[str], forms: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    """For each known part the compounds that hold it: "les" stands in "zwemles"."""
    parts: dict[str, set[str]] = {}
    for word in words:
        for pair in split_compound(word, forms, inflected=False):
            for part in pair:
                if part:
                    parts.setdefault(part, set()).add(word)
    return {part: frozenset(found) for part, found in parts.items()}


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The words of all lists."""
    return build_lexicon(subjects().values())
