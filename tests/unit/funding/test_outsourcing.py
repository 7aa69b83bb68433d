"""An agreement with an organisation: words, signatures, commitment, control and the cap on general costs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from portal.foundation.finding import Certainty, Severity
from portal.foundation.years import year_span
from portal.funding.regimes import law_of_year
from portal.funding.rules.outsourcing import AgreementFacts, check_outsourced

OLD, NEW = law_of_year(2012), law_of_year(2025)


def agreed(year=2025, **values):
    facts = AgreementFacts(
        partner="vzw Den Draai",
        title="Kooklessen",
        charged_cents=2_000_00,
        period=year_span(year),
        services="Tien kooklessen",
        form="Elke dinsdag",
        target_group="Gebruikers van het OCMW",
        amount_cents=2_000_00,
        signed_on=date(year, 1, 10),
        partner_signed_on=date(year, 1, 12),
        committed_on=date(year, 1, 12),
        received_on=date(year, 12, 1),
        checked_on=date(year, 12, 10),
        justified_cents=2_000_00,
        today=date(year + 1, 3, 1),
    )
    return replace(facts, **values)


def fields(facts, law):
    return {(one.field, one.severity) for one in check_outsourced(facts, law)}


def test_a_whole_agreement_has_nothing_missing():
    assert fields(agreed(), NEW) == fields(agreed(2012), OLD) == set()


def test_an_agreement_that_federal_money_does_not_pay_is_left_alone():
    assert check_outsourced(agreed(charged_cents=0, services="", signed_on=None), NEW) == []


@pytest.mark.parametrize(
    ("values", "field", "old", "new"),
    [
        ({"services": " "}, "services", Severity.ERROR, Severity.ERROR),
        ({"form": ""}, "form", Severity.ERROR, Severity.ERROR),
        ({"target_group": ""}, "target_group", Severity.ERROR, Severity.ERROR),
        ({"amount_cents": None}, "amount_cents", Severity.ERROR, Severity.ERROR),
        ({"signed_on": None}, "signed_on", Severity.ERROR, Severity.WARNING),
        ({"partner_signed_on": None}, "partner_signed_on", Severity.ERROR, Severity.WARNING),
        ({"committed_on": None}, "committed_on", Severity.WARNING, Severity.WARNING),
        ({"committed_on": date(2009, 12, 31)}, "committed_on", Severity.ERROR, Severity.WARNING),
        ({"charged_cents": 2_000_01, "justified_cents": None}, "amount_cents", Severity.ERROR, Severity.ERROR),
        ({"justified_cents": 1_999_99}, "justified_cents", Severity.ERROR, Severity.ERROR),
        ({"received_on": None, "checked_on": None}, "justification_received_on", Severity.ERROR, Severity.WARNING),
        ({"checked_on": None}, "justification_checked_on", Severity.WARNING, Severity.WARNING),
        ({"is_lump_sum": True, "checked_on": None}, "justification_checked_on", Severity.ERROR, Severity.ERROR),
        (
            {"is_lump_sum": True, "received_on": None, "checked_on": None, "today": date(2012, 2, 1)},
            "justification_received_on",
            Severity.ERROR,
            Severity.ERROR,
        ),
    ],
)
def test_what_an_agreement_lacks_is_found_beside_its_field(values, field, old, new):
    assert fields(agreed(2012, **values), OLD) == {(field, old)}
    assert fields(agreed(2025, **values), NEW) == {(field, new)}


def test_general_costs_are_at_most_a_tenth_since_2017():
    assert fields(agreed(general_costs_cents=200_00), NEW) == set()
    assert fields(agreed(general_costs_cents=200_01), NEW) == {("general_costs_cents", Severity.WARNING)}
    assert fields(agreed(2012, general_costs_cents=900_00), OLD) == set()


def test_a_justification_is_only_asked_when_the_year_is_over():
    still_running = agreed(received_on=None, checked_on=None, justified_cents=None, today=date(2025, 6, 1))
    assert fields(still_running, NEW) == set()


def test_what_the_partner_does_is_asked_by_the_rule_of_the_year():
    said = {law.year: check_outsourced(agreed(law.year, services=""), law)[0] for law in (OLD, NEW)}
    assert [(one.rule, one.certainty) for one in said.values()] == [
        ("FED-COOP-2", Certainty.CONFIRMED),
        ("FED-COOP-1", Certainty.CONFIRMED),
    ]
