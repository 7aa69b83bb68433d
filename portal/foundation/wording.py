"""Sentences that pure code can say and that a page, a file or the API translates later."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Euros:
    """An amount inside a sentence, in cents; written in the reader's way when it is rendered."""

    cents: int


@dataclass(frozen=True)
class Day:
    """A date inside a sentence."""

    on: date


@dataclass(frozen=True)
class Percent:
    """A share inside a sentence, from 0 to 1."""

    share: float
    digits: int = 0


@dataclass(frozen=True)
class Wording:
    """A Dutch source sentence with its parameters; the catalogue holds the other languages."""

    msgid: str
    params: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.render()

    def __hash__(self) -> int:
        return hash((self.msgid, repr(sorted(self.params.items(), key=lambda item: item[0]))))

    def render(
        self,
        translate: Callable[[str], str] | None = None,
        write: Callable[[Any], str] | None = None,
    ) -> str:
        """The sentence in words; without arguments in Dutch with plain figures."""
        sentence = translate(self.msgid) if translate else self.msgid
        if not self.params:
            return sentence
        return sentence % {name: _written(value, translate, write) for name, value in self.params.items()}

    def as_record(self) -> dict[str, Any]:
        """The sentence as plain values, to be kept in a table and read back by `from_record`."""
        return {"msgid": self.msgid, "params": {name: _packed(value) for name, value in self.params.items()}}

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Wording:
        return cls(record["msgid"], {name: _unpacked(value) for name, value in record["params"].items()})


def say(msgid: str, **params: Any) -> Wording:
    """Mark a Dutch sentence for the catalogue and bind its parameters."""
    return Wording(msgid, params)


def _written(value: Any, translate: Callable[[str], str] | None, write: Callable[[Any], str] | None) -> str:
    if isinstance(value, Wording):
        return value.render(translate, write)
    if write is not None:
        return write(value)
    return _plain(value)


def _plain(value: Any) -> str:
    match value:
        case Euros(cents):
            whole, rest = divmod(abs(cents), 100)
            grouped = f"{whole:,}".replace(",", ".")
            return f"{'-' if cents < 0 else ''}{grouped},{rest:02d} euro"
        case Day(on):
            return f"{on.day}/{on.month}/{on.year}"
        case Percent(share, digits):
            return f"{share * 100:.{digits}f} %".replace(".", ",")
        case _:
            return str(value)


def _packed(value: Any) -> Any:
    match value:
        case Wording():
            return {"wording": value.as_record()}
        case Euros(cents):
            return {"euros": cents}
        case Day(on):
            return {"day": on.isoformat()}
        case Percent(share, digits):
            return {"percent": share, "digits": digits}
        case str() | int():
            return value
        case _:
            return str(value)


def _unpacked(value: Any) -> Any:
    match value:
        case {"wording": record}:
            return Wording.from_record(record)
        case {"euros": cents}:
            return Euros(cents)
        case {"day": on}:
            return Day(date.fromisoformat(on))
        case {"percent": share, "digits": digits}:
            return Percent(share, digits)
        case _:
            return value
