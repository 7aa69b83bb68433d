"""Somebody looks on a phone whether people in poverty were heard, and about what nobody asked them."""

from __future__ import annotations

import pytest

from tests.journeys.visitor import NARROW, PHONE

HEIST = "/networks/heist-op-den-berg"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_voice_dashboard_has_no_barrier_on_a_phone(visit, language):
    visitor = visit(PHONE).sign_in("coordinator").open(f"{HEIST}/2025/voice")
    if language == "en":
        with visitor.page.expect_navigation():
            visitor.page.get_by_role("button", name="English").click()
    assert visitor.language == language
    assert visitor.page.locator("main svg").count() >= 8
    assert visitor.page.locator("[data-chart] .chart__plot").count() == 0  # a phone keeps the drawing of the server
    assert visitor.unfold().barriers() == []
    assert visitor.overflow() == []
    assert visitor.resize(NARROW).overflow() == []


def test_from_the_front_page_to_an_action_that_nobody_was_asked_about(visit):
    visitor = visit(PHONE, java_script_enabled=False).sign_in("coordinator").open(f"{HEIST}?year=2025")
    visitor.follow("Bekijk wat ervan kwam")
    assert "De stem van mensen in armoede in 2025" in visitor.page.inner_text("h1")
    assert "keer veranderde er iets door wat mensen zeiden." in visitor.text
    page = visitor.page
    assert page.locator("main table tbody tr").count() > 0
    with page.expect_navigation():
        page.get_by_role("link", name="Drempel", exact=True).click()
    assert page.locator("#figure-by-threshold").count() == 1
    action = page.locator("[aria-labelledby=without-voice] a").first
    title = action.inner_text()
    with page.expect_navigation():
        action.click()
    assert title in page.inner_text("h1")


def test_who_only_reads_along_sees_no_small_group(visit):
    visitor = visit().sign_in("viewer").open(f"{HEIST}/2025/voice")
    assert "Groepen van minder dan vijf tonen we niet buiten het netwerk" in visitor.text
    assert "keer veranderde er iets" not in visitor.text
    assert visitor.unfold().barriers() == []
