"""Triggers by which the database itself refuses to change or remove a row of the event log."""

from __future__ import annotations

from sqlalchemy import Connection, text

REFUSAL = "the history is only added to"

SQLITE = tuple(
    f"CREATE TRIGGER {name} BEFORE {event} ON \"change\" BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    for name, event in (("change_is_kept", "UPDATE"), ("change_is_not_removed", "DELETE"))
)
SQLITE_OFF = ("DROP TRIGGER IF EXISTS change_is_kept", "DROP TRIGGER IF EXISTS change_is_not_removed")

FUNCTION = f"""
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$
"""
TRIGGER = """
CREATE TRIGGER change_is_kept BEFORE UPDATE OR DELETE ON "change"
FOR EACH ROW EXECUTE FUNCTION refuse_change()
"""
POSTGRESQL = (FUNCTION, TRIGGER)
POSTGRESQL_OFF = ('DROP TRIGGER IF EXISTS change_is_kept ON "change"', "DROP FUNCTION IF EXISTS refuse_change()")


def guard_history(connection: Connection) -> None:
    """From now on the log is only added to."""
    for statement in POSTGRESQL if connection.dialect.name == "postgresql" else SQLITE:
        connection.execute(text(statement))


def unguard_history(connection: Connection) -> None:
    """Open the log; only to take its table away or to empty a demo installation."""
    for statement in POSTGRESQL_OFF if connection.dialect.name == "postgresql" else SQLITE_OFF:
        connection.execute(text(statement))
