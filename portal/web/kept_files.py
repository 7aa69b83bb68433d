"""Files kept under their fingerprint: whole or not at all, and once for the same bytes."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

UNFINISHED = ".unfinished-"
PIECE = 256 * 1024


@dataclass(frozen=True)
class KeptFile:
    """What is known of a file once it is kept."""

    sha256: str
    size: int


def path_of(folder: Path, sha256: str) -> Path:
    """Where the bytes with this fingerprint are kept."""
    if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
        raise ValueError("not a fingerprint")
    return folder / sha256[:2] / sha256


@contextmanager
def unfinished_file(folder: Path) -> Iterator[BinaryIO]:
    """A file to write in, which is gone afterwards when nobody kept it."""
    folder.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=folder, prefix=UNFINISHED)
    try:
        os.close(descriptor)
        with Path(name).open("w+b") as file:
            yield file
    finally:
        Path(name).unlink(missing_ok=True)


def keep_written(folder: Path, file: BinaryIO) -> KeptFile:
    """Put what was written in its place, under its fingerprint; memory does not grow with the file."""
    file.flush()
    os.fsync(file.fileno())
    file.seek(0)
    fingerprint, size = hashlib.sha256(), 0
    while piece := file.read(PIECE):
        fingerprint.update(piece)
        size += len(piece)
    path = path_of(folder, fingerprint.hexdigest())
    path.parent.mkdir(parents=True, exist_ok=True)
    Path(file.name).replace(path)
    return KeptFile(fingerprint.hexdigest(), size)


def pieces_of(path: Path) -> Iterator[bytes]:
    """A file piece by piece, for an answer."""
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece
