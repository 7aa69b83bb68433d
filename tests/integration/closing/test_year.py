"""The calendar of a year: deadlines with what is missing, marks, reminders by mail, the feed and the front page."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from portal.closing import operations as closing
from portal.closing.models import DeadlineMark
from portal.closing.types import MarkFacts
from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now, today
from portal.meetings.operations.personal import choose_digest, open_feed
from portal.post.models import OutgoingMail
from portal.reports.year.reminding import queue_reminders
from tests.factories.closing import closed
from tests.forms import values_of
from tests.pages import text_of

PAGE = "/networks/heist/2025/year"
REPORT = "/networks/heist/2025/deadlines/federal-report"


@pytest.fixture
def heist(world):
    network = world.network("Heist")
    world.grant(network, 2025)
    return network


@pytest.fixture
def coordinator(heist, world):
    return world.coordinator(heist, name="An Peeters")


@pytest.fixture
def an(coordinator, sign_in):
    return sign_in(coordinator)


def mark(world, network, deadline="federal-report", year=2025, **facts):
    with world.saving():
        closing.mark_deadline(network.id, year=year, deadline=deadline, facts=MarkFacts(**facts), today=today())


def test_the_year_tells_each_deadline_and_what_is_missing_with_a_link(an, heist, world):
    world.expense(heist, 2025, parts={})
    page = an.get(PAGE)
    told = text_of(page)
    assert "31 december 2025 te laat Het federale geld is geboekt" in told
    assert "datum nog niet bekend" in told
    assert "1 uitgave zonder bron die betaalt" in told
    assert "/networks/heist/2025/expenses?stream=none" in page.get_data(as_text=True)


def test_the_year_tells_how_many_texts_a_paper_still_needs_until_they_are_typed(an):
    paper = "/networks/heist/2025/papers/justification"
    page = an.get(PAGE)
    assert "3 teksten zijn nog niet geschreven: Verantwoordingsnota voor Vlaanderen" in text_of(page)
    assert paper in page.get_data(as_text=True)
    typed = {name: value or "Samen gedaan." for name, value in values_of(an.get(f"{paper}/texts")).items()}
    assert an.post(f"{paper}/texts", data=typed).status_code == 302
    assert "nog niet geschreven" not in text_of(an.get(PAGE))


@pytest.mark.parametrize(
    ("year", "sentence"), [(2026, "1 april 2026"), (2027, "1 januari 2027"), (2033, "1 januari 2033")]
)
def test_the_days_of_the_new_decree_stand_in_their_years(an, year, sentence):
    assert sentence in text_of(an.get(f"/networks/heist/{year}/year"))


def test_an_own_date_counts_where_no_date_is_known(an):
    assert an.post(REPORT, data={"planned_on": "2026-03-01"}).status_code == 302
    told = text_of(an.get(PAGE))
    assert "1 maart 2026 te laat Het federale jaarverslag is ingediend" in told
    assert "Een officiële datum is nog niet bekend." in told


def test_done_and_left_out_are_told(an):
    an.post(REPORT, data={"done_on": "2026-03-01"})
    assert "Gedaan op 1 maart 2026." in text_of(an.get(PAGE))
    opened = an.get(REPORT).get_data(as_text=True).split('name="opened" value="')[1].split('"')[0]
    an.post(REPORT, data={"opened": opened, "done_on": "", "skipped_reason": "Er was geen federaal geld."})
    assert "Overgeslagen: Er was geen federaal geld." in text_of(an.get(PAGE))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"done_on": "2099-01-01"}, "Deze dag moet nog komen."),
        ({"done_on": "2026-03-01", "skipped_reason": "niet nodig"}, "kies één van de twee"),
        ({"planned_on": "morgen"}, ""),
        ({"skipped_reason": "x" * 501}, ""),
    ],
)
def test_a_mark_that_cannot_be_is_refused_beside_the_field(an, typed, sentence):
    refused = an.post(REPORT, data=typed)
    assert refused.status_code == 422
    assert sentence in text_of(refused)
    assert next(iter(typed.values())) in refused.get_data(as_text=True)


@pytest.mark.parametrize("deadline", ["nothing", "new-decree", "federal-report%00", "a" * 300])
def test_a_deadline_that_the_year_does_not_have_does_not_exist(an, deadline):
    assert an.get(f"/networks/heist/2025/deadlines/{deadline}").status_code == 404


def test_two_people_in_one_mark_see_what_the_other_made_of_it(an, world, heist):
    an.post(REPORT, data={"planned_on": "2026-03-01"})
    opened = an.get(REPORT).get_data(as_text=True).split('name="opened" value="')[1].split('"')[0]
    mark(world, heist, planned_on=date(2026, 4, 1))
    late = an.post(REPORT, data={"planned_on": "2026-05-01", "opened": opened})
    assert late.status_code == 409
    assert "1 april 2026" in text_of(late)


def test_a_viewer_reads_the_year_and_marks_nothing(heist, world, sign_in):
    viewer = sign_in(world.account(heist, Role.VIEWER))
    assert viewer.get(PAGE).status_code == 200
    assert viewer.get(REPORT).status_code == 403


def test_the_front_page_tells_a_coordinator_what_is_coming(an, world, heist):
    mark(world, heist, year=today().year - 1, planned_on=today() + timedelta(days=9))
    told = text_of(an.get(f"/networks/heist?year={today().year - 1}"))
    assert "Wat eraan komt" in told
    assert "Het federale jaarverslag is ingediend" in told


def test_a_mark_with_strange_signs_does_not_break_the_front_page(an, world, heist):
    mark(world, heist, skipped_reason="geen geld\t2025\nfederal-report\tx")
    assert an.get("/networks/heist?year=2025").status_code == 200


def test_the_feed_has_the_own_date_and_not_what_is_done(an, world, heist, coordinator, client):
    year = today().year - 1
    mark(world, heist, year=year, planned_on=date(2031, 5, 6))
    mark(world, heist, deadline="flemish-spending", year=year, done_on=today())
    with world.saving():
        token = open_feed(db.session.merge(coordinator), now=now())
    feed = client.get(f"/calendar/{token}.ics").get_data(as_text=True)
    assert "20310506" in feed
    assert f"flemish-spending-{year}-heist" not in feed


def test_reminders_go_to_coordinators_once(app, world, heist, coordinator):
    for key in ("federal-booking", "flemish-spending"):
        mark(world, heist, deadline=key, done_on=today())
    mark(world, heist, planned_on=today() + timedelta(days=7))
    world.account(heist, Role.VIEWER)
    with app.test_request_context():
        first = queue_reminders()
        db.session.commit()
        assert first == 1
        assert queue_reminders() == 0
        mail = db.session.query(OutgoingMail).one()
        assert mail.to == coordinator.email
        assert "Het federale jaarverslag is ingediend" in mail.text
        assert "/networks/heist/2025/year" in mail.text


def test_who_wants_no_mail_gets_none_and_the_reminder_counts_as_told(app, world, heist, coordinator):
    with world.saving():
        choose_digest(coordinator.id, is_off=True)
    mark(world, heist, planned_on=today() + timedelta(days=7))
    with app.test_request_context():
        assert queue_reminders() == 0
        db.session.commit()
        told = db.session.query(DeadlineMark).filter_by(deadline="federal-report").one()
        assert told.reminded_on == today()


def test_the_command_reminds(app, heist, coordinator):
    result = app.test_cli_runner().invoke(args=["remind-deadlines"])
    assert "1 reminders queued" in result.output
    assert "0 reminders queued" in app.test_cli_runner().invoke(args=["remind-deadlines"]).output


def test_a_mark_is_no_figure_and_can_be_made_after_closing(an, world, heist):
    closed(world, heist)
    assert an.post(REPORT, data={"done_on": "2026-03-01"}).status_code == 302


def test_who_approves_papers_also_reads_the_calendar_and_what_was_kept(world, sign_in):
    network = world.network("Heist")
    closed(world, network)
    approver = sign_in(world.account(network, Role.APPROVER))
    for page in ("year", "closing"):
        assert approver.get(f"/networks/{network.slug}/2025/{page}").status_code == 200
    assert approver.post(f"/networks/{network.slug}/2025/closing").status_code == 403
