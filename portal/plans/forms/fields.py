"""Fields and checks that the forms of planning share."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import SelectField
from wtforms.validators import DataRequired, InputRequired, Length, ValidationError

NEEDED = DataRequired(_l("Vul dit in."))
CHOSEN = InputRequired(_l("Kies er een."))


def at_most(most: int) -> Length:
    """A length that a column can hold, refused in plain words."""
    return Length(max=most, message=_l("Dit is te lang. Schrijf ten hoogste %(max)d tekens."))


class ListField(SelectField):
    """One out of a list; says so in plain words when something else comes in."""

    def pre_validate(self, form: Any) -> None:
        known = {str(value) for value, *_rest in self.iter_choices()}
        if self.data is not None and str(self.data) not in known:
            raise ValidationError(str(_l("Kies uit de lijst.")))
