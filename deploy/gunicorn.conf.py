"""The web server. PORT, HOST, WEB_CONCURRENCY, THREADS and WORKER_CLASS change what stands here."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flask import Flask
from flask_migrate import upgrade

from portal.funding.costs.lexicon import lexicon

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
# Threads keep a slow reader from holding a worker; behind a proxy that buffers, "sync" is a little faster.
worker_class = os.environ.get("WORKER_CLASS", "gthread")
threads = int(os.environ.get("THREADS", "4"))
preload_app = True
timeout = 120
graceful_timeout = 30
keepalive = 5
loglevel = os.environ.get("LOG_LEVEL", "warning")
accesslog = os.environ.get("ACCESS_LOG") or None
control_socket_disable = True
if Path("/dev/shm").is_dir():  # noqa: S108  (the sign of life of a worker must not wait for a disk)
    worker_tmp_dir = "/dev/shm"  # noqa: S108

# A loaded portal holds hundreds of thousands of objects that never go away. Looking through them
# at every collection costs tens of milliseconds on one page in a hundred; frozen, they are left
# alone and workers share them.
COLLECT_AFTER = (50_000, 20, 100)


def on_starting(server: Any) -> None:
    """For a demo, the tables and the demo networks are made here: starting Python once saves seconds."""
    if os.environ.get("WELCOME"):
        with portal_open() as app:
            upgrade()
            app.cli.commands["load-demo"].main(["--if-empty"], standalone_mode=False)
        let_go_of_connections(close=True)


def when_ready(server: Any) -> None:
    """The portal is loaded and not yet copied to the workers; nobody waits for the words of the cost lists."""
    lexicon()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*COLLECT_AFTER)
    welcome = os.environ.get("WELCOME")
    if welcome:
        words = Path(welcome).read_text(encoding="utf-8")
        folder = os.environ.get("PORTAL_INSTANCE", "instance/")
        print(words.format(address=f"http://{bind}", folder=folder), flush=True)


def post_fork(server: Any, worker: Any) -> None:
    """No worker may speak over a database connection that another one holds."""
    let_go_of_connections(close=False)


def let_go_of_connections(*, close: bool) -> None:
    """Forget the pool; close what is in it, or leave that to the process that opened it."""
    with portal_open() as app:
        for engine in app.extensions["sqlalchemy"].engines.values():
            engine.dispose(close=close)


@contextmanager
def portal_open() -> Iterator[Flask]:
    """The portal that this server has loaded, with its database."""
    from wsgi import app  # noqa: PLC0415  (only the server knows when to load it)

    with app.app_context():
        yield app
