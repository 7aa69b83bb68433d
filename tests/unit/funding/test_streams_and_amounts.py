"""Which stream may pay, and how much of an invoice."""

from __future__ import annotations

import pytest

from portal.foundation.finding import Severity
from portal.foundation.wording import Euros
from portal.funding.regimes import Certainty, RegimeStatus
from portal.funding.rules import check_expense
from portal.funding.types import AllocatedPart, Owner
from tests.unit.funding.facts import blocking, by_rule, expense, federal, old_federal, parts, rules_in


def test_a_sound_expense_has_no_finding() -> None:
    assert check_expense(expense()) == []
    assert check_expense(federal()) == []
    assert check_expense(old_federal()) == []


def test_a_2024_expense_can_go_on_a_federal_cluster() -> None:
    assert blocking(check_expense(federal(year=2024))) == []


def test_a_2026_expense_cannot_go_on_a_federal_cluster() -> None:
    findings = check_expense(federal(year=2026))
    assert blocking(findings) == ["FED-END"]
    assert "2026" in str(findings[0].sentence)
    assert findings[0].field == "parts"


def test_a_2026_expense_can_when_an_administrator_took_the_end_out_of_force() -> None:
    undone = RegimeStatus("FED-END", False, Certainty.CONFIRMED, "Arrest van de Raad van State")
    assert check_expense(federal(year=2026), overrides=[undone]) == []


def test_the_refusal_shows_the_administrators_source() -> None:
    confirmed = RegimeStatus("FED-END", True, Certainty.CONFIRMED, "Programmawet 2025")
    assert check_expense(federal(year=2026), overrides=[confirmed])[0].source == "Programmawet 2025"


@pytest.mark.parametrize(
    ("year", "stream", "rule"),
    [
        (2024, "federal-old-events", "FED-NEW"),
        (2014, "federal-participation", "FED-OLD"),
        (2005, "drawing-right", "FL-PD"),
        (2027, "federal-modules", "FED-END"),
        (2024, "lottery", "STREAM-1"),
    ],
)
def test_a_stream_of_another_regime_is_refused_by_the_regime_of_the_year(year: int, stream: str, rule: str) -> None:
    assert rule in blocking(check_expense(expense(year=year, parts=(AllocatedPart(stream, 100_00),))))


def test_parts_may_fill_the_invoice_to_the_cent() -> None:
    split = parts(drawing_right=333.33, co_financing=333.33, federal_participation=333.34)
    assert check_expense(expense(parts=split)) == []


def test_one_cent_above_the_invoice_is_double_funding() -> None:
    split = parts(drawing_right=500, federal_participation=500.01)
    finding = by_rule(check_expense(expense(parts=split)), "FED-TARGET-8")
    assert finding.blocks
    assert finding.sentence.params["over"] == Euros(1)


def test_part_of_an_invoice_is_enough_and_the_rest_is_asked_about() -> None:
    (finding,) = check_expense(federal(parts=parts(federal_participation=250)))
    assert (finding.rule, finding.severity, finding.field) == ("MONEY-4", Severity.WARNING, "parts")
    assert finding.sentence.params["rest"] == Euros(750_00)


def test_an_expense_that_nobody_pays_says_so_with_its_amount() -> None:
    (finding,) = check_expense(expense(parts=()))
    assert (finding.rule, finding.severity) == ("MONEY-4", Severity.WARNING)
    assert finding.sentence.params["rest"] == Euros(1_000_00)


@pytest.mark.parametrize("cents", [0, -1, -500_00])
def test_an_invoice_of_nothing_or_less_is_refused(cents: int) -> None:
    finding = by_rule(check_expense(expense(invoice_cents=cents, parts=())), "MONEY-1")
    assert (finding.severity, finding.field) == (Severity.ERROR, "invoice_cents")


@pytest.mark.parametrize("cents", [0, -1])
def test_a_part_of_nothing_or_less_is_refused(cents: int) -> None:
    split = (AllocatedPart("drawing-right", cents), AllocatedPart("co-financing", 100_00))
    assert rules_in(check_expense(expense(parts=split))) == ["MONEY-1"]


@pytest.mark.parametrize("excl", [-1, 1_000_01])
def test_the_amount_without_vat_lies_between_zero_and_the_invoice(excl: int) -> None:
    finding = by_rule(check_expense(expense(invoice_excl_vat_cents=excl)), "MONEY-1")
    assert finding.field == "invoice_excl_vat_cents"


def test_federal_money_in_the_books_of_the_municipality_is_a_warning() -> None:
    assert rules_in(check_expense(federal(owner=Owner.MUNICIPALITY))) == ["DATA-ORG-1"]
    assert blocking(check_expense(federal(owner=Owner.MUNICIPALITY))) == []
    assert check_expense(expense(owner=Owner.MUNICIPALITY)) == []


def test_drawing_right_in_the_books_of_the_welfare_centre_is_a_warning() -> None:
    (finding,) = check_expense(expense(owner=Owner.OCMW))
    assert (finding.rule, finding.severity, finding.field) == ("DATA-ORG-1", Severity.WARNING, "owner")
    assert check_expense(expense(owner=Owner.OCMW, parts=parts(co_financing=1_000))) == []


def test_one_invoice_on_federal_money_and_drawing_right_is_in_the_books_of_the_welfare_centre() -> None:
    both = parts(drawing_right=500, federal_participation=500)
    assert check_expense(expense(owner=Owner.OCMW, parts=both)) == []
    assert rules_in(check_expense(expense(owner=Owner.MUNICIPALITY, parts=both))) == ["DATA-ORG-1"]
