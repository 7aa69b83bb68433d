"""Numbers and names in addresses: what no database column can hold names nothing."""

from __future__ import annotations

from typing import Any

from flask import Flask
from werkzeug.routing import IntegerConverter, Map, UnicodeConverter, ValidationError

LARGEST = 2**31 - 1


class NumberOfRecord(IntegerConverter):
    """A whole number that fits in a key; a larger one is an address that does not exist."""

    def __init__(self, map: Map, **limits: Any) -> None:  # noqa: A002  (names given by werkzeug)
        super().__init__(map, **({"max": LARGEST} | limits))


class NameOfRecord(UnicodeConverter):
    """A part of an address; with a zero in it (PostgreSQL refuses those) it is no address."""

    def to_python(self, value: str) -> str:
        if "\x00" in value:
            raise ValidationError
        return super().to_python(value)


def install_addresses(app: Flask) -> None:
    """Let every address mean such numbers and names; before any address is registered."""
    app.url_map.converters.update({"int": NumberOfRecord, "string": NameOfRecord, "default": NameOfRecord})
