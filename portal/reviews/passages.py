"""Passages in a text: finding them again after a change, and cutting a text where they begin and end.

Places are counted in code points, so that Arabic and emoji keep theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from portal.foundation.errors import RuleBroken
from portal.foundation.sentences import split_sentences
from portal.foundation.wording import say

LONGEST_TEXT = 50_000
LONGEST_PASSAGE = 2_000
LONGEST_WHY = 1_000
LONGEST_PROPOSAL = 2_000
MOST_MARKS = 200  # of one reader in one text
BLANK_LINE = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


class Marked(Protocol):
    """A mark, as far as its place is concerned."""

    @property
    def starts_at(self) -> int: ...

    @property
    def ends_at(self) -> int: ...

    @property
    def passage(self) -> str: ...


@dataclass(frozen=True)
class Piece:
    """A stretch of text, with the numbers of the passages that it belongs to and of those that begin with it."""

    text: str
    starts_at: int
    numbers: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    is_sentence: bool = False

    @property
    def ends_at(self) -> int:
        return self.starts_at + len(self.text)


class Edit:
    """What one change did to a text; tells where a passage went."""

    def __init__(self, before: str, after: str) -> None:
        self.before, self.after = before, after
        most = min(len(before), len(after))
        self.same_from_start = next((at for at in range(most) if before[at] != after[at]), most)
        most -= self.same_from_start
        self.same_to_end = next((at for at in range(most) if before[-1 - at] != after[-1 - at]), most)

    def find(self, starts_at: int, passage: str) -> int | None:
        """Where a passage begins now; the nearest place when it was moved, None when it is no longer there."""
        if starts_at + len(passage) <= self.same_from_start:
            return starts_at
        if starts_at >= len(self.before) - self.same_to_end:
            return starts_at + len(self.after) - len(self.before)
        return find_nearest(self.after, passage, starts_at)


def find_nearest(body: str, passage: str, starts_at: int) -> int | None:
    """Where a passage stands nearest to a place, or None."""
    places = (body.find(passage, starts_at), body.rfind(passage, 0, starts_at + len(passage)))
    found = [place for place in places if place >= 0]
    return min(found, key=lambda place: abs(place - starts_at)) if found else None


def is_in_place(body: str, mark: Marked) -> bool:
    """Whether the passage stands in the text where the mark says."""
    return body[mark.starts_at : mark.ends_at] == mark.passage


def put_words(body: str, starts_at: int, ends_at: int, words: str) -> str:
    return body[:starts_at] + words + body[ends_at:]


def trim_passage(body: str, starts_at: int, ends_at: int) -> tuple[int, int]:
    """The same passage without blank space around it; raises RuleBroken when it is none, or too long."""
    starts_at, ends_at = max(0, starts_at), min(len(body), ends_at)
    words = body[starts_at:ends_at]
    if not words.strip():
        raise RuleBroken(say("Kies eerst een stuk van de tekst."), "passage")
    starts_at += len(words) - len(words.lstrip())
    words = words.strip()
    if len(words) > LONGEST_PASSAGE:
        raise RuleBroken(say("Dit stuk is te lang. Kies een of enkele zinnen."), "passage")
    return starts_at, starts_at + len(words)


def wider_passage(body: str, starts_at: int, ends_at: int) -> tuple[int | None, int | None]:
    """Where a passage begins with the sentence before it, and where it ends with the sentence after it."""
    listed = split_sentences(body)
    before = [one.starts_at for one in listed if one.starts_at < starts_at]
    after = [one.ends_at for one in listed if one.ends_at > ends_at]
    return (before[-1] if before else None), (after[0] if after else None)


def cut_at_passages(body: str, spans: Sequence[tuple[int, int]]) -> list[list[Piece]]:
    """The paragraphs of a text, each in pieces: one more wherever a passage begins or ends; passages may overlap."""
    places = sorted({place for span in spans for place in span})
    return [_pieces(body, start, end, spans, places) for start, end in _paragraphs(body)]


def cut_at_sentences(body: str, spans: Sequence[tuple[int, int]]) -> list[list[Piece]]:
    """The paragraphs of a text, each in its sentences and what lies between them."""
    sentences = split_sentences(body)
    paragraphs, index = [], 0
    for start, end in _paragraphs(body):
        pieces, at = [], start
        while index < len(sentences) and sentences[index].starts_at < end:
            one = sentences[index]
            index += 1
            if one.starts_at > at:
                pieces.append(Piece(body[at : one.starts_at], at))
            numbers = _numbers(spans, one.starts_at, one.ends_at)
            pieces.append(Piece(one.text, one.starts_at, numbers, is_sentence=True))
            at = one.ends_at
        if at < end:
            pieces.append(Piece(body[at:end], at))
        paragraphs.append(pieces)
    return paragraphs


def _pieces(body: str, start: int, end: int, spans: Sequence[tuple[int, int]], places: Iterable[int]) -> list[Piece]:
    cuts = [start, *(place for place in places if start < place < end), end]
    found = []
    for first, last in pairwise(cuts):
        numbers = _numbers(spans, first, last)
        begins = tuple(number for number in numbers if spans[number - 1][0] == first)
        found.append(Piece(body[first:last], first, numbers, begins))
    return found


def _numbers(spans: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, ...]:
    """Which passages, counted from 1, share something with a stretch."""
    return tuple(number for number, (first, last) in enumerate(spans, 1) if first < end and start < last)


def _paragraphs(body: str) -> list[tuple[int, int]]:
    """Where paragraphs begin and end: blank lines lie between them."""
    found, start = [], 0
    for blank in [*BLANK_LINE.finditer(body), None]:
        end = blank.start() if blank else len(body)
        if body[start:end].strip():
            found.append((start, end))
        start = blank.end() if blank else end
    return found
