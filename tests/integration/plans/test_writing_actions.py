"""Adding and changing actions: who may, what bad input gets, and two people at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import text

from portal.extensions import db
from portal.foundation.actor import Role
from portal.history.queries import list_changes
from portal.plans import operations
from portal.plans.models import Action, Indicator
from portal.plans.types import ActionStatus, CarrierRole
from tests.factories.world import World
from tests.forms import error_beside, values_of
from tests.integration.plans.conftest import Work, filled_action
from tests.pages import WatchfulClient, text_of

ARABIC = "\u0633\u0628\u0627\u062d\u0629 \u0644\u0644\u062c\u0645\u064a\u0639"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


def action_called(title: str) -> Action | None:
    return db.session.query(Action).filter_by(title=title).one_or_none()


def test_a_coordinator_adds_an_action_with_all_its_fields(work: Work, app: Flask) -> None:
    answer = work.client.post(
        work.href("actions/add"),
        data=filled_action(work, description="Elke week.", place="Itegem", place_kind="village", bbc_code="0740-01"),
    )
    assert answer.status_code == 302
    page = text_of(work.client.get(answer.location))
    assert "We fietsen samen op zaterdag." in page
    with app.app_context():
        saved = action_called("Samen fietsen")
        assert saved is not None
        assert (saved.months, saved.thresholds, saved.target_groups) == (("4", "5"), ("money",), ("families",))
        assert (saved.place, saved.bbc_code, saved.year) == ("Itegem", "0740-01", 2025)
        assert saved.status is ActionStatus.PLANNED
        assert [(one.partner_id, one.share_percent, one.role) for one in saved.carriers] == [
            (work.youth.id, 40, CarrierRole.GUIDING)
        ]


def test_what_the_edit_form_shows_is_what_it_saves(work: Work, app: Flask) -> None:
    form = values_of(work.client.get(work.page("/edit")))
    assert work.client.post(work.page("/edit"), data=form).status_code == 302
    with app.app_context():
        told = list_changes("action", work.action.id, work.network.id)
        saved = db.session.get_one(Action, work.action.id)
        assert saved.months == ("1", "2", "3", "9")
        assert [(one.partner_id, one.share_percent) for one in saved.carriers] == [(work.youth.id, 30)]
    assert {change.kind for change in told} == {"added"}


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("title", ""),
        ("title", "x" * 201),
        ("plain_sentence", "x" * 301),
        ("description", "x" * 50_000),
        ("track", "vliegen"),
        ("domain", None),
        ("months", ["13"]),
        ("thresholds", ["honger"]),
        ("lead_partner_id", "999999"),
        ("objective_id", "999999"),
        ("steps_in_for_id", "999999"),
    ],
)
def test_bad_input_is_refused_beside_its_field_and_stays_typed(work: Work, app: Flask, field: str, typed: Any) -> None:
    form = filled_action(work, bbc_code="0740") | {field: typed}
    answer = work.client.post(
        work.href("actions/add"), data={name: value for name, value in form.items() if value is not None}
    )
    assert answer.status_code == 422
    assert error_beside(answer, field)
    assert values_of(answer)["bbc_code"] == "0740"
    with app.app_context():
        assert action_called("Samen fietsen") is None


@pytest.mark.parametrize("typed", ["4 tot 10", "-1", "2,5", "101", "\u0664"])
def test_a_share_is_one_whole_number_up_to_a_hundred(work: Work, app: Flask, typed: str) -> None:
    answer = work.client.post(work.href("actions/add"), data=filled_action(work, **{f"share_{work.youth.id}": typed}))
    assert answer.status_code == 422
    assert typed in str(values_of(answer)[f"share_{work.youth.id}"])


def test_shares_above_a_hundred_together_are_refused_in_words(work: Work) -> None:
    shares = {f"share_{work.youth.id}": "60", f"share_{work.sport.id}": "50"}
    answer = work.client.post(work.href("actions/add"), data=filled_action(work, **shares))
    assert answer.status_code == 422
    assert "samen 110 procent" in text_of(answer)
    assert values_of(answer)[f"share_{work.sport.id}"] == "50"


@pytest.mark.parametrize(
    "typed", ["<script>alert(1)</script>", f"{FAMILY} zwemmen", ARABIC, "'; DROP TABLE action; --", "{{ 7*7 }}"]
)
def test_hostile_and_foreign_text_is_shown_as_typed(work: Work, typed: str) -> None:
    form = filled_action(work, title=typed, plain_sentence=typed, description=typed, place=typed)
    answer = work.client.post(work.href("actions/add"), data=form)
    assert answer.status_code == 302
    page = work.client.get(answer.location)
    assert typed in text_of(page)
    assert "<script>alert" not in page.get_data(as_text=True)
    for view in ("table", "board", "calendar"):
        assert typed in text_of(work.client.get(work.href(f"actions?view={view}")))


def test_characters_that_a_database_refuses_are_left_out(work: Work, app: Flask) -> None:
    answer = work.client.post(work.href("actions/add"), data=filled_action(work, title="Samen\x00 \u202efietsen\x07"))
    assert answer.status_code == 302
    with app.app_context():
        assert action_called("Samen fietsen") is not None


def test_an_action_cannot_step_in_for_itself_by_a_detour(work: Work, world: World) -> None:
    ladder = world.action(work.plan, work.youth, "Fonds", steps_in_for_id=work.action.id)
    form = values_of(work.client.get(work.page("/edit"))) | {"steps_in_for_id": str(ladder.id)}
    answer = work.client.post(work.page("/edit"), data=form)
    assert answer.status_code == 422
    assert "vult zichzelf aan" in error_beside(answer, "steps_in_for_id")


def test_a_partner_proposes_an_idea_of_its_own_organisation(
    work: Work, client_as: Callable[..., WatchfulClient], app: Flask
) -> None:
    client = client_as(Role.PARTNER, work.youth)
    refused = client.post(work.href("actions/add"), data=filled_action(work))
    assert refused.status_code == 422
    assert error_beside(refused, "lead_partner_id")
    answer = client.post(work.href("actions/add"), data=filled_action(work, lead_partner_id=str(work.youth.id)))
    assert answer.status_code == 302
    with app.app_context():
        saved = action_called("Samen fietsen")
        assert saved is not None
        assert (saved.status, saved.lead_partner_id) == (ActionStatus.IDEA, work.youth.id)
    assert client.get(answer.location + "/edit").status_code == 200


def test_only_the_lead_and_coordinators_change_an_action(
    work: Work, client_as: Callable[..., WatchfulClient], app: Flask
) -> None:
    form = values_of(work.client.get(work.page("/edit"))) | {"title": "Gekaapt"}
    for role, partner in ((Role.PARTNER, work.youth), (Role.EXPERT, None), (Role.VIEWER, None)):
        client = client_as(role, partner)
        for path in ("/edit", "/indicators/add"):
            assert client.get(work.page(path)).status_code == 403
        assert client.post(work.page("/edit"), data=form).status_code == 403
        assert client.post(work.page("/move"), data={"status": "running"}).status_code == 403
    with app.app_context():
        assert db.session.get_one(Action, work.action.id).title == "Samen zwemmen"
    assert client_as(Role.PARTNER, work.sport).get(work.page("/edit")).status_code == 200


def test_the_second_of_two_editors_sees_what_changed_and_loses_nothing(work: Work, app: Flask) -> None:
    mine = values_of(work.client.get(work.page("/edit")))
    theirs = mine | {"title": "Samen drijven"}
    assert work.client.post(work.page("/edit"), data=theirs).status_code == 302
    answer = work.client.post(work.page("/edit"), data=mine | {"title": "Samen duiken", "description": "Mijn tekst"})
    assert answer.status_code == 409
    words = text_of(answer)
    for expected in ("Je bewaarde dit zelf al in een ander venster", "Cora Coördinator maakte hiervan: Samen drijven"):
        assert expected in words
    again = values_of(answer)
    assert (again["title"], again["description"]) == ("Samen duiken", "Mijn tekst")
    with app.app_context():
        assert db.session.get_one(Action, work.action.id).title == "Samen drijven"
    assert work.client.post(work.page("/edit"), data=again).status_code == 302
    with app.app_context():
        assert db.session.get_one(Action, work.action.id).title == "Samen duiken"


def test_a_change_of_shares_alone_is_also_seen_by_the_second_editor(work: Work) -> None:
    mine = values_of(work.client.get(work.page("/edit")))
    share = f"share_{work.youth.id}"
    assert work.client.post(work.page("/edit"), data=mine | {share: "45"}).status_code == 302
    answer = work.client.post(work.page("/edit"), data=mine | {"title": "Samen duiken"})
    assert answer.status_code == 409
    assert "Jeugddienst : 45" in text_of(answer).replace(" “", " ").replace("Jeugddienst:", "Jeugddienst :")
    again = values_of(answer)
    assert (again["title"], again[share]) == ("Samen duiken", "45")


def test_who_is_overtaken_while_saving_also_keeps_the_own_text(
    work: Work, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = values_of(work.client.get(work.page("/edit"))) | {"title": "Samen duiken"}

    def another_saves_first(*_args: Any, **_values: Any) -> None:
        db.session.connection().execute(text("UPDATE action SET version = version + 1"))

    monkeypatch.setattr(operations.rules, "check_shares", another_saves_first)
    answer = work.client.post(work.page("/edit"), data=form)
    assert answer.status_code == 409
    assert values_of(answer)["title"] == "Samen duiken"
    with app.app_context():
        assert db.session.get_one(Action, work.action.id).title == "Samen zwemmen"


@pytest.mark.parametrize("opened", ["", "abc", "1.title-abc", "2.x", "1..-.--", "1.title-" + "0" * 10])
def test_marks_that_were_tampered_with_never_overwrite(work: Work, app: Flask, opened: str) -> None:
    form = values_of(work.client.get(work.page("/edit"))) | {"opened": opened, "title": "Gekaapt"}
    assert work.client.post(work.page("/edit"), data=form).status_code == 409
    with app.app_context():
        assert db.session.get_one(Action, work.action.id).title == "Samen zwemmen"


def test_the_history_tells_who_changed_the_title_from_what_to_what(work: Work, app: Flask) -> None:
    form = values_of(work.client.get(work.page("/edit"))) | {"title": "Samen drijven"}
    work.client.post(work.page("/edit"), data=form)
    words = text_of(work.client.get(work.page()))
    assert "Cora Coördinator veranderde: actie Samen drijven titel: Samen zwemmen" in words
    with app.app_context():
        newest = list_changes("action", work.action.id, work.network.id)[0]
    assert newest.fields == {"title": ["Samen zwemmen", "Samen drijven"]}


def test_a_change_of_shares_tells_only_the_share(work: Work, app: Flask) -> None:
    form = values_of(work.client.get(work.page("/edit")))
    with app.app_context():
        before = {change.id for change in list_changes("action", work.action.id, work.network.id)}
    work.client.post(work.page("/edit"), data=form | {f"share_{work.youth.id}": "45"})
    work.client.post(
        work.page("/edit"), data=values_of(work.client.get(work.page("/edit"))) | {f"share_{work.youth.id}": ""}
    )
    with app.app_context():
        told = [one for one in list_changes("action", work.action.id, work.network.id) if one.id not in before]
    assert [(one.kind, one.subject_type, one.subject_name) for one in told] == [
        ("removed", "carrier", "Jeugddienst"),
        ("changed", "carrier", "Jeugddienst"),
    ]
    assert told[1].fields == {"share_percent": [30, 45]}


def test_moves_follow_the_table_and_others_are_refused(work: Work, app: Flask) -> None:
    assert work.client.post(work.page("/move"), data={"status": "running"}).status_code == 302
    refused = work.client.post(work.page("/move"), data={"status": "idea"})
    assert refused.status_code == 422
    assert "naar “idee”" in text_of(refused)
    assert work.client.post(work.page("/move"), data={"status": "onzin"}).status_code == 400
    with app.app_context():
        assert db.session.get_one(Action, work.action.id).status is ActionStatus.RUNNING


def test_indicators_are_added_measured_and_dropped(work: Work, app: Flask) -> None:
    add = work.page("/indicators/add")
    assert work.client.post(add, data={"name": "Zwemmers", "target": "4 tot 10"}).status_code == 422
    assert work.client.post(add, data={"name": "Zwemmers", "target": "50", "target_group": "adults"}).status_code == 302
    with app.app_context():
        indicator = db.session.query(Indicator).one()
    edit = work.page(f"/indicators/{indicator.id}/edit")
    form = values_of(work.client.get(edit)) | {"measured": "32", "measured_on": "2025-06-30"}
    assert work.client.post(edit, data=form).status_code == 302
    assert "32" in text_of(work.client.get(work.page()))
    assert work.client.post(edit, data=form | {"is_dropped": "y"}).status_code == 302
    assert "Er is nog geen indicator." in text_of(work.client.get(work.page()))


def test_without_a_plan_of_the_year_the_page_says_what_to_do(work: Work) -> None:
    answer = work.client.get(work.href("actions/add", 2026))
    assert "Er is nog geen plan van 2026" in text_of(answer)


def test_text_typed_after_the_session_ended_is_back_after_signing_in(work: Work, client: WatchfulClient) -> None:
    sent = client.post(work.href("actions/add"), data=filled_action(work, title="Bijna kwijt"))
    assert sent.status_code in (302, 303, 401)
    assert "kept" in str(sent.location)


def test_forty_partners_fit_in_the_form(work: Work, world: World) -> None:
    for number in range(40):
        world.partner(work.network, f"Vereniging {number}")
    page = work.client.get(work.page("/edit")).get_data(as_text=True)
    assert "<details>" in page
    assert page.index(f'name="share_{work.youth.id}"') < page.index("<details>")
    assert len(page) < 120_000
