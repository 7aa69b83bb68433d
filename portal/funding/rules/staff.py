"""Staff costs, the old lump sum and the new share per cluster (FED-STAFF)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from portal.foundation.finding import Finding, Severity
from portal.foundation.money import rounded_cents
from portal.foundation.wording import say
from portal.funding.regimes import FEDERAL_MODULES, RegimeLevel, SettingKey, StreamKind, YearLaw
from portal.funding.regimes.types import told_setting
from portal.funding.rules.allocated import is_federal
from portal.funding.rules.found import cents_setting, federal_setting, found, is_regime, refusal_of
from portal.funding.types import ExpenseFacts, ExpenseKind

STAFF_THRESHOLD_CENTS = 25_000_00
STAFF_SHARE = Fraction(1, 10)
STAFF_SHARE_MODULES = Fraction(1)


def staff_lump_sum_old(
    kb_cents: int,
    justified_cents: int,
    pooled_kb_cents: int | None = None,
    *,
    requested_cents: int | None = None,
    threshold_cents: int = STAFF_THRESHOLD_CENTS,
    share: Fraction = STAFF_SHARE,
) -> int:
    """The old lump sum: a share of what is justified, as far as the grant has room (FED-STAFF-1, -2).

    `pooled_kb_cents` is the sum of the grants of centres that work together; the threshold looks at it.
    A centre that asked for less at registration is entitled to no more than that.
    """
    entitled = kb_cents if requested_cents is None else min(kb_cents, requested_cents)
    if (entitled if pooled_kb_cents is None else pooled_kb_cents) < threshold_cents:
        return 0
    counted = max(0, min(justified_cents, entitled))
    return min(rounded_cents(counted * share), entitled - counted)


def pooled_staff_lump_sums(
    centres: Sequence[tuple[int, int]],
    *,
    threshold_cents: int = STAFF_THRESHOLD_CENTS,
    share: Fraction = STAFF_SHARE,
) -> list[int]:
    """The lump sum of each centre that works together, from its (grant, justified) in cents (FED-STAFF-4)."""
    pooled = sum(kb_cents for kb_cents, _ in centres)
    return [
        staff_lump_sum_old(kb_cents, justified_cents, pooled, threshold_cents=threshold_cents, share=share)
        for kb_cents, justified_cents in centres
    ]


def staff_cap_new(
    cluster_cents: Mapping[str, int],
    *,
    share: Fraction = STAFF_SHARE,
    modules_share: Fraction = STAFF_SHARE_MODULES,
) -> dict[str, int]:
    """The most that staff may cost per cluster (FED-STAFF-6); the whole is the sum of the values."""
    return {
        stream: rounded_cents(cents * (modules_share if stream == FEDERAL_MODULES else share))
        for stream, cents in cluster_cents.items()
    }


def lump_sum_of_year(law: YearLaw, granted_cents: int, justified_cents: int, pooled_cents: int | None) -> int:
    """The old lump sum with the figures of the year; nothing when the law of the year has no such sum."""
    share, threshold = federal_setting(law, SettingKey.STAFF_SHARE), cents_setting(law, SettingKey.STAFF_THRESHOLD)
    if share is None or share.value is None or threshold is None:
        return 0
    return staff_lump_sum_old(
        granted_cents, justified_cents, pooled_cents, threshold_cents=threshold, share=Fraction(share.value)
    )


def staff_caps_of_year(law: YearLaw, cluster_cents: Mapping[str, int]) -> dict[str, int] | None:
    """The most that staff may cost per cluster with the figures of the year; None when the law has none."""
    share = federal_setting(law, SettingKey.STAFF_SHARE)
    modules = federal_setting(law, SettingKey.STAFF_SHARE_MODULES)
    if share is None or modules is None or share.value is None or modules.value is None:
        return None
    return staff_cap_new(cluster_cents, share=Fraction(share.value), modules_share=Fraction(modules.value))


def is_below_threshold(law: YearLaw, granted_cents: int, pooled_cents: int | None) -> bool:
    """Whether the grant, or that of centres together, is too small for the lump sum (FED-STAFF-1)."""
    threshold = cents_setting(law, SettingKey.STAFF_THRESHOLD) or 0
    return (granted_cents if pooled_cents is None else pooled_cents) < threshold


def check_staff(expense: ExpenseFacts, law: YearLaw) -> Iterator[Finding]:
    """Staff as an expense: a lump sum in the old regime, unknown under the Flemish money (FL-SPEND-3)."""
    if expense.kind is not ExpenseKind.STAFF:
        return
    if is_federal(expense, law) and is_regime(law, "FED-OLD"):
        row = federal_setting(law, SettingKey.STAFF_SHARE)
        sentence = say(
            "Personeel is in deze jaren %(share)s van wat je verantwoordt. Boek niet meer dan dat.",
            share=told_setting(SettingKey.STAFF_SHARE, row.value if row else STAFF_SHARE),
        )
        yield found(law, "FED-STAFF-1", sentence, "kind", severity=Severity.WARNING)
    if any(law.kind_of(part.stream) is StreamKind.DRAWING_RIGHT for part in expense.parts):
        yield from _check_flemish_staff(law)


def _check_flemish_staff(law: YearLaw) -> Iterator[Finding]:
    """Not known, until an administrator decides it with a source."""
    row = law.setting(RegimeLevel.FLEMISH, SettingKey.FLEMISH_STAFF_ALLOWED)
    if row is None or row.value is None:
        sentence = say("Of het Vlaamse geld personeel mag betalen, is niet bevestigd. Vraag het na.")
        yield found(law, "FL-SPEND-3", sentence, "kind")
    elif row.value == 0:
        yield found(
            law,
            "FL-SPEND-3",
            say("Het Vlaamse geld mag in %(year)s geen personeel betalen.", year=law.year),
            "kind",
            severity=refusal_of(row),
            source=row.source,
            certainty=row.certainty,
        )
