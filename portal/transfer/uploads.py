"""Files that wait to be read in: kept under a random name for a day, with how far saving is beside them."""

from __future__ import annotations

import json
import secrets
import time
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

KEPT_FOR = timedelta(days=1)
SILENT_AFTER_SECONDS = 90  # saving tells how far it is every second or so; longer silence means that it was cut off


@dataclass(frozen=True)
class Progress:
    """How many rows are done, of how many, and how long ago that was told."""

    done: int
    total: int
    silent_seconds: float

    @property
    def is_cut_off(self) -> bool:
        return self.silent_seconds > SILENT_AFTER_SECONDS


def new_token() -> str:
    return secrets.token_hex(24)


def _path(folder: Path, token: str, ending: str) -> Path:
    if not token.isalnum() or not token.isascii():
        raise ValueError("not the token of an upload")
    return folder / f"{token}{ending}"


def keep(folder: Path, token: str, data: bytes) -> None:
    """Write the bytes, whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    _replace(_path(folder, token, ".file"), data)


def read(folder: Path, token: str) -> bytes | None:
    """The bytes, or None when the file is no longer kept."""
    path = _path(folder, token, ".file")
    return path.read_bytes() if path.is_file() else None


def forget(folder: Path, token: str) -> None:
    for ending in (".file", ".progress"):
        _path(folder, token, ending).unlink(missing_ok=True)


def tell_progress(folder: Path, token: str, done: int, total: int) -> None:
    """How far saving is; in a file, because the database waits for the saving itself."""
    folder.mkdir(parents=True, exist_ok=True)
    _replace(_path(folder, token, ".progress"), json.dumps({"done": done, "total": total}).encode())


def read_progress(folder: Path, token: str) -> Progress | None:
    """What saving told last; None when it never told anything."""
    path = _path(folder, token, ".progress")
    try:
        told = json.loads(path.read_text(encoding="ascii"))
        return Progress(int(told["done"]), int(told["total"]), max(0.0, time.time() - path.stat().st_mtime))
    except (OSError, ValueError, KeyError):
        return None


def _replace(path: Path, data: bytes) -> None:
    unfinished = path.with_suffix(f".{secrets.token_hex(4)}")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
