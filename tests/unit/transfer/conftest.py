"""A list with every kind of column, and builders of files as other programs write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import openpyxl
import pytest

from portal.foundation.wording import say
from portal.transfer.columns import match_columns
from portal.transfer.reading import read_rows, read_table
from portal.transfer.types import (
    DUTCH,
    ColumnKind,
    ColumnSpec,
    Language,
    RawTable,
    ReadRow,
    SheetSpec,
    UnreadableFile,
)

_ENGLISH_WORDS = {
    "Omschrijving": "Description",
    "Bedrag": "Amount",
    "Datum": "Date",
    "Spoor": "Track",
    "Toeleiden": "Guiding",
    "Drempels wegwerken": "Removing thresholds",
    "Ja of nee": "Yes or no",
    "ja": "yes",
    "nee": "no",
    "%(part)s van %(whole)s": "%(part)s of %(whole)s",
    "Uitleg": "Explanation",
}
ENGLISH = Language("en", lambda msgid: _ENGLISH_WORDS.get(msgid, msgid))
BOTH = (DUTCH, ENGLISH)

TRACKS = {
    "guiding": say("Toeleiden"),
    "thresholds": say("Drempels wegwerken"),
    "cooperating": say("Samenwerken, sensibiliseren"),
}

SPEC = SheetSpec(
    "uitgaven",
    say("Uitgaven"),
    (
        ColumnSpec("title", say("Omschrijving"), required=True, max_length=200),
        ColumnSpec("amount", say("Bedrag"), ColumnKind.MONEY, required=True, aliases=("Bedrag incl. btw",)),
        ColumnSpec("balance", say("Saldo"), ColumnKind.MONEY, may_be_negative=True),
        ColumnSpec("spent_on", say("Datum"), ColumnKind.DATE),
        ColumnSpec("people", say("Aantal deelnemers"), ColumnKind.INTEGER),
        ColumnSpec("hours", say("Uren"), ColumnKind.NUMBER),
        ColumnSpec("track", say("Spoor"), ColumnKind.CHOICE, choices=TRACKS),
        ColumnSpec("groups", say("Doelgroepen"), ColumnKind.CHOICES, choices=TRACKS, hint=say("Kies er twee.")),
        ColumnSpec("mixed", say("Ja of nee"), ColumnKind.BOOLEAN),
        ColumnSpec("share", say("Aandeel"), ColumnKind.SHARE),
        ColumnSpec("months", say("Maanden"), ColumnKind.MONTHS),
    ),
)
HEADERS = [str(column.header) for column in SPEC.columns]

Cells = Sequence[Any]


@pytest.fixture
def spec() -> SheetSpec:
    return SPEC


@pytest.fixture
def languages() -> tuple[Language, ...]:
    return BOTH


@pytest.fixture
def read() -> Callable[..., list[ReadRow]]:
    """Read a file to rows in one go."""

    def read_file(data: bytes, filename: str, spec: SheetSpec = SPEC) -> list[ReadRow]:
        table = read_table(data, filename, spec, languages=BOTH)
        match = match_columns(table.headers, spec, languages=BOTH)
        return read_rows(table, spec, match, BOTH)

    return read_file


@pytest.fixture
def problems(read: Callable[..., list[ReadRow]]) -> Callable[..., list[tuple[int, str, str]]]:
    """Row, column and reason of everything that is refused in a file."""

    def list_problems(data: bytes, filename: str, spec: SheetSpec = SPEC) -> list[tuple[int, str, str]]:
        rows = read(data, filename, spec)
        return [(one.row, one.column, str(one.reason)) for row in rows for one in row.problems]

    return list_problems


@pytest.fixture
def refusal() -> Callable[..., str]:
    """The sentence with which a whole file is refused."""

    def read_refusal(data: bytes, filename: str, **options: Any) -> str:
        with pytest.raises(UnreadableFile) as refused:
            read_table(data, filename, SPEC, **options)
        return str(refused.value.message)

    return read_refusal


@pytest.fixture
def table() -> Callable[..., RawTable]:
    def read_raw(data: bytes, filename: str = "lijst.xlsx", spec: SheetSpec | None = SPEC) -> RawTable:
        return read_table(data, filename, spec, languages=BOTH)

    return read_raw


@pytest.fixture
def made_workbook() -> Callable[..., bytes]:
    """A workbook of openpyxl; `change` may do anything else with it."""

    def make(rows: Sequence[Cells], change: Callable[[Any], None] | None = None) -> bytes:
        workbook = openpyxl.Workbook()
        for row in rows:
            workbook.active.append(list(row))
        if change:
            change(workbook)
        target = io.BytesIO()
        workbook.save(target)
        return target.getvalue()

    return make


@pytest.fixture
def raw_workbook() -> Callable[..., bytes]:
    """A workbook from its bare XML, to write what other programs write."""
    return zipped_workbook


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
# Styles 0 to 2: general, a day (built-in 14), a day by an own format of a Belgian LibreOffice.
STYLES = (
    f'{_XML}<styleSheet xmlns="{_MAIN}"><numFmts count="1">'
    '<numFmt numFmtId="164" formatCode="[$-813]dd/mm/yyyy"/></numFmts>'
    "<fonts><font/></fonts><fills><fill><patternFill/></fill></fills><borders><border/></borders>"
    '<cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0" xfId="0"/>'
    '<xf numFmtId="14" xfId="0"/><xf numFmtId="164" xfId="0"/></cellXfs></styleSheet>'
)


_FIXED_PARTS: dict[str, str | bytes] = {
    "[Content_Types].xml": (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}.sharedStrings+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_REL}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_REL}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="rId3" Type="{_REL}/styles" Target="styles.xml"/></Relationships>'
    ),
    "xl/styles.xml": STYLES,
}


def zipped_workbook(
    sheet: str,
    *,
    strings: Sequence[str] = (),
    properties: str = "",
    before: str = "",
    after: str = "",
    replaced: Mapping[str, bytes] | None = None,
) -> bytes:
    """`sheet` is what stands in sheetData, `before` and `after` what stands around it."""
    shared = "".join(f"<si><t>{escape(text)}</t></si>" for text in strings)
    parts: dict[str, str | bytes] = {
        **_FIXED_PARTS,
        "xl/workbook.xml": (
            f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><workbookPr {properties}/><sheets>'
            '<sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/sharedStrings.xml": f'{_XML}<sst xmlns="{_MAIN}">{shared}</sst>',
        "xl/worksheets/sheet1.xml": (
            f'{_XML}<worksheet xmlns="{_MAIN}">{before}<sheetData>{sheet}</sheetData>{after}</worksheet>'
        ),
        **(replaced or {}),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()
