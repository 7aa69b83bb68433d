"""From a draft with a list of what is missing to a paper in order, and its files."""

from __future__ import annotations

from tests.journeys.visitor import NARROW, PHONE

HEIST = "/networks/heist-op-den-berg"
TEXTS = {
    "partners": "De partners kwamen vier keer samen en verdeelden het werk.",
    "steering": "Door de leesronde werd de kaart eenvoudiger.",
    "evaluation": "Het lukte.\n\n- meer kaarten\n- sneller terugbetaald",
}


def test_a_coordinator_mends_what_is_missing_and_takes_the_justification_along(visit):
    visitor = visit(PHONE).sign_in("coordinator").open(f"{HEIST}/2025/papers")
    page = visitor.page
    assert visitor.barriers() == []
    assert visitor.overflow() == []
    visitor.follow("De tekst ‘Evaluatie’ is nog niet geschreven.")
    for part, text in TEXTS.items():
        page.fill(f"[name=text_{part}]", text)
    assert visitor.barriers() == []
    with page.expect_navigation():
        page.get_by_role("button", name="Bewaar de teksten").click()
    assert "De teksten zijn bewaard." in visitor.text
    assert "sneller terugbetaald" in visitor.text
    assert visitor.barriers() == []
    assert visitor.overflow() == []
    for ending in ("PDF", "DOCX", "XLSX"):
        with page.expect_download() as taken:
            page.locator(".paper-files a", has_text=ending).first.click()
        assert (
            taken.value.suggested_filename
            == f"verantwoordingsnota-voor-vlaanderen-heist-op-den-berg-2025.{ending.lower()}"
        )


def test_a_reader_without_javascript_hears_why_there_is_no_paper(visit):
    visitor = visit(NARROW, java_script_enabled=False).sign_in("viewer").open(f"{HEIST}/2019/papers")
    assert "De nota van dit netwerk loopt van 2020 tot en met 2026. Voor 2019 is er geen." in visitor.text
    assert visitor.overflow() == []
