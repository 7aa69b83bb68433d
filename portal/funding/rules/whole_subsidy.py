"""Rules on a whole federal year: one investment, staff, and the same cost only once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from portal.foundation.finding import Finding, Severity
from portal.foundation.money import rounded_cents
from portal.foundation.wording import Euros, Wording, say
from portal.funding.regimes import SettingKey, StreamKind
from portal.funding.rules.allocated import without_vat
from portal.funding.rules.balance import pool_label
from portal.funding.rules.found import cents_setting, federal_setting, found, is_regime
from portal.funding.rules.staff import is_below_threshold, lump_sum_of_year, staff_caps_of_year
from portal.funding.rules.totals import Pool, YearTotals
from portal.funding.types import ExpenseKind, SpentPart


def check_investments(totals: YearTotals) -> Iterator[Finding]:
    """One small investment on the whole subsidy, not one per category (FED-INV-1)."""
    law = totals.law
    allowed, cap = (
        federal_setting(law, SettingKey.INVESTMENTS_ALLOWED),
        cents_setting(law, SettingKey.INVESTMENT_CAP),
    )
    if allowed is None or allowed.value == 0 or cap is None:
        return
    charged: Counter[int] = Counter()
    for part in totals.facts.parts:
        if part.kind is ExpenseKind.INVESTMENT and law.kind_of(part.stream) is StreamKind.FEDERAL:
            charged[part.expense] += without_vat(part.amount_cents, part.invoice_cents, part.invoice_excl_vat_cents)
    total, rule = charged.total(), "FED-INV-1" if is_regime(law, "FED-OLD") else "FED-INV-3"
    if total > cap:
        sentence = say(
            "Er staat %(total)s aan investeringen op federaal geld. Per jaar is het hoogstens %(cap)s.",
            total=Euros(total),
            cap=Euros(cap),
        )
        yield found(totals.law, rule, sentence)
    elif len(charged) > 1:
        sentence = say(
            "Er staan %(number)s investeringen op federaal geld. Het mag maar één keer per jaar.",
            number=len(charged),
        )
        yield found(totals.law, rule, sentence, severity=Severity.WARNING)


def check_staff_of_year(totals: YearTotals) -> Iterator[Finding]:
    """Staff stays under the lump sum of the old years and the share per cluster of the new ones."""
    staff = StaffSums()
    for part in totals.facts.parts:
        if part.kind is ExpenseKind.STAFF:
            staff.booked[part.stream] += part.amount_cents
            staff.spent[part.stream] += part.amount_cents if part.is_spent else 0
    for pool in totals.pools():
        if pool.kind is not StreamKind.FEDERAL or not totals.has_grant(pool):
            continue
        if is_regime(totals.law, "FED-OLD"):
            yield from _check_lump_sum(pool, staff, totals)
        else:
            yield from _check_clusters(pool, staff, totals)


@dataclass
class StaffSums:
    """What staff costs per stream: all that is promised or spent, and what is spent."""

    booked: Counter[str] = field(default_factory=Counter)
    spent: Counter[str] = field(default_factory=Counter)


def _check_lump_sum(pool: Pool, staff: StaffSums, totals: YearTotals) -> Iterator[Finding]:
    """An error once more is spent than may be; what is only promised is a warning."""
    law, codes = totals.law, {stream.code for stream in pool.streams}
    booked, spent = (sum(sums[code] for code in codes) for sums in (staff.booked, staff.spent))
    if not booked:
        return
    granted, pooled = totals.granted_in(pool), totals.pooled_in(pool)
    justified = sum(
        part.amount_cents
        for part in totals.facts.parts
        if part.stream in codes and part.is_spent and part.kind is not ExpenseKind.STAFF
    )
    most = lump_sum_of_year(law, granted, justified, pooled)
    if booked > most:
        rule = "FED-STAFF-1" if is_below_threshold(law, granted, pooled) else "FED-STAFF-2"
        severity = Severity.ERROR if spent > most else Severity.WARNING
        yield found(law, rule, _too_much_staff(pool_label(pool), booked, most), severity=severity)
    elif booked < most:
        rule = "FED-STAFF-3" if pooled is None else "FED-STAFF-4"
        yield found(law, rule, _room_for_staff(pool_label(pool), booked, most))


def _check_clusters(pool: Pool, staff: StaffSums, totals: YearTotals) -> Iterator[Finding]:
    """A cluster without an amount of its own has no room for staff, as soon as the whole has a grant."""
    caps = staff_caps_of_year(totals.law, {stream.code: totals.granted[stream.code] for stream in pool.streams})
    if caps is None:
        return
    for stream in pool.streams:
        booked, most = staff.booked[stream.code], caps[stream.code]
        if booked > most:
            yield found(totals.law, "FED-STAFF-6", _too_much_staff(stream.label, booked, most))
        elif 0 < booked < most:
            yield found(totals.law, "FED-STAFF-7", _room_for_staff(stream.label, booked, most))


def _too_much_staff(stream: Wording, booked: int, most: int) -> Wording:
    return say(
        "Op %(stream)s staat %(booked)s voor personeel. Hoogstens %(most)s mag.",
        stream=stream,
        booked=Euros(booked),
        most=Euros(most),
    )


def _room_for_staff(stream: Wording, booked: int, most: int) -> Wording:
    return say(
        "Voor personeel mag op %(stream)s hoogstens %(most)s. Nu staat er %(booked)s.",
        stream=stream,
        booked=Euros(booked),
        most=Euros(most),
    )


def check_outsourcing(totals: YearTotals) -> Iterator[Finding]:
    """How much of what is outsourced may be general costs; the portal does not know which costs are (FED-COOP-4)."""
    row = federal_setting(totals.law, SettingKey.OUTSOURCING_GENERAL_SHARE)
    outsourced = sum(
        part.amount_cents
        for part in totals.facts.parts
        if part.kind is ExpenseKind.AGREEMENT and totals.law.kind_of(part.stream) is StreamKind.FEDERAL
    )
    if row is None or row.value is None or not outsourced:
        return
    sentence = say(
        "Er is voor %(outsourced)s uitbesteed. Hoogstens %(most)s mag naar algemene kosten. Kijk dat na.",
        outsourced=Euros(outsourced),
        most=Euros(rounded_cents(outsourced * Fraction(row.value))),
    )
    yield found(totals.law, "FED-COOP-4", sentence, certainty=row.certainty)


def check_doubles(totals: YearTotals) -> Iterator[Finding]:
    """The same cost paid twice: same words, same invoice amount and date, and together more than it (MONEY-6)."""
    alike: dict[tuple[str, int, str], Counter[int]] = defaultdict(Counter)
    for part in totals.facts.parts:
        if part.invoice_on is not None and part.description.strip():
            alike[_likeness(part)][part.expense] += part.amount_cents
    for (description, cents, _), numbers in sorted(alike.items(), key=lambda item: item[0]):
        if len(numbers) > 1 and numbers.total() > cents:  # one invoice in two halves is paid once
            yield found(
                totals.law,
                "MONEY-6",
                say(
                    "Deze uitgaven lijken dezelfde kost: nummer %(numbers)s, %(description)s, %(amount)s.",
                    numbers=", ".join(str(number) for number in sorted(numbers)),
                    description=description,
                    amount=Euros(cents),
                ),
            )


def _likeness(part: SpentPart) -> tuple[str, int, str]:
    words = " ".join(part.description.casefold().split())
    return words, part.invoice_cents, part.invoice_on.isoformat() if part.invoice_on else ""
