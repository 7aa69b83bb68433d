"""The form base, the form of a record, and the bridge from rules to fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from flask import g, request
from flask_wtf import FlaskForm
from flask_wtf.form import _Auto
from markupsafe import Markup
from werkzeug.datastructures import CombinedMultiDict, MultiDict
from wtforms import Field, HiddenField
from wtforms.widgets import HiddenInput

from portal.extensions import db
from portal.foundation.errors import ChangedMeanwhile, RuleBroken, YearClosed
from portal.foundation.wording import Wording
from portal.web.fields import (
    A_DAY,
    AN_AMOUNT,
    AN_HOUR,
    CHOSEN,
    NEEDED,
    AddressField,
    CodesField,
    DayField,
    HoursField,
    LineField,
    ListField,
    MoneyField,
    Needed,
    PhoneField,
    PlainTextField,
    SeveralField,
    TimeField,
    WholeNumberField,
    at_most,
    tidy,
    without_unprintable,
)
from portal.web.language import in_words

__all__ = [
    "AN_AMOUNT",
    "AN_HOUR",
    "A_DAY",
    "CHOSEN",
    "NEEDED",
    "AddressField",
    "CodesField",
    "DayField",
    "HoursField",
    "LineField",
    "ListField",
    "MoneyField",
    "Needed",
    "PhoneField",
    "PlainTextField",
    "PortalForm",
    "RecordForm",
    "SeveralField",
    "TimeField",
    "WholeNumberField",
    "at_most",
    "choices_of",
    "optional_id",
    "tidy",
]


def sent_text() -> MultiDict[str, str]:
    """What came in as a form, without what no page may show."""
    return MultiDict([(name, without_unprintable(text)) for name, text in request.form.items(multi=True)])


class PortalForm(FlaskForm):
    """Every form: text that was typed before a session ended comes back, and broken rules show beside their field."""

    is_brought_back = False  # holds what was typed in a session that ended
    is_overtaken = False  # somebody else saved the record while this form was open

    class Meta(FlaskForm.Meta):
        locales = False

        def wrap_formdata(self, form: Any, formdata: Any) -> Any:
            kept = g.get("kept_input")
            if request.method == "GET" and kept is not None:
                form.is_brought_back = any(name in form and form[name].type != "CSRFTokenField" for name, _text in kept)
                return MultiDict(kept)
            if formdata is _Auto and request.method == "POST":
                return CombinedMultiDict([request.files, sent_text()])
            return super().wrap_formdata(form, formdata)

    def hidden_tag(self, *_fields: Any) -> Markup:
        """The hidden fields without ids: several forms may stand on one page."""
        hidden = [field for field in self if isinstance(field.widget, HiddenInput)]
        return Markup("").join(
            Markup('<input type="hidden" name="{}" value="{}">').format(field.name, field._value()) for field in hidden
        )

    @property
    def is_measuring(self) -> bool:
        """Whether the form came in to hear how its text reads, and not to be saved."""
        return request.method == "POST" and "measure" in request.form

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether everything is right and nobody else was first."""
        if self.is_measuring:
            return False
        return bool(super().validate(extra_validators)) and not self.is_overtaken

    def accepts(self, operation: Callable[..., Any], *args: Any, **values: Any) -> bool:
        """Run an operation; show a broken rule beside the field it concerns."""
        try:
            self.outcome = operation(*args, **values)
        except YearClosed as closed:
            db.session.rollback()
            self.refuse(closed.message)
            return False
        except RuleBroken as broken:
            self.refuse(broken.message, broken.field)
            return False
        except ChangedMeanwhile:
            db.session.rollback()
            self.is_overtaken = True
            return False
        return True

    @property
    def http_status(self) -> int:
        """What a page with this form answers: shown, refused, or somebody else was first."""
        if self.is_overtaken:
            return 409
        return 422 if request.method == "POST" and not self.is_measuring else 200

    def refuse(self, message: Wording, field: str | None = None) -> None:
        """Show a sentence beside a field, or above the form when the form has no such field."""
        owner = self._fields.get(field or "")
        if owner is None:
            self.form_errors.append(in_words(message))
        else:
            owner.errors = [*owner.errors, in_words(message)]


class RecordForm(PortalForm):
    """The form of a record. It remembers how the record was when the form was opened, and saves a new one once."""

    opened = HiddenField()
    once = HiddenField()

    meanwhile: Sequence[Any] = ()  # fields that somebody else changed, with what became of them

    # Fields that are kept in rows of their own: the beginning of their name, and the table of those rows.
    kept_in: dict[str, str] = {}

    # Fields of which the record keeps the value in a column with another name.
    kept_as: dict[str, str] = {}

    @property
    def typed_fields(self) -> list[Field]:
        """What people fill in, without what the form carries along."""
        return [field for field in self if not isinstance(field.widget, HiddenInput)]

    @property
    def values(self) -> dict[str, Any]:
        return {field.name: field.data for field in self.typed_fields}

    def hold(self, name: str, value: Any) -> None:
        """Show what the record holds in a field that is no column of it; what somebody typed stays."""
        field = self._fields.get(name)
        if field is not None:
            field.object_data = value
            if not field.raw_data:  # missing is not emptied
                field.process_data(value)


def choices_of(labels: dict[Any, Wording], empty: Any = None) -> list[tuple[str, Any]]:
    """Choices for a select field from a dict of enum members to wordings, in the order of the dict."""
    listed = [(str(member.value), in_words(label)) for member, label in labels.items()]
    return [("", empty), *listed] if empty is not None else listed


def optional_id(value: Any) -> int | None:
    """For select fields of records: "" means none."""
    return int(value) if value not in (None, "", "None") else None
