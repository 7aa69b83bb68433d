"""Who spoke hears again: one tiding for each move, along the way that she chose, and never one too many."""

from __future__ import annotations

import io
import re

import pypdf
import pytest

from portal.extensions import db
from portal.history.models import Change
from portal.meetings.models import Decision
from portal.meetings.operations import minutes
from portal.meetings.types import DecisionStatus
from portal.network.models import Network
from portal.participation import following, operations
from portal.participation.following import Follow
from portal.participation.models import Tiding, Voice
from portal.participation.types import ReplyWay, TellingWay, TidingKind, VoiceState
from portal.plans import operations as plans
from portal.plans.models import Action
from portal.plans.signals import action_moved
from portal.plans.types import ActionStatus
from portal.post.models import OutgoingMail
from portal.post.types import MailStatus
from tests.factories.meetings import plan as plan_meeting
from tests.forms import error_beside, values_of
from tests.integration.participation.conftest import Talk, filled_voice
from tests.pages import text_of

ADDRESS = "zij@example.org"
LINK = re.compile(r"http://localhost(?::8000)?(/follow/\S+)")


def followed(talk: Talk, way: ReplyWay = ReplyWay.LETTER, **values) -> Voice:
    """A voice of somebody who wants to hear again, with an effect on the action."""
    voice = talk.world.voice(talk.network, follow=Follow(way, **values))
    talk.world.effect(voice, talk.action)
    return voice


def move(talk: Talk, *statuses: ActionStatus) -> None:
    for status in statuses:
        with talk.world.saving():
            plans.move_action(db.session.get_one(Action, talk.action.id), status=status)


def tidings(talk: Talk, voice: Voice) -> list[Tiding]:
    with talk.world.app.app_context():
        return db.session.query(Tiding).filter_by(voice_id=voice.id).order_by(Tiding.id).all()


def mails(talk: Talk) -> list[OutgoingMail]:
    with talk.world.app.app_context():
        return db.session.query(OutgoingMail).order_by(OutgoingMail.id).all()


def held(talk: Talk, voice: Voice) -> Voice:
    with talk.world.app.app_context():
        return db.session.get_one(Voice, voice.id)


def answer(talk: Talk, voice: Voice) -> None:
    talk.world.answered(voice)


def test_every_move_of_an_action_makes_one_tiding(talk: Talk) -> None:
    voice = followed(talk)
    move(talk, ActionStatus.RUNNING, ActionStatus.DONE, ActionStatus.RUNNING)
    found = [(one.former, one.current) for one in tidings(talk, voice)]
    assert found == [("planned", "running"), ("running", "done"), ("done", "running")]


def test_the_same_status_again_tells_nothing(talk: Talk) -> None:
    voice = followed(talk)
    with talk.world.saving():
        action = db.session.get_one(Action, talk.action.id)
        action_moved.send(action, former=action.status)
    assert tidings(talk, voice) == []


def test_a_decision_that_moves_is_told(talk: Talk) -> None:
    voice = talk.world.voice(talk.network, follow=Follow(ReplyWay.LETTER))
    with talk.world.saving():
        meeting = plan_meeting(db.session.get_one(Network, talk.network.id))
        decision = minutes.decide(meeting, text="De les begint later.", partner_id=talk.sport.id)
        operations.link_effect(db.session.get_one(Voice, voice.id), decision=decision, kind="changed")
        decision_id = decision.id
    for status in (DecisionStatus.DONE, DecisionStatus.OPEN):
        with talk.world.saving():
            minutes.move_decision(db.session.get_one(Decision, decision_id), status=status)
    found = [(one.kind, one.former, one.current) for one in tidings(talk, voice)]
    assert found == [
        (TidingKind.DECISION_MOVED, "decision-open", "decision-done"),
        (TidingKind.DECISION_MOVED, "decision-done", "decision-open"),
    ]


def test_the_own_action_of_a_voice_counts_once_the_network_said_yes(talk: Talk) -> None:
    voice = talk.world.voice(talk.network, action_id=talk.action.id, follow=Follow(ReplyWay.LETTER))
    move(talk, ActionStatus.RUNNING)
    assert tidings(talk, voice) == []
    answer(talk, voice)
    move(talk, ActionStatus.DONE)
    assert [one.kind for one in tidings(talk, voice)] == [TidingKind.ANSWERED, TidingKind.ACTION_MOVED]


def test_who_does_not_follow_and_who_was_withdrawn_hear_nothing(talk: Talk) -> None:
    silent, gone = followed(talk, ReplyWay.NONE), followed(talk)
    with talk.world.saving():
        operations.withdraw_voice(db.session.get_one(Voice, gone.id), at=following.now())
    move(talk, ActionStatus.RUNNING)
    assert tidings(talk, silent) == tidings(talk, gone) == []


def test_a_mail_says_what_moved_and_nothing_of_who_she_is(talk: Talk) -> None:
    voice = followed(talk, ReplyWay.MAIL, address=ADDRESS)
    page = talk.coordinator.post(f"{talk.action_page}/move", data={"status": "running"})
    assert page.status_code == 302
    [mail] = mails(talk)
    assert (mail.to, mail.status, mail.network_id) == (ADDRESS, MailStatus.SENT, None)
    folder = talk.world.app.config["MAIL_FOLDER"]
    text = next(iter(folder.glob("*"))).read_text(encoding="utf-8")
    assert "zij@example.org" in text
    assert voice.text not in text
    assert ADDRESS not in text_of(talk.coordinator.get(f"{talk.front}/mail"))
    [tiding] = tidings(talk, voice)
    assert tiding.told_at is not None


def queued_link(talk: Talk) -> str:
    [mail] = [one for one in mails(talk) if one.text]
    found = LINK.search(mail.text)
    assert found is not None
    return found[1]


def test_the_link_stops_on_a_button_only_and_forgets_the_address(talk: Talk, client) -> None:
    voice = followed(talk, ReplyWay.MAIL, address=ADDRESS)
    move(talk, ActionStatus.RUNNING)
    assert "“Samen zwemmen” is begonnen." in mails(talk)[0].text
    link = queued_link(talk)
    assert client.get(link).status_code == 200
    assert held(talk, voice).reply_address == ADDRESS
    page = client.post(link)
    assert "We hebben je adres gewist." in text_of(page)
    assert "Set-Cookie" not in page.headers
    gone = held(talk, voice)
    assert (gone.reply_way, gone.reply_address) == (ReplyWay.NONE, "")
    assert mails(talk) == []
    assert client.get(link).status_code == client.post(link).status_code == 410
    move(talk, ActionStatus.DONE)
    assert len(tidings(talk, voice)) == 1


def test_withdrawing_erases_the_address_and_the_mail_on_its_way(talk: Talk) -> None:
    voice = followed(talk, ReplyWay.MAIL, address=ADDRESS)
    move(talk, ActionStatus.RUNNING)
    assert talk.coordinator.post(talk.page(voice, "/withdraw")).status_code == 302
    assert held(talk, voice).reply_address == ""
    assert mails(talk) == []


def test_the_address_never_stands_on_a_page_or_in_the_history(talk: Talk) -> None:
    form = filled_voice(reply_way="reply-mail", reply_mail=ADDRESS)
    assert talk.coordinator.post(talk.href("/record"), data=form).status_code == 302
    with talk.world.app.app_context():
        voice = db.session.query(Voice).one()
    assert voice.reply_address == ADDRESS
    pages = ["", "/edit", "/answer", "/chain"]
    for path in pages:
        assert ADDRESS not in talk.coordinator.get(talk.page(voice, path)).text
    edit = talk.coordinator.get(talk.page(voice, "/edit"))
    assert talk.coordinator.post(talk.page(voice, "/edit"), data=values_of(edit)).status_code == 302
    assert held(talk, voice).reply_address == ADDRESS
    with talk.world.app.app_context():
        assert all(ADDRESS not in str(one.fields) for one in db.session.query(Change))


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"reply_way": "reply-mail"}, "reply_mail"),
        ({"reply_way": "reply-mail", "reply_mail": "geen adres"}, "reply_mail"),
        ({"reply_way": "reply-mail", "reply_mail": "x" * 50_000}, "reply_mail"),
        ({"reply_way": "reply-companion"}, "companion_id"),
        ({"reply_way": "reply-companion", "companion_id": "99999"}, "companion_id"),
        ({"reply_way": "reply-letter-box"}, "reply_way"),
        ({"reply_way": "duif"}, "reply_way"),
        (
            {"reply_way": "reply-companion", "reply_mail": "a@example.org", "companion_role": "0478 12 34 56"},
            "companion_role",
        ),
    ],
)
def test_a_way_that_lacks_something_is_refused_beside_the_field(talk: Talk, typed: dict[str, str], field: str) -> None:
    page = talk.coordinator.post(talk.href("/record"), data=filled_voice(**typed))
    assert page.status_code == 422
    assert error_beside(page, field)
    assert values_of(page)["text"] == filled_voice()["text"]
    with talk.world.app.app_context():
        assert db.session.query(Voice).count() == 0


def test_a_letter_is_printed_and_given_once(talk: Talk) -> None:
    voice = followed(talk)
    answer(talk, voice)
    [tiding] = tidings(talk, voice)
    page = talk.coordinator.get(talk.href("/to-tell"))
    assert "Nog te geven brieven (1)" in text_of(page)
    paper = talk.coordinator.get(talk.href(f"/tidings/{tiding.id}/letter.pdf"))
    assert paper.status_code in (200, 503)
    assert talk.coordinator.post(talk.href(f"/tidings/{tiding.id}/given")).status_code == 302
    assert held(talk, voice).state is VoiceState.TOLD_BACK
    with talk.world.app.app_context():
        told = db.session.get_one(Voice, voice.id).response
        assert told is not None
        assert (told.told_how, told.told_by) == (TellingWay.LETTER, "coördinator")
    again = talk.coordinator.post(talk.href(f"/tidings/{tiding.id}/given"), follow_redirects=True)
    assert "Dit was al verteld." in text_of(again)
    assert "Nog te geven brieven (0)" in text_of(again)


def test_a_companion_is_mailed_and_tells_it_on(talk: Talk) -> None:
    worker = talk.people["sport"]
    voice = followed(talk, ReplyWay.COMPANION, companion_id=worker.id, companion_role="sportwerker")
    answer(talk, voice)
    [mail] = mails(talk)
    assert mail.to == worker.email
    assert "Dat doen we." not in mail.text
    other = talk.clients["youth"].get(talk.href("/pass-on"))
    assert "Je hoeft nu niets door te vertellen." in text_of(other)
    page = talk.clients["sport"].get(talk.href("/pass-on"))
    assert "Dat doen we." in text_of(page)
    [tiding] = tidings(talk, voice)
    href = talk.href(f"/tidings/{tiding.id}/told")
    assert talk.clients["youth"].post(href).status_code == 403
    assert talk.coordinator.post(href).status_code == 403
    assert talk.clients["sport"].post(href).status_code == 302
    with talk.world.app.app_context():
        told = db.session.get_one(Voice, voice.id).response
        assert told is not None
        assert (told.told_how, told.told_by) == (TellingWay.COMPANION, "sportwerker")


def test_a_companion_without_account_tells_by_the_link(talk: Talk, client) -> None:
    voice = followed(talk, ReplyWay.COMPANION, address="zij@caw.example")
    answer(talk, voice)
    link = queued_link(talk)
    assert "Dat doen we." in text_of(client.get(link))
    assert tidings(talk, voice)[0].told_at is None
    for _tap in range(2):
        assert "je hebt het verteld" in text_of(client.post(link, data={"act": "told"}))
    assert held(talk, voice).state is VoiceState.TOLD_BACK


def test_telling_back_offers_the_chosen_way_and_sends_the_mail(talk: Talk) -> None:
    voice = followed(talk, ReplyWay.MAIL, address=ADDRESS)
    answer(talk, voice)
    assert mails(talk) == []
    form = values_of(talk.coordinator.get(talk.page(voice, "/tell-back")))
    assert form["told_how"] == "mail"
    assert talk.coordinator.post(talk.page(voice, "/tell-back"), data=form).status_code == 302
    assert [one.to for one in mails(talk)] == [ADDRESS]
    corrected = values_of(talk.coordinator.get(talk.page(voice, "/tell-back"))) | {"told_by": "iemand anders"}
    assert talk.coordinator.post(talk.page(voice, "/tell-back"), data=corrected).status_code == 302
    assert len(mails(talk)) == 1


def test_an_answer_told_in_a_talk_sends_no_mail(talk: Talk) -> None:
    voice = followed(talk, ReplyWay.MAIL, address=ADDRESS)
    answer(talk, voice)
    form = values_of(talk.coordinator.get(talk.page(voice, "/tell-back"))) | {"told_how": "in-person"}
    talk.coordinator.post(talk.page(voice, "/tell-back"), data=form)
    assert mails(talk) == []
    assert [one.told_by for one in tidings(talk, voice)] == ["coördinator"]


def test_what_was_not_told_goes_along_the_new_way(talk: Talk) -> None:
    voice = followed(talk)
    move(talk, ActionStatus.RUNNING)
    with talk.world.saving():
        following.choose_way(db.session.get_one(Voice, voice.id), Follow(ReplyWay.MAIL, address=ADDRESS))
    assert [one.to for one in mails(talk)] == [ADDRESS]
    [tiding] = tidings(talk, voice)
    assert (tiding.way, tiding.told_at is not None) == (ReplyWay.MAIL, True)


def test_a_mail_that_failed_is_shown_without_the_address(talk: Talk) -> None:
    followed(talk, ReplyWay.MAIL, address=ADDRESS)
    move(talk, ActionStatus.RUNNING)
    with talk.world.saving():
        db.session.query(OutgoingMail).one().status = MailStatus.FAILED
    page = text_of(talk.coordinator.get(talk.href("/to-tell")))
    assert "Mails die niet aankwamen (1)" in page
    assert ADDRESS not in page


def test_a_mail_that_waits_goes_to_the_address_that_was_mended(talk: Talk) -> None:
    voice = followed(talk, ReplyWay.MAIL, address="vreemde@elders.example")
    move(talk, ActionStatus.RUNNING)
    with talk.world.saving():
        db.session.query(OutgoingMail).one().status = MailStatus.WAITING
    with talk.world.saving():
        following.choose_way(db.session.get_one(Voice, voice.id), Follow(ReplyWay.MAIL, address=ADDRESS))
    assert [one.to for one in mails(talk)] == [ADDRESS]


def test_a_wrong_link_tells_nothing_and_many_are_throttled(talk: Talk, client) -> None:
    assert client.get("/follow/verzonnen").status_code == 410
    for _miss in range(40):
        client.get("/follow/verzonnen")
    page = client.get("/follow/verzonnen")
    assert page.status_code == 429
    assert "Set-Cookie" not in page.headers


def test_the_form_knows_the_meeting_and_the_contact_it_was_opened_from(talk: Talk) -> None:
    with talk.world.saving():
        meeting_id = plan_meeting(db.session.get_one(Network, talk.network.id), "Netwerkoverleg").id
    href = talk.href(f"/record?meeting={meeting_id}")
    page = talk.coordinator.get(href)
    assert "Netwerkoverleg, 5 mei 2025" in text_of(page)
    form = values_of(page)
    assert (form["channel"], form["received_on"]) == ("meeting", "2025-05-05")
    assert talk.coordinator.post(href, data=form | {"text": "Later graag.", "speaker": "expert"}).status_code == 302
    with talk.world.app.app_context():
        assert db.session.query(Voice).one().meeting_id == meeting_id
    assert "Later graag." in text_of(talk.coordinator.get(f"{talk.front}/meetings/{meeting_id}"))
    assert "Later graag." not in text_of(talk.clients["viewer"].get(f"{talk.front}/meetings/{meeting_id}"))
    assert talk.coordinator.get(talk.href("/record?meeting=99999&contact=x")).status_code == 200


def test_a_meeting_of_another_network_is_not_taken(talk: Talk) -> None:
    other = talk.world.network("Mechelen", nis="12025")
    with talk.world.saving():
        meeting_id = plan_meeting(db.session.get_one(Network, other.id), "Geheim overleg").id
    assert "Geheim overleg" not in text_of(talk.coordinator.get(talk.href(f"/record?meeting={meeting_id}")))
    talk.coordinator.post(talk.href(f"/record?meeting={meeting_id}"), data=filled_voice())
    with talk.world.app.app_context():
        assert db.session.query(Voice).one().meeting_id is None


def test_the_letter_is_a_tagged_pdf_in_large_type_that_says_nothing_of_her(talk: Talk) -> None:
    voice = followed(talk)
    answer(talk, voice)
    [tiding] = tidings(talk, voice)
    paper = talk.coordinator.get(talk.href(f"/tidings/{tiding.id}/letter.pdf"))
    document = pypdf.PdfReader(io.BytesIO(paper.data))
    root = document.trailer["/Root"]
    assert root["/Lang"] == "nl"
    assert root["/MarkInfo"]["/Marked"]
    assert document.metadata is not None
    assert str(document.metadata.title).startswith("Nieuws over wat je zei")
    text = " ".join(document.pages[0].extract_text().split())
    assert "Dat doen we." in text
    assert voice.text not in text
    sizes: list[float] = []
    document.pages[0].extract_text(visitor_text=lambda words, *rest: sizes.append(rest[-1]) if words.strip() else None)
    assert min(sizes) >= 18
