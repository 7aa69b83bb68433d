"""The actions of a year in three views: table, board and calendar, with one filter."""

from __future__ import annotations

from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue

from portal.closing.shown import is_open_year
from portal.network.models import Network
from portal.network.queries import list_partner_choices
from portal.plans import access, queries
from portal.plans.asking import asked_filter
from portal.plans.models import Action
from portal.plans.queries import ActionFilter
from portal.plans.routes.doors import bp, known_year, month_names, remembered_body
from portal.plans.types import ActionStatus, Domain, TargetGroup, Threshold, Track
from portal.web.guards import current_actor, in_network
from portal.web.paging import asked_page

VIEWS = ("table", "board", "calendar")


def filter_in_address(wanted: ActionFilter) -> dict[str, Any]:
    """The filter as it stands in an address, without what is empty."""
    values = {
        "text": wanted.text,
        "status": wanted.status,
        "track": wanted.track,
        "domain": wanted.domain,
        "threshold": wanted.threshold,
        "group": wanted.target_group,
        "partner": wanted.partner_id,
    }
    return {name: value for name, value in values.items() if value}


@bp.get("/<int:year>/actions")
@in_network()
def actions(network: Network, year: int) -> ResponseReturnValue:
    """What the network does in a year."""
    known_year(year)
    actor = current_actor()
    return render_template(
        "plans/actions.html",
        body=remembered_body(network, lambda: _body(network, year)),
        filter_args=filter_in_address(asked_filter()),
        can_add=access.can_add_action(actor) and is_open_year(year),
        can_log=(actor.coordinates or bool(actor.partner_ids)) and is_open_year(year),
    )


def _body(network: Network, year: int) -> str:
    view = request.args.get("view", "table")
    view = view if view in VIEWS else "table"
    wanted = asked_filter()
    return render_template(
        "plans/_actions_body.html",
        view=view,
        wanted=wanted,
        filter_args=filter_in_address(wanted),
        is_filtered=wanted != ActionFilter(),
        partners=list_partner_choices(network.id),
        choices=(
            ("status", ActionStatus, wanted.status),
            ("track", Track, wanted.track),
            ("domain", Domain, wanted.domain),
            ("threshold", Threshold, wanted.threshold),
            ("group", TargetGroup, wanted.target_group),
        ),
        month_names=month_names(),
        **_rows(network, year, view, wanted),
    )


def _rows(network: Network, year: int, view: str, wanted: ActionFilter) -> dict[str, Any]:
    """The board shows everything at once; table and calendar come in pages."""
    if view != "board":
        return {"page": queries.page_of_actions(network.id, year, wanted, asked_page())}
    columns: dict[ActionStatus, list[Action]] = {status: [] for status in ActionStatus}
    for action in queries.list_actions(network.id, year, wanted):
        columns[action.status].append(action)
    return {"columns": columns}
