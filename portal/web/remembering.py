"""What was computed for one state of a network is remembered until the network changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sized
from threading import Lock
from typing import Any, TypeVar, cast

from flask import Flask, current_app

T = TypeVar("T")
MOST_REMEMBERED = 512
MOST_BYTES = 48 * 1024 * 1024  # of text; a big dashboard takes a quarter of a megabyte, for each reader


class Memory:
    """The newest results, least recently used ones forgotten first; one per worker process."""

    def __init__(self, most: int = MOST_REMEMBERED, most_bytes: int = MOST_BYTES) -> None:
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()
        self._most = most
        self._most_bytes = most_bytes
        self._bytes = 0

    def get(self, key: Hashable) -> Any | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def keep(self, key: Hashable, value: Any) -> None:
        with self._lock:
            self._bytes += weight(value) - weight(self._kept.get(key))
            self._kept[key] = value
            self._kept.move_to_end(key)
            while self._kept and (len(self._kept) > self._most or self._bytes > self._most_bytes):
                _key, forgotten = self._kept.popitem(last=False)
                self._bytes -= weight(forgotten)

    def forget(self) -> None:
        with self._lock:
            self._kept.clear()
            self._bytes = 0


def weight(value: Any) -> int:
    """Roughly how many bytes a result takes; only texts and pages are heavy."""
    return len(value) if isinstance(value, Sized) else 0


def remembered(key: Hashable, build: Callable[[], T]) -> T:
    """The result of `build` for a key that names everything it depends on (the network's revision included)."""
    memory = cast(Memory, current_app.extensions["memory"])
    found = memory.get(key)
    if found is None:
        found = build()
        memory.keep(key, found)
    return cast(T, found)


def install_memory(app: Flask) -> None:
    app.extensions["memory"] = Memory()
