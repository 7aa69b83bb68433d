"""Nothing of a closed year is saved, whatever way it comes; the other years go on."""

from __future__ import annotations

from datetime import date

import pytest

from portal.closing import operations as closing
from portal.closing.models import ClosedYear
from portal.extensions import db
from portal.foundation.clock import now
from portal.foundation.errors import YearClosed
from portal.funding import operations as funding
from portal.funding import queries, rechecking
from portal.funding.bookings import Booking, ExpenseDraft
from portal.funding.cooperations.models import Cooperation, ReportChoice, WelfareCentre
from portal.funding.models import BudgetLine, Expense, Grant, KeptFinding
from portal.funding.regimes.measures import Measure
from portal.funding.types import ExpenseKind, ExpenseStage, Owner
from portal.history.adding import Additions
from portal.network import operations as networks
from portal.network.models import Agreement, Network, Partner
from portal.plans import operations as plans
from portal.plans.models import Action, Contribution, Plan
from portal.plans.types import ActionStatus, ObjectiveKind, PlanStatus
from tests.factories.closing import closed

OLD = Measure.GENERAL


@pytest.fixture
def year(world):
    """A network with one of everything in 2025, and 2025 closed."""
    network = world.network("Heist")
    partner = world.partner(network, "Sportdienst")
    plan = world.plan(network, 2025)
    action = world.action(plan, partner, "Zwemmen")
    contribution = world.contribution(action, partner)
    grant = world.grant(network, 2025)
    expense = world.expense(network, 2025, action_id=action.id)
    with world.saving():
        found = db.session.get_one(Expense, expense.id)
        funding.add_proof(found, filename="a.pdf", content_type="application/pdf", size=3, sha256="a" * 64, at=now())
        funding.plan_budget(db.session.get_one(Action, action.id), planned={"drawing-right": 5_000})
        found = db.session.get_one(Partner, partner.id)
        agreement = networks.sign_agreement(
            found, title="Lessen", starts_on=date(2025, 1, 1), ends_on=date(2026, 12, 31)
        )
        short = networks.sign_agreement(found, title="Kamp", starts_on=date(2024, 1, 1), ends_on=date(2024, 12, 31))
        long = networks.sign_agreement(found, title="Zaal", starts_on=date(2024, 1, 1), ends_on=date(2025, 12, 31))
        together = Cooperation(network_id=network.id, year=2025, measure=Measure.CLUSTERS, title="Samen")
        together.centres.append(WelfareCentre(network_id=network.id, nis="12014"))
        choice = ReportChoice(network_id=network.id, year=2025, measure=Measure.CLUSTERS)
        db.session.add_all([together, choice])
        plans.set_indicator(db.session.get_one(Action, action.id), name="Kaarten", target=5)
        goal = plans.add_objective(db.session.get_one(Plan, plan.id), kind=ObjectiveKind.STRATEGIC, title="Meedoen")
    closed(world, network)
    return {
        Network: network.id,
        Partner: partner.id,
        Plan: plan.id,
        Action: action.id,
        Contribution: contribution.id,
        Grant: grant.id,
        Expense: expense.id,
        Agreement: agreement.id,
        "short": short.id,
        "long": long.id,
        Cooperation: together.id,
        ReportChoice: choice.id,
        "goal": goal.id,
    }


def get(year, model, name=None):
    return db.session.get_one(model, year[name or model])


def book(year, of=2025):
    return funding.record_expense(
        get(year, Network),
        year=of,
        parts={},
        description="Toegang museum",
        kind=ExpenseKind.COLLECTIVE,
        stage=ExpenseStage.BOOKED,
        owner=Owner.MUNICIPALITY,
        invoice_cents=500,
        imputed_on=date(of, 5, 1),
        beneficiaries=2,
    )


CHANGES = {
    "a new expense": book,
    "another amount": lambda year: funding.edit_expense(
        get(year, Expense), version=None, parts={"drawing-right": 9_000}, invoice_cents=9_000
    ),
    "what a stream pays": lambda year: funding.edit_expense(
        get(year, Expense), version=None, parts={"drawing-right": 9_999}
    ),
    "a step": lambda year: funding.move_expense(get(year, Expense), stage=ExpenseStage.COMMITTED),
    "an expense withdrawn": lambda year: funding.withdraw_expense(get(year, Expense), reason="dubbel", at=now()),
    "a proof withdrawn": lambda year: funding.withdraw_proof(
        get(year, Expense), get(year, Expense).proofs[0], at=now()
    ),
    "a proof added": lambda year: funding.add_proof(
        get(year, Expense), filename="b.pdf", content_type="application/pdf", size=3, sha256="b" * 64, at=now()
    ),
    "a grant": lambda year: funding.award_grant(
        get(year, Network), year=2025, stream="co-financing", owner=Owner.MUNICIPALITY, amount_cents=1
    ),
    "a grant of another amount": lambda year: funding.award_grant(
        get(year, Network),
        year=2025,
        stream="drawing-right",
        owner=Owner.MUNICIPALITY,
        amount_cents=1,
        grant=get(year, Grant),
    ),
    "a grant moved to an open year": lambda year: funding.award_grant(
        get(year, Network),
        year=2026,
        stream="drawing-right",
        owner=Owner.MUNICIPALITY,
        amount_cents=600_000,
        grant=get(year, Grant),
    ),
    "a budget": lambda year: funding.plan_budget(get(year, Action), planned={"drawing-right": 7_000}),
    "a budget taken off": lambda year: funding.plan_budget(get(year, Action), planned={"drawing-right": 0}),
    "a contribution": lambda year: plans.log_contribution(
        get(year, Action), partner=get(year, Partner), on=date(2025, 3, 1), today=date(2026, 11, 21), people_reached=5
    ),
    "a contribution withdrawn": lambda year: plans.withdraw_contribution(get(year, Contribution), at=now()),
    "an action": lambda year: plans.add_action(
        get(year, Plan), title="Dansen", track="removing", domain="sport", spending_category="participation"
    ),
    "an action moved": lambda year: plans.move_action(get(year, Action), status=ActionStatus.RUNNING),
    "an action shared": lambda year: plans.share_action(get(year, Action), shares=[]) or _rename(get(year, Action)),
    "an indicator": lambda year: plans.set_indicator(get(year, Action), name="Leden"),
    "an indicator measured": lambda year: plans.set_indicator(
        get(year, Action), indicator=get(year, Action).indicators[0], name="Kaarten", target=9
    ),
    "an objective": lambda year: plans.add_objective(get(year, Plan), kind=ObjectiveKind.STRATEGIC, title="Sporten"),
    "a plan moved": lambda year: plans.move_plan(get(year, Plan), status=PlanStatus.AGREED),
    "the amount of an agreement": lambda year: _amount(get(year, Agreement)),
    "an agreement of then": lambda year: networks.sign_agreement(
        get(year, Partner), title="Kamp", starts_on=date(2025, 7, 1), ends_on=date(2025, 7, 9)
    ),
    "the general costs of an agreement": lambda year: _set(get(year, Agreement), general_costs_cents=5),
    "an agreement that ends before the year": lambda year: _set(get(year, Agreement, "short"), ends_on=None),
    "an agreement that ends sooner": lambda year: _set(get(year, Agreement, "long"), ends_on=date(2024, 12, 31)),
    "a cooperation of welfare centres": lambda year: _set(get(year, Cooperation), title="Anders"),
    "a new cooperation": lambda year: _add(Cooperation(network_id=year[Network], year=2025, measure=OLD, title="A")),
    "a centre": lambda year: _set(get(year, Cooperation).centres[0], granted_cents=9),
    "a centre let go": lambda year: _let_go(get(year, Cooperation)),
    "a centre more": lambda year: _add(
        WelfareCentre(network_id=year[Network], cooperation_id=year[Cooperation], nis="12025")
    ),
    "a choice for the federal report": lambda year: _set(get(year, ReportChoice), wants_staff=True),
    "a new choice": lambda year: _add(ReportChoice(network_id=year[Network], year=2025, measure=OLD)),
    "an agreement that leaves the year": lambda year: _later(get(year, Agreement)),
    "a record past the operations": lambda year: _past_the_operations(year),  # noqa: PLW0108  (stands further on)
    "records past the session": lambda year: Additions(
        db.session(), [BudgetLine(network_id=year[Network], action_id=year[Action], year=2025, stream="x")]
    ).send(),
    "a row removed": lambda year: db.session.delete(get(year, Grant)) or db.session.flush(),
}


def _set(record, **values):
    for name, value in values.items():
        setattr(record, name, value)
    db.session.flush()


def _add(record):
    db.session.add(record)
    db.session.flush()


def _let_go(cooperation):
    cooperation.centres.pop()
    db.session.flush()


def _rename(action):
    action.title = "Anders"
    db.session.flush()


def _amount(agreement):
    agreement.amount_cents = 5
    db.session.flush()


def _later(agreement):
    agreement.starts_on = date(2026, 1, 1)
    db.session.flush()


def _past_the_operations(year):
    db.session.add(Grant(network_id=year[Network], year=2025, stream="x", owner=Owner.OCMW, amount_cents=3))
    db.session.flush()


@pytest.mark.parametrize("change", CHANGES)
def test_a_closed_year_refuses(app, year, change):
    with app.app_context():
        with pytest.raises(YearClosed) as refused:
            CHANGES[change](year)
        assert str(refused.value).startswith("An Peeters heeft 2025 afgesloten op ")
        db.session.rollback()


def test_a_file_of_expenses_that_was_worked_out_before_the_closing_is_refused(app, year):
    with app.app_context():
        booking = Booking()
        values = {
            "description": "Kaartjes",
            "kind": ExpenseKind.COLLECTIVE,
            "stage": ExpenseStage.BOOKED,
            "owner": Owner.MUNICIPALITY,
            "invoice_cents": 100,
            "imputed_on": date(2025, 5, 1),
            "beneficiaries": 2,
        }
        drafts = [ExpenseDraft(values, {"drawing-right": 100})]
        booking.add(get(year, Network), year=2025, drafts=drafts, overrides=())
        with pytest.raises(YearClosed):
            list(booking.send())


def test_the_next_year_goes_on(app, year):
    with app.app_context():
        book(year, 2026)
        agreement = get(year, Agreement)
        agreement.title, agreement.ends_on = "Lessen en kampen", date(2026, 6, 30)
        get(year, Partner).note = "verhuisd"
        db.session.commit()


def test_another_network_goes_on(app, world, year):
    other = world.network("Mechelen", nis="12025")
    world.grant(other, 2025)


def test_a_warning_of_a_closed_year_can_still_be_answered(app, world, year):
    with world.saving():
        closing.reopen_year(db.session.query(ClosedYear).one(), reason="nog een uitgave", by="An", at=now())
        found = get(year, Expense)
        record = {"msgid": "Let op.", "params": {}}
        found.findings.append(
            KeptFinding(
                network_id=found.network_id, year=2025, rule="X-1", severity="warning", sentence=record, source="s"
            )
        )
    with world.saving():
        network = get(year, Network)
        closed(world, network)
    with world.saving():
        finding = next(one for one in get(year, Expense).findings if one.rule == "X-1")
        funding.answer_finding(finding, answer="Dat klopt.", by="An", at=now())
    with app.app_context():
        finding = next(one for one in get(year, Expense).findings if one.rule == "X-1")
        assert finding.answer == "Dat klopt."
        finding.severity = "error"
        with pytest.raises(YearClosed):
            db.session.flush()


def test_rules_that_change_later_leave_the_findings_of_a_closed_year_alone(app, year):
    with app.app_context():
        assert queries.list_expense_ids(2025, 2025) == []
        assert rechecking.check_year_again(2025, overrides=()) == (0, 0)


def test_after_reopening_it_goes_on_and_the_old_closing_stays(app, world, year):
    with world.saving():
        closing.reopen_year(db.session.query(ClosedYear).one(), reason="factuur vergeten", by="Bea", at=now())
    with world.saving():
        book(year)
    with app.app_context():
        held = db.session.query(ClosedYear).one()
        assert (held.reopened_by, held.reason) == ("Bea", "factuur vergeten")
