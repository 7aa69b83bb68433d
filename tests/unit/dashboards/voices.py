"""Short ways to write the rows of voice, and rows that hypothesis makes up."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from portal.dashboards.voice.types import BehindRow, MeetingRow, PlannedRow, Standing, VoiceRow, VoiceRows
from portal.participation.types import Channel, Outcome, Speaker
from portal.plans.types import Threshold

TODAY = date(2026, 11, 21)
NEW_YEAR = date(2026, 1, 1)


def voice(
    number: int = 1,
    *,
    decided: int | None = None,
    told: int | None = None,
    received_on: date = date(2026, 3, 1),
    outcome: str = "",
    **values: Any,
) -> VoiceRow:
    """A voice that was decided and told so many days after it came."""
    return VoiceRow(
        id=number,
        received_on=received_on,
        channel=values.pop("channel", Channel.MEETING.value),
        speaker=values.pop("speaker", Speaker.EXPERT.value),
        promised_on=values.pop("promised_on", received_on + timedelta(30)),
        outcome=outcome or ("" if decided is None else Outcome.ADOPTED.value),
        answered_on=None if decided is None else received_on + timedelta(decided),
        told_on=None if told is None else received_on + timedelta(told),
        **values,
    )


@st.composite
def voice_rows(draw: st.DrawFn, most: int = 30) -> VoiceRows:
    """Some years in which anything may be missing."""
    voices = []
    for number in range(draw(st.integers(0, most))):
        decided = draw(st.none() | st.integers(-3, 200))
        voices.append(
            voice(
                number,
                received_on=date(draw(st.integers(2022, 2026)), draw(st.integers(1, 10)), 1),
                decided=decided,
                told=None if decided is None else draw(st.none() | st.integers(0, 250)),
                channel=draw(st.sampled_from([one.value for one in Channel])),
                speaker=draw(st.sampled_from([one.value for one in Speaker])),
                threshold=draw(st.sampled_from([*(one.value for one in Threshold), "none"])),
                outcome="" if decided is None else draw(st.sampled_from([one.value for one in Outcome])),
                effects=draw(st.integers(0, 2)),
            )
        )
    days = st.dates(date(2022, 1, 1), date(2026, 12, 31))
    return VoiceRows(
        voices=tuple(voices),
        actions=tuple(PlannedRow(number, f"Actie {number}") for number in draw(st.sets(st.integers(1, 8)))),
        behind=tuple(
            BehindRow(key, draw(st.sampled_from([Standing.OPENED, Standing.CHANGED, Standing.ABOUT])))
            for key in draw(st.lists(st.integers(1, 10), max_size=6))
        ),
        meetings=tuple(
            MeetingRow(on, draw(st.booleans()), draw(st.none() | st.integers(0, 9)), draw(st.booleans()))
            for on in draw(st.lists(days, max_size=6))
        ),
        contacts=tuple(draw(st.lists(days, max_size=6))),
        rounds=tuple(draw(st.lists(days, max_size=3))),
    )
