"""The form base, the bridge from rules to fields, and the fields that our subjects need."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from flask import g, request
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from markupsafe import Markup
from werkzeug.datastructures import MultiDict
from wtforms import DateField, Field, IntegerField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import StopValidation, ValidationError
from wtforms.widgets import CheckboxInput, HiddenInput, ListWidget, TextInput

from portal.foundation.errors import RuleBroken
from portal.foundation.money import NotAnAmount, cents_from_text, euros_text
from portal.foundation.wording import Wording
from portal.web.language import in_words

AMOUNT_REASONS = {
    "shape": _l("Dit is geen bedrag. Schrijf bijvoorbeeld 1250,00."),
    "ambiguous": _l("Dit bedrag kan je op twee manieren lezen. Schrijf 1250,00 of 1,25."),
    "decimals": _l("Een bedrag heeft ten hoogste twee cijfers na de komma."),
    "range": _l("Dit bedrag is te groot."),
}


class Needed:
    """Something must be filled in; what could not be read keeps its own, clearer sentence."""

    field_flags = {"required": True}

    def __call__(self, form: Any, field: Field) -> None:
        if field.process_errors:
            return
        if not field.data or (isinstance(field.data, str) and not field.data.strip()):
            raise StopValidation(str(_l("Vul dit in.")))


NEEDED = Needed()


class PortalForm(FlaskForm):
    """Every form: text that was typed before a session ended comes back, and broken rules show beside their field."""

    class Meta(FlaskForm.Meta):
        locales = False

        def wrap_formdata(self, form: Any, formdata: Any) -> Any:
            kept = g.get("kept_input")
            if request.method == "GET" and kept is not None:
                return MultiDict(kept)
            return super().wrap_formdata(form, formdata)

    def hidden_tag(self, *_fields: Any) -> Markup:
        """The hidden fields without ids: several forms may stand on one page."""
        hidden = [field for field in self if isinstance(field.widget, HiddenInput)]
        return Markup("").join(
            Markup('<input type="hidden" name="{}" value="{}">').format(field.name, field._value()) for field in hidden
        )

    def accepts(self, operation: Callable[..., Any], *args: Any, **values: Any) -> bool:
        """Run an operation; show a broken rule beside the field it concerns."""
        try:
            self.outcome = operation(*args, **values)
        except RuleBroken as broken:
            self.refuse(broken.message, broken.field)
            return False
        return True

    def refuse(self, message: Wording, field: str | None = None) -> None:
        """Show a sentence beside a field, or above the form when the form has no such field."""
        owner = self._fields.get(field or "")
        if owner is None:
            self.form_errors.append(in_words(message))
        else:
            owner.errors = [*owner.errors, in_words(message)]


class MoneyField(StringField):
    """An amount of euros; `data` is in cents. Negative amounts only when `signed`."""

    widget = TextInput()

    def __init__(self, *args: Any, signed: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.signed = signed
        self.typed: str | None = None

    def _value(self) -> str:
        if self.typed is not None:
            return self.typed
        return "" if self.data is None else euros_text(self.data).replace(".", ",")

    def process_formdata(self, valuelist: list[str]) -> None:
        if not valuelist:
            return
        self.typed = valuelist[0]
        self.data = None
        if not self.typed.strip():
            return
        try:
            cents = cents_from_text(self.typed)
        except NotAnAmount as error:
            raise ValueError(str(AMOUNT_REASONS[error.reason])) from error
        if cents < 0 and not self.signed:
            raise ValueError(str(_l("Een bedrag kan hier niet onder nul zijn.")))
        self.data = cents


class DayField(DateField):
    """A day, as the browser sends it (2025-03-01) or as people write it (1/3/2025)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("format", ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"])
        super().__init__(*args, **kwargs)

    def process_formdata(self, valuelist: list[str]) -> None:
        text = " ".join(valuelist).strip()
        if not text:
            self.data = None
            return
        for shape in self.strptime_format:
            try:
                self.data = datetime.strptime(text, shape).date()  # noqa: DTZ007  (a day has no zone)
            except ValueError:
                continue
            if 1990 <= self.data.year <= 2099:
                return
        self.data = None
        raise ValueError(str(_l("Dit is geen datum. Schrijf bijvoorbeeld 1/3/2025.")))


class WholeNumberField(IntegerField):
    """One whole number, zero or more; "4 tot 10" is refused."""

    largest = 10_000_000

    def process_formdata(self, valuelist: list[str]) -> None:
        text = valuelist[0].strip() if valuelist else ""
        if not text:
            self.data = None
            return
        if not text.isascii() or not text.isdigit() or int(text[:12]) > self.largest:
            self.data = None
            raise ValueError(str(_l("Vul één geheel getal in, zonder tekst. Bijvoorbeeld 6.")))
        self.data = int(text)


class HoursField(StringField):
    """A duration people write in hours ("2,5", "2:30", "2u30"); `data` is in minutes."""

    widget = TextInput()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.typed: str | None = None

    def _value(self) -> str:
        if self.typed is not None:
            return self.typed
        return "" if not self.data else f"{self.data / 60:.2f}".rstrip("0").rstrip(".").replace(".", ",")

    def process_formdata(self, valuelist: list[str]) -> None:
        if not valuelist:
            return
        self.typed = valuelist[0]
        self.data = minutes_from_text(self.typed)


def minutes_from_text(text: str) -> int | None:
    """Minutes of "2,5", "2.5", "2:30", "2u30" or "2 u"; None when empty; ValueError with a sentence otherwise."""
    cleaned = text.strip().lower().replace(" ", "").replace("uur", "u")
    if not cleaned:
        return None
    wrong = ValueError(str(_l("Dit zijn geen uren. Schrijf bijvoorbeeld 2,5 of 2:30.")))
    hours, mark, minutes = cleaned.partition("u") if "u" in cleaned else cleaned.partition(":")
    try:
        total = round(float(hours.replace(",", ".")) * 60) if not minutes else int(hours) * 60 + int(minutes)
    except (ValueError, OverflowError) as error:
        raise wrong from error
    if not 0 <= total <= 60 * 10_000 or (mark and minutes and not 0 <= int(minutes) < 60):
        raise wrong
    return total


class CodesField(SelectMultipleField):
    """Any number of codes out of a list, as a list of tick boxes."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def pre_validate(self, form: Any) -> None:
        known = {value for value, *_rest in self.iter_choices()}
        if any(value not in known for value in self.data or ()):
            raise ValidationError(str(_l("Kies uit de lijst.")))


class PlainTextField(TextAreaField):
    """Text of several lines, stripped of what no reader sees."""

    def process_formdata(self, valuelist: list[str]) -> None:
        super().process_formdata([tidy(text) for text in valuelist])


class LineField(StringField):
    """One line of text, stripped of what no reader sees."""

    def process_formdata(self, valuelist: list[str]) -> None:
        super().process_formdata([" ".join(tidy(text).split()) for text in valuelist])


def tidy(text: str) -> str:
    """The text without control characters (a database refuses some of them) and without loose ends."""
    return "".join(sign for sign in text if sign in "\n\t" or sign.isprintable() or sign == "\u200d").strip()


def choices_of(labels: dict[Any, Wording], empty: Any = None) -> list[tuple[str, Any]]:
    """Choices for a select field from a dict of enum members to wordings, in the order of the dict."""
    listed = [(str(member.value), in_words(label)) for member, label in labels.items()]
    return [("", empty), *listed] if empty is not None else listed


def optional_id(value: Any) -> int | None:
    """For select fields of records: "" means none."""
    return int(value) if value not in (None, "", "None") else None


def chosen_day(value: Any) -> date | None:
    return value if isinstance(value, date) else None


def field_errors(form: PortalForm) -> Iterable[tuple[Field, str]]:
    """Every error with its field, in the order of the form, for the summary above it."""
    for field in form:
        for error in field.errors:
            yield field, str(error)
