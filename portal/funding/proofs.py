"""Files that prove an expense: read by content, kept once under their fingerprint, never changed."""

from __future__ import annotations

import hashlib
import io
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from portal.foundation.errors import RuleBroken
from portal.foundation.wording import Wording, say
from portal.web.kept_files import keep_written, path_of, unfinished_file

PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODS = "application/vnd.oasis.opendocument.spreadsheet"

TYPES = {
    ".pdf": PDF,
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".xlsx": XLSX,
    ".ods": ODS,
    ".csv": "text/csv",
}
ACCEPT = ",".join(TYPES)

MOST_PACKED_FILES = 2_000
MOST_UNPACKED_BYTES = 200 * 1024 * 1024
LONGEST_NAME = 150

NOT_ACCEPTED = say(
    "Dit soort bestand kan niet. Kies een pdf, een foto (jpg, png, webp) of een rekenblad (xlsx, ods, csv)."
)
NOT_WHAT_IT_SAYS = say(
    "De inhoud van dit bestand past niet bij zijn naam. Open het, bewaar het opnieuw en voeg het dan toe."
)
WITH_MACROS = say("Er zitten macro's in dit bestand. Bewaar het als gewoon rekenblad zonder macro's.")
TOO_MUCH_INSIDE = say("Dit bestand is binnenin veel te groot. Bewaar het opnieuw met minder inhoud.")
EMPTY = say("Dit bestand is leeg.")


class TooLarge(RuleBroken):
    """More bytes than a proof may have; answered with status 413."""


@dataclass(frozen=True)
class CheckedFile:
    """A file that is what its name says."""

    filename: str
    content_type: str
    body: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.body).hexdigest()


def check_file(filename: str, body: bytes, *, most_bytes: int) -> CheckedFile:
    """The file with its true type; raises RuleBroken on `file` when it is too large or not what it says."""
    if len(body) > most_bytes:
        raise TooLarge(
            say(
                "Dit bestand is te groot. Een bewijsstuk is ten hoogste %(most)s MB. Maak de foto of de scan kleiner.",
                most=most_bytes // (1024 * 1024),
            ),
            "file",
        )
    if not body:
        raise RuleBroken(EMPTY, "file")
    name = plain_filename(filename)
    ending = PurePosixPath(name).suffix.lower()
    content_type = TYPES.get(ending)
    if content_type is None:
        raise RuleBroken(WITH_MACROS if ending in (".xlsm", ".xlsb", ".xltm") else NOT_ACCEPTED, "file")
    problem = _problem(content_type, body)
    if problem is not None:
        raise RuleBroken(problem, "file")
    return CheckedFile(name, content_type, body)


def plain_filename(filename: str) -> str:
    """The last part of a name as a browser sent it, without signs that no reader sees."""
    last = unicodedata.normalize("NFC", filename).replace("\\", "/").rsplit("/", 1)[-1]
    cleaned = "".join(sign for sign in last if sign.isprintable() and sign not in '<>:"|?*').strip(" .")
    stem, dot, ending = cleaned.rpartition(".")
    if not dot:
        return cleaned[:LONGEST_NAME] or "bewijs"
    return f"{stem[:LONGEST_NAME] or 'bewijs'}.{ending[:10]}"


def _problem(content_type: str, body: bytes) -> Wording | None:
    match content_type:
        case "application/pdf":
            fits = body.startswith(b"%PDF-") and b"%%EOF" in body[-2048:]
        case "image/jpeg":
            fits = (
                body.startswith(b"\xff\xd8\xff") and b"\xff\xd9" in body
            )  # phones hang a film or notes behind the picture
        case "image/png":
            fits = body.startswith(b"\x89PNG\r\n\x1a\n") and body[12:16] == b"IHDR"
        case "image/webp":
            fits = body.startswith(b"RIFF") and body[8:12] == b"WEBP"
        case "text/csv":
            fits = _is_plain_text(body)
        case _:
            return _spreadsheet_problem(content_type, body)
    return None if fits else NOT_WHAT_IT_SAYS


def _is_plain_text(body: bytes) -> bool:
    """Readable as text of this century or the last, and no page of mark-up under another name."""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = body.decode(encoding)
        except UnicodeDecodeError:
            continue
        control = any(sign < " " and sign not in "\t\r\n" for sign in text)
        return not control and not text.lstrip().startswith("<")
    return False


def _spreadsheet_problem(content_type: str, body: bytes) -> Wording | None:
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            entries = packed.infolist()
            if len(entries) > MOST_PACKED_FILES or sum(one.file_size for one in entries) > MOST_UNPACKED_BYTES:
                return TOO_MUCH_INSIDE
            names = {one.filename for one in entries}
            return _xlsx_problem(packed, names) if content_type == XLSX else _ods_problem(packed, names)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return NOT_WHAT_IT_SAYS


def _xlsx_problem(packed: zipfile.ZipFile, names: set[str]) -> Wording | None:
    if "[Content_Types].xml" not in names or "xl/workbook.xml" not in names:
        return NOT_WHAT_IT_SAYS
    kinds = _beginning(packed, "[Content_Types].xml", 1_000_000)
    if b"macroEnabled" in kinds or any(name.lower().endswith("vbaproject.bin") for name in names):
        return WITH_MACROS
    return None if b"spreadsheetml" in kinds else NOT_WHAT_IT_SAYS


def _ods_problem(packed: zipfile.ZipFile, names: set[str]) -> Wording | None:
    if "mimetype" not in names or "content.xml" not in names:
        return NOT_WHAT_IT_SAYS
    if _beginning(packed, "mimetype", 200).strip() != ODS.encode():
        return NOT_WHAT_IT_SAYS
    return WITH_MACROS if any(name.startswith(("Basic/", "Scripts/")) for name in names) else None


def _beginning(packed: zipfile.ZipFile, name: str, most: int) -> bytes:
    """Never unpacks more than asked, whatever the file claims about itself."""
    with packed.open(name) as file:
        return file.read(most)


def keep_file(folder: Path, file: CheckedFile) -> Path:
    """Write the bytes under their fingerprint: whole or not at all, and once for the same bytes."""
    path = path_of(folder, file.sha256)
    if not path.exists():
        with unfinished_file(path.parent) as target:
            target.write(file.body)
            keep_written(folder, target)
    return path
