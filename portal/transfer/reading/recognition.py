"""What kind of file was sent, judged by what is in it and not by its name."""

from __future__ import annotations

import re
from pathlib import PurePath

from portal.foundation.wording import Wording, say
from portal.transfer.reading.refusals import not_a_spreadsheet, refused
from portal.transfer.types import Limits, TransferFormat, UnreadableFile

_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_TEXT_NAMES = {"", ".csv", ".txt", ".tsv", ".tab", ".xls", ".xlsx", ".xlsm"}
_WEB_PAGE = re.compile(rb"\s*<(?:!doctype\s+html|html|head|body|table|meta)\b", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml\b", re.IGNORECASE)
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def recognise(data: bytes, filename: str, limits: Limits) -> TransferFormat:
    """The kind of spreadsheet, or UnreadableFile with the reason."""
    if len(data) > limits.file_bytes:
        raise UnreadableFile(
            say(
                "Dit bestand is te groot: %(size)s MB. Een bestand mag hoogstens %(max)s MB groot zijn.",
                size=-(-len(data) // (1024 * 1024)),
                max=limits.file_bytes // (1024 * 1024),
            )
        )
    if not data.strip(b"\x00\t\r\n \xef\xbb\xbf\xff\xfe"):
        raise UnreadableFile(say("Dit bestand is leeg."))
    if data.startswith((_ZIP, _EMPTY_ZIP)):
        return TransferFormat.XLSX
    if data.startswith(_OLE):
        raise UnreadableFile(_reason_of_ole(data))
    reason = _reason_of_text(data.removeprefix(_BYTE_ORDER_MARK)[:4096], filename)
    if reason is not None:
        raise UnreadableFile(reason)
    return TransferFormat.CSV


def _reason_of_ole(data: bytes) -> Wording:
    """Old Excel files and locked new ones share one container."""
    if _ENCRYPTED in data:
        return say("Dit bestand is beveiligd met een wachtwoord. Haal het wachtwoord weg en probeer opnieuw.")
    return refused(say("Dit is een oud Excel-bestand (.xls).")).message


def _reason_of_text(beginning: bytes, filename: str) -> Wording | None:
    if _WEB_PAGE.match(beginning):
        return refused(say("Dit bestand is een webpagina met de naam van een rekenblad.")).message
    if _XML.match(beginning) and b"urn:schemas-microsoft-com:office:spreadsheet" in beginning:
        return refused(say("Dit bestand is een oud XML-rekenblad.")).message
    if _XML.match(beginning) or beginning.startswith((b"%PDF", b"{\\rtf", b"\x89PNG", b"GIF8", b"\xff\xd8\xff")):
        return not_a_spreadsheet().message
    if PurePath(filename).suffix.lower() not in _TEXT_NAMES:
        return not_a_spreadsheet().message
    return None
