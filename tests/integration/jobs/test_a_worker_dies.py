"""A real worker process is killed halfway, and another one finishes its job."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from portal.jobs.types import JobState

WORKER = """
import sys, time
from datetime import timedelta
from config import Testing
from portal import create_app
from portal.foundation.wording import say
from portal.jobs import rules, working
from portal.jobs.register import register_kind
from portal.jobs.types import MadeFile

rules.CLAIM, rules.HEARTBEAT = timedelta(seconds=2), timedelta(seconds=0.5)

def work(job, progress, target):
    target.write(b"half")
    for step in range(1, 100 if sys.argv[2] == "slow" else 2):
        progress(step, 99, say("Stap %(step)s.", step=step))
        time.sleep(0.6)
    target.write(b" and whole")
    return MadeFile("proef.txt", "text/plain")

register_kind("trial", work, title=lambda _parameters: say("Proef"), may=lambda _actor, _parameters: True)
settings = Testing()
settings.SQLALCHEMY_DATABASE_URI = sys.argv[1]
app = create_app(settings)
app.config["MADE_FOLDER"] = sys.argv[3]
with app.app_context():
    until = time.monotonic() + 40
    working.work_always(lambda: time.monotonic() > until)
"""


@pytest.fixture
def start_worker(app, database_address):
    running = []

    def start(pace):
        command = [sys.executable, "-c", WORKER, database_address, pace, str(app.config["MADE_FOLDER"])]
        process = subprocess.Popen(command, env=os.environ | {"PYTHONPATH": os.getcwd()})  # noqa: PTH109
        running.append(process)
        return process

    yield start
    for process in running:
        process.kill()
        process.wait()


def wait_until(holds, seconds=40.0):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if holds():
            return
        time.sleep(0.1)
    raise AssertionError("it did not happen")


def test_a_job_of_a_killed_worker_is_finished_by_the_next_one(app, world, ask, again, start_worker):
    network = world.network()
    job = ask(network, world.coordinator(network))
    first = start_worker("slow")
    wait_until(lambda: again(job).done >= 2)
    first.send_signal(signal.SIGKILL)
    first.wait()
    halfway = again(job)
    assert (halfway.state, halfway.attempts) == (JobState.RUNNING, 1)
    start_worker("quick")
    wait_until(lambda: again(job).state is JobState.DONE)
    assert again(job).attempts == 2
    assert again(job).file_size == len("half and whole")
