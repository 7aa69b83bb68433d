"""Reading what people typed for papers, and of when the figures are."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from flask import g, has_request_context
from sqlalchemy import exists, select
from sqlalchemy.orm import joinedload, selectinload

from portal.extensions import db
from portal.foundation.clock import now
from portal.funding.models import BudgetLine, Expense, Grant
from portal.network.models import Municipality, Network, NetworkMunicipality
from portal.network.queries import find_network_state
from portal.plans.models import Action, Carrier
from portal.reports.models import PaperText
from portal.reports.types import DataState, PaperKind
from portal.web.remembering import remembered

T = TypeVar("T")


def list_paper_texts(network_id: int, year: int, kind: PaperKind) -> Sequence[PaperText]:
    wanted = select(PaperText).where(
        PaperText.network_id == network_id, PaperText.year == year, PaperText.paper == kind
    )
    return db.session.scalars(wanted.order_by(PaperText.id)).all()


def texts_of(network: Network, year: int, kind: PaperKind) -> dict[str, str]:
    """What was typed for a paper, by the key of its part; parts that are empty are not there."""
    kept = read_once(network, ("texts",), lambda: _all_texts(network.id))
    return {part: text for (of_year, of_kind, part), text in kept.items() if (of_year, of_kind) == (year, kind)}


def _all_texts(network_id: int) -> dict[tuple[int, PaperKind, str], str]:
    """Every text of every paper of a network: a few dozen, read once for all papers on a page."""
    rows = db.session.scalars(select(PaperText).where(PaperText.network_id == network_id).order_by(PaperText.id))
    return {(one.year, one.paper, one.part): one.text for one in rows if one.text.strip()}


def read_once(network: Network, key: tuple[Hashable, ...], read: Callable[[], T]) -> T:
    """What was read for a state of the network; outside a request it is read each time."""
    if not has_request_context() or "revision" not in g:
        return read()
    return remembered(("papers", network.id, g.revision, *key), read)


def list_municipality_names(network_id: int) -> Sequence[str]:
    wanted = (
        select(Municipality.name_nl)
        .join(NetworkMunicipality, NetworkMunicipality.nis == Municipality.nis)
        .where(NetworkMunicipality.network_id == network_id)
    )
    return db.session.scalars(wanted.order_by(Municipality.name_nl, Municipality.nis)).all()


def state_of(network: Network) -> DataState:
    """This moment, with the number of the last change in the network."""
    if has_request_context() and "revision" in g:
        return DataState(now(), g.revision)
    found = find_network_state(network.slug)
    return DataState(now(), found.revision if found else 0)


def list_whole_actions(network_id: int, year: int) -> Sequence[Action]:
    """The actions of a year in the order of the plan, with lead, carriers and indicators (3 statements)."""
    wanted = (
        select(Action)
        .where(Action.network_id == network_id, Action.year == year)
        .options(
            joinedload(Action.lead_partner),
            selectinload(Action.carriers).joinedload(Carrier.partner),
            selectinload(Action.indicators),
        )
    )
    return db.session.scalars(wanted.order_by(Action.objective_id, Action.id)).all()


def has_anything(network_id: int, year: int) -> bool:
    """Whether a year has actions or money."""
    tables = (Action, Grant, BudgetLine, Expense)
    held = [exists().where(table.network_id == network_id, table.year == year) for table in tables]
    return any(db.session.execute(select(*held)).one())
