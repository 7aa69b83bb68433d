"""Runs migrations with the application's own engine and tables, on SQLite and PostgreSQL."""

from __future__ import annotations

from typing import Any

from alembic import context
from flask import current_app
from sqlalchemy.types import TypeDecorator

from portal.extensions import db


def plain_type(kind: str, item: Any, _autogenerate: Any) -> str | bool:
    """Migrations name the column types of the database, so that they never depend on today's code."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl!r}"
    return False


def run() -> None:
    """Apply migrations over one connection; SQLite alters tables by copying them (batch mode)."""
    engine = db.engine
    options = dict(current_app.extensions["migrate"].configure_args)
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            # A batch copy drops the old table: checks of foreign keys wait until the copy stands in its place.
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
            connection.commit()
        context.configure(connection=connection, target_metadata=db.metadata, render_item=plain_type, **options)
        with context.begin_transaction():
            context.run_migrations()


run()
