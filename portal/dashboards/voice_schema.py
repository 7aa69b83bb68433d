"""The answer about voice as the read API describes it; pure data."""

from __future__ import annotations

from portal.dashboards.schemas import NUMBER, TEXT, WHOLE, Schema, listed, maybe, record, reference

SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
COUNT = maybe({"type": "integer", "minimum": 0, "description": "null: a group under five, hidden outside the network"})
DAYS = maybe(WHOLE)

GROUP = record(key=TEXT, voices=COUNT, told_back=COUNT, changed_something=COUNT)
WAITS = record(
    count=COUNT,
    median_days=maybe(NUMBER),
    percentile_90_days={**DAYS, "description": "Nearest rank: the value at place ceil(0.9 n)"},
    longest_days=DAYS,
)
POINT = record(
    year=WHOLE,
    voices=COUNT,
    told_back_share=maybe(SHARE),
    direction_share=maybe(SHARE),
    informal_share=maybe(SHARE),
    median_days=maybe(NUMBER),
    percentile_90_days=DAYS,
    meetings=WHOLE,
    at_association=WHOLE,
    with_experts=WHOLE,
    review_rounds=WHOLE,
    informal_contacts=WHOLE,
)

VOICE_SCHEMAS: dict[str, Schema] = {
    "VoiceGroup": GROUP,
    "VoiceWaits": WAITS,
    "VoiceYear": POINT,
    "Voice": record(
        network=TEXT,
        year=WHOLE,
        small_groups_hidden={"type": "boolean"},
        voices=COUNT,
        by_channel=listed(reference("VoiceGroup")),
        by_threshold=listed(reference("VoiceGroup")),
        by_speaker=listed(reference("VoiceGroup")),
        by_road=listed(reference("VoiceGroup")),
        told_back=record(
            share=maybe(SHARE),
            told=COUNT,
            not_told=COUNT,
            in_time=COUNT,
            late=COUNT,
            decided_not_told=COUNT,
            undecided=COUNT,
        ),
        answer_times=record(
            to_decision=reference("VoiceWaits"),
            to_telling_back=reference("VoiceWaits"),
            age_undecided=reference("VoiceWaits"),
            age_decided_not_told=reference("VoiceWaits"),
        ),
        waiting=listed(record(from_days=WHOLE, to_days=DAYS, decided=WHOLE, undecided=WHOLE)),
        direction=record(
            share={
                **maybe(SHARE),
                "description": "Voices that opened or altered an action or decision, of all voices of the year",
            },
            changed_something=COUNT,
            changed_nothing=COUNT,
            adopted_without_effect=COUNT,
            not_adopted=COUNT,
            undecided=COUNT,
        ),
        actions=record(
            total=WHOLE,
            share_with_voice=maybe(SHARE),
            opened=WHOLE,
            changed=WHOLE,
            about=WHOLE,
            without_voice=listed(TEXT),
        ),
        meetings=record(
            held=WHOLE,
            at_association=WHOLE,
            with_association=WHOLE,
            with_experts=WHOLE,
            without_count_of_experts=WHOLE,
            experts=COUNT,
            review_rounds=WHOLE,
            informal_contacts=WHOLE,
        ),
        trend=listed(reference("VoiceYear")),
        references=listed(
            record(key=TEXT, of={"enum": ["networks", "coordinators"]}, share=SHARE, source=TEXT, caution=TEXT)
        ),
    ),
}
