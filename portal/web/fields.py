"""The fields and checks that our subjects need: amounts, days, whole numbers, hours, clocks, codes, texts, lists."""

from __future__ import annotations

import re
from datetime import datetime, time
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import DateField, Field, IntegerField, SelectField, SelectMultipleField, StringField, TextAreaField
from wtforms.validators import Length, StopValidation, ValidationError
from wtforms.widgets import CheckboxInput, EmailInput, ListWidget, TelInput, TextInput

from portal.foundation.money import NotAnAmount, cents_from_text, euros_text

UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
LONGEST_NUMBER = 40  # characters; what is longer is no number that anybody means
AMOUNT_REASONS = {
    "shape": _l("Dit is geen bedrag. Schrijf bijvoorbeeld 1250,00."),
    "ambiguous": _l("Dit bedrag kan je op twee manieren lezen. Schrijf 1250,00 of 1,25."),
    "decimals": _l("Een bedrag heeft ten hoogste twee cijfers na de komma."),
    "range": _l("Dit bedrag is te groot."),
}


class Needed:
    """Something must be filled in, nought included; what could not be read keeps its own, clearer sentence."""

    field_flags = {"required": True}

    def __init__(self, sentence: Any) -> None:
        self.sentence = sentence

    def __call__(self, form: Any, field: Field) -> None:
        if field.process_errors:
            return
        if field.data in (None, "", [], ()) or (isinstance(field.data, str) and not field.data.strip()):
            raise StopValidation(str(self.sentence))


NEEDED = Needed(_l("Vul dit in."))
CHOSEN = Needed(_l("Kies er een."))
AN_AMOUNT = Needed(_l("Vul een bedrag in."))
A_DAY = Needed(_l("Kies een dag."))
AN_HOUR = Needed(_l("Vul een uur in. Bijvoorbeeld 14:00."))
CLOCK = re.compile(r"(\d{1,2})(?:\s*[:.uh]\s*(\d{2})?)?\s*(?:uur)?", re.IGNORECASE)


def at_most(most: int) -> Length:
    """A length that a column can hold, refused in plain words."""
    return Length(max=most, message=_l("Dit is te lang. Schrijf ten hoogste %(max)d tekens."))


class TypedField(StringField):
    """A value that people write in their own way: what was typed stays as it was typed, `data` is what it means."""

    widget = TextInput()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.typed: str | None = None

    def _value(self) -> str:
        return self.typed if self.typed is not None else self.written()

    def written(self) -> str:
        """The value in the way that we write it, when nothing was typed."""
        raise NotImplementedError


class MoneyField(TypedField):
    """An amount of euros; `data` is in cents. Negative amounts only when `signed`."""

    def __init__(self, *args: Any, signed: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.signed = signed

    def written(self) -> str:
        return "" if self.data is None else euros_text(self.data).replace(".", ",")

    def process_formdata(self, valuelist: list[str]) -> None:
        if not valuelist:
            return
        self.typed = valuelist[0]
        self.data = None
        if not self.typed.strip():
            return
        if len(self.typed.strip()) > LONGEST_NUMBER:
            raise ValueError(str(AMOUNT_REASONS["range"]))
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
        if text[0] in "-\u2212" and text[1:].isascii() and text[1:].isdigit():
            self.data = None
            raise ValueError(str(_l("Vul een geheel getal in van 0 of meer.")))
        if len(text) > LONGEST_NUMBER or not text.isascii() or not text.isdigit() or int(text) > self.largest:
            self.data = None
            raise ValueError(str(_l("Vul één geheel getal in, zonder tekst. Bijvoorbeeld 6.")))
        self.data = int(text)


class HoursField(TypedField):
    """A duration people write in hours ("2,5", "2:30", "2u30"); `data` is in minutes."""

    def written(self) -> str:
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
    cleaned = cleaned[:LONGEST_NUMBER]
    wrong = ValueError(str(_l("Dit zijn geen uren. Schrijf bijvoorbeeld 2,5 of 2:30.")))
    hours, mark, minutes = cleaned.partition("u") if "u" in cleaned else cleaned.partition(":")
    try:
        total = round(float(hours.replace(",", ".")) * 60) if not minutes else int(hours) * 60 + int(minutes)
    except (ValueError, OverflowError) as error:
        raise wrong from error
    if not 0 <= total <= 60 * 10_000 or (mark and minutes and not 0 <= int(minutes) < 60):
        raise wrong
    return total


class TimeField(TypedField):
    """An hour as people write it: 14:00, 14u, 14.30; `data` is a time."""

    def written(self) -> str:
        return f"{self.data:%H:%M}" if self.data else ""

    def process_formdata(self, valuelist: list[str]) -> None:
        if not valuelist:
            return
        self.typed, self.data = valuelist[0][:40], None
        if self.typed.strip():
            self.data = time_from_text(self.typed)


def time_from_text(text: str) -> time:
    """The time of "14:00", "14u30" or "9"; ValueError with a sentence otherwise."""
    found = CLOCK.fullmatch(text.strip()) if text.isascii() else None
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (99, 0)
    if hour > 23 or minute > 59:
        raise ValueError(str(_l("Dit is geen uur. Schrijf bijvoorbeeld 14:00.")))
    return time(hour, minute)


class ListField(SelectField):
    """One out of a list; says so in plain words when something else comes in."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Blank space is no choice: what may be left open is then left open, and never read as a code."""
        super().process_formdata([value.strip() for value in valuelist])

    def pre_validate(self, form: Any) -> None:
        known = {str(value) for value, *_rest in self.iter_choices()}
        if self.data is not None and str(self.data) not in known:
            raise ValidationError(str(_l("Kies uit de lijst.")))


class SeveralField(SelectMultipleField):
    """Any number out of a long list."""

    def pre_validate(self, form: Any) -> None:
        known = {value for value, *_rest in self.iter_choices()}
        if any(value not in known for value in self.data or ()):
            raise ValidationError(str(_l("Kies uit de lijst.")))


class CodesField(SeveralField):
    """Any number of codes out of a list, as a list of tick boxes."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class PlainTextField(TextAreaField):
    """Text of several lines, stripped of what no reader sees."""

    def process_formdata(self, valuelist: list[str]) -> None:
        super().process_formdata([tidy(text) for text in valuelist])
        self.data: str = self.data or ""


class LineField(StringField):
    """One line of text, stripped of what no reader sees."""

    def process_formdata(self, valuelist: list[str]) -> None:
        super().process_formdata([" ".join(tidy(text).split()) for text in valuelist])
        self.data: str = self.data or ""


class AddressField(LineField):
    """A mail address, stripped like any line."""

    widget = EmailInput()


class PhoneField(LineField):
    """A telephone number, stripped like any line."""

    widget = TelInput()


def without_unprintable(text: str) -> str:
    """The text without what no page may hold and some databases refuse: controls, halves of signs, non-characters."""
    return UNPRINTABLE.sub("", text)


def tidy(text: str) -> str:
    """The text without control characters (a database refuses some of them) and without loose ends."""
    return "".join(sign for sign in text if sign in "\n\t" or sign.isprintable() or sign == "\u200d").strip()
