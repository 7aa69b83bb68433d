"""What people type for a paper: a field for each of its parts."""

from __future__ import annotations

from collections.abc import Sequence

from flask_babel import gettext as _
from wtforms.validators import Optional

from portal.reports.types import PartDefinition
from portal.web.forms import PlainTextField, RecordForm, at_most
from portal.web.language import in_words

START = "text_"


class PaperTextsForm(RecordForm):
    """Without fields of its own: every paper has other parts."""

    kept_in = {START: "paper_text"}

    @property
    def texts(self) -> dict[str, str]:
        """What was typed, by the key of the part."""
        return {field.name.removeprefix(START): field.data or "" for field in self.typed_fields}


def form_for(parts: Sequence[PartDefinition]) -> PaperTextsForm:
    """The form of these parts; none has to be filled in at once."""
    fields = {f"{START}{part.key}": _field(part) for part in parts}
    made: PaperTextsForm = type("TextsOfPaper", (PaperTextsForm,), fields)()
    return made


def _field(part: PartDefinition) -> PlainTextField:
    hint = in_words(part.explanation)
    needed = _("Zonder deze tekst blijft het papier een ontwerp.") if part.is_needed else ""
    return PlainTextField(
        in_words(part.label),
        description=f"{hint} {needed}".strip(),
        validators=[Optional(), at_most(part.most)],
        render_kw={"rows": 8},
    )
