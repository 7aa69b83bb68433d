"""Who asked for long work sees how far it is, takes the result, and tries again; nobody else does."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now
from portal.jobs import rules, working
from portal.jobs.models import Job
from portal.jobs.types import JobState
from portal.web.kept_files import path_of
from tests.factories.jobs import change
from tests.pages import text_of


def test_a_job_that_waits_refreshes_without_script_and_one_that_is_ready_does_not(app, network, person, ask, sign_in):
    job, client = ask(network, person), sign_in(person)
    waiting = client.get(f"/networks/heist/jobs/{job.id}")
    assert b'<noscript><meta http-equiv="refresh"' in waiting.data
    assert "Het wacht op zijn beurt." in text_of(waiting)
    with app.app_context():
        working.work_due()
    ready = client.get(f"/networks/heist/jobs/{job.id}")
    assert b"http-equiv" not in ready.data
    assert "Het is klaar." in text_of(ready)


def test_the_result_is_a_file_to_save(app, network, person, ask, sign_in):
    job, client = ask(network, person), sign_in(person)
    assert client.get(f"/networks/heist/jobs/{job.id}/file").status_code == 302
    with app.app_context():
        working.work_due()
    answer = client.get(f"/networks/heist/jobs/{job.id}/file")
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="proef.txt"')
    assert answer.data == b"voor Ria, {}"
    assert answer.content_length == len(answer.data)
    listed = client.get("/networks/heist/jobs")
    assert "Proef 1" in text_of(listed)
    assert "klaar" in text_of(listed)


def test_a_file_that_is_gone_from_the_disk_is_told(app, network, person, ask, sign_in):
    job = ask(network, person)
    with app.app_context():
        working.work_due()
        path_of(Path(app.config["MADE_FOLDER"]), db.session.get_one(Job, job.id).file_sha256).unlink()
    client = sign_in(person)
    answer = client.get(f"/networks/heist/jobs/{job.id}/file", follow_redirects=True)
    assert "Dit bestand is opgeruimd." in text_of(answer)


def test_another_coordinator_and_an_administrator_do_not_see_it(app, world, network, person, ask, sign_in):
    job = ask(network, person)
    for other in (world.coordinator(network), world.account(is_administrator=True)):
        client = sign_in(other)
        assert client.get(f"/networks/heist/jobs/{job.id}").status_code == 404
        assert client.get(f"/networks/heist/jobs/{job.id}/file").status_code == 404
        assert client.post(f"/networks/heist/jobs/{job.id}/again").status_code == 404


def test_a_job_of_another_network_does_not_exist_here(world, network, person, ask, sign_in):
    elsewhere = world.network("Elders", nis="11002")
    job = ask(elsewhere, person)
    assert sign_in(person).get(f"/networks/heist/jobs/{job.id}").status_code == 404


def test_who_lost_the_right_meanwhile_does_not_get_the_file(app, world, network, ask, sign_in):
    viewer = world.account(network, Role.VIEWER)
    job = ask(network, viewer)
    with app.app_context():
        working.work_due()
    assert sign_in(viewer).get(f"/networks/heist/jobs/{job.id}/file").status_code == 403


def test_what_failed_can_be_tried_again(app, network, person, ask, trial, sign_in, again):
    job = ask(network, person)
    change(app, job, state=JobState.FAILED, open_key=None, attempts=3, sentence={"msgid": "Nee.", "params": {}})
    client = sign_in(person)
    assert "Nee." in text_of(client.get(f"/networks/heist/jobs/{job.id}"))
    answer = client.post(f"/networks/heist/jobs/{job.id}/again")
    assert answer.status_code == 302
    assert again(job).state is JobState.WAITING
    with app.app_context():
        working.work_due()
    assert again(job).state is JobState.DONE


def test_trying_again_twice_is_one_job(app, network, person, ask, sign_in, again):
    job, client = ask(network, person), sign_in(person)
    change(app, job, state=JobState.FAILED, open_key=None, sentence={"msgid": "Nee.", "params": {}})
    newer = ask(network, person)
    answer = client.post(f"/networks/heist/jobs/{job.id}/again")
    assert answer.location.endswith(f"/jobs/{newer.id}")
    client.post(f"/networks/heist/jobs/{newer.id}/again")
    assert again(newer).attempts == 0


def test_trying_again_does_not_fill_the_queue_either(app, network, person, ask, sign_in, again):
    job = ask(network, person)
    change(app, job, state=JobState.FAILED, open_key=None, sentence={"msgid": "Nee.", "params": {}})
    for number in range(rules.MOST_OPEN):
        ask(network, person, number=number + 2)
    client = sign_in(person)
    answer = client.post(f"/networks/heist/jobs/{job.id}/again")
    assert "Wacht tot er één klaar is" in text_of(client.get(answer.location))
    assert again(job).state is JobState.FAILED


def test_a_page_that_is_looked_at_does_the_work_when_no_worker_runs(app, network, person, ask, trial, sign_in, again):
    job, client = ask(network, person), sign_in(person)
    client.get(f"/networks/heist/jobs/{job.id}")
    assert trial.begun == 0  # a worker gets a few seconds
    change(app, job, asked_at=now() - timedelta(seconds=30))
    client.get(f"/networks/heist/jobs/{job.id}")
    for thread in threading.enumerate():
        if thread.name == f"beside-{job.id}":
            thread.join(20)
    assert again(job).state is JobState.DONE
    assert trial.begun == 1


def test_a_page_leaves_the_work_to_a_worker_that_is_busy(app, network, person, ask, trial, sign_in):
    busy, job = ask(network, person, number=1), ask(network, person, number=2)
    change(app, busy, state=JobState.RUNNING, claimed_until=now() + timedelta(seconds=30), claimed_by="worker")
    change(app, job, asked_at=now() - timedelta(seconds=30))
    with app.app_context():
        assert not working.needs_the_page(db.session.get_one(Job, job.id))
        change(app, busy, claimed_until=now() - timedelta(seconds=3))
        db.session.expire_all()
        assert working.needs_the_page(db.session.get_one(Job, job.id))
