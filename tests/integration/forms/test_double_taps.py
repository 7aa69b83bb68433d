"""The same form sent twice, as by a double tap on a phone, makes one record."""

from __future__ import annotations

import io
from typing import Any

import pytest

from portal.extensions import db
from portal.foundation.clock import now
from portal.history.models import Change
from portal.web.sent_forms import KNOWN_FOR, SentForm
from tests.forms import values_of
from tests.integration.forms.conftest import FORMS, Forms
from tests.pages import text_of

SENTENCE = "Dit formulier kwam twee keer binnen. Het is één keer bewaard."
LAW = {"certainty": "confirmed", "source": "Brief van 3 maart 2026", "from_year": "2026"}
NEW: dict[str, dict[str, Any]] = {
    "plans.add_action": {
        "title": "Samen fietsen",
        "lead_partner_id": "",
        "track": "guiding",
        "domain": "sport",
        "spending_category": "participation",
    },
    "plans.add_indicator": {"name": "Zwemmers"},
    "plans.add_objective": {"title": "Meer jongeren"},
    "plans.draw_up_plan": {"title": "Nog een plan", "first_year": "2026", "last_year": "2026"},
    "plans.log_contribution": {"people_reached": "4", "on": "2025-03-01"},
    "funding.record_expense": {
        "description": "Toegang tot het zwembad",
        "kind": "collective",
        "invoice_cents": "100,00",
        "part_drawing_right": "60,00",
        "imputed_on": "2025-05-01",
        "beneficiaries": "6",
    },
    "funding.award_grant": {"stream": "co-financing", "amount_cents": "1000,00"},
    "funding.add_centre": {"nis": "12040"},
    "funding.decide_amount": LAW | {"key": "vt-flanders", "value": "800000"},
    "funding.decide_deadline": LAW | {"key": "flemish-justification", "falls_on": "2026-04-01"},
    "funding.decide_setting": LAW | {"key": "cofinancing-ratio", "value": "2"},
    "network.invite_partner": {"name": "Vrije vogels", "kind": "club", "role": "structural", "starts_on": "2025-01-01"},
    "network.start_membership": {"role": "structural", "starts_on": "2010-01-01", "ends_on": "2011-01-01"},
    "network.add_contact": {"name": "Bea", "email": "bea@example.org"},
    "network.sign_agreement": {"title": "Kooklessen", "starts_on": "2025-01-01"},
    "networks.found_network": {
        "name": "Nieuw netwerk",
        "applicant_name": "Olen",
        "municipalities": ["13029"],
        "note_first_year": "2025",
        "note_last_year": "2026",
    },
    "accounts.invite_person": {"email": "nieuw@example.org", "role": "viewer"},
    "meetings.plan_meeting": {"title": "Nog een overleg", "on": "2099-06-01", "begins": "14u", "ends": "16:00"},
    "meetings.add_agenda_item": {"title": "Nog een punt"},
    "meetings.decide": {"text": "We doen het."},
    "meetings.add_task": {"title": "Bel de bib", "partner_id": "1"},
    "meetings.note_contact": {"with_whom": "De bib", "on": "2025-05-01"},
    "meetings.add_series": {"title": "Nog een reeks"},
    "meetings.add_group": {"name": "Nog een groep", "kind": "forum"},
    "meetings.add_member": {"name": "CLB", "role": "outside-actor"},
    "meetings.start_poll": {
        "title": "Wanneer dan?",
        "addresses": ["ann@example.org"],
        **{f"on_{one}": f"2099-06-0{one}" for one in (1, 2)},
        **{f"begins_{one}": "14:00" for one in (1, 2)},
        **{f"ends_{one}": "16:00" for one in (1, 2)},
    },
}
PUBLISHING = {"funding.add_proof"}  # the same with a file, below


def added(forms: Forms) -> int:
    with forms.app.app_context():
        return db.session.query(Change).filter(Change.kind == "added").count()


def test_every_form_that_makes_a_record_is_looked_at_here() -> None:
    verbs = ("add_", "draw_up_", "log_", "record_", "award_", "invite_", "start_", "sign_", "found_", "note_contact")
    verbs += ("plan_", "decide")
    ours = ("plans.", "funding.", "network.", "networks.", "accounts.", "meetings.")
    found = {one for one in FORMS if one.startswith(ours) and one.partition(".")[2].startswith(verbs)}
    assert found == set(NEW) | PUBLISHING


@pytest.mark.parametrize("endpoint", NEW)
def test_the_same_form_sent_twice_makes_one_record_and_says_so(forms: Forms, endpoint: str) -> None:
    _page, opened = forms.open(endpoint)
    data = opened | NEW[endpoint]
    before = added(forms)
    first = forms.send(endpoint, data)
    assert first.status_code == 302, text_of(first)
    once = added(forms)
    assert once > before
    second = forms.send(endpoint, data)
    assert (second.status_code, second.location) == (302, first.location)
    assert added(forms) == once
    assert SENTENCE in text_of(forms.client(endpoint).get(str(second.location)))


@pytest.mark.parametrize("endpoint", ["funding.record_expense", "plans.log_contribution", "plans.add_indicator"])
def test_a_form_that_is_opened_again_saves_the_same_again(forms: Forms, endpoint: str) -> None:
    before = added(forms)
    for _time in range(2):
        _page, opened = forms.open(endpoint)
        assert forms.send(endpoint, opened | NEW[endpoint]).status_code == 302
    assert added(forms) >= before + 2


def test_who_goes_back_and_types_something_else_saves_something_else(forms: Forms) -> None:
    _page, opened = forms.open("plans.add_indicator")
    before = added(forms)
    for name in ("Zwemmers", "Fietsers"):
        assert forms.send("plans.add_indicator", opened | {"name": name}).status_code == 302
    assert added(forms) == before + 2


def test_a_form_that_was_refused_can_be_sent_again_as_it_was(forms: Forms) -> None:
    """What is refused today may be right tomorrow: nothing of it was saved."""
    endpoint = "network.start_membership"
    _page, opened = forms.open(endpoint)
    data = opened | {"role": "structural", "starts_on": "2021-01-01", "ends_on": ""}
    assert forms.send(endpoint, data).status_code == 422
    assert forms.send(endpoint, data).status_code == 422


def test_somebody_else_with_the_same_key_is_not_held_for_the_same(forms: Forms) -> None:
    endpoint = "plans.add_indicator"
    _page, opened = forms.open(endpoint)
    assert forms.send(endpoint, opened | {"name": "Zwemmers"}).status_code == 302
    before = added(forms)
    other = forms.sign_in(forms.people["administrator"])
    assert other.post(forms.href(endpoint), data=opened | {"name": "Zwemmers"}).status_code == 302
    assert added(forms) == before + 1


def test_the_same_proof_sent_twice_is_one_proof(forms: Forms) -> None:
    endpoint = "funding.add_proof"
    _page, opened = forms.open(endpoint)
    pdf = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
    answers = [forms.send(endpoint, opened | {"file": (io.BytesIO(pdf), "bon.pdf")}) for _time in range(2)]
    assert [one.status_code for one in answers] == [302, 302]
    assert SENTENCE in text_of(forms.client(endpoint).get(str(answers[1].location)))
    other = forms.send(endpoint, opened | {"file": (io.BytesIO(pdf + b"\n"), "bon.pdf")})
    assert other.status_code == 302
    assert SENTENCE not in text_of(forms.client(endpoint).get(str(other.location)))


def test_a_token_asked_twice_is_made_once(forms: Forms) -> None:
    client = forms.sign_in(forms.people["coordinator"])
    page = client.get("/account").get_data(as_text=True)
    key = page.partition('name="once" value="')[2].partition('"')[0]
    key = key or page.rpartition('name="once" value="')[2].partition('"')[0]
    first = client.post("/account/tokens", data={"name": "Excel", "once": key})
    second = client.post("/account/tokens", data={"name": "Excel", "once": key})
    assert (first.status_code, second.status_code) == (200, 302)
    assert SENTENCE in text_of(client.get(str(second.location)))


def test_keys_are_forgotten_after_some_days(forms: Forms) -> None:
    with forms.app.app_context():
        db.session.add(SentForm(mark="old", href="/", sent_at=now() - 2 * KNOWN_FOR))
        db.session.commit()
    _page, opened = forms.open("plans.add_indicator")
    forms.send("plans.add_indicator", opened | {"name": "Zwemmers"})
    with forms.app.app_context():
        assert [one.href for one in db.session.query(SentForm)] == [forms.href("plans.action")]


def test_the_key_of_a_form_comes_back_with_a_refusal(forms: Forms) -> None:
    _page, opened = forms.open("plans.add_indicator")
    assert len(opened["once"]) > 20
    assert values_of(forms.send("plans.add_indicator", opened | {"name": ""}))["once"] == opened["once"]
