"""Papers as files: tagged PDF, a document that office programs open, the same bytes every time."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree
from openpyxl import load_workbook
from pypdf import PdfReader

from portal.reports.types import Facts, Grid, Heading, PaperFormat
from portal.reports.writing.docx import paper_docx
from portal.reports.writing.files import MEDIA_TYPES, file_name, paper_file
from portal.reports.writing.pdf import paper_pdf
from portal.web import pdf
from tests.factories.papers import every_block, final_paper
from tests.pages import text_of

ROOT = Path(__file__).resolve().parents[3]
MAKE = """
import hashlib, sys
from portal import create_app
from portal.reports.types import PaperFormat
from portal.reports.writing.files import paper_file
from tests.factories.papers import every_block
with create_app().app_context():
    print(*(hashlib.sha256(paper_file(every_block(), one)).hexdigest() for one in PaperFormat))
"""


@pytest.fixture
def drawn(app):
    """Files are drawn within the application, without any reader."""
    with app.app_context():
        yield


def tags_of(node):
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        found = kid.get_object() if hasattr(kid, "get_object") else kid
        if hasattr(found, "get"):
            if "/S" in found:
                yield found["/S"], found.get("/Alt")
            yield from tags_of(found)


def test_a_pdf_is_tagged_named_and_can_be_selected(drawn):
    document = PdfReader(io.BytesIO(paper_pdf(every_block())))
    root = document.trailer["/Root"]
    assert root["/Lang"] == "nl-BE"
    assert root["/MarkInfo"]["/Marked"]
    assert b"pdfuaid" in root["/Metadata"].get_data()
    assert document.metadata.title == "Verantwoordingsnota 2025, Heist & omstreken"
    tags = list(tags_of(root["/StructTreeRoot"]))
    assert {"/H1", "/H2", "/H3", "/P", "/L", "/Table", "/TH", "/TD", "/Figure"} <= {tag for tag, _alt in tags}
    assert [str(alt) for tag, alt in tags if tag == "/Figure"] == ["Gepland per actie"]
    text = document.pages[0].extract_text()
    assert "Slot & einde." in "".join(page.extract_text() for page in document.pages)
    assert text.index("3 uitgaven zonder overeenkomst") < text.index("Wie")


def test_a_pdf_is_read_in_the_order_of_the_page(drawn):
    rows = tuple((f"Naam {at}", f"waarde {at}") for at in range(3))
    paper = replace(every_block(), blocks=(Heading("Voor"), Facts(rows), Heading("Na")))
    text = " ".join(PdfReader(io.BytesIO(paper_pdf(paper))).pages[0].extract_text().split())
    assert "Voor Naam 0 waarde 0 Naam 1 waarde 1 Naam 2 waarde 2 Na" in text


def test_every_page_has_its_number_the_state_of_the_data_and_on_a_draft_the_mark(drawn):
    pages = PdfReader(io.BytesIO(paper_pdf(every_block(rows=120)))).pages
    assert len(pages) > 4
    for number, page in enumerate(pages, start=1):
        text = " ".join(page.extract_text().split())
        assert f"Bladzijde {number} van {len(pages)}" in text
        assert "Gegevens van 2 maart 2026, 10:30, wijziging 41" in text
        assert "ONTWERP" in text
    for page in PdfReader(io.BytesIO(paper_pdf(final_paper()))).pages:
        assert "ONTWERP" not in page.extract_text()


def test_the_total_of_a_table_never_stands_alone_on_a_page(drawn):
    def pages_of(rows):
        long = every_block(rows=rows)
        (grid,) = (one for one in long.blocks if isinstance(one, Grid) and one.key == "uitgaven")
        pages = PdfReader(io.BytesIO(paper_pdf(replace(long, blocks=(grid,))))).pages
        return [page.extract_text() for page in pages]

    fit = pages_of(60)[0].count("Zwemmen")
    for rows in (fit - 1, fit, fit + 1):
        with_total = next(text for text in pages_of(rows) if "Samen" in text)
        assert f"Zwemmen {rows}" in with_total


def test_charts_in_a_pdf_are_lines_and_letters_not_pictures(drawn):
    pages = PdfReader(io.BytesIO(paper_pdf(every_block()))).pages
    assert [image for page in pages for image in page.images] == []
    assert "12,50" in "".join(page.extract_text() for page in pages)


def test_a_title_full_of_signs_cannot_leave_the_foot_of_the_page(drawn):
    text = '"; } body { display: none } /* \\" </style><h1>x'
    (page, *_rest) = PdfReader(io.BytesIO(paper_pdf(every_block(title=text)))).pages
    assert "body { display: none }" in page.extract_text()
    assert "Slot & einde." in page.extract_text() or len(_rest) > 0


def test_without_pango_the_portal_says_so_and_gives_the_other_files(desk, monkeypatch):
    monkeypatch.setattr(pdf, "_weasyprint", lambda: None)
    answer = desk.coordinator.get(desk.at("/justification.pdf"))
    assert answer.status_code == 503
    assert "Pango ontbreekt" in text_of(answer)
    assert "Pango ontbreekt" in text_of(desk.coordinator.get(desk.at("/justification")))
    assert desk.coordinator.get(desk.at("/justification.docx")).status_code == 200


def test_a_document_has_real_headings_tables_and_fields(drawn):
    document = docx.Document(io.BytesIO(paper_docx(every_block())))
    styles = [(one.style.name, one.text) for one in document.paragraphs]
    assert ("Heading 1", "Verantwoordingsnota 2025") in styles
    assert ("Heading 2", "Wie") in styles
    assert ("Heading 3", "Een kop <b>") in styles
    assert ("List Bullet", "=1+1") in styles
    assert [len(table.rows) for table in document.tables] == [1, 5, 5]
    for table in document.tables[1:]:
        assert [bool(row._tr.trPr.findall(qn("w:tblHeader"))) for row in table.rows] == [True, *([False] * 4)]
    assert document.tables[2].rows[1].cells[1].text == "€\u00a012,50"
    told = document.core_properties
    assert (told.title, told.author, told.language) == ("Verantwoordingsnota 2025", "Heist & omstreken", "nl-BE")
    assert document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}").get(qn("w:val")) == "nl-BE"
    footer = document.sections[0].footer.paragraphs[0]._p.xml
    assert "PAGE" in footer
    assert "NUMPAGES" in footer
    assert "wijziging 41" in document.sections[0].footer.paragraphs[0].text


def test_a_draft_document_carries_its_mark_on_every_page_and_a_final_one_does_not(drawn):
    draft = docx.Document(io.BytesIO(paper_docx(every_block())))
    assert 'string="ONTWERP"' in draft.sections[0].header.paragraphs[0]._p.xml
    texts = [one.text for one in draft.paragraphs]
    assert texts.index("–  3 uitgaven zonder overeenkomst") < texts.index("Wie")
    final = docx.Document(io.BytesIO(paper_docx(final_paper())))
    assert "ONTWERP" not in final.sections[0].header.paragraphs[0]._p.xml


def test_a_chart_in_a_document_is_vector_with_a_picture_behind_it(drawn):
    body = paper_docx(every_block())
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        assert archive.testzip() is None
        svg = archive.read("word/media/chart1.svg").decode()
        assert archive.read("word/media/chart1.png").startswith(b"\x89PNG")
        document = archive.read("word/document.xml").decode()
        for name in archive.namelist():
            if name.endswith((".xml", ".rels", ".svg")):
                etree.fromstring(archive.read(name))
    assert svg.startswith("<svg xmlns=")
    assert "svgBlip" in document
    assert 'descr="Gepland per actie"' in document


def test_a_wide_table_turns_the_sheet(drawn):
    paper = every_block()
    grid = paper.grids[0]
    row = (*grid.rows[0], *grid.rows[0])
    wide = type(grid)("Breed", (*grid.columns, *grid.columns), (row,))
    section = docx.Document(io.BytesIO(paper_docx(every_block(blocks=(wide,))))).sections[0]
    assert section.page_width > section.page_height
    (page,) = PdfReader(io.BytesIO(paper_pdf(every_block(blocks=(wide,))))).pages
    assert page.mediabox.width > page.mediabox.height


def test_the_same_paper_is_the_same_file_to_the_byte(drawn):
    first = [paper_file(every_block(), one) for one in PaperFormat]
    time.sleep(1.1)
    assert [paper_file(every_block(), one) for one in PaperFormat] == first
    later = every_block(year=2024)
    assert all(paper_file(later, one) != body for one, body in zip(list(PaperFormat)[:3], first, strict=False))


def test_another_process_makes_the_same_bytes(drawn, tmp_path):
    here = [hashlib.sha256(paper_file(every_block(), one)).hexdigest() for one in PaperFormat]
    surroundings = os.environ | {"PYTHONHASHSEED": "1", "PORTAL_INSTANCE": str(tmp_path), "TZ": "Asia/Tokyo"}
    command = [sys.executable, "-c", MAKE]
    made = subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=True)
    assert made.stdout.split() == here


@pytest.mark.parametrize("ending", ["pdf", "docx", "xlsx"])
def test_a_file_comes_as_a_download_with_a_name_that_tells_what_it_is(desk, ending):
    answer = desk.viewer.get(desk.at(f"/justification.{ending}"))
    assert answer.status_code == 200
    assert answer.content_type == MEDIA_TYPES[PaperFormat(ending)]
    name = f"verantwoordingsnota-voor-vlaanderen-heist-2025-ontwerp.{ending}"
    assert f'filename="{name}"' in answer.headers["Content-Disposition"]


def test_a_name_of_a_file_holds_no_sign_that_a_computer_minds():
    paper = every_block(network="Çédille/../naar: <boven>")
    name = file_name(paper, PaperFormat.PDF)
    assert name == "verantwoordingsnota-voor-vlaanderen-cedille-naar-boven-2025-ontwerp.pdf"


def test_the_workbook_of_a_justification_holds_the_amounts_of_the_year(desk):
    book = load_workbook(io.BytesIO(desk.partner.get(desk.at("/justification.xlsx")).data))
    assert {"acties", "per actie", "bronnen", "partners", "stem"} <= set(book.sheetnames)
    (cell,) = (row[0] for row in book["acties"].iter_rows(min_row=2))
    assert (cell.value, cell.data_type) == ("=Zwemmen & <b>spelen</b>", "s")
