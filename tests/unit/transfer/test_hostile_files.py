"""Files that are broken, locked, of another kind, or made to do harm: each gets one clear sentence."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.transfer.reading import read_table
from portal.transfer.types import Limits, UnreadableFile

Make = Callable[..., bytes]
Refusal = Callable[..., str]

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET = "xl/worksheets/sheet1.xml"


def zipped(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


LOCKED = OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le")
OPEN_DOCUMENT = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}
BINARY = {"[Content_Types].xml": b"<a/>", "xl/workbook.bin": b""}
LETTER = {"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a/>"}


@pytest.mark.parametrize(
    ("data", "filename", "sentence"),
    [
        (OLE + bytes(600), "x.xls", "Dit is een oud Excel-bestand (.xls)."),
        (LOCKED, "x.xlsx", "Dit bestand is beveiligd met een wachtwoord."),
        (zipped(OPEN_DOCUMENT), "x.ods", "Dit is een OpenDocument-rekenblad (.ods)."),
        (zipped(BINARY), "x.xlsb", "Dit is een binaire Excel-werkmap (.xlsb)."),
        (zipped(LETTER), "x.xlsx", "Dit bestand is geen rekenblad."),
        (zipped({"foto.jpg": b"x"}), "x.xlsx", "Dit bestand is geen rekenblad."),
        (b"PK\x03\x04 niet verder", "x.xlsx", "Dit bestand is beschadigd of niet volledig."),
    ],
)
def test_another_kind_of_file_is_named(data: bytes, filename: str, sentence: str, refusal: Refusal) -> None:
    assert refusal(data, filename).startswith(sentence)


def test_a_workbook_that_was_cut_off_is_refused(made_workbook: Make, refusal: Refusal) -> None:
    data = made_workbook([["Omschrijving", "Bedrag"], ["Bal", 5]])
    assert refusal(data[: len(data) // 2], "x.xlsx").startswith("Dit bestand is beschadigd")


def test_an_upload_of_thirty_megabytes_is_refused_before_it_is_opened(refusal: Refusal) -> None:
    sentence = refusal(b"PK\x03\x04" + bytes(30 * 1024 * 1024), "x.xlsx")
    assert sentence == "Dit bestand is te groot: 31 MB. Een bestand mag hoogstens 10 MB groot zijn."


def test_a_zip_bomb_is_refused_by_its_directory(raw_workbook: Make, refusal: Refusal) -> None:
    bomb = raw_workbook("", replaced={SHEET: b" " * (40 * 1024 * 1024)})
    assert len(bomb) < 100_000
    assert "veel te groot als het uitgepakt wordt" in refusal(bomb, "x.xlsx")


def test_too_many_files_in_one_workbook_are_refused(raw_workbook: Make, refusal: Refusal) -> None:
    data = raw_workbook("", replaced={f"xl/media/{at}.png": b"" for at in range(30)})
    assert "veel te groot" in refusal(data, "x.xlsx", limits=Limits(archive_entries=20))


def test_too_much_xml_is_refused_while_it_passes(raw_workbook: Make, refusal: Refusal) -> None:
    data = raw_workbook("", strings=["a"] * 100)
    assert "te veel cellen" in refusal(data, "x.xlsx", limits=Limits(xml_elements=100))


ENTITIES = (
    '<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = '<!DOCTYPE worksheet [<!ENTITY c SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("declaration", [ENTITIES, OUTSIDE, '<!DOCTYPE worksheet SYSTEM "http://example.org/x.dtd">'])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", [SHEET, "xl/sharedStrings.xml", "docProps/extra.xml"])
def test_xml_that_declares_entities_is_refused(
    declaration: str, encoding: str, part: str, raw_workbook: Make, refusal: Refusal
) -> None:
    xml = f'<?xml version="1.0" encoding="{encoding}"?>{declaration}<worksheet><sheetData/></worksheet>'
    data = raw_workbook("", replaced={part: xml.encode(encoding)})
    assert "verborgen verwijzingen" in refusal(data, "x.xlsx")


@pytest.mark.parametrize(
    "sheet",
    [
        '<row r="99999999999999"><c><v>1</v></c></row>',
        '<row r="0"><c><v>1</v></c></row>',
        '<row r="-5"><c><v>1</v></c></row>',
        '<row r="x"><c><v>1</v></c></row>',
        '<row r="2"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row>',
        '<row r="1"><c t="s"><v>999</v></c></row>',
        '<row r="1"><c t="s"><v>x</v></c></row>',
        '<row r="1"><c><v>tien</v></c></row>',
        '<row r="1"><c r="1A"><v>1</v></c></row>',
        '<row r="1"><c t="inlineStr" s="77"><is><t>=1</t></is></c></row>',
        f'<row r="1"><c><v>{"9" * 5000}</v></c></row>',
        '<row r="1"><c',
    ],
)
def test_a_sheet_that_contradicts_itself_is_refused(sheet: str, raw_workbook: Make, refusal: Refusal) -> None:
    assert refusal(raw_workbook(sheet), "x.xlsx").startswith("Dit bestand is beschadigd")


def test_a_cell_far_to_the_right_is_refused_before_rows_are_made_of_it(raw_workbook: Make, refusal: Refusal) -> None:
    rows = "".join(f'<row r="{at}"><c r="XFD{at}"><v>1</v></c></row>' for at in range(1, 2000))
    assert "meer dan 100 kolommen" in refusal(raw_workbook(rows), "x.xlsx")


@pytest.mark.parametrize("name", ["aTF-8", "utf-7", "rot13"])
def test_xml_in_an_odd_encoding_is_refused(name: str, raw_workbook: Make, refusal: Refusal) -> None:
    xml = f'<?xml version="1.0" encoding="{name}"?><worksheet/>'.encode()
    assert "beschadigd" in refusal(raw_workbook("", replaced={SHEET: xml}), "x.xlsx")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_workbook_packed_in_an_unusual_way_is_refused(method: int, refusal: Refusal) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        archive.writestr("[Content_Types].xml", "<a/>")
    assert "beschadigd" in refusal(target.getvalue(), "x.xlsx")


def test_a_gap_of_a_million_rows_costs_nothing(raw_workbook: Make) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="CV1048576"><v>2</v></c></row>'
    assert [row.number for row in read_table(raw_workbook(rows), "x.xlsx").rows] == [1_048_576]


def test_styles_beyond_measure_are_refused(raw_workbook: Make, refusal: Refusal) -> None:
    data = raw_workbook('<row r="1"><c><v>1</v></c></row>')
    assert "te veel cellen" in refusal(data, "x.xlsx", limits=Limits(kept_elements=5))


def test_a_picture_in_a_workbook_does_no_harm(raw_workbook: Make) -> None:
    picture = b'<!DOCTYPE svg SYSTEM "http://example.org/svg.dtd"><svg/>'
    data = raw_workbook('<row r="1"><c><v>1</v></c></row>', replaced={"xl/media/a.svg": picture, "xl/b.png": b"\x89"})
    assert read_table(data, "x.xlsx").header_row == 1


def test_a_strict_workbook_is_named(raw_workbook: Make, refusal: Refusal) -> None:
    workbook = b'<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheets/></workbook>'
    assert "Strict Open XML" in refusal(raw_workbook("", replaced={"xl/workbook.xml": workbook}), "x.xlsx")


def test_a_part_that_is_locked_is_refused(made_workbook: Make, refusal: Refusal) -> None:
    data = bytearray(made_workbook([["Omschrijving", "Bedrag"], ["Bal", 5]]))
    at = data.rfind(b"PK\x01\x02")
    data[at + 8] |= 0x1
    assert "beveiligd met een wachtwoord" in refusal(bytes(data), "x.xlsx")


PARTS = ("xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "[Content_Types].xml", SHEET)
ANY = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
MEANINGFUL = st.sampled_from(b"<>/=\"'& 0aZr\x00\xff")


@settings(ANY, max_examples=80)
@given(part=st.sampled_from(PARTS), changes=st.lists(st.tuples(st.integers(0, 4000), MEANINGFUL), min_size=1))
def test_no_damage_to_a_workbook_gives_anything_but_a_table_or_a_refusal(
    part: str, changes: list[tuple[int, int]], raw_workbook: Make
) -> None:
    row = '<row r="1"><c r="A1" t="s" s="1"><v>0</v></c><c r="B1" s="2"><v>46022</v></c></row>'
    intact = raw_workbook(row, strings=["Bal"], after='<mergeCells><mergeCell ref="A1:B1"/></mergeCells>')
    with zipfile.ZipFile(io.BytesIO(intact)) as archive:
        damaged = bytearray(archive.read(part))
    for at, byte in changes:
        damaged[at % len(damaged)] = byte
    assert is_read_or_refused(raw_workbook(row, strings=["Bal"], replaced={part: bytes(damaged)}), "x.xlsx")


@settings(ANY, max_examples=150)
@given(st.binary(max_size=300) | st.text(alphabet="=;,\"'\n\r\t ab1€", max_size=80).map(str.encode))
def test_no_bytes_at_all_give_anything_but_a_table_or_a_refusal(data: bytes) -> None:
    assert is_read_or_refused(data, "x.csv")


def is_read_or_refused(data: bytes, filename: str) -> bool:
    """True when the file gives a table or a sentence; any other error goes through and fails the test."""
    try:
        return read_table(data, filename).width >= 1
    except UnreadableFile as refused:
        return len(str(refused.message)) > 10
