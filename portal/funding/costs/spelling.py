"""Words as people write them: accents, capitals, inflections, and the parts of a Dutch compound."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache
from threading import Lock

from snowballstemmer import stemmer

WORD = re.compile(r"[a-z0-9]+")
DOUBLED = re.compile(r"(.)\1+")
# In this order: what is written, and how it sounds.
SOUNDS = (
    ("sch", "sx"), ("ch", "x"), ("ks", "x"), ("ck", "k"), ("qu", "kw"), ("cc", "ks"), ("ce", "se"), ("ci", "si"),
    ("c", "k"), ("ph", "f"), ("th", "t"), ("dt", "t"), ("ij", "y"), ("ei", "y"), ("ou", "au"), ("ie", "i"),
    ("ae", "a"), ("d", "t"), ("z", "s"), ("v", "f"), ("g", "x"), ("b", "p"), ("h", ""),
)  # fmt: skip
LONGEST_QUERY, MOST_WORDS = 200, 12
SHORTEST_PART = 3
TINY, SHORTEST_TINY = frozenset({"cd", "pc", "tv"}), 2  # short words that stand in a compound all the same: kabeltv
LINKS = ("", "s", "en", "e", "n")  # what may stand between the parts of a compound: verjaardag-s-feest

# Words that say nothing about what is paid.
EMPTY_WORDS = frozenset(
    """
    aan al alle allemaal als and at bij by can dat de deze die dit door een en er for from geld gaan gaat haar het hier
    hij hun iemand iets ik in is je jullie kan kun kunnen la le maar mag maken me men met mij mijn moet mogen naar niet
    nog of om on ons onze ook op over pay she si te ten ter terugbetalen terugbetaald terwijl the to toch tot uit van
    vanuit veel voor waar wanneer wat we wel wie wij with word worden wordt ze zelf zich zij zijn zo zou betalen betaald
    betaling vergoeden vergoed vergoeding kost kosten kostprijs prijs
    """.split()  # noqa: SIM905
)

_STEMMER, _TURN = stemmer("dutch"), Lock()  # a stemmer keeps the word it works on: one thread at a time


def plain(text: str) -> str:
    """Small letters without accents: "Crèche" and "creche" are one word."""
    spread = unicodedata.normalize("NFKD", text[:LONGEST_QUERY].casefold())
    return "".join(sign for sign in spread if not unicodedata.combining(sign)).replace("'s", "s").replace("’s", "s")


def split_words(text: str) -> tuple[str, ...]:
    """The words that tell something; when no word does, all of them."""
    words = tuple(dict.fromkeys(WORD.findall(plain(text))))[:MOST_WORDS]
    telling = tuple(word for word in words if word not in EMPTY_WORDS and len(word) > 1 and not word.isdigit())
    return telling or words


@lru_cache(maxsize=8192)
def stems(word: str) -> frozenset[str]:
    """The word as it is, and without its inflection."""
    with _TURN:
        found = {_STEMMER.stemWord(word)}
    for ending in ("s", "je", "jes", "tje", "tjes"):  # loanwords and diminutives that the algorithm leaves alone
        if word.endswith(ending) and len(word) - len(ending) > SHORTEST_PART:
            found.add(word.removesuffix(ending))
    return frozenset(found | {word})


@lru_cache(maxsize=16384)
def sound_of(word: str) -> str:
    """How a word sounds, roughly: words that people confuse in writing sound the same."""
    for written, heard in SOUNDS:
        word = word.replace(written, heard)
    return DOUBLED.sub(r"\1", word)


def split_compound(
    word: str, known: Collection[str], *, inflected: bool = True
) -> Iterator[tuple[str | None, str | None]]:
    """Ways to cut a compound; a part that is no known word is None, and at least one part is known.

    With `inflected` the last part may be a plural or a diminutive of a known word.
    """
    for at in range(SHORTEST_TINY, len(word) - SHORTEST_TINY + 1):
        if not (_is_part(word[:at]) and _is_part(word[at:])):
            continue
        first, last = _known_front(word[:at], known), _known_form(word[at:], known, inflected)
        if first or last:
            yield first, last


def _is_part(part: str) -> bool:
    return len(part) >= SHORTEST_PART or part in TINY


def _known_form(part: str, known: Collection[str], inflected: bool) -> str | None:
    if part in known or not inflected:
        return part if part in known else None
    return next((form for form in sorted(stems(part), key=len, reverse=True) if form in known), None)


def _known_front(part: str, known: Collection[str]) -> str | None:
    for link in LINKS:
        bare = part.removesuffix(link) if link else part
        if _is_part(bare) and (not link or bare != part) and bare in known:
            return bare
    return None
