"""From a rule on the web to a decision of an administrator, the figure it changes, and the history that keeps it."""

from __future__ import annotations

from tests.journeys.visitor import DESK, NARROW, PHONE

HEIST = "/networks/heist-op-den-berg"
SOURCE = "Ministerieel besluit van 3 maart 2026"


def test_a_ratio_that_was_decided_changes_the_cofinancing_and_stands_with_its_rule(visit):
    network = visit(PHONE).sign_in("coordinator").open(f"{HEIST}/2026/money")
    assert SOURCE not in network.text
    administrator = visit(DESK).sign_in("admin").open("/regimes")
    administrator.follow("Besluiten over de regels")
    administrator.open("/rules/FL-COFIN-4").follow("Beslis een getal van FL-PD")
    page = administrator.page
    assert page.input_value("[name=key]") == "cofinancing-ratio"
    page.fill("[name=value]", "11")
    page.fill("[name=from_year]", "2026")
    page.select_option("[name=certainty]", "confirmed")
    page.fill("[name=source]", SOURCE)
    administrator.send()
    assert "Schrijf een getal van 0 tot 10." in administrator.text
    assert page.input_value("[name=source]") == SOURCE
    assert administrator.barriers() == []
    page.fill("[name=value]", "2")
    administrator.send()
    assert "Het besluit is bewaard." in administrator.text
    assert "Nagekeken:" in administrator.text
    assert administrator.barriers() == []
    assert administrator.overflow() == []

    network.open(f"{HEIST}/2026/money")
    assert SOURCE in network.text
    network.follow("FL-COFIN-4")
    assert "Een beheerder besliste over een getal van deze regel." in network.text
    assert network.unfold().barriers() == []
    assert network.overflow() == []
    assert SOURCE not in network.open(f"{HEIST}/2025/money").text

    citizen = visit(NARROW, java_script_enabled=False).open("/rules/FL-COFIN-4")
    assert SOURCE in citizen.text
    assert "Beheerder" not in citizen.text

    administrator.open("/regimes/decisions")
    page.get_by_role("button", name="Trek in").first.click()
    page.wait_for_load_state()
    assert "Het besluit telt niet meer." in administrator.text
    assert SOURCE not in network.open(f"{HEIST}/2026/money").text
    assert SOURCE in network.open("/rules/FL-COFIN-4").text  # what was decided stays to be read


def test_a_citizen_without_javascript_finds_a_rule_and_its_worked_example(visit):
    visitor = visit(NARROW, java_script_enabled=False).open("/allowed").follow("Alle regels")
    page = visitor.page
    page.get_by_text("Zoek in deze lijst").click()
    page.fill("#filter-q", "personeel samenwerken")
    page.select_option("#filter-regime", "FED-OLD")
    with page.expect_navigation():
        page.get_by_role("button", name="Toon", exact=True).click()
    visitor.follow("FED-STAFF-4")
    assert "Personeel van drie OCMW's die samenwerken" in visitor.text
    assert "gelijk" in visitor.text
    assert "verschilt" not in visitor.text


def test_the_rulebook_has_no_barriers_on_a_phone(visit):
    visitor = visit(PHONE)
    for path in ("/rules", "/rules/FL-DRAW-6", "/rules/FED-LIFE-3"):
        visitor.open(path)
        assert visitor.barriers() == []
        assert visitor.overflow() == []
