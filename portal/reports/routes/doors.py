"""The blueprint of papers, and what its addresses share."""

from __future__ import annotations

from flask import Blueprint, abort, current_app, url_for

from portal.foundation.actor import Role
from portal.foundation.years import FIRST_YEAR, LAST_YEAR
from portal.network.models import Network
from portal.reports.access import can_read_paper
from portal.reports.register import PaperDefinition, find_definition
from portal.reports.types import Missing, PaperKind
from portal.web.guards import current_actor, in_network, insist

bp = Blueprint("reports", __name__, url_prefix="/networks/<slug>/<int:year>")

for_readers = in_network(Role.COORDINATOR, Role.PARTNER, Role.VIEWER, Role.APPROVER)


def known_year(year: int) -> int:
    """The year of an address; years without any regime do not exist."""
    return year if FIRST_YEAR <= year <= LAST_YEAR else abort(404)


def known_paper(kind: str, year: int) -> PaperDefinition:
    """The paper of an address, for a reader who may read it."""
    known_year(year)
    definition = find_definition(PaperKind(kind)) if kind in set(PaperKind) else None
    if definition is None:
        abort(404)
    insist(can_read_paper(current_actor(), definition.readers))
    return definition


def mending_href(missing: Missing, network: Network) -> str:
    """Where something that is missing is mended; nothing when there is no such page."""
    if missing.endpoint not in current_app.view_functions:
        return ""
    return url_for(missing.endpoint, slug=network.slug, **dict(missing.values))  # type: ignore[arg-type]
