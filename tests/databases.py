"""A migrated database for the tests, put back to empty between them, on SQLite or PostgreSQL."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import text

from portal.extensions import db
from portal.network.operations import load_municipalities

KEPT_TABLES = {"municipality", "alembic_version"}


def database_kind() -> str:
    """Which database this run is for; `make test` runs everything once on each."""
    return os.environ.get("TEST_DATABASE", "sqlite")


class SqliteReset:
    """Puts a copy of the freshly migrated file back."""

    def __init__(self, app: Flask, folder: Path) -> None:
        self.app = app
        self.file = folder / "test.db"
        self.fresh = folder / "fresh.db"
        with app.app_context():
            upgrade()
            load_municipalities()
            db.session.commit()
            db.session.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
            db.session.remove()
            db.engine.dispose()
        shutil.copy(self.file, self.fresh)

    def reset(self) -> None:
        with self.app.app_context():
            db.engine.dispose()
        for leftover in self.file.parent.glob("test.db-*"):
            leftover.unlink()
        shutil.copy(self.fresh, self.file)


class PostgresReset:
    """Empties every table and starts the numbering again."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        with app.app_context():
            db.session.execute(text("DROP SCHEMA public CASCADE"))
            db.session.execute(text("CREATE SCHEMA public"))
            db.session.commit()
            db.session.remove()
            upgrade()
            load_municipalities()
            db.session.commit()
        names = [table.name for table in db.metadata.sorted_tables if table.name not in KEPT_TABLES]
        quoted = ", ".join(f'"{name}"' for name in names)
        self.statement = f"TRUNCATE {quoted} RESTART IDENTITY CASCADE"

    def reset(self) -> None:
        with self.app.app_context():
            db.session.execute(text(self.statement))
            db.session.commit()
