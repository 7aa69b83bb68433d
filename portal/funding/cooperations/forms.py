"""What people fill in about welfare centres that work together and about the federal report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField
from wtforms.validators import Optional

from portal.funding.cooperations.types import REPORT_METHOD_LABELS
from portal.funding.regimes.measures import MEASURE_LABELS, Measure
from portal.web.forms import (
    CHOSEN,
    NEEDED,
    DayField,
    LineField,
    ListField,
    MoneyField,
    PlainTextField,
    RecordForm,
    at_most,
    choices_of,
)


class CooperationForm(RecordForm):
    kept_as = {"subsidy": "measure"}

    subsidy = ListField(_l("Voor welke maatregel werken jullie samen?"), validators=[CHOSEN])
    title = LineField(_l("Titel van de overeenkomst"), validators=[NEEDED, at_most(200)])
    reference = LineField(_l("Kenmerk"), validators=[at_most(100)])
    signed_on = DayField(_l("Ondertekend door alle OCMW's op"), validators=[Optional()])
    is_available = BooleanField(_l("De overeenkomst ligt in het OCMW klaar voor inspectie"))
    staff_function = LineField(
        _l("Gezamenlijk personeelslid"),
        description=_l("Schrijf de functie en geen naam, bijvoorbeeld: maatschappelijk werker vrije tijd."),
        validators=[at_most(150)],
    )
    note = PlainTextField(_l("Nota"), validators=[at_most(5000)])

    def offer(self, measures: Sequence[Measure]) -> None:
        self.subsidy.choices = choices_of({one: MEASURE_LABELS[one] for one in measures})


class CentreForm(RecordForm):
    nis = ListField(_l("Welk OCMW?"), validators=[CHOSEN])
    council_on = DayField(_l("Beslist door de raad op"), validators=[Optional()])
    granted_cents = MoneyField(
        _l("Toelage volgens het koninklijk besluit"),
        description=_l("Voor het eigen OCMW nemen we het bedrag uit het toegekende geld. Laat het dan leeg."),
        validators=[Optional()],
    )
    requested_cents = MoneyField(
        _l("Gevraagd bedrag"),
        description=_l("Wat dit OCMW zelf vraagt. Een OCMW kan niet vragen voor een ander OCMW."),
        validators=[Optional()],
    )
    justified_cents = MoneyField(
        _l("Verantwoord bedrag"),
        description=_l("Zonder personeel. Voor het eigen OCMW nemen we het bedrag uit de uitgaven."),
        validators=[Optional()],
    )
    is_employer = BooleanField(_l("Dit OCMW heeft het personeelslid op de loonlijst"))

    def offer(self, municipalities: Mapping[str, Sequence[tuple[str, Any]]]) -> None:
        self.nis.choices = {"": [("", _l("Kies een gemeente"))], **municipalities}


class MethodForm(RecordForm):
    method = ListField(
        _l("Hoe verantwoord je deze maatregel?"),
        description=_l("Kies één manier voor de hele maatregel. Mengen mag niet."),
        validators=[CHOSEN],
    )
    wants_staff = BooleanField(_l("Vraag ook personeelskosten"))

    requested_cents = MoneyField(
        _l("Gevraagd bedrag bij de inschrijving"),
        description=_l("Alleen als het minder was dan de toelage. Het telt mee voor de personeelskosten tot 2016."),
        validators=[Optional()],
    )

    def offer(self) -> None:
        self.method.choices = choices_of(REPORT_METHOD_LABELS, _l("Kies een manier"))
