"""Long lists in pages of a fixed size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import request, url_for

PAGE_SIZE = 50


@dataclass(frozen=True)
class Page:
    """One page of a list; `total` counts the whole list."""

    rows: Sequence[Any]
    total: int
    number: int
    size: int = PAGE_SIZE

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // self.size))

    @property
    def has_previous(self) -> bool:
        return self.number > 1

    @property
    def has_next(self) -> bool:
        return self.number < self.pages

    def href(self, number: int) -> str:
        """The address of another page of the same list with the same filter."""
        values: dict[str, Any] = dict(request.view_args or {})
        values.update({name: request.args.getlist(name) for name in request.args if name != "page"})
        return url_for(str(request.endpoint), **values, page=number)


def asked_page() -> int:
    """The page number in the address; 1 when it is absent or nonsense."""
    text = request.args.get("page", "1")
    return min(max(1, int(text)), 1_000_000) if text.isascii() and text.isdigit() and len(text) < 8 else 1
