"""What people fill in about series, groups and polls for a date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField
from wtforms.validators import Optional, ValidationError

from portal.foundation.clock import moment_in_brussels
from portal.meetings.rules import MOST_DATES
from portal.meetings.types import GROUP_KIND_LABELS, MEETING_PLACE_LABELS, Addressee
from portal.web.forms import (
    CHOSEN,
    NEEDED,
    CodesField,
    DayField,
    LineField,
    ListField,
    PlainTextField,
    RecordForm,
    TimeField,
    at_most,
    choices_of,
)


class SeriesForm(RecordForm):
    title = LineField(_l("Naam van de reeks"), validators=[NEEDED, at_most(200)])
    group_id = ListField(_l("Van welke groep?"), validators=[Optional()])
    agenda_template = PlainTextField(
        _l("Vaste agenda"),
        description=_l("Eén punt per regel, met de minuten erachter. Bijvoorbeeld: Verslag vorige keer | 10"),
        validators=[at_most(10_000)],
    )
    place = LineField(_l("Plaats"), validators=[at_most(200)])
    place_kind = ListField(_l("Soort plaats"), validators=[CHOSEN])
    chair = LineField(_l("Voorzitter"), validators=[at_most(150)])
    is_ended = BooleanField(_l("Deze reeks is gestopt"))

    def offer(self, groups: Sequence[tuple[str, str]]) -> None:
        self.group_id.choices = [("", _l("Het hele netwerk")), *groups]
        self.place_kind.choices = choices_of(MEETING_PLACE_LABELS)


class GroupForm(RecordForm):
    name = LineField(_l("Naam van de groep"), validators=[NEEDED, at_most(150)])
    kind = ListField(_l("Soort groep"), validators=[CHOSEN])
    aim = PlainTextField(_l("Waarvoor dient de groep?"), validators=[at_most(5000)])
    is_ended = BooleanField(_l("Deze groep is gestopt"))

    def offer(self) -> None:
        self.kind.choices = choices_of(GROUP_KIND_LABELS)


class PollForm(RecordForm):
    """The question when to meet; its dates stand in numbered fields."""

    title = LineField(_l("Waarover gaat het overleg?"), validators=[NEEDED, at_most(200)])
    series_id = ListField(_l("Hoort bij de reeks"), validators=[Optional()])
    group_id = ListField(_l("Van welke groep?"), validators=[Optional()])
    place = LineField(_l("Plaats"), validators=[at_most(200)])
    place_kind = ListField(_l("Soort plaats"), validators=[CHOSEN])
    addresses = CodesField(_l("Wie vraag je?"))

    @classmethod
    def with_dates(cls, count: int = MOST_DATES) -> type[Any]:
        """This form with so many empty moments to fill in."""
        fields: dict[str, Any] = {}
        for number in range(1, count + 1):
            fields[f"on_{number}"] = DayField(_l("Dag %(number)s", number=number), validators=[Optional()])
            fields[f"begins_{number}"] = TimeField(_l("Begint om"), validators=[Optional()])
            fields[f"ends_{number}"] = TimeField(_l("Eindigt om"), validators=[Optional()])
        return type(cls.__name__, (cls,), fields | {"count": count})

    count = 0

    def offer(
        self,
        series: Sequence[tuple[str, str]],
        groups: Sequence[tuple[str, str]],
        addressees: Iterable[tuple[Addressee, str]],
    ) -> None:
        self.series_id.choices = [("", _l("Geen reeks")), *series]
        self.group_id.choices = [("", _l("Het hele netwerk")), *groups]
        self.place_kind.choices = choices_of(MEETING_PLACE_LABELS)
        self.addresses.choices = [(one.email, words) for one, words in addressees]

    def validate_addresses(self, field: Any) -> None:
        if not field.data:
            raise ValidationError(str(_l("Kies minstens één persoon.")))

    @property
    def rows(self) -> list[tuple[Any, Any, Any]]:
        return [
            (self._fields[f"on_{one}"], self._fields[f"begins_{one}"], self._fields[f"ends_{one}"])
            for one in range(1, self.count + 1)
        ]

    def validate(self, extra_validators: Any = None) -> bool:
        """A day asks for both of its hours."""
        right = bool(super().validate(extra_validators))
        for on, begins, ends in self.rows:
            for clock in (begins, ends):
                if on.data and not clock.data and not clock.errors:
                    clock.errors = [*clock.errors, str(_l("Vul een uur in. Bijvoorbeeld 14:00."))]
                    right = False
        return right

    @property
    def dates(self) -> list[tuple[datetime, datetime]]:
        return [
            (moment_in_brussels(on.data, begins.data), moment_in_brussels(on.data, ends.data))
            for on, begins, ends in self.rows
            if on.data and begins.data and ends.data
        ]

    def refuse(self, message: Any, field: str | None = None) -> None:
        super().refuse(message, None if field == "dates" else field)
