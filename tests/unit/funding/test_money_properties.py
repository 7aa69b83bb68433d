"""What holds for any amount: no cent appears or is lost, nobody gets more than there is, order never matters."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from portal.foundation.money import split_cents
from portal.funding.drawing_rights import codes_counted, codes_now, rights_of_year
from portal.funding.regimes import Certainty, DecidedSetting, Decisions, SettingKey, law_of_year
from portal.funding.rules import (
    CountedPart,
    advance_and_balance,
    chargeable_share,
    cofinancing_position,
    cofinancing_required,
    drawing_right_estimate,
    federal_estimate,
    payment_of_year,
    pooled_staff_lump_sums,
    rights_of_municipalities,
    staff_cap_new,
    unspent_cents,
)
from portal.funding.rules.staff import staff_lump_sum_old

CENTS = st.integers(0, 10**9)
RATIOS = st.fractions(0, 10, max_denominator=1_000)
SHARES = st.fractions(0, 1, max_denominator=1_000)


@given(right=CENTS, own=CENTS, federal=CENTS, ratio=RATIOS)
def test_cofinancing_is_met_exactly_when_nothing_is_short(right, own, federal, ratio):
    position = cofinancing_position(right, own, federal, ratio)
    assert position.required_cents - 1 < right * ratio <= position.required_cents
    assert position.shortfall_cents == max(0, position.required_cents - own - federal)
    assert position.is_met is (position.shortfall_cents == 0)
    assert position.shortfall_without_federal_cents >= position.shortfall_cents
    assert cofinancing_required(right + 1, ratio) >= position.required_cents


@given(budget=CENTS, counts=st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500)), min_size=1, max_size=8))
def test_drawing_rights_of_all_municipalities_are_never_more_than_the_budget_but_for_rounding(budget, counts):
    vt_whole, rmi_whole = sum(vt for vt, _ in counts) or 1, sum(rmi for _, rmi in counts) or 1
    rights = [drawing_right_estimate(budget, vt=v, vt_whole=vt_whole, rmi=r, rmi_whole=rmi_whole) for v, r in counts]
    left = budget * Fraction(94, 100)
    assert sum(rights) <= left + Fraction(len(counts), 2)
    assert all(0 <= one <= left + 1 for one in rights)


@given(budget=CENTS, leefloon=st.integers(0, 900), vt=st.integers(0, 900), weight=SHARES)
def test_the_federal_estimate_grows_with_each_count_and_stays_within_the_budget(budget, leefloon, vt, weight):
    def estimate(people: int) -> int:
        return federal_estimate(
            budget, leefloon=people, leefloon_whole=1_000, vt=vt, vt_whole=1_000, leefloon_weight=weight
        )

    assert 0 <= estimate(leefloon) <= estimate(leefloon + 1) <= budget


@given(
    budget=CENTS,
    rows=st.lists(
        st.tuples(st.sampled_from(["71022", "73040", "71072", "12014"]), st.integers(0, 90), st.integers(0, 90)),
        max_size=6,
    ),
    gap=st.integers(0, 5),
    shuffle=st.randoms(use_true_random=False),
)
def test_a_merger_adds_the_old_rows_and_loses_none(budget, rows, gap, shuffle: Random):
    def estimate(vt: int, rmi: int) -> int:
        return drawing_right_estimate(budget, vt=vt, vt_whole=1_000, rmi=rmi, rmi_whole=1_000)

    counted = [CountedPart(nis, None if at == gap else vt, rmi) for at, (nis, vt, rmi) in enumerate(rows)]
    became = {"71022": "71072", "73040": "71072"}
    found = rights_of_municipalities(counted, became, estimate)
    mixed = list(counted)
    shuffle.shuffle(mixed)
    assert rights_of_municipalities(mixed, became, estimate) == found
    assert sum(len(one.parts) for one in found) == len(rows)
    for one in found:
        parts = [part for part in counted if became.get(part.nis, part.nis) == one.nis]
        if all(part.is_known for part in parts):
            assert one.cents == sum(estimate(part.vt or 0, part.rmi or 0) for part in parts)
        else:
            assert one.cents is None
        assert one.is_derived is ([part.nis for part, _cents in one.parts] != [one.nis])


def test_hasselt_of_2025_is_counted_as_its_two_old_municipalities_and_shown_as_derived():
    assert codes_counted(["71072"], 2025) == ("71022", "73040")
    assert codes_now(["71022", "73040"], 2024) == {"71022": "71022", "73040": "73040"}
    assert codes_counted(["11002"], 2025) == ("11002", "11007")  # Antwerpen kept its code and grew
    typed = {"budget": "1400000", "vt_whole": "800000", "rmi_whole": "60000"}
    counts = {"vt-71022": "2400", "rmi-71022": "150", "vt-73040": "1000", "rmi-73040": "50"}
    found = rights_of_year(["71072"], law_of_year(2025), typed | counts)
    (right,) = found.rights
    assert (right.nis, right.is_derived, right.cents) == ("71072", True, 3_619_00 + 1_370_83)
    assert [cents for _part, cents in right.parts] == [3_619_00, 1_370_83]
    assert found.certainty is Certainty.ASSUMED  # the order of the VGC is not known
    (lacking,) = rights_of_year(["71072"], law_of_year(2025), typed | counts | {"rmi-73040": ""}).rights
    assert lacking.cents is None


def test_what_nobody_has_found_is_asked_and_never_made_up():
    empty = rights_of_year(["12014"], law_of_year(2025), {})
    assert (empty.rights, empty.known, empty.errors) == ((), {}, {})
    assert rights_of_year(["12014"], law_of_year(2024), {}).known == {"budget": "1391569,00"}
    wrong = rights_of_year(["12014"], law_of_year(2024), {"budget": "x", "vt_whole": "0", "vt-12014": "-5"})
    assert set(wrong.errors) == {"budget", "vt_whole", "rmi_whole", "vt-12014"}
    assert rights_of_year(["12014"], law_of_year(2015), {}).refusal is not None
    many = rights_of_year(
        ["12014"], law_of_year(2024), {"budget": "1", "vt_whole": "5", "rmi_whole": "5", "vt-12014": "6"}
    )
    assert set(many.errors) == {"vt_whole"}


@given(invoice=CENTS, m=st.integers(1, 500), data=st.data())
def test_users_and_others_together_pay_the_invoice(invoice, m, data):
    n = data.draw(st.integers(0, m))
    users, others = chargeable_share(invoice, n, m), chargeable_share(invoice, m - n, m)
    assert 0 <= users <= invoice
    assert abs(users + others - invoice) <= 1
    assert chargeable_share(invoice, m, m) == invoice
    assert sum(split_cents(invoice, [n, m - n])) == invoice


@given(granted=CENTS, spent=CENTS)
def test_what_is_left_and_what_is_spent_are_the_grant(granted, spent):
    left = unspent_cents(granted, spent)
    assert left == max(0, granted - spent)
    assert left + min(granted, spent) == granted


@given(granted=CENTS, justified=CENTS, share=st.none() | SHARES)
def test_advance_and_balance_are_what_is_due_to_the_cent(granted, justified, share):
    found = advance_and_balance(granted, justified, share)
    assert found.due_cents == min(granted, justified)
    if share is None:
        assert (found.advance_cents, found.balance_cents, found.to_repay_cents) == (None, None, None)
        return
    assert found.advance_cents <= granted * share < found.advance_cents + 1
    assert found.advance_cents + found.balance_cents - found.to_repay_cents == found.due_cents
    assert 0 in (found.balance_cents, found.to_repay_cents)


def test_the_advance_is_half_in_the_old_years_none_for_recycled_computers_and_unknown_since():
    old = law_of_year(2014)
    assert payment_of_year(old, "federal-old-events", 27_000_00, 26_000_00)[0].advance_cents == 13_500_00
    pcs, row = payment_of_year(old, "federal-old-recycled-pcs", 1_000_00, 900_00)
    assert (pcs.advance_cents, pcs.balance_cents, row.rule) == (0, 900_00, "FED-COST-7")
    for year, stream in ((2024, "federal-participation"), (2024, "drawing-right"), (2028, "drawing-right")):
        payment, row = payment_of_year(law_of_year(year), stream, 1_000_00, 1_000_00)
        assert payment.advance_cents is None
        assert row.value is None
    decided = Decisions(
        (DecidedSetting("FL-PD", SettingKey.ADVANCE_SHARE, Fraction(4, 5), 2024, None, Certainty.CONFIRMED, "Brief"),)
    )
    known, row = payment_of_year(law_of_year(2024, decided), "drawing-right", 1_000_00, 1_000_00)
    assert (known.advance_cents, known.balance_cents, row.source) == (800_00, 200_00, "Brief")


@given(kb=CENTS, justified=CENTS, requested=st.none() | CENTS, share=SHARES)
def test_the_lump_sum_for_staff_and_what_is_justified_never_pass_the_grant(kb, justified, requested, share):
    sum_of_staff = staff_lump_sum_old(kb, justified, requested_cents=requested, share=share)
    assert sum_of_staff >= 0
    assert min(justified, kb) + sum_of_staff <= kb


@given(centres=st.lists(st.tuples(CENTS, CENTS), min_size=1, max_size=6), share=SHARES)
def test_staff_of_centres_together_passes_no_grant_of_its_own(centres, share):
    for (kb, justified), staff in zip(centres, pooled_staff_lump_sums(centres, share=share), strict=True):
        assert 0 <= staff <= max(0, kb - min(justified, kb))


@settings(max_examples=50)
@given(clusters=st.dictionaries(st.sampled_from(["federal-participation", "federal-modules"]), CENTS), share=SHARES)
def test_staff_per_cluster_never_passes_the_cluster(clusters, share):
    caps = staff_cap_new(clusters, share=share)
    assert set(caps) == set(clusters)
    assert all(0 <= caps[code] <= cents for code, cents in clusters.items())
