"""Reading the event log of one thing, and of a network."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from portal.extensions import db
from portal.history.models import Change

MOST_SHOWN = 200


def list_changes(page_type: str, page_id: int, network_id: int | None, most: int = MOST_SHOWN) -> Sequence[Change]:
    """Changes told on one record's page, newest first."""
    wanted = select(Change).where(
        Change.page_type == page_type, Change.page_id == page_id, Change.network_id == network_id
    )
    return db.session.scalars(wanted.order_by(Change.id.desc()).limit(most)).all()


def list_changes_since(page_type: str, page_id: int, network_id: int, version_at: int) -> Sequence[Change]:
    """Changes of one record after a known change id, oldest first."""
    wanted = select(Change).where(
        Change.page_type == page_type,
        Change.page_id == page_id,
        Change.network_id == network_id,
        Change.id > version_at,
    )
    return db.session.scalars(wanted.order_by(Change.id)).all()


def newest_change_id(page_type: str, page_id: int, network_id: int) -> int:
    """The id of the newest change told on a page; 0 when nothing changed yet."""
    wanted = select(db.func.max(Change.id)).where(
        Change.page_type == page_type, Change.page_id == page_id, Change.network_id == network_id
    )
    return db.session.scalar(wanted) or 0


def list_recent_changes(network_id: int, most: int = 50, before_id: int | None = None) -> Sequence[Change]:
    """The newest changes of a whole network."""
    wanted = select(Change).where(Change.network_id == network_id)
    if before_id is not None:
        wanted = wanted.where(Change.id < before_id)
    return db.session.scalars(wanted.order_by(Change.id.desc()).limit(most)).all()
