"""Two people in one form: the second sees what the first made of it, loses nothing, and can save on purpose."""

from __future__ import annotations

import pytest

from portal.extensions import db
from portal.foundation.actor import Role
from portal.network.models import Network
from tests.factories.world import World
from tests.forms import values_of
from tests.integration.forms.conftest import FORMS, Forms
from tests.pages import text_of

# Of each form: a field that both change (what the first and the second type, and what the second reads of the first),
# and a field that only one of them changes.
EDITS = {
    "plans.edit_action": ("title", "Samen drijven", "Samen duiken", "Samen drijven", ("description", "Met de bus")),
    "plans.edit_indicator": ("measured", "12", "15", "12", ("unit", "kaarten")),
    "plans.edit_contribution": ("minutes", "2,5", "3", "2 uur 30", ("note", "Mooie dag")),
    "plans.edit_plan": ("title", "Actieplan A", "Actieplan B", "Actieplan A", ("introduction", "Samen verder")),
    "plans.edit_objective": ("title", "Meer gezinnen", "Alle gezinnen", "Meer gezinnen", ("kind", "operational")),
    "funding.edit_expense": ("part_drawing_right", "90,00", "80,00", "€ 90,00", ("supplier", "Zwembad")),
    "funding.edit_grant": ("amount_cents", "7000,00", "8000,00", "€ 7.000,00", ("note", "Brief van mei")),
    "funding.edit_budget": ("part_drawing_right", "150,00", "175,00", "€ 150,00", ("part_co_financing", "20,00")),
    "funding.edit_regime": ("source", "Wet A", "Wet B", "Wet A", ("certainty", "disputed")),
    "funding.edit_decision": ("source", "Brief A", "Brief B", "Brief A", ("certainty", "disputed")),
    "funding.edit_cooperation": ("title", "Samen sterk", "Samen op stap", "Samen sterk", ("reference", "R-1")),
    "funding.edit_centre": ("council_on", "2025-03-01", "2025-04-01", "1 maart 2025", None),
    "funding.answer_finding": ("answer", "Het ligt bij de dienst.", "Het is in orde.", "Het ligt bij de dienst.", None),
    "network.edit_partner": ("note", "Nota A", "Nota B", "Nota A", ("website", "https://example.org")),
    "network.edit_contact": ("phone", "014 11 11 11", "014 22 22 22", "014 11 11 11", ("function", "voorzitter")),
    "network.edit_membership": ("starts_on", "2020-02-01", "2020-03-01", "1 februari 2020", ("role", "structural")),
    "network.edit_agreement": ("title", "Zwemlessen", "Kooklessen", "Zwemlessen", ("services", "Tien lessen")),
    "meetings.edit_meeting": ("begins", "13:00", "13:30", "13:00", ("chair", "Els")),
    "meetings.edit_agenda_item": ("title", "Kaart", "Kampen", "Kaart", ("minutes", "20")),
    "meetings.edit_decision": ("text", "We doen mee", "We doen niet mee", "We doen mee", ("due_on", "2025-09-01")),
    "meetings.edit_task": ("title", "Bel de bib", "Mail de bib", "Bel de bib", ("due_on", "2025-09-01")),
    "meetings.edit_contact": ("outcome", "Te duur", "Te ver", "Te duur", ("about", "De bus")),
    "meetings.edit_series": ("chair", "Els", "Omar", "Els", ("place", "Den Draai")),
    "meetings.edit_group": ("aim", "Een kaart", "Twee kaarten", "Een kaart", ("name", "Kaartgroep")),
    "meetings.edit_member": ("name", "Els", "Omar", "Els", ("role", "group-member")),
    "networks.edit_network": ("introduction", "Wij zijn Heist", "Heist en meer", "Wij zijn Heist", None),
}


def is_edit(endpoint: str) -> bool:
    return endpoint.partition(".")[2].startswith(("edit_", "answer_finding"))


def test_every_form_that_changes_a_record_is_looked_at_here() -> None:
    ours = ("plans.", "funding.", "network.", "networks.", "accounts.", "meetings.")
    assert {one for one in FORMS if is_edit(one) and one.startswith(ours)} == set(EDITS)


@pytest.fixture
def named(forms: Forms, world: World) -> Forms:
    """As `forms`, with a second person who saves first."""
    with world.saving():
        network = db.session.query(Network).filter_by(slug=forms.ids["slug"]).one()
    forms.people["first"] = world.account(network, Role.COORDINATOR, name="Fatima Eerst", is_administrator=True)
    return forms


@pytest.mark.parametrize("endpoint", EDITS)
def test_the_second_sees_what_the_first_made_of_the_field_and_then_saves_on_purpose(
    named: Forms, endpoint: str
) -> None:
    field, theirs, mine, read, other = EDITS[endpoint]
    href, first = named.href(endpoint), named.sign_in(named.people["first"])
    second = named.client(endpoint)
    opened = values_of(second.get(href))
    assert first.post(href, data=values_of(first.get(href)) | {field: theirs}).status_code == 302
    own = opened | {field: mine} | (dict([other]) if other else {})
    answer = second.post(href, data=own)
    assert answer.status_code == 409
    words = text_of(answer)
    assert "Fatima Eerst bewaarde dit terwijl jij schreef" in words
    assert f"Fatima Eerst maakte hiervan: {read}" in words
    again = values_of(answer)
    assert {name: again[name] for name in own if name != "opened"} == {n: v for n, v in own.items() if n != "opened"}
    assert first.get(href).status_code == 200
    assert values_of(first.get(href))[field] == theirs
    assert second.post(href, data=again).status_code == 302
    assert values_of(first.get(href))[field] == mine


@pytest.mark.parametrize("endpoint", [one for one, edit in EDITS.items() if edit[4]])
def test_what_the_second_left_alone_takes_the_value_of_the_first(named: Forms, endpoint: str) -> None:
    field, theirs, _mine, _read, (own_field, own_text) = EDITS[endpoint]  # type: ignore[misc]
    href, first = named.href(endpoint), named.sign_in(named.people["first"])
    second = named.client(endpoint)
    opened = values_of(second.get(href))
    assert first.post(href, data=values_of(first.get(href)) | {field: theirs}).status_code == 302
    answer = second.post(href, data=opened | {own_field: own_text})
    assert answer.status_code == 409
    assert "Jij had het laten staan, dus namen we het over." in text_of(answer)
    again = values_of(answer)
    assert (again[field], again[own_field]) == (theirs, own_text)
    assert second.post(href, data=again).status_code == 302
    held = values_of(first.get(href))
    assert (held[field], held[own_field]) == (theirs, own_text)


@pytest.mark.parametrize("endpoint", EDITS)
def test_who_typed_the_same_as_the_first_is_not_bothered(named: Forms, endpoint: str) -> None:
    field, theirs, *_rest = EDITS[endpoint]
    href, first = named.href(endpoint), named.sign_in(named.people["first"])
    opened = values_of(named.client(endpoint).get(href))
    assert first.post(href, data=values_of(first.get(href)) | {field: theirs}).status_code == 302
    assert named.client(endpoint).post(href, data=opened | {field: theirs}).status_code == 302


@pytest.mark.parametrize("endpoint", EDITS)
def test_a_form_that_is_sent_as_it_was_opened_changes_nothing_and_is_no_conflict(forms: Forms, endpoint: str) -> None:
    _page, opened = forms.open(endpoint)
    if endpoint == "funding.answer_finding":
        opened["answer"] = "In orde."
    if endpoint == "funding.edit_regime":
        opened["source"] = "Een wet"
    assert forms.send(endpoint, opened).status_code == 302
    _page, again = forms.open(endpoint)
    assert forms.send(endpoint, again).status_code == 302
    _page, last = forms.open(endpoint)
    assert last["opened"] == again["opened"]


def test_an_expense_that_was_justified_meanwhile_keeps_what_was_typed_on_the_screen(forms: Forms) -> None:
    endpoint = "funding.edit_expense"
    _page, opened = forms.open(endpoint)
    assert forms.send("funding.move_expense", {"stage": "justified"}).status_code == 302
    answer = forms.send(endpoint, opened | {"supplier": "Mijn tekst"})
    assert answer.status_code == 422
    assert "zette deze uitgave op verantwoord op" in text_of(answer)
    assert values_of(answer)["supplier"] == "Mijn tekst"


def test_a_contribution_that_was_withdrawn_meanwhile_keeps_what_was_typed_on_the_screen(forms: Forms) -> None:
    endpoint = "plans.edit_contribution"
    _page, opened = forms.open(endpoint)
    assert forms.send("plans.withdraw_contribution", {}).status_code == 302
    answer = forms.send(endpoint, opened | {"note": "Mijn tekst"})
    assert answer.status_code == 422
    assert "intussen ingetrokken" in text_of(answer)
    assert values_of(answer)["note"] == "Mijn tekst"


@pytest.mark.parametrize(
    ("endpoint", "field"),
    [
        ("meetings.add_agenda_item", "title"),
        ("meetings.edit_agenda_item", "title"),
        ("meetings.decide", "text"),
        ("meetings.edit_decision", "text"),
        ("meetings.note_attendance", "experts_count"),
    ],
)
def test_who_was_typing_when_the_report_was_approved_keeps_the_text_on_the_screen(
    forms: Forms, endpoint: str, field: str
) -> None:
    _page, opened = forms.open(endpoint)
    assert forms.send("meetings.move_minutes", {"status": "minutes-approved"}).status_code == 302
    answer = forms.send(endpoint, opened | {field: "4"})
    assert answer.status_code == 422
    assert "Dit verslag is goedgekeurd" in text_of(answer)
    assert values_of(answer)[field] == "4"
    assert forms.client(endpoint).get(forms.href(endpoint)).status_code == 403
