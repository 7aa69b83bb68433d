"""The measures of voice as the read API answers them; null is nothing to count, or a group too small to show."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from portal.dashboards.figures.voice.words import AS_VALUABLE, CAUTION, NOT_STEERING, SURVEY
from portal.dashboards.voice.answering import AnswerTimes, Telling, Waits
from portal.dashboards.voice.gathering import Gathering
from portal.dashboards.voice.groups import Groups, VoiceGroup
from portal.dashboards.voice.measures import VoiceYear, YearPoint
from portal.dashboards.voice.steering import Steering
from portal.dashboards.voice.types import Standing
from portal.foundation.wording import Wording

Answer = dict[str, Any]
Words = Callable[[Wording], str]


def voice_answer(found: VoiceYear, words: Words) -> Answer:
    """Everything that the dashboard of a year shows."""
    now = found.now
    return {
        "small_groups_hidden": found.is_outside,
        "voices": now.voices,
        "by_channel": _groups(found.by_channel),
        "by_threshold": _groups(found.by_threshold),
        "by_speaker": _groups(found.by_speaker),
        "by_road": _groups(now.roads),
        "told_back": _telling(now.telling),
        "answer_times": _times(now.times),
        "waiting": [
            {"from_days": one.over, "to_days": one.until, "decided": one.decided, "undecided": one.undecided}
            for one in found.steps
        ],
        "direction": _steering(now.steering),
        "actions": _actions(found),
        "meetings": _gathering(now.gathering),
        "trend": [_point(point) for point in found.trend],
        "references": [
            {"key": "not-direction-giving", "of": "networks", "share": _share(NOT_STEERING)} | _survey(words),
            {"key": "informal-as-valuable", "of": "coordinators", "share": _share(AS_VALUABLE)} | _survey(words),
        ],
    }


def _survey(words: Words) -> Answer:
    return {"source": words(SURVEY), "caution": words(CAUTION)}


def _share(share: Fraction | None) -> float | None:
    return None if share is None else round(float(share), 6)


def _groups(groups: Groups) -> list[Answer]:
    return [_group(one) for one in groups]


def _group(one: VoiceGroup) -> Answer:
    return {"key": one.key, "voices": one.voices, "told_back": one.told, "changed_something": one.steering}


def _telling(one: Telling) -> Answer:
    return {
        "share": _share(one.share),
        "told": one.told,
        "not_told": one.untold,
        "in_time": one.in_time,
        "late": one.late,
        "decided_not_told": one.decided,
        "undecided": one.undecided,
    }


def _times(times: AnswerTimes) -> Answer:
    return {
        "to_decision": _waits(times.decided),
        "to_telling_back": _waits(times.told),
        "age_undecided": _waits(times.undecided),
        "age_decided_not_told": _waits(times.untold),
    }


def _waits(waits: Waits) -> Answer:
    return {
        "count": waits.count,
        "median_days": None if waits.median is None else float(waits.median),
        "percentile_90_days": waits.ninetieth,
        "longest_days": waits.longest,
    }


def _steering(one: Steering) -> Answer:
    return {
        "share": _share(one.share),
        "changed_something": one.changed,
        "changed_nothing": one.unmoved,
        "adopted_without_effect": one.adopted,
        "not_adopted": one.refused,
        "undecided": one.undecided,
    }


def _actions(found: VoiceYear) -> Answer:
    behind = found.behind
    return {
        "total": behind.total,
        "share_with_voice": _share(behind.share),
        "opened": len(behind.actions[Standing.OPENED]),
        "changed": len(behind.actions[Standing.CHANGED]),
        "about": len(behind.actions[Standing.ABOUT]),
        "without_voice": [one.title for one in behind.without],
    }


def _gathering(one: Gathering) -> Answer:
    return {
        "held": one.meetings,
        "at_association": one.at_association,
        "with_association": one.with_association,
        "with_experts": one.with_experts,
        "without_count_of_experts": one.uncounted,
        "experts": one.experts,
        "review_rounds": one.rounds,
        "informal_contacts": one.contacts,
    }


def _point(point: YearPoint) -> Answer:
    return {
        "year": point.year,
        "voices": point.voices,
        "told_back_share": _share(point.telling.share),
        "direction_share": _share(point.steering.share),
        "informal_share": _share(point.informal_share),
        "median_days": None if point.times.decided.median is None else float(point.times.decided.median),
        "percentile_90_days": point.times.decided.ninetieth,
        "meetings": point.gathering.meetings,
        "at_association": point.gathering.at_association,
        "with_experts": point.gathering.with_experts,
        "review_rounds": point.gathering.rounds,
        "informal_contacts": point.gathering.contacts,
    }
