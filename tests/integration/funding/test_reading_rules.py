"""Anyone reads the rulebook: the list, its filters in the address, a page for each rule, and the same as JSON."""

from __future__ import annotations

import jsonschema
import pytest

from portal.funding.regimes import RULES
from tests.integration.funding.conftest import Money
from tests.pages import WatchfulClient, text_of


def test_anyone_reads_all_rules_and_narrows_them_by_the_address(client: WatchfulClient) -> None:
    page = text_of(client.get("/rules"))
    assert f"{len(RULES)} regels van {len(RULES)}" in page
    assert "UIT-5" in page
    narrowed = text_of(client.get("/rules?subject=co-financing&year=2024&certainty=assumed"))
    assert "FL-COFIN-4" in narrowed
    assert "FL-COFIN-1 " not in narrowed
    assert "FL-DRAW" not in narrowed


@pytest.mark.parametrize(
    "query",
    [
        "year=20x4&regime=%00&subject=%3Cscript%3E&severity=1&certainty=none",
        "year=99999999999999999999",
        "year=٢٠٢٤",
        "q=" + "x" * 5_000,
        "q=%25%28x%29s%00%ED%A0%80",
        "year=2024&year=2025&regime=FL-PD&regime=FED-NEW",
    ],
)
def test_a_strange_question_is_answered_with_a_list_and_never_with_an_error(client: WatchfulClient, query: str) -> None:
    for path in ("/rules", "/api/v1/rules"):
        answer = client.get(f"{path}?{query}")
        assert answer.status_code == 200
        assert b"<script>" not in answer.get_data().split(b"<main")[-1]


def test_nothing_found_says_what_to_do(client: WatchfulClient) -> None:
    assert "Geen enkele regel past bij wat je koos." in text_of(client.get("/rules?q=olifantenparade"))


@pytest.mark.parametrize("rule", sorted(RULES))
def test_every_rule_has_a_page_for_anyone(client: WatchfulClient, rule: str) -> None:
    client.checks_pages = rule in ("FL-DRAW-6", "FED-LIFE-3", "FED-REP-6", "UIT-10")
    answer = client.get(f"/rules/{rule}")
    assert answer.status_code == 200
    assert rule in text_of(answer)
    assert "verschilt" not in text_of(answer)


def test_small_letters_lead_to_the_permanent_address_and_an_unknown_rule_nowhere(client: WatchfulClient) -> None:
    answer = client.get("/rules/fl-draw-6")
    assert (answer.status_code, answer.location) == (301, "/rules/FL-DRAW-6")
    for unknown in ("FL-DRAW-99", "decisions", "%00", "x" * 300, "../regimes"):
        assert client.get(f"/rules/{unknown}").status_code == 404


def test_a_page_shows_the_example_with_formula_and_what_the_source_says(client: WatchfulClient) -> None:
    page = text_of(client.get("/rules/FL-DRAW-6")).replace("\xa0", " ")
    assert "€ 3.619,00" in page
    assert "6 % voor Brussel" in page
    assert "gelijk" in page
    assert "in de rekenhulpen van de geldpagina" in page


def test_a_finding_leads_to_its_rule(money: Money) -> None:
    page = money.client.get(money.href("money")).get_data(as_text=True)
    assert 'href="/rules/FED-PAY-4"' in page


def test_the_list_is_there_as_json_with_the_figures_of_each_rule(client: WatchfulClient) -> None:
    answer = client.get("/api/v1/rules?subject=drawing-right&year=2024").get_json()
    assert answer["count"] == len(answer["rules"])
    (rule,) = [one for one in answer["rules"] if one["rule"] == "FL-DRAW-6"]
    assert rule["has_example"] is True
    assert rule["checked_at"] == ["calculator"]
    assert rule["address"] == "/rules/FL-DRAW-6"
    shares = [one for one in rule["figures"] if one["key"] == "vgc-share" and one["regime"] == "FL-PD"]
    assert [(one["first_year"], one["last_year"], one["decided"]) for one in shares] == [(2008, 2026, False)]


def test_the_drawing_right_of_each_municipality_is_reckoned_from_the_address(money: Money) -> None:
    page = text_of(
        money.client.get(
            money.href("money/drawing-right?budget=1400000&vt_whole=800000&rmi_whole=60000&vt-12014=2400&rmi-12014=150")
        )
    )
    assert "€ 3.619,00" in page.replace("\xa0", " ")
    assert "Deze regel is nog niet bevestigd." in page
    wrong = money.client.get(money.href("money/drawing-right?budget=veel&vt-12014=<b>"))
    assert wrong.status_code == 200
    assert "Schrijf elk bedrag zoals 1250,00." in text_of(wrong)
    assert "Dit is niet bekend." in text_of(wrong)


def test_the_json_is_as_its_description_says(client: WatchfulClient) -> None:
    described = client.get("/api/v1/openapi.json").get_json()
    schema = {"$ref": "#/components/schemas/Rules", "components": described["components"]}
    assert "/rules" in described["paths"]
    for query in ("", "?lang=en&regime=FED-OLD", "?q=olifantenparade"):
        jsonschema.validate(client.get(f"/api/v1/rules{query}").get_json(), schema)
