"""Forms of paper: how many copies to print, and what stands on a sheet that came back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms.validators import Optional

from portal.foundation.errors import RuleBroken
from portal.participation.rules import check_nameless
from portal.participation.types import SPEAKER_LABELS, Speaker
from portal.reviews import codes, hands
from portal.reviews.models import ReviewRound, ReviewSheet
from portal.reviews.operations.paper import PaperRow, PaperSheet
from portal.reviews.rules import LONGEST_OWN_WORD
from portal.reviews.types import Question
from portal.web.forms import (
    CHOSEN,
    NEEDED,
    LineField,
    ListField,
    PlainTextField,
    PortalForm,
    RecordForm,
    WholeNumberField,
    at_most,
    choices_of,
)
from portal.web.language import in_words

ASKED = {Question.HELPS: "helps", Question.STOPS: "stops", Question.FAIR: "fair"}


class PrintForm(PortalForm):
    """How many copies, for whom, and who hands them out."""

    count = WholeNumberField(_l("Hoeveel bladen?"), validators=[NEEDED])
    speaker = ListField(_l("Voor wie?"), validators=[CHOSEN], default=Speaker.EXPERT.value)
    given_by = LineField(
        _l("Aan wie geven de lezers hun blad terug?"),
        description=_l("Een functie of een plaats, geen naam. Bijvoorbeeld: het onthaal van het Huis van het Kind."),
        validators=[Optional(), at_most(100)],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.speaker.choices = choices_of(SPEAKER_LABELS)

    def validate_given_by(self, field: LineField) -> None:
        refuse_broken(lambda: check_nameless(field.data, "given_by"))


class LetterField(LineField):
    """One answer, typed as a letter or a word; `answer` is what it stands for."""

    read: Callable[[str], Any]

    def process_formdata(self, valuelist: list[str]) -> None:
        super().process_formdata(valuelist)
        self.answer = refuse_broken(lambda: type(self).read(self.data))


class HelpsField(LetterField):
    """J, E, N or ?."""

    read = staticmethod(codes.read_helps)
    letters = codes.HELPS_LETTERS


class FairField(LetterField):
    """J, N or ?."""

    read = staticmethod(codes.read_fair)
    letters = codes.FAIR_LETTERS


class StopsField(LineField):
    """What stops people, typed as the numbers of the sheet or as words; `answer` holds the codes."""

    def process_formdata(self, valuelist: list[str]) -> None:
        super().process_formdata(valuelist)
        self.answer = refuse_broken(lambda: codes.read_stops(self.data, stop_words()))


def stop_words() -> dict[str, str]:
    """The words of everything that can stop people, in the reader's language, by code and in the order of the paper."""
    listed = sorted(hands.ANSWERS[Question.STOPS], key=lambda code: codes.NUMBERS[code])
    return {code: in_words(hands.label_of(Question.STOPS, code)) for code in listed}


def refuse_broken(check: Callable[[], Any]) -> Any:
    """A broken rule as the error of a field."""
    try:
        return check()
    except RuleBroken as broken:
        raise ValueError(in_words(broken.message)) from broken


KINDS: dict[Question, type[LineField]] = {
    Question.HELPS: HelpsField,
    Question.STOPS: StopsField,
    Question.FAIR: FairField,
}


class SheetForm(RecordForm):
    """One sheet that came back; made for the actions and questions of a round by `of_round`."""

    number = WholeNumberField(_l("Nummer van het blad"), validators=[NEEDED])
    speaker = ListField(_l("Van wie?"), validators=[CHOSEN], default=Speaker.EXPERT.value)
    held: ReviewRound

    @classmethod
    def of_round(cls, held: ReviewRound) -> type[Any]:
        fields: dict[str, Any] = {"held": held}
        for about in held.actions:
            for question, name in ASKED.items():
                if question.value in held.questions:
                    fields[f"{name}_{about.id}"] = KINDS[question](_QUESTION_WORDS[question], validators=[Optional()])
            fields[f"own_word_{about.id}"] = PlainTextField(
                _l("Eigen woorden"), validators=[Optional(), at_most(LONGEST_OWN_WORD)]
            )
        return type(cls.__name__, (cls,), fields)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.speaker.choices = choices_of(SPEAKER_LABELS)

    def hold_sheet(self, sheet: ReviewSheet) -> None:
        """Show what was typed before, in the letters and numbers that were typed."""
        self.hold("number", sheet.paper_number)
        self.hold("speaker", sheet.speaker.value)
        answers = {one.round_action_id: one for one in sheet.answers}
        for about in self.held.actions:
            given = answers.get(about.id)
            if given is None:
                continue
            self.hold(f"helps_{about.id}", in_words(codes.HELPS_LETTERS[given.helps]) if given.helps else "")
            self.hold(f"fair_{about.id}", in_words(codes.FAIR_LETTERS[given.fair]) if given.fair else "")
            self.hold(f"stops_{about.id}", codes.typed_stops(given.stops))
            self.hold(f"own_word_{about.id}", given.own_word)

    @property
    def rows(self) -> list[tuple[Any, list[Any]]]:
        """Each action with its fields, in the order of the paper."""
        return [
            (about, [self._fields[name] for name in self._names(about.id) if name in self._fields])
            for about in self.held.actions
        ]

    @staticmethod
    def _names(key: int) -> Sequence[str]:
        return (f"helps_{key}", f"stops_{key}", f"fair_{key}", f"own_word_{key}")

    @property
    def typed_sheet(self) -> PaperSheet:
        """What was typed, once everything could be read."""
        rows = [
            PaperRow(
                about,
                helps=self._answer(f"helps_{about.id}", None),
                stops=self._answer(f"stops_{about.id}", ()),
                fair=self._answer(f"fair_{about.id}", None),
                own_word=self._fields[f"own_word_{about.id}"].data or "",
            )
            for about in self.held.actions
        ]
        return PaperSheet(self.number.data, Speaker(self.speaker.data), rows)

    def _answer(self, name: str, empty: Any) -> Any:
        return getattr(self._fields.get(name), "answer", empty)


_QUESTION_WORDS = {
    Question.HELPS: _l("Helpt het?"),
    Question.STOPS: _l("Wat houdt tegen?"),
    Question.FAIR: _l("Eerlijk?"),
}
