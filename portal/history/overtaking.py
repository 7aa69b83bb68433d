"""Two people in one form: who saves second sees what the first made of each field, and nothing typed is lost.

A form carries a mark of every value that it was opened with. When it comes back, the marks are held against the
record as it is now; the history tells who made the difference.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from flask import request
from flask_babel import gettext as _
from sqlalchemy import or_, select, update
from wtforms import BooleanField, Field, SelectField, SelectMultipleField

from portal.database import Base
from portal.extensions import db
from portal.history.models import Change, Revision
from portal.web.fields import HoursField, MoneyField
from portal.web.filters import day, hours
from portal.web.forms import RecordForm
from portal.web.guards import current_actor
from portal.web.language import euro

MOST_READ = 200
MARK_LENGTH = 10


@dataclass(frozen=True)
class Meanwhile:
    """What somebody else made of a field; without a name when the history no longer tells who.

    `is_taken_over`: the reader had left the field as it was, so the form now holds the other's value.
    """

    label: str
    by: str
    is_own: bool
    at: datetime | None
    value: str
    is_taken_over: bool


def keep_watch(form: RecordForm, *records: Base) -> None:
    """Note how the record is when its form is shown; when the form comes back, tell what changed in between.

    `records` are those whose fields the form shows. Call this after everything that the
    record holds was put in the form, and hold the turn of the network (`take_turn`) so that nobody saves between
    this look and the saving.
    """
    now = marks_of(form)
    if request.method == "POST":
        changed = _changed_fields(form, now)
        if changed:
            _tell(form, changed, records)
            form.opened.data = packed(now)
    elif not form.opened.data:
        form.opened.data = packed(now)


def take_turn(network: Base | None) -> None:
    """When a form comes in: from here until it is saved, nobody else saves a form in this network.

    None: the installation as a whole. What is read after this is what the others saved.
    """
    if request.method != "POST":
        return
    table: Any = type(network).__table__ if network is not None else Revision.__table__
    if network is None:
        turn = update(table).where(table.c.scope == 0).values(number=table.c.number)
    else:
        turn = update(table).where(table.c.id == network.id).values(name=table.c.name)  # type: ignore[attr-defined]
    db.session.connection().execute(turn)
    if network is not None:
        db.session.refresh(network)


def marks_of(form: RecordForm) -> dict[str, str]:
    """A short mark of what the record holds in each field; fields that are empty have none."""
    marks = {field.name: mark(field, field.object_data) for field in form.typed_fields}
    return {name: found for name, found in marks.items() if found}


def mark(field: Field, value: Any) -> str:
    """Equal for what is in the record and for the same when it comes back from the browser."""
    text = plain(None if isinstance(field, HoursField) and not value else value)
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:MARK_LENGTH] if text else ""


def plain(value: Any) -> str:
    match value:
        case None | False | "":
            return ""
        case True:
            return "y"
        case date():
            return value.isoformat()
        case list() | tuple() | set() | frozenset():
            return "|".join(sorted(str(one) for one in value))
        case _:
            return "\n".join(str(value).split("\r\n")).strip()


def packed(marks: dict[str, str]) -> str:
    return ".".join(["1", *(f"{name}-{found}" for name, found in marks.items())])


def unpacked(text: str | None) -> dict[str, str] | None:
    """The marks of a form, or None when they are missing or spoiled."""
    first, *parts = (text or "").split(".")
    if first != "1":
        return None
    return {name: found for name, _dash, found in (part.rpartition("-") for part in parts)}


def _changed_fields(form: RecordForm, now: dict[str, str]) -> list[tuple[Field, bool]]:
    """Fields that are no longer what this form was opened with, and whether the reader had left them alone.

    What both made the same is no difference. Without marks nothing is known of before: what the record holds counts.
    """
    opened = unpacked(form.opened.data)
    changed = []
    for field in form.typed_fields:
        typed = mark(field, field.data) if not field.process_errors else "?"
        held = now.get(field.name, "")
        before = "" if opened is None else opened.get(field.name, "")
        if typed != held and before != held:
            changed.append((field, opened is not None and typed == before))
    return changed


def _tell(form: RecordForm, changed: Sequence[tuple[Field, bool]], records: Sequence[Base]) -> None:
    """Beside each field who made what of it; fields that the reader had left alone take the other's value."""
    told, keys = list_newest_changes(records), {key_of(one) for one in records}
    form.is_overtaken = True
    form.meanwhile = []
    for field, left_alone in changed:
        change = _who_changed(form, field, told, keys)
        found = Meanwhile(
            label=str(field.label.text),
            by=change.by if change else "",
            is_own=change is not None and change.account_id == current_actor().account_id is not None,
            at=change.at if change else None,
            value=in_reading(field, field.object_data),
            is_taken_over=left_alone,
        )
        form.meanwhile.append((field, found))
        field.meanwhile = found
        if left_alone:
            take_over(field)


def take_over(field: Field) -> None:
    """Put what the record holds in the field, in place of what came in."""
    field.raw_data = None
    if hasattr(field, "typed"):
        field.typed = None
    field.process_data(field.object_data)


def page_of(record: Base) -> tuple[str, int]:
    """The record on whose page the history tells of this one."""
    whole = getattr(record, record.part_of) if record.part_of else None
    return page_of(whole) if whole is not None else key_of(record)


def key_of(record: Base) -> tuple[str, int]:
    return record.__tablename__, record.id  # type: ignore[attr-defined]


def list_newest_changes(records: Iterable[Base]) -> Sequence[Change]:
    """What the history tells of these records and their parts, newest first."""
    pages = [(Change.page_type == kind) & (Change.page_id == key) for kind, key in {page_of(one) for one in records}]
    if not pages:
        return []
    return db.session.scalars(select(Change).where(or_(*pages)).order_by(Change.id.desc()).limit(MOST_READ)).all()


def _who_changed(form: RecordForm, field: Field, told: Sequence[Change], keys: set[tuple[str, int]]) -> Change | None:
    """The newest change that speaks of this field."""
    table = next((table for start, table in form.kept_in.items() if field.name.startswith(start)), None)
    if table is None:
        column = form.kept_as.get(field.name, field.name)
        return next((one for one in told if column in one.fields and (one.subject_type, one.subject_id) in keys), None)
    of_table = [change for change in told if change.subject_type == table]
    exact = [change for change in of_table if change.subject_name == str(field.label.text)]
    return next(iter([*exact, *of_table]), None)


def in_reading(field: Field, value: Any) -> str:
    """A value as people read it."""
    if value in (None, "", [], ()):
        return ""
    if isinstance(field, BooleanField):
        return _("ja") if value else _("nee")
    if isinstance(field, MoneyField):
        return euro(value)
    if isinstance(field, HoursField):
        return hours(value)
    if isinstance(field, SelectField | SelectMultipleField):
        words = {str(code): str(label) for code, label, *_rest in field.iter_choices()}
        codes = value if isinstance(value, list | tuple) else [value]
        return ", ".join(words.get(str(code), str(code)) for code in codes)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return day(value) if isinstance(value, date) else str(value)
