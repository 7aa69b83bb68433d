"""Amounts: above zero, and never more charged than the invoice."""

from __future__ import annotations

from collections.abc import Iterator

from portal.foundation.finding import Finding
from portal.foundation.wording import Euros, say
from portal.funding.regimes import YearLaw, find_stream
from portal.funding.rules.allocated import allocated_cents
from portal.funding.rules.found import found
from portal.funding.types import ExpenseFacts


def check_amounts(expense: ExpenseFacts, law: YearLaw) -> Iterator[Finding]:
    """Amounts are above zero (MONEY-1), the parts never more than the invoice (FED-TARGET-8), nor less (MONEY-4)."""
    if expense.invoice_cents <= 0:
        yield found(law, "MONEY-1", say("Het factuurbedrag moet hoger zijn dan nul."), "invoice_cents")
    yield from _without_vat(expense, law)
    for part in sorted(expense.parts, key=lambda one: (one.stream, one.amount_cents)):
        if part.amount_cents <= 0:
            stream = find_stream(part.stream)
            yield found(
                law,
                "MONEY-1",
                say(
                    "Het bedrag op %(stream)s moet hoger zijn dan nul.",
                    stream=stream.label if stream else part.stream,
                ),
                "parts",
            )
    charged = allocated_cents(expense)
    if charged > expense.invoice_cents:
        yield found(
            law,
            "FED-TARGET-8",
            say(
                "De bronnen betalen samen %(charged)s. De factuur is %(invoice)s. Dat is %(over)s te veel.",
                charged=Euros(charged),
                invoice=Euros(expense.invoice_cents),
                over=Euros(charged - expense.invoice_cents),
            ),
            "parts",
        )
    elif charged < expense.invoice_cents and all(part.amount_cents > 0 for part in expense.parts):
        yield from _not_allocated(expense, law, expense.invoice_cents - charged)


def _not_allocated(expense: ExpenseFacts, law: YearLaw, rest: int) -> Iterator[Finding]:
    """Only a warning: a user may pay the rest, and then somebody says so."""
    if not expense.parts:
        sentence = say("Geen enkele bron betaalt deze uitgave van %(rest)s. Kies wie betaalt.", rest=Euros(rest))
    else:
        sentence = say(
            "Van deze uitgave heeft %(rest)s nog geen bron. De factuur is %(invoice)s. Wie betaalt de rest?",
            rest=Euros(rest),
            invoice=Euros(expense.invoice_cents),
        )
    yield found(law, "MONEY-4", sentence, "parts")


def _without_vat(expense: ExpenseFacts, law: YearLaw) -> Iterator[Finding]:
    excl = expense.invoice_excl_vat_cents
    if excl is None:
        return
    if excl < 0:
        yield found(law, "MONEY-1", say("Het bedrag zonder btw mag niet lager zijn dan nul."), "invoice_excl_vat_cents")
    elif excl > expense.invoice_cents:
        yield found(
            law,
            "MONEY-1",
            say("Het bedrag zonder btw kan niet hoger zijn dan het bedrag met btw."),
            "invoice_excl_vat_cents",
        )
