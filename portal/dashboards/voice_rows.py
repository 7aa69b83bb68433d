"""The rows that the dashboard of voice counts: six statements, however many years and rows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, String, Subquery, case, func, literal, or_, select, type_coerce, union

from portal.dashboards.balance import NO_GROUP
from portal.dashboards.voice.measures import TREND_YEARS
from portal.dashboards.voice.types import BehindRow, MeetingRow, PlannedRow, Standing, VoiceRow, VoiceRows
from portal.extensions import db
from portal.foundation.clock import BRUSSELS, in_brussels
from portal.meetings.models import Attendance, ContactMoment, Decision, Meeting
from portal.meetings.types import ActionEffect, DecisionStatus, MeetingPlace, MeetingStatus, Presence
from portal.network.models import Partner
from portal.network.types import PartnerKind
from portal.participation.models import Response, Voice, VoiceEffect
from portal.plans.models import Action
from portal.plans.types import ActionStatus
from portal.reviews.models import HandCount, ReviewAnswer, ReviewRound, ReviewSheet, ReviewSitting, RoundAction


def list_voice_rows(network_id: int, year: int) -> VoiceRows:
    """Everything of the year, and voices, meetings and contacts of the years before it that the trend shows."""
    first, last = date(year - TREND_YEARS + 1, 1, 1), date(year, 12, 31)
    return VoiceRows(
        voices=tuple(_voices(network_id, first, last)),
        actions=tuple(_actions(network_id, year)),
        behind=tuple(_behind(network_id, year)),
        meetings=tuple(_meetings(network_id, first, last)),
        contacts=tuple(_contacts(network_id, first, last)),
        rounds=tuple(_rounds(network_id, first, last)),
    )


def _effects(network_id: int) -> Subquery:
    """How many things each voice changed; an action or a decision that was dropped since is no change."""
    return (
        select(VoiceEffect.voice_id, func.count().label("effects"))
        .outerjoin(Action, Action.id == VoiceEffect.action_id)
        .outerjoin(Decision, Decision.id == VoiceEffect.decision_id)
        .where(
            VoiceEffect.network_id == network_id,
            or_(Action.status != ActionStatus.DROPPED, Decision.status != DecisionStatus.DROPPED),
        )
        .group_by(VoiceEffect.voice_id)
        .subquery()
    )


def _voices(network_id: int, first: date, last: date) -> Iterable[VoiceRow]:
    effects = _effects(network_id)
    wanted = (
        select(
            Voice.id,
            Voice.received_on,
            Voice.channel,
            Voice.speaker,
            Voice.promised_on,
            Voice.threshold,
            Response.outcome,
            Response.answered_on,
            Response.told_on,
            effects.c.effects,
        )
        .outerjoin(Response, Response.voice_id == Voice.id)
        .outerjoin(effects, effects.c.voice_id == Voice.id)
        .where(Voice.network_id == network_id, Voice.withdrawn_at.is_(None), Voice.received_on.between(first, last))
        .order_by(Voice.id)
    )
    for row in db.session.execute(wanted):
        yield VoiceRow(
            id=row.id,
            received_on=row.received_on,
            channel=row.channel.value,
            speaker=row.speaker.value,
            promised_on=row.promised_on,
            threshold=row.threshold.value if row.threshold else NO_GROUP,
            outcome=row.outcome.value if row.outcome else "",
            answered_on=row.answered_on,
            told_on=row.told_on,
            effects=row.effects or 0,
        )


def _going(network_id: int, year: int) -> Any:
    return Action.network_id == network_id, Action.year == year, Action.status != ActionStatus.DROPPED


def _actions(network_id: int, year: int) -> Iterable[PlannedRow]:
    wanted = select(Action.id, Action.title).where(*_going(network_id, year)).order_by(Action.id)
    return (PlannedRow(key, title) for key, title in db.session.execute(wanted))


def _behind(network_id: int, year: int) -> Iterable[BehindRow]:
    """Voices of every year behind actions of this one: that they are about, that they altered, or that read them.

    An action that was taken over from an earlier plan keeps the voices behind it.
    """
    kept = Voice.network_id == network_id, Voice.withdrawn_at.is_(None)
    line = select(Action.id.label("now"), Action.id.label("then")).where(*_going(network_id, year)).cte(recursive=True)
    earlier = select(line.c.now, Action.copied_from_id).join(Action, Action.id == line.c.then)
    line = line.union(earlier.where(Action.copied_from_id.is_not(None)))
    about = (
        select(line.c.now, literal(Standing.ABOUT.value, String))
        .join(Voice, Voice.action_id == line.c.then)
        .where(*kept)
    )
    touched = (
        select(line.c.now, type_coerce(VoiceEffect.kind, String))
        .join(VoiceEffect, VoiceEffect.action_id == line.c.then)
        .join(Voice, Voice.id == VoiceEffect.voice_id)
        .where(*kept)
    )
    read = (
        select(line.c.now, literal(Standing.ABOUT.value, String))
        .join(RoundAction, RoundAction.action_id == line.c.then)
        .where(or_(_was_answered(), _was_counted()))
    )
    decided = (
        select(line.c.now, _done_by_decision())
        .join(Decision, Decision.action_id == line.c.then)
        .join(VoiceEffect, VoiceEffect.decision_id == Decision.id)
        .join(Voice, Voice.id == VoiceEffect.voice_id)
        .where(*kept, Decision.status != DecisionStatus.DROPPED)
    )
    rows: Iterable[Any] = db.session.execute(union(about, touched, read, decided))
    return (BehindRow(key, Standing(standing)) for key, standing in rows)


def _done_by_decision() -> ColumnElement[str]:
    """What a decision that came of a voice did to an action."""
    return case(
        (Decision.effect == ActionEffect.OPENS, Standing.OPENED.value),
        (Decision.effect == ActionEffect.MOVES, Standing.CHANGED.value),
        else_=Standing.ABOUT.value,
    )


def _was_answered() -> ColumnElement[bool]:
    """Whether a reader said something of an action in a review round."""
    given = select(ReviewAnswer.id).join(ReviewSheet, ReviewSheet.id == ReviewAnswer.sheet_id)
    return given.where(ReviewAnswer.round_action_id == RoundAction.id, ReviewSheet.withdrawn_at.is_(None)).exists()


def _was_counted() -> ColumnElement[bool]:
    """Whether hands went up for it in a group."""
    counted = select(HandCount.id).join(ReviewSitting, ReviewSitting.id == HandCount.sitting_id)
    return counted.where(
        HandCount.round_action_id == RoundAction.id, HandCount.hands > 0, ReviewSitting.withdrawn_at.is_(None)
    ).exists()


def _rounds(network_id: int, first: date, last: date) -> Iterable[date]:
    """The days on which review rounds began."""
    wanted = select(ReviewRound.opened_on).where(
        ReviewRound.network_id == network_id, ReviewRound.opened_on.between(first, last)
    )
    return (on for on in db.session.scalars(wanted) if on is not None)


def _meetings(network_id: int, first: date, last: date) -> Iterable[MeetingRow]:
    """Meetings that begin on these days in Brussels and were not called off."""
    there = (
        select(Attendance.id)
        .join(Partner, Partner.id == Attendance.partner_id)
        .where(
            Attendance.meeting_id == Meeting.id,
            Attendance.presence == Presence.PRESENT,
            Partner.kind == PartnerKind.POVERTY_ASSOCIATION,
        )
        .exists()
    )
    begins = datetime.combine(first, time.min, tzinfo=BRUSSELS).astimezone(UTC)
    ends = datetime.combine(last, time.max, tzinfo=BRUSSELS).astimezone(UTC)
    wanted = (
        select(Meeting.starts_at, Meeting.place_kind, Meeting.experts_count, there)
        .where(
            Meeting.network_id == network_id,
            Meeting.status == MeetingStatus.PLANNED,
            Meeting.starts_at.between(begins, ends),
        )
        .order_by(Meeting.id)
    )
    for starts_at, place_kind, experts, with_association in db.session.execute(wanted):
        at_association = place_kind is MeetingPlace.ASSOCIATION
        yield MeetingRow(in_brussels(starts_at).date(), at_association, experts, bool(with_association))


def _contacts(network_id: int, first: date, last: date) -> Iterable[date]:
    wanted = select(ContactMoment.on).where(
        ContactMoment.network_id == network_id,
        ContactMoment.withdrawn_at.is_(None),
        ContactMoment.on.between(first, last),
    )
    return db.session.scalars(wanted)
