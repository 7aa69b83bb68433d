"""The year of the money: which date counts, and in which days it must fall."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from portal.foundation.finding import Finding, Severity
from portal.foundation.wording import Day, say
from portal.foundation.years import Span, year_span
from portal.funding.regimes import (
    RegimeLevel,
    SettingKey,
    StreamDefinition,
    StreamKind,
    YearLaw,
    spending_period,
)
from portal.funding.regimes.streams import OLD_CHILD_POVERTY
from portal.funding.rules.allocated import federal_streams
from portal.funding.rules.found import federal_setting, found, refusal_of
from portal.funding.types import ExpenseFacts


def imputation_counts(law: YearLaw) -> bool:
    """From 2010 the date of booking counts, before it the date of the invoice or the activity (FED-PAY-4)."""
    row = law.setting(RegimeLevel.FEDERAL, SettingKey.IMPUTATION_COUNTS)
    return row is None or row.value != 0


def check_dates(expense: ExpenseFacts, law: YearLaw) -> Iterator[Finding]:
    """Every part is spent in the year of its money (FED-PAY-4/5/6, FED-LIFE-2, FL-SPEND-5)."""
    if expense.is_spent and expense.today and expense.imputed_on and expense.imputed_on > expense.today:
        yield found(
            law,
            "MONEY-7",
            say("%(day)s moet nog komen. Zet de uitgave op vastgelegd tot ze geboekt is.", day=Day(expense.imputed_on)),
            "imputed_on",
        )
    federal = federal_streams(expense, law)
    if federal and not imputation_counts(law):
        yield from _check_old_period(expense, federal, law)
    elif federal and expense.imputed_on is not None:
        yield from _check_imputation(expense, expense.imputed_on, federal, law)
    if _has_calendar_money(expense, law):
        yield from _check_calendar_year(expense, law)


def _has_calendar_money(expense: ExpenseFacts, law: YearLaw) -> bool:
    kinds = {law.kind_of(part.stream) for part in expense.parts}
    return not kinds or kinds - {StreamKind.FEDERAL, None} != set()


def _check_calendar_year(expense: ExpenseFacts, law: YearLaw) -> Iterator[Finding]:
    if expense.imputed_on is None or year_span(expense.year).holds(expense.imputed_on):
        return
    yield found(
        law,
        "FL-SPEND-5",
        say(
            "De uitgave is geboekt op %(day)s. Ze hoort bij %(booked)s en niet bij %(year)s.",
            day=Day(expense.imputed_on),
            booked=expense.imputed_on.year,
            year=expense.year,
        ),
        "imputed_on",
    )


def _check_imputation(
    expense: ExpenseFacts, imputed_on: date, federal: tuple[StreamDefinition, ...], law: YearLaw
) -> Iterator[Finding]:
    ordinary = [stream for stream in federal if stream.code != OLD_CHILD_POVERTY]
    inside = year_span(expense.year).holds(imputed_on)
    if ordinary and not inside:
        yield _outside(expense, imputed_on, law)
    if len(ordinary) < len(federal):
        yield from _check_child_poverty(expense, imputed_on, law, inside=inside)


def _outside(expense: ExpenseFacts, imputed_on: date, law: YearLaw) -> Finding:
    other = law.of_other_year(imputed_on.year)
    if any(stream.kind is StreamKind.FEDERAL for stream in other.streams.values()):
        return found(
            law,
            "FED-PAY-4",
            say(
                "De boekingsdatum telt: %(day)s. De uitgave hoort bij het federale geld van %(booked)s, "
                "niet van %(year)s.",
                day=Day(imputed_on),
                booked=imputed_on.year,
                year=expense.year,
            ),
            "imputed_on",
        )
    return found(
        law,
        "FED-PAY-6",
        say(
            "De uitgave is geboekt op %(day)s. In %(booked)s is er geen federaal geld. "
            "Ze hoort bij geen enkel federaal jaar.",
            day=Day(imputed_on),
            booked=imputed_on.year,
        ),
        "imputed_on",
    )


def _check_child_poverty(expense: ExpenseFacts, imputed_on: date, law: YearLaw, *, inside: bool) -> Iterator[Finding]:
    """The manual names the invoice date for this measure: refuse when both are outside, warn when one is."""
    invoice_inside = expense.invoice_on is None or year_span(expense.year).holds(expense.invoice_on)
    if inside and invoice_inside:
        return
    nothing_inside = not inside and not (expense.invoice_on and invoice_inside)
    yield found(
        law,
        "FED-PAY-5",
        say(
            "De uitgave is geboekt op %(day)s. Bij kinderarmoede vallen boeking en factuur best in %(year)s. "
            "De handleiding is daar niet duidelijk over.",
            day=Day(imputed_on),
            year=expense.year,
        ),
        "imputed_on",
        severity=Severity.ERROR if nothing_inside else Severity.WARNING,
    )


def _check_old_period(expense: ExpenseFacts, federal: tuple[StreamDefinition, ...], law: YearLaw) -> Iterator[Finding]:
    period: Span = spending_period(federal[0].code, expense.year, law.overrides)
    days = [day for day in (expense.invoice_on, expense.activity_on) if day is not None]
    if any(period.holds(day) for day in days) or not (days or expense.is_spent):
        return
    row = federal_setting(law, SettingKey.PERIOD_START_MONTH)
    sentence = say(
        "De factuur of de activiteit moet vallen tussen %(start)s en %(until)s. Kijk de datums na.",
        start=Day(period.start),
        until=Day(period.until or period.start),
    )
    certainty = row.certainty if row else None  # nobody found when the year 2009 began
    yield found(law, "FED-LIFE-2", sentence, "invoice_on", severity=refusal_of(row), certainty=certainty)
