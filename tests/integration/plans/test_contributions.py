"""Logging what was given, on a phone, once; correcting it and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from flask import Flask

from portal.extensions import db
from portal.foundation.actor import Role
from portal.plans.models import Contribution
from tests.factories.world import World
from tests.forms import error_beside, values_of
from tests.integration.plans.conftest import Work
from tests.pages import WatchfulClient, text_of


def saved(app: Flask) -> list[Contribution]:
    with app.app_context():
        return list(db.session.query(Contribution).order_by(Contribution.id))


def given(work: Work, **values: Any) -> dict[str, Any]:
    form = {"action_id": str(work.action.id), "people_reached": "12", "minutes": "2,5", "on": "2025-03-01", "once": "a"}
    return {**form, **values}


@pytest.fixture
def partner(work: Work, client_as: Callable[..., WatchfulClient]) -> WatchfulClient:
    return client_as(Role.PARTNER, work.youth)


def test_the_form_shows_four_fields_and_chooses_the_action_of_the_link(work: Work, partner: WatchfulClient) -> None:
    page = partner.get(work.href(f"contributions/log?action={work.action.id}"))
    html = page.get_data(as_text=True)
    start = html.index('class="form"')
    visible = html[start : html.index("<details", start)]
    names = [name for name in ("action_id", "people_reached", "minutes", "on") if f'name="{name}"' in visible]
    assert names == ["action_id", "people_reached", "minutes", "on"]
    assert visible.count("<label") == 4
    form = values_of(page)
    assert form["action_id"] == str(work.action.id)
    assert len(str(form["once"])) > 20
    assert "partner_id" not in form


def test_a_partner_logs_and_is_offered_another(work: Work, partner: WatchfulClient, app: Flask) -> None:
    answer = partner.post(work.href("contributions/log"), data=given(work))
    assert answer.status_code == 302
    words = text_of(partner.get(answer.location))
    for expected in ("Bewaard. Dank je wel.", "Nog een bijdrage", "12", "2 uur 30"):
        assert expected in words
    one = saved(app)[0]
    assert (one.partner_id, one.minutes, one.people_reached, one.on) == (work.youth.id, 150, 12, date(2025, 3, 1))


def test_a_double_tap_saves_once(work: Work, partner: WatchfulClient, app: Flask) -> None:
    form = values_of(partner.get(work.href("contributions/log"))) | {"people_reached": "4", "on": "2025-03-01"}
    first = partner.post(work.href("contributions/log"), data=form)
    second = partner.post(work.href("contributions/log"), data=form)
    assert (first.status_code, second.status_code) == (302, 302)
    assert first.location == second.location
    assert len(saved(app)) == 1


def test_each_opened_form_can_be_saved(work: Work, partner: WatchfulClient, app: Flask) -> None:
    for _time in range(2):
        form = values_of(partner.get(work.href("contributions/log"))) | {"people_reached": "4", "on": "2025-03-01"}
        partner.post(work.href("contributions/log"), data=form)
    assert len(saved(app)) == 2


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("people_reached", "4 tot 10"),
        ("people_reached", "-1"),
        ("minutes", "veel"),
        ("minutes", "-2"),
        ("on", "31/02/2025"),
        ("on", "2099-01-01"),
        ("on", "2024-12-31"),
        ("goods_cents", "-5"),
        ("money_cents", "1,005"),
        ("action_id", "999999"),
        ("note", "x" * 50_000),
    ],
)
def test_bad_input_is_refused_beside_its_field_and_stays_typed(
    work: Work, partner: WatchfulClient, app: Flask, field: str, typed: str
) -> None:
    answer = partner.post(work.href("contributions/log"), data=given(work, note="Mooie dag") | {field: typed})
    assert answer.status_code == 422
    assert error_beside(answer, field)
    assert values_of(answer)["once"] == "a"
    assert saved(app) == []


def test_something_must_be_given(work: Work, partner: WatchfulClient) -> None:
    answer = partner.post(work.href("contributions/log"), data=given(work, people_reached="0", minutes=""))
    assert answer.status_code == 422
    assert "minstens één ding" in error_beside(answer, "people_reached")


def test_a_partner_logs_only_on_actions_that_it_leads_or_carries(
    work: Work, world: World, partner: WatchfulClient, app: Flask
) -> None:
    other = world.action(work.plan, work.sport, "Alleen van sport")
    assert "Alleen van sport" not in text_of(partner.get(work.href("contributions/log")))
    answer = partner.post(work.href("contributions/log"), data=given(work, action_id=str(other.id)))
    assert answer.status_code == 422
    answer = partner.post(work.href("contributions/log"), data=given(work, partner_id=str(work.sport.id)))
    assert [one.partner_id for one in saved(app)] == [work.youth.id]


def test_a_coordinator_logs_for_the_lead_or_for_a_chosen_partner(work: Work, app: Flask) -> None:
    work.client.post(work.href("contributions/log"), data=given(work, once="b"))
    work.client.post(work.href("contributions/log"), data=given(work, once="c", partner_id=str(work.youth.id)))
    assert [one.partner_id for one in saved(app)] == [work.sport.id, work.youth.id]


def test_without_lead_a_coordinator_is_asked_for_the_partner(work: Work, world: World) -> None:
    bare = world.action(work.plan, None, "Zonder trekker")
    answer = work.client.post(work.href("contributions/log"), data=given(work, action_id=str(bare.id)))
    assert answer.status_code == 422
    assert "nog geen trekker" in error_beside(answer, "partner_id")


def test_a_partner_without_actions_is_told_what_to_do(
    work: Work, world: World, client_as: Callable[..., WatchfulClient]
) -> None:
    idle = world.partner(work.network, "Bibliotheek")
    words = text_of(client_as(Role.PARTNER, idle).get(work.href("contributions/log")))
    assert "Nog geen acties van jou in 2025" in words


def test_the_own_contribution_is_corrected_and_withdrawn_and_others_stay_off(
    work: Work, world: World, partner: WatchfulClient, client_as: Callable[..., WatchfulClient], app: Flask
) -> None:
    one = world.contribution(work.action, work.youth, people_reached=5)
    page = work.href(f"contributions/{one.id}")
    for role, organisation in ((Role.PARTNER, work.sport), (Role.VIEWER, None), (Role.EXPERT, None)):
        stranger = client_as(role, organisation)
        assert stranger.get(page).status_code == 200
        assert stranger.get(page + "/edit").status_code == 403
        assert stranger.post(page + "/withdraw").status_code == 403
    form = values_of(partner.get(page + "/edit")) | {"people_reached": "8", "note": "Geteld bij de ingang"}
    assert partner.post(page + "/edit", data=form).status_code == 302
    assert saved(app)[0].people_reached == 8
    assert "8" in text_of(work.client.get(work.href("contributions")))
    assert partner.post(page + "/withdraw").status_code == 302
    assert saved(app)[0].withdrawn_at is not None
    assert "Bijdragen (0)" in text_of(work.client.get(work.page()))
    assert partner.get(page + "/edit").status_code == 403


def test_the_list_of_a_year_is_narrowed_to_a_partner_or_an_action(work: Work, world: World) -> None:
    other = world.action(work.plan, work.sport, "Samen fietsen")
    world.contribution(work.action, work.youth, people_reached=7, minutes=60)
    world.contribution(other, work.sport, people_reached=11, note="<b>vet</b>")
    everything = text_of(work.client.get(work.href("contributions")))
    assert "Bijdragen (2), de nieuwste eerst" in everything
    assert "18" in everything
    of_partner = text_of(work.client.get(work.href(f"contributions?partner={work.youth.id}")))
    assert "Bijdragen (1), de nieuwste eerst" in of_partner
    of_action = text_of(work.client.get(work.href(f"contributions?action={other.id}")))
    assert "Bijdragen (1), de nieuwste eerst" in of_action
    assert work.client.get(work.href("contributions?partner=abc&page=zz")).status_code == 200


def test_a_viewer_and_an_expert_cannot_log(work: Work, client_as: Callable[..., WatchfulClient]) -> None:
    for role in (Role.VIEWER, Role.EXPERT):
        assert client_as(role).get(work.href("contributions/log")).status_code == 403
