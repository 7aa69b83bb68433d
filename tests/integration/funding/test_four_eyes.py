"""Four eyes on expenses: submit, return, approve by another; an approval holds for what was seen, and no longer."""

from __future__ import annotations

import threading

import pytest
from flask.testing import FlaskClient

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now
from portal.funding import operations
from portal.funding.models import Expense
from portal.funding.types import ApprovalState, ExpenseStage
from portal.history.models import Change
from portal.history.recording import Hand, acting
from portal.network.models import Network
from portal.post.models import OutgoingMail
from tests.factories.closing import closed
from tests.pages import text_of

LEDGER = "/networks/heist/2025/expenses"


@pytest.fixture
def network(world):
    made = world.network(four_eyes_from=2025)
    world.grant(made, 2025)
    return made


@pytest.fixture
def typist(world, network):
    return world.coordinator(network, name="Ann")


@pytest.fixture
def other(world, network):
    return world.coordinator(network, name="Ria")


def typed(client, app, **values):
    """An expense written down on the screen by who is signed in."""
    fields = {
        "description": "Toegang zwembad", "kind": "collective", "stage": "booked", "owner": "municipality",
        "invoice_cents": "100,00", "imputed_on": "2025-05-01", "beneficiaries": "4", "part_drawing_right": "100,00",
    }  # fmt: skip
    answer = client.post(f"{LEDGER}/record", data=fields | values)
    assert answer.status_code == 302, text_of(answer)
    return int(answer.location.rsplit("/", 1)[1])


def now_of(app, key):
    with app.app_context():
        return db.session.get_one(Expense, key)


def approve(client, app, key, version=None):
    version = now_of(app, key).version if version is None else version
    return then(client, f"{LEDGER}/{key}/approve", {f"version-{key}": version})


def then(client, address, values=None):
    """Press a button, and read the page that comes after it."""
    answer = client.post(address, data=values)
    assert answer.status_code == 302
    return client.get(answer.location)


@pytest.fixture
def hers(app, sign_in, typist):
    return sign_in(typist)


@pytest.fixture
def his(app, sign_in, other):
    return sign_in(other)


def test_from_typing_to_justified_in_a_network_with_four_eyes(app, hers, his):
    key = typed(hers, app)
    refused = hers.post(f"{LEDGER}/{key}/move", data={"stage": "justified"})
    assert refused.status_code == 422
    assert "nog niet goedgekeurd door iemand anders" in text_of(refused)
    hers.post(f"{LEDGER}/{key}/submit")
    assert "1 uitgave om na te kijken" in text_of(his.get("/networks/heist?year=2025"))
    his.post(f"{LEDGER}/{key}/return", data={"remark": "Het bewijs ontbreekt."})
    assert "Het bewijs ontbreekt." in text_of(hers.get(f"{LEDGER}/{key}"))
    assert "1 uitgave kwam terug" in text_of(hers.get("/networks/heist?year=2025"))
    hers.post(f"{LEDGER}/{key}/submit")
    approve(his, app, key)
    found = now_of(app, key)
    assert (found.approval, found.decided_by, found.approval_remark) == (ApprovalState.APPROVED, "Ria", "")
    assert hers.post(f"{LEDGER}/{key}/move", data={"stage": "justified"}).status_code == 302
    assert now_of(app, key).stage is ExpenseStage.JUSTIFIED


def test_nobody_approves_what_she_typed_or_submitted(app, hers, his, typist, other):
    typed_by_her = typed(hers, app)
    his.post(f"{LEDGER}/{typed_by_her}/submit")
    for client in (hers, his):
        answer = approve(client, app, typed_by_her)
        assert "Jij " in text_of(answer)
    assert now_of(app, typed_by_her).approval is ApprovalState.SUBMITTED
    assert hers.post(f"{LEDGER}/{typed_by_her}/return", data={"remark": "Nee."}).status_code == 422


def test_who_changes_an_approved_expense_takes_the_approval_back(app, hers, his):
    key = typed(hers, app)
    hers.post(f"{LEDGER}/{key}/submit")
    approve(his, app, key)
    fields = {
        "description": "Toegang zwembad en kluisje", "kind": "collective", "owner": "municipality",
        "invoice_cents": "100,00", "imputed_on": "2025-05-01", "beneficiaries": "4", "part_drawing_right": "100,00",
    }  # fmt: skip
    page = his.get(f"{LEDGER}/{key}/edit")
    opened = page.get_data(as_text=True).split('name="opened" value="')[1].split('"')[0]
    answer = his.post(f"{LEDGER}/{key}/edit", data=fields | {"opened": opened.replace("&#34;", '"')})
    assert answer.status_code == 302, text_of(answer)
    found = now_of(app, key)
    assert (found.approval, found.submitted_by, found.decided_by) == (ApprovalState.SUBMITTED, "Ria", "")
    assert len(found.typed_by) == 2
    assert "Jij " in text_of(approve(his, app, key))


def test_saving_without_a_change_leaves_the_approval(app, world, hers, his):
    key = typed(hers, app)
    hers.post(f"{LEDGER}/{key}/submit")
    approve(his, app, key)
    with app.app_context():
        from portal.funding import operations  # noqa: PLC0415

        found = db.session.get_one(Expense, key)
        operations.edit_expense(found, version=None, parts={"drawing-right": 10_000}, description=found.description)
        db.session.commit()
    assert now_of(app, key).approval is ApprovalState.APPROVED


def test_an_approval_is_for_what_was_on_the_screen(app, hers, his):
    key = typed(hers, app)
    hers.post(f"{LEDGER}/{key}/submit")
    answer = approve(his, app, key, version=now_of(app, key).version - 1)
    assert "Iemand veranderde deze uitgave intussen" in text_of(answer)
    assert now_of(app, key).approval is ApprovalState.SUBMITTED
    assert "intussen" in text_of(then(his, f"{LEDGER}/{key}/approve"))


def _pay_otherwise(expense):
    operations.edit_expense(expense, version=None, parts={"drawing-right": 9_000, "co-financing": 1_000})


def _prove(expense):
    operations.add_proof(expense, filename="a.pdf", content_type="application/pdf", size=3, sha256="a" * 64, at=now())


@pytest.mark.parametrize("change", [_pay_otherwise, _prove])
def test_other_money_or_another_proof_is_not_approved_unseen(app, typist, hers, his, change):
    key = typed(hers, app)
    hers.post(f"{LEDGER}/{key}/submit")
    seen = now_of(app, key).version
    with app.app_context(), acting(Hand(typist.id, "Ann", "test")):
        change(db.session.get_one(Expense, key))
        db.session.commit()
    assert "Iemand veranderde deze uitgave intussen" in text_of(approve(his, app, key, version=seen))
    assert now_of(app, key).approval is ApprovalState.SUBMITTED


def test_of_two_who_decide_at_once_one_wins_and_the_other_hears_who(app, world, network, hers, his, sign_in):
    third = sign_in(world.account(network, Role.APPROVER, name="Jef"))
    key = typed(hers, app)
    hers.post(f"{LEDGER}/{key}/submit")
    version, start, answers = now_of(app, key).version, threading.Barrier(2), {}

    def press(client, step, values):
        start.wait()
        # The watchful client watches all that is saved, also by the other.
        answers[step] = FlaskClient.open(client, f"{LEDGER}/{key}/{step}", method="POST", data=values)

    presses = [
        threading.Thread(target=press, args=(his, "approve", {f"version-{key}": version})),
        threading.Thread(target=press, args=(third, "return", {"remark": "Nee."})),
    ]
    for one in presses:
        one.start()
    for one in presses:
        one.join()
    found = now_of(app, key)
    if found.approval is ApprovalState.APPROVED:
        assert (answers["return"].status_code, found.approval_remark) == (422, "")
        assert "Ria keurde deze uitgave al goed" in text_of(answers["return"])
    else:
        assert (found.approval, answers["return"].status_code) == (ApprovalState.RETURNED, 302)
        assert "Jef stuurde deze uitgave al terug" in text_of(his.get(answers["approve"].location))


def test_several_are_approved_from_the_list_and_own_ones_are_left_out(app, hers, his):
    keys = [typed(hers, app, description=f"Vervoer {number}") for number in range(3)]
    own = typed(his, app, description="Eigen uitgave")
    for client, key in [*((hers, key) for key in keys), (his, own)]:
        client.post(f"{LEDGER}/{key}/submit")
    listed = his.get(f"{LEDGER}/approvals").get_data(as_text=True)
    assert f'id="expense-{keys[0]}"' in listed
    assert f'id="expense-{own}"' not in listed
    values = {"expense": [*keys[:2], own]} | {f"version-{key}": now_of(app, key).version for key in [*keys, own]}
    answer = then(his, f"{LEDGER}/approvals/approve", values)
    assert "2 uitgaven zijn goedgekeurd." in text_of(answer)
    assert "Jij diende" in text_of(answer)
    states = [now_of(app, key).approval for key in [*keys, own]]
    assert states == [ApprovalState.APPROVED, ApprovalState.APPROVED, ApprovalState.SUBMITTED, ApprovalState.SUBMITTED]


def test_all_that_is_left_is_submitted_at_once_with_one_mail(app, hers, other):
    for number in range(3):
        typed(hers, app, description=f"Vervoer {number}")
    answer = then(hers, f"{LEDGER}/approvals/submit", {"all": "1"})
    assert "3 uitgaven zijn ingediend." in text_of(answer)
    with app.app_context():
        assert [one.to for one in db.session.query(OutgoingMail)] == [other.email]


def test_a_mail_goes_only_when_nothing_waited_and_not_to_who_switched_mail_off(app, world, network, hers, other):
    from portal.meetings.operations.personal import choose_digest  # noqa: PLC0415

    quiet = world.account(network, Role.APPROVER)
    with world.saving():
        choose_digest(quiet.id, is_off=True)
    for number in range(2):
        key = typed(hers, app, description=f"Vervoer {number}")
        hers.post(f"{LEDGER}/{key}/submit")
    with app.app_context():
        assert [one.to for one in db.session.query(OutgoingMail)] == [other.email]


def test_a_remark_is_needed_and_a_long_one_is_refused_beside_its_field(app, hers, his):
    key = typed(hers, app)
    hers.post(f"{LEDGER}/{key}/submit")
    for remark in ("", "   ", "x" * 1001):
        answer = his.post(f"{LEDGER}/{key}/return", data={"remark": remark})
        assert answer.status_code == 422
    assert now_of(app, key).approval is ApprovalState.SUBMITTED


def test_without_four_eyes_nothing_is_asked(app, world, sign_in):
    network = world.network("Elders", nis="11002", four_eyes_from=2026)
    world.grant(network, 2025)
    client, key = sign_in(world.coordinator(network)), world.expense(network, 2025).id
    page = client.get(f"/networks/elders/2025/expenses/{key}")
    assert "Vier ogen" not in text_of(page)
    assert client.post(f"/networks/elders/2025/expenses/{key}/submit").status_code == 302
    assert client.post(f"/networks/elders/2025/expenses/{key}/move", data={"stage": "justified"}).status_code == 302


def test_an_approver_sees_money_and_proofs_and_changes_nothing_else(app, world, network, hers, sign_in):
    client = sign_in(world.account(network, Role.APPROVER))
    key = typed(hers, app)
    hers.post(f"{LEDGER}/{key}/submit")
    assert client.get(f"{LEDGER}/{key}").status_code == 200
    assert client.get(f"{LEDGER}/{key}/edit").status_code == 403
    assert client.get(f"{LEDGER}/record").status_code == 403
    assert "1 uitgave is goedgekeurd." in text_of(approve(client, app, key))


@pytest.mark.parametrize("role", [Role.PARTNER, Role.VIEWER, Role.EXPERT])
def test_other_roles_do_not_approve(app, world, network, hers, sign_in, role):
    partner = world.partner(network) if role is Role.PARTNER else None
    client, key = sign_in(world.account(network, role, partner)), typed(hers, app)
    hers.post(f"{LEDGER}/{key}/submit")
    assert client.post(f"{LEDGER}/{key}/approve").status_code == 403
    assert client.get(f"{LEDGER}/approvals").status_code == 403


def test_a_coordinator_chooses_the_first_year_and_the_history_tells_it(app, world, sign_in):
    network = world.network("Elders", nis="11002")
    client = sign_in(world.coordinator(network))
    page = client.get("/networks/elders/four-eyes")
    assert "Nodig een tweede coördinator uit" in text_of(page)
    for wrong in ("1999", "straks", "99999"):
        assert client.post("/networks/elders/four-eyes", data={"four_eyes_from": wrong}).status_code == 422
    assert client.post("/networks/elders/four-eyes", data={"four_eyes_from": "2026"}).status_code == 302
    with app.app_context():
        assert db.session.get_one(Network, network.id).four_eyes_from == 2026
        told = db.session.query(Change).filter_by(network_id=network.id, kind="changed").all()
        assert any("four_eyes_from" in one.fields for one in told)


def test_a_withdrawn_expense_is_not_approved(app, hers, his):
    key = typed(hers, app)
    hers.post(f"{LEDGER}/{key}/submit")
    hers.post(f"{LEDGER}/{key}/withdraw", data={"reason": "Dubbel."})
    assert "ingetrokken" in text_of(approve(his, app, key))
    assert "uitgave om na te kijken" not in text_of(his.get("/networks/heist?year=2025"))


def test_choosing_nothing_or_nonsense_from_the_list_is_told(app, his, hers):
    for values in ({}, {"expense": ["x", "-1", "99999999999999"]}):
        answer = then(his, f"{LEDGER}/approvals/approve", values)
        assert "Kies eerst minstens één uitgave." in text_of(answer)


def test_nothing_of_a_closed_year_is_submitted_approved_or_sent_back(app, world, network, hers, his):
    waits, not_yet = typed(hers, app), typed(hers, app)
    hers.post(f"{LEDGER}/{waits}/submit")
    version = now_of(app, waits).version
    closed(world, network)
    for client, address, values in (
        (his, f"{LEDGER}/{waits}/approve", {f"version-{waits}": version}),
        (his, f"{LEDGER}/approvals/approve", {"expense": waits, f"version-{waits}": version}),
        (hers, f"{LEDGER}/{not_yet}/submit", {}),
        (hers, f"{LEDGER}/approvals/submit", {"all": "y"}),
        (his, f"{LEDGER}/{waits}/return", {"remark": "Anders."}),
    ):
        answer = client.post(address, data=values, follow_redirects=True)
        assert "heeft 2025 afgesloten" in text_of(answer), address
    assert now_of(app, waits).approval is ApprovalState.SUBMITTED
    assert now_of(app, not_yet).approval is ApprovalState.NOT_SUBMITTED
    with app.app_context():
        assert db.session.query(OutgoingMail).count() == 1
