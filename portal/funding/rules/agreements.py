"""Agreements with organisations, and the proof that every expense needs."""

from __future__ import annotations

from collections.abc import Iterator

from portal.foundation.finding import Finding, Severity
from portal.foundation.wording import Day, say
from portal.foundation.years import year_span
from portal.funding.regimes import SettingKey, YearLaw
from portal.funding.regimes.streams import OLD_ASSOCIATIONS, OLD_EVENTS, OLD_RECYCLED_PCS
from portal.funding.rules.allocated import federal_streams, is_federal
from portal.funding.rules.found import federal_setting, found, is_regime, refusal_of
from portal.funding.types import ExpenseFacts, ExpenseKind

NOT_FOR_AGREEMENTS = frozenset({OLD_EVENTS, OLD_ASSOCIATIONS, OLD_RECYCLED_PCS})


def check_agreement(expense: ExpenseFacts, law: YearLaw) -> Iterator[Finding]:
    """Outsourced on federal money: agreed, signed, committed in the year, in its category (FED-COOP)."""
    if expense.kind is not ExpenseKind.AGREEMENT or not is_federal(expense, law):
        return
    if expense.has_agreement:
        yield from _check_signature(expense, law)
        yield from _check_commitment(expense, law)
    else:
        yield found(
            law,
            "FED-COOP-2" if is_regime(law, "FED-OLD") else "FED-COOP-1",
            say("Je besteedt dit uit. Koppel de overeenkomst met de organisatie."),
            "agreement_id",
            severity=Severity.ERROR if expense.is_spent else Severity.WARNING,
        )
    misplaced = [stream for stream in federal_streams(expense, law) if stream.code in NOT_FOR_AGREEMENTS]
    for stream in misplaced:
        yield found(
            law,
            "FED-COOP-3",
            say("Een overeenkomst hoort in categorie 3 of 4 en niet bij %(stream)s.", stream=stream.label),
            "parts",
        )


def _check_signature(expense: ExpenseFacts, law: YearLaw) -> Iterator[Finding]:
    if expense.agreement_signed_on is not None:
        return
    blocks = is_regime(law, "FED-OLD") and expense.is_spent
    yield found(
        law,
        "FED-COOP-2",
        say("De overeenkomst is nog niet getekend. Vul in wanneer beide partijen tekenden."),
        "agreement_id",
        severity=Severity.ERROR if blocks else Severity.WARNING,
    )


def _check_commitment(expense: ExpenseFacts, law: YearLaw) -> Iterator[Finding]:
    row = federal_setting(law, SettingKey.COMMITMENT_IN_PERIOD)
    if row is None or row.value == 0:
        return
    committed_on = expense.agreement_committed_on
    if committed_on is None:
        yield found(
            law,
            "FED-COOP-2",
            say("Wanneer is de overeenkomst vastgelegd? Dat moet in %(year)s zijn.", year=expense.year),
            "agreement_id",
            severity=Severity.WARNING,
        )
    elif not year_span(expense.year).holds(committed_on):
        yield found(
            law,
            "FED-COOP-2",
            say(
                "De overeenkomst is vastgelegd op %(day)s. Dat moet in %(year)s zijn.",
                day=Day(committed_on),
                year=expense.year,
            ),
            "agreement_id",
            severity=refusal_of(row),
            certainty=row.certainty,
        )


def check_proof(expense: ExpenseFacts, law: YearLaw) -> Iterator[Finding]:
    """What is booked can be shown on inspection (FED-REP-5)."""
    if expense.is_spent and not expense.has_proof:
        yield found(
            law,
            "FED-REP-5",
            say("Er is nog geen bewijs. Voeg de factuur toe of schrijf waar ze ligt."),
            "evidence_reference",
        )
