"""The blueprint of spreadsheets, and what its addresses share."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from flask import Blueprint, abort, current_app, g, url_for

from portal.foundation.actor import Role
from portal.foundation.clock import today
from portal.foundation.years import FIRST_YEAR, LAST_YEAR
from portal.network.models import Network
from portal.transfer.lists import Place
from portal.web.guards import current_actor, in_network

bp = Blueprint("transfer", __name__, url_prefix="/networks/<slug>")

for_keepers = in_network(Role.COORDINATOR)


def upload_folder() -> Path:
    return cast(Path, current_app.config["UPLOAD_FOLDER"])


def place_of(network: Network, year: int | None) -> Place:
    """Where a list belongs; years outside the calendar of the portal do not exist."""
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        abort(404)
    return Place(network, current_actor(), today(), year or 0)


def page_of_list(name: str, year: int | None) -> str:
    """The page on which people read the list."""
    endpoint = {
        "partners": "network.partners",
        "agreements": "network.partners",
        "objectives": "plans.plans",
        "indicators": "plans.actions",
        "budget": "funding.budget",
        "voices": "participation.voices",
        "meetings": "meetings.meetings",
        "contacts": "meetings.contacts",
        "actions": "plans.actions",
        "expenses": "funding.expenses",
        "contributions": "plans.contributions",
        "grants": "funding.grants",
        "federal-report": "reports.federal_report",
    }[name]
    values: dict[str, Any] = {"slug": g.network.slug} | ({"year": year} if year else {})
    return url_for(endpoint, **values)
