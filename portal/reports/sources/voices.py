"""How people in poverty and their organisations steered a year, as counts."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select

from portal.dashboards.voice_rows import list_voice_rows
from portal.extensions import db
from portal.foundation.clock import today
from portal.reports.papers.facts import VoiceFact
from portal.reviews.models import ReviewRound, ReviewSheet


def read_voices(network_id: int, year: int) -> VoiceFact:
    """Voices, meetings, contacts and reading rounds of the year; meetings that are still to come are not counted."""
    rows = list_voice_rows(network_id, year)
    voices = [one for one in rows.voices if one.received_on.year == year]
    meetings = [one for one in rows.meetings if one.on.year == year and one.on <= today()]
    return VoiceFact(
        voices=len(voices),
        answered=sum(one.answered_on is not None for one in voices),
        told_back=sum(one.told_on is not None for one in voices),
        changed_something=sum(one.steers for one in voices),
        meetings=len(meetings),
        with_association=sum(one.with_association for one in meetings),
        at_association=sum(one.at_association for one in meetings),
        with_experts=sum(bool(one.experts) for one in meetings),
        contacts=sum(on.year == year for on in rows.contacts),
        rounds=sum(on.year == year for on in rows.rounds),
        sheets=_count_sheets(network_id, year),
    )


def _count_sheets(network_id: int, year: int) -> int:
    """Sheets that came in for rounds of the year."""
    wanted = (
        select(func.count(ReviewSheet.id))
        .join(ReviewRound, ReviewRound.id == ReviewSheet.round_id)
        .where(
            ReviewRound.network_id == network_id,
            ReviewRound.opened_on.between(date(year, 1, 1), date(year, 12, 31)),
            ReviewSheet.withdrawn_at.is_(None),
        )
    )
    return db.session.scalar(wanted) or 0
