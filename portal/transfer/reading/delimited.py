"""Delimited text (CSV): which letters, which separator, and the records in it."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from portal.foundation.wording import say
from portal.transfer.cells.texts import canonical_text
from portal.transfer.reading.refusals import (
    cell_too_long,
    not_a_spreadsheet,
    too_many_columns,
    too_many_rows,
)
from portal.transfer.types import TITLE_ROWS, Formula, Limits, RawRow, RawValue, UnreadableFile, column_letter

DELIMITERS = (";", ",", "\t", "|")
_ANNOUNCED = re.compile(r"""["']?sep=([;,\t|:^~])["']?[ \t]*(?:\r\n|\r|\n|$)""", re.IGNORECASE)
_PROBED_RECORDS = 60
_PROBED_CHARACTERS = 200_000
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like the mark of UTF-16, so it comes first
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

HeaderHits = Callable[[list[str]], int]


@dataclass(frozen=True)
class DelimitedText:
    """The records of the text; `widths` keeps how many cells each row number had, blank ones included."""

    rows: list[RawRow]
    widths: dict[int, int]
    encoding: str
    delimiter: str


def read_delimited(data: bytes, limits: Limits, header_hits: HeaderHits) -> DelimitedText:
    """The rows of a CSV file, or UnreadableFile; `header_hits` counts the known headers in a record."""
    text, encoding = decoded(data)
    announced = _ANNOUNCED.match(text)
    if announced:
        delimiter, text = announced[1], text[announced.end() :]
    else:
        delimiter = likely_delimiter(text, header_hits)
    rows: list[RawRow] = []
    widths: dict[int, int] = {}
    cells = 0
    for number, record in _records(text, delimiter):
        values = _values(record, number, limits)
        if not values:
            continue
        rows.append(RawRow(number, values))
        widths[number] = len(record)
        cells += len(values)
        if len(rows) > limits.rows + TITLE_ROWS or cells > limits.cells:
            raise too_many_rows(limits)
    return DelimitedText(rows, widths, encoding, delimiter)


def decoded(data: bytes) -> tuple[str, str]:
    """The text and its encoding: by its mark, by its zero bytes, else UTF-8, else Windows-1252."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _text(data.removeprefix(mark), encoding), encoding
    start = data[:4096]
    if start.count(0) > len(start) // 4:
        encoding = "utf-16-le" if start[1::2].count(0) > start[0::2].count(0) else "utf-16-be"
        return _text(data, encoding), encoding
    try:
        return _readable(data.decode("utf-8")), "utf-8"
    except UnicodeDecodeError:
        return _text(data, "windows-1252"), "windows-1252"


def likely_delimiter(text: str, header_hits: HeaderHits) -> str:
    """The separator that makes the most known headers and then the most even table."""
    beginning = text[:_PROBED_CHARACTERS]
    return max(DELIMITERS, key=lambda delimiter: _evenness(beginning, delimiter, header_hits))


def _evenness(text: str, delimiter: str, header_hits: HeaderHits) -> tuple[int, float, int]:
    records: list[list[str]] = []
    try:
        for record in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            if any(record):
                records.append(record)
            if len(records) == _PROBED_RECORDS:
                break
    except csv.Error:
        pass  # a wrong separator breaks the quotes; what was read before still counts
    if not records:
        return 0, 0.0, 0
    hits = [header_hits(record) for record in records[:TITLE_ROWS]]
    header = records[hits.index(max(hits))] if max(hits) else max(records, key=len)
    even = sum(len(record) == len(header) for record in records) / len(records)
    return max(hits), even if len(header) > 1 else 0.0, len(header)


def _text(data: bytes, encoding: str) -> str:
    try:
        return _readable(data.decode(encoding))
    except UnicodeDecodeError as error:
        raise not_a_spreadsheet() from error


def _readable(text: str) -> str:
    """Text without the end mark of old systems; text with zeros or many control signs is no text."""
    text = text.removesuffix("\x1a").removeprefix("\ufeff")
    start = text[:4096]
    strange = sum(sign < " " and sign not in "\t\r\n\f\v" for sign in start)
    if "\x00" in text or strange > len(start) // 100:
        raise not_a_spreadsheet()
    return text


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Records with the row number of a spreadsheet program: blank lines count, lines within quotes do not."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for record in reader:
            number += 1
            yield number, record
    except csv.Error as error:
        raise UnreadableFile(
            say(
                "Rij %(row)s: een aanhalingsteken staat verkeerd of wordt niet afgesloten. "
                "Verbeter de rij, of bewaar de lijst als .xlsx.",
                row=number + 1,
            )
        ) from error


def _values(record: list[str], row: int, limits: Limits) -> tuple[RawValue, ...]:
    values = [_value(text, row, at, limits) for at, text in enumerate(record)]
    while values and values[-1] is None:
        values.pop()
    if len(values) > limits.columns:
        raise too_many_columns(limits)
    return tuple(values)


def _value(text: str, row: int, position: int, limits: Limits) -> RawValue:
    if len(text) > limits.cell_characters:
        raise cell_too_long(f"{column_letter(position)}{row}", limits)
    canonical = canonical_text(text)
    return Formula(canonical) if canonical.startswith("=") else canonical or None
