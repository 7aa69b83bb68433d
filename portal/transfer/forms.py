"""What people send and choose when they read in a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField, SelectField

from portal.transfer.types import ColumnSpec, Heading
from portal.web.forms import PortalForm
from portal.web.language import in_words

ACCEPT = ".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class UploadForm(PortalForm):
    file = FileField(
        _l("Bestand"),
        description=_l("Een rekenblad: xlsx of csv. Ten hoogste 10 MB."),
        validators=[FileRequired(_l("Kies een bestand."))],
        render_kw={"accept": ACCEPT},
    )


class SaveForm(PortalForm):
    leave_out = BooleanField(_l("Laat de rijen met een fout weg"))


class ColumnsForm(PortalForm):
    """One choice for each column that was not recognised; made for a file by `of_file`."""

    keys: tuple[str, ...] = ()
    places: tuple[tuple[str, Any], ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for select in self.selects:
            select.choices = list(self.places)

    @classmethod
    def of_file(cls, columns: Sequence[ColumnSpec], headings: Sequence[Heading]) -> type[Any]:
        places = [(str(heading.position), f"{heading.letter}: {heading.text[:60] or '...'}") for heading in headings]
        fields: dict[str, Any] = {
            f"column_{at}": SelectField(in_words(column.header)) for at, column in enumerate(columns)
        }
        fields["keys"] = tuple(column.key for column in columns)
        fields["places"] = (("", _l("Staat niet in het bestand")), *places)
        return type(cls.__name__, (cls,), fields)

    @property
    def selects(self) -> list[Any]:
        return [self._fields[f"column_{at}"] for at in range(len(self.keys))]

    @property
    def chosen(self) -> dict[str, int]:
        """The place in the file of each column that was pointed out."""
        return {key: int(select.data) for key, select in zip(self.keys, self.selects, strict=True) if select.data}
