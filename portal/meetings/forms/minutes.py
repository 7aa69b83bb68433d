"""What people fill in about decisions, tasks and the notes of a report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField
from wtforms.validators import Optional

from portal.meetings.operations.minutes import WrittenNote, mark_of
from portal.meetings.types import ACTION_EFFECT_LABELS
from portal.plans.types import (
    ACTION_STATUS_LABELS,
    DOMAIN_LABELS,
    SPENDING_CATEGORY_LABELS,
    TRACK_LABELS,
)
from portal.web.forms import (
    A_DAY,
    NEEDED,
    DayField,
    LineField,
    ListField,
    PlainTextField,
    PortalForm,
    RecordForm,
    at_most,
    choices_of,
)

LONGEST_NOTE = 50_000


class NotesForm(PortalForm):
    """All items of an agenda at once; made for a meeting by `for_items`. Each carries a mark of how it was opened."""

    item_ids: tuple[int, ...] = ()

    @classmethod
    def for_items(cls, items: Iterable[tuple[int, str, str, bool]]) -> type[Any]:
        """This form with what was said and whether it is finished, for (id, title, note, finished)."""
        fields: dict[str, Any] = {}
        keys = []
        for key, title, note, finished in items:
            keys.append(key)
            fields[f"note_{key}"] = PlainTextField(title, default=note, validators=[at_most(LONGEST_NOTE)])
            fields[f"done_{key}"] = BooleanField(_l("Afgerond"), default=finished)
            fields[f"opened_{key}"] = HiddenField(default=mark_of(note, finished))
        return type(cls.__name__, (cls,), fields | {"item_ids": tuple(keys)})

    @property
    def written(self) -> list[WrittenNote]:
        return [
            WrittenNote(
                key,
                self._fields[f"note_{key}"].data or "",
                bool(self._fields[f"done_{key}"].data),
                self._fields[f"opened_{key}"].data or "",
            )
            for key in self.item_ids
            if self._fields[f"note_{key}"].raw_data
        ]

    def take_marks(self, marks: dict[int, str]) -> None:
        """After somebody else was first: from here on this form knows what they saved."""
        for key, mark in marks.items():
            self._fields[f"opened_{key}"].data = mark


class DecisionForm(RecordForm):
    """A decision and what it does to an action, in one step."""

    text = PlainTextField(_l("Wat is beslist?"), validators=[NEEDED, at_most(5000)])
    item_id = ListField(_l("Bij welk agendapunt?"), validators=[Optional()])
    partner_id = ListField(_l("Wie voert het uit?"), validators=[Optional()])
    due_on = DayField(_l("Tegen wanneer?"), validators=[Optional()])
    effect = ListField(_l("Gaat het over een actie?"), validators=[Optional()])
    action_id = ListField(_l("Welke actie?"), validators=[Optional()])
    action_status = ListField(_l("Nieuwe stand van die actie"), validators=[Optional()])
    new_title = LineField(_l("Titel van de nieuwe actie"), validators=[at_most(200)])
    new_sentence = LineField(_l("De nieuwe actie in één gewone zin"), validators=[at_most(300)])
    new_track = ListField(_l("Spoor"), validators=[Optional()])
    new_domain = ListField(_l("Domein"), validators=[Optional()])
    new_category = ListField(_l("Soort besteding"), validators=[Optional()])

    def offer(
        self,
        items: Sequence[tuple[str, str]],
        partners: Sequence[tuple[str, str]],
        actions: Sequence[tuple[str, str]],
    ) -> None:
        """Fill the lists; the form itself asks nothing."""
        self.item_id.choices = [("", _l("Geen agendapunt")), *items]
        self.partner_id.choices = [("", _l("Nog niemand")), *partners]
        self.effect.choices = choices_of(ACTION_EFFECT_LABELS)
        self.action_id.choices = [("", _l("Kies een actie")), *actions]
        self.action_status.choices = choices_of(ACTION_STATUS_LABELS, empty=_l("Kies een stand"))
        self.new_track.choices = choices_of(TRACK_LABELS)
        self.new_domain.choices = choices_of(DOMAIN_LABELS)
        self.new_category.choices = choices_of(SPENDING_CATEGORY_LABELS)

    def keep_to_words(self) -> None:
        """For who may write a decision down but not change an action with it, and for correcting one."""
        for name in (
            "effect",
            "action_id",
            "action_status",
            "new_title",
            "new_sentence",
            "new_track",
            "new_domain",
            "new_category",
        ):
            del self[name]


class TaskForm(RecordForm):
    title = LineField(_l("Wat is beloofd?"), validators=[NEEDED, at_most(300)])
    partner_id = ListField(_l("Welke partner doet het?"), validators=[Optional()])
    account_id = ListField(_l("Of welke persoon?"), validators=[Optional()])
    due_on = DayField(_l("Tegen wanneer?"), validators=[Optional()])

    def offer(self, partners: Sequence[tuple[str, str]], people: Sequence[tuple[str, str]]) -> None:
        self.partner_id.choices = [("", _l("Geen partner")), *partners]
        self.account_id.choices = [("", _l("Niemand in het bijzonder")), *people]


class ContactForm(RecordForm):
    """Four fields at first; partner and action on demand."""

    with_whom = LineField(
        _l("Met wie?"),
        description=_l("Een organisatie, een functie of een aantal mensen. Geen namen van mensen in armoede."),
        validators=[NEEDED, at_most(200)],
    )
    about = PlainTextField(_l("Waarover?"), validators=[at_most(5000)])
    outcome = PlainTextField(_l("Wat kwam eruit?"), validators=[at_most(5000)])
    on = DayField(_l("Wanneer?"), validators=[A_DAY])
    partner_id = ListField(_l("Over of met welke partner?"), validators=[Optional()])
    action_id = ListField(_l("Bij welke actie?"), validators=[Optional()])

    def offer(self, partners: Sequence[tuple[str, str]], actions: Sequence[tuple[str, str]]) -> None:
        self.partner_id.choices = [("", _l("Geen partner")), *partners]
        self.action_id.choices = [("", _l("Geen actie")), *actions]

    @property
    def has_more(self) -> bool:
        """Whether what is folded away holds something that the reader must see."""
        return any(self[name].data or self[name].errors for name in ("partner_id", "action_id"))
