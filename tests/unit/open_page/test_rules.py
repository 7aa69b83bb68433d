"""When a page is open, what may be on it, and the reason of everything that is not."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from portal.foundation.actor import Actor, Role
from portal.foundation.errors import RuleBroken
from portal.open_page import access, rules
from portal.open_page.types import Section, SectionMove, Showing
from portal.participation.types import VoiceState
from portal.plans.types import ActionStatus, PlanStatus

TODAY = date(2026, 11, 21)
ALL = tuple(one.value for one in Section)


@pytest.mark.parametrize(
    ("opened", "until", "expected"),
    [
        (False, None, False),
        (True, None, True),
        (True, TODAY, True),
        (True, date(2026, 11, 20), False),
        (False, date(2026, 12, 1), False),
    ],
)
def test_a_page_is_open_when_somebody_opened_it_and_its_last_day_has_not_passed(opened, until, expected):
    assert rules.is_open(opened, until, TODAY) is expected


def test_a_last_day_that_has_passed_is_refused():
    rules.check_open_until(None, TODAY)
    rules.check_open_until(TODAY, TODAY)
    with pytest.raises(RuleBroken) as broken:
        rules.check_open_until(date(2026, 11, 20), TODAY)
    assert broken.value.field == "open_until"


def test_a_section_moves_one_place_and_the_ends_stay_where_they_are():
    assert rules.order_after(ALL, Section.PLAN, SectionMove.UP)[:2] == ("this-year", "about-us")
    assert rules.order_after(ALL, Section.PLAN, SectionMove.DOWN)[1:3] == ("what-people-told", "this-year")
    assert rules.order_after(ALL, Section.ABOUT, SectionMove.UP) == ALL
    assert rules.order_after(ALL, Section.JOIN, SectionMove.DOWN) == ALL


@pytest.mark.parametrize("kept", [(), ("join-or-speak",), ("gone", "this-year"), ALL])
def test_an_order_that_knows_too_little_or_too_much_still_shows_every_section_once(kept):
    assert sorted(rules.whole_order(kept)) == sorted(ALL)


def test_an_open_page_says_who_speaks_and_how_to_reach_them():
    rules.check_ready("Wij", "Kom langs", "", "", ALL)
    rules.check_ready("Wij", "", "015 00 00 00", "", ALL)
    rules.check_ready("", "", "", "", ["this-year"])
    with pytest.raises(RuleBroken):
        rules.check_ready(" ", "Kom langs", "", "", ALL)
    with pytest.raises(RuleBroken):
        rules.check_ready("Wij", " ", "", "", ALL)


@pytest.mark.parametrize("text", ["Bel 0470 12 34 56", "ann@example.org", "85.07.30-033.28"])
def test_a_text_for_anyone_holds_nothing_that_leads_to_a_person(text):
    with pytest.raises(RuleBroken) as broken:
        rules.check_open_text(text, "about")
    assert broken.value.field == "about"


def test_how_to_reach_the_organisation_may_hold_its_mail_and_phone():
    rules.check_contact_text("Bel 015 00 00 00 of mail vrijetijd@heist.example, ook 0470 12 34 56.", "join")


@pytest.mark.parametrize(
    "text", ["85.07.30-033.28", "Bel 015 00 00 00. Rekening BE68 5390 0754 7034.", "a@b.be en 85073003328"]
)
def test_other_numbers_of_people_never_stand_beside_it(text):
    with pytest.raises(RuleBroken):
        rules.check_contact_text(text, "join")


def reason(**changed):
    facts = {
        "plan": PlanStatus.RUNNING,
        "status": ActionStatus.RUNNING,
        "sentence": "We gaan zwemmen.",
        "place": "Itegem",
        "is_taken_off": False,
    }
    found = rules.why_action_stays_off(**{**facts, **changed})
    return str(found) if found else None


@pytest.mark.parametrize(("plan", "status"), list(product(PlanStatus, ActionStatus)))
def test_only_work_of_an_agreed_plan_is_shown(plan, status):
    shown = reason(plan=plan, status=status) is None
    public = plan in (PlanStatus.AGREED, PlanStatus.RUNNING)
    assert shown is (public and status in (ActionStatus.PLANNED, ActionStatus.RUNNING, ActionStatus.DONE))


def test_an_action_that_is_not_shown_says_why():
    assert "haalden" in reason(is_taken_off=True)
    assert "gewone zin" in reason(sentence="  ")
    assert "nummer" in reason(sentence="Bel 0470 12 34 56")
    assert "nummer" in reason(place="bij ann@example.org")


def stays_off(**changed):
    facts = {
        "showing": Showing.QUOTE,
        "state": VoiceState.TOLD_BACK,
        "is_withdrawn": False,
        "is_quote": True,
        "quote_consent": True,
        "texts": ("De bus is te laat.",),
    }
    return rules.why_voice_stays_off(**{**facts, **changed})


def test_a_voice_is_shown_only_told_back_with_consent_and_without_numbers():
    assert stays_off() is None
    assert stays_off(showing=Showing.SUMMARY, quote_consent=False, is_quote=False) is None
    for changed in (
        {"is_withdrawn": True},
        {"quote_consent": False},
        {"is_quote": False},
        {"texts": ("goed", "Bel 0470 12 34 56")},
        *({"state": state} for state in VoiceState if state is not VoiceState.TOLD_BACK),
    ):
        assert stays_off(**changed) is not None, changed


@pytest.mark.parametrize(("is_quote", "consent"), [(True, False), (False, True), (False, False)])
def test_words_are_literal_only_when_they_are_and_may_be(is_quote, consent):
    with pytest.raises(RuleBroken) as broken:
        rules.check_showing(Showing.QUOTE, summary="", is_quote=is_quote, quote_consent=consent)
    assert broken.value.field == "showing"


def test_telling_it_in_short_needs_words():
    rules.check_showing(Showing.SUMMARY, summary="De bus.", is_quote=False, quote_consent=False)
    with pytest.raises(RuleBroken) as broken:
        rules.check_showing(Showing.SUMMARY, summary="  ", is_quote=True, quote_consent=True)
    assert broken.value.field == "summary"


@pytest.mark.parametrize("role", Role)
def test_only_the_coordinator_decides(role):
    assert access.can_decide_page(Actor(account_id=1, roles=frozenset({role}))) is (role is Role.COORDINATOR)
