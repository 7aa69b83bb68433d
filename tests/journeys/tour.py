"""A walk along every kind of page that somebody can reach, and what is wrong on them."""

from __future__ import annotations

from tests.journeys.visitor import DESK, NARROW, PHONE, Visitor
from tests.tools import screenshots

MOST_PAGES = 150


def walk(visitor: Visitor) -> tuple[set[str], list[str]]:
    """The kinds of pages seen; and barriers (wide, then on a phone with everything unfolded) and what is too wide."""
    seen: set[str] = set()
    wrong: list[str] = []
    for kind, status in screenshots.visit(visitor.page, visitor.address, MOST_PAGES):
        seen.add(kind)
        if status >= 400:
            wrong.append(f"{visitor.page.url} answers {status}")
        wrong += visitor.resize(DESK).barriers()
        wrong += visitor.resize(PHONE).unfold().barriers()
        wrong += visitor.resize(NARROW).overflow()
    return seen, wrong
