"""Somebody without account drops a letter on a phone, and reads with her code what became of it."""

from __future__ import annotations

import re

from tests.journeys.visitor import NARROW, PHONE

HEIST = "/networks/heist-op-den-berg"
BOX = "/letter-box/heist-op-den-berg"
WORDS = "Kan mijn oma ook mee naar het zwembad? 🏊 مرحبا"
CODE = re.compile(r"[A-Z]+-\d{4}-[A-Z]+-\d{4}")


def fits(visitor) -> None:
    """No barrier for anybody, nor sideways scrolling on the narrowest phone."""
    assert visitor.unfold().barriers() == []
    assert visitor.resize(NARROW).overflow() == []
    visitor.resize(PHONE)


def read_with(visitor, code: str) -> str:
    visitor.open(f"{BOX}/answer")
    visitor.page.fill("[name=code]", code.lower().replace("-", " "))
    visitor.send()
    return visitor.text


def test_a_letter_is_dropped_answered_and_followed_with_a_code(visit):
    sender = visit(PHONE, has_touch=True, is_mobile=True, java_script_enabled=True).open(BOX)
    fits(sender)
    sender.page.fill("[name=text]", "Bel me op 0478 12 34 56")
    sender.send()
    assert "telefoonnummer" in sender.error_beside("text")
    assert sender.page.input_value("[name=text]") == "Bel me op 0478 12 34 56"
    fits(sender)
    sender.page.fill("[name=text]", WORDS)
    sender.unfold()
    choices = sender.page.locator("[name=action_id] option").all_inner_texts()
    action = next(one for one in choices if "Zwemles" in one)
    sender.page.select_option("[name=action_id]", label=action)
    sender.send()
    found = CODE.search(sender.text)
    assert found is not None
    fits(sender)
    assert sender.context.cookies() == []
    assert "We praten er nog over." in read_with(sender, found[0])
    fits(sender)

    coordinator = visit(PHONE).sign_in("coordinator").open(f"{HEIST}/voices")
    page = coordinator.page
    with page.expect_navigation():
        page.get_by_role("link", name="Kan mijn oma").click()
    there = page.url
    coordinator.follow("Schrijf het antwoord")
    page.get_by_label("Ja, dit doen we").check()
    page.fill("[name=answer]", "Ja. Grootouders zwemmen vanaf nu mee.")
    coordinator.send()
    coordinator.follow("Vertel het antwoord")
    assert page.input_value("[name=told_how]") == "letter-box"
    fits(coordinator)
    coordinator.send()

    assert "Ja. Grootouders zwemmen vanaf nu mee." in read_with(sender, found[0])

    page.goto(there)
    coordinator.follow("De weg van deze inbreng")
    fits(coordinator)
    page.goto(there)
    coordinator.follow(action)
    with page.expect_navigation():
        page.get_by_role("button", name="Zet op: klaar").click()

    text = read_with(sender, found[0])
    assert "is klaar." in text
    fits(sender)
    assert sender.context.cookies() == []
    page.goto(there)
    assert "met de code gelezen" in coordinator.text


def test_what_has_to_be_told_has_no_barriers(visit):
    coordinator = visit(PHONE).sign_in("coordinator")
    for path in ("to-tell", "letter-box", "record"):
        fits(coordinator.open(f"{HEIST}/voices/{path}"))
    partner = visit(PHONE, java_script_enabled=True).sign_in("partner").open(f"{HEIST}/voices/pass-on")
    fits(partner)
    with partner.page.expect_navigation():
        partner.page.get_by_role("button", name="Ik heb het verteld").first.click()
    assert "Wie sprak, weet het nu." in partner.text
