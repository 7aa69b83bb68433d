"""Typing in what came back on paper: a new sheet, mending it, taking it back and putting it back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from portal.extensions import db
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import say
from portal.participation.rules import check_nameless
from portal.participation.types import Speaker
from portal.reviews import rules
from portal.reviews.models import ReviewLink, ReviewRound, ReviewSheet, RoundAction
from portal.reviews.operations.sheets import put_answer
from portal.reviews.queries.paper import find_sheet_of_number
from portal.reviews.types import Fair, Helps, SheetWay

MOST_NUMBER = 9999


@dataclass(frozen=True)
class PaperRow:
    """What a sheet says about one action."""

    about: RoundAction
    helps: Helps | None = None
    stops: tuple[str, ...] = ()
    fair: Fair | None = None
    own_word: str = ""

    @property
    def says_something(self) -> bool:
        return bool(self.helps or self.stops or self.fair or self.own_word.strip())


@dataclass(frozen=True)
class PaperSheet:
    """A sheet as it was typed."""

    number: int | None
    speaker: Speaker
    rows: Sequence[PaperRow] = field(default_factory=tuple)


def type_in_sheet(
    held: ReviewRound, typed: PaperSheet, *, at: datetime, typed_by_id: int | None, replaces: bool = False
) -> ReviewSheet:
    """A sheet that came back on paper. `replaces`: what came in under this number before no longer counts.

    A sheet and the link that was printed on it carry one number: they are one reader, and count once.
    """
    rules.check_takes_paper(held.state)
    _check(typed)
    number = typed.number or 0
    sheet = find_sheet_of_number(held.id, number)
    link = next((one for one in held.links if one.number == number), None)
    online = link.sheet if link is not None and link.sheet is not sheet else None
    if sheet is not None and sheet.withdrawn_at is None and not replaces:
        raise RuleBroken(say("Blad %(number)s is al ingetypt.", number=number), "number")
    if online is not None and online.withdrawn_at is None and _holds_answers(online) and not replaces:
        raise RuleBroken(say("Nummer %(number)s kwam al binnen met de link op het blad.", number=number), "number")
    if sheet is None and online is not None and not _holds_answers(online):
        sheet = online  # the button of the link was pressed, and nothing said: the paper goes on from there
    elif online is not None and online.withdrawn_at is None:
        online.withdrawn_at = at
    sheet = sheet or ReviewSheet(network_id=held.network_id, round=held, begun_at=at)
    db.session.add(sheet)
    sheet.way, sheet.paper_number, sheet.typed_by_id = SheetWay.PAPER, number, typed_by_id
    sheet.withdrawn_at, sheet.finished_at = None, at
    _join(sheet, link)
    sheet.speaker = typed.speaker
    db.session.flush()
    _put_rows(sheet, typed.rows, at)
    return sheet


def correct_sheet(sheet: ReviewSheet, typed: PaperSheet, *, at: datetime) -> None:
    """Mend what was typed wrong; the number of a sheet stays."""
    _check(PaperSheet(sheet.paper_number, typed.speaker, typed.rows))
    sheet.speaker = typed.speaker
    _put_rows(sheet, typed.rows, at)


def withdraw_sheet(sheet: ReviewSheet, *, at: datetime) -> None:
    """A sheet that was typed by mistake no longer counts; what came in with the link of its number counts again."""
    sheet.withdrawn_at = sheet.withdrawn_at or at
    if sheet.link is not None:
        sheet.link = None  # the link is free for its reader
    else:
        online = _online_twin(sheet)
        if online is not None:
            online.withdrawn_at = None
    db.session.flush()


def restore_sheet(sheet: ReviewSheet) -> None:
    """A sheet that was taken back by mistake counts again, unless somebody used its link meanwhile."""
    online = _online_twin(sheet)
    if online is not None and online.withdrawn_at is None and _holds_answers(online):
        raise RuleBroken(
            say("Nummer %(number)s kwam intussen binnen met de link op het blad.", number=sheet.paper_number)
        )
    sheet.withdrawn_at = None
    _join(sheet, next((one for one in sheet.round.links if one.number == sheet.paper_number), None))
    db.session.flush()


def _join(sheet: ReviewSheet, link: ReviewLink | None) -> None:
    """The link of the sheet is taken: its reader hears that the paper counts, and sees nothing of it."""
    if link is not None and link.sheet is None:
        sheet.link = link


def _online_twin(sheet: ReviewSheet) -> ReviewSheet | None:
    """What came in with the link that carries the same number."""
    link = next((one for one in sheet.round.links if one.number == sheet.paper_number), None)
    return link.sheet if link is not None and link.sheet is not sheet else None


def _holds_answers(sheet: ReviewSheet) -> bool:
    return any(one.helps or one.fair or one.stops or one.own_word for one in sheet.answers)


def _check(typed: PaperSheet) -> None:
    """Everything that can be wrong, before anything is written; broken rules name the field of their action."""
    if typed.number is None or not 1 <= typed.number <= MOST_NUMBER:
        raise RuleBroken(say("Kies een getal van 1 tot %(most)s.", most=MOST_NUMBER), "number")
    for row in typed.rows:
        try:
            rules.check_stops(row.stops)
            check_nameless(row.own_word, "own_word")
        except RuleBroken as broken:
            raise RuleBroken(broken.message, f"{broken.field}_{row.about.id}") from broken
    if not any(row.says_something for row in typed.rows):
        raise RuleBroken(say("Vul minstens één antwoord in. Een leeg blad hoef je niet in te typen."))


def _put_rows(sheet: ReviewSheet, rows: Iterable[PaperRow], at: datetime) -> None:
    held = {one.round_action_id for one in sheet.answers}
    for row in rows:
        if row.says_something or row.about.id in held:
            put_answer(
                sheet, about=row.about, helps=row.helps, stops=row.stops, fair=row.fair, own_word=row.own_word, at=at
            )
