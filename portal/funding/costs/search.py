"""Finding a cost by what people call it: typing errors, inflections, compounds, synonyms, any order of words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from types import MappingProxyType

from rapidfuzz import process
from rapidfuzz.distance import OSA

from portal.funding.costs.lexicon import Lexicon, lexicon
from portal.funding.costs.register import subjects
from portal.funding.costs.spelling import SHORTEST_PART, sound_of, split_compound, split_words, stems
from portal.funding.costs.types import Subject

SURE = 0.55  # below this nobody may say that a cost was found, unless its own name was typed
NEAR = 0.2  # below this it is not even near
OWN_NAME, SHARED_BY = 0.9, 2  # every word of a term, and a term that at most two things share
MOST_MATCHES = 5
MOST_TURNED = 6  # words of a long question that are tried the other way around

SAME_FORM, INSIDE_COMPOUND, PART_OF_COMPOUND, MISTYPED, SAME_SOUND = 0.95, 0.7, 0.6, 0.92, 0.88
BOTH_PARTS = 0.75
ANY_BILL = 0.7  # of a part, when the compound only says that something is paid: a "waterfactuur" is no "gsm-factuur"
BILLS = frozenset({"factuur", "facturen", "huur", "rekening", "rekeningen"})
UNKNOWN_RARITY = 2.5
WHOLE_TERM = 0.35  # how much it counts that nothing of the term is left over
SCATTERED = 0.85  # words that stand in several terms of one thing
JOINED = 0.98


@dataclass(frozen=True)
class Match:
    """A thing that was found, and how well it fits, from 0 to 1; `is_named`: its own name was among the words."""

    subject: Subject
    score: float
    is_named: bool = False

    @property
    def is_sure(self) -> bool:
        return self.is_named or self.score >= SURE


def find_costs(query: str, *, most: int = MOST_MATCHES) -> tuple[Match, ...]:
    """The things that the query may mean, the best first; also those that are only near."""
    return _found(query.strip()[:200])[:most]


@lru_cache(maxsize=2048)
def _found(query: str) -> tuple[Match, ...]:
    words, book = split_words(query), lexicon()
    if not words:
        return ()
    best: dict[str, float] = {}
    named: set[str] = set()
    for variant, joined, worth in _variants(words, book):
        asked = _Asked(variant, book, joined)
        named |= asked.named
        for key, score in asked.scores.items():
            best[key] = max(best.get(key, 0.0), score * worth)
    things = subjects()
    order = {key: at for at, key in enumerate(things)}
    ranked = sorted(best, key=lambda key: (-round(best[key], 4), order[key]))
    return tuple(Match(things[key], round(best[key], 4), key in named) for key in ranked if best[key] >= NEAR)


def _variants(words: tuple[str, ...], book: Lexicon) -> Iterator[tuple[tuple[str, ...], int | None, float]]:
    """The words as typed, and with two of them written as one, and where: "dvd speler" is "dvdspeler".

    Turned around only when the lists have that word: "factuur van de school" is a "schoolfactuur".
    """
    yield words, None, 1.0
    for at in range(len(words) - 1):
        yield (*words[:at], words[at] + words[at + 1], *words[at + 2 :]), at, JOINED
    for first, last in combinations(range(min(len(words), MOST_TURNED)), 2):
        turned = next((one for link in ("", "s") if (one := words[last] + link + words[first]) in book.forms), None)
        if turned:
            yield (*words[:first], turned, *words[first + 1 : last], *words[last + 1 :]), first, JOINED


class _Asked:
    """Some words beside all terms: how well each thing answers them, and which things they call by name."""

    def __init__(self, words: tuple[str, ...], book: Lexicon, joined: int | None) -> None:
        self.book = book
        self.near = [close_words(word, whole=at == joined) for at, word in enumerate(words)]
        self.weights = [_weight(found, book) for found in self.near]
        self.scores: dict[str, float] = {}
        self.named: set[str] = set()
        together: dict[str, list[float]] = {}
        for at, got in self._met_terms().items():
            term = book.terms[at]
            whole = self._left_nothing(term.words)
            score = self._covered(got) * (1 - WHOLE_TERM + WHOLE_TERM * whole)
            self.scores[term.subject] = max(self.scores.get(term.subject, 0.0), score)
            if whole >= OWN_NAME and len(book.holders[term.words]) <= SHARED_BY:
                self.named.add(term.subject)
            sides = together.setdefault(term.subject, [0.0] * len(words))
            together[term.subject] = [max(pair) for pair in zip(sides, got, strict=True)]
        for subject, got in together.items():
            self.scores[subject] = max(self.scores[subject], self._covered(got) * SCATTERED)

    def _met_terms(self) -> dict[int, list[float]]:
        """Of each term that some word meets: how well it meets each of the words."""
        met: dict[int, list[float]] = {}
        for at, found in enumerate(self.near):
            for one, worth in found.items():
                for term in self.book.terms_of[one]:
                    got = met.setdefault(term, [0.0] * len(self.near))
                    got[at] = max(got[at], worth)
        return met

    def _covered(self, got: list[float]) -> float:
        """The part of the question that is answered; rare words weigh more."""
        return sum(weight * worth for weight, worth in zip(self.weights, got, strict=True)) / sum(self.weights)

    def _left_nothing(self, words: tuple[str, ...]) -> float:
        """The part of a term that the question speaks of."""
        rarity = self.book.rarity
        said = sum(rarity[word] * max(found.get(word, 0.0) for found in self.near) for word in words)
        return said / sum(rarity[word] for word in words)


def _weight(found: Mapping[str, float], book: Lexicon) -> float:
    """How much a typed word says: as much as the word that it most likely means."""
    if not found:
        return UNKNOWN_RARITY
    most = max(found.values())
    return max(book.rarity[one] for one, worth in found.items() if worth == most)


@lru_cache(maxsize=8192)
def close_words(word: str, *, whole: bool = False) -> Mapping[str, float]:
    """The words of the lists that a typed word may mean, with how close they are; `whole`: not cut in parts."""
    book = lexicon()
    found: dict[str, float] = {}
    parts = () if whole else tuple(_parts(word, book))
    for one, worth in (
        *_mistyped(word, is_bill=not whole and _is_bill(word)),
        *_same_sound(word, book),
        *parts,
        *_same_forms(word, book),
    ):
        found[one] = max(found.get(one, 0.0), worth)
    return MappingProxyType(found)


def _same_forms(word: str, book: Lexicon) -> Iterator[tuple[str, float]]:
    for form in stems(word):
        for one in book.forms.get(form, ()):
            yield one, 1.0 if one == word else SAME_FORM


def _parts(word: str, book: Lexicon) -> Iterator[tuple[str, float]]:
    """The word as a part of a longer one in the lists, and longer than a word of the lists."""
    for form in stems(word):
        for one in book.parts.get(form, ()):
            yield one, INSIDE_COMPOUND
    for pair in split_compound(word, book.forms):
        worth = (BOTH_PARTS if all(pair) else PART_OF_COMPOUND) * (ANY_BILL if _is_bill(word) else 1)
        for part in pair:
            for one in book.forms.get(part or "", ()):
                yield one, worth
            for one in book.parts.get(part or "", ()) if all(pair) else ():
                yield one, worth * INSIDE_COMPOUND


def _is_bill(word: str) -> bool:
    """Whether a word only says that something is paid, and for what in its first part."""
    return any(word.endswith(bill) and word != bill for bill in BILLS)


def _same_sound(word: str, book: Lexicon) -> Iterator[tuple[str, float]]:
    """Written as it sounds: "lidgelt", "bioskoop", "netfliks"."""
    if len(word) > SHORTEST_PART:
        for form in (word, *stems(word)):
            for one in book.sounds.get(sound_of(form), ()):
                yield one, SAME_SOUND


def _mistyped(word: str, *, is_bill: bool = False) -> Iterator[tuple[str, float]]:
    """Words that differ in a letter or more, more for long words; swapped letters count once.

    Of a bill the first part counts, and that is short: "gasfactuur" is no mistyped "gsmfactuur".
    """
    most = min(_most_errors(word), 1) if is_bill else _most_errors(word)
    if not most:
        return
    near = _words_as_long(len(word), most)
    for one, errors, _at in process.extract(word, near, scorer=OSA.distance, score_cutoff=most, limit=20):
        same_start = one[0] == word[0]  # the first letter is seldom wrong, and never together with another
        if errors and errors <= (_most_errors(one) if same_start else 1):
            yield one, MISTYPED * (1 - errors / max(len(word), len(one)))


@lru_cache(maxsize=128)
def _words_as_long(length: int, most: int) -> tuple[str, ...]:
    """The words that can differ in so few letters at all."""
    return tuple(word for word in lexicon().words if abs(len(word) - length) <= most)


def _most_errors(word: str) -> int:
    if len(word) <= SHORTEST_PART:
        return 0
    return 1 if len(word) < 8 else 2 if len(word) < 13 else 3  # letters, errors
