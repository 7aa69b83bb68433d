"""Informal contact: its page, its links to an action and a voice, its filter, its file, and what never stands in it."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from portal.extensions import db
from portal.foundation.actor import Role
from portal.meetings.models import ContactMoment
from portal.meetings.operations import contacts, meetings, minutes
from portal.meetings.types import ActionEffect
from portal.network.models import Network
from portal.plans.models import Action
from tests.factories.meetings import plan
from tests.forms import values_of
from tests.pages import text_of

TOLD = {"with_whom": "Buurtwerk", "about": "Kampen", "outcome": "Te duur", "on": "2026-01-05"}


@pytest.fixture
def action(world, table):
    plan_of_year = world.plan(table.network, 2026)
    return world.action(plan_of_year, table.partner, "Samen naar kamp")


@pytest.fixture
def heard(world, table, action):
    """Two contacts: one about an action, one of another year."""
    with world.saving():
        one = contacts.note_contact(
            table.network.id,
            on=date(2026, 1, 5),
            with_whom="Buurtwerk",
            today=date(2026, 1, 6),
            outcome="Te duur",
            action_id=action.id,
            partner_id=table.partner.id,
        )
        contacts.note_contact(
            table.network.id, on=date(2025, 3, 1), with_whom="School", today=date(2026, 1, 6), about="Turnzak"
        )
        return one.id


def test_a_saved_contact_shows_its_page_with_the_way_to_a_voice(app, table, action):
    saved = table.worker.post(table.at("/informal-contacts/note"), data=TOLD | {"action_id": action.id})
    page = table.worker.get(saved.location)
    with app.app_context():
        key = db.session.query(ContactMoment).one().id
    assert saved.location.endswith(f"/informal-contacts/{key}")
    assert "Te duur" in text_of(page)
    assert f"/voices/record?contact={key}&amp;action={action.id}" in page.get_data(as_text=True)


def test_who_only_reads_sees_no_contact(table, heard, world, sign_in):
    for role in (Role.VIEWER, Role.EXPERT):
        reader = sign_in(world.account(table.network, role))
        for path in ("", f"/{heard}", "/note"):
            assert reader.get(table.at(f"/informal-contacts{path}")).status_code == 403
        assert reader.get(table.at("/contacts/export.csv")).status_code == 403


def test_the_action_shows_its_contacts_to_who_works_here_alone(table, heard, action, world, sign_in):
    page = table.at(f"/2026/actions/{action.id}")
    assert "Te duur" in text_of(table.worker.get(page))
    assert table.at(f"/informal-contacts/{heard}") in table.worker.get(page).get_data(as_text=True)
    shown = text_of(sign_in(world.account(table.network, Role.EXPERT)).get(page))
    assert "Te duur" not in shown
    assert "Buurtwerk" not in shown


def test_the_action_shows_what_was_decided_about_it_and_the_decision_leads_back(table, action, world):
    with world.saving():
        held = plan(db.session.get_one(Network, table.network.id), "Overleg over kampen")
        decision = minutes.decide(
            held,
            text="We houden tien plaatsen vrij.",
            effect=ActionEffect.ABOUT,
            action=db.session.get_one(Action, action.id),
        )
        meeting_id, decision_id = held.id, decision.id
    page = table.worker.get(table.at(f"/2026/actions/{action.id}"))
    assert "We houden tien plaatsen vrij." in text_of(page)
    there = table.at(f"/meetings/{meeting_id}")
    assert f"{there}#decision-{decision_id}" in page.get_data(as_text=True)
    meeting = table.worker.get(there).get_data(as_text=True)
    assert f'id="decision-{decision_id}"' in meeting
    assert table.at(f"/2026/actions/{action.id}") in meeting


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", {"Buurtwerk", "School"}),
        ("?of_year=2026", {"Buurtwerk"}),
        ("?text=turn", {"School"}),
        ("?text=100%25", set()),
        ("?partner=PARTNER", {"Buurtwerk"}),
        ("?action=ACTION", {"Buurtwerk"}),
        ("?of_year=nooit&partner=x&action=-1", {"Buurtwerk", "School"}),
    ],
)
def test_the_file_holds_what_the_filtered_list_shows(table, heard, action, asked, found):
    asked = asked.replace("PARTNER", str(table.partner.id)).replace("ACTION", str(action.id))
    page = text_of(table.worker.get(table.at(f"/informal-contacts{asked}"))).split("Toon alles")[-1]
    sheet = table.worker.get(table.at(f"/contacts/export.csv{asked}")).get_data().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(sheet), delimiter=";"))
    assert {row["Met wie"] for row in rows} == found
    assert {name for name in ("Buurtwerk", "School") if name in page} == found


def test_a_contact_about_an_action_of_another_year_is_noted_from_its_page(app, table, world):
    old = world.action(world.plan(table.network, 2024), table.partner, "Van vroeger")
    opened = table.worker.get(table.at(f"/informal-contacts/note?action={old.id}"))
    assert "Van vroeger (2024)" in text_of(opened)
    data = values_of(opened) | TOLD
    assert table.worker.post(table.at(f"/informal-contacts/note?action={old.id}"), data=data).status_code == 302
    with app.app_context():
        assert db.session.query(ContactMoment).one().action_id == old.id


@pytest.mark.parametrize("field", ["with_whom", "about", "outcome"])
@pytest.mark.parametrize("words", ["bel 0470 12 34 56", "ann@voorbeeld.be", "85.07.30-033.28"])
def test_a_number_or_address_of_somebody_is_refused_beside_its_field_and_the_text_stays(table, field, words):
    answer = table.worker.post(table.at("/informal-contacts/note"), data=TOLD | {field: words})
    assert answer.status_code == 422
    assert "Haal het weg" in text_of(answer)
    assert words in answer.get_data(as_text=True)


def test_a_decision_and_a_task_keep_no_number_of_somebody(table, over):
    for path, field in ((f"/meetings/{over}/decisions/add", "text"), ("/tasks/add", "title")):
        data = {field: "Bel 0470 12 34 56", "partner_id": table.partner.id}
        answer = table.coordinator.post(table.at(path), data=data)
        assert answer.status_code == 422
        assert "Bel 0470 12 34 56" in answer.get_data(as_text=True)


def test_minutes_with_a_number_are_saved_with_a_hint(table, over, now_meeting):
    write = table.at(f"/meetings/{over}/write")
    opened = table.worker.get(write)
    [first, *_rest] = now_meeting(over).items
    data = values_of(opened) | {f"note_{first.id}": "Bel mevrouw op 0470 12 34 56."}
    page = table.worker.get(table.worker.post(write, data=data).location)
    assert now_meeting(over).items[0].note == "Bel mevrouw op 0470 12 34 56."
    assert "0470 12 34 56” lijkt op een telefoonnummer" in text_of(page)


def test_a_note_of_a_contribution_keeps_no_number_of_somebody(table, action):
    form = table.at("/2026/contributions/log")
    data = {"action_id": action.id, "people_reached": 3, "on": "2026-01-05", "note": "mail ann@voorbeeld.be"}
    answer = table.worker.post(form, data=data)
    assert answer.status_code == 422
    assert "ann@voorbeeld.be" in answer.get_data(as_text=True)
    assert table.worker.post(form, data=data | {"note": "Drie nieuwe kinderen"}).status_code == 302


@pytest.mark.parametrize("path", ["contact", "task", "decision", "item"])
def test_who_saves_an_outdated_form_is_told_so_and_keeps_the_text(table, heard, over, world, path):
    with world.saving():
        network = db.session.get_one(Network, table.network.id)
        held = plan(network, "Loopt")
        item = meetings.add_item(held, title="Oud")
        task = minutes.add_task(network.id, title="Oud", meeting=held, partner_id=table.partner.id)
        decision = minutes.decide(held, text="Oud", partner_id=table.partner.id)
        forms = {
            "contact": (f"/informal-contacts/{heard}/edit", "with_whom"),
            "task": (f"/tasks/{task.id}/edit", "title"),
            "decision": (f"/decisions/{decision.id}/edit", "text"),
            "item": (f"/meetings/{held.id}/agenda/{item.id}/edit", "title"),
        }
    address, field = table.at(forms[path][0]), forms[path][1]
    slow = values_of(table.coordinator.get(address))
    quick = values_of(table.coordinator.get(address)) | {field: "De ander was eerst"}
    assert table.coordinator.post(address, data=quick).status_code == 302
    answer = table.coordinator.post(address, data=slow | {field: "Mijn eigen woorden"})
    assert answer.status_code == 409
    page = answer.get_data(as_text=True)
    assert "Mijn eigen woorden" in page
    assert "De ander was eerst" in page
    assert table.coordinator.post(address, data=values_of(answer)).status_code == 302
