"""Two coordinators on a phone: one types and submits, the other sends back, and approves what came again."""

from __future__ import annotations

import re

from tests.journeys.visitor import PHONE

HEIST = "/networks/heist-op-den-berg"
PHONE_OPTIONS = {"has_touch": True, "is_mobile": True}
NEW_PASSWORD = "samen-naar-het-zwembad"


def press(visitor, name):
    with visitor.page.expect_navigation():
        visitor.page.get_by_role("button", name=name).first.click()
    return visitor


def well(visitor):
    assert visitor.barriers() == []
    assert visitor.overflow() == []
    return visitor


def invite_second(first, visit):
    """A second coordinator, invited by mail, who chooses a password."""
    first.open(f"{HEIST}/people/invite")
    first.page.fill("[name=email]", "tweede@heist.example")
    first.page.fill("[name=name]", "Tweede Coördinator")
    first.page.select_option("[name=role]", "coordinator")
    first.send()
    mail = first.open("/mail").page.content()
    link = re.search(r"(/invitation/[\w.-]+)", mail)
    assert link is not None, "no link in the mail"
    second = visit(PHONE, **PHONE_OPTIONS).open(link.group(1))
    second.page.fill("[name=password]", NEW_PASSWORD)
    return second.send()


def test_four_eyes_on_an_expense_with_two_coordinators_on_a_phone(visit):
    first = visit(PHONE, **PHONE_OPTIONS).sign_in("coordinator")
    well(first.open(f"{HEIST}/four-eyes"))
    first.page.fill("[name=four_eyes_from]", "2027")
    first.send()
    second = invite_second(first, visit)
    first.open(f"{HEIST}/2027/expenses/record")
    first.page.fill("[name=description]", "Toegang tot het zwembad")
    first.page.select_option("[name=kind]", "collective")
    first.page.fill("[name=invoice_cents]", "45")
    first.page.select_option("[name=stage]", "committed")
    first.send()
    press(first, "Dien in om na te kijken")
    assert "diende deze uitgave in" in well(first).text

    second.open(HEIST)
    assert "Wacht op jou" in second.text
    second.follow("1 uitgave om na te kijken")
    well(second).follow("Toegang tot het zwembad")
    second.follow("Stuur terug met een opmerking")
    second.page.fill("[name=remark]", "Zet er het aantal mensen bij.")
    well(second).send()

    first.open(f"{HEIST}?year=2027").follow("1 uitgave kwam terug met een opmerking")
    first.follow("Toegang tot het zwembad")
    assert "Zet er het aantal mensen bij." in first.text
    press(first, "Dien opnieuw in")
    assert first.page.get_by_role("button", name="Keur goed").count() == 0

    second.open(f"{HEIST}/2027/expenses/approvals")
    second.page.get_by_role("checkbox").first.check()
    press(second, "Keur de gekozen uitgaven goed")
    assert "1 uitgave is goedgekeurd." in well(second).text
    first.open(f"{HEIST}/four-eyes")
    first.page.fill("[name=four_eyes_from]", "")
    first.send()
