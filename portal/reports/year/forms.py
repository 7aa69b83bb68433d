"""What people fill in to close a year, to open it again, and about a deadline."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField
from wtforms.validators import Optional

from portal.web.forms import NEEDED, DayField, LineField, PlainTextField, PortalForm, RecordForm, at_most


class CloseForm(PortalForm):
    """`revision`: the state of the network when the list was looked at."""

    revision = HiddenField()
    seen = BooleanField(_l("Ik heb de waarschuwingen gezien. Ze mogen blijven zoals ze zijn."))

    @property
    def looked_at(self) -> int:
        """The state that was looked at; what cannot be one fits no state."""
        text = str(self.revision.data or "")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else -1


class ReopenForm(PortalForm):
    reason = PlainTextField(
        _l("Waarom heropen je het jaar?"),
        description=_l("Bijvoorbeeld: een factuur van december kwam te laat binnen. Dit blijft te lezen."),
        validators=[NEEDED, at_most(1000)],
    )


class DeadlineForm(RecordForm):
    planned_on = DayField(
        _l("Eigen datum"),
        description=_l("Tegen wanneer wil jullie netwerk dit doen? Herinneringen volgen deze datum."),
        validators=[Optional()],
    )
    done_on = DayField(_l("Gedaan op"), validators=[Optional()])
    skipped_reason = LineField(
        _l("Overgeslagen, want"),
        description=_l("Vul dit alleen in als jullie dit niet hoeven te doen. Schrijf waarom."),
        validators=[Optional(), at_most(500)],
    )
