"""The actions of a year in three views, one action's page, and who sees them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from portal.extensions import db
from portal.foundation.actor import Role
from portal.plans import operations
from portal.plans.models import Action
from portal.plans.types import Share, Threshold, Track
from tests.factories.world import World
from tests.integration.plans.conftest import Work
from tests.pages import WatchfulClient, text_of

DAY = date(2025, 5, 4)
VIEWS = ("table", "board", "calendar")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("role", list(Role))
def test_every_role_reads_every_view(
    work: Work, client_as: Callable[..., WatchfulClient], role: Role, view: str
) -> None:
    client = client_as(role, work.sport if role is Role.PARTNER else None)
    words = text_of(client.get(work.href(f"actions?view={view}")))
    for expected in ("Samen zwemmen", "Sportdienst", "70 %", "geld"):
        assert expected in words
    assert "sep" in words


def test_table_and_board_say_runs_of_months(work: Work) -> None:
    for view in ("table", "board"):
        assert "jan\u2013mrt, sep" in text_of(work.client.get(work.href(f"actions?view={view}")))


def test_the_calendar_marks_months_with_words(work: Work) -> None:
    page = work.client.get(work.href("actions?view=calendar")).get_data(as_text=True)
    assert page.count('<td class="calendar__on">') == 4
    assert '<td class="calendar__on">mrt</td>' in page


def test_the_board_has_a_column_for_every_status(work: Work) -> None:
    words = text_of(work.client.get(work.href("actions?view=board")))
    for title in ("Idee (0)", "Gepland (1)", "Bezig (0)", "Klaar (0)", "Gestopt (0)"):
        assert title in words


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("text=ZWEM", {"Samen zwemmen"}),
        ("text=100%25", set()),
        ("track=cooperating", {"Samen praten"}),
        ("threshold=shame", {"Samen praten"}),
        ("status=planned", {"Samen zwemmen", "Samen praten"}),
        ("status=idea", set()),
        ("status=onzin", {"Samen zwemmen", "Samen praten"}),
        ("partner=999999", set()),
        ("domain=sport&text=samen", {"Samen zwemmen", "Samen praten"}),
    ],
)
def test_the_filter_leaves_what_fits(work: Work, world: World, query: str, left: set[str]) -> None:
    world.action(work.plan, work.sport, "Samen praten", track=Track.COOPERATING, thresholds=(Threshold.SHAME,))
    for view in VIEWS:
        words = text_of(work.client.get(work.href(f"actions?view={view}&{query}")))
        assert {title for title in ("Samen zwemmen", "Samen praten") if title in words} == left


def test_the_filter_finds_a_partner_that_only_carries(work: Work, world: World) -> None:
    world.action(work.plan, work.sport, "Alleen sport")
    words = text_of(work.client.get(work.href(f"actions?partner={work.youth.id}")))
    assert "Samen zwemmen" in words
    assert "Alleen sport" not in words


def test_switching_the_view_keeps_the_filter(work: Work) -> None:
    page = work.client.get(work.href("actions?view=board&text=zwem&threshold=money")).get_data(as_text=True)
    for view in VIEWS:
        assert f"actions?view={view}&amp;text=zwem&amp;threshold=money" in page


def test_the_action_page_tells_everything_plain_sentence_first(work: Work, world: World) -> None:
    ladder = world.action(work.plan, work.youth, "Zwemfonds", steps_in_for_id=work.action.id)
    with world.saving():
        found = db.session.get_one(Action, work.action.id)
        operations.set_indicator(found, name="Zwemmers", unit="kinderen", target=50, measured=32)
    world.contribution(work.action, work.youth, minutes=150, people_reached=12)
    words = text_of(work.client.get(work.page()))
    for expected in ("Je kan gratis mee zwemmen.", "Sportdienst : 70 %", "Jeugddienst : 30 %", "Zwemmers (kinderen)"):
        assert expected in words
    for expected in (
        "50",
        "32",
        "Zwemfonds",
        "12 mensen bereikt",
        "2 uur 30",
        "jan\u2013mrt, sep",
        "vervoer en afstand",
    ):
        assert expected in words
    assert words.index("Je kan gratis mee zwemmen.") < words.index("Sportdienst : 70 %")
    assert "Samen zwemmen" in text_of(work.client.get(work.page(action=ladder)))


def test_what_belongs_elsewhere_does_not_exist_here(work: Work, world: World) -> None:
    elsewhere = world.network("Mechelen", nis="12025")
    partner = world.partner(elsewhere)
    plan = world.plan(elsewhere)
    action = world.action(plan, partner, "Geheim")
    given = world.contribution(action, partner)
    for path in (
        work.page(action=action),
        work.page("/edit", action),
        work.plan_page(plan=plan),
        work.plan_page("/edit", plan),
        work.href(f"contributions/{given.id}"),
        work.href(f"contributions/{given.id}/edit"),
        work.href(f"actions/{work.action.id}", 2024),
        f"/networks/{elsewhere.slug}/2025/actions",
        f"/networks/{elsewhere.slug}/plans",
    ):
        assert work.client.get(path).status_code == 404, path
    for path in (work.page("/move", action), work.plan_page("/copy", plan)):
        assert work.client.post(path, data={"status": "running"}).status_code == 404
    assert "Geheim" not in text_of(work.client.get(work.page("/edit")))


def furnish(work: Work, world: World, count: int) -> None:
    with world.saving():
        for number in range(count):
            action = operations.add_action(
                db.session.get_one(type(work.plan), work.plan.id),
                title=f"Actie nummer {number}",
                lead_partner_id=work.sport.id,
                track=Track.GUIDING,
                domain="sport",
                spending_category="participation",
                months=("5",),
                shares=[Share(work.youth.id, 20)],
            )
            operations.set_indicator(action, name="Mensen", target=5)
            operations.log_contribution(action, partner=action.lead_partner, on=DAY, today=DAY, people_reached=3)


@pytest.mark.parametrize(
    "path",
    [
        "actions",
        "actions?view=board",
        "actions?view=calendar",
        "contributions",
        "PLAN",
        "PLANS",
        "ACTION",
        "EDIT",
        "LOG",
    ],
)
def test_a_page_asks_the_database_the_same_few_questions_however_much_there_is(
    work: Work, world: World, counting_statements: Any, path: str
) -> None:
    address = {
        "PLAN": work.plan_page(),
        "PLANS": f"/networks/{work.network.slug}/plans",
        "ACTION": work.page(),
        "EDIT": work.page("/edit"),
        "LOG": work.href("contributions/log"),
    }.get(path, work.href(path))
    counts = []
    for count in (3, 27):
        furnish(work, world, count)
        with counting_statements() as statements:
            assert work.client.get(address).status_code == 200
        counts.append(len(statements))
    assert counts[0] == counts[1]
    assert counts[0] <= 12


def test_a_second_look_at_the_list_costs_almost_nothing(work: Work, counting_statements: Any) -> None:
    work.client.get(work.href("actions"))
    with counting_statements() as statements:
        work.client.get(work.href("actions"))
    assert len(statements) <= 4


def test_the_partner_page_tells_its_work(work: Work, world: World) -> None:
    world.contribution(work.action, work.youth, people_reached=7)
    words = text_of(work.client.get(f"/networks/{work.network.slug}/partners/{work.youth.id}?year=2025"))
    assert "Samen zwemmen" in words
    assert "7 mensen bereikt" in words
