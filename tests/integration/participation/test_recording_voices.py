"""Writing voices down: by a coordinator, a partner, an expert; and what bad input gets."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from flask import Flask

from portal.extensions import db
from portal.history.models import Change
from portal.participation.models import Voice
from portal.participation.types import Channel, Speaker, VoiceState
from portal.plans.types import Threshold
from tests.factories.world import World
from tests.forms import error_beside, values_of
from tests.integration.participation.conftest import Talk, filled_voice
from tests.pages import WatchfulClient, text_of

ARABIC = "\u0627\u0644\u062d\u0627\u0641\u0644\u0629 \u0645\u062a\u0623\u062e\u0631\u0629"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


def saved(app: Flask) -> list[Voice]:
    with app.app_context():
        return list(db.session.query(Voice).order_by(Voice.id))


def test_the_form_asks_four_things_and_folds_the_rest(talk: Talk) -> None:
    html = talk.coordinator.get(talk.href("/record")).get_data(as_text=True)
    visible = html[html.index('class="form"') : html.index("<details", html.index('class="form"'))]
    assert [name for name in values_of(talk.coordinator.get(talk.href("/record"))) if f'name="{name}"' in visible][
        -3:
    ] == ["channel", "speaker", "text"]
    assert visible.count("<label") == 4
    assert "naam, adres of nummer" in visible


def test_a_coordinator_records_a_voice_with_everything_about_it(talk: Talk, app: Flask) -> None:
    answer = talk.coordinator.post(
        talk.href("/record"),
        data=filled_voice(
            quote_consent="y",
            is_quote="y",
            on_behalf="y",
            action_id=str(talk.action.id),
            threshold="transport",
            partner_id=str(talk.youth.id),
            place="Itegem",
            promised_on="2026-03-15",
        ),
    )
    assert answer.status_code == 302
    one = saved(app)[0]
    assert (one.channel, one.speaker, one.state) == (Channel.MEETING, Speaker.ASSOCIATION, VoiceState.RECEIVED)
    assert (one.threshold, one.action_id, one.partner_id) == (Threshold.TRANSPORT, talk.action.id, talk.youth.id)
    assert (one.is_quote, one.quote_consent, one.on_behalf) == (True, True, True)
    assert (one.received_on, one.promised_on) == (date(2026, 3, 1), date(2026, 3, 15))
    assert one.typed_by_id == talk.people["coordinator"].id
    page = text_of(talk.coordinator.get(answer.location))
    for words in ("De bus komt te laat voor de les.", "een vereniging", "op een overleg", "Itegem", "iemand anders"):
        assert words in page


def test_the_answer_is_promised_within_thirty_days_or_what_the_network_chose(talk: Talk, app: Flask) -> None:
    talk.coordinator.post(talk.href("/record"), data=filled_voice())
    form = values_of(talk.coordinator.get(talk.href("/promise")))
    assert form["answer_days"] == "30"
    assert talk.coordinator.post(talk.href("/promise"), data=form | {"answer_days": "10"}).status_code == 302
    talk.coordinator.post(talk.href("/record"), data=filled_voice(text="Nog iets."))
    assert [one.promised_on for one in saved(app)] == [date(2026, 3, 31), date(2026, 3, 11)]
    assert "binnen 10 dagen" in text_of(talk.coordinator.get(talk.href("/record")))
    assert "binnen 10 dagen" in text_of(talk.expert.get(talk.href("/say")))


@pytest.mark.parametrize("days", ["", "0", "366", "4 tot 10", "-1"])
def test_a_promise_that_cannot_be_kept_is_refused(talk: Talk, days: str) -> None:
    form = values_of(talk.coordinator.get(talk.href("/promise")))
    answer = talk.coordinator.post(talk.href("/promise"), data=form | {"answer_days": days})
    assert answer.status_code == 422
    assert error_beside(answer, "answer_days")


def test_a_partner_passes_on_and_mends_until_somebody_looked_at_it(talk: Talk, app: Flask) -> None:
    client = talk.clients["youth"]
    answer = client.post(talk.href("/record"), data=filled_voice(speaker="worker"))
    assert answer.status_code == 302
    voice = saved(app)[0]
    form = values_of(client.get(talk.page(voice, "/edit"))) | {"text": "De bus komt nooit."}
    assert client.post(talk.page(voice, "/edit"), data=form).status_code == 302
    assert saved(app)[0].text == "De bus komt nooit."
    talk.coordinator.post(talk.page(voice, "/discuss"))
    assert client.get(talk.page(voice, "/edit")).status_code == 403
    assert client.post(talk.page(voice, "/answer"), data={}).status_code == 403
    assert "De bus komt nooit." in text_of(client.get(talk.page(voice)))


def test_an_expert_says_something_in_two_taps_from_the_front_page(talk: Talk, app: Flask) -> None:
    assert f'href="{talk.href("/say")}"' in talk.expert.get(talk.front).get_data(as_text=True)
    form = values_of(talk.expert.get(talk.href("/say")))
    assert set(form) - {"once", "opened", "csrf_token"} == {"text", "action_id"}  # boxes that are not ticked stay home
    answer = talk.expert.post(talk.href("/say"), data=form | {"text": "Ik durf niet alleen binnen."})
    assert answer.status_code == 302
    one = saved(app)[0]
    assert (one.channel, one.speaker, one.is_quote, one.on_behalf) == (Channel.PORTAL, Speaker.EXPERT, True, False)
    page = text_of(talk.expert.get(answer.location))
    assert "Dank je wel." in page
    assert "Ik durf niet alleen binnen." in page
    assert "Je hoort ten laatste op" in page


def test_the_link_on_the_action_page_chooses_the_action_also_of_another_year(talk: Talk, app: Flask) -> None:
    assert f"/say?action={talk.action.id}" in talk.expert.get(talk.action_page).get_data(as_text=True)
    old = talk.world.action(talk.world.plan(talk.network, 2020), talk.sport, "Van vroeger")
    for action in (talk.action, old):
        form = values_of(talk.expert.get(talk.href(f"/say?action={action.id}")))
        assert form["action_id"] == str(action.id)
        talk.expert.post(talk.href(f"/say?action={action.id}"), data=form | {"text": "Goed zo."})
    assert [one.action_id for one in saved(app)] == [talk.action.id, old.id]
    recorded = values_of(talk.coordinator.get(talk.href(f"/record?action={old.id}")))
    assert recorded["action_id"] == str(old.id)


@pytest.mark.parametrize("asked", ["abc", "999999", "-1", "1e9", "99999999999999999999"])
def test_a_strange_action_in_the_address_chooses_nothing(talk: Talk, asked: str) -> None:
    assert talk.expert.get(talk.href(f"/say?action={asked}")).status_code == 200
    assert talk.coordinator.get(talk.href(f"/record?action={asked}")).status_code == 200


def test_a_form_that_comes_in_twice_is_saved_once(talk: Talk, app: Flask) -> None:
    form = values_of(talk.expert.get(talk.href("/say"))) | {"text": "Eén keer."}
    first, second = (talk.expert.post(talk.href("/say"), data=form) for _time in range(2))
    assert (first.status_code, second.status_code, second.location) == (302, 302, first.location)
    form = values_of(talk.coordinator.get(talk.href("/record"))) | filled_voice()
    for _time in range(2):
        assert talk.coordinator.post(talk.href("/record"), data=form).status_code == 302
    assert len(saved(app)) == 2


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("text", ""),
        ("text", "x" * 50_000),
        ("text", "Bel 0470 12 34 56"),
        ("text", "Mail jan@example.be"),
        ("text", "Het nummer is 85.07.30-033.28"),
        ("text", "Zijn kaart: 1234 5678 9012 3"),
        ("place", "bij 0470 12 34 56"),
        ("place", "x" * 151),
        ("channel", "duif"),
        ("channel", None),
        ("speaker", "koning"),
        ("threshold", "honger"),
        ("action_id", "999999"),
        ("partner_id", "999999"),
        ("received_on", "31/02/2026"),
        ("received_on", "2099-01-01"),
        ("received_on", ""),
        ("promised_on", "2026-02-01"),
        ("promised_on", "gisteren"),
    ],
)
def test_bad_input_is_refused_beside_its_field_and_stays_typed(
    talk: Talk, app: Flask, field: str, typed: str | None
) -> None:
    form = filled_voice(**{"place": "Hallaar", field: typed})
    answer = talk.coordinator.post(talk.href("/record"), data=form)
    assert answer.status_code == 422
    assert error_beside(answer, field)
    again = values_of(answer)
    assert again["text"] == form["text"]
    assert again["place"] == form["place"]
    assert saved(app) == []


def test_an_action_or_partner_of_another_network_is_not_in_the_list(talk: Talk, world: World, app: Flask) -> None:
    elsewhere = world.network("Mechelen", nis="12025")
    partner = world.partner(elsewhere, "Vreemde dienst")
    action = world.action(world.plan(elsewhere, 2026), partner, "Vreemde actie")
    for field, typed in (("action_id", action.id), ("partner_id", partner.id)):
        answer = talk.coordinator.post(talk.href("/record"), data=filled_voice(**{field: str(typed)}))
        assert answer.status_code == 422
        assert error_beside(answer, field)
    said = talk.expert.post(talk.href(f"/say?action={action.id}"), data={"text": "Hm.", "action_id": str(action.id)})
    assert said.status_code == 422
    assert "Vreemde" not in text_of(talk.coordinator.get(talk.href(f"/record?action={action.id}")))
    assert saved(app) == []


@pytest.mark.parametrize(
    "typed",
    ["<script>alert(1)</script>", f"{FAMILY} samen", ARABIC, "'; DROP TABLE voice; --", "{{ 7*7 }}", "a\u0000b\u202ec"],
)
def test_hostile_and_foreign_text_is_shown_as_typed(talk: Talk, typed: str) -> None:
    answer = talk.expert.post(
        talk.href("/say"), data={"text": typed, "quote_consent": "y", "action_id": str(talk.action.id)}
    )
    assert answer.status_code == 302
    shown = typed.replace("\u0000", "").replace("\u202e", "")
    for client, address in (
        (talk.expert, answer.location),
        (talk.coordinator, answer.location),
        (talk.coordinator, talk.href()),
        (talk.coordinator, talk.action_page),
        (talk.expert, talk.front),
    ):
        page = client.get(address)
        assert shown in text_of(page)
        assert "<script>alert" not in page.get_data(as_text=True)


def test_text_is_back_after_a_session_that_ended_while_typing(talk: Talk, client: WatchfulClient) -> None:
    answer = client.post(talk.href("/say"), data={"text": "Dit mag niet weg zijn.", "quote_consent": "y"})
    assert answer.status_code == 302
    assert "/sign-in" in answer.location
    back = answer.location.partition("next=")[2].replace("%3F", "?").replace("%3D", "=").replace("%2F", "/")
    with client.session_transaction() as held, talk.expert.session_transaction() as own:
        own["kept"] = held["kept"]  # the same browser
    form = values_of(talk.expert.get(back))
    assert form["text"] == "Dit mag niet weg zijn."
    assert form["quote_consent"] == ["y"]


def test_the_history_holds_no_words_and_no_name_of_who_speaks_from_experience(talk: Talk, app: Flask) -> None:
    answer = talk.expert.post(talk.href("/say"), data={"text": "Zeer geheime woorden."})
    voice = saved(app)[0]
    form = values_of(talk.coordinator.get(talk.page(voice, "/edit"))) | {"text": "Andere geheime woorden."}
    talk.coordinator.post(talk.page(voice, "/edit"), data=form)
    talk.expert.post(talk.page(voice, "/withdraw"))
    with app.app_context():
        told = list(db.session.query(Change).filter_by(page_type="voice").order_by(Change.id))
        everything = " ".join(f"{one.by} {one.subject_name} {one.fields}" for one in told)
    assert [one.by for one in told] == ["ervaringsdeskundige", "Cora Coördinator", "ervaringsdeskundige"]
    assert "geheime" not in everything
    assert "Els" not in everything
    assert "tekst veranderd op" in text_of(talk.coordinator.get(answer.location))


def test_the_network_history_of_a_partner_leaves_voices_out(talk: Talk) -> None:
    talk.world.told_back(talk.world.voice(talk.network), answer="Een antwoord.")
    history = f"{talk.front}/history"
    assert "Een antwoord." in text_of(talk.coordinator.get(history))
    assert "Een antwoord." not in text_of(talk.clients["sport"].get(history))
    assert "inbreng" not in text_of(talk.clients["sport"].get(history)).partition("Inbreng")[2]


def test_who_takes_a_voice_back_wipes_its_words_out(talk: Talk, app: Flask) -> None:
    talk.expert.post(talk.href("/say"), data={"text": "Dat had ik niet mogen zeggen."})
    voice = saved(app)[0]
    assert talk.clients["other expert"].post(talk.page(voice, "/withdraw")).status_code == 403
    assert talk.clients["viewer"].post(talk.page(voice, "/withdraw")).status_code == 403
    assert saved(app)[0].text != ""
    for _time in range(2):
        answer = talk.expert.post(talk.page(voice, "/withdraw"))
        assert (answer.status_code, answer.location) == (302, talk.href())
    assert saved(app)[0].text == ""
    assert "Dat had ik" not in text_of(talk.coordinator.get(talk.href()))
    assert "De woorden zijn gewist" in text_of(talk.coordinator.get(talk.page(voice)))
    assert talk.coordinator.get(talk.page(voice, "/edit")).status_code == 403
    assert talk.coordinator.get(talk.page(voice, "/answer")).status_code == 403


def test_two_people_mend_a_voice_and_the_second_loses_nothing(talk: Talk, app: Flask) -> None:
    voice = talk.world.voice(talk.network, "Eerste tekst.")
    first = values_of(talk.coordinator.get(talk.page(voice, "/edit")))
    second: dict[str, Any] = values_of(talk.clients["second"].get(talk.page(voice, "/edit")))
    assert talk.coordinator.post(talk.page(voice, "/edit"), data=first | {"text": "Van de eerste."}).status_code == 302
    answer = talk.clients["second"].post(talk.page(voice, "/edit"), data=second | {"text": "Van de tweede."})
    assert answer.status_code == 409
    assert "Van de eerste." in text_of(answer)
    again = values_of(answer)
    assert again["text"] == "Van de tweede."
    assert saved(app)[0].text == "Van de eerste."
    assert talk.clients["second"].post(talk.page(voice, "/edit"), data=again).status_code == 302
    assert saved(app)[0].text == "Van de tweede."
