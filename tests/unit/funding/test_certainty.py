"""How sure each rule is in each regime, and that no sentence tells more than is known."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

import portal
from portal.foundation.finding import CAVEATS, Certainty, Severity
from portal.funding.regimes import RULES, rule_certainty, rule_entry
from portal.funding.rules import check_expense, check_year
from tests.unit.funding.facts import (
    AGREEMENT,
    INVESTMENT,
    STAFF,
    by_rule,
    expense,
    federal,
    grant,
    of_year,
    old_federal,
    parts,
    rules_in,
)

CITED = re.compile(r"\b((?:FL|FED|MONEY|STREAM)-(?:[A-Z]+-)?\d+|DATA-ORG-\d+)((?:/\d+|, -\d+)*)")
PACKAGE = Path(portal.__file__).parent


def cited_ids() -> dict[str, str]:
    """Every rule id in code and pages, also the 5 of "FED-PAY-4/5", with a file that names it."""
    found: dict[str, str] = {}
    pages = PACKAGE.parent / "templates"
    for path in (*PACKAGE.rglob("*.py"), *pages.rglob("*.html")):
        for first, more in CITED.findall(path.read_text(encoding="utf-8")):
            stem = first.rpartition("-")[0]
            for rule in (first, *(f"{stem}-{number}" for number in re.findall(r"\d+", more))):
                found[rule] = path.name
    return found


def test_every_rule_that_is_cited_anywhere_has_a_row() -> None:
    cited = cited_ids()
    assert len(cited) > 70
    assert {rule: where for rule, where in cited.items() if rule not in RULES and "-X-" not in rule} == {}


@pytest.mark.parametrize(
    ("rule", "since_2017"),
    [
        ("FED-REP-2", Certainty.PROBABLE),
        ("FED-REP-3", Certainty.PROBABLE),
        ("FED-PAY-3", Certainty.ASSUMED),
        ("FED-COST-6", Certainty.ASSUMED),
        ("FED-COOP-2", Certainty.ASSUMED),
    ],
)
def test_a_rule_of_the_old_manual_is_less_sure_since_2017(rule: str, since_2017: Certainty) -> None:
    assert rule_certainty(rule, 2014) is Certainty.CONFIRMED
    assert rule_certainty(rule, 2024) is since_2017
    assert rule_entry(rule, ["FED-OLD"]).regimes == ("FED-OLD",)


def test_no_rule_has_two_rows_for_one_regime() -> None:
    for rule, rows in RULES.items():
        regimes = [regime for row in rows for regime in row.regimes]
        assert len(regimes) == len(set(regimes)), rule


def test_a_finding_carries_the_certainty_of_its_year() -> None:
    for facts, certainty in ((old_federal(description="BMX"), "confirmed"), (federal(description="BMX"), "probable")):
        finding = by_rule(check_expense(facts), "FED-REP-3")
        assert (finding.severity, finding.certainty) == (Severity.ERROR, certainty)
        assert finding.caveat == CAVEATS.get(finding.certainty)


@pytest.mark.parametrize("today", [date(2024, 11, 21), date(2025, 2, 1)])
def test_what_is_assumed_is_not_told_as_a_fact(today: date) -> None:
    facts = of_year(grants=[grant("federal-participation", 1_500)], expenses=[federal()], today=today)
    finding = by_rule(check_year(facts), "FED-PAY-3")
    assert "waarschijnlijk" in str(finding.sentence)
    assert finding.certainty is Certainty.ASSUMED
    assert "nog niet bevestigd" in str(finding.caveat)


def test_the_manual_of_the_old_years_is_told_as_a_fact() -> None:
    facts = of_year(year=2014, grants=[grant("federal-old-events", 1_500, 2014)], expenses=[old_federal()])
    finding = by_rule(check_year(facts), "FED-PAY-3")
    assert "waarschijnlijk" not in str(finding.sentence)
    assert (finding.certainty, finding.caveat) == (Certainty.CONFIRMED, None)


def test_an_assumed_year_without_investments_says_so() -> None:
    facts = federal(year=2021, kind=INVESTMENT, invoice_on=None)
    assert by_rule(check_expense(facts), "FED-INV-4").certainty is Certainty.ASSUMED
    later = federal(year=2023, kind=INVESTMENT, invoice_on=None)
    assert by_rule(check_expense(later), "FED-INV-4").certainty is Certainty.CONFIRMED


def test_the_end_of_the_subsidy_is_probable() -> None:
    assert by_rule(check_expense(federal(year=2026)), "FED-END").certainty is Certainty.PROBABLE


def test_how_much_of_what_is_outsourced_may_be_general_costs() -> None:
    outsourced = federal(kind=AGREEMENT, has_agreement=True)
    year = of_year(grants=[grant("federal-modules", 5_000)], expenses=[outsourced])
    finding = by_rule(check_year(year), "FED-COOP-4")
    assert finding.severity is Severity.HINT
    assert "100,00" in str(finding.sentence)
    plain = of_year(grants=[grant("federal-modules", 5_000)], expenses=[federal()])
    assert "FED-COOP-4" not in rules_in(check_year(plain))


def test_the_room_for_staff_is_told_with_its_rule() -> None:
    staff = federal(kind=STAFF, invoice_cents=100_00, parts=parts(federal_participation=100))
    year = of_year(grants=[grant("federal-participation", 12_000)], expenses=[staff])
    assert "1.200,00" in str(by_rule(check_year(year), "FED-STAFF-7").sentence)
    old = [old_federal(), old_federal(kind=STAFF, invoice_cents=50_00, parts=parts(federal_old_ict=50))]
    for pooled, rule in ((None, "FED-STAFF-3"), (30_000_00, "FED-STAFF-4")):
        grants = [grant("federal-old-events", 27_000, 2014, pooled)]
        facts = of_year(year=2014, grants=grants, expenses=old)
        assert "100,00" in str(by_rule(check_year(facts), rule).sentence)


def test_staff_on_a_cluster_without_a_grant_is_named_when_the_whole_has_one() -> None:
    staff = expense(kind=STAFF, parts=parts(federal_child_poverty=1_000))
    year = of_year(grants=[grant("federal-participation", 12_000)], expenses=[staff])
    assert "kinderarmoede" in str(by_rule(check_year(year), "FED-STAFF-6").sentence)
    assert "FED-STAFF-6" not in rules_in(check_year(of_year(expenses=[staff])))


@pytest.mark.parametrize(
    ("stream", "owner", "expected"),
    [
        ("federal-participation", "municipality", ["DATA-ORG-1"]),
        ("federal-participation", "ocmw", []),
        ("drawing-right", "ocmw", ["DATA-ORG-1"]),
        ("drawing-right", "municipality", []),
        ("co-financing", "ocmw", []),
    ],
)
def test_a_grant_of_the_wrong_legal_person_is_a_warning(stream: str, owner: str, expected: list[str]) -> None:
    awarded = type(grant(stream, 100))(stream, 2024, owner, 100_00)
    found = [one for one in check_year(of_year(grants=[awarded])) if one.rule == "DATA-ORG-1"]
    assert rules_in(found) == expected
    assert all(one.severity is Severity.WARNING for one in found)


def test_one_invoice_in_two_halves_is_not_the_same_cost_twice() -> None:
    half = expense(invoice_cents=100_00, parts=parts(drawing_right=50))
    other = expense(invoice_cents=100_00, parts=parts(co_financing=50))
    assert "MONEY-6" not in rules_in(check_year(of_year(expenses=[half, other])))
    more = expense(invoice_cents=100_00, parts=parts(co_financing=50.01))
    assert "MONEY-6" in rules_in(check_year(of_year(expenses=[half, more])))


@pytest.mark.parametrize("rule", ["FL-SPEND-1", "FL-SPEND-2", "FL-DRAW-6"])
def test_what_held_until_2026_is_not_told_as_law_of_the_new_decree(rule: str) -> None:
    assert rule_certainty(rule, 2026) is Certainty.CONFIRMED
    assert rule_certainty(rule, 2028) is Certainty.ASSUMED
