"""The forms in which an administrator decides about the law; what they mean is checked by the operations."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms.validators import Optional

from portal.funding.regimes import AMOUNT_LABELS, CERTAINTY_LABELS, SETTING_LABELS, Regime
from portal.web.forms import (
    A_DAY,
    CHOSEN,
    NEEDED,
    DayField,
    LineField,
    ListField,
    RecordForm,
    WholeNumberField,
    at_most,
)
from portal.web.language import in_words

A_YEAR = _l("Het jaar van het geld, bijvoorbeeld 2026.")


class Year(WholeNumberField):
    largest = 9999


class DecisionForm(RecordForm):
    """What every decision has: about what, how sure, and where it stands."""

    key = ListField(_l("Waarover gaat het?"), validators=[CHOSEN])
    certainty = ListField(_l("Hoe zeker is dat?"), validators=[CHOSEN])
    source = LineField(
        _l("Waar staat dit?"),
        description=_l("Een wet, een brief of een webpagina, met de datum. Zonder bron bewaren we niets."),
        validators=[NEEDED, at_most(500)],
    )

    def offer(self, keys: list[tuple[str, Any]]) -> None:
        self.key.choices = [("", _l("Kies waarover het gaat")), *keys]
        self.certainty.choices = [("", _l("Kies hoe zeker het is"))] + [
            (one.value, in_words(words)) for one, words in CERTAINTY_LABELS.items()
        ]


class SettingForm(DecisionForm):
    value = LineField(
        _l("Wat is het nu?"),
        description=_l("Een bedrag (500,00), een procent (6 %), een getal (2), een maand (mei), of ja of nee."),
        validators=[NEEDED, at_most(20)],
    )
    from_year = Year(_l("Vanaf welk jaar?"), description=A_YEAR, validators=[NEEDED])
    until_year = Year(
        _l("Tot en met welk jaar?"), description=_l("Laat leeg als het geen einde heeft."), validators=[Optional()]
    )

    def offer_of(self, regime: Regime) -> None:
        keys = dict.fromkeys(row.key for row in regime.settings)
        self.offer([(key.value, in_words(SETTING_LABELS[key])) for key in keys])


class DeadlineForm(DecisionForm):
    from_year = Year(_l("Voor het geld van welk jaar?"), description=A_YEAR, validators=[NEEDED])
    falls_on = DayField(_l("Welke dag?"), validators=[A_DAY])

    def offer_of(self, regime: Regime) -> None:
        self.offer([(one.key, in_words(one.title)) for one in regime.deadlines])


class AmountForm(DecisionForm):
    value = LineField(
        _l("Hoeveel is het?"),
        description=_l("Een bedrag zoals 1391569,00, of een aantal mensen zoals 800000."),
        validators=[NEEDED, at_most(20)],
    )
    from_year = Year(_l("In welk jaar?"), description=A_YEAR, validators=[NEEDED])

    def offer_amounts(self) -> None:
        self.offer([(key.value, in_words(words)) for key, words in AMOUNT_LABELS.items()])
