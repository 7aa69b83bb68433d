"""Tells a change in plain words: verbs, nouns, and each field with its old and new value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from flask import Flask
from flask_babel import gettext as _

from portal.database import Base
from portal.history.models import Change
from portal.web.filters import CODES, day, label_of_code, moment
from portal.web.language import euro, in_words


@dataclass(frozen=True)
class FieldChange:
    """One line under a change; an empty side means that there was nothing."""

    label: str
    old: str
    new: str


def model_of(table: str) -> type[Base] | None:
    """The model behind a table name."""
    return next((mapper.class_ for mapper in Base.registry.mappers if mapper.class_.__tablename__ == table), None)


def change_noun(change: Change) -> str:
    model = model_of(change.subject_type)
    return in_words(model.noun) if model else change.subject_type


def change_verb(change: Change) -> str:
    return {"added": _("voegde toe:"), "changed": _("veranderde:"), "removed": _("nam weg:")}[change.kind]


def change_lines(change: Change) -> list[FieldChange]:
    """Every field of a change, in the order of the record."""
    model = model_of(change.subject_type)
    labels = model.labels if model else {}
    return [
        FieldChange(in_words(labels.get(name, name)), written(old), written(new))
        for name, (old, new) in change.fields.items()
    ]


def written(value: Any) -> str:
    """A kept value as people read it."""
    match value:
        case None | "":
            return ""
        case {"cents": int(cents)}:
            return euro(cents)
        case {"enum": str(name), "code": code}:
            return label_of_code(name, code)
        case {"day": str(text)}:
            return day(date.fromisoformat(text))
        case {"moment": str(text)}:
            return moment(datetime.fromisoformat(text))
        case {"codes": list(codes)}:
            return ", ".join(label_of_code("", code) for code in codes)
        case {"id": _, "name": text} | {"record": text}:
            return str(text)
        case bool():
            return _("ja") if value else _("nee")
        case str():
            return in_words(CODES[value]) if value in CODES else value
        case _:
            return str(value)


def install_telling(app: Flask) -> None:
    """Make the words of the history known to templates."""
    app.jinja_env.filters.update(change_noun=change_noun, change_verb=change_verb, change_lines=change_lines)
