"""Somebody speaks from experience on a phone, the network answers, and the answer comes back."""

from __future__ import annotations

from tests.journeys.visitor import PHONE

HEIST = "/networks/heist-op-den-berg"
WORDS = "Mijn dochter wil turnen, maar de zaal is te ver voor ons."


def test_an_expert_speaks_in_two_taps_and_hears_back_what_was_done(visit):
    expert = visit(PHONE, has_touch=True, is_mobile=True).sign_in("expert").open(HEIST)
    with expert.page.expect_navigation():
        expert.page.get_by_role("link", name="Zeg wat je ervan vindt").first.tap()
    assert expert.page.locator("main form.form textarea:visible").count() == 1
    expert.page.fill("[name=text]", WORDS)
    with expert.page.expect_navigation():
        expert.page.get_by_role("button", name="Verstuur").tap()
    assert "Dank je wel." in expert.text
    assert expert.barriers() == []

    coordinator = visit(java_script_enabled=False).sign_in("coordinator").open(f"{HEIST}/voices")
    page = coordinator.page
    with page.expect_navigation():
        page.get_by_role("link", name=WORDS).click()
    coordinator.follow("Schrijf het antwoord")
    page.get_by_label("Nee, dit doen we niet").check()
    page.fill("[name=answer]", "Er is nog geen les in jouw dorp.")
    coordinator.send()
    assert "reden" in coordinator.error_beside("reason")
    assert page.input_value("[name=answer]") == "Er is nog geen les in jouw dorp."
    page.fill("[name=reason]", "De zaal in het dorp is bezet.")
    coordinator.send()
    coordinator.follow("Vertel het antwoord")
    page.fill("[name=told_by]", "coördinator van het netwerk")
    coordinator.send()
    assert "Wie sprak, weet nu wat ervan komt." in coordinator.text

    expert.open(HEIST)
    assert "De zaal in het dorp is bezet." in expert.text
    assert expert.barriers() == []
    assert expert.overflow() == []


def test_a_refused_answer_has_no_barrier(visit):
    visitor = visit(PHONE).sign_in("coordinator").open(f"{HEIST}/voices?state=received")
    with visitor.page.expect_navigation():
        visitor.page.locator("main tbody th a").first.click()
    visitor.follow("Schrijf het antwoord").send()
    assert visitor.page.locator(".error-summary li").count() == 2
    assert visitor.unfold().barriers() == []
    visitor.page.locator(".error-summary a").first.click()
    assert visitor.page.evaluate("() => document.activeElement.type") == "radio"
