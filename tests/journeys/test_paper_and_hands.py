"""A round on paper and in a group, at a phone: print, type in two sheets with the keyboard, count hands, done."""

from __future__ import annotations

import io
import re

import pypdf

from tests.journeys.visitor import DESK, NARROW, PHONE

PATIENCE = 60_000  # the first PDF loads the library that draws it
ROUNDS = "/networks/heist-op-den-berg/reading-rounds"


def running_round(visitor) -> str:
    """The address of the round that runs."""
    visitor.open(ROUNDS)
    href: str = visitor.page.get_by_role("link", name="Halfweg: werkt ons plan?").first.get_attribute("href")
    return href


def sound(visitor) -> None:
    """No barrier and nothing wider than the window, at a phone and at the narrowest."""
    assert visitor.barriers() == []
    assert visitor.overflow() == []
    assert visitor.resize(NARROW).overflow() == []
    visitor.resize(PHONE)


def test_two_sheets_are_printed_and_typed_in_with_the_keyboard_alone(visit):
    visitor = visit(PHONE).sign_in("coordinator")
    here = running_round(visitor)
    visitor.open(here).follow("Print bladen")
    sound(visitor)
    visitor.page.fill("[name=count]", "2")
    with visitor.page.expect_download(timeout=PATIENCE) as saved:
        visitor.page.get_by_role("button", name="Maak de PDF").click(timeout=PATIENCE)
    pages = pypdf.PdfReader(io.BytesIO(saved.value.path().read_bytes())).pages
    number = re.search(r"Blad (\d+)", pages[0].extract_text()).group(1)

    visitor.open(here).follow("Typ bladen in")
    sound(visitor)
    keys = visitor.page.keyboard
    visitor.page.locator("[name=number]").focus()
    keys.type(number)
    visitor.tab_to("[name^=helps_]")
    keys.type("x")
    keys.press("Enter")
    visitor.page.wait_for_selector(".error-summary")
    helps = visitor.page.locator("[name^=helps_]").first.get_attribute("name")
    assert "“x” is geen antwoord" in visitor.error_beside(helps)
    sound(visitor)
    visitor.page.locator(f"[name={helps}]").focus()
    for letters in ("J", "1 4", "N"):
        keys.type(letters)
        keys.press("Tab")
    keys.type("Te laat op de avond.")
    keys.press("Tab")
    keys.type("n")
    with visitor.page.expect_navigation():
        keys.press("Enter")
    assert f"Blad {number} is bewaard." in visitor.text
    assert visitor.page.input_value("[name=number]") == str(int(number) + 1)
    keys.press("Tab")
    visitor.tab_to("[name^=helps_]")
    keys.type("e")
    with visitor.page.expect_navigation():
        keys.press("Enter")
    assert "Al ingetypt (2)" in visitor.text

    visitor.page.fill("[name=number]", number)
    visitor.page.locator("[name^=helps_]").first.fill("n")
    visitor.send()
    assert f"Blad {number} is al ingetypt" in visitor.text
    sound(visitor)


def test_a_group_is_counted_with_and_without_a_script(visit):
    visitor = visit(PHONE, has_touch=True, is_mobile=True).sign_in("coordinator")
    here = running_round(visitor)
    visitor.open(here).follow("Begin een leesmoment")
    sound(visitor)
    visitor.page.fill("[name=people]", "3")
    visitor.send()
    sound(visitor)
    screen = visitor.page.url
    more = visitor.page.locator("[data-answer=yes] .hand__tap").last
    for _hand in range(3):
        more.tap()
    visitor.page.wait_for_function("() => document.querySelector('[data-answer=yes] [data-number]').innerText === '3'")
    assert visitor.page.url == screen
    more.tap()
    visitor.page.get_by_text("meer handen dan mensen").wait_for()

    plain = visit(DESK, java_script_enabled=False).sign_in("coordinator").open(screen.removeprefix(visitor.address))
    for answer, place in (("yes", "first"), ("no", "last")):
        with plain.page.expect_navigation():
            getattr(plain.page.locator(f"[data-answer={answer}] .hand__tap"), place).click()
    assert "Geteld: 3 van 3 mensen" in plain.text
    assert plain.page.locator("[data-answer=no] [data-number]").inner_text() == "1"

    visitor.page.reload()
    visitor.follow("Volgende vraag")
    sound(visitor)
    visitor.page.locator("[data-answer=money] .hand__tap").last.tap()
    visitor.page.wait_for_function(
        "() => document.querySelector('[data-answer=money] [data-number]').innerText === '1'"
    )
    visitor.follow("Overzicht")
    assert "Ja: 2, Nee: 1" in visitor.text
    assert "Geld: 1" in visitor.text or "geld: 1" in visitor.text
    sound(visitor)
    with visitor.page.expect_navigation():
        visitor.page.get_by_role("button", name="Klaar", exact=True).tap()
    assert "Bedank de mensen" in visitor.text
