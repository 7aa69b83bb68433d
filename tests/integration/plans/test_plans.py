"""Plans: making them, their tree, their moves, and taking one over into the next year."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask

from portal.extensions import db
from portal.foundation.actor import Role
from portal.plans import operations
from portal.plans.models import Action, Objective, Plan
from portal.plans.types import ActionStatus, ObjectiveKind, PlanStatus, Share
from tests.factories.world import World
from tests.forms import error_beside, values_of
from tests.integration.plans.conftest import Work
from tests.pages import WatchfulClient, text_of


def plans_address(work: Work, path: str = "") -> str:
    return f"/networks/{work.network.slug}/plans{path}"


def with_objectives(work: Work, world: World) -> dict[str, int]:
    """A strategic objective above an operational one above the action."""
    with world.saving():
        plan = db.session.get_one(Plan, work.plan.id)
        goal = operations.add_objective(plan, kind=ObjectiveKind.STRATEGIC, title="Iedereen doet mee")
        step = operations.add_objective(plan, kind=ObjectiveKind.OPERATIONAL, title="Het zwembad is open", parent=goal)
        db.session.get_one(Action, work.action.id).objective_id = step.id
        return {"goal": goal.id, "step": step.id}


def test_a_coordinator_draws_up_a_plan_of_a_year_and_of_a_period(work: Work) -> None:
    form = {"title": "Afsprakennota", "first_year": "2024", "last_year": "2026"}
    answer = work.client.post(plans_address(work, "/draw-up"), data=form)
    assert answer.status_code == 302
    period = answer.location.rsplit("/", 1)[1]
    form = {"title": "Plan 2026", "first_year": "2026", "last_year": "2026", "period_plan_id": period}
    answer = work.client.post(plans_address(work, "/draw-up"), data=form)
    assert "Plan 2026" in text_of(work.client.get(plans_address(work, f"/{period}")))
    words = text_of(work.client.get(plans_address(work)))
    assert "2024 tot en met 2026" in words


def test_impossible_years_are_refused_beside_their_field(work: Work) -> None:
    for first, last, field in (
        ("1999", "1999", "first_year"),
        ("2026", "2025", "last_year"),
        ("veel", "2025", "first_year"),
    ):
        form = {"title": "Plan", "first_year": first, "last_year": last}
        answer = work.client.post(plans_address(work, "/draw-up"), data=form)
        assert answer.status_code == 422
        assert error_beside(answer, field)
        assert values_of(answer)["title"] == "Plan"


def test_the_plan_page_shows_objectives_above_actions(work: Work, world: World) -> None:
    with_objectives(work, world)
    words = text_of(work.client.get(work.plan_page()))
    assert words.index("Iedereen doet mee") < words.index("Het zwembad is open") < words.index("Samen zwemmen")
    assert "Acties zonder doelstelling" not in words


def test_objectives_are_added_changed_and_dropped(work: Work, app: Flask, world: World) -> None:
    ids = with_objectives(work, world)
    form = {"title": "Vervoer is geregeld", "kind": "operational", "parent_id": str(ids["goal"])}
    assert work.client.post(work.plan_page("/objectives/add"), data=form).status_code == 302
    edit = work.plan_page(f"/objectives/{ids['step']}/edit")
    changed = values_of(work.client.get(edit)) | {"title": "Het zwembad is elke dag open"}
    assert changed["parent_id"] == str(ids["goal"])
    assert work.client.post(edit, data=changed).status_code == 302
    assert work.client.post(edit, data=changed | {"is_dropped": "y"}).status_code == 302
    words = text_of(work.client.get(work.plan_page()))
    assert "Geschrapte doelstellingen (1)" in words
    assert "Acties zonder doelstelling" in words
    with app.app_context():
        assert db.session.get_one(Objective, ids["step"]).title == "Het zwembad is elke dag open"


def test_an_objective_cannot_stand_under_its_own_child(work: Work, world: World) -> None:
    ids = with_objectives(work, world)
    edit = work.plan_page(f"/objectives/{ids['goal']}/edit")
    form = values_of(work.client.get(edit)) | {"parent_id": str(ids["step"])}
    answer = work.client.post(edit, data=form)
    assert answer.status_code == 422
    assert "niet onder zichzelf" in error_beside(answer, "parent_id")


def test_a_plan_moves_by_the_buttons_of_its_table(work: Work, app: Flask) -> None:
    words = text_of(work.client.get(work.plan_page()))
    assert "Zet op: afgesproken" in words
    assert "Zet op: loopt" not in words
    assert work.client.post(work.plan_page("/move"), data={"status": "agreed"}).status_code == 302
    refused = work.client.post(work.plan_page("/move"), data={"status": "closed"})
    assert refused.status_code == 422
    assert "naar “afgesloten”" in text_of(refused)
    with app.app_context():
        assert db.session.get_one(Plan, work.plan.id).status is PlanStatus.AGREED


def test_a_closed_plan_is_read_only(work: Work, world: World) -> None:
    form = values_of(work.client.get(work.page("/edit")))
    with world.saving():
        db.session.get_one(Plan, work.plan.id).status = PlanStatus.CLOSED
    assert "Voeg een actie toe" not in text_of(work.client.get(work.plan_page()))
    answer = work.client.post(work.page("/edit"), data=form)
    assert answer.status_code == 422
    assert "afgesloten" in text_of(answer)


def test_taking_over_copies_objectives_actions_shares_and_targets_but_no_measurements(
    work: Work, world: World, app: Flask
) -> None:
    with_objectives(work, world)
    ladder = world.action(work.plan, work.youth, "Zwemfonds", steps_in_for_id=work.action.id)
    dropped = world.action(work.plan, work.youth, "Gestopt werk", status=ActionStatus.DROPPED)
    with world.saving():
        found = db.session.get_one(Action, work.action.id)
        operations.set_indicator(found, name="Zwemmers", target=50, measured=32)
        operations.share_action(found, shares=[Share(work.youth.id, 30), Share(work.sport.id, 10)])
    world.contribution(work.action, work.youth)
    answer = work.client.post(work.plan_page("/copy"))
    assert answer.status_code == 302
    with app.app_context():
        copy = db.session.query(Plan).filter_by(first_year=2026).one()
        assert (copy.title, copy.status, copy.copied_from_id) == ("Actieplan 2026", PlanStatus.DRAFT, work.plan.id)
        actions = {action.title: action for action in copy.actions}
        assert set(actions) == {"Samen zwemmen", "Zwemfonds"}
        swim, fund = actions["Samen zwemmen"], actions["Zwemfonds"]
        assert swim.year == 2026
        assert fund.steps_in_for_id == swim.id
        assert {(one.partner_id, one.share_percent) for one in swim.carriers} == {
            (work.youth.id, 30),
            (work.sport.id, 10),
        }
        assert [(one.name, one.target, one.measured) for one in swim.indicators] == [("Zwemmers", 50, None)]
        assert swim.contributions == []
        assert swim.objective is not None
        assert swim.objective.plan_id == copy.id
        assert swim.objective.parent is not None
        assert swim.objective.parent.title == "Iedereen doet mee"
        assert swim.objective.parent.plan_id == copy.id
    assert dropped.title not in text_of(work.client.get(answer.location))
    assert ladder.title in text_of(work.client.get(answer.location))


def test_a_plan_is_taken_over_once(work: Work, app: Flask) -> None:
    assert work.client.post(work.plan_page("/copy")).status_code == 302
    again = work.client.post(work.plan_page("/copy"))
    assert again.status_code == 409
    assert "Er is al een plan voor 2026: Actieplan 2026. Er is niets overgenomen." in text_of(again)
    with app.app_context():
        assert db.session.query(Plan).count() == 2
        assert db.session.query(Action).count() == 2


def test_only_coordinators_change_plans(work: Work, client_as: Callable[..., WatchfulClient]) -> None:
    for role, partner in ((Role.PARTNER, work.sport), (Role.EXPERT, None), (Role.VIEWER, None)):
        client = client_as(role, partner)
        assert client.get(work.plan_page()).status_code == 200
        assert client.get(plans_address(work)).status_code == 200
        for path in ("/edit", "/objectives/add"):
            assert client.get(work.plan_page(path)).status_code == 403
        for path in ("/move", "/copy"):
            assert client.post(work.plan_page(path), data={"status": "agreed"}).status_code == 403
        assert client.get(plans_address(work, "/draw-up")).status_code == 403
