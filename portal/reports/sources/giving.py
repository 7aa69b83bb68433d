"""What partners gave in a year: hours, goods, money and people reached, in one statement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select

from portal.extensions import db
from portal.network.models import Partner
from portal.plans.models import Contribution
from portal.reports.papers.facts import GivenFact, PartnerGift


def list_given(network_id: int, year: int) -> Sequence[Any]:
    """Sums of contributions per action and partner."""
    wanted = (
        select(
            Contribution.action_id,
            Partner.name,
            func.count(Contribution.id).label("times"),
            func.sum(Contribution.minutes).label("minutes"),
            func.sum(Contribution.goods_cents).label("goods_cents"),
            func.sum(Contribution.money_cents).label("money_cents"),
            func.sum(Contribution.people_reached).label("reached"),
        )
        .join(Partner, Partner.id == Contribution.partner_id)
        .where(Contribution.network_id == network_id, Contribution.year == year, Contribution.withdrawn_at.is_(None))
        .group_by(Contribution.action_id, Partner.name, Partner.id)
        .order_by(Partner.name, Partner.id, Contribution.action_id)
    )
    return db.session.execute(wanted).all()


def given_by_action(rows: Sequence[Any]) -> dict[int, GivenFact]:
    return {key: _added(held) for key, held in _grouped(rows, "action_id").items()}


def gifts_of(rows: Sequence[Any]) -> tuple[PartnerGift, ...]:
    """What each partner gave, by name."""
    return tuple(_gift(name, held) for name, held in _grouped(rows, "name").items())


def _grouped(rows: Sequence[Any], column: str) -> dict[Any, list[Any]]:
    """The rows with the same value in a column, in the order in which the values come."""
    found: dict[Any, list[Any]] = {}
    for row in rows:
        found.setdefault(getattr(row, column), []).append(row)
    return found


def _gift(name: str, rows: Sequence[Any]) -> PartnerGift:
    return PartnerGift(name, _added(rows), len({row.action_id for row in rows}))


def _added(rows: Sequence[Any]) -> GivenFact:
    return GivenFact(
        times=sum(int(row.times) for row in rows),
        minutes=sum(int(row.minutes or 0) for row in rows),
        goods_cents=sum(int(row.goods_cents or 0) for row in rows),
        money_cents=sum(int(row.money_cents or 0) for row in rows),
        reached=sum(int(row.reached or 0) for row in rows),
    )
