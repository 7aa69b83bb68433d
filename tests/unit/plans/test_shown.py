"""What pages show: who carries how much, months in runs, and the tree of a plan."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from portal.plans.shown import month_runs, parts_of, tree_of
from portal.plans.types import CarrierRole


def partner(key, name):
    return SimpleNamespace(id=key, name=name)


def carrier(one, percent):
    return SimpleNamespace(partner_id=one.id, partner=one, share_percent=percent, role=CarrierRole.CARRYING)


def test_the_lead_comes_first_with_the_rest_then_the_largest():
    sport, youth, club = partner(1, "Sport"), partner(2, "Jeugd"), partner(3, "Club")
    action = SimpleNamespace(lead_partner_id=1, lead_partner=sport, carriers=[carrier(youth, 10), carrier(club, 30)])
    assert [(one.name, one.percent, one.is_lead) for one in parts_of(action)] == [
        ("Sport", 60, True),
        ("Club", 30, False),
        ("Jeugd", 10, False),
    ]


def test_without_lead_only_the_carriers_are_shown():
    youth = partner(2, "Jeugd")
    action = SimpleNamespace(lead_partner_id=None, lead_partner=None, carriers=[carrier(youth, 10)])
    assert [(one.name, one.percent, one.is_lead) for one in parts_of(action)] == [("Jeugd", 10, False)]


@pytest.mark.parametrize(
    ("months", "runs"),
    [
        ((), []),
        ((5,), [(5, 5)]),
        ((1, 2, 3, 9), [(1, 3), (9, 9)]),
        ((12, 1), [(1, 1), (12, 12)]),
        ((2, 2, 3), [(2, 3)]),
    ],
)
def test_months_in_a_row_are_told_as_one(months, runs):
    assert month_runs(months) == runs


def test_objectives_stand_under_their_parent_whatever_the_order():
    step = SimpleNamespace(id=2, parent_id=1)
    goal = SimpleNamespace(id=1, parent_id=None)
    strange = SimpleNamespace(id=3, parent_id=99)
    served, loose = SimpleNamespace(objective_id=2), SimpleNamespace(objective_id=None)
    roots, without = tree_of([step, goal, strange], [served, loose])
    assert [one.objective for one in roots] == [goal, strange]
    assert [one.objective for one in roots[0].branches] == [step]
    assert roots[0].branches[0].actions == [served]
    assert without == [loose]
