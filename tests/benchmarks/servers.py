"""The servers of a measurement: the portal with the big network, and the bare page on the same file."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path

from sqlalchemy import text

from config import Development
from portal import create_app
from portal.extensions import db
from tests.benchmarks import big_network
from tests.tools.portal_server import ROOT, PortalSilent, free_port, running_portal

BARE = Path(__file__).parent / "bare"
CONFIGURATION = ROOT / "deploy" / "gunicorn.conf.py"
PATIENCE = 30
TOKEN = re.compile(r'name="csrf_token"[^>]* value="([^"]+)"')


class BigPortal:
    """The address of the running portal, and the database behind it."""

    def __init__(self, address: str, folder: Path) -> None:
        self.address = address
        os.environ["PORTAL_INSTANCE"] = str(folder)
        settings = Development()
        settings.MAIL_FOLDER = folder / "mail"
        self.app = create_app(settings)

    def fill(self) -> None:
        with self.app.app_context():
            big_network.fill()

    def move(self) -> None:
        """As if something was saved: whatever was remembered is out of date."""
        with self.app.app_context():
            db.session.execute(text("UPDATE revision SET number = number + 1"))
            db.session.commit()

    def close(self) -> None:
        with self.app.app_context():
            db.session.remove()
            db.engine.dispose()

    def sign_in(self) -> str:
        """The cookie of a coordinator who signed in."""
        jar = CookieJar()
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        page = opener.open(f"{self.address}/sign-in", timeout=PATIENCE).read().decode()
        found = TOKEN.search(page)
        if found is None:
            raise PortalSilent("the sign-in page has no form")
        values = {"csrf_token": found[1], "email": big_network.EMAIL, "password": big_network.PASSWORD}
        opener.open(f"{self.address}/sign-in", urllib.parse.urlencode(values).encode(), timeout=PATIENCE).read()
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar)


@contextmanager
def running_big_portal(folder: Path) -> Iterator[BigPortal]:
    """The portal with the big network, and nothing else."""
    with running_portal(folder, demo=False) as address:
        portal = BigPortal(address, folder)
        try:
            portal.fill()
            yield portal
        finally:
            portal.close()


@contextmanager
def running_bare(folder: Path) -> Iterator[str]:
    """The bare page, by the same server with the same settings, reading the same file."""
    port = free_port()
    environment = os.environ | {"PORTAL_INSTANCE": str(folder), "PORT": str(port), "HOST": "127.0.0.1"}
    environment["PYTHONPATH"] = str(ROOT)  # the settings of the server name code of the portal
    environment.pop("WELCOME", None)
    command = [sys.executable, "-m", "gunicorn", "--config", str(CONFIGURATION), "wsgi:app"]
    with (folder / "bare.log").open("w") as said:
        server = subprocess.Popen(command, cwd=BARE, env=environment, stdout=said, stderr=subprocess.STDOUT)
    try:
        address = f"http://127.0.0.1:{port}/"
        until = time.monotonic() + PATIENCE
        while not _answers(address):
            if time.monotonic() > until or server.poll() is not None:
                raise PortalSilent((folder / "bare.log").read_text()[-2000:])
            time.sleep(0.1)
        yield address
    finally:
        server.terminate()
        server.wait(10)


def seconds_to_start(folder: Path) -> float:
    """How long `make run` takes the second time, until the sign-in page is there; the first loads the demo networks."""
    _start_once(folder)
    return _start_once(folder)


def _start_once(folder: Path) -> float:
    port = free_port()
    environment = os.environ | {"PORTAL_INSTANCE": str(folder)}
    command = ["make", "--no-print-directory", "run", f"PORT={port}"]
    began = time.perf_counter()
    with (folder / "run.log").open("w") as said:
        server = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=said, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        while not _answers(f"http://127.0.0.1:{port}/sign-in"):
            if time.perf_counter() - began > 4 * PATIENCE or server.poll() is not None:
                raise PortalSilent((folder / "run.log").read_text()[-2000:])
            time.sleep(0.02)
        return time.perf_counter() - began
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(15)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE):
            return True
    except OSError:
        return False
