"""Reading the sheets of readers."""

from __future__ import annotations

from sqlalchemy import select

from portal.extensions import db
from portal.reviews.models import ReviewAnswer, ReviewLink, ReviewSheet, RoundAction


def get_sheet_of(link: ReviewLink) -> ReviewSheet:
    """The sheet that was begun with a link; raises NoResultFound when there is none."""
    return db.session.scalars(select(ReviewSheet).where(ReviewSheet.link_id == link.id)).one()


def get_answer_to(sheet: ReviewSheet, about: RoundAction) -> ReviewAnswer:
    """What a sheet says about one action; raises NoResultFound when it says nothing."""
    wanted = select(ReviewAnswer).where(ReviewAnswer.sheet_id == sheet.id, ReviewAnswer.round_action_id == about.id)
    return db.session.scalars(wanted).one()
