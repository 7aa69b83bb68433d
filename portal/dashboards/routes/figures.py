"""The figures of a year, by name: drawn on the dashboards, and answered as JSON for the browser's own drawing."""

from __future__ import annotations

from collections.abc import Mapping

from portal.dashboards.balance import measure_balance
from portal.dashboards.change import compare_balances
from portal.dashboards.figures.complementarity import (
    coverage_map,
    ending_by_action,
    missed_by_cluster,
    money_flow,
)
from portal.dashboards.figures.groups import Grouping, carried_by_group
from portal.dashboards.figures.network import network_picture
from portal.dashboards.figures.partners import (
    Measure,
    carried_by_partner,
    measured_by_partner,
    partner_thresholds,
)
from portal.dashboards.figures.voice.answers import answer_times, told_back, waiting
from portal.dashboards.figures.voice.groups import VoiceGrouping, roads_of_voices, voices_by_group
from portal.dashboards.figures.voice.meetings import meetings_and_contacts
from portal.dashboards.figures.voice.steering import actions_behind, direction
from portal.dashboards.figures.voice.years import VoiceTrend, voice_by_year
from portal.dashboards.figures.years import share_change
from portal.dashboards.measures import Complementarity, complementarity_of
from portal.dashboards.queries import YearRows
from portal.dashboards.routes.reading import YearReading
from portal.dashboards.together import measure_together
from portal.dashboards.types import Figure, Text
from portal.dashboards.voice.measures import VoiceYear
from portal.funding.regimes import all_streams


def stream_names() -> Mapping[str, Text]:
    return {stream.code: stream.short_label for stream in all_streams()}


def balance_figures(reading: YearReading, *, with_money: bool) -> list[Figure]:
    """The dashboard of balance, the whole first; euros only for who may see money."""
    rows, before = reading.rows, reading.before
    balance = measure_balance(rows.partners, rows.actions, rows.contributions, rows.spending)
    measures = [measure for measure in Measure if with_money or measure is not Measure.EUROS]
    figures = [
        carried_by_partner(balance, reading.year, with_money=with_money),
        *(measured_by_partner(balance, measure) for measure in measures),
        partner_thresholds(balance),
        *(carried_by_group(balance, grouping, with_money=with_money) for grouping in Grouping),
    ]
    if before.actions and balance.largest_share is not None:
        earlier = measure_balance(before.partners, before.actions, before.contributions, before.spending)
        figures.insert(1, share_change(compare_balances(balance, earlier), reading.year, with_money=with_money))
    return figures


def measured_complementarity(reading: YearReading) -> Complementarity:
    rows = reading.rows
    return complementarity_of(
        reading.law, reading.next_streams, rows.actions, rows.spending, rows.budgets, reading.positions
    )


def complementarity_figures(reading: YearReading, found: Complementarity, *, with_money: bool) -> list[Figure]:
    """The dashboard of complementarity; flows and money only for who may see money."""
    names = stream_names()
    figures = [coverage_map(found.coverage)]
    if with_money:
        planned = not reading.rows.spending
        figures.insert(0, money_flow(found.flows, reading.year, names, planned=planned))
        figures.append(missed_by_cluster(found.missed, reading.year, names))
        figures.append(ending_by_action(found.ending, reading.year))
    return figures


def voice_figures(found: VoiceYear) -> list[Figure]:
    """The dashboard of voice; without voices, or with too few to show, only what is around them."""
    around = [
        meetings_and_contacts(found),
        *(voice_by_year(found, one) for one in VoiceTrend),
        actions_behind(found),
    ]
    if not found.now.voices:
        return around
    groupings = [one for one in VoiceGrouping if one is not VoiceGrouping.CHANNEL or not found.is_outside]
    return [
        direction(found),
        told_back(found),
        answer_times(found),
        *([] if found.is_outside else [waiting(found)]),
        *(voices_by_group(found, one) for one in groupings),
        roads_of_voices(found),
        *around,
    ]


def picture_of_network(rows: YearRows) -> Figure:
    """Who works with whom, on how many actions."""
    return network_picture(measure_together(rows.partners, rows.actions), rows.year)
