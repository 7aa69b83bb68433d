"""Reading what is on an open page, what is left out, and what a coordinator can choose from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from flask import abort
from sqlalchemy import Select, case, exists, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from portal.extensions import db
from portal.history.models import Revision
from portal.meetings.models import Decision, Meeting
from portal.meetings.types import MeetingStatus
from portal.network.models import Membership, Network, Partner
from portal.open_page.models import OpenPage, OpenPageOmission, OpenPageVoice
from portal.participation.models import Voice, VoiceEffect
from portal.participation.types import VoiceState
from portal.plans.models import Action
from portal.web.paging import PAGE_SIZE, Page


@dataclass(frozen=True)
class PageState:
    """A page with its network and the number that moves at every change in it."""

    page: OpenPage
    network: Network
    revision: int


# Every visit of the page asks this; written once, it is built once.
PAGE_WITH_NETWORK = (
    select(
        OpenPage,
        Network,
        select(func.coalesce(func.sum(Revision.number), 0))
        .where(Revision.scope.in_([0, Network.id]))
        .correlate(Network)
        .scalar_subquery(),
    )
    .join(Network, Network.id == OpenPage.network_id)
    .where(OpenPage.is_opened.is_(True))
)


def find_opened_page(slug: str) -> PageState | None:
    """The page of an address if the coordinator opened it (1 statement)."""
    found = db.session.execute(PAGE_WITH_NETWORK.where(Network.slug == slug)).one_or_none()
    return PageState(found[0], found[1], int(found[2])) if found else None


def list_open_pages(today: date) -> Sequence[Network]:
    """Networks whose page is open on a day, by name."""
    wanted = (
        select(Network)
        .join(OpenPage, OpenPage.network_id == Network.id)
        .where(OpenPage.is_opened.is_(True), or_(OpenPage.open_until.is_(None), OpenPage.open_until >= today))
    )
    return db.session.scalars(wanted.order_by(Network.name, Network.id)).all()


def find_page(network_id: int) -> OpenPage | None:
    return db.session.scalars(select(OpenPage).where(OpenPage.network_id == network_id)).one_or_none()


def get_page(network_id: int) -> OpenPage:
    return find_page(network_id) or abort(404)


def list_partners_on(network_id: int, day: date) -> Sequence[Partner]:
    """Partners whose membership holds on a day, by name; without their people."""
    held = (
        select(Membership.partner_id)
        .where(Membership.network_id == network_id, Membership.starts_on <= day)
        .where(or_(Membership.ends_on.is_(None), Membership.ends_on >= day))
    )
    wanted = select(Partner).where(Partner.network_id == network_id, Partner.id.in_(held))
    return db.session.scalars(wanted.order_by(Partner.name, Partner.id)).all()


def list_actions_of_year(network_id: int, year: int) -> Sequence[Action]:
    """All actions of a year with their plan, in the order of the year."""
    wanted = select(Action).where(Action.network_id == network_id, Action.year == year)
    return db.session.scalars(wanted.options(joinedload(Action.plan)).order_by(Action.id)).all()


def taken_off(page: OpenPage) -> frozenset[int]:
    """The actions that were taken off the page."""
    wanted = select(OpenPageOmission.action_id).where(
        OpenPageOmission.network_id == page.network_id, OpenPageOmission.page_id == page.id
    )
    return frozenset(db.session.scalars(wanted))


def list_omissions(page: OpenPage) -> Sequence[OpenPageOmission]:
    wanted = select(OpenPageOmission).where(
        OpenPageOmission.network_id == page.network_id, OpenPageOmission.page_id == page.id
    )
    return db.session.scalars(wanted.order_by(OpenPageOmission.id)).all()


def _with_answer(found: Select[Any]) -> Select[Any]:
    return found.options(
        joinedload(OpenPageVoice.voice).options(
            joinedload(Voice.response),
            selectinload(Voice.effects).options(
                joinedload(VoiceEffect.action).joinedload(Action.plan),
                joinedload(VoiceEffect.decision).joinedload(Decision.action).joinedload(Action.plan),
            ),
        )
    )


def list_chosen_voices(page: OpenPage) -> Sequence[OpenPageVoice]:
    """Voices that were chosen for the page, the newest first, with answer and effects (2 statements)."""
    wanted = (
        select(OpenPageVoice)
        .join(Voice, Voice.id == OpenPageVoice.voice_id)
        .where(OpenPageVoice.network_id == page.network_id, OpenPageVoice.page_id == page.id)
    )
    return db.session.scalars(_with_answer(wanted).order_by(Voice.received_on.desc(), Voice.id.desc())).all()


def find_chosen_voice(page: OpenPage, voice_id: int) -> OpenPageVoice | None:
    wanted = select(OpenPageVoice).where(
        OpenPageVoice.network_id == page.network_id,
        OpenPageVoice.page_id == page.id,
        OpenPageVoice.voice_id == voice_id,
    )
    return db.session.scalars(wanted).one_or_none()


def list_choices_of_voice(network_id: int, voice_id: int) -> Sequence[OpenPageVoice]:
    """Wherever a voice was chosen."""
    wanted = select(OpenPageVoice).where(OpenPageVoice.network_id == network_id, OpenPageVoice.voice_id == voice_id)
    return db.session.scalars(wanted.order_by(OpenPageVoice.id)).all()


def _told_back(network_id: int) -> tuple[Any, ...]:
    return (Voice.network_id == network_id, Voice.withdrawn_at.is_(None), Voice.state == VoiceState.TOLD_BACK)


def page_of_voices_to_choose(page: OpenPage, number: int) -> tuple[Page, dict[int, OpenPageVoice]]:
    """Voices that were told back, the newest first, and which of them were chosen (3 statements)."""
    conditions = _told_back(page.network_id)
    total = db.session.scalar(select(func.count(Voice.id)).where(*conditions)) or 0
    number = min(number, max(1, -(-total // PAGE_SIZE)))
    wanted = select(Voice).where(*conditions).options(joinedload(Voice.response))
    rows = db.session.scalars(
        wanted.order_by(Voice.received_on.desc(), Voice.id.desc()).limit(PAGE_SIZE).offset((number - 1) * PAGE_SIZE)
    ).all()
    chosen = select(OpenPageVoice).where(
        OpenPageVoice.network_id == page.network_id,
        OpenPageVoice.page_id == page.id,
        OpenPageVoice.voice_id.in_([one.id for one in rows]),
    )
    return Page(rows, total, number), {one.voice_id: one for one in db.session.scalars(chosen)}


def list_voices_to_choose(network_id: int) -> Sequence[Voice]:
    """All voices that were told back, the newest first."""
    wanted = select(Voice).where(*_told_back(network_id)).options(joinedload(Voice.response))
    return db.session.scalars(wanted.order_by(Voice.received_on.desc(), Voice.id.desc())).all()


def get_voice_to_choose(network_id: int, voice_id: int) -> Voice:
    """A voice that was told back, with its answer, or 404."""
    wanted = select(Voice).where(Voice.id == voice_id, *_told_back(network_id)).options(joinedload(Voice.response))
    return db.session.scalars(wanted).one_or_none() or abort(404)


def count_voices_of_year(network_id: int, year: int) -> tuple[int, int, int]:
    """Of what was heard in a year: something changed, told an answer, not told yet (1 statement)."""
    touched = exists().where(VoiceEffect.network_id == network_id, VoiceEffect.voice_id == Voice.id)
    answered = Voice.state == VoiceState.TOLD_BACK
    kind = case((answered & touched, "changed"), (answered, "answered"), else_="waiting")
    wanted = (
        select(kind, func.count(Voice.id))
        .where(
            Voice.network_id == network_id,
            Voice.withdrawn_at.is_(None),
            Voice.received_on.between(date(year, 1, 1), date(year, 12, 31)),
        )
        .group_by(kind)
    )
    found = {str(row[0]): int(row[1]) for row in db.session.execute(wanted)}
    return found.get("changed", 0), found.get("answered", 0), found.get("waiting", 0)


def find_coming_meeting(network_id: int, meeting_id: int | None, now: datetime) -> Meeting | None:
    """A meeting that is planned and not over, or None."""
    wanted = select(Meeting).where(
        Meeting.network_id == network_id,
        Meeting.id == meeting_id,
        Meeting.status == MeetingStatus.PLANNED,
        Meeting.ends_at >= now,
    )
    return db.session.scalars(wanted).one_or_none() if meeting_id is not None else None


def list_meetings_to_choose(network_id: int, now: datetime) -> Iterable[Meeting]:
    """Meetings that are planned and not over, the nearest first."""
    wanted = select(Meeting).where(
        Meeting.network_id == network_id, Meeting.status == MeetingStatus.PLANNED, Meeting.ends_at >= now
    )
    return db.session.scalars(wanted.order_by(Meeting.starts_at, Meeting.id).limit(50)).all()
