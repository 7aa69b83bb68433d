"""Many records at once leave the same rows, and the same traces, as one by one."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from portal.extensions import db
from portal.foundation.finding import Severity
from portal.foundation.wording import say
from portal.funding.models import Allocation, Expense, KeptFinding
from portal.funding.types import ExpenseKind, ExpenseStage, Owner
from portal.history.adding import Additions
from portal.history.models import Change, Revision
from portal.history.recording import Hand, acting

TOLD = ("network_id", "account_id", "by", "via", "kind", "subject_type", "subject_name", "page_type", "fields")


def expense(network, number: int, action_id: int | None) -> Expense:
    made = Expense(
        network_id=network.id,
        year=2025,
        number=number,
        action_id=action_id,
        description="Toegang tot het zwembad",
        kind=ExpenseKind.INDIVIDUAL,
        stage=ExpenseStage.BOOKED,
        owner=Owner.MUNICIPALITY,
        invoice_cents=4_250,
        imputed_on=date(2025, 3, 14),
    )
    for stream, cents in (("drawing-right", 4_000), ("other", 250)):
        made.allocations.append(Allocation(network_id=network.id, year=2025, stream=stream, amount_cents=cents))
    made.findings.append(
        KeptFinding(
            network_id=network.id,
            year=2025,
            rule="FED-TARGET",
            severity=Severity.WARNING,
            sentence=say("Kijk dit na.").as_record(),
            source="wet",
        )
    )
    return made


@pytest.fixture
def swimming(world):
    network = world.network("Heist")
    return network, world.action(world.plan(network), world.partner(network), "Samen zwemmen")


def told_since(before: int) -> list[tuple]:
    changes = db.session.scalars(select(Change).where(Change.id > before).order_by(Change.id)).all()
    return [tuple(getattr(one, name) for name in TOLD) for one in changes]


def newest() -> int:
    return db.session.scalar(select(db.func.max(Change.id))) or 0


def add_at_once(expenses: list[Expense]) -> None:
    parts = [part for one in expenses for part in one.allocations]
    findings = [finding for one in expenses for finding in one.findings]
    Additions(db.session(), expenses, parts, findings).send()


def test_the_history_of_many_is_that_of_each(app, swimming):
    network, action = swimming
    with app.app_context(), acting(Hand(7, "An", "invoer")):
        before = newest()
        db.session.add(expense(network, 1, action.id))
        db.session.flush()
        one_by_one = told_since(before)
        before = newest()
        add_at_once([expense(network, 2, action.id)])
        at_once = told_since(before)
    assert len(one_by_one) == 4

    def as_the_other(told):
        return sorted(
            str(line).replace("'number': [None, 2]", "'number': [None, 1]").replace("2. Toegang", "1. Toegang")
            for line in told
        )

    assert as_the_other(at_once) == as_the_other(one_by_one)


def test_each_trace_points_at_its_own_record_and_its_page(app, swimming):
    network, action = swimming
    with app.app_context():
        before = newest()
        add_at_once([expense(network, number, action.id) for number in range(1, 60)])
        held = {one.id: one for one in db.session.scalars(select(Expense))}
        parts = {one.id: one for one in db.session.scalars(select(Allocation))}
        changes = db.session.scalars(select(Change).where(Change.id > before)).all()
    assert len(changes) == 59 * 4
    for change in changes:
        assert change.page_type == "expense"
        assert change.page_id in held
        if change.subject_type == "expense":
            assert change.subject_name == str(held[change.subject_id])
        if change.subject_type == "allocation":
            assert parts[change.subject_id].expense_id == change.page_id


def test_the_rows_are_those_of_a_flush(app, swimming):
    network, action = swimming
    with app.app_context():
        db.session.add(expense(network, 1, None))
        db.session.flush()
        add_at_once([expense(network, 2, None), expense(network, 3, action.id)])
        columns = [column for column in Expense.__table__.columns if column.name not in ("id", "number", "action_id")]
        rows = db.session.execute(select(*columns).order_by(Expense.__table__.c.number)).all()
        assert len(rows) == 3
        assert len(set(rows)) == 1
        assert db.session.scalars(select(Expense.action_id).order_by(Expense.number)).all() == [None, None, action.id]


def test_it_moves_what_is_remembered_of_the_network(app, swimming):
    network, action = swimming
    with app.app_context():
        before = db.session.scalar(select(Revision.number).where(Revision.scope == network.id))
        add_at_once([expense(network, 1, action.id)])
        assert db.session.scalar(select(Revision.number).where(Revision.scope == network.id)) > before


def test_nothing_is_written_before_it_is_sent(app, swimming, counting_statements):
    network, action = swimming
    with app.app_context(), counting_statements() as statements:
        made = [expense(network, number, action.id) for number in range(1, 4)]
        additions = Additions(db.session(), made, [part for one in made for part in one.allocations])
        assert not [one for one in statements if not one.startswith("SELECT")]
        additions.send()
        told = [one for one in statements if one.replace('"', "").startswith("INSERT INTO change ")]
        assert len(told) == 1
