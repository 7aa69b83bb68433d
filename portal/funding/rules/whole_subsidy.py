"""Rules on a whole federal year: one investment, staff, and the same cost only once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from fractions import Fraction

from portal.foundation.finding import Finding, Severity
from portal.foundation.wording import Euros, Wording, say
from portal.funding.regimes import SettingKey, StreamKind, YearLaw
from portal.funding.rules.allocated import without_vat
from portal.funding.rules.balance import pool_label
from portal.funding.rules.found import cents_setting, federal_setting, found, is_regime
from portal.funding.rules.staff import STAFF_SHARE, STAFF_SHARE_MODULES, staff_cap_new, staff_lump_sum_old
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
        yield found(rule, sentence)
    elif len(charged) > 1:
        sentence = say(
            "Er staan %(number)s investeringen op federaal geld. Het mag maar één keer per jaar.",
            number=len(charged),
        )
        yield found(rule, sentence, severity=Severity.WARNING)


def check_staff_of_year(totals: YearTotals) -> Iterator[Finding]:
    """Staff stays under the lump sum of the old years and the share per cluster of the new ones."""
    staff: Counter[str] = Counter()
    for part in totals.facts.parts:
        if part.kind is ExpenseKind.STAFF:
            staff[part.stream] += part.amount_cents
    if is_regime(totals.law, "FED-OLD"):
        for pool in totals.pools():
            if pool.kind is StreamKind.FEDERAL:
                yield from _check_lump_sum(pool, staff, totals)
    elif is_regime(totals.law, "FED-NEW"):
        yield from _check_clusters(staff, totals)


def _check_lump_sum(pool: Pool, staff: Counter[str], totals: YearTotals) -> Iterator[Finding]:
    law = totals.law
    booked = sum(staff[stream.code] for stream in pool.streams)
    granted = totals.granted_in(pool)
    if not booked or not granted:
        return
    codes = {stream.code for stream in pool.streams}
    justified = sum(
        part.amount_cents
        for part in totals.facts.parts
        if part.stream in codes and part.is_spent and part.kind is not ExpenseKind.STAFF
    )
    threshold = cents_setting(law, SettingKey.STAFF_THRESHOLD) or 0
    most = staff_lump_sum_old(
        granted,
        justified,
        totals.facts.pooled_kb_cents,
        threshold_cents=threshold,
        share=_share(law, SettingKey.STAFF_SHARE, STAFF_SHARE),
    )
    if booked > most:
        yield found("FED-STAFF-2" if most else "FED-STAFF-1", _too_much_staff(pool_label(pool), booked, most))


def _check_clusters(staff: Counter[str], totals: YearTotals) -> Iterator[Finding]:
    law = totals.law
    federal = [stream for stream in law.streams.values() if stream.kind is StreamKind.FEDERAL]
    caps = staff_cap_new(
        {stream.code: totals.granted[stream.code] for stream in federal},
        share=_share(law, SettingKey.STAFF_SHARE, STAFF_SHARE),
        modules_share=_share(law, SettingKey.STAFF_SHARE_MODULES, STAFF_SHARE_MODULES),
    )
    for stream in federal:
        booked = staff[stream.code]
        if totals.granted[stream.code] and booked > caps[stream.code]:
            yield found("FED-STAFF-6", _too_much_staff(stream.label, booked, caps[stream.code]))


def _share(law: YearLaw, key: SettingKey, otherwise: Fraction) -> Fraction:
    row = federal_setting(law, key)
    return otherwise if row is None or row.value is None else Fraction(row.value)


def _too_much_staff(stream: Wording, booked: int, most: int) -> Wording:
    return say(
        "Op %(stream)s staat %(booked)s voor personeel. Hoogstens %(most)s mag.",
        stream=stream,
        booked=Euros(booked),
        most=Euros(most),
    )


def check_doubles(totals: YearTotals) -> Iterator[Finding]:
    """The same cost entered twice: same words, same invoice amount and date (MONEY-6)."""
    alike: dict[tuple[str, int, str], set[int]] = defaultdict(set)
    for part in totals.facts.parts:
        if part.invoice_on is not None and part.description.strip():
            alike[_likeness(part)].add(part.expense)
    for (description, cents, _), numbers in sorted(alike.items()):
        if len(numbers) > 1:
            yield found(
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
