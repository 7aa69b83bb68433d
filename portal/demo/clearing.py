"""Empties a demo installation, its history included; nothing of this can reach a database with real networks."""

from __future__ import annotations

from sqlalchemy import text

from portal.extensions import db
from portal.history.guarding import guard_history, unguard_history

KEPT_TABLES = frozenset({"municipality"})


def clear_everything() -> None:
    """Remove every row but the municipalities, in an order that no foreign key minds."""
    connection = db.session.connection()
    unguard_history(connection)
    for name in ("action", "objective", "plan", "agenda_item"):  # rows of these point at rows of their own table
        for column in ("steps_in_for_id", "copied_from_id", "parent_id", "period_plan_id", "comes_from_id"):
            if column in db.metadata.tables[name].columns:
                connection.execute(text(f'UPDATE "{name}" SET {column} = NULL'))  # noqa: S608
    for table in reversed(db.metadata.sorted_tables):
        if table.name not in KEPT_TABLES:
            connection.execute(table.delete())
    guard_history(connection)
    db.session.expunge_all()
