"""A round done together: beginning a sitting, counting hands, two facilitators at once included, and closing it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select, text, update

from portal.extensions import db
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import say
from portal.history.recording import move_revision
from portal.participation.rules import check_nameless
from portal.reviews import hands, rules
from portal.reviews.models import HandCount, ReviewRound, ReviewSitting, RoundAction
from portal.reviews.queries.sittings import count_answers_to, count_hands, most_hands
from portal.reviews.types import Question

COUNTS: Any = HandCount.__table__

# A row for an answer that nobody counted yet; of two who count the first hand at once, one makes it.
MAKE_ROOM = text(
    "INSERT INTO hand_count (network_id, sitting_id, round_action_id, question, answer, hands, version)"
    " VALUES (:network_id, :sitting_id, :round_action_id, :question, :answer, 0, 1) ON CONFLICT DO NOTHING"
)


def begin_sitting(
    held: ReviewRound,
    *,
    held_on: date,
    people: int | None,
    place: str = "",
    account_id: int | None,
    today: date,
) -> ReviewSitting:
    """People sit together and somebody counts their hands."""
    rules.check_takes_paper(held.state)
    hands.check_sitting(people=people, held_on=held_on, today=today)
    check_nameless(place, "place")
    sitting = ReviewSitting(
        network_id=held.network_id,
        round=held,
        held_on=held_on,
        people=people,
        place=place.strip(),
        account_id=account_id,
    )
    db.session.add(sitting)
    db.session.flush()
    return sitting


def edit_sitting(sitting: ReviewSitting, *, held_on: date, people: int | None, place: str, today: date) -> None:
    """Mend how many, when or where; never fewer people than hands that were counted."""
    hands.check_sitting(people=people, held_on=held_on, today=today)
    check_nameless(place, "place")
    wait_for_turn(sitting)
    hands.check_enough_people(most_hands(count_hands(sitting), hands.ONE_ANSWER_EACH), people or 0)
    sitting.held_on, sitting.people, sitting.place = held_on, people or 0, place.strip()
    db.session.flush()


def wait_for_turn(sitting: ReviewSitting) -> None:
    """From here until it is saved nobody else counts in this sitting; what is read after this is what they counted."""
    table: Any = ReviewSitting.__table__
    turn = update(table).where(table.c.id == sitting.id).values(people=table.c.people)
    db.session.connection().execute(turn)
    db.session.refresh(sitting, ["people", "finished_at", "withdrawn_at", "version"])


def raise_hand(sitting: ReviewSitting, *, about: RoundAction, question: Question, answer: str, step: int) -> None:
    """One hand more or less. Two facilitators who tap at once are both counted: the database adds, not this process."""
    hands.check_answer_known(question, answer, sitting.round.questions)
    if step not in (1, -1):
        raise RuleBroken(say("Kies uit de lijst."))
    wait_for_turn(sitting)
    _check_counts(sitting, about, question)
    connection = db.session.connection()
    key = _key(sitting, about, question)
    connection.execute(MAKE_ROOM, key | {"network_id": sitting.network_id, "answer": answer})
    moved = connection.execute(
        update(COUNTS)
        .where(
            *_of(COUNTS, key),
            COUNTS.c.answer == answer,
            COUNTS.c.hands + step >= 0,
            _counted(question, key) + step <= sitting.people,
        )
        .values(hands=COUNTS.c.hands + step, version=COUNTS.c.version + 1)
    )
    if moved.rowcount == 0:
        raise RuleBroken(
            hands.too_many(question, sitting.people) if step > 0 else say("Minder dan nul handen kan niet.")
        )
    move_revision(db.session(), sitting.network_id)


def set_hands(
    sitting: ReviewSitting, *, about: RoundAction, question: Question, totals: Mapping[str, int | None]
) -> None:
    """Totals that were counted by hand; answers that are left out stay as they are. Call `wait_for_turn` first."""
    _check_counts(sitting, about, question)
    for answer in totals:
        hands.check_answer_known(question, answer, sitting.round.questions)
    before = count_answers_to(sitting.id, about.id, question)
    wanted = before | {answer: count or 0 for answer, count in totals.items()}
    hands.check_hands(question, wanted, sitting.people)
    connection = db.session.connection()
    key = _key(sitting, about, question)
    for answer, count in wanted.items():
        if count == before.get(answer, 0):
            continue
        connection.execute(MAKE_ROOM, key | {"network_id": sitting.network_id, "answer": answer})
        connection.execute(
            update(COUNTS)
            .where(*_of(COUNTS, key), COUNTS.c.answer == answer)
            .values(hands=count, version=COUNTS.c.version + 1)
        )
    move_revision(db.session(), sitting.network_id)


def _check_counts(sitting: ReviewSitting, about: RoundAction, question: Question) -> None:
    if about.round_id != sitting.round_id or question.value not in sitting.round.questions:
        raise RuleBroken(say("Deze actie hoort niet bij deze vragen."))
    if sitting.finished_at is not None:
        raise RuleBroken(say("Dit leesmoment is klaar. Kies “Verder tellen” om nog iets te veranderen."))


def _key(sitting: ReviewSitting, about: RoundAction, question: Question) -> dict[str, Any]:
    return {"sitting_id": sitting.id, "round_action_id": about.id, "question": question.value}


def _of(table: Any, key: Mapping[str, Any]) -> list[Any]:
    return [table.c[name] == value for name, value in key.items()]


def _counted(question: Question, key: Mapping[str, Any]) -> Any:
    """What may not pass the number of people: the hands of a whole question, or of one answer."""
    if question not in hands.ONE_ANSWER_EACH:
        return COUNTS.c.hands
    same = COUNTS.alias("same")
    return select(func.sum(same.c.hands)).where(*_of(same, key)).scalar_subquery()


def finish_sitting(sitting: ReviewSitting, *, at: datetime) -> None:
    """Everything was counted."""
    sitting.finished_at = sitting.finished_at or at
    db.session.flush()


def resume_sitting(sitting: ReviewSitting) -> None:
    """Something was forgotten: count on."""
    sitting.finished_at = None
    db.session.flush()


def withdraw_sitting(sitting: ReviewSitting, *, at: datetime) -> None:
    """It was a mistake: its hands no longer count."""
    sitting.withdrawn_at = sitting.withdrawn_at or at
    db.session.flush()
