"""The report: two people typing, decisions that change actions, tasks, approval, PDF and mail."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pypdf
import pytest

from portal.extensions import db
from portal.foundation.actor import Role
from portal.history.queries import list_changes
from portal.meetings.models import Decision, Meeting, Task
from portal.meetings.operations import invitations
from portal.meetings.operations.minutes import mark_of
from portal.meetings.queries import meetings as queries
from portal.meetings.types import ActionEffect, Addressee, MinutesStatus, Presence
from portal.plans.models import Action
from portal.plans.types import ActionStatus
from portal.web import pdf
from tests.factories.post_office import open_office
from tests.forms import values_of
from tests.pages import text_of


def notes(meeting, **texts):
    """The form as a browser sends it: what was typed, with the marks of how it was opened."""
    data = {}
    for item in meeting.items:
        data[f"note_{item.id}"] = texts.get(item.title, item.note)
        data[f"opened_{item.id}"] = mark_of(item.note, item.is_finished)
    return data


def held_notes(meeting):
    return {item.title: item.note for item in meeting.items}


def test_two_people_at_different_points_lose_nothing(table, over, now_meeting):
    page, opened = table.at(f"/meetings/{over}/write"), now_meeting(over)
    mine, theirs = notes(opened, Kaart="Van mij"), notes(opened, Kampen="Van Piet")
    assert table.worker.post(page, data=theirs).status_code == 302
    assert table.coordinator.post(page, data=mine).status_code == 302
    assert held_notes(now_meeting(over)) == {"Kaart": "Van mij", "Kampen": "Van Piet"}


def test_on_the_way_to_a_decision_what_was_typed_is_saved(table, over, now_meeting):
    opened = now_meeting(over)
    data = notes(opened, Kaart="Gezegd") | {"then": opened.items[0].id}
    answer = table.worker.post(table.at(f"/meetings/{over}/write"), data=data)
    assert answer.location.endswith(f"/meetings/{over}/decisions/add?item={opened.items[0].id}")
    assert held_notes(now_meeting(over))["Kaart"] == "Gezegd"


def test_after_two_texts_met_nobody_overtakes_herself(table, over, now_meeting):
    page, opened = table.at(f"/meetings/{over}/write"), now_meeting(over)
    table.worker.post(page, data=notes(opened, Kaart="Tekst van Piet"))
    late = table.coordinator.post(page, data=notes(opened, Kaart="Mijn tekst", Kampen="Ook van mij"))
    again = values_of(late) | {f"note_{opened.items[1].id}": "Bij nader inzien"}
    assert table.coordinator.post(page, data=again).status_code == 302
    assert held_notes(now_meeting(over)) == {"Kaart": "Mijn tekst", "Kampen": "Bij nader inzien"}


def test_what_somebody_else_wrote_at_a_point_left_alone_stays_theirs_after_two_texts_met(table, over, now_meeting):
    page, opened = table.at(f"/meetings/{over}/write"), now_meeting(over)
    table.worker.post(page, data=notes(opened, Kaart="Tekst van Piet", Kampen="Ook van Piet"))
    late = table.coordinator.post(page, data=notes(opened, Kaart="Mijn tekst"))
    assert table.coordinator.post(page, data=values_of(late)).status_code == 302
    assert held_notes(now_meeting(over)) == {"Kaart": "Mijn tekst", "Kampen": "Ook van Piet"}


def test_two_people_at_the_same_point_see_both_texts_and_choose(table, over, now_meeting):
    page, opened = table.at(f"/meetings/{over}/write"), now_meeting(over)
    kaart = opened.items[0].id
    mine = notes(opened, Kaart="Mijn tekst", Kampen="Ook van mij")
    table.worker.post(page, data=notes(opened, Kaart="Tekst van Piet"))
    late = table.coordinator.post(page, data=mine)
    assert late.status_code == 409
    html = late.get_data(as_text=True)
    assert "Piet schreef:" in text_of(late)
    assert "Tekst van Piet" in html
    assert "Mijn tekst</textarea>" in html
    assert held_notes(now_meeting(over)) == {"Kaart": "Tekst van Piet", "Kampen": "Ook van mij"}
    fresh = now_meeting(over)
    both = notes(fresh, Kaart="Tekst van Piet en van mij")
    assert f'value="{both[f"opened_{kaart}"]}"' in html
    assert table.coordinator.post(page, data=both).status_code == 302
    assert held_notes(now_meeting(over))["Kaart"] == "Tekst van Piet en van mij"


def test_who_saves_at_the_very_same_moment_sees_the_other_text_too(table, over, now_meeting, monkeypatch):
    opened, read = now_meeting(over), queries.get_whole_meeting
    reads = []

    def read_and_be_overtaken(*args):
        found = read(*args)
        reads.append(found)
        if len(reads) == 2:  # read to be saved, and just then somebody else saves
            with db.engine.begin() as other:
                change = "UPDATE agenda_item SET note = 'Van Piet', version = version + 1 WHERE id = :id"
                other.execute(db.text(change), {"id": found.items[0].id})
        return found

    monkeypatch.setattr(queries, "get_whole_meeting", read_and_be_overtaken)
    late = table.coordinator.post(table.at(f"/meetings/{over}/write"), data=notes(opened, Kaart="Van mij"))
    assert late.status_code == 409
    assert "Van Piet" in text_of(late)
    assert "Van mij</textarea>" in late.get_data(as_text=True)
    assert held_notes(now_meeting(over))["Kaart"] == "Van Piet"


def test_who_typed_while_the_report_was_approved_keeps_the_text(table, over, now_meeting):
    page, opened = table.at(f"/meetings/{over}/write"), now_meeting(over)
    table.coordinator.post(page, data=notes(opened, Kaart="Gezegd"))
    table.coordinator.post(table.at(f"/meetings/{over}/minutes/move"), data={"status": "minutes-approved"})
    late = table.worker.post(page, data=notes(opened, Kampen="Nog iets"))
    assert late.status_code == 422
    assert "Nog iets</textarea>" in late.get_data(as_text=True)
    assert "goedgekeurd" in text_of(late)
    assert table.worker.get(page).status_code == 403


@pytest.mark.parametrize(
    "text", ["🙂 مرحبا", "<script>alert(1)</script>", "x" * 49_000, "a\r\nb\r\n\r\nc", "\x00\x07dag"]
)
def test_any_text_is_kept_and_shown_as_text(table, over, now_meeting, text):
    page = table.at(f"/meetings/{over}/write")
    assert table.coordinator.post(page, data=notes(now_meeting(over), Kaart=text)).status_code == 302
    shown = table.coordinator.get(table.at(f"/meetings/{over}/minutes"))
    assert "<script>alert" not in shown.get_data(as_text=True)
    assert held_notes(now_meeting(over))["Kaart"]


def test_too_long_a_text_is_refused_and_stays(table, over, now_meeting):
    late = table.coordinator.post(
        table.at(f"/meetings/{over}/write"), data=notes(now_meeting(over), Kaart="x" * 50_001)
    )
    assert late.status_code == 422
    assert "x" * 50_001 in late.get_data(as_text=True)


def test_spoiled_marks_never_overwrite(table, over, now_meeting):
    page, opened = table.at(f"/meetings/{over}/write"), now_meeting(over)
    table.worker.post(page, data=notes(opened, Kaart="Van Piet"))
    kaart = opened.items[0].id
    assert table.coordinator.post(page, data={f"note_{kaart}": "Mijn", f"opened_{kaart}": "🙂"}).status_code == 409
    assert held_notes(now_meeting(over))["Kaart"] == "Van Piet"


def test_the_way_of_the_minutes(table, over, now_meeting):
    move = table.at(f"/meetings/{over}/minutes/move")
    empty = table.coordinator.post(move, data={"status": "minutes-approved"})
    assert empty.status_code == 422
    assert "nog niets in het verslag" in text_of(empty)
    table.coordinator.post(table.at(f"/meetings/{over}/write"), data=notes(now_meeting(over), Kaart="Gezegd"))
    for status in ("minutes-approved", "minutes-amended", "minutes-approved", "minutes-locked"):
        assert table.coordinator.post(move, data={"status": status}).status_code == 302
    assert now_meeting(over).minutes_status is MinutesStatus.LOCKED
    assert table.coordinator.post(move, data={"status": "minutes-draft"}).status_code == 422
    assert table.coordinator.post(move, data={"status": "x"}).status_code == 400
    assert table.coordinator.get(table.at(f"/meetings/{over}/agenda/add")).status_code == 403
    assert table.worker.post(move, data={"status": "minutes-approved"}).status_code == 403


def test_a_decision_opens_an_action_in_one_step(app, table):
    data = {"text": "We starten een fietsenbank", "effect": "opens-action", "new_title": "Fietsenbank"}
    data |= {"new_track": "removing", "new_domain": "mixed", "new_category": "initiatives", "due_on": "2099-09-01"}
    data |= {"partner_id": table.partner.id}
    assert table.coordinator.post(table.meeting("/decisions/add"), data=data).status_code == 302
    with app.app_context():
        action = db.session.query(Action).one()
        decision = db.session.query(Decision).one()
        assert (action.title, action.year, action.lead_partner_id) == ("Fietsenbank", 2099, table.partner.id)
        assert (decision.action_id, decision.effect) == (action.id, ActionEffect.OPENS)
    assert "Fietsenbank" in text_of(table.worker.get(table.meeting()))


def test_a_decision_moves_an_action_or_says_why_not(app, table, world):
    with app.app_context():
        plan = db.session.query(Action.metadata.tables["plan"]).one()
    action = world.action(plan, table.partner, "Kamp", status=ActionStatus.PLANNED)
    data = {"text": "Kamp is klaar", "effect": "moves-action", "action_id": action.id, "action_status": "done"}
    data |= {"new_track": "removing", "new_domain": "mixed", "new_category": "initiatives"}
    refused = table.coordinator.post(table.meeting("/decisions/add"), data=data)
    assert refused.status_code == 422
    assert "kan niet van “gepland” naar “klaar”" in text_of(refused)
    assert (
        table.coordinator.post(table.meeting("/decisions/add"), data=data | {"action_status": "running"}).status_code
        == 302
    )
    with app.app_context():
        assert db.session.get_one(Action, action.id).status is ActionStatus.RUNNING
        assert db.session.query(Decision).count() == 1


def test_a_partner_writes_a_decision_down_but_changes_no_action_with_it(app, table):
    data = {"text": "Voorstel", "effect": "opens-action", "new_title": "Stiekem"}
    assert table.worker.post(table.meeting("/decisions/add"), data=data).status_code == 302
    with app.app_context():
        assert db.session.query(Action).count() == 0
        assert db.session.query(Decision).one().effect is ActionEffect.NONE


def test_a_task_is_added_done_and_open_again(app, table):
    data = {"title": "Bel de club", "partner_id": table.partner.id, "due_on": "1/3/2020"}
    assert table.worker.post(table.at(f"/tasks/add?meeting={table.meeting_id}"), data=data).status_code == 302
    page = text_of(table.worker.get(table.at("/promises")))
    assert "Bel de club" in page
    assert "te laat" in page
    with app.app_context():
        key = db.session.query(Task).one().id
    for _time in range(2):
        assert table.worker.post(table.at(f"/tasks/{key}/move"), data={"status": "done"}).status_code == 302
    assert "Bel de club" not in text_of(table.worker.get(table.at("/promises")))
    table.worker.post(table.at(f"/tasks/{key}/move"), data={"status": "open"})
    assert "Bel de club" in text_of(table.worker.get(table.at("/promises")))
    assert table.worker.post(table.at(f"/tasks/{key}/move"), data={"status": "x"}).status_code == 400


def test_a_task_of_nobody_is_refused_and_one_of_another_partner_not_touched(app, table, world, sign_in):
    assert table.coordinator.post(table.at("/tasks/add"), data={"title": "Iets"}).status_code == 422
    table.coordinator.post(table.at("/tasks/add"), data={"title": "Iets", "partner_id": table.partner.id})
    other = world.account(table.network, Role.PARTNER, world.partner(table.network, "Bib"))
    with app.app_context():
        key = db.session.query(Task).one().id
    assert sign_in(other).post(table.at(f"/tasks/{key}/move"), data={"status": "done"}).status_code == 403


def test_attendance_is_per_partner_and_of_experts_only_a_number(table, over, now_meeting):
    page = table.at(f"/meetings/{over}/attendance")
    data = {f"partner_{table.partner.id}": "excused", "experts_count": "4"}
    assert table.coordinator.post(page, data=data).status_code == 302
    held = now_meeting(over)
    assert held.experts_count == 4
    assert [one.presence for one in held.attendances] == [Presence.EXCUSED]
    opened = values_of(table.coordinator.get(page))
    assert table.coordinator.post(page, data=opened | {"experts_count": "501"}).status_code == 422
    assert table.coordinator.post(page, data=opened | {"experts_count": "veel"}).status_code == 422
    table.coordinator.post(page, data=opened | {f"partner_{table.partner.id}": "", "experts_count": ""})
    assert now_meeting(over).attendances == []


def tags_of(node) -> Iterator[str]:
    """The kinds of everything in the tree of a tagged PDF."""
    node = node.get_object()
    if not isinstance(node, dict):
        return
    if "/S" in node:
        yield node["/S"]
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        yield from tags_of(kid)


def test_the_report_is_a_tagged_pdf_with_language_title_and_pages(table, over, now_meeting):
    table.coordinator.post(table.at(f"/meetings/{over}/write"), data=notes(now_meeting(over), Kaart="Gezegd: één zin"))
    answer = table.coordinator.get(table.at(f"/meetings/{over}/minutes.pdf"))
    assert answer.mimetype == "application/pdf"
    assert "attachment" in answer.headers["Content-Disposition"]
    document = pypdf.PdfReader(io.BytesIO(answer.data))
    root = document.trailer["/Root"]
    assert root["/Lang"] == "nl"
    assert root["/MarkInfo"]["/Marked"]
    assert {"/H1", "/H2", "/P"} <= set(tags_of(root["/StructTreeRoot"]))
    assert b"pdfuaid" in root["/Metadata"].get_data()
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert document.metadata.title.startswith("Verslag: Voorbij")
    text = document.pages[0].extract_text()
    assert "Gezegd: één zin" in text
    assert "Bladzijde 1 van 1" in text


def test_without_pango_the_portal_says_so_and_works(table, over, monkeypatch):
    monkeypatch.setattr(pdf, "_weasyprint", lambda: None)
    page = table.coordinator.get(table.at(f"/meetings/{over}/minutes"))
    assert "Pango ontbreekt" in text_of(page)
    answer = table.coordinator.get(table.at(f"/meetings/{over}/minutes.pdf"))
    assert answer.status_code == 503
    assert "afdrukken" in text_of(answer)


def test_the_report_goes_by_mail_to_who_was_invited_with_its_pdf(app, table, over, now_meeting, world):
    send = table.at(f"/meetings/{over}/minutes/send")
    assert table.coordinator.post(send).status_code == 422
    table.coordinator.post(table.at(f"/meetings/{over}/write"), data=notes(now_meeting(over), Kaart="Gezegd"))
    assert "niemand uitgenodigd" in text_of(table.coordinator.post(send))
    with world.saving():
        held = db.session.get_one(Meeting, over)
        invitations.invite(held, addressees=[Addressee("ann@example.org", "Ann")], at=held.starts_at)
    with open_office(app) as office:
        assert table.coordinator.post(send).status_code == 302
    [mail] = office.taken
    assert "Gezegd" in mail.get_body(("plain",)).get_content()
    [file] = list(mail.iter_attachments())
    assert file.get_content().startswith(b"%PDF")


def test_the_history_of_a_meeting_tells_who_wrote_what(app, table, over, now_meeting):
    table.worker.post(table.at(f"/meetings/{over}/write"), data=notes(now_meeting(over), Kaart="Gezegd"))
    with app.app_context():
        told = list_changes("meeting", over, table.network.id)
    assert (told[0].by, told[0].subject_type) == ("Piet", "agenda_item")
    assert told[0].fields["note"] == ["", "Gezegd"]
