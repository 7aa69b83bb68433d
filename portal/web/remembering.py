"""What was computed for one state of a network is remembered until the network changes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar, cast

from flask import Flask, current_app

T = TypeVar("T")
MOST_REMEMBERED = 512


class Memory:
    """The newest results, least recently used ones forgotten first; one per worker process."""

    def __init__(self, most: int = MOST_REMEMBERED) -> None:
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()
        self._most = most

    def get(self, key: Hashable) -> Any | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def keep(self, key: Hashable, value: Any) -> None:
        with self._lock:
            self._kept[key] = value
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)

    def forget(self) -> None:
        with self._lock:
            self._kept.clear()


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
