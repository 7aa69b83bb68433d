"""Counting what came in: answers per action and way, readers per round, own words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import ColumnElement, Select, String, cast, func, literal, or_, select, union_all

from portal.extensions import db
from portal.reviews.models import HandCount, ReviewAnswer, ReviewLink, ReviewSheet, ReviewSitting, TextMark
from portal.reviews.rules import Tally
from portal.reviews.types import AnswerWay, Fair, Helps, Question, Readers, SheetWay

Counted = dict[Question, Counter[str]]


def tally_by_way(network_id: int, round_action_ids: Collection[int]) -> dict[int, dict[AnswerWay, Tally]]:
    """Per action of a round and per way, how many gave each answer (2 statements)."""
    counted = {key: {way: _nothing() for way in AnswerWay} for key in sorted(round_action_ids)}
    _count_sheets(network_id, counted)
    _count_hands(network_id, counted)
    return {key: {way: _tally(given) for way, given in ways.items()} for key, ways in counted.items()}


def _nothing() -> Counted:
    return {one: Counter() for one in Question}


def _count_sheets(network_id: int, counted: dict[int, dict[AnswerWay, Counted]]) -> None:
    sheets = (
        select(ReviewAnswer.round_action_id, ReviewSheet.way, ReviewAnswer.helps, ReviewAnswer.fair, ReviewAnswer.stops)
        .join(ReviewSheet, ReviewSheet.id == ReviewAnswer.sheet_id)
        .where(
            ReviewAnswer.network_id == network_id,
            ReviewAnswer.round_action_id.in_(counted),
            ReviewSheet.withdrawn_at.is_(None),
        )
    )
    for key, way, helps, fair, stops in db.session.execute(sheets):
        given = counted[key][AnswerWay(way.value)]
        given[Question.HELPS].update([helps.value] if helps else [])
        given[Question.FAIR].update([fair.value] if fair else [])
        given[Question.STOPS].update(stops)


def _count_hands(network_id: int, counted: dict[int, dict[AnswerWay, Counted]]) -> None:
    hands = (
        select(HandCount.round_action_id, HandCount.question, HandCount.answer, func.sum(HandCount.hands))
        .join(ReviewSitting, ReviewSitting.id == HandCount.sitting_id)
        .where(
            HandCount.network_id == network_id,
            HandCount.round_action_id.in_(counted),
            ReviewSitting.withdrawn_at.is_(None),
        )
        .group_by(HandCount.round_action_id, HandCount.question, HandCount.answer)
    )
    for key, question, answer, number in db.session.execute(hands):
        counted[key][AnswerWay.HANDS][question][answer] += int(number)


def _tally(given: Counted) -> Tally:
    return Tally(
        helps={Helps(code): number for code, number in given[Question.HELPS].items() if number},
        fair={Fair(code): number for code, number in given[Question.FAIR].items() if number},
        stops={code: number for code, number in given[Question.STOPS].items() if number},
    )


def count_readers(network_id: int, round_ids: Iterable[int]) -> dict[int, Readers]:
    """How far rounds are (1 statement)."""
    ids = sorted(round_ids)
    counted = union_all(
        _counting(ReviewLink, literal("links"), func.count(ReviewLink.id), ReviewLink.revoked_at, network_id, ids),
        _counting(
            ReviewSheet, ReviewSheet.way, func.count(ReviewSheet.id), ReviewSheet.withdrawn_at, network_id, ids
        ).group_by(ReviewSheet.way),
        _counting(
            ReviewSheet,
            literal("finished"),
            func.count(ReviewSheet.finished_at),
            ReviewSheet.withdrawn_at,
            network_id,
            ids,
        ).where(ReviewSheet.way == SheetWay.LINK),
        _counting(
            ReviewSheet,
            literal("answered"),
            func.count(ReviewSheet.id),
            ReviewSheet.withdrawn_at,
            network_id,
            ids,
        ).where(ReviewSheet.way == SheetWay.LINK, _says_something()),
        _counting(
            ReviewSitting,
            literal("hands"),
            func.sum(ReviewSitting.people),
            ReviewSitting.withdrawn_at,
            network_id,
            ids,
        ),
    )
    numbers = {(key, str(kind)): int(number) for key, kind, number in db.session.execute(counted)}
    return {
        key: Readers(
            links=numbers.get((key, "links"), 0),
            begun=numbers.get((key, SheetWay.LINK.value), 0),
            answered=numbers.get((key, "answered"), 0),
            finished=numbers.get((key, "finished"), 0),
            paper=numbers.get((key, SheetWay.PAPER.value), 0),
            hands=numbers.get((key, "hands"), 0),
        )
        for key in ids
    }


def _says_something() -> ColumnElement[bool]:
    """Who pressed the button and went away, answered nothing; who read a text to its end without a mark, did."""
    marked = select(TextMark.id).where(TextMark.sheet_id == ReviewSheet.id)
    return or_(ReviewSheet.answers.any(), ReviewSheet.finished_at.is_not(None), marked.exists())


def _counting(
    table: Any, kind: Any, number: ColumnElement[Any], ended_at: Any, network_id: int, ids: list[int]
) -> Select[Any]:
    """How many rows of a table each round has, of those that were not taken back."""
    return (
        select(table.round_id, cast(kind, String), number)
        .where(table.network_id == network_id, table.round_id.in_(ids), ended_at.is_(None))
        .group_by(table.round_id)
    )


def list_own_words(network_id: int, round_action_ids: Collection[int]) -> dict[int, list[str]]:
    """What readers wrote themselves, per action; in an order that tells nothing about who wrote when."""
    wanted = (
        select(ReviewAnswer.round_action_id, ReviewAnswer.own_word)
        .join(ReviewSheet, ReviewSheet.id == ReviewAnswer.sheet_id)
        .where(
            ReviewAnswer.network_id == network_id,
            ReviewAnswer.round_action_id.in_(sorted(round_action_ids)),
            ReviewAnswer.own_word != "",
            ReviewSheet.withdrawn_at.is_(None),
        )
        .order_by(func.lower(ReviewAnswer.own_word), ReviewAnswer.id)
    )
    found: dict[int, list[str]] = {}
    for key, words in db.session.execute(wanted):
        found.setdefault(key, []).append(words)
    return found
