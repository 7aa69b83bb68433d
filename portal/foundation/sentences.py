"""Where sentences begin and end in a Dutch text, and which words stand in them; places are counted in code points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

ENDERS = re.compile("[.!?…؟。]+")
CLOSERS = "\"'”’»)]›“"
OPENERS = "\"'“‘«([„‹¿¡”’"
# A point after these is part of the word, whatever comes next.
ALWAYS_ABBREVIATED = frozenset(
    {
        "art", "bv", "bijv", "blz", "ca", "dhr", "dr", "drs", "fam", "fig", "hfst", "i.v.m", "incl", "ing",
        "ir", "jl", "max", "mej", "mevr", "min", "mr", "nl", "nr", "o.a", "o.l.v", "p", "pag", "prof", "resp",
        "sint", "st", "str", "tel", "t.a.v", "t.e.m", "t.o.v", "t.w", "vgl", "vnl", "vs", "z.g", "zgn",
        "d.w.z", "m.a.w", "m.b.t", "m.i.v", "b.v",
    }
)  # fmt: skip
# A point after these ends the sentence only when a capital follows.
SOMETIMES_ABBREVIATED = frozenset(
    {
        "a.u.b", "apr", "aug", "dec", "e.a", "e.d", "enz", "etc", "evt", "excl", "feb", "gem", "i.p.v", "jan",
        "nov", "okt", "s.v.p", "sept", "vr", "vzw", "w.o", "z.o", "u", "cm", "km", "kg", "m", "v.z.w",
    }
)  # fmt: skip
LIST_SIGN = re.compile(r"[ \t]*(?:[-–—•●▪◦*·‣○■□✓✔➢]+[ \t]+|\(?\d{1,3}[.)][ \t]+|\(?[a-z][.)][ \t]+|o\t+)")
WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*(?:(?:['’\-‑]|[.,/:](?=\d))[^\W_]+)*")
LINE = re.compile(r"[^\n]+")
SHORT_START = re.compile(r"['’‘](?:s|t|n|k)\b")
INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
LOOK_BACK = 16  # signs; no abbreviation is longer
LOOK_AHEAD = 24  # signs between a point and the first letter after it


@dataclass(frozen=True)
class Sentence:
    """A sentence and its place in the text; `text` is exactly what stands there."""

    text: str
    starts_at: int

    @property
    def ends_at(self) -> int:
        return self.starts_at + len(self.text)


def split_sentences(text: str) -> list[Sentence]:
    """The sentences of a text in their order; what lies between two of them is blank or the sign of a list.

    A title or a point of a list is a sentence, with or without a full stop. A line that simply goes on below, as in a
    mail that was pasted, is one sentence.
    """
    found: list[Sentence] = []
    for start, end in _runs(text):
        found += _sentences_between(text, start, end)
    return found


def find_words(text: str) -> list[str]:
    """The words of a text: "foto's", "auto-ongeval", "1.000" and "14.30" are one word each."""
    return WORD.findall(text)


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Stretches of text in which only a point can end a sentence: a line, or lines that simply go on below."""
    start = end = -1
    for line in LINE.finditer(text):
        first = line.start()
        if not line.group().strip():
            if start >= 0:
                yield start, end
            start = -1
            continue
        sign = LIST_SIGN.match(text, first, line.end())
        if start >= 0 and end + 1 == first and not sign and _goes_on(text, end, first):
            end = line.end()
            continue
        if start >= 0:
            yield start, end
        start, end = (sign.end() if sign else first), line.end()
    if start >= 0:
        yield start, end


def _goes_on(text: str, end: int, start: int) -> bool:
    """Whether the line that starts here is the rest of the line before it: it begins with a small letter."""
    return text[start : start + LOOK_AHEAD].lstrip()[:1].islower() and text[max(0, end - LOOK_BACK) : end].rstrip()[
        -1:
    ] not in tuple(".!?:;…")


def _sentences_between(text: str, start: int, end: int) -> Iterator[Sentence]:
    first = start
    for stop in ENDERS.finditer(text, start, end):
        after = stop.end()
        while after < end and text[after] in CLOSERS:
            after += 1
        if after < end and _is_end(text, stop, after, end):
            yield from _trimmed(text, first, after)
            first = after
    yield from _trimmed(text, first, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Sentence]:
    words = text[start:end]
    found = words.strip()
    if found:
        yield Sentence(found, start + len(words) - len(words.lstrip()))


def _is_end(text: str, stop: re.Match[str], after: int, end: int) -> bool:
    """Whether the sign that ends a sentence does so here: blank space follows, and then no small letter."""
    if not text[after].isspace():
        return False
    ahead = text[after : min(after + LOOK_AHEAD, end)].lstrip()
    if not ahead:
        return True
    begins = next((sign for sign in ahead if sign.isalnum()), "")
    if begins.islower() and not SHORT_START.match(ahead):
        return False
    return stop.group() != "." or not _is_abbreviated(text, stop.start(), begins)


def _is_abbreviated(text: str, point: int, begins: str) -> bool:
    """Whether the point belongs to the word before it: "bv.", "dr.", an initial, or "enz." with no capital after it."""
    before = text[max(0, point - LOOK_BACK) : point]
    word = re.split(r"[\s(\[\"'“‘„«/]", before)[-1]
    if word.isupper() and INITIALS.fullmatch(word):
        return True
    small = word.lower()
    return small in ALWAYS_ABBREVIATED or (small in SOMETIMES_ABBREVIATED and not begins.isupper())
