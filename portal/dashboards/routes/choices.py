"""One place on a page for several figures: the address says which of them stands there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import request, url_for

from portal.dashboards.types import Figure, Text
from portal.web.language import in_words


@dataclass(frozen=True)
class Choice:
    """A question in the address, the figures that can answer it, and the one that was asked for."""

    question: str
    keys: Mapping[str, str]
    labels: Mapping[str, Text]
    chosen: str

    @classmethod
    def asked(
        cls,
        question: str,
        figures: Mapping[str, Figure],
        keys: Mapping[str, str],
        *,
        column: int = 0,
        names: Mapping[str, Text] | None = None,
    ) -> Choice:
        """The choice of this request; the first one when the address asks nothing or something unknown.

        A figure has its name in `names`, or is named by the header of that column of its table.
        """
        there = {value: key for value, key in keys.items() if key in figures}
        labels = names or {value: figures[key].table.headers[column] for value, key in there.items()}
        first = next(iter(there.values()))
        return cls(question, there, labels, there.get(request.args.get(question, ""), first))

    def tabs(self, choices: list[Choice]) -> list[tuple[str, str, bool]]:
        """Words, address and whether it stands there now, of each figure that can stand in this place."""
        return [
            (in_words(self.labels[value]), address_of(key, choices), key == self.chosen)
            for value, key in self.keys.items()
        ]


def address_of(key: str, choices: list[Choice]) -> str:
    """Where a figure stands: on this page, or on the page that shows it."""
    asked = {}
    for choice in choices:
        wanted = key if key in choice.keys.values() else choice.chosen
        asked[choice.question] = next(value for value, one in choice.keys.items() if one == wanted)
    values: dict[str, Any] = {**(request.view_args or {}), **asked}
    return url_for(str(request.endpoint), **values, _anchor=f"figure-{key}")
