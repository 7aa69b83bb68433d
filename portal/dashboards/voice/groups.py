"""Voices by channel, threshold, speaker and road, and what became of them; every group, in the order of its list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from portal.dashboards.balance import NO_GROUP
from portal.dashboards.voice.types import Count, Road, VoiceRow, share_of
from portal.participation.small_groups import shown_counts
from portal.participation.types import Channel, Speaker
from portal.plans.types import Threshold


@dataclass(frozen=True)
class VoiceGroup:
    """The voices of one kind."""

    key: str
    voices: Count
    told: Count = None
    steering: Count = None

    @property
    def told_share(self) -> Fraction | None:
        return share_of(self.told, self.voices)

    @property
    def steering_share(self) -> Fraction | None:
        return share_of(self.steering, self.voices)


Groups = tuple[VoiceGroup, ...]


def by_channel(voices: Iterable[VoiceRow]) -> Groups:
    return _grouped(voices, [*Channel], lambda row: row.channel)


def by_threshold(voices: Iterable[VoiceRow]) -> Groups:
    return _grouped(voices, [*Threshold, NO_GROUP], lambda row: row.threshold)


def by_speaker(voices: Iterable[VoiceRow]) -> Groups:
    return _grouped(voices, [*Speaker], lambda row: row.speaker)


def by_road(voices: Iterable[VoiceRow]) -> Groups:
    return _grouped(voices, [*Road], lambda row: row.road)


def _grouped(voices: Iterable[VoiceRow], keys: Iterable[str], key_of: Callable[[VoiceRow], str]) -> Groups:
    rows = list(voices)
    all_of = Counter(key_of(row) for row in rows)
    told = Counter(key_of(row) for row in rows if row.told_on is not None)
    steering = Counter(key_of(row) for row in rows if row.steers)
    return tuple(VoiceGroup(str(key), all_of[key], told[key], steering[key]) for key in keys)


def without_small(groups: Groups) -> Groups:
    """As it may be shown outside the network: no small groups, and nothing of what became of each."""
    shown = shown_counts({one.key: one.voices or 0 for one in groups})
    return tuple(replace(one, voices=shown[one.key], told=None, steering=None) for one in groups)
