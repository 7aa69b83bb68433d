"""What a reader answers: beginning a sheet, an answer per action, finishing it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy.exc import IntegrityError

from portal.extensions import db
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import say
from portal.participation.rules import check_nameless
from portal.reviews import rules
from portal.reviews.models import ReviewAnswer, ReviewLink, ReviewSheet, RoundAction
from portal.reviews.queries.sheets import get_answer_to, get_sheet_of
from portal.reviews.types import Fair, Helps, SheetWay

NOT_ON_THE_SCREEN = say("Kies een van de antwoorden op het scherm.")


def begin_sheet(link: ReviewLink, *, at: datetime, today: date) -> ReviewSheet:
    """The button of a link: from now on its answers have a place. Pressing it again changes nothing."""
    rules.check_takes_answers(link.round.state, link.round.closes_on, today)
    if link.sheet is not None:
        return link.sheet
    try:
        with db.session.begin_nested():
            sheet = ReviewSheet(
                network_id=link.network_id,
                round=link.round,
                link=link,
                way=SheetWay.LINK,
                speaker=link.speaker,
                begun_at=at,
            )
            db.session.add(sheet)
            db.session.flush()
    except IntegrityError:  # the button was pressed twice at the same moment
        db.session.expire(link)
        return get_sheet_of(link)
    link.begun_at = at
    db.session.flush()
    return sheet


def put_answer(
    sheet: ReviewSheet,
    *,
    about: RoundAction,
    helps: Helps | None,
    stops: Collection[str],
    fair: Fair | None,
    own_word: str = "",
    at: datetime,
) -> ReviewAnswer:
    """What a reader says about one action; saying it again replaces it."""
    if about.round_id != sheet.round_id:
        raise RuleBroken(say("Deze actie hoort niet bij deze vragen."))
    rules.check_stops(stops)
    own_word = own_word.strip()
    if len(own_word) > rules.LONGEST_OWN_WORD:
        raise RuleBroken(
            say("Dit zijn meer dan %(most)s tekens. Maak het korter.", most=rules.LONGEST_OWN_WORD), "own_word"
        )
    check_nameless(own_word, "own_word")
    answer = _find_answer(sheet, about)
    if answer is None:
        try:
            with db.session.begin_nested():
                answer = ReviewAnswer(
                    network_id=sheet.network_id, sheet=sheet, round_action=about, own_word="", answered_at=at
                )
                db.session.add(answer)
                db.session.flush()
        except IntegrityError:  # the same answer came in twice at the same moment
            db.session.expire(sheet, ["answers"])
            answer = get_answer_to(sheet, about)
    answer.helps, answer.stops, answer.fair = helps, tuple(sorted(stops)), fair
    answer.own_word, answer.answered_at = own_word, at
    db.session.flush()
    return answer


def _find_answer(sheet: ReviewSheet, about: RoundAction) -> ReviewAnswer | None:
    return next((one for one in sheet.answers if one.round_action_id == about.id), None)


def finish_sheet(sheet: ReviewSheet, *, at: datetime) -> None:
    sheet.finished_at = at
    db.session.flush()
