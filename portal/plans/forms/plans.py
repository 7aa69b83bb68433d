"""What people fill in about a plan and its objectives."""

from __future__ import annotations

from collections.abc import Sequence

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField
from wtforms.validators import Optional

from portal.plans.types import OBJECTIVE_KIND_LABELS
from portal.web.forms import (
    CHOSEN,
    NEEDED,
    LineField,
    ListField,
    Needed,
    PlainTextField,
    RecordForm,
    WholeNumberField,
    at_most,
    choices_of,
)

A_YEAR = Needed(_l("Vul een jaar in. Bijvoorbeeld 2026."))


class PlanForm(RecordForm):
    """A new plan; the years of a plan never change afterwards."""

    title = LineField(_l("Titel"), description=_l("Bijvoorbeeld: Actieplan 2026."), validators=[NEEDED, at_most(200)])
    first_year = WholeNumberField(_l("Eerste jaar"), validators=[A_YEAR])
    last_year = WholeNumberField(
        _l("Laatste jaar"),
        description=_l("Voor een plan van één jaar: hetzelfde jaar. Acties staan altijd in een plan van één jaar."),
        validators=[A_YEAR],
    )
    period_plan_id = ListField(
        _l("Hoort bij het plan van de periode"),
        description=_l("Dan kunnen acties ook de doelen van de hele periode dienen."),
        validators=[Optional()],
    )
    introduction = PlainTextField(_l("Inleiding"), validators=[at_most(20_000)])

    def offer(self, periods: Sequence[tuple[str, str]]) -> None:
        self.period_plan_id.choices = [("", _l("Geen")), *periods]


class ObjectiveForm(RecordForm):
    kind = ListField(
        _l("Soort"),
        description=_l("Strategisch: wat je op lange tijd wilt bereiken. Operationeel: een stap die je kan nakijken."),
        validators=[CHOSEN],
    )
    title = LineField(_l("Wat wil het netwerk bereiken?"), validators=[NEEDED, at_most(300)])
    parent_id = ListField(_l("Hoort bij"), validators=[Optional()])
    is_dropped = BooleanField(
        _l("Deze doelstelling is geschrapt"),
        description=_l("Ze verdwijnt uit de lijsten. In de geschiedenis blijft ze staan."),
    )

    def offer(self, parents: Sequence[tuple[str, str]]) -> None:
        self.kind.choices = choices_of(OBJECTIVE_KIND_LABELS)
        self.parent_id.choices = [("", _l("Geen andere doelstelling")), *parents]
