"""The letter box: anybody says something without a trace, and reads the answer with a code."""

from __future__ import annotations

import re
from threading import Barrier, Thread
from typing import Any

import html5lib
import pytest
from flask.testing import FlaskClient

from portal.accounts.models import Attempt
from portal.extensions import db
from portal.history.models import Change
from portal.network.models import Network
from portal.participation import codes, dropping
from portal.participation.models import Voice
from portal.participation.types import Channel, ReplyWay
from portal.plans import operations as plans
from portal.plans.models import Action, Plan
from portal.plans.types import ActionStatus, PlanStatus
from tests.factories.following import TEXT, dropped
from tests.forms import error_beside, values_of
from tests.integration.participation.conftest import Talk
from tests.pages import text_of

CODE = re.compile(r"[A-Z]+-\d{4}-[A-Z]+-\d{4}")
BOX = "/letter-box/heist"
READ = "/letter-box/heist/answer"


@pytest.fixture(autouse=True)
def agreed(talk: Talk) -> None:
    """The plan of this year is agreed: anyone may know its actions."""
    with talk.world.saving():
        plans.move_plan(db.session.get_one(Plan, talk.plan.id), status=PlanStatus.AGREED)


def letter(client, **values: Any) -> dict[str, Any]:
    """The form as it is opened, with what somebody writes."""
    return values_of(client.get(BOX)) | {"text": TEXT} | values


def letters(talk: Talk) -> list[Voice]:
    with talk.world.app.app_context():
        return db.session.query(Voice).order_by(Voice.id).all()


def code_on(page) -> str:
    found = CODE.search(text_of(page))
    assert found is not None
    return found[0]


def test_a_letter_is_kept_without_anybody(talk: Talk, client) -> None:
    page = client.post(BOX, data=letter(client, action_id=str(talk.action.id), threshold="time"))
    assert page.status_code == 200
    [voice] = letters(talk)
    assert (voice.text, voice.channel, voice.typed_by_id) == (TEXT, Channel.LETTER_BOX, None)
    assert (voice.reply_way, voice.action_id, voice.quote_consent) == (ReplyWay.LETTER_BOX, talk.action.id, False)
    code = code_on(page)
    with talk.world.app.app_context():
        kept = str([vars(one) for one in db.session.query(Change)]) + str(vars(db.session.query(Voice).one()))
    assert code not in kept
    assert "127.0.0.1" not in kept


def test_who_is_signed_in_stays_unknown_too(talk: Talk) -> None:
    talk.expert.post(BOX, data=letter(talk.expert))
    with talk.world.app.app_context():
        told = db.session.query(Change).filter_by(subject_type="voice").all()
        assert {(one.account_id, one.by) for one in told} == {(None, "brievenbus")}


def test_no_page_of_the_letter_box_sets_a_cookie(talk: Talk, client) -> None:
    thanks = client.post(BOX, data=letter(client))
    code = code_on(thanks)
    pages = [
        client.get(BOX),
        client.post(BOX, data={"text": ""}),
        thanks,
        client.get(READ),
        client.post(READ, data={"code": "fout"}),
        client.post(READ, data={"code": code}),
        client.post(f"{READ}/stop", data={"code": code}),
        client.get("/letter-box/nergens"),
    ]
    assert [page.status_code for page in pages] == [200, 422, 200, 200, 422, 200, 200, 404]
    for page in pages:
        assert "Set-Cookie" not in page.headers
        assert len(page.data) < 12_000, page.request.path


def test_the_token_of_a_session_is_not_asked(talk: Talk, client) -> None:
    talk.world.app.config["WTF_CSRF_ENABLED"] = True
    try:
        assert client.post(BOX, data=letter(client)).status_code == 200
    finally:
        talk.world.app.config["WTF_CSRF_ENABLED"] = False


def test_the_answer_and_what_moves_are_read_with_the_code(talk: Talk, client) -> None:
    code = code_on(client.post(BOX, data=letter(client, action_id=str(talk.action.id))))
    assert "We praten er nog over." in text_of(client.post(READ, data={"code": code.lower().replace("-", " ")}))
    [voice] = letters(talk)
    talk.world.answered(voice)
    assert "Dat doen we." not in text_of(client.post(READ, data={"code": code}))
    form = values_of(talk.coordinator.get(talk.page(voice, "/tell-back")))
    assert form["told_how"] == "letter-box"
    assert talk.coordinator.post(talk.page(voice, "/tell-back"), data=form).status_code == 302
    assert "nog niet verteld" in text_of(talk.coordinator.get(talk.page(voice)))
    assert "Dat doen we." in text_of(client.post(READ, data={"code": code}))
    assert "met de code gelezen" in text_of(talk.coordinator.get(talk.page(voice)))
    with talk.world.saving():
        plans.move_action(db.session.get_one(Action, talk.action.id), status=ActionStatus.RUNNING)
    page = text_of(client.post(READ, data={"code": code}))
    assert "“Samen zwemmen” is begonnen." in page


def test_who_stops_leaves_nothing_that_leads_back(talk: Talk, client) -> None:
    code = code_on(client.post(BOX, data=letter(client)))
    assert "Je code is weg" in text_of(client.post(f"{READ}/stop", data={"code": code}))
    [voice] = letters(talk)
    assert (voice.text, voice.code_hash, voice.reply_way) == (TEXT, None, ReplyWay.NONE)
    assert client.post(READ, data={"code": code}).status_code == 422


def test_a_code_works_in_its_own_network_alone(talk: Talk, client) -> None:
    talk.world.network("Mechelen", nis="12025")
    code = code_on(client.post(BOX, data=letter(client)))
    assert client.post("/letter-box/mechelen/answer", data={"code": code}).status_code == 422


def test_the_code_is_never_asked_in_an_address(talk: Talk, client) -> None:
    code = code_on(client.post(BOX, data=letter(client)))
    assert TEXT not in client.get(f"{READ}?code={code}").text
    assert client.get(f"{READ}/stop").status_code == 405


@pytest.mark.parametrize(
    "text",
    [
        "Bel me op 0478 12 34 56",
        "Mail naar jan@example.org",
        "http://a.be http://b.be https://c.be",
        "",
        "x" * 50_000,
    ],
)
def test_what_may_not_stand_there_is_refused_beside_the_field_and_kept(talk: Talk, client, text: str) -> None:
    page = client.post(BOX, data=letter(client, text=text))
    assert page.status_code == 422
    assert error_beside(page, "text")
    assert values_of(page)["text"] == text
    assert letters(talk) == []


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "أريد أن أسبح 🏊🏽‍♀️", "a\x00b\ud83d"])
def test_every_script_and_sign_comes_through_as_text(talk: Talk, client, text: str) -> None:
    page = client.post(BOX, data=letter(client, text=text.encode("utf-8", "surrogatepass")))
    assert page.status_code == 200
    shown = client.post(READ, data={"code": code_on(page)})
    assert shown.status_code == 200
    assert "<script>alert" not in shown.text
    assert 'dir="auto"' in shown.text
    assert len(letters(talk)) == 1


@pytest.mark.parametrize("field", ["threshold", "action_id"])
def test_blank_space_in_a_list_is_nothing_chosen(talk: Talk, client, field: str) -> None:
    assert client.post(BOX, data=letter(client, **{field: " \r\n"})).status_code == 200
    [voice] = letters(talk)
    assert (voice.threshold, voice.action_id) == (None, None)


def test_the_trap_refuses_politely_and_keeps_the_text(talk: Talk, client) -> None:
    page = client.post(BOX, data=letter(client, website="http://spam.example"))
    assert page.status_code == 422
    assert "Maak het leeg" in text_of(page)
    assert values_of(page)["text"] == TEXT
    assert letters(talk) == []


@pytest.mark.parametrize("stamp", ["", "verzonnen", "x" * 50_000])
def test_a_form_that_is_not_ours_gets_a_stamp_and_keeps_the_text(talk: Talk, client, stamp: str) -> None:
    page = client.post(BOX, data=letter(client, stamp=stamp))
    assert page.status_code == 422
    assert letters(talk) == []
    assert client.post(BOX, data=values_of(page)).status_code == 200


def test_the_same_form_twice_is_one_letter_with_one_code(talk: Talk, client) -> None:
    form = letter(client)
    first, second = client.post(BOX, data=form), client.post(BOX, data=form)
    assert code_on(first) == code_on(second)
    assert len(letters(talk)) == 1
    other = client.post(BOX, data=form | {"text": "Iets anders."})
    assert code_on(other) != code_on(first)
    assert len(letters(talk)) == 2


def test_the_same_form_at_the_same_moment_is_one_letter(talk: Talk, client) -> None:
    form, app = letter(client), talk.world.app
    gate, codes_seen = Barrier(3), []

    def send() -> None:
        gate.wait(10)
        codes_seen.append(code_on(FlaskClient(app, app.response_class).post(BOX, data=form)))

    threads = [Thread(target=send) for _one in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(codes_seen) == 3
    assert len(set(codes_seen)) == 1
    assert len(letters(talk)) == 1


def test_many_letters_from_one_address_wait_and_keep_their_text(talk: Talk, client) -> None:
    form = letter(client)
    for number in range(dropping.DROP_LIMIT.times):
        assert client.post(BOX, data=form | {"text": f"Briefje {number}"}).status_code == 200
    page = client.post(BOX, data=form | {"text": "Eén te veel"})
    assert page.status_code == 429
    assert values_of(page)["text"] == "Eén te veel"
    other = client.post(BOX, data=form | {"text": "Van elders"}, environ_base={"REMOTE_ADDR": "192.0.2.7"})
    assert other.status_code == 200


def test_guessing_codes_is_throttled_also_for_a_right_one(talk: Talk, client) -> None:
    code = code_on(client.post(BOX, data=letter(client)))
    for _guess in range(dropping.GUESS_LIMIT.times):
        assert client.post(READ, data={"code": "MELK-0000-ROOS-0000"}).status_code == 422
    page = client.post(READ, data={"code": code})
    assert page.status_code == 429
    assert TEXT not in page.text
    assert client.post(f"{READ}/stop", data={"code": code}).status_code == 429


def test_what_counts_attempts_keeps_no_address_and_is_another_tomorrow(talk: Talk, client, monkeypatch) -> None:
    client.post(READ, data={"code": "MELK-0000-ROOS-0000"})
    with talk.world.app.app_context():
        keys = [one.key for one in db.session.query(Attempt)]
        veil = dropping.veiled("127.0.0.1")
        monkeypatch.setattr(dropping, "today", lambda: dropping.date(2030, 1, 1))
        assert dropping.veiled("127.0.0.1") != veil
    from_plain_address = dropping.hashlib.sha256(b"letter code|127.0.0.1").hexdigest()
    assert len(keys) == 1
    assert from_plain_address not in keys


def test_a_closed_letter_box_says_so_keeps_the_text_and_still_answers(talk: Talk, client) -> None:
    form = letter(client)
    code = code_on(client.post(BOX, data=form))
    assert talk.clients["sport"].post(talk.href("/letter-box/close")).status_code == 403
    assert talk.coordinator.post(talk.href("/letter-box/close")).status_code == 302
    assert "De brievenbus is nu dicht." in text_of(client.get(BOX))
    late = client.post(BOX, data=form | {"text": "Te laat."})
    assert late.status_code == 422
    assert values_of(late)["text"] == "Te laat."
    assert client.post(READ, data={"code": code}).status_code == 200
    assert talk.coordinator.post(talk.href("/letter-box/open")).status_code == 302
    assert client.post(BOX, data=form | {"text": "Weer open."}).status_code == 200


def test_nobody_outside_reads_the_titles_of_a_draft_or_of_an_idea(talk: Talk, client) -> None:
    idea = talk.world.action(talk.plan, talk.sport, "Geheim idee", status=ActionStatus.IDEA)
    assert talk.action.title in client.get(BOX).get_data(as_text=True)
    assert idea.title not in client.get(BOX).get_data(as_text=True)
    with talk.world.saving():
        plans.move_plan(db.session.get_one(Plan, talk.plan.id), status=PlanStatus.DRAFT)
    assert talk.action.title not in client.get(BOX).get_data(as_text=True)


def test_an_action_of_another_network_is_not_taken(talk: Talk, client) -> None:
    page = client.post(BOX, data=letter(client, action_id="99999"))
    assert page.status_code == 422
    assert error_beside(page, "action_id")


def test_the_trap_is_out_of_reach_of_people(client, talk: Talk) -> None:
    document = html5lib.parse(client.get(BOX).text, namespaceHTMLElements=False)
    trap = next(one for one in document.iter("input") if one.get("name") == "website")
    assert (trap.get("tabindex"), trap.get("autocomplete")) == ("-1", "off")


def test_a_withdrawn_letter_is_no_longer_behind_its_code(talk: Talk, client) -> None:
    with talk.world.saving():
        found = dropped(db.session.get_one(Network, talk.network.id))
    assert client.post(READ, data={"code": found.code}).status_code == 200
    talk.coordinator.post(talk.page(found.voice, "/withdraw"))
    assert client.post(READ, data={"code": found.code}).status_code == 422


def test_codes_are_long_enough_and_read_in_every_way_of_writing() -> None:
    assert len(set(codes.WORDS)) == 256
    assert 256 * 256 * 10**8 > 2**42
    code = codes.code_from(b"acht bytes en meer")
    assert codes.plain_code(f" {code.lower().replace('-', ' ')} ") == code
    assert codes.plain_code("melk ٤٢٧١ roos 8350") == "MELK-4271-ROOS-8350"
    for wrong in ("", "MELK", "MELK-4271-ROOS", "x" * 50_000, "'; DROP TABLE voice"):
        assert codes.plain_code(wrong) == ""
