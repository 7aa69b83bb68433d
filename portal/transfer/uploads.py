"""Files that wait to be read in: kept under a random name, with all that is worked out of them beside them."""

from __future__ import annotations

import fcntl
import json
import secrets
import time
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from pathlib import Path
from typing import IO

KEPT_FOR = timedelta(days=1)
LEFT_OUT_KEPT_FOR = timedelta(days=14)  # whoever left rows out needs time to mend them
PATIENCE_SECONDS = 0.5  # somebody who only looks whether the file is held lets go at once


class Part(StrEnum):
    """What lies beside each other under one token."""

    FILE = "file"
    TABLE = "table"
    CHECKED = "checked"
    CHOICE = "choice"
    TAKEN = "taken"
    LEFT_OUT = "left-out"
    PROGRESS = "progress"
    LOCK = "lock"


class Stage(StrEnum):
    """What saving is busy with."""

    CHECKING = "checking"
    WRITING = "writing"


@dataclass(frozen=True)
class Progress:
    """How many rows are done, of how many, and with what."""

    done: int
    total: int
    stage: Stage = Stage.CHECKING


class Hold:
    """One hand at work on one file; the system lets go by itself when the server stops."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def release(self) -> None:
        self._file.close()


def new_token() -> str:
    return secrets.token_hex(24)


def _path(folder: Path, token: str, part: Part) -> Path:
    if not token.isalnum() or not token.isascii():
        raise ValueError("not the token of an upload")
    return folder / f"{token}.{part.value}"


def keep(folder: Path, token: str, part: Part, data: bytes) -> None:
    """Write the bytes, whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    path = _path(folder, token, part)
    unfinished = path.with_suffix(f".{secrets.token_hex(4)}")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def read(folder: Path, token: str, part: Part) -> bytes | None:
    """The bytes, or None when they are no longer kept."""
    try:
        return _path(folder, token, part).read_bytes()
    except FileNotFoundError:
        return None


def forget(folder: Path, token: str, *, but: Part | None = None) -> None:
    """Throw away all that lies under a token, `but` one part of it."""
    for part in Part:
        if part is not but:
            _path(folder, token, part).unlink(missing_ok=True)


def tell_progress(folder: Path, token: str, told: Progress) -> None:
    """How far saving is; in a file, because the database waits for the saving itself."""
    keep(folder, token, Part.PROGRESS, json.dumps([told.done, told.total, told.stage.value]).encode())


def read_progress(folder: Path, token: str) -> Progress | None:
    """What saving told last; None when it never told anything."""
    try:
        done, total, stage = json.loads(read(folder, token, Part.PROGRESS) or b"")
        return Progress(int(done), int(total), Stage(stage))
    except (ValueError, TypeError):
        return None


def hold(folder: Path, token: str) -> Hold | None:
    """Take a file in hand until `release`, or until this process ends; None when another hand has it."""
    until = time.monotonic() + PATIENCE_SECONDS
    while (file := _locked(folder, token, fcntl.LOCK_EX)) is None and time.monotonic() < until:
        time.sleep(0.05)
    return Hold(file) if file is not None else None


def is_held(folder: Path, token: str) -> bool:
    """Whether a hand is at work on the file, in this process or another."""
    file = _locked(folder, token, fcntl.LOCK_SH)
    if file is not None:
        file.close()
    return file is None


def _locked(folder: Path, token: str, kind: int) -> IO[bytes] | None:
    folder.mkdir(parents=True, exist_ok=True)
    file = _path(folder, token, Part.LOCK).open("ab")
    try:
        fcntl.flock(file, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        return None
    return file
