"""What a partner fills in, on a phone, right after an activity."""

from __future__ import annotations

from collections.abc import Sequence

from flask_babel import lazy_gettext as _l
from wtforms.validators import Optional

from portal.web.forms import (
    A_DAY,
    CHOSEN,
    DayField,
    HoursField,
    ListField,
    MoneyField,
    PlainTextField,
    RecordForm,
    WholeNumberField,
    at_most,
)


class ContributionForm(RecordForm):
    """Four fields at first; another partner, goods, money and a note on demand."""

    action_id = ListField(_l("Bij welke actie?"), validators=[CHOSEN])
    people_reached = WholeNumberField(
        _l("Hoeveel mensen heb je bereikt?"),
        description=_l("Alleen een getal. Schrijf nooit namen op."),
        validators=[Optional()],
    )
    minutes = HoursField(
        _l("Hoeveel uren werkte je eraan?"),
        description=_l("Bijvoorbeeld 2,5 of 2:30."),
        validators=[Optional()],
    )
    on = DayField(_l("Wanneer?"), validators=[A_DAY])
    partner_id = ListField(_l("Voor welke partner?"), validators=[Optional()])
    goods_cents = MoneyField(
        _l("Waarde van materiaal of zaal in euro"),
        description=_l("Iets dat je gaf of leende. Een schatting is goed."),
        validators=[Optional()],
    )
    money_cents = MoneyField(_l("Eigen geld in euro"), validators=[Optional()])
    note = PlainTextField(_l("Nota"), description=_l("Geen namen van mensen."), validators=[at_most(5000)])

    def offer(self, actions: Sequence[tuple[str, str]], partners: Sequence[tuple[str, str]], default: str) -> None:
        """Fill the lists; without choice of a partner the question falls away."""
        several = [("", _l("Kies een actie"))] if len(actions) > 1 else []
        self.action_id.choices = [*several, *actions]
        self.partner_id.choices = [("", default), *partners]

    @property
    def has_more(self) -> bool:
        """Whether what is folded away holds something that the reader must see."""
        names = ("partner_id", "goods_cents", "money_cents", "note")
        folded = [self[name] for name in names if name in self]
        return any(field.data or field.errors or hasattr(field, "meanwhile") for field in folded)
