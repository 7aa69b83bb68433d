"""Who sees which voices and whose words; the list, its filter, the front page."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask

from portal.accounts.queries import actor_for, find_account
from portal.extensions import db
from portal.foundation.clock import today
from portal.network.models import Network
from portal.participation import access, queries
from portal.participation.models import Voice
from portal.participation.queries import VoiceFilter
from portal.plans.types import Threshold
from tests.integration.participation.conftest import Talk
from tests.pages import text_of

EVERYONE = {"coordinator", "second", "sport", "youth", "expert", "other expert", "viewer"}


@pytest.fixture
def voices(talk: Talk) -> dict[str, Voice]:
    """One of each kind that access tells apart."""
    world, network = talk.world, talk.network
    carried = world.action(talk.plan, None, "Gedragen")
    made = {
        "waiting": world.voice(network, "WOORD wachtend"),
        "of sport": world.voice(network, "WOORD over zwemmen", action_id=talk.action.id),
        "about youth": world.voice(network, "WOORD over de jeugddienst", partner_id=talk.youth.id),
        "by expert": world.voice(network, "WOORD van els", typed_by_id=talk.people["expert"].id),
        "changed sport": world.voice(network, "WOORD met gevolg"),
        "told": world.told_back(world.voice(network, "WOORD zonder toestemming", action_id=carried.id)),
        "quoted": world.told_back(world.voice(network, "WOORD met toestemming", quote_consent=True)),
    }
    world.effect(made["changed sport"], talk.action)
    return made


SEEN = {
    "waiting": {"coordinator", "second"},
    "of sport": {"coordinator", "second", "sport"},
    "about youth": {"coordinator", "second", "youth"},
    "by expert": {"coordinator", "second", "expert"},
    "changed sport": {"coordinator", "second", "sport"},
    "told": EVERYONE,
    "quoted": EVERYONE,
}
READ = SEEN | {"told": {"coordinator", "second"}}


def test_each_role_opens_and_reads_exactly_its_voices(talk: Talk, voices: dict[str, Voice]) -> None:
    for name, voice in voices.items():
        opened = {who for who, client in talk.clients.items() if client.get(talk.page(voice)).status_code == 200}
        assert opened == SEEN[name], name
        read = {who for who in opened if voice.text in text_of(talk.clients[who].get(talk.page(voice)))}
        assert read == READ[name], name


def test_the_list_holds_what_each_may_open_and_no_word_too_many(talk: Talk, voices: dict[str, Voice]) -> None:
    for who, client in talk.clients.items():
        page = client.get(talk.href())
        html, words = page.get_data(as_text=True), text_of(page)
        listed = {name for name, voice in voices.items() if f'href="{talk.page(voice)}"' in html}
        assert listed == {name for name, seen in SEEN.items() if who in seen}, who
        read = {name for name, voice in voices.items() if voice.text in words}
        assert read == {name for name, seen in READ.items() if who in seen}, who


def test_the_database_and_the_rule_agree_on_who_sees_what(talk: Talk, voices: dict[str, Voice], app: Flask) -> None:
    with app.app_context():
        network = db.session.get_one(Network, talk.network.id)
        for who, account in talk.people.items():
            found = find_account(account.id)
            assert found is not None
            actor = actor_for(found, network)
            listed = {one.id for one in queries.page_of_voices(actor, network.id, VoiceFilter(), 1, today=today()).rows}
            allowed = {
                voice.id
                for voice in voices.values()
                if access.can_see_voice(actor, queries.get_voice(network.id, voice.id))
            }
            assert listed == allowed, who


def test_the_action_page_shows_what_each_may_know(talk: Talk) -> None:
    waiting = talk.world.voice(talk.network, "WOORD één", action_id=talk.action.id)
    told = talk.world.told_back(talk.world.voice(talk.network, "WOORD twee", action_id=talk.action.id))
    for who, shown in {"coordinator": 2, "sport": 2, "youth": 1, "expert": 1, "viewer": 1}.items():
        page = text_of(talk.clients[who].get(talk.action_page))
        assert f"Wat mensen zeiden ({shown})" in page, who
        assert ("WOORD één" in page) is (shown == 2)
        assert ("WOORD twee" in page) is (shown == 2)
    assert waiting.id != told.id


def test_a_viewer_reads_the_answer_and_not_the_words(talk: Talk, voices: dict[str, Voice]) -> None:
    page = text_of(talk.clients["viewer"].get(talk.page(voices["told"])))
    assert "Dat doen we." in page
    assert "De woorden zelf tonen we niet" in page
    assert "Wat er veranderde (" not in page
    for path in ("/record", "/say"):
        assert talk.clients["viewer"].get(talk.href(path)).status_code == 403


def test_nobody_else_learns_who_typed_it(talk: Talk) -> None:
    talk.expert.post(talk.href("/say"), data={"text": "Iets gevoeligs.", "quote_consent": "y"})
    for who in ("coordinator", "sport", "other expert", "viewer"):
        for address in (talk.href(), talk.front, talk.href("/1")):
            assert "Els Ervaring" not in text_of(talk.clients[who].get(address)), (who, address)
    assert "ervaringsdeskundige voegde toe: inbreng" in text_of(talk.coordinator.get(f"{talk.front}/history"))


def test_an_expert_sees_no_answer_before_it_was_told(talk: Talk) -> None:
    voice = talk.world.voice(talk.network, typed_by_id=talk.people["expert"].id)
    talk.world.answered(voice, answer="Het besluit.")
    assert "Het besluit." not in text_of(talk.expert.get(talk.page(voice)))
    talk.coordinator.post(
        talk.page(voice, "/tell-back"),
        data={"told_how": "portal", "told_on": today().isoformat(), "told_by": "trekker"},
    )
    assert "Het besluit." in text_of(talk.expert.get(talk.page(voice)))
    assert "Het besluit." in text_of(talk.expert.get(talk.front))


def test_the_filter_narrows_to_state_threshold_action_and_late(talk: Talk) -> None:
    world, network = talk.world, talk.network
    world.voice(network, "LAAT", threshold=Threshold.MONEY)
    world.voice(network, "OP TIJD", received_on=today(), today=today(), action_id=talk.action.id)
    world.told_back(world.voice(network, "VERTELD"))
    for query, wanted in {
        "": {"LAAT", "OP TIJD", "VERTELD"},
        "state=received": {"LAAT", "OP TIJD"},
        "state=told-back": {"VERTELD"},
        "threshold=money": {"LAAT"},
        f"action={talk.action.id}": {"OP TIJD"},
        "late=yes": {"LAAT"},
        "state=told-back&late=yes": set(),
        "state=x&threshold=y&action=z&late=maybe&page=zz": {"LAAT", "OP TIJD", "VERTELD"},
        "action=99999999999999999999&page=-1": {"LAAT", "OP TIJD", "VERTELD"},
        "state=%00&page=999": {"LAAT", "OP TIJD", "VERTELD"},
    }.items():
        answer = talk.coordinator.get(talk.href(f"?{query}"))
        assert answer.status_code == 200
        page = text_of(answer)
        assert {one for one in ("LAAT", "OP TIJD", "VERTELD") if one in page} == wanted, query


def test_the_front_page_of_a_coordinator_holds_late_answers_and_those_due_soon(talk: Talk) -> None:
    world, network = talk.world, talk.network
    for text, days in (("TE LAAT", -1), ("BIJNA", 7), ("LATER", 8)):
        world.voice(network, text, promised_on=today() + timedelta(days=days))
    world.told_back(world.voice(network, "KLAAR", promised_on=today() - timedelta(days=3)))
    page = text_of(talk.coordinator.get(talk.front))
    assert {one for one in ("TE LAAT", "BIJNA", "LATER", "KLAAR") if one in page} == {"TE LAAT", "BIJNA"}
    assert "Mensen wachten op een antwoord" in page
    for number in range(6):
        world.voice(network, f"Nog {number}")
    assert "late=yes" in talk.coordinator.get(talk.front).get_data(as_text=True)


def test_the_front_page_of_a_partner_holds_voices_on_its_actions(talk: Talk, voices: dict[str, Voice]) -> None:
    page = text_of(talk.clients["sport"].get(talk.front))
    heard = {name for name, voice in voices.items() if voice.text in page}
    assert heard == {"of sport", "changed sport"}


def test_the_front_page_of_an_expert_holds_answers_and_the_own_waiting_voices(
    talk: Talk, voices: dict[str, Voice]
) -> None:
    mine, theirs = (text_of(talk.clients[who].get(talk.front)) for who in ("expert", "other expert"))
    assert "Wat wij met jullie inbreng deden" in mine
    assert mine.count("Dat doen we.") == theirs.count("Dat doen we.") == 2
    assert "WOORD met toestemming" in theirs
    assert "WOORD zonder toestemming" not in mine
    assert ("WOORD van els" in mine, "WOORD van els" in theirs) == (True, False)


def test_the_menu_leads_every_role_to_the_voices(talk: Talk) -> None:
    for client in talk.clients.values():
        assert f'href="{talk.href()}"' in client.get(talk.front).get_data(as_text=True)


def test_a_stranger_finds_nothing(talk: Talk, sign_in) -> None:
    voice = talk.world.told_back(talk.world.voice(talk.network, quote_consent=True))
    stranger = sign_in(talk.world.coordinator(talk.world.network("Mechelen", nis="12025")))
    for address in (talk.href(), talk.page(voice), talk.href("/record"), talk.href("/say"), talk.href("/promise")):
        assert stranger.get(address).status_code == 404
    assert stranger.get(f"/networks/mechelen/voices/{voice.id}").status_code == 404
