"""What people send and choose when they read in a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import request
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, SelectField

from portal.transfer.columns import ColumnMatch
from portal.transfer.types import ColumnSpec, Heading
from portal.web.forms import PortalForm
from portal.web.language import in_words

ACCEPT = ".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class UploadForm(PortalForm):
    file = FileField(
        _l("Bestand"),
        description=_l("Een rekenblad: xlsx of csv. Ten hoogste 10 MB en 20.000 rijen."),
        validators=[FileRequired(_l("Kies een bestand."))],
        render_kw={"accept": ACCEPT},
    )


class RowsForm(PortalForm):
    """Which rows with an error stay out; the row boxes stand in the table, under `row`."""

    leave_out = BooleanField(_l("Laat alle rijen met een fout weg"))
    take_all = BooleanField(_l("Neem alle voorstellen voor een bron aan"))

    @property
    def shown(self) -> list[int]:
        """The rows with a box on the page that was sent."""
        return _numbers("shown")

    @property
    def ticked(self) -> list[int]:
        return _numbers("row")

    @property
    def offered(self) -> list[int]:
        """The rows with a suggestion on the page that was sent."""
        return _numbers("offered")

    @property
    def taken(self) -> list[int]:
        return _numbers("take")


def _numbers(name: str) -> list[int]:
    return [int(text) for text in request.form.getlist(name) if text.isascii() and text.isdigit() and len(text) < 10]


class ColumnsForm(PortalForm):
    """For each heading of a file what stands below it; made for a file by `of_file`."""

    positions: tuple[int, ...] = ()
    places: Sequence[tuple[str, Any]] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for select in self.selects:
            select.choices = list(self.places)

    @classmethod
    def of_file(cls, columns: Sequence[ColumnSpec], headings: Sequence[Heading], match: ColumnMatch) -> type[Any]:
        places = [("", _l("Niet lezen")), *((column.key, in_words(column.header)) for column in columns)]
        now = {at: key for key, at in match.positions.items()}
        fields: dict[str, Any] = {
            f"heading_{one.position}": SelectField(
                _l("Kolom %(letter)s: %(header)s", letter=one.letter, header=one.text[:60] or "..."),
                default=now.get(one.position, ""),
            )
            for one in headings
        }
        fields |= {"positions": tuple(one.position for one in headings), "places": places}
        return type(cls.__name__, (cls,), fields)

    @property
    def selects(self) -> list[Any]:
        return [self._fields[f"heading_{at}"] for at in self.positions]

    @property
    def chosen(self) -> dict[int, str | None]:
        """What each place of the file holds; None when it is not to be read."""
        return {at: select.data or None for at, select in zip(self.positions, self.selects, strict=True)}
