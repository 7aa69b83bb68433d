"""The note for the council is really one page; the handover dossier is for coordinators alone."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest
from docx.shared import Cm
from pypdf import PdfReader

from portal.demo.loading import reload_demo
from portal.extensions import db
from portal.foundation.actor import Role
from portal.network.queries import find_network
from portal.reports.register import find_definition
from portal.reports.types import Chart, PaperFormat, PaperKind
from portal.reports.writing.files import paper_file
from tests.pages import text_of


@pytest.fixture
def demo(app):
    with app.app_context():
        reload_demo()
        db.session.commit()
        yield


def council(slug="heist-op-den-berg", year=2025):
    return find_definition(PaperKind.COUNCIL_NOTE).build(find_network(slug), year)


def test_the_note_for_the_council_is_one_page_with_two_drawings(demo):
    paper = council()
    assert sum(isinstance(block, Chart) for block in paper.blocks) == 2
    document = PdfReader(io.BytesIO(paper_file(paper, PaperFormat.PDF)))
    assert len(document.pages) == 1
    page = document.pages[0]
    assert float(page.mediabox.width) == pytest.approx(595, abs=1)
    words = page.extract_text()
    assert "Vrije tijd voor iedereen" in words
    assert "Wie wat doet" in words


def test_the_note_stays_one_page_with_a_long_message_and_many_sources(app, demo):

    paper = council()
    longer = replace(paper, blocks=(*paper.blocks[:4], *paper.blocks[1:3] * 3, *paper.blocks[4:]))
    document = PdfReader(io.BytesIO(paper_file(longer, PaperFormat.PDF)))
    assert len(document.pages) == 1


def test_every_note_of_the_demo_is_one_page(demo):
    for slug in ("mechelen", "antwerpen", "wervik"):
        document = PdfReader(io.BytesIO(paper_file(council(slug, 2026), PaperFormat.PDF)))
        assert len(document.pages) == 1, slug


def test_the_note_opens_as_a_text_document(demo):
    document = docx.Document(io.BytesIO(paper_file(council(), PaperFormat.DOCX)))
    assert any("Vrije tijd" in one.text for one in document.paragraphs)
    assert len(document.inline_shapes) == 2
    beside = document.tables[-1].rows[-1]  # under each other they would take a second page
    assert [len(cell._tc.xpath(".//wp:inline")) for cell in beside.cells] == [1, 1]
    assert sum(one.width for one in document.inline_shapes) < document.sections[0].page_width
    assert document.sections[0].top_margin < Cm(2)  # room for both figures on the one page


def test_only_coordinators_read_the_handover_dossier(desk):
    assert desk.coordinator.get(desk.at("/handover")).status_code == 200
    for reader in (desk.partner, desk.viewer, desk.expert):
        assert reader.get(desk.at("/handover")).status_code == 403
        assert reader.get(desk.at("/handover.pdf")).status_code == 403
    assert "Overdrachtsdossier" not in text_of(desk.partner.get(desk.at()))
    assert "Overdrachtsdossier" in text_of(desk.coordinator.get(desk.at()))


def test_no_word_of_a_voice_and_no_expert_stands_in_the_dossier(world, desk, sign_in):

    world.account(desk.network, Role.EXPERT, name="Naam van iemand", email="iemand@example.org")
    world.voice(desk.network, "Woorden van iemand.")
    said = text_of(desk.coordinator.get(desk.at("/handover", 2026)))
    assert "Inbreng van mensen die nog op antwoord wachten" in said
    for words in ("Woorden van iemand", "Naam van iemand", "iemand@example.org"):
        assert words not in said
