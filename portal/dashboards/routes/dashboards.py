"""Addresses of balance and complementarity, and of each figure of the dashboards as data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

import plotly.graph_objects as go
from flask import Response, abort, current_app, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from markupsafe import Markup

from portal.dashboards.access import can_see_small_groups
from portal.dashboards.balance import measure_balance
from portal.dashboards.figures.groups import Grouping
from portal.dashboards.figures.partners import Measure
from portal.dashboards.measures import is_federal
from portal.dashboards.plotly import plotly_figure
from portal.dashboards.queries import list_work_rows
from portal.dashboards.routes.choices import Choice, address_of
from portal.dashboards.routes.figures import (
    balance_figures,
    complementarity_figures,
    measured_complementarity,
    picture_of_network,
    voice_figures,
)
from portal.dashboards.routes.front import bp
from portal.dashboards.routes.reading import read_voice, read_year, reader_scope, remembered_for_reader
from portal.dashboards.svg.figure import svg_figure
from portal.dashboards.types import Figure
from portal.funding.access import can_see_money
from portal.network.models import Network
from portal.plans.access import can_edit_plan
from portal.web.downloads import table_file
from portal.web.guards import current_actor, in_network
from portal.web.language import in_words
from portal.web.whole_pages import remembered_page


@bp.get("/<int:year>/balance")
@remembered_page
@in_network()
def balance(network: Network, year: int) -> ResponseReturnValue:
    """How the work is spread over partners, sectors, thresholds, tracks and places."""
    with_money = can_see_money(current_actor())
    body = remembered_for_reader(network, "balance", lambda: _balance(network, year, with_money), with_money)
    return render_template("dashboards/balance.html", body=body)


def _balance(network: Network, year: int, with_money: bool) -> str:
    reading = read_year(network, year)
    rows = reading.rows
    figures = {one.key: one for one in balance_figures(reading, with_money=with_money)}
    choices = [
        Choice.asked("measure", figures, {one.value: f"partners-{one.value}" for one in Measure}, column=1),
        Choice.asked("by", figures, {one.value: f"by-{one.value}" for one in Grouping}, column=0),
    ]
    return render_template(
        "dashboards/_balance_body.html",
        balance=measure_balance(rows.partners, rows.actions, rows.contributions, rows.spending),
        figures=shown(figures, choices),
        choices={one.chosen: one.tabs(choices) for one in choices},
        lines=[(one.title, address_of(key, choices)) for key, one in figures.items()],
        dashboard="balance",
        with_money=with_money,
        year=year,
    )


def shown(figures: Mapping[str, Figure], choices: Iterable[Choice]) -> list[Figure]:
    hidden = {key for choice in choices for key in choice.keys.values()} - {choice.chosen for choice in choices}
    return [one for key, one in figures.items() if key not in hidden]


@bp.get("/<int:year>/complementarity")
@remembered_page
@in_network()
def complementarity(network: Network, year: int) -> ResponseReturnValue:
    """Whether the measures add up, overlap, or leave a gap."""
    with_money = can_see_money(current_actor())
    body = remembered_for_reader(
        network, "complementarity", lambda: _complementarity(network, year, with_money), with_money, reader_scope()
    )
    return render_template("dashboards/complementarity.html", body=body)


def _complementarity(network: Network, year: int, with_money: bool) -> str:
    reading = read_year(network, year)
    found = measured_complementarity(reading)
    figures = complementarity_figures(reading, found, with_money=with_money)
    return render_template(
        "dashboards/_complementarity_body.html",
        found=found,
        figures=figures,
        lines=[(one.title, f"#figure-{one.key}") for one in figures],
        needs=sorted(found.same_needs, key=lambda one: -len(one.thresholds) * len(one.target_groups)),
        has_work=bool(reading.rows.actions or reading.rows.spending),
        has_federal=any(is_federal(code) for code in reading.law.streams),
        can_link=can_edit_plan(current_actor()),
        dashboard="complementarity",
        with_money=with_money,
        year=year,
    )


@bp.get("/<int:year>/figures/<dashboard>/<key>.json")
@in_network()
def figure(network: Network, year: int, dashboard: str, key: str) -> Response:
    """One figure as the browser draws it."""
    with_money, with_small = can_see_money(current_actor()), can_see_small_groups(current_actor())
    build = partial(_figure_texts, network, year, dashboard, with_money)
    texts = remembered_for_reader(network, "figures", build, with_money, with_small)
    return current_app.response_class(texts.get(key) or abort(404), mimetype="application/json")


@bp.get("/<int:year>/figures/<dashboard>/<key>.csv")
@in_network()
def figure_table(network: Network, year: int, dashboard: str, key: str) -> Response:
    """The numbers of one figure as a file."""
    figures = _figures_of(network, year, dashboard, can_see_money(current_actor()))
    table = next((one.table for one in figures if one.key == key), None) or abort(404)
    headers = [in_words(header) for header in table.headers]
    rows = [[in_words(cell) for cell in row] for row in table.rows]
    return table_file(headers, rows, f"{network.slug}-{year}-{key}.csv")


def _figures_of(network: Network, year: int, dashboard: str, with_money: bool) -> list[Figure]:
    if dashboard == "voice":
        return voice_figures(read_voice(network, year))
    if dashboard not in ("balance", "complementarity"):
        abort(404)
    reading = read_year(network, year)
    if dashboard == "balance":
        return balance_figures(reading, with_money=with_money)
    return complementarity_figures(reading, measured_complementarity(reading), with_money=with_money)


def _figure_texts(network: Network, year: int, dashboard: str, with_money: bool) -> dict[str, str]:
    figures = _figures_of(network, year, dashboard, with_money)
    separators = ".," if _is_english() else ",."
    # Plotly's own library checks every property: what it lets through, the browser can draw.
    return {
        one.key: go.Figure(plotly_figure(one, in_words, separators)).to_json() for one in figures if one.is_interactive
    }


def _is_english() -> bool:
    locale = get_locale()
    return locale is not None and locale.language == "en"


def drawn(one: Figure) -> Markup:
    """The drawing of a figure, made on the server."""
    return Markup(svg_figure(one, in_words))  # noqa: S704  (the drawing escapes every text itself)


bp.add_app_template_filter(drawn, "drawn")


@bp.app_template_global()
def picture_of(network: Network, year: int) -> Any:
    """The picture of the network for the page of its partners."""
    return remembered_for_reader(
        network, "picture", lambda: picture_of_network(list_work_rows(network.id, year)), year, request.endpoint
    )
