"""What was read from a file, packed so that it is read once; unpacking makes nothing but plain values of ours."""

from __future__ import annotations

import io
import pickle
from dataclasses import dataclass, is_dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any

_FROM_OUTSIDE = {
    (kind.__module__, kind.__name__): kind for kind in (date, datetime, time, timedelta, Decimal, frozenset, set)
}


@dataclass(frozen=True)
class HeldRecord:
    """Stands in a pack for a record of the database."""

    table: str
    key: int


class Unpackable(Exception):
    """The bytes are no pack, or of an older release; whoever asked reads the file again."""


def pack(value: Any) -> bytes:
    """The bytes of plain values: no records of the database among them."""
    packed = io.BytesIO()
    _Pickler(packed, protocol=5).dump(value)
    return packed.getvalue()


def unpack(packed: bytes) -> Any:
    """The values again, or Unpackable; nothing in the bytes can call a function."""
    try:
        return _Unpickler(io.BytesIO(packed)).load()
    except Exception as error:  # a broken pack fails in as many ways as there are bytes
        raise Unpackable from error


class _Pickler(pickle.Pickler):
    """Writes a member of an enum by its value: some releases of Python write a call of `getattr` instead."""

    def reducer_override(self, value: Any) -> Any:
        return (type(value), (value.value,)) if isinstance(value, Enum) else NotImplemented


class _Unpickler(pickle.Unpickler):
    """Knows our own dataclasses and enums, dates and decimals, and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _FROM_OUTSIDE:
            return _FROM_OUTSIDE[module, name]
        found = super().find_class(module, name) if module.startswith("portal.") and name.isidentifier() else None
        if isinstance(found, type) and found.__module__ == module and (is_dataclass(found) or issubclass(found, Enum)):
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is no value of a pack")
