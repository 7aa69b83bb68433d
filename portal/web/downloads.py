"""Answers that a browser saves as a file, never shows as a page."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from flask import Response

from portal.foundation.formulas import defused_text

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


def download(body: bytes | Iterable[bytes], filename: str, content_type: str) -> Response:
    """A file to save, under a name that cannot break out of the header."""
    plain = unicodedata.normalize("NFKD", filename).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", plain).strip("-.") or "bestand"
    response = Response(body, content_type=content_type)
    response.headers["Content-Disposition"] = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(filename)}"
    return response


def table_file(headers: Sequence[str], rows: Iterable[Sequence[str]], filename: str) -> Response:
    """A table of words as CSV in the Belgian way; nothing in it runs as a formula."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerows([defused_text(text) for text in row] for row in (headers, *rows))
    return download(f"\ufeff{buffer.getvalue()}".encode(), filename, TYPES["csv"])
