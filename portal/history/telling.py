"""Tells acts and changes in plain words: who, what, and each field with its old and new value."""

from __future__ import annotations

from ast import literal_eval
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from flask import Flask
from flask_babel import gettext as _

from portal.foundation.wording import Wording
from portal.history.acts import FILE, Act, fold, is_whole, with_their_files
from portal.history.differing import differing_parts
from portal.history.models import Change
from portal.history.words import model_of, name_in_words, noun_of, writer_of
from portal.web.filters import day, kept_words, label_of_code, moment
from portal.web.language import euro, in_words

FEW_LINES = 4  # that stand under an act without opening it
BY_SCREEN = "scherm"


@dataclass(frozen=True)
class FieldChange:
    """One line under a change; an empty side means that there was nothing. Of long texts only what differs."""

    label: str
    old: str
    new: str
    whole: tuple[str, str] | None = None


def change_noun(change: Change) -> str:
    return noun_of(change.subject_type)


def change_name(change: Change) -> str:
    return name_in_words(change.subject_type, change.subject_name, change.fields)


def change_verb(change: Change) -> str:
    return verb_of(change.kind)


def verb_of(kind: str) -> str:
    return {"added": _("voegde toe:"), "changed": _("veranderde:"), "removed": _("nam weg:")}[kind]


def change_lines(change: Change) -> list[FieldChange]:
    """Every field of a change, in the order of the record."""
    model = model_of(change.subject_type)
    labels = model.labels if model else {}
    return [
        _line(
            in_words(labels.get(name, name)),
            written(old, change.subject_type, name),
            written(new, change.subject_type, name),
        )
        for name, (old, new) in change.fields.items()
    ]


def changed_between(changes: Sequence[Change]) -> list[FieldChange]:
    """Several changes of one record, oldest first, as one: each field as it was before and as it is after."""
    sides: dict[str, list[Any]] = {}
    for change in changes:
        for name, (old, new) in change.fields.items():
            sides.setdefault(name, [old, new])[1] = new
    if not sides:
        return []
    table = changes[0].subject_type
    model = model_of(table)
    labels = model.labels if model else {}
    return [
        _line(in_words(labels.get(name, name)), written(old, table, name), written(new, table, name))
        for name, (old, new) in sides.items()
        if old != new
    ]


def _line(label: str, old: str, new: str) -> FieldChange:
    short = differing_parts(old, new)
    return FieldChange(label, *short, whole=(old, new) if short != (old, new) else None)


def written(value: Any, table: str = "", column: str = "") -> str:
    """A kept value as people read it."""
    write = writer_of(table, column)
    match value:
        case None | "":
            return ""
        case bool():
            return _("ja") if value else _("nee")
        case {"codes": list(codes)}:
            return write(codes) if write else ", ".join(label_of_code("", code) for code in codes)
        case {"id": int(), "name": text}:
            return str(text)
        case dict():
            return _typed(value)
        case _:
            return write(value) if write else str(value)


def _typed(value: dict[str, Any]) -> str:
    """A value that the log kept with its kind."""
    match value:
        case {"cents": int(cents)}:
            return euro(cents)
        case {"enum": str(name), "code": code}:
            return label_of_code(name, code)
        case {"day": str(text)}:
            return day(date.fromisoformat(text))
        case {"moment": str(text)}:
            return moment(datetime.fromisoformat(text))
        case {"wording": dict(record)}:
            return in_words(Wording.from_record(record))
        case _:
            return _older_wording(value.get("record"))


def _older_wording(kept: Any) -> str:
    """A sentence as the log kept it in its first days."""
    try:
        return in_words(Wording.from_record(literal_eval(kept)))
    except (ValueError, SyntaxError, KeyError, TypeError, AttributeError):
        return _("niet meer leesbaar")


def told_by(one: Act | Change) -> str:
    """Who did it, and along which way when that was not a screen."""
    who = kept_words(one.by)
    is_import = isinstance(one, Act) and one.reading_in is not None
    if one.via == BY_SCREEN or is_import:
        return who
    return _("%(who)s (%(way)s)", who=who, way=kept_words(one.via))


def act_sentence(act: Act) -> str:
    """What was done, without the name of the one record that it was done to."""
    if act.reading_in is not None:
        return _reading_in(act, act.reading_in)
    if act.main is not None:
        return f"{change_verb(act.main)} {change_noun(act.main)}"
    if not act.by_people:
        return _("het portaal keek iets na")
    told = [
        f"{verb_of(kind)} {', '.join(counted(table, count) for table, count in tables.items())}"
        for kind, tables in act.counted.items()
    ]
    return "; ".join(told)


def _reading_in(act: Act, file: Change) -> str:
    """ "las in: 6 uitgaven uit"; the rows of a file are the records of the kind that it brought most of."""
    rows = file.fields["saved_rows"][1] or 0
    wholes = Counter(row.subject_type for row in act.rows if is_whole(row) and row.subject_type != FILE)
    if not wholes:
        return _("las in: %(count)s rijen uit", count=rows)
    return _("las in: %(what)s uit", what=counted(wholes.most_common(1)[0][0], rows))


def counted(table: str, count: int) -> str:
    """ "6 uitgaven"."""
    return _("%(count)s %(what)s", count=count, what=noun_of(table, count))


def act_subject(act: Act) -> str:
    """The record by name, or the file."""
    one = act.reading_in or act.main
    return change_name(one) if one is not None else ""


def open_lines(act: Act) -> list[FieldChange]:
    """What is told without opening: the few fields of a single change."""
    if act.reading_in is not None or len(act.by_people) != 1:
        return []
    lines = change_lines(act.by_people[0])
    return lines if len(lines) <= FEW_LINES else []


def folded(changes: Sequence[Change]) -> list[Act]:
    return with_their_files(fold(changes))


def install_telling(app: Flask) -> None:
    """Make the words of the history known to templates."""
    app.jinja_env.filters.update(
        acts=folded,
        act_sentence=act_sentence,
        act_subject=act_subject,
        open_lines=open_lines,
        told_by=told_by,
        change_noun=change_noun,
        change_name=change_name,
        change_verb=change_verb,
        change_lines=change_lines,
    )
