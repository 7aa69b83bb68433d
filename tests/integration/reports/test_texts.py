"""Typing the texts of a paper: kept, told in the history, never lost, never over somebody else's."""

from __future__ import annotations

import re

import pytest

from portal.extensions import db
from portal.history.models import Change
from portal.reports.types import PaperKind
from tests.pages import text_of

MARK = re.compile(r'name="opened" value="([^"]*)"')


def opened(client, address):
    return MARK.search(client.get(address).text)[1]


def test_what_is_typed_stands_in_the_paper(desk, kept):
    address = desk.at("/justification/texts")
    answer = desk.coordinator.post(address, data={"text_evaluation": "Goed gegaan.\n\n- meer kaarten\n- minder papier"})
    assert answer.status_code == 302
    assert kept() == [(2025, "justification", "evaluation", "Goed gegaan.\n\n- meer kaarten\n- minder papier")]
    page = desk.coordinator.get(desk.at("/justification"))
    assert "<li>meer kaarten</li>" in page.text
    assert "De tekst ‘Evaluatie’ is nog niet geschreven." not in text_of(page)


def test_all_texts_together_end_the_draft(desk):
    texts = {f"text_{part}": "Zo was het." for part in ("partners", "steering", "evaluation")}
    desk.coordinator.post(desk.at("/justification/texts"), data=texts)
    assert "in orde" in text_of(desk.coordinator.get(desk.at("/justification")))


def test_the_texts_of_a_note_hold_for_all_its_years(desk, kept):
    desk.coordinator.post(desk.at("/agreement-note/texts"), data={"text_drafting": "Samen geschreven."})
    assert kept() == [(2020, "agreement-note", "drafting", "Samen geschreven.")]
    assert "Samen geschreven." in text_of(desk.coordinator.get(desk.at("/agreement-note", 2026)))
    assert "Samen geschreven." not in text_of(desk.coordinator.get(desk.at("/agreement-note", 2027)))
    assert "vanaf 2020" in text_of(desk.coordinator.get(desk.at("/agreement-note/texts", 2026)))


def test_the_history_tells_who_changed_which_text(app, desk):
    address = desk.at("/justification/texts")
    desk.coordinator.post(address, data={"text_evaluation": "Eerst."})
    desk.coordinator.post(address, data={"text_evaluation": "Later.", "opened": opened(desk.coordinator, address)})
    assert "Evaluatie" in text_of(desk.coordinator.get(address))
    with app.app_context():
        told = db.session.query(Change).filter_by(subject_type="paper_text").order_by(Change.id).all()
        assert [one.subject_name for one in told] == ["Evaluatie", "Evaluatie"]
        assert told[-1].fields["text"] == ["Eerst.", "Later."]


def test_who_saves_second_sees_what_the_first_made_of_it(desk, kept, world, sign_in):
    address = desk.at("/justification/texts")
    desk.coordinator.post(address, data={"text_evaluation": "Begin."})
    mark = opened(desk.coordinator, address)
    other = sign_in(world.coordinator(desk.network, name="Ann Peeters"))
    assert other.post(address, data={"text_evaluation": "Van Ann.", "opened": mark}).status_code == 302
    answer = desk.coordinator.post(address, data={"text_evaluation": "Van mij.", "opened": mark})
    assert answer.status_code == 409
    assert "Ann Peeters bewaarde dit terwijl jij schreef" in text_of(answer)
    assert "Van mij." in answer.text
    assert kept()[0][-1] == "Van Ann."


def test_two_people_who_begin_at_once_lose_nothing(desk, kept, world, sign_in):
    address = desk.at("/justification/texts")
    mark = opened(desk.coordinator, address)
    other = sign_in(world.coordinator(desk.network))
    assert other.post(address, data={"text_evaluation": "Eerst.", "opened": mark}).status_code == 302
    answer = desk.coordinator.post(address, data={"text_evaluation": "Tweede.", "opened": mark})
    assert answer.status_code == 409
    assert [row[-1] for row in kept()] == ["Eerst."]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("x" * 8_001, "8000"),
        ("Bel An op 0470 12 34 56", "telefoon"),
        ("Mail an@example.org", "mail"),
    ],
)
def test_a_text_that_is_too_long_or_names_people_is_refused_and_stays_in_the_form(desk, kept, text, why):
    answer = desk.coordinator.post(desk.at("/justification/texts"), data={"text_evaluation": text})
    assert answer.status_code == 422
    assert text in answer.text
    assert why in text_of(answer)
    assert kept() == []


def test_a_text_can_be_emptied_again(desk, kept):
    address = desk.at("/justification/texts")
    desk.coordinator.post(address, data={"text_evaluation": "Weg ermee."})
    desk.coordinator.post(address, data={"text_evaluation": "", "opened": opened(desk.coordinator, address)})
    assert [row[-1] for row in kept()] == [""]
    assert "De tekst ‘Evaluatie’ is nog niet geschreven." in text_of(desk.coordinator.get(desk.at("/justification")))


def test_nothing_typed_makes_no_rows(desk, kept):
    assert desk.coordinator.post(desk.at("/justification/texts"), data={"text_evaluation": "  \n "}).status_code == 302
    assert kept() == []


def test_hostile_signs_come_through_every_file_unharmed(desk):
    text = "<script>alert(1)</script> =1+1 {{ 7*7 }} \u202e omgekeerd ]]> & \x0b einde"
    desk.coordinator.post(desk.at("/justification/texts"), data={"text_evaluation": text})
    page = desk.coordinator.get(desk.at("/justification"))
    assert "<script>alert" not in page.text
    assert "{{ 7*7 }}" in page.text
    for ending in ("docx", "xlsx"):
        assert desk.coordinator.get(desk.at(f"/justification.{ending}")).status_code == 200


@pytest.mark.parametrize("who", ["partner", "viewer", "expert"])
def test_only_a_coordinator_types(desk, kept, who):
    answer = getattr(desk, who).post(desk.at("/justification/texts"), data={"text_evaluation": "Ik ook."})
    assert answer.status_code == 403
    assert kept() == []


def test_every_kind_of_paper_has_an_address_that_fits_its_column():
    assert max(len(kind.value) for kind in PaperKind) <= 40
