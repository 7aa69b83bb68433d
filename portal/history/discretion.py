"""Who may read what of the log: nobody learns from the past of a record what its page keeps from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flask import has_request_context
from sqlalchemy.orm.attributes import set_committed_value

from portal.extensions import db
from portal.foundation.actor import Actor
from portal.history.models import Change
from portal.web.guards import current_actor

Right = Callable[[Actor], bool]

_rights: dict[str, Right] = {}
_field_rights: dict[str, Right] = {}


def tell_only_to(rights: Mapping[str, Right]) -> None:
    """Who may read about the records of each table; what no domain spoke of is for coordinators alone."""
    _rights.update(rights)


def tell_fields_only_to(rights: Mapping[str, Right]) -> None:
    """Who may read the fields with these endings, in whatever record."""
    _field_rights.update(rights)


def has_right(table: str) -> bool:
    return table in _rights


def present_reader() -> Actor | None:
    """Who reads this page; None outside a page, where nothing is kept from the portal itself."""
    return current_actor() if has_request_context() else None


def readable_tables(reader: Actor) -> list[str]:
    return sorted(table for table, right in _rights.items() if right(reader))


def hidden_fields(reader: Actor, fields: Mapping[str, Any]) -> set[str]:
    hidden = [ending for ending, right in _field_rights.items() if not right(reader)]
    return {name for name in fields if any(name.endswith(ending) for ending in hidden)}


def discreet(change: Change, reader: Actor | None) -> Change | None:
    """The change without what the reader may not know; None when nothing is left to tell."""
    hidden = hidden_fields(reader, change.fields) if reader is not None else set()
    if not hidden:
        return change
    left = {name: value for name, value in change.fields.items() if name not in hidden}
    if not left and change.kind == "changed":
        return None
    db.session.expunge(change)  # this copy is only read, and the log itself stays as it is
    set_committed_value(change, "fields", left)
    return change
