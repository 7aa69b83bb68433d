"""The rules of closing: fingerprints, signatures, what stops a closing, reminders and the state of deadlines."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.closing import rules
from portal.closing.types import ChecklistItem, Closure, DeadlineState, Difference, KeptRecord, MarkFacts
from portal.foundation.errors import RuleBroken
from portal.foundation.finding import Severity
from portal.foundation.wording import say

ERROR = ChecklistItem("year", Severity.ERROR, say("Er is een fout."))
WARNING = ChecklistItem("year", Severity.WARNING, say("Let op."))
DUE = date(2026, 4, 1)

records = st.lists(
    st.builds(KeptRecord, kind=st.text(min_size=1, max_size=9), content=st.text(max_size=40)),
    unique_by=lambda one: one.kind,
    max_size=8,
)


@given(records, st.randoms())
def test_the_fingerprint_does_not_depend_on_the_order_of_what_is_kept(kept, chance):
    mixed = list(kept)
    chance.shuffle(mixed)
    assert rules.digest_of(kept) == rules.digest_of(mixed)


@given(records, st.text(max_size=5))
def test_another_content_gives_another_fingerprint(kept, more):
    changed = [KeptRecord(one.kind, one.content + "x" + more) for one in kept[:1]] + kept[1:]
    assert not kept or rules.digest_of(changed) != rules.digest_of(kept)


def test_the_fingerprint_is_the_sha256_of_the_list_that_sha256sum_reads():
    kept = [KeptRecord("b.csv", "twee"), KeptRecord("a.csv", "één")]
    lines = "".join(
        f"{hashlib.sha256(t.encode()).hexdigest()}  {n}\n" for n, t in (("a.csv", "één"), ("b.csv", "twee"))
    )
    assert rules.digest_of(kept) == hashlib.sha256(lines.encode()).hexdigest()


def test_a_signature_belongs_to_one_fingerprint_and_one_key():
    signature = rules.signature_of("a" * 64, "geheim")
    assert rules.is_signed("a" * 64, signature, "geheim")
    assert not rules.is_signed("b" * 64, signature, "geheim")
    assert not rules.is_signed("a" * 64, signature, "ander geheim")


def test_an_error_stops_the_closing_also_when_everything_was_seen():
    with pytest.raises(RuleBroken, match="nog fouten"):
        rules.check_closing([ERROR, WARNING], seen=True)


def test_a_warning_has_to_be_seen():
    with pytest.raises(RuleBroken) as refused:
        rules.check_closing([WARNING], seen=False)
    assert refused.value.field == "seen"
    rules.check_closing([WARNING], seen=True)
    rules.check_closing([], seen=False)


@pytest.mark.parametrize("today", [date(2025, 6, 1), date(2025, 12, 31)])
def test_a_year_that_runs_cannot_be_closed(today):
    with pytest.raises(RuleBroken, match="2025 loopt nog"):
        rules.check_year_over(2025, today)
    rules.check_year_over(2025, date(2026, 1, 1))


@pytest.mark.parametrize("reason", ["", "   ", "\n", "ok"])
def test_opening_again_needs_a_reason(reason):
    with pytest.raises(RuleBroken) as refused:
        rules.check_reason(reason)
    assert refused.value.field == "reason"


def test_everybody_hears_who_closed_and_what_can_be_done():
    closure = Closure(2025, datetime(2026, 3, 1, tzinfo=UTC), "An Peeters")
    told = str(rules.sentence_of_closed(closure, date(2026, 3, 1)))
    assert told.startswith("An Peeters heeft 2025 afgesloten op 1/3/2026.")
    assert "heropenen" in told


def test_two_closings_are_compared_thing_by_thing():
    before, after = {"a": "1", "b": "2", "c": "3"}, {"a": "1", "b": "9", "d": "4"}
    assert rules.compare(before, after) == {
        "a": Difference.SAME,
        "b": Difference.CHANGED,
        "c": Difference.GONE,
        "d": Difference.ADDED,
    }


@pytest.mark.parametrize(
    ("mark", "state"),
    [
        (MarkFacts(), DeadlineState.OVERDUE),
        (MarkFacts(done_on=date(2026, 5, 1)), DeadlineState.DONE),
        (MarkFacts(skipped_reason="geen subsidie"), DeadlineState.SKIPPED),
    ],
)
def test_a_deadline_that_is_past_is_overdue_unless_done_or_left_out(mark, state):
    assert rules.state_of(DUE, mark, DUE + timedelta(days=1)) is state


def test_the_day_itself_is_in_time_and_no_day_is_never_late():
    assert rules.state_of(DUE, MarkFacts(), DUE) is DeadlineState.OPEN
    assert rules.state_of(None, MarkFacts(), DUE) is DeadlineState.OPEN


NOTHING = MarkFacts()


def reminders(start, days, mark=NOTHING):
    """The days on which a reminder goes out, as seen from the deadline."""
    sent = []
    for number in range(days):
        today = start + timedelta(days=number)
        if rules.needs_reminder(DUE, mark, today):
            sent.append((today - DUE).days)
            mark = MarkFacts(mark.planned_on, mark.done_on, mark.skipped_reason, today)
    return sent


def test_reminders_come_30_7_and_1_days_before_and_every_week_after():
    assert reminders(DUE - timedelta(days=60), 85) == [-30, -7, -1, 1, 8, 15, 22]


def test_a_day_that_was_missed_is_made_good_once():
    assert reminders(DUE - timedelta(days=20), 25) == [-20, -7, -1, 1]


def test_a_deadline_of_long_ago_is_not_told_every_day():
    assert reminders(DUE + timedelta(days=40), 16) == [40, 47, 54]


@pytest.mark.parametrize("mark", [MarkFacts(done_on=DUE), MarkFacts(skipped_reason="niet nodig")])
def test_what_is_done_or_left_out_is_not_told(mark):
    assert reminders(DUE - timedelta(days=40), 60, mark) == []


def test_a_day_of_doing_cannot_come_later_than_today():
    with pytest.raises(RuleBroken) as refused:
        rules.check_mark(MarkFacts(done_on=DUE), DUE - timedelta(days=1))
    assert refused.value.field == "done_on"


def test_done_and_left_out_do_not_go_together():
    with pytest.raises(RuleBroken) as refused:
        rules.check_mark(MarkFacts(done_on=DUE, skipped_reason="niet nodig"), DUE)
    assert refused.value.field == "skipped_reason"
