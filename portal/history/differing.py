"""Of two long texts the part that differs, with a few words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

SHORT = 300  # signs; a text up to here is told whole
AROUND = 8  # words on either side of what differs
MOST_WORDS = 40
GAP = "…"


def differing_parts(old: str, new: str) -> tuple[str, str]:
    """Both texts, cut to where they differ when they are long; what both share at the ends is left out."""
    if max(len(old), len(new)) <= SHORT:
        return old, new
    before, after = _words(old), _words(new)
    same = _shared(before, after)
    left = min(len(before), len(after)) - same
    tail = min(left, _shared(before[::-1], after[::-1]))
    start, end = max(0, same - AROUND), max(0, tail - AROUND)
    short = _cut(before, start, end), _cut(after, start, end)
    return short if short[0] != short[1] else (old, new)


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both begin with."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (here, there) in enumerate(pairs) if here != there), min(len(one), len(other)))


def _words(text: str) -> list[str]:
    """Each word with the space behind it."""
    return re.findall(r"\s*\S+", text)


def _cut(words: list[str], start: int, end: int) -> str:
    """The words without the first and the last ones, and no more than fit on a few lines."""
    kept = words[start : len(words) - end]
    shown = "".join(kept[:MOST_WORDS]).strip()
    if not shown:
        return ""
    goes_on = end > 0 or len(kept) > MOST_WORDS
    return " ".join([*([GAP] if start else []), shown, *([GAP] if goes_on else [])])
