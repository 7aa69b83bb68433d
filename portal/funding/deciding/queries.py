"""Reading what administrators decided, for the pure rules and for those who want to see it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from flask import abort
from sqlalchemy import Boolean, Date, Integer, String, and_, cast, literal, null, or_, select, union_all

from portal.database import Moment
from portal.extensions import db
from portal.foundation.finding import Certainty
from portal.funding.deciding.models import LawDecision
from portal.funding.deciding.types import DecisionKind
from portal.funding.models import RegimeSetting
from portal.funding.regimes import DecidedAmount, DecidedDeadline, DecidedSetting, Decision, Decisions, RegimeStatus
from portal.funding.regimes.amounts import AMOUNT_LABELS, AmountKey
from portal.funding.regimes.figures import amount_from_kept, setting_from_kept
from portal.funding.regimes.types import SETTING_LABELS, SettingKey
from portal.history.models import Change

STATUS = "status"
MOST_CHANGES = 100


def regime_overrides() -> Decisions:
    """Everything that was decided and not withdrawn, oldest first, as the pure rules take it (one statement)."""
    rows = db.session.execute(_everything()).all()
    known = sorted((row for row in rows if row.kind == STATUS), key=lambda row: row.id)
    decided = sorted((row for row in rows if row.kind != STATUS), key=lambda row: (row.decided_at, row.id))
    found = (_decision_of(row) for row in (*known, *decided))
    return Decisions(one for one in found if one is not None)


def _everything() -> Any:
    """Decisions and statuses of regimes in one statement, because nearly every page asks for both."""
    decision = select(
        cast(LawDecision.kind, String(40)).label("kind"),
        LawDecision.id.label("id"),
        LawDecision.regime.label("regime"),
        LawDecision.key.label("key"),
        LawDecision.value.label("value"),
        LawDecision.falls_on.label("falls_on"),
        LawDecision.from_year.label("from_year"),
        LawDecision.until_year.label("until_year"),
        cast(null(), Boolean).label("in_force"),
        cast(LawDecision.certainty, String(40)).label("certainty"),
        LawDecision.source.label("source"),
        LawDecision.decided_at.label("decided_at"),
    ).where(LawDecision.withdrawn_at.is_(None))
    status = select(
        literal(STATUS, String(40)),
        RegimeSetting.id,
        RegimeSetting.regime,
        literal("", String(40)),
        literal("", String(30)),
        cast(null(), Date),
        cast(null(), Integer),
        cast(null(), Integer),
        RegimeSetting.in_force,
        cast(RegimeSetting.certainty, String(40)),
        RegimeSetting.source,
        cast(null(), Moment),
    )
    return union_all(decision, status)


def _decision_of(row: Any) -> Decision | None:
    """A row as the rules take it; nothing for a key that this version of the portal no longer knows."""
    certainty = Certainty(row.certainty)
    if row.kind == STATUS:
        return RegimeStatus(row.regime, bool(row.in_force), certainty, row.source)
    if row.kind == DecisionKind.DEADLINE:
        return DecidedDeadline(row.regime, row.key, row.from_year, row.falls_on, certainty, row.source)
    if row.kind == DecisionKind.AMOUNT and row.key in set(AMOUNT_LABELS):
        amount = AmountKey(row.key)
        return DecidedAmount(amount, row.from_year, amount_from_kept(amount, row.value), certainty, row.source)
    if row.kind == DecisionKind.SETTING and row.key in set(SETTING_LABELS):
        key = SettingKey(row.key)
        value = setting_from_kept(key, row.value)
        return DecidedSetting(row.regime, key, value, row.from_year, row.until_year, certainty, row.source)
    return None


def list_decisions() -> Sequence[LawDecision]:
    """Every decision, newest first, with those that were withdrawn."""
    return db.session.scalars(select(LawDecision).order_by(LawDecision.decided_at.desc(), LawDecision.id.desc())).all()


def get_decision(decision_id: int) -> LawDecision:
    """A decision that still counts, or 404."""
    wanted = select(LawDecision).where(LawDecision.id == decision_id, LawDecision.withdrawn_at.is_(None))
    return db.session.scalars(wanted).one_or_none() or abort(404)


def list_decision_changes(
    keys: Collection[str], regimes: Collection[str], statuses: Collection[str] = ()
) -> Sequence[Change]:
    """What the history tells of decisions on these keys, and of the status of regimes, newest first; two statements.

    Everybody may read it, so it asks no rights; the page leaves out the names.
    """
    wanted = select(LawDecision.id).where(
        LawDecision.key.in_(sorted(keys)), LawDecision.regime.in_(["", *sorted(regimes)])
    )
    status = select(RegimeSetting.id).where(RegimeSetting.regime.in_(sorted(statuses)))
    found = select(Change).where(
        or_(
            and_(Change.page_type == LawDecision.__tablename__, Change.page_id.in_(wanted)),
            and_(Change.page_type == RegimeSetting.__tablename__, Change.page_id.in_(status)),
        )
    )
    return db.session.scalars(found.order_by(Change.id.desc()).limit(MOST_CHANGES)).all()
