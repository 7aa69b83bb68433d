"""Migrations run up and down with data in them, and end where the models are, on either database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import CheckConstraint, inspect, text

import config
from portal import create_app
from portal.demo.loading import reload_demo
from portal.extensions import db
from tests.databases import database_kind
from tests.tools.postgres import address_for

ROOT = Path(__file__).resolve().parents[3]
REVISIONS = [one.revision for one in ScriptDirectory(str(ROOT / "migrations")).walk_revisions()][::-1]


@pytest.fixture
def empty_app(tmp_path: Path, worker_id: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    """An application on a database of its own in which nothing stands yet."""
    monkeypatch.setenv("PORTAL_INSTANCE", str(tmp_path))
    settings = config.Testing()
    if database_kind() == "sqlite":
        settings.SQLALCHEMY_DATABASE_URI = f"sqlite:///{tmp_path / 'migrated.db'}"
    else:
        settings.SQLALCHEMY_DATABASE_URI = address_for(f"{worker_id}_migrations")
    app = create_app(settings)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def counts() -> dict[str, int]:
    return {
        table.name: db.session.execute(text(f'SELECT count(*) FROM "{table.name}"')).scalar_one()
        for table in db.metadata.sorted_tables
    }


def test_the_migrations_end_where_the_models_are(empty_app):
    upgrade()
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, db.metadata) == []


def test_every_migration_goes_down_and_up_again_with_the_demo_in_it(empty_app):
    upgrade()
    reload_demo()
    db.session.commit()
    before = counts()
    assert before["expense"] > 30
    db.session.remove()
    for revision in reversed(REVISIONS[:-1]):
        downgrade(revision=revision)
        upgrade(revision=revision)
    upgrade()
    db.session.remove()
    downgrade(revision="base")
    assert set(inspect(db.engine).get_table_names()) <= {"alembic_version"}
    upgrade()
    reload_demo()
    db.session.commit()
    assert counts() == before


def test_there_is_one_line_of_migrations():
    assert ScriptDirectory(str(ROOT / "migrations")).get_heads() == [REVISIONS[-1]]


def test_a_table_that_was_copied_keeps_its_checks(empty_app):
    upgrade()
    for table in ("expense", "contribution", "grant", "voice", "voice_effect", "tiding"):
        wanted = {str(one.name) for one in db.metadata.tables[table].constraints if isinstance(one, CheckConstraint)}
        assert wanted <= {str(one["name"]) for one in inspect(db.engine).get_check_constraints(table)}, table
