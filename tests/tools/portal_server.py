"""The real portal on a free port, with the production server: for journeys, screenshots and measurements."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60


class PortalSilent(RuntimeError):
    """The portal did not start; the message holds what it said."""


@contextmanager
def running_portal(folder: Path, *, demo: bool = True, **settings: str) -> Iterator[str]:
    """The address of a portal whose data lie in the folder; it stops when the block ends."""
    folder.mkdir(parents=True, exist_ok=True)
    port = free_port()
    environment = os.environ | {"PORTAL_INSTANCE": str(folder), "PORT": str(port), "HOST": "127.0.0.1"} | settings
    environment.pop("WELCOME", None)
    flask = [sys.executable, "-m", "flask", "--app", "wsgi"]
    for task in (["db", "upgrade"], ["load-demo", "--if-empty"] if demo else ["load-municipalities"]):
        done = subprocess.run([*flask, *task], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise PortalSilent(f"flask {' '.join(task)}: {done.stderr[-3000:]}")
    log = folder / "server.log"
    with log.open("w") as said:
        command = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py", "wsgi:app"]
        server = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(f"{address}/sign-in", server, log)
        yield address
    finally:
        server.send_signal(signal.SIGTERM)
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def free_port() -> int:
    """A port that nobody uses at this moment."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def _wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except urllib.error.HTTPError as error:
            raise PortalSilent(f"{address} answers {error.code}: {log.read_text()[-3000:]}") from error
        except OSError:
            time.sleep(0.1)
    raise PortalSilent(f"{address} does not answer: {log.read_text()[-3000:]}")
