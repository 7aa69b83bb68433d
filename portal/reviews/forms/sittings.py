"""Forms of a sitting: how many people, where and when, and totals that were counted."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField
from wtforms.validators import Optional

from portal.reviews import hands
from portal.reviews.types import Question
from portal.web.forms import A_DAY, NEEDED, DayField, LineField, RecordForm, WholeNumberField, at_most
from portal.web.language import in_words


class SittingForm(RecordForm):
    """How many people sit together, where and when."""

    people = WholeNumberField(
        _l("Hoeveel mensen doen mee?"),
        description=_l("Alleen een getal. Schrijf nooit namen op. Wie begeleidt, telt niet mee."),
        validators=[NEEDED],
    )
    held_on = DayField(_l("Wanneer?"), validators=[A_DAY])
    place = LineField(
        _l("Waar?"),
        description=_l("Bijvoorbeeld: het lokaal van de vereniging."),
        validators=[Optional(), at_most(150)],
    )


class HandForm(RecordForm):
    """One tap on + or on -."""

    answer = HiddenField()
    step = HiddenField()


class TotalsForm(RecordForm):
    """How many hands each answer got; made for a question by `of_question`."""

    question: Question

    @classmethod
    def of_question(cls, question: Question) -> type[Any]:
        fields: dict[str, Any] = {
            f"hands_{answer}": WholeNumberField(in_words(hands.label_of(question, answer)), validators=[Optional()])
            for answer in hands.ANSWERS[question]
        }
        return type(cls.__name__, (cls,), fields | {"question": question})

    def hold_counted(self, counted: dict[str, int]) -> None:
        for answer in hands.ANSWERS[self.question]:
            self.hold(f"hands_{answer}", counted.get(answer) or None)

    @property
    def totals(self) -> dict[str, int | None]:
        return {answer: self._fields[f"hands_{answer}"].data for answer in hands.ANSWERS[self.question]}
