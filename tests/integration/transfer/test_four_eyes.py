"""Four eyes on expenses out of a file: submitted by who read it in, and never justified by the back door."""

from __future__ import annotations

import pytest

from portal.extensions import db
from portal.funding.models import Expense
from portal.funding.types import ApprovalState, ExpenseStage
from portal.network.models import Network
from tests.integration.transfer.test_reading_in_expenses import GOOD, expenses, file_of
from tests.pages import text_of

STAGED = "Nummer;Omschrijving;Soort;Factuurbedrag met btw;Boekingsdatum;Aantal begunstigden;Bron;Bewijs;Stand\n"
NEW = ";Toegang tot het zwembad;individual;42,50;14/03/2025;4;drawing-right;F-1;{stage}\n"


@pytest.fixture
def eyed(desk, world):
    with world.saving():
        db.session.get_one(Network, desk.network.id).four_eyes_from = 2025
    return desk


def test_what_comes_out_of_a_file_is_submitted_by_who_read_it_in(app, eyed, swimming):
    assert eyed.save("expenses", file_of(GOOD)).status_code == 302
    found = expenses(app)[0]
    assert (found.approval, found.submitted_by_id) == (ApprovalState.SUBMITTED, int(found.typed_by[0]))
    here = f"/networks/heist/2025/expenses/{found.id}"
    answer = eyed.client.post(f"{here}/approve", data={f"version-{found.id}": found.version})
    assert "Jij diende deze uitgave in" in text_of(eyed.client.get(answer.location))
    assert expenses(app)[0].approval is ApprovalState.SUBMITTED


def test_without_four_eyes_a_file_submits_nothing(app, desk, swimming):
    desk.save("expenses", file_of(GOOD))
    assert expenses(app)[0].approval is ApprovalState.NOT_SUBMITTED


def test_a_new_expense_is_not_justified_by_a_file(app, eyed):
    refused = eyed.save("expenses", STAGED + NEW.format(stage="justified"))
    assert refused.status_code == 422
    assert "nog niet goedgekeurd door iemand anders" in text_of(refused)
    assert expenses(app) == []


def test_a_file_justifies_what_was_approved_and_takes_the_approval_back_of_what_it_changes(app, eyed, world):
    eyed.save("expenses", STAGED + NEW.format(stage="booked"))
    with world.saving():
        db.session.query(Expense).one().approval = ApprovalState.APPROVED
    changed = ("1" + NEW.format(stage="justified")).replace("42,50", "45,00")
    assert eyed.save("expenses", STAGED + changed).status_code == 422
    assert expenses(app)[0].approval is ApprovalState.APPROVED
    assert eyed.save("expenses", STAGED + "1" + NEW.format(stage="justified")).status_code == 302
    assert expenses(app)[0].stage is ExpenseStage.JUSTIFIED
    assert expenses(app)[0].approval is ApprovalState.APPROVED
