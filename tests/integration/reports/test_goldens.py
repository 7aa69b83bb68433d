"""The papers of the demo networks, word for word, as somebody last agreed with them."""

from __future__ import annotations

import pytest

from portal.demo.loading import reload_demo
from portal.extensions import db
from portal.network.queries import find_network
from portal.reports.register import DEFINITIONS, find_definition
from portal.reports.types import PaperKind
from portal.reports.writing.text import paper_text
from tests.tools.golden import assert_golden

PAPERS = (
    (PaperKind.AGREEMENT_NOTE, "heist-op-den-berg", 2025),
    (PaperKind.YEAR_PLAN, "heist-op-den-berg", 2025),
    (PaperKind.JUSTIFICATION, "heist-op-den-berg", 2025),
    (PaperKind.JUSTIFICATION, "heist-op-den-berg", 2024),
    (PaperKind.AGREEMENT_NOTE, "heist-op-den-berg", 2027),
    (PaperKind.AGREEMENT_NOTE, "mechelen", 2025),
    (PaperKind.YEAR_PLAN, "mechelen", 2025),
    (PaperKind.JUSTIFICATION, "mechelen", 2025),
    (PaperKind.COUNCIL_NOTE, "heist-op-den-berg", 2025),
    (PaperKind.COUNCIL_NOTE, "mechelen", 2025),
)


@pytest.fixture
def demo(app):
    """The demo networks in the database."""
    with app.app_context():
        reload_demo()
        db.session.commit()
        yield


def test_the_papers_of_the_demo_say_what_they_said(demo):
    for kind, slug, year in PAPERS:
        network, definition = find_network(slug), find_definition(kind)
        assert definition.refuse(network, year) is None
        text = paper_text(definition.build(network, year))
        assert_golden(f"papers/{kind.value}-{slug}-{year}.txt", text)


def test_every_paper_of_every_network_and_year_is_made_or_says_why_not(demo):
    for slug in ("heist-op-den-berg", "mechelen", "antwerpen", "wervik"):
        network = find_network(slug)
        for year in (2003, 2008, 2015, 2020, 2026, 2028, 2033, 2099):
            for definition in DEFINITIONS:
                why = definition.refuse(network, year)
                assert str(why) if why is not None else paper_text(definition.build(network, year))
