"""Whether voices give direction: something changed because of them.

A voice gives direction when at least one action or decision was opened or altered because of it, and was not dropped
since. What was promised does not count, what changed does: a "yes" without effect is a promise, and half a "yes" that
changed an action is a change. All voices of the year are the whole, also those without an answer: otherwise a network
that answers nobody would look best.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from portal.dashboards.voice.types import Count, VoiceRow, share_of
from portal.participation.small_groups import shown_counts


@dataclass(frozen=True)
class Steering:
    """What became of the voices; the last three are the parts of `unmoved`, and None outside the network."""

    changed: Count
    unmoved: Count
    adopted: Count = None
    refused: Count = None
    undecided: Count = None

    @property
    def share(self) -> Fraction | None:
        if self.changed is None or self.unmoved is None:
            return None
        return share_of(self.changed, self.changed + self.unmoved)


def measure_steering(voices: Sequence[VoiceRow]) -> Steering:
    unmoved = [row for row in voices if not row.steers]
    adopted = sum(1 for row in unmoved if row.is_adopted)
    undecided = sum(1 for row in unmoved if not row.outcome)
    return Steering(len(voices) - len(unmoved), len(unmoved), adopted, len(unmoved) - adopted - undecided, undecided)


def steering_outside(steering: Steering) -> Steering:
    shown = shown_counts({True: steering.changed or 0, False: steering.unmoved or 0})
    return Steering(shown[True], shown[False])
