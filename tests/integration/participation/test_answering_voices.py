"""The life of a voice on its pages: discussed, answered, told back, and what changed because of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from flask import Flask

from portal.extensions import db
from portal.foundation.clock import today
from portal.participation.models import Response, Voice, VoiceEffect
from portal.participation.types import EffectKind, Outcome, TellingWay, VoiceState
from tests.factories.world import World
from tests.forms import error_beside, values_of
from tests.integration.participation.conftest import Talk
from tests.pages import text_of

YES = {"outcome": "adopted", "answer": "Ja, vanaf mei.", "reason": ""}
TOLD = {"told_how": "phone", "told_on": "2026-02-01", "told_by": "begeleider van de vereniging"}


def reread(app: Flask, voice: Voice) -> Voice:
    with app.app_context():
        return db.session.get_one(Voice, voice.id)


def response_of(app: Flask, voice: Voice) -> Response | None:
    with app.app_context():
        return db.session.query(Response).filter_by(voice_id=voice.id).one_or_none()


def test_a_voice_lives_from_received_to_told_back(talk: Talk, app: Flask) -> None:
    voice = talk.world.voice(talk.network)
    client = talk.coordinator
    assert client.post(talk.page(voice, "/discuss")).status_code == 302
    assert (reread(app, voice).state, reread(app, voice).discussed_on) == (VoiceState.DISCUSSED, today())
    assert client.post(talk.page(voice, "/answer"), data=YES).status_code == 302
    assert reread(app, voice).state is VoiceState.ADOPTED
    assert "Wie sprak, weet dit nog niet." in text_of(client.get(talk.page(voice)))
    assert client.post(talk.page(voice, "/tell-back"), data=TOLD).status_code == 302
    assert reread(app, voice).state is VoiceState.TOLD_BACK
    held = response_of(app, voice)
    assert held is not None
    assert (held.outcome, held.answer) == (Outcome.ADOPTED, "Ja, vanaf mei.")
    assert (held.told_on, held.told_how, held.told_by) == (date(2026, 2, 1), TellingWay.PHONE, TOLD["told_by"])
    page = text_of(client.get(talk.page(voice)))
    for words in ("Ja, dit doen we", "Ja, vanaf mei.", "aan de telefoon", "begeleider van de vereniging"):
        assert words in page


def test_an_answer_right_away_counts_as_discussed(talk: Talk, app: Flask) -> None:
    voice = talk.world.voice(talk.network)
    assert talk.coordinator.post(talk.page(voice, "/answer"), data=YES).status_code == 302
    assert reread(app, voice).discussed_on == today()


def test_discussing_twice_is_refused_in_words(talk: Talk) -> None:
    voice = talk.world.answered(talk.world.voice(talk.network))
    answer = talk.coordinator.post(talk.page(voice, "/discuss"))
    assert answer.status_code == 422
    assert "Inbreng kan niet van “helemaal overgenomen” naar “besproken”" in text_of(answer)


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"outcome": "not-adopted", "answer": "Nee.", "reason": " "}, "reason"),
        ({"outcome": "adopted", "answer": "", "reason": ""}, "answer"),
        ({"outcome": "misschien", "answer": "Ja.", "reason": ""}, "outcome"),
        ({"answer": "Ja.", "reason": ""}, "outcome"),
        ({"outcome": "adopted", "answer": "Bel 0470 12 34 56", "reason": ""}, "answer"),
        ({"outcome": "adopted", "answer": "Ja.", "reason": "x" * 50_000}, "reason"),
    ],
)
def test_an_answer_that_says_too_little_or_too_much_is_refused(
    talk: Talk, app: Flask, form: dict[str, str], field: str
) -> None:
    voice = talk.world.voice(talk.network)
    answer = talk.coordinator.post(talk.page(voice, "/answer"), data=form)
    assert answer.status_code == 422
    assert error_beside(answer, field)
    assert values_of(answer)["answer"] == form["answer"]
    assert reread(app, voice).state is VoiceState.RECEIVED
    assert response_of(app, voice) is None


def test_a_no_with_a_reason_shows_both(talk: Talk) -> None:
    voice = talk.world.voice(talk.network)
    talk.coordinator.post(
        talk.page(voice, "/answer"), data={"outcome": "not-adopted", "answer": "Dat kan niet.", "reason": "Geen zaal."}
    )
    page = text_of(talk.coordinator.get(talk.page(voice)))
    for words in ("Nee, dit doen we niet", "Dat kan niet.", "Waarom: Geen zaal.", "niet overgenomen"):
        assert words in page


def test_an_answer_changes_until_it_was_told(talk: Talk, app: Flask) -> None:
    voice = talk.world.answered(talk.world.voice(talk.network))
    form = values_of(talk.coordinator.get(talk.page(voice, "/answer")))
    changed = form | {"outcome": "partly-adopted", "answer": "Een deel."}
    assert talk.coordinator.post(talk.page(voice, "/answer"), data=changed).status_code == 302
    assert reread(app, voice).state is VoiceState.PARTLY_ADOPTED
    talk.coordinator.post(talk.page(voice, "/tell-back"), data=TOLD)
    page = talk.coordinator.get(talk.page(voice, "/answer"))
    assert "al verteld" in text_of(page)
    late = talk.coordinator.post(talk.page(voice, "/answer"), data=values_of(page) | {"answer": "Toch niet."})
    assert late.status_code == 422
    held = response_of(app, voice)
    assert held is not None
    assert held.answer == "Een deel."


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("told_on", "2099-01-01"),
        ("told_on", "2026-01-01"),
        ("told_on", ""),
        ("told_how", "duif"),
        ("told_by", ""),
        ("told_by", "Bel 0470 12 34 56"),
        ("told_by", "x" * 101),
    ],
)
def test_telling_back_says_how_when_and_by_which_function(talk: Talk, app: Flask, field: str, typed: str) -> None:
    voice = talk.world.answered(talk.world.voice(talk.network))
    answer = talk.coordinator.post(talk.page(voice, "/tell-back"), data=TOLD | {field: typed})
    assert answer.status_code == 422
    assert error_beside(answer, field)
    assert reread(app, voice).state is VoiceState.ADOPTED


def test_nothing_is_told_before_there_is_an_answer(talk: Talk, app: Flask) -> None:
    voice = talk.world.voice(talk.network)
    answer = talk.coordinator.post(talk.page(voice, "/tell-back"), data=TOLD)
    assert (answer.status_code, answer.location) == (302, talk.page(voice, "/answer"))
    assert reread(app, voice).state is VoiceState.RECEIVED


def test_how_it_was_told_can_be_corrected(talk: Talk, app: Flask) -> None:
    voice = talk.world.told_back(talk.world.voice(talk.network))
    form = values_of(talk.coordinator.get(talk.page(voice, "/tell-back")))
    assert form["told_by"] == "begeleider"
    assert talk.coordinator.post(talk.page(voice, "/tell-back"), data=form | {"told_how": "letter"}).status_code == 302
    held = response_of(app, voice)
    assert held is not None
    assert held.told_how is TellingWay.LETTER


def test_the_second_of_two_who_answer_sees_what_the_first_wrote_and_loses_nothing(talk: Talk, app: Flask) -> None:
    voice = talk.world.voice(talk.network)
    first: dict[str, Any] = values_of(talk.coordinator.get(talk.page(voice, "/answer")))
    second: dict[str, Any] = values_of(talk.clients["second"].get(talk.page(voice, "/answer")))
    assert talk.coordinator.post(talk.page(voice, "/answer"), data=first | YES).status_code == 302
    mine = second | {"outcome": "not-adopted", "answer": "Mijn eigen antwoord.", "reason": "Mijn reden."}
    answer = talk.clients["second"].post(talk.page(voice, "/answer"), data=mine)
    assert answer.status_code == 409
    for words in ("Ja, vanaf mei.", "Cora Coördinator", "Ja, dit doen we"):
        assert words in text_of(answer)
    again = values_of(answer)
    assert (again["answer"], again["reason"]) == ("Mijn eigen antwoord.", "Mijn reden.")
    held = response_of(app, voice)
    assert held is not None
    assert held.answer == "Ja, vanaf mei."
    assert talk.clients["second"].post(talk.page(voice, "/answer"), data=again).status_code == 302
    assert reread(app, voice).state is VoiceState.NOT_ADOPTED


def test_what_changed_is_walked_both_ways(talk: Talk, app: Flask) -> None:
    voice = talk.world.voice(talk.network, "Te duur voor ons.")
    form = {"action_id": str(talk.action.id), "kind": "changed", "note": "Nu gratis."}
    assert talk.coordinator.post(talk.page(voice, "/effects/add"), data=form).status_code == 302
    voice_page = talk.coordinator.get(talk.page(voice))
    assert "door deze inbreng veranderd. Nu gratis." in text_of(voice_page)
    assert f'href="{talk.action_page}"' in voice_page.get_data(as_text=True)
    action_page = talk.coordinator.get(talk.action_page)
    assert "Wat mensen zeiden (1)" in text_of(action_page)
    assert "door deze inbreng veranderd" in text_of(action_page)
    assert f'href="{talk.page(voice)}"' in action_page.get_data(as_text=True)
    twice = talk.coordinator.post(talk.page(voice, "/effects/add"), data=form | {"note": "Nog eens."})
    assert twice.status_code == 422
    assert "staat al bij" in error_beside(twice, "action_id")
    with app.app_context():
        effect = db.session.query(VoiceEffect).one()
    assert effect.kind is EffectKind.CHANGED
    assert talk.coordinator.post(talk.page(voice, f"/effects/{effect.id}/remove")).status_code == 302
    assert "Wat mensen zeiden (0)" in text_of(talk.coordinator.get(talk.action_page))
    assert "nam weg: gevolg van inbreng Samen zwemmen" in text_of(talk.coordinator.get(talk.page(voice)))


@pytest.mark.parametrize(
    ("field", "typed"),
    [("action_id", "999999"), ("action_id", ""), ("kind", "ontploft"), ("note", "x" * 301), ("note", "0470 12 34 56")],
)
def test_a_change_names_an_action_of_this_network_and_what_happened(talk: Talk, field: str, typed: str) -> None:
    voice = talk.world.voice(talk.network)
    form = {"action_id": str(talk.action.id), "kind": "opened", "note": ""} | {field: typed}
    answer = talk.coordinator.post(talk.page(voice, "/effects/add"), data=form)
    assert answer.status_code == 422
    assert error_beside(answer, field)


def test_an_effect_of_another_voice_or_network_does_not_exist(talk: Talk, world: World) -> None:
    voice, other = world.voice(talk.network), world.voice(talk.network)
    effect = world.effect(other, talk.action)
    assert talk.coordinator.post(talk.page(voice, f"/effects/{effect.id}/remove")).status_code == 404
    elsewhere = world.network("Mechelen", nis="12025")
    foreign = world.voice(elsewhere)
    for path in ("", "/edit", "/answer", "/tell-back", "/effects/add"):
        assert talk.coordinator.get(talk.page(foreign, path)).status_code == 404
    for path in ("/discuss", "/withdraw", "/answer", f"/effects/{effect.id}/remove"):
        assert talk.coordinator.post(talk.page(foreign, path), data=YES).status_code == 404
    assert talk.coordinator.get(talk.page(999_999)).status_code == 404


@pytest.mark.parametrize("who", ["sport", "youth", "expert", "other expert", "viewer"])
def test_only_coordinators_answer(talk: Talk, app: Flask, who: str) -> None:
    voice = talk.world.voice(talk.network, action_id=talk.action.id)
    client = talk.clients[who]
    for path in ("/answer", "/tell-back", "/effects/add"):
        assert client.get(talk.page(voice, path)).status_code == 403
        assert client.post(talk.page(voice, path), data=YES | TOLD).status_code == 403
    assert client.post(talk.page(voice, "/discuss")).status_code == 403
    assert client.get(talk.href("/promise")).status_code == 403
    assert reread(app, voice).state is VoiceState.RECEIVED
