"""For whom: the number of beneficiaries, and the share of users in a mixed audience."""

from __future__ import annotations

from collections.abc import Iterator

from portal.foundation.finding import Finding, Severity
from portal.foundation.money import share_of
from portal.foundation.wording import Euros, say
from portal.funding.regimes import YearLaw
from portal.funding.regimes.streams import OLD_RECYCLED_PCS
from portal.funding.rules.allocated import federal_cents, federal_streams, is_federal
from portal.funding.rules.found import found
from portal.funding.types import ExpenseFacts, ExpenseKind


def chargeable_share(invoice_cents: int, n: int, m: int) -> int:
    """The part of an invoice for n users among m participants (FED-TARGET-7)."""
    if not 0 <= n <= m or m == 0:
        raise ValueError("n of m: n is from 0 to m and m is not 0")
    return share_of(invoice_cents, n, m)


def has_key(expense: ExpenseFacts) -> bool:
    """Whether a usable n of m is filled in."""
    n, m = expense.target_group_n, expense.target_group_m
    return n is not None and m is not None and 0 <= n <= m and m > 0


def check_target_share(expense: ExpenseFacts, law: YearLaw) -> Iterator[Finding]:
    """Federal money pays only for users of the welfare centre (FED-TARGET-6)."""
    n, m = expense.target_group_n, expense.target_group_m
    if n is None and m is None:
        return
    if n is None or m is None:
        yield found(
            law,
            "FED-TARGET-6",
            say("Vul bij een gemengd publiek twee getallen in: gebruikers van het OCMW en alle deelnemers."),
            "target_n" if n is None else "target_m",
        )
        return
    if not has_key(expense):
        yield found(
            law,
            "FED-TARGET-6",
            say("%(n)s gebruikers op %(m)s deelnemers kan niet. Kijk de getallen na.", n=n, m=m),
            "target_n",
        )
        return
    yield from _check_charged(expense, law, n, m)


def _check_charged(expense: ExpenseFacts, law: YearLaw, n: int, m: int) -> Iterator[Finding]:
    charged, most = federal_cents(expense, law), chargeable_share(max(expense.invoice_cents, 0), n, m)
    if charged > most:
        yield found(
            law,
            "FED-TARGET-6",
            say(
                "%(n)s van de %(m)s deelnemers zijn gebruikers van het OCMW. "
                "Hoogstens %(most)s mag op federaal geld. Nu is het %(charged)s.",
                n=n,
                m=m,
                most=Euros(most),
                charged=Euros(charged),
            ),
            "parts",
        )
    if is_federal(expense, law) and expense.beneficiaries is not None and expense.beneficiaries > n:
        yield found(
            law,
            "FED-TARGET-7",
            say("Tel alleen de gebruikers van het OCMW als begunstigden: %(n)s.", n=n),
            "beneficiaries",
            severity=Severity.WARNING,
        )


def check_beneficiaries(expense: ExpenseFacts, law: YearLaw) -> Iterator[Finding]:
    """One whole number, at least 1, on every federal line (FED-REP-2/3)."""
    number = expense.beneficiaries
    if number is not None and number < 0:
        yield found(law, "FED-REP-3", say("Het aantal begunstigden kan niet lager zijn dan nul."), "beneficiaries")
    elif _needs_beneficiaries(expense, law) and not number:
        yield found(
            law,
            "FED-REP-2" if number is None else "FED-REP-3",
            say("Hoeveel begunstigden zijn er? Vul één getal in, minstens 1."),
            "beneficiaries",
            severity=Severity.ERROR if expense.is_spent else Severity.WARNING,
        )


def _needs_beneficiaries(expense: ExpenseFacts, law: YearLaw) -> bool:
    """Recycled computers are counted by the piece and staff is no line of the report."""
    lines = [stream for stream in federal_streams(expense, law) if stream.code != OLD_RECYCLED_PCS]
    return bool(lines) and expense.kind is not ExpenseKind.STAFF
