"""Double clicks, two people with one file, and a server that stops: rows are saved once, and a file is never stuck."""

from __future__ import annotations

import subprocess
import sys
import threading
from datetime import timedelta

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import OperationalError

from portal.extensions import db
from portal.foundation.clock import now
from portal.funding.models import Expense
from portal.plans.models import Contribution
from portal.transfer import operations, saving, uploads
from portal.transfer.lists.expense_intake import ExpenseIntake
from portal.transfer.models import Upload, UploadState
from tests.integration.transfer.conftest import Desk
from tests.integration.transfer.test_reading_in_expenses import GOOD, expenses, file_of
from tests.pages import text_of

MANY = file_of(*(GOOD.replace("F-1", f"F-{at}") for at in range(30)))
GIVEN = "Datum;Partner;Actie;Uren\n" + "01/03/2025;Sportdienst;Samen zwemmen;2,5\n" * 3


@pytest.fixture
def beside_the_page(app, monkeypatch):
    monkeypatch.setitem(app.config, "SAVED_AT_ONCE", 0)


@pytest.fixture
def colleague(desk, world, sign_in):
    return Desk(desk.network, sign_in(world.coordinator(desk.network)))


@pytest.fixture
def started(monkeypatch):
    """Savings that were started and wait until a test runs them."""
    waiting = []
    monkeypatch.setattr("portal.transfer.saving.start", lambda *task: waiting.append(task))
    return waiting


def upload(app, location: str) -> Upload:
    with app.app_context():
        return db.session.get_one(Upload, int(location.rsplit("/", 1)[1]))


def count(app, model) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(model))


def test_a_double_click_saves_once_and_leads_to_how_far_it_is(app, desk, swimming, beside_the_page, started):
    here = desk.send("expenses", MANY).location
    assert desk.client.post(here + "/save").location == here
    assert desk.client.post(here + "/save").location == here
    assert len(started) == 1
    assert 'http-equiv="refresh"' in desk.client.get(here).get_data(as_text=True)
    saving.run(*started[0])
    assert desk.client.post(here + "/save").location == here
    assert "Je lijst is bewaard" in text_of(desk.client.get(here))
    assert count(app, Expense) == 30


BOTH = [("expenses", MANY, Expense, 30), ("contributions", GIVEN, Contribution, 3)]


@pytest.mark.parametrize(("listing", "body", "model", "rows"), BOTH)
def test_two_people_who_save_the_same_file_at_once_save_its_rows_once(
    app, desk, colleague, swimming, monkeypatch, listing, body, model, rows
):
    """The second begins and ends between the looking and the writing of the first."""
    mine, theirs = desk.send(listing, body).location, colleague.send(listing, body).location
    assert "Nieuw " + str(rows) in text_of(desk.client.get(mine))
    take_turn, between = operations._take_turn, []

    def overtaken(*values):
        if not between:
            between.append(1)
            other = threading.Thread(target=lambda: between.append(colleague.client.post(theirs + "/save")))
            other.start()
            other.join()
        return take_turn(*values)

    monkeypatch.setattr(operations, "_take_turn", overtaken)
    assert desk.client.post(mine + "/save").status_code == 302
    assert between[1].status_code == 302
    assert count(app, model) == rows
    assert {upload(app, one).state for one in (mine, theirs)} == {UploadState.DONE}


def test_two_savings_that_run_side_by_side_save_the_rows_once(app, desk, colleague, swimming, beside_the_page, started):
    for someone in (desk, colleague):
        someone.client.post(someone.send("expenses", MANY).location + "/save")
    threads = [threading.Thread(target=saving.run, args=task) for task in started]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [one.number for one in expenses(app)] == list(range(1, 31))


def test_what_changed_after_looking_is_looked_at_again(app, desk, world, swimming, beside_the_page, started):
    here = desk.send("expenses", file_of(GOOD.replace(";Toegang", "1;Toegang"))).location
    assert "Nieuw 1" in text_of(desk.client.get(here))
    desk.client.post(here + "/save")
    held = world.expense(desk.network, supplier="Zwembad")
    assert held.number == 1
    saving.run(*started[0])
    after = expenses(app)
    assert [one.number for one in after] == [1]
    assert (after[0].description, after[0].supplier) == ("Toegang tot het zwembad voor het gezin", "Zwembad")


def test_errors_that_came_after_looking_keep_everything_out(app, desk, world, swimming, beside_the_page, started):
    here = desk.send("expenses", MANY).location
    desk.client.post(here + "/save")
    with world.saving():
        db.session.get_one(type(swimming), swimming.id).title = "Samen fietsen"
    saving.run(*started[0])
    assert upload(app, here).state is UploadState.FAILED
    words = text_of(desk.client.get(here))
    assert "Er zijn nog 30 rijen met een fout" in words
    assert "De actie “Samen zwemmen” bestaat niet" in words
    assert expenses(app) == []


def test_a_network_that_never_stops_changing_is_made_to_wait(app, desk, colleague, swimming, monkeypatch):
    """Somebody saves something each time that rows are looked at, but not while the turn is taken."""
    here, prepare, turns = desk.send("expenses", MANY).location, ExpenseIntake.save, []
    take_turn = operations._take_turn

    def overtaken(intake, rows):
        if not turns or turns[-1] != "first":
            with db.engine.begin() as other:
                other.execute(text("UPDATE revision SET number = number + 1 WHERE scope = :s"), {"s": desk.network.id})
        turns.append("looked")
        return prepare(intake, rows)

    def noted(network_id):
        turns.append("late" if turns and turns[-1] == "looked" else "first")
        return take_turn(network_id)

    monkeypatch.setattr(ExpenseIntake, "save", overtaken)
    monkeypatch.setattr(operations, "_take_turn", noted)
    assert desk.client.post(here + "/save").status_code == 302
    assert turns == ["looked", "late", "looked", "late", "first", "looked"]
    assert count(app, Expense) == 30


def test_what_is_looked_at_with_the_turn_taken_is_not_kept(app, desk, swimming, monkeypatch):
    """When that saving is dropped, the number of its revision goes to a change that was never looked at."""
    here, kept = desk.send("expenses", MANY).location, []
    take_turn, keep = operations._take_turn, uploads.keep

    def noting(network_id):
        monkeypatch.setattr(uploads, "keep", lambda *values: kept.append(values[2]) or keep(*values))
        return take_turn(network_id)

    monkeypatch.setattr(saving, "HOPEFUL", 0)
    monkeypatch.setattr(operations, "_take_turn", noting)
    assert desk.client.post(here + "/save").status_code == 302
    assert uploads.Part.PROGRESS in kept
    assert uploads.Part.CHECKED not in kept
    assert count(app, Expense) == 30


def test_a_saving_that_never_gets_its_turn_gives_up_with_a_sentence(app, desk, swimming, monkeypatch):
    def never(*_values):
        raise operations.Overtaken

    here = desk.send("expenses", MANY).location
    with monkeypatch.context() as busy:
        busy.setattr(operations, "_take_turn", never)
        answer = desk.client.post(here + "/save")
    assert answer.status_code == 422
    assert "Andere mensen bewaren nu ook veel" in text_of(answer)
    assert desk.client.post(here + "/save").status_code == 302
    assert count(app, Expense) == 30


def test_a_database_that_is_busy_for_a_while_is_waited_for(app, desk, swimming, monkeypatch):
    here, move, tries = desk.send("expenses", MANY).location, operations.move_revision, []
    cause = type("Locked", (Exception,), {"sqlstate": "55P03"})()

    def locked(*values):
        tries.append(1)
        if len(tries) < 3:
            raise OperationalError("UPDATE revision", {}, cause)
        return move(*values)

    monkeypatch.setattr(operations, "move_revision", locked)
    assert desk.client.post(here + "/save").status_code == 302
    assert count(app, Expense) == 30


def test_a_server_that_stops_halfway_leaves_nothing_and_the_page_says_so(app, desk, swimming, beside_the_page, started):
    here = desk.send("expenses", MANY).location
    desk.client.post(here + "/save")
    assert 'http-equiv="refresh"' in desk.client.get(here).get_data(as_text=True)
    started.pop()[2].release()  # what the system does for a process that ends
    page = desk.client.get(here)
    assert "Het bewaren werd onderbroken" in text_of(page)
    assert 'http-equiv="refresh"' not in page.get_data(as_text=True)
    assert expenses(app) == []
    assert desk.client.post(here + "/save").status_code == 302
    saving.run(*started[0])
    assert count(app, Expense) == 30


def test_the_system_lets_go_of_a_file_when_a_process_is_killed(tmp_path):
    script = (
        "import sys, time; from pathlib import Path; from portal.transfer import uploads\n"
        "held = uploads.hold(Path(sys.argv[1]), 'aa'); print('held' if held else 'free', flush=True); time.sleep(60)"
    )
    process = subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout.readline() == "held\n"
        assert uploads.is_held(tmp_path, "aa")
        assert uploads.hold(tmp_path, "aa") is None
    finally:
        process.kill()
        process.wait(10)
        process.stdout.close()
    assert not uploads.is_held(tmp_path, "aa")
    held = uploads.hold(tmp_path, "aa")
    assert held is not None
    held.release()


def test_a_saving_that_was_cut_off_is_written_down_as_failed(app, desk, swimming, beside_the_page, started):
    here = desk.send("expenses", MANY).location
    desk.client.post(here + "/save")
    started.pop()[2].release()
    desk.send("expenses", file_of(GOOD))
    assert upload(app, here).state is UploadState.FAILED
    assert "De server stopte halfweg. Er is niets bewaard." in text_of(desk.client.get(here))


def test_the_same_file_on_a_later_day_changes_nothing(app, desk, swimming, monkeypatch):
    for body, listing in ((MANY, "expenses"), (GIVEN, "contributions")):
        desk.save(listing, body)
        later = now() + timedelta(days=3)
        with monkeypatch.context() as calendar:
            calendar.setattr("portal.transfer.operations.now", lambda moment=later: moment)
            sent = desk.send(listing, body)
            assert "Nieuw 0" in text_of(desk.client.get(sent.location))
            assert desk.client.post(sent.location + "/save").status_code == 302
    assert (count(app, Expense), count(app, Contribution)) == (30, 3)


def test_the_file_is_forgotten_after_saving_and_rows_left_out_are_kept(app, desk, swimming):
    folder = app.config["UPLOAD_FOLDER"]
    desk.save("expenses", MANY)
    assert list(folder.iterdir()) == []
    here = desk.send("expenses", file_of(GOOD.replace("F-1", "F-99"), GOOD.replace("42,50", "x"))).location
    desk.client.post(here + "/save", data={"leave_out": "y"})
    assert [one.suffix for one in folder.iterdir()] == [".left-out"]
    desk.send("expenses", MANY)
    assert desk.client.get(here + "/left-out.csv").status_code == 200


def test_old_rows_left_out_go(app, desk, swimming, monkeypatch):
    here = desk.send("expenses", file_of(GOOD, GOOD.replace("42,50", "x"))).location
    desk.client.post(here + "/save", data={"leave_out": "y"})
    monkeypatch.setattr("portal.transfer.uploads.LEFT_OUT_KEPT_FOR", timedelta(days=-1))
    desk.send("expenses", MANY)
    assert desk.client.get(here + "/left-out.csv").status_code == 410


def test_nothing_is_locked_while_rows_are_checked_and_prepared(app, desk, swimming, monkeypatch, counting_statements):
    here, seen = desk.send("expenses", MANY).location, []
    take_turn = operations._take_turn

    def noted(*values):
        seen.append(len(statements))
        return take_turn(*values)

    monkeypatch.setattr(operations, "_take_turn", noted)
    with counting_statements() as statements:
        desk.client.post(here + "/save")
    began = max(at for at, one in enumerate(statements) if one.startswith("UPDATE upload SET state") and at < seen[0])
    between = statements[began + 1 : seen[0]]
    written = [
        one for one in between if one.startswith(("INSERT INTO expense", "INSERT INTO allocation", "UPDATE exp"))
    ]
    assert written == []
    assert not [one for one in statements[seen[0] :] if one.startswith("SELECT") and "expense" in one]
