"""The zip file that a workbook is, weighed by its directory before anything is unpacked."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from portal.foundation.wording import say
from portal.transfer.reading.refusals import damaged, not_a_spreadsheet, refused
from portal.transfer.types import Limits, UnreadableFile

# What the zip and XML libraries raise on bytes that make no sense.
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ValueError,
    ArithmeticError,
    LookupError,
    OSError,
    EOFError,
    RuntimeError,
)
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # what workbooks use; others may ask for much memory
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"


def open_archive(data: bytes, limits: Limits) -> zipfile.ZipFile:
    """The archive, after a look at its directory only; no more than it announces can come out of it."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN as error:
        raise damaged() from error
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    too_dense = unpacked > limits.ratio_from_bytes and unpacked > limits.unpacked_ratio * len(data)
    if unpacked > limits.unpacked_bytes or too_dense or len(entries) > limits.archive_entries:
        raise UnreadableFile(
            say("Dit bestand wordt veel te groot als het uitgepakt wordt. Bewaar alleen het blad dat je nodig hebt.")
        )
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise UnreadableFile(
            say("Dit bestand is beveiligd met een wachtwoord. Haal het wachtwoord weg en probeer opnieuw.")
        )
    if any(entry.compress_type not in _METHODS for entry in entries):
        raise damaged()
    _check_contents({entry.filename for entry in entries}, archive)
    return archive


def _check_contents(names: set[str], archive: zipfile.ZipFile) -> None:
    if "xl/workbook.bin" in names:
        raise refused(say("Dit is een binaire Excel-werkmap (.xlsb)."))
    if "mimetype" in names and _beginning(archive, "mimetype").startswith(_OPEN_DOCUMENT):
        raise refused(say("Dit is een OpenDocument-rekenblad (.ods)."))
    if "[Content_Types].xml" not in names or not any(name.endswith("workbook.xml") for name in names):
        raise not_a_spreadsheet()


def _beginning(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        with archive.open(name) as part:
            return part.read(100)
    except BROKEN as error:
        raise damaged() from error
