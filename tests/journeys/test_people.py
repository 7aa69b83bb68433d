"""Each role at work: on a phone, with the keyboard, without JavaScript, and after a session that ended."""

from __future__ import annotations

import pytest

from tests.journeys.visitor import PHONE

HEIST = "/networks/heist-op-den-berg"
OWN_THINGS = {
    "coordinator": ("Wat nu aandacht vraagt", "Het geld van 2026"),
    "partner": ("Wat we jou vragen", "Meld wat je deed"),
    "expert": ("Dit doen we dit jaar", "Wat je kan zeggen"),
    "viewer": ("Het geld van 2026",),
}
SAVED = "Bewaard. Dank je wel."


@pytest.mark.parametrize("role", OWN_THINGS)
def test_each_role_finds_its_own_things_on_the_front_page(visit, role):
    visitor = visit().sign_in(role).open(f"{HEIST}?year=2026")
    for words in OWN_THINGS[role]:
        assert words in visitor.text
    menu = visitor.page.get_by_role("navigation", name="Menu").inner_text()
    assert ("Geld" in menu) == (role != "expert")


def test_the_administrator_finds_every_network(visit):
    visitor = visit().sign_in("admin").open("/")
    for name in ("Heist-op-den-Berg", "Mechelen", "Antwerpen", "Wervik"):
        assert name in visitor.text


def test_a_partner_logs_a_contribution_on_a_phone_in_two_taps_and_four_fields(visit):
    visitor = visit(PHONE, has_touch=True, is_mobile=True).sign_in("partner").open()
    page = visitor.page
    with page.expect_navigation():
        page.get_by_role("link", name="Meld wat je deed").first.tap()
    asked = page.locator("main form.form :is(input, select, textarea):visible")
    assert asked.count() <= 4
    page.fill("[name=people_reached]", "12")
    page.fill("[name=minutes]", "1,5")
    with page.expect_navigation():
        page.get_by_role("button", name="Bewaar").tap()
    assert SAVED in visitor.text
    assert "12" in visitor.text


def test_someone_with_a_keyboard_alone_signs_in_and_logs_a_contribution(visit):
    visitor = visit().open("/sign-in")
    keyboard, page = visitor.page.keyboard, visitor.page
    visitor.tab_to("[name=email]")
    keyboard.type("partner@heist.example")
    visitor.tab_to("[name=password]")
    keyboard.type("lokaal-netwerk-demo")
    with page.expect_navigation():
        keyboard.press("Enter")
    visitor.open()
    visitor.tab_to(".skip-link")
    keyboard.press("Enter")
    visitor.tab_to("main a[href*='/contributions']")
    with page.expect_navigation():
        keyboard.press("Enter")
    visitor.tab_to("[name=people_reached]")
    keyboard.type("7")
    visitor.tab_to("[name=minutes]")
    keyboard.type("2:30")
    visitor.tab_to("main form.form [type=submit]")
    with page.expect_navigation():
        keyboard.press("Enter")
    assert SAVED in visitor.text


def test_without_javascript_an_action_is_changed_and_an_expense_refused_beside_its_field(visit):
    visitor = visit(java_script_enabled=False).sign_in("coordinator").open(f"{HEIST}/2026/actions")
    page = visitor.page
    with page.expect_navigation():
        page.locator("main tbody a[href*='/2026/actions/']").first.click()
    visitor.follow("Verander")
    page.fill("[name=plain_sentence]", "Iedereen mag mee, zonder te betalen.")
    visitor.send()
    assert "Iedereen mag mee, zonder te betalen." in visitor.text

    visitor.open(f"{HEIST}/2026/expenses/record")
    page.fill("[name=description]", "Bus naar het zwembad voor de groep")
    page.fill("[name=invoice_cents]", "12,345")
    visitor.send()
    assert visitor.error_beside("invoice_cents") != ""
    assert page.input_value("[name=description]") == "Bus naar het zwembad voor de groep"
    assert page.input_value("[name=invoice_cents]") == "12,345"

    for dashboard in ("balance", "complementarity"):
        visitor.open(f"{HEIST}/2026/{dashboard}")
        assert page.locator("main table tbody tr").count() > 0
        assert page.locator("main svg").count() > 0


def test_text_is_back_after_a_session_that_ended_while_typing(visit):
    visitor = visit().sign_in("coordinator").open(f"{HEIST}/2026/expenses/record")
    page = visitor.page
    page.fill("[name=description]", "Tickets voor de voorstelling in de zaal")
    page.fill("[name=invoice_cents]", "84,50")
    visitor.context.clear_cookies()
    visitor.send()
    assert "/sign-in" in page.url
    assert "je tekst is bewaard" in visitor.text
    page.fill("input[name=email]", "coordinator@heist.example")
    page.fill("input[name=password]", "lokaal-netwerk-demo")
    visitor.send()
    assert page.input_value("[name=description]") == "Tickets voor de voorstelling in de zaal"
    assert page.input_value("[name=invoice_cents]") == "84,50"
