"""Reading what people typed for papers, and of when the figures are."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from portal.extensions import db
from portal.foundation.clock import now
from portal.network.models import Network
from portal.network.queries import find_network_state
from portal.plans.models import Action, Carrier
from portal.reports.models import PaperText
from portal.reports.types import DataState, PaperKind


def list_paper_texts(network_id: int, year: int, kind: PaperKind) -> Sequence[PaperText]:
    wanted = select(PaperText).where(
        PaperText.network_id == network_id, PaperText.year == year, PaperText.paper == kind
    )
    return db.session.scalars(wanted.order_by(PaperText.id)).all()


def texts_of(network_id: int, year: int, kind: PaperKind) -> dict[str, str]:
    """What was typed for a paper, by the key of its part; parts that are empty are not there."""
    return {one.part: one.text for one in list_paper_texts(network_id, year, kind) if one.text.strip()}


def state_of(network: Network) -> DataState:
    """This moment, with the number of the last change in the network."""
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
