"""Long work is done once, tried again when it fails, and taken over when its worker is gone."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path

import pytest

from portal.foundation.clock import now
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import say
from portal.jobs import operations, queries, rules, working
from portal.jobs.types import JobState
from portal.web.kept_files import path_of
from tests.factories.jobs import change


def test_a_job_is_made_and_kept_as_a_file(app, network, person, ask, again):
    job = ask(network, person, number=3)
    with app.app_context():
        assert working.work_due() == 1
    made = again(job)
    assert (made.state, made.file_name, made.open_key) == (JobState.DONE, "proef.txt", None)
    kept = path_of(Path(app.config["MADE_FOLDER"]), made.file_sha256)
    assert kept.read_text() == "voor Ria, {'number': 3}"
    assert made.file_size == kept.stat().st_size
    assert made.expires_at > now() + timedelta(days=6)
    assert list(Path(app.config["MADE_FOLDER"]).glob(".unfinished-*")) == []


def test_the_same_thing_asked_twice_at_once_is_one_job(app, network, person, ask, trial):
    keys, start = [], threading.Barrier(4)

    def click():
        start.wait()
        keys.append(ask(network, person, number=1).id)

    clicks = [threading.Thread(target=click) for _ in range(4)]
    for one in clicks:
        one.start()
    for one in clicks:
        one.join()
    assert len(keys) == 4
    assert len(set(keys)) == 1


def test_once_it_is_ready_the_same_can_be_asked_anew(app, network, person, ask):
    first = ask(network, person)
    with app.app_context():
        working.work_due()
    assert ask(network, person).id != first.id


def test_two_workers_never_do_the_same_job(app, network, person, ask, trial):
    job, start, done = ask(network, person), threading.Barrier(4), []

    def worker():
        with app.app_context():
            start.wait()
            done.append(working.work_on(job.id))

    workers = [threading.Thread(target=worker) for _ in range(4)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    assert sorted(done) == [False, False, False, True]
    assert trial.begun == 1


def test_how_far_it_is_can_be_read_while_it_is_busy(app, network, person, ask, trial, again):
    seen = []

    def look(job, progress):
        found = again(job)
        seen.append((found.state, found.done, found.total, str(found.sentence_wording)))

    trial.meanwhile = look
    job = ask(network, person)
    with app.app_context():
        working.work_on(job.id)
    # The first note of the work comes within half a second of "begun": it may not be written.
    assert seen[0][0] is JobState.RUNNING
    assert again(job).state is JobState.DONE


def test_what_goes_wrong_is_tried_three_times_and_then_told(app, network, person, ask, trial, again):
    def fall(_job, _progress):
        raise ZeroDivisionError

    trial.meanwhile = fall
    job = ask(network, person)
    for attempt in (1, 2, 3):
        with app.app_context():
            assert working.work_on(job.id)
        assert again(job).attempts == attempt
        change(app, job, not_before=now() - timedelta(seconds=1))
    failed = again(job)
    assert failed.state is JobState.FAILED
    assert "niet na 3 keer" in str(failed.sentence_wording)
    with app.app_context():
        assert not working.work_on(job.id)
    assert trial.begun == 3


def test_a_rule_that_refuses_is_told_at_once_in_its_own_words(app, network, person, ask, trial, again):
    def refuse(_job, _progress):
        raise RuleBroken(say("Voor dit jaar is er geen verslag."))

    trial.meanwhile = refuse
    job = ask(network, person)
    with app.app_context():
        working.work_due()
    failed = again(job)
    assert (failed.state, str(failed.sentence_wording)) == (JobState.FAILED, "Voor dit jaar is er geen verslag.")
    assert trial.begun == 1


def test_a_worker_that_was_overtaken_neither_ends_the_job_nor_leaves_a_file(app, network, person, ask, trial, again):
    job = ask(network, person)
    trial.meanwhile = lambda _job, _progress: change(app, job, claimed_by="another")
    with app.app_context():
        working.work_on(job.id)
    assert (again(job).state, again(job).claimed_by) == (JobState.RUNNING, "another")
    assert list(Path(app.config["MADE_FOLDER"]).glob(".unfinished-*")) == []


def test_a_job_whose_worker_is_gone_is_taken_over(app, network, person, ask, trial, again):
    job = ask(network, person)
    with app.app_context():
        assert operations.claim_job(job.id) is not None
        assert not working.work_on(job.id)
    change(app, job, claimed_until=now() - timedelta(seconds=1))
    with app.app_context():
        assert working.work_on(job.id)
    assert (again(job).state, again(job).attempts) == (JobState.DONE, 2)


def test_a_job_that_stops_halfway_every_time_is_given_up(app, network, person, ask, again):
    job = ask(network, person)
    past = now() - timedelta(seconds=1)
    change(app, job, state=JobState.RUNNING, attempts=3, claimed_until=past, claimed_by="dead")
    with app.app_context():
        assert queries.list_due_ids(now()) == []
        operations.sweep_jobs(working.made_folder(), at=now())
    assert again(job).state is JobState.FAILED
    assert "telkens halverwege" in str(again(job).sentence_wording)


def test_a_worker_that_is_closed_gives_its_job_back(app, network, person, ask, trial, again):
    job = ask(network, person)
    with app.app_context():
        working.work_on(job.id, stopping=lambda: True)
    assert (again(job).state, again(job).attempts) == (JobState.WAITING, 0)
    with app.app_context():
        assert working.work_on(job.id)
    assert again(job).state is JobState.DONE


def test_old_files_go_and_a_file_that_another_job_made_too_stays(app, network, person, ask, again):
    first = ask(network, person)
    with app.app_context():
        working.work_due()
    second = ask(network, person)
    with app.app_context():
        working.work_due()
    kept = path_of(Path(app.config["MADE_FOLDER"]), again(first).file_sha256)
    change(app, first, expires_at=now() - timedelta(seconds=1))
    with app.app_context():
        assert operations.sweep_jobs(working.made_folder(), at=now()) == 1
    assert kept.exists()
    change(app, second, expires_at=now() - timedelta(seconds=1))
    with app.app_context():
        assert operations.sweep_jobs(working.made_folder(), at=now()) == 1
        assert queries.list_jobs_of(network.id, person.id) == []
    assert not kept.exists()


def test_nobody_fills_the_queue(app, network, person, ask):
    for number in range(rules.MOST_OPEN):
        ask(network, person, number=number)
    with pytest.raises(RuleBroken):
        ask(network, person, number=99)


def test_a_job_of_a_kind_that_is_gone_says_so(app, network, person, ask, again):
    job = ask(network, person)
    change(app, job, kind="of-long-ago")
    with app.app_context():
        working.work_due()
    assert again(job).state is JobState.FAILED
