"""Fixtures of all tests: the application on a fresh database, clients of every role, counted statements."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event
from sqlalchemy.engine import Engine

from config import Testing
from portal import create_app
from portal.extensions import db
from tests.databases import PostgresReset, SqliteReset, database_kind
from tests.factories.world import World
from tests.pages import WatchfulClient, client_of

FORM_PROOF = "csrf off in tests that are not about it"


@pytest.fixture(scope="session")
def database_address(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> str:
    if database_kind() == "sqlite":
        return f"sqlite:///{tmp_path_factory.mktemp('database') / 'test.db'}"
    from tests.tools.postgres import address_for  # noqa: PLC0415  (only where PostgreSQL is asked for)

    return address_for(worker_id)


@pytest.fixture(scope="session")
def worker_id(request: pytest.FixtureRequest) -> str:
    return os.environ.get("PYTEST_XDIST_WORKER", "main")


@pytest.fixture(scope="session")
def whole_app(tmp_path_factory: pytest.TempPathFactory, database_address: str) -> Iterator[tuple[Flask, Any]]:
    folder = tmp_path_factory.mktemp("instance")
    os.environ["PORTAL_INSTANCE"] = str(folder)
    settings = Testing()
    settings.SQLALCHEMY_DATABASE_URI = database_address
    app = create_app(settings)
    app.config["WTF_CSRF_ENABLED"] = False
    if database_address.startswith("sqlite"):
        reset: Any = SqliteReset(app, Path(database_address.removeprefix("sqlite:///")).parent)
    else:
        reset = PostgresReset(app)
    yield app, reset
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def app(whole_app: tuple[Flask, Any], tmp_path: Path) -> Iterator[Flask]:
    """The application on a fresh database that holds the municipalities and nothing else."""
    app, reset = whole_app
    reset.reset()
    app.config.update(
        MAIL_URL="",
        MAIL_FOLDER=tmp_path / "mail",
        PROOF_FOLDER=tmp_path / "proofs",
        UPLOAD_FOLDER=tmp_path / "uploads",
        MADE_FOLDER=tmp_path / "made",
    )
    app.extensions["memory"].forget()
    yield app
    with app.app_context():
        db.session.remove()


@pytest.fixture
def world(app: Flask) -> World:
    """Makes networks, people, partners, actions and money for a test."""
    return World(app)


@pytest.fixture
def client(app: Flask) -> WatchfulClient:
    """Somebody who is not signed in."""
    return client_of(app)


@pytest.fixture
def sign_in(app: Flask) -> Callable[[Any], WatchfulClient]:
    """A client with the session of an account, without the slow password."""

    def signed_in(account: Any) -> WatchfulClient:
        client = client_of(app)
        with app.test_request_context():
            from flask import session  # noqa: PLC0415

            from portal.accounts.sessions import begin_session  # noqa: PLC0415

            begin_session(account)
            values = dict(session)
        with client.session_transaction() as session_of_client:
            session_of_client.update(values)
            session_of_client.permanent = True
        return client

    return signed_in


@pytest.fixture
def counting_statements(app: Flask) -> Callable[[], Any]:
    """SQL statements within a block, as a list of their texts."""

    @contextmanager
    def counted() -> Iterator[list[str]]:
        statements: list[str] = []

        def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            if not statement.startswith(("PRAGMA", "SAVEPOINT", "RELEASE")):
                statements.append(statement)

        event.listen(Engine, "before_cursor_execute", note)
        try:
            yield statements
        finally:
            event.remove(Engine, "before_cursor_execute", note)

    return counted
