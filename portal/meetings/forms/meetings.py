"""What people fill in about a meeting, its agenda, who is invited and who was there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from email_validator import EmailNotValidError, validate_email
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField
from wtforms.validators import Email, Optional, ValidationError

from portal.foundation.clock import in_brussels, moment_in_brussels
from portal.meetings.types import MEETING_PLACE_LABELS, PRESENCE_LABELS, Addressee, Presence
from portal.web.forms import (
    A_DAY,
    AN_HOUR,
    CHOSEN,
    NEEDED,
    AddressField,
    CodesField,
    DayField,
    LineField,
    ListField,
    PlainTextField,
    PortalForm,
    RecordForm,
    TimeField,
    WholeNumberField,
    at_most,
    choices_of,
    tidy,
)

AN_ADDRESS = Email(_l("Dit is geen e-mailadres. Schrijf bijvoorbeeld naam@gemeente.be."))


class MeetingForm(RecordForm):
    """When, where, with which group; the times are those on the clock in Brussels."""

    kept_as = {"on": "starts_at", "begins": "starts_at", "ends": "ends_at"}

    title = LineField(_l("Waarover gaat het overleg?"), validators=[NEEDED, at_most(200)])
    on = DayField(_l("Dag"), validators=[A_DAY])
    begins = TimeField(_l("Begint om"), validators=[AN_HOUR])
    ends = TimeField(_l("Eindigt om"), validators=[AN_HOUR])
    place = LineField(_l("Plaats"), validators=[at_most(200)])
    place_kind = ListField(_l("Soort plaats"), validators=[CHOSEN])
    chair = LineField(_l("Voorzitter"), validators=[at_most(150)])
    series_id = ListField(
        _l("Hoort bij de reeks"),
        description=_l("Dan komen de vaste agenda en wat openstaat vanzelf mee."),
        validators=[Optional()],
    )
    group_id = ListField(_l("Van welke groep?"), validators=[Optional()])

    def offer(self, series: Sequence[tuple[str, str]], groups: Sequence[tuple[str, str]]) -> None:
        """Fill the lists; the form itself asks nothing."""
        self.place_kind.choices = choices_of(MEETING_PLACE_LABELS)
        self.series_id.choices = [("", _l("Geen reeks")), *series]
        self.group_id.choices = [("", _l("Het hele netwerk")), *groups]

    def show_times(self, starts_at: datetime, ends_at: datetime) -> None:
        """Put the moments of a meeting in the fields, unless something was typed."""
        begin, end = in_brussels(starts_at), in_brussels(ends_at)
        self.hold("on", begin.date())
        self.hold("begins", begin.time())
        self.hold("ends", end.time())

    @property
    def moments(self) -> tuple[datetime, datetime]:
        """Begin and end; an end before the begin is after midnight."""
        values: tuple[Any, Any, Any] = (self.on.data, self.begins.data, self.ends.data)
        day, begins, ends = values
        if ends < begins and begins.hour >= 18 and ends.hour < 6:
            return moment_in_brussels(day, begins), moment_in_brussels(day + timedelta(days=1), ends)
        return moment_in_brussels(day, begins), moment_in_brussels(day, ends)


class AgendaItemForm(RecordForm):
    title = LineField(_l("Agendapunt"), validators=[NEEDED, at_most(300)])
    minutes = WholeNumberField(_l("Hoeveel minuten?"), validators=[Optional()])
    owner_partner_id = ListField(_l("Welke partner brengt het?"), validators=[Optional()])
    owner_name = LineField(_l("Of wie brengt het?"), validators=[at_most(150)])
    is_dropped = BooleanField(_l("Dit punt is geschrapt"))

    def offer(self, partners: Sequence[tuple[str, str]]) -> None:
        self.owner_partner_id.choices = [("", _l("Nog niemand")), *partners]


class InviteForm(RecordForm):
    """Who gets the invitation; people who are not in the list by their address."""

    addresses = CodesField(_l("Wie nodig je uit?"))
    others = PlainTextField(
        _l("Nog andere e-mailadressen"),
        description=_l("Eén per regel. Bijvoorbeeld een buitenstaander voor dit ene overleg."),
        validators=[at_most(5000)],
    )

    def offer(self, addressees: Iterable[tuple[Addressee, str]]) -> None:
        """The people that the network knows, each with the words beside the box."""
        self.addresses.choices = [(one.email, words) for one, words in addressees]

    def validate_others(self, field: Any) -> None:
        """Each line is a mail address; the first that is none is named."""
        for line in self.other_addresses:
            try:
                validate_email(line, check_deliverability=False)
            except EmailNotValidError as error:
                words = _("Dit is geen e-mailadres: %(line)s", line=line[:80])
                raise ValidationError(words) from error
        if len(self.other_addresses) > 50:
            raise ValidationError(str(_l("Schrijf ten hoogste 50 adressen.")))

    @property
    def other_addresses(self) -> list[str]:
        lines = (tidy(line) for line in (self.others.data or "").replace(",", "\n").replace(";", "\n").splitlines())
        return list(dict.fromkeys(line.lower() for line in lines if line))


class AttendanceForm(RecordForm):
    """Per partner; made for the partners of a network by `of_partners`. People in poverty are only counted."""

    experts_count = WholeNumberField(
        _l("Hoeveel ervaringsdeskundigen zaten aan tafel?"),
        description=_l("Alleen een getal. Schrijf nooit namen op."),
        validators=[Optional()],
    )
    partner_ids: tuple[int, ...] = ()
    kept_in = {"partner_": "attendance"}

    @classmethod
    def of_partners(cls, partners: Iterable[tuple[int, str]]) -> type[Any]:
        """This form with a choice for each of the partners."""
        fields: dict[str, Any] = {}
        keys = []
        for key, name in partners:
            keys.append(key)
            fields[f"partner_{key}"] = ListField(name, validators=[Optional()])
        return type(cls.__name__, (cls,), fields | {"partner_ids": tuple(keys)})

    def offer(self, held: dict[int, Presence]) -> None:
        """Show who was noted already."""
        for key in self.partner_ids:
            field = self._fields[f"partner_{key}"]
            field.choices = choices_of(PRESENCE_LABELS, empty=_l("niet gevraagd"))
            self.hold(f"partner_{key}", held[key].value if key in held else "")

    @property
    def rows(self) -> list[Any]:
        return [self._fields[f"partner_{key}"] for key in self.partner_ids]

    @property
    def presences(self) -> dict[int, Presence | None]:
        chosen = {key: self._fields[f"partner_{key}"].data for key in self.partner_ids}
        return {key: Presence(value) if value else None for key, value in chosen.items()}


class MoveForm(PortalForm):
    """One button that asks for a status."""

    status = HiddenField()


class MemberForm(RecordForm):
    """A seat in a group, for a partner or for somebody from outside."""

    role = ListField(_l("Rol"), validators=[CHOSEN])
    partner_id = ListField(_l("Partner"), validators=[Optional()])
    name = LineField(
        _l("Naam van de organisatie of de medewerker"),
        description=_l("Nooit de naam van iemand in armoede."),
        validators=[at_most(150)],
    )
    email = AddressField(_l("E-mailadres"), validators=[Optional(), AN_ADDRESS, at_most(254)])
