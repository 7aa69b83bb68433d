"""Figures as SVG and for Plotly: legible, accessible, and allowed by a policy without inline styles."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree as Tree

import pytest

from portal.dashboards.balance import measure_balance
from portal.dashboards.complementarity.coverage import measure_coverage
from portal.dashboards.complementarity.flows import measure_flows
from portal.dashboards.figures import complementarity, money, network, partners, years
from portal.dashboards.money import measure_money, spent_by_month
from portal.dashboards.plotly import plotly_figure
from portal.dashboards.svg.figure import svg_figure
from portal.dashboards.svg.marks import lines_of, width_of
from portal.dashboards.svg.network import ring_order
from portal.dashboards.together import measure_together
from portal.dashboards.types import Figure, FigureKind
from tests.unit.dashboards.rows import CLUSTER_A, NAMES, action, grant, paid, partner

LONG = "Overleg van voorzitters van verenigingen & <b>clubs</b> in alle dorpen"
MEMBERS = [partner(1, LONG), *(partner(number, f"Dienst nummer {number}") for number in range(2, 16))]
ACTIONS = [
    action(
        number,
        lead=number,
        title=f"Actie {number} met een lange titel <i>erbij</i>",
        carriers=((number % 7 + 1, 30), ((number + 3) % 12 + 1, 20)),
        thresholds=("money", "shame") if number % 2 else ("language",),
        target_groups=("families", "migration"),
    )
    for number in range(1, 16)
]
SPENT = [paid(number, number, number * 1_000, stage="booked") for number in range(1, 16)]
MONEY = measure_money([grant(CLUSTER_A, 99_900)], [], SPENT)


def every_figure() -> list[Figure]:
    balance = measure_balance(MEMBERS, ACTIONS, [], SPENT)
    return [
        partners.carried_by_partner(balance, 2025),
        partners.partner_thresholds(balance),
        years.evenness_by_year({2024: 0.4, 2025: balance.evenness}),
        money.money_by_stream(MONEY, 2025, NAMES),
        complementarity.money_flow(measure_flows(ACTIONS, SPENT), 2025, NAMES),
        complementarity.coverage_map(measure_coverage(ACTIONS)),
        network.network_picture(measure_together(MEMBERS, ACTIONS), 2025),
    ]


@pytest.mark.parametrize("figure", every_figure(), ids=lambda figure: figure.key)
def test_a_drawing_is_well_formed_named_and_has_no_style(figure: Figure) -> None:
    drawing = svg_figure(figure)
    root = Tree.fromstring(drawing)
    assert root.get("role") == "img"
    assert root.get("aria-label") == str(figure.title)
    assert not re.search(r"\sstyle=|<style|\son\w+=|<script|<b>|<i>", drawing)


@pytest.mark.parametrize("figure", [one for one in every_figure() if one.is_interactive], ids=lambda figure: figure.key)
def test_what_plotly_gets_is_plain_json_without_mark_up_of_people(figure: Figure) -> None:
    written = json.dumps(plotly_figure(figure), allow_nan=False)
    assert json.loads(written)["layout"]["separators"] == ",."
    assert "<b>" not in written
    assert "<i>" not in written
    assert '"style"' not in written


def test_a_network_is_not_drawn_by_plotly() -> None:
    figure = network.network_picture(measure_together(MEMBERS, ACTIONS), 2025)
    assert not figure.is_interactive
    with pytest.raises(ValueError, match="server"):
        plotly_figure(figure)


def test_nothing_to_draw_is_no_drawing() -> None:
    empty = partners.carried_by_partner(measure_balance([], [], [], []), 2025)
    assert empty.is_empty
    assert svg_figure(empty) == ""


def boxes_of_words(drawing: str) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of each line of words that stands at a place in pixels."""
    boxes = []
    for word in Tree.fromstring(drawing).iter("{http://www.w3.org/2000/svg}text"):
        if word.get("transform") is None:
            size, x, y = (float(word.get(name, "0")) for name in ("font-size", "x", "y"))
            wide = width_of(word.text or "", size) * 0.9
            left = {"end": x - wide, "middle": x - wide / 2}.get(word.get("text-anchor", ""), x)
            boxes.append((left, y - size * 0.8, left + wide, y + size * 0.2))
    return boxes


@pytest.mark.parametrize("count", [1, 2, 3, 8, 15, 40])
def test_names_in_the_picture_of_a_network_never_overlap(count: int) -> None:
    members = [partner(number, f"{LONG} {number}") for number in range(1, count + 1)]
    boxes = boxes_of_words(svg_figure(network.network_picture(measure_together(members, ACTIONS), 2025)))
    assert len(boxes) >= count
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            assert apart, (one, other)


def test_names_in_a_flow_never_overlap() -> None:
    figure = complementarity.money_flow(measure_flows(ACTIONS, SPENT), 2025, NAMES)
    boxes = boxes_of_words(svg_figure(figure))
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_bands_stay_as_thick_as_what_flows() -> None:
    figure = complementarity.money_flow(measure_flows(ACTIONS[:2], SPENT[:2]), 2025, NAMES)
    root = Tree.fromstring(svg_figure(figure))
    space = "{http://www.w3.org/2000/svg}"
    bands = [float(re.findall(r"v([\d.]+)", path.get("d", ""))[0]) for path in root.iter(f"{space}path")]
    shares = [float(edge.value) for edge in figure.edges]
    assert max(bands) / min(bands) == pytest.approx(max(shares) / min(shares), rel=0.05)


def test_the_same_network_always_gives_the_same_ring() -> None:
    weights = {(0, 3): 5.0, (1, 2): 2.0, (0, 2): 1.0}
    assert ring_order(5, weights) == ring_order(5, dict(reversed(weights.items()))) == [0, 3, 2, 1, 4]


def test_two_partners_of_one_name_keep_a_bar_each() -> None:
    members = [partner(1, "Club"), partner(2, "Club")]
    balance = measure_balance(members, [action(1, lead=1), action(2, lead=2)], [], [])
    figure = partners.carried_by_partner(balance, 2025)
    (trace,) = plotly_figure(figure)["data"]
    assert (trace["y"], trace["x"]) == ([0, 1], [1, 1])


def test_a_heat_map_of_levels_has_the_mark_and_the_meaning_of_each_cell() -> None:
    figure = complementarity.coverage_map(
        measure_coverage(ACTIONS[:1], thresholds=("money",), target_groups=("families", "adults"))
    )
    (trace,) = plotly_figure(figure)["data"]
    assert trace["z"] == [[1, 0]]
    assert trace["text"] == [["1", "–"]]
    assert trace["customdata"] == [["geld<br>gezinnen: één actie", "geld<br>volwassenen: geen actie"]]
    assert trace["showscale"] is False  # a colour bar would write an inline style


def test_euros_and_hours_are_drawn_as_such_and_told_to_the_cent() -> None:
    figure = money.money_by_stream(MONEY, 2025, NAMES)
    spent = plotly_figure(figure)["data"][1]
    assert spent["x"][0] == 1200.0
    assert spent["customdata"][0].endswith("1.200,00 euro")
    booked = money.booked_by_month(spent_by_month([], 2025), 2025, NAMES)
    assert booked.kind is FigureKind.LINES
    assert booked.is_empty


def test_words_that_do_not_fit_end_in_an_ellipsis() -> None:
    assert lines_of("een twee drie vier", 60) == ["een", "twee…"]
    assert lines_of("onafscheidelijk", 60, most=1) == ["onafsc…"]
    assert lines_of("kort", 200) == ["kort"]
