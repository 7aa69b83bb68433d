"""What one person saved in one go is one act."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from portal.history.acts import Act, fold, with_their_files
from portal.history.models import Change
from portal.history.words import teach_automatic

START = datetime(2026, 11, 21, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def taught():
    teach_automatic({"kept_finding": frozenset({"answer", "answered_at", "answered_by"})})


def change(number, table="expense", *, minute=0, account=1, kind="added", page=None, **fields):
    """A change of the record with this number; on its own page unless another is named."""
    page_type, page_id = page or (table, number)
    return Change(
        id=number,
        at=START + timedelta(minutes=minute),
        account_id=account,
        by=f"Persoon {account}",
        via="scherm",
        kind=kind,
        subject_type=table,
        subject_id=number,
        subject_name=f"{table} {number}",
        page_type=page_type,
        page_id=page_id,
        fields=fields,
    )


def test_what_was_saved_together_is_one_act_and_the_newest_comes_first():
    acts = fold([change(3, minute=1), change(2), change(1)])
    assert [[one.id for one in act.changes] for act in acts] == [[3], [1, 2]]


def test_two_people_in_the_same_moment_did_two_things():
    assert len(fold([change(2, account=2), change(1)])) == 2


def test_an_act_is_about_the_record_whose_parts_changed_along():
    whole = change(1)
    act = Act([whole, change(2, "allocation", page=("expense", 1)), change(3, "allocation", page=("expense", 1))])
    assert act.main is whole


def test_an_act_on_several_records_counts_the_records_and_not_their_parts():
    act = Act([change(1), change(2), change(3, "allocation", page=("expense", 1))])
    assert act.main is None
    assert act.counted == {"added": {"expense": 2}}


def test_a_record_that_was_added_and_changed_in_one_act_counts_once():
    changes = [change(1), change(2), *(change(number, kind="changed", page=("expense", 1)) for number in (3, 4))]
    for one in changes[2:]:
        one.subject_id = 1
    assert Act(changes).counted == {"added": {"expense": 2}}


def test_parts_without_their_whole_are_counted_themselves():
    act = Act([change(number, "carrier", kind="changed", page=("action", 9)) for number in (1, 2)])
    assert act.main is None
    assert act.counted == {"changed": {"carrier": 2}}


def test_what_the_rules_wrote_stands_apart_from_what_people_did():
    finding = change(2, "kept_finding", page=("expense", 1))
    act = Act([change(1), finding])
    assert (act.by_itself, act.itself_count, act.main.id) == ([finding], 1, 1)


def test_an_answer_to_a_finding_is_what_people_did():
    answer = change(2, "kept_finding", kind="changed", page=("expense", 1), answer=[None, "Nagekeken."])
    assert Act([answer]).by_people == [answer]


def test_the_steps_of_a_file_go_with_the_act_that_read_it_in():
    end = change(9, "upload", kind="changed", minute=2, saved_rows=[0, 2])
    act = Act([end, change(10, minute=2), change(11, minute=2)])
    sent = change(9, "upload", filename=[None, "uitgaven.xlsx"])
    told = with_their_files([act, Act([sent])])
    assert told == [act]
    assert act.by_itself == [sent, end]
    assert act.reading_in is end


def test_a_file_that_was_not_read_in_is_told_by_itself():
    sent = Act([change(9, "upload")])
    assert with_their_files([sent]) == [sent]
    assert sent.main is not None
