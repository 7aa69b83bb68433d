"""The address of the dashboard of voice: who spoke, who heard back, and what changed."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from portal.dashboards.access import can_see_small_groups
from portal.dashboards.figures.voice.groups import VoiceGrouping
from portal.dashboards.figures.voice.years import TREND_LABELS, VoiceTrend
from portal.dashboards.routes.choices import Choice
from portal.dashboards.routes.dashboards import shown
from portal.dashboards.routes.figures import voice_figures
from portal.dashboards.routes.front import bp
from portal.dashboards.routes.reading import read_voice, remembered_for_reader
from portal.network.models import Network
from portal.participation.access import can_record_voice
from portal.web.guards import current_actor, in_network
from portal.web.whole_pages import remembered_page


@bp.get("/<int:year>/voice")
@remembered_page
@in_network()
def voice(network: Network, year: int) -> ResponseReturnValue:
    """Whether what people in poverty say gives direction, and whether they hear back."""
    actor = current_actor()
    scope = can_see_small_groups(actor), can_record_voice(actor)
    body = remembered_for_reader(network, "voice", lambda: _voice(network, year), *scope)
    return render_template("dashboards/voice.html", body=body)


def _voice(network: Network, year: int) -> str:
    found = read_voice(network, year)
    figures = {one.key: one for one in voice_figures(found)}
    choices = [
        Choice.asked(question, figures, {one.value: f"{question}-{one.value}" for one in values}, names=names)
        for question, values, names in (("by", VoiceGrouping, None), ("trend", VoiceTrend, TREND_LABELS))
        if question == "trend" or found.now.voices
    ]
    in_place = shown(figures, choices)
    return render_template(
        "dashboards/_voice_body.html",
        found=found,
        now=found.now,
        figures=in_place,
        choices={one.chosen: one.tabs(choices) for one in choices},
        lines=[(one.title, f"#figure-{one.key}") for one in in_place],
        has_anything=bool(found.behind.total) or not found.now.is_empty,
        can_record=can_record_voice(current_actor()),
        dashboard="voice",
        year=year,
    )
