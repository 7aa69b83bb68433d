"""Closing and saving at the same moment: what is kept is what is in the books, on either database."""

from __future__ import annotations

import threading
import time
from datetime import date

import pytest

from portal.closing import guarding
from portal.closing import operations as closing
from portal.closing.models import ClosedRecord, ClosedYear
from portal.closing.queries import revision_of
from portal.extensions import db
from portal.foundation.clock import now
from portal.foundation.errors import RuleBroken, YearClosed
from portal.funding import operations as funding
from portal.funding.models import Expense
from portal.funding.types import ExpenseKind, ExpenseStage, Owner
from portal.history.recording import Hand, acting
from portal.network.models import Network
from portal.reports.year.freezing import close_year_of
from tests.integration.closing.test_closing import write_everything

PAUSE = 0.4


@pytest.fixture
def network(world):
    network = world.network("Heist")
    partner = world.partner(network, "Sportdienst")
    world.action(world.plan(network, 2025), partner, "Zwemmen")
    world.grant(network, 2025)
    world.expense(network, 2025, evidence_reference="F-1")
    write_everything(world, network)
    return network


class Beside(threading.Thread):
    """Work in a session of its own; what it raised is kept."""

    def __init__(self, app, work):
        super().__init__()
        self.app, self.work, self.raised = app, work, None

    def run(self):
        with self.app.test_request_context(), acting(Hand(None, "proef", "test")):
            try:
                self.work()
                db.session.commit()
            except Exception as raised:
                db.session.rollback()
                self.raised = raised


def book(network, description="Toegang museum"):
    return funding.record_expense(
        db.session.get_one(Network, network.id),
        year=2025,
        parts={"drawing-right": 500},
        description=description,
        kind=ExpenseKind.COLLECTIVE,
        stage=ExpenseStage.BOOKED,
        owner=Owner.MUNICIPALITY,
        invoice_cents=500,
        imputed_on=date(2025, 5, 1),
        beneficiaries=2,
        evidence_reference="F-2",
    )


def close(network):
    return close_year_of(
        db.session.get_one(Network, network.id),
        2025,
        seen=True,
        revision=revision_of(network.id),
        by="An Peeters",
        at=now(),
        today=date(2026, 11, 21),
        secret="geheim",
    )


def test_a_booking_that_was_first_is_in_what_is_kept_or_the_page_was_old(app, network):
    booked = threading.Event()

    def slow_booking():
        book(network)
        booked.set()
        time.sleep(PAUSE)

    def closing_meanwhile():
        booked.wait(5)
        close(network)

    first, second = Beside(app, slow_booking), Beside(app, closing_meanwhile)
    first.start(), second.start()
    first.join(), second.join()
    assert first.raised is None
    with app.app_context():
        if isinstance(second.raised, RuleBroken):  # it saw that something had changed while it waited
            assert db.session.query(ClosedYear).count() == 0
        else:
            kept = db.session.query(ClosedRecord).filter_by(kind="list-expenses.csv").one().content
            assert "Toegang museum" in kept


def test_a_booking_that_comes_during_the_closing_waits_and_is_refused(app, network):
    begun = threading.Event()

    def slow_closing():
        closing.begin_closing(network.id, 2025)
        begun.set()
        time.sleep(PAUSE)
        close(network)

    def booking_meanwhile():
        begun.wait(5)
        book(network)

    first, second = Beside(app, slow_closing), Beside(app, booking_meanwhile)
    first.start(), second.start()
    first.join(), second.join()
    assert first.raised is None
    assert isinstance(second.raised, YearClosed)
    with app.app_context():
        assert db.session.query(Expense).count() == 1


def test_two_who_close_at_the_same_moment_make_one_closing(app, network):
    start = threading.Barrier(2)

    def both():
        start.wait(5)
        close(network)

    people = [Beside(app, both), Beside(app, both)]
    for one in people:
        one.start()
    for one in people:
        one.join()
    assert sum(one.raised is None for one in people) == 1
    assert all(isinstance(one.raised, RuleBroken | None) for one in people)
    with app.app_context():
        assert db.session.query(ClosedYear).count() == 1


def test_contributions_and_bookings_go_on_beside_each_other(app, network):
    """Who saves figures holds the year open together with others, and does not queue for it."""
    held, free = threading.Event(), threading.Event()

    def holding():
        guarding.hold_open(db.session(), network.id)
        held.set()
        free.wait(5)

    def booking_meanwhile():
        held.wait(5)
        if db.engine.dialect.name == "postgresql":
            guarding.hold_open(db.session(), network.id)
        free.set()

    people = [Beside(app, holding), Beside(app, booking_meanwhile)]
    for one in people:
        one.start()
    for one in people:
        one.join()
    assert [one.raised for one in people] == [None, None]
    assert free.is_set()
