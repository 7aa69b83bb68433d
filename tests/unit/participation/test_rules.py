"""The life of a voice, late answers, and texts that lead to nobody."""

from __future__ import annotations

from datetime import date

import pytest

from portal.foundation.errors import RuleBroken
from portal.foundation.nameless import PersonalMark, find_personal_mark
from portal.participation import rules
from portal.participation.types import STATE_OF_OUTCOME, Outcome, VoiceState

ON = date(2026, 5, 10)
S = VoiceState
MOVES = {
    (S.RECEIVED, S.DISCUSSED),
    *((S.DISCUSSED, decided) for decided in rules.DECIDED_STATES),
    *((one, other) for one in rules.DECIDED_STATES for other in rules.DECIDED_STATES if one is not other),
    *((decided, S.TOLD_BACK) for decided in rules.DECIDED_STATES),
}


@pytest.mark.parametrize("current", VoiceState)
@pytest.mark.parametrize("wanted", VoiceState)
def test_a_voice_makes_exactly_the_moves_of_the_table(current, wanted):
    if (current, wanted) in MOVES:
        rules.check_move(current, wanted)
        return
    with pytest.raises(RuleBroken) as broken:
        rules.check_move(current, wanted)
    assert broken.value.field == "state"


def test_every_state_has_its_moves_and_every_outcome_its_state():
    assert set(rules.NEXT_STATES) == set(VoiceState)
    assert set(STATE_OF_OUTCOME) == set(Outcome)
    assert set(STATE_OF_OUTCOME.values()) == set(rules.DECIDED_STATES)


@pytest.mark.parametrize("outcome", Outcome)
@pytest.mark.parametrize("reason", ["", "  \n"])
def test_only_a_no_demands_a_reason(outcome, reason):
    if outcome is Outcome.NOT_ADOPTED:
        with pytest.raises(RuleBroken) as broken:
            rules.check_answer(outcome, "Dat kan niet.", reason)
        assert broken.value.field == "reason"
    else:
        rules.check_answer(outcome, "Dat doen we.", reason)


def test_a_no_with_a_reason_is_an_answer_and_silence_is_none():
    rules.check_answer(Outcome.NOT_ADOPTED, "Dat kan niet.", "Er is geen zaal.")
    with pytest.raises(RuleBroken) as broken:
        rules.check_answer(Outcome.ADOPTED, " ", "")
    assert broken.value.field == "answer"


@pytest.mark.parametrize(
    ("state", "promised", "late", "soon"),
    [
        (S.RECEIVED, date(2026, 5, 9), True, False),
        (S.RECEIVED, ON, False, True),
        (S.DISCUSSED, date(2026, 5, 17), False, True),
        (S.DISCUSSED, date(2026, 5, 18), False, False),
        (S.NOT_ADOPTED, date(2026, 5, 1), True, False),  # decided is not yet told
        (S.TOLD_BACK, date(2026, 5, 1), False, False),
    ],
)
def test_an_answer_is_late_when_the_promised_day_passed_and_nobody_told_it(state, promised, late, soon):
    assert rules.is_late(state, promised, ON) is late
    assert rules.is_due_soon(state, promised, ON) is soon


def test_a_network_answers_within_thirty_days_or_its_own_number():
    assert rules.promised_day(date(2026, 1, 31), None) == date(2026, 3, 2)
    assert rules.promised_day(date(2026, 1, 31), 14) == date(2026, 2, 14)


@pytest.mark.parametrize("days", [None, 0, -1, 366])
def test_a_promise_is_between_a_day_and_a_year(days):
    with pytest.raises(RuleBroken):
        rules.check_answer_days(days)


def test_a_promise_of_one_day_or_a_year_is_kept():
    rules.check_answer_days(1)
    rules.check_answer_days(365)


@pytest.mark.parametrize(
    ("received", "promised", "field"),
    [
        (date(2026, 5, 11), None, "received_on"),
        (ON, date(2026, 5, 9), "promised_on"),
        (ON, ON, None),
        (ON, None, None),
    ],
)
def test_a_voice_was_heard_already_and_its_answer_comes_later(received, promised, field):
    if field is None:
        rules.check_days(received_on=received, promised_on=promised, today=ON)
        return
    with pytest.raises(RuleBroken) as broken:
        rules.check_days(received_on=received, promised_on=promised, today=ON)
    assert broken.value.field == field


@pytest.mark.parametrize("told", [date(2026, 5, 11), date(2026, 4, 30)])
def test_an_answer_is_told_after_the_voice_and_not_tomorrow(told):
    with pytest.raises(RuleBroken) as broken:
        rules.check_told(told_on=told, received_on=date(2026, 5, 1), today=ON)
    assert broken.value.field == "told_on"


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Bel haar op 0470 12 34 56.", PersonalMark.PHONE),
        ("Bel 0470/12.34.56", PersonalMark.PHONE),
        ("Bel 015 24 12 25 na vijf uur", PersonalMark.PHONE),
        ("+32 470 12 34 56", PersonalMark.PHONE),
        ("0032470123456", PersonalMark.PHONE),
        ("Mail naar jan.peeters@example.be graag", PersonalMark.EMAIL),
        ("85.07.30-033.28", PersonalMark.NATIONAL_NUMBER),
        ("nummer 85073003328!", PersonalMark.NATIONAL_NUMBER),
        ("kaart 1234 5678 9012 3", PersonalMark.CARD_NUMBER),
        ("rekening BE68 5390 0754 7034", PersonalMark.CARD_NUMBER),
        ("2024 1234 5678 9012", PersonalMark.CARD_NUMBER),
        ("\u0660\u0664\u0667\u0660 \u0661\u0662 \u0663\u0664 \u0665\u0666", PersonalMark.PHONE),
    ],
)
def test_what_leads_to_a_person_is_found(text, mark):
    found = find_personal_mark(text)
    assert found is not None
    assert found[0] is mark


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Het kost 1.250,00 euro voor 12 kinderen.",
        "Van 12/03/2026 tot 30/06/2026, en 2024-2026 ook.",
        "In 2024 2025 2026 was er niets.",
        "2024, 2025, 2026 en 2027",
        "op 1-5-2026 om 14:30 uur, zaal 3, bus 550",
        "12.500.000 euro",
        "Maandag 10-12 en 14-16 uur",
        "100 200 300",
        "Ik ben @huis om 10 uur",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467 2026-05-01 2026-05-08",
    ],
)
def test_amounts_dates_and_years_lead_to_nobody(text):
    assert find_personal_mark(text) is None


def test_a_text_with_a_number_is_refused_beside_its_field_with_the_piece_that_it_is_about():
    with pytest.raises(RuleBroken) as broken:
        rules.check_nameless("Vraag het aan 0470 12 34 56", "text")
    assert broken.value.field == "text"
    assert "0470 12 34 56" in str(broken.value.message)
    assert "telefoonnummer" in str(broken.value.message)


def test_a_very_long_text_is_looked_through_quickly():
    assert find_personal_mark("1 " * 30_000) is not None
    assert find_personal_mark("a@" * 25_000) is None
    assert find_personal_mark("12/" * 20_000) is not None
