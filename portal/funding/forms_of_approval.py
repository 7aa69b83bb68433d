"""What people fill in about four eyes."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms.validators import NumberRange, Optional

from portal.foundation.years import FIRST_YEAR, LAST_YEAR
from portal.funding.rules.approval import LONGEST_REMARK
from portal.web.forms import NEEDED, PlainTextField, PortalForm, RecordForm, WholeNumberField, at_most


class FourEyesForm(RecordForm):
    four_eyes_from = WholeNumberField(
        _l("Vier ogen vanaf het jaar"),
        description=_l("Bijvoorbeeld 2026. Laat leeg als jullie zonder tweede paar ogen werken."),
        validators=[
            Optional(),
            NumberRange(
                FIRST_YEAR,
                LAST_YEAR,
                _l("Vul een jaar in tussen %(first)s en %(last)s.", first=FIRST_YEAR, last=LAST_YEAR),
            ),
        ],
    )


class RemarkForm(PortalForm):
    remark = PlainTextField(
        _l("Wat moet er anders?"),
        description=_l("Wie de uitgave indiende, leest dit."),
        validators=[NEEDED, at_most(LONGEST_REMARK)],
    )
