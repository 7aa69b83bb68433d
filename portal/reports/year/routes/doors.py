"""The blueprint of the year, and what its addresses share."""

from __future__ import annotations

from flask import Blueprint, abort, current_app

from portal.foundation.actor import Role
from portal.foundation.years import FIRST_YEAR, LAST_YEAR
from portal.web.guards import in_network

bp = Blueprint("years", __name__, url_prefix="/networks/<slug>/<int:year>")

for_readers = in_network(Role.COORDINATOR, Role.PARTNER, Role.VIEWER, Role.APPROVER)
for_coordinators = in_network(Role.COORDINATOR)


def known_year(year: int) -> int:
    return year if FIRST_YEAR <= year <= LAST_YEAR else abort(404)


def signing_secret() -> str:
    return str(current_app.config["SECRET_KEY"])
