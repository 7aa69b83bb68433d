"""The way of a voice, walked from both ends: decision, action, cost, and the sentence for the report."""

from __future__ import annotations

from portal.extensions import db
from portal.foundation.clock import today
from portal.meetings.operations import minutes
from portal.network.models import Network
from portal.participation import operations
from portal.participation.models import Voice
from portal.participation.types import EffectKind
from portal.plans.models import Action
from tests.factories.meetings import plan as plan_meeting
from tests.forms import error_beside, values_of
from tests.integration.participation.conftest import Talk
from tests.pages import text_of

WORDS = "De bus komt te laat."


def decided(talk: Talk, text: str = "De les begint later.") -> int:
    with talk.world.saving():
        meeting = plan_meeting(db.session.get_one(Network, talk.network.id), "Netwerkoverleg")
        return minutes.decide(meeting, text=text, partner_id=talk.sport.id).id


def walked(talk: Talk, **values) -> Voice:
    """A voice with an answer, a decision and an action that was paid from two streams."""
    voice = talk.world.answered(talk.world.voice(talk.network, WORDS, **values))
    form = {"kind": "changed", "note": "De les begint om tien uur."}
    for thing in ({"decision_id": str(decided(talk))}, {"action_id": str(talk.action.id)}):
        assert talk.coordinator.post(talk.page(voice, "/effects/add"), data=form | thing).status_code == 302
    talk.world.grant(talk.network, 2026)
    talk.world.grant(talk.network, 2026, "co-financing")
    talk.world.expense(
        talk.network, 2026, action_id=talk.action.id, parts={"drawing-right": 7_000, "co-financing": 3_000}
    )
    return voice


def test_the_way_shows_every_step_to_who_may_see_money(talk: Talk) -> None:
    voice = walked(talk, quote_consent=True)
    page = text_of(talk.coordinator.get(talk.page(voice, "/chain")))
    steps = [WORDS, "Dat doen we.", "De les begint later.", "Samen zwemmen", "€ 100,00", "Mensen zeiden: “De bus"]
    assert [page.find(one) > 0 for one in steps] == [True] * len(steps)
    assert page.index("De les begint later.") < page.index("€ 100,00") < page.index("Mensen zeiden:")
    assert "Daarom besliste het netwerk: “De les begint later”." in page
    assert "Daarom veranderde het netwerk “Samen zwemmen”." in page


def test_an_expert_sees_the_way_without_amounts(talk: Talk) -> None:
    voice = walked(talk, typed_by_id=talk.people["expert"].id)
    page = text_of(talk.expert.get(talk.page(voice, "/chain")))
    assert "Samen zwemmen" in page
    assert "€" not in page
    assert talk.clients["other expert"].get(talk.page(voice, "/chain")).status_code == 403


def test_without_consent_the_sentence_quotes_nobody(talk: Talk) -> None:
    voice = walked(talk, action_id=talk.action.id)
    page = text_of(talk.coordinator.get(talk.page(voice, "/chain")))
    assert "Mensen zeiden iets over “Samen zwemmen”." in page
    assert f"“{WORDS}" not in page


def test_before_and_after_come_from_the_history(talk: Talk) -> None:
    voice = talk.world.voice(talk.network, received_on=today())
    with talk.world.saving():
        db.session.get_one(Action, talk.action.id).place = "Itegem"
    with talk.world.saving():
        db.session.get_one(Action, talk.action.id).place = "Wiekevorst"
    talk.world.effect(voice, talk.action)
    with talk.world.saving():
        db.session.get_one(Action, talk.action.id).place = "Later"
    page = text_of(talk.coordinator.get(talk.page(voice, "/chain")))
    assert "plaats: Wiekevorst" in page
    assert "Itegem" not in page
    assert "Later" not in page


def test_an_effect_is_an_action_or_a_decision_and_stands_there_once(talk: Talk) -> None:
    voice, decision = talk.world.voice(talk.network), decided(talk)
    add = talk.page(voice, "/effects/add")
    kind = {"kind": "opened"}
    both = kind | {"action_id": str(talk.action.id), "decision_id": str(decision)}
    for data in (kind, both):
        page = talk.coordinator.post(add, data=data)
        assert page.status_code == 422
        assert "Kies een actie of een beslissing." in error_beside(page, "action_id")
    assert talk.coordinator.post(add, data=kind | {"decision_id": str(decision)}).status_code == 302
    again = talk.coordinator.post(add, data=kind | {"decision_id": str(decision), "note": "nog eens"})
    assert "Deze beslissing staat al bij deze inbreng." in error_beside(again, "decision_id")
    assert values_of(again)["note"] == "nog eens"


def test_from_an_expense_the_voices_behind_it_are_found(talk: Talk) -> None:
    voice = walked(talk)
    page = talk.coordinator.get(f"{talk.front}/2026/expenses/1")
    assert "Wat mensen zeiden over deze actie (1)" in text_of(page)
    assert talk.page(voice, "/chain") in page.text
    other = talk.clients["viewer"].get(f"{talk.front}/2026/expenses/1")
    assert "Wat mensen zeiden over deze actie" not in text_of(other)


def test_a_withdrawn_voice_has_no_way_any_more(talk: Talk) -> None:
    voice = walked(talk)
    with talk.world.saving():
        operations.withdraw_voice(db.session.get_one(Voice, voice.id), at=operations.now())
    assert talk.coordinator.get(talk.page(voice, "/chain")).status_code == 403


def test_a_kind_of_effect_reads_as_it_is(talk: Talk) -> None:
    voice = talk.world.voice(talk.network)
    talk.world.effect(voice, talk.action, EffectKind.OPENED)
    page = text_of(talk.coordinator.get(talk.page(voice, "/chain")))
    assert "Daarom begon het netwerk met “Samen zwemmen”." in page
    assert "Dit bestond nog niet toen het gezegd werd." in page
