"""Puts together what is on a page: everything comes past the rules, and what they stop is told to the coordinator."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from portal.foundation.nameless import find_personal_mark
from portal.foundation.wording import Wording, say
from portal.network.models import Network
from portal.open_page import queries, rules
from portal.open_page.models import OpenPage, OpenPageVoice
from portal.open_page.types import (
    ActionOnPage,
    Contents,
    CountsOnPage,
    LeftOut,
    MeetingOnPage,
    PartnerOnPage,
    Section,
    Showing,
    VoiceOnPage,
)
from portal.participation.models import Voice, VoiceEffect
from portal.participation.small_groups import TOO_SMALL, shown_counts, told_outside
from portal.plans.access import PAST_PLANS, PUBLIC_ACTIONS, PUBLIC_PLANS
from portal.plans.models import Action
from portal.plans.types import Threshold

NOT_SHOWN = say("een onbekend aantal")
COUNTED = (
    say("keer veranderde er iets door"),
    say("keer gaven we antwoord, maar veranderde er niets"),
    say("keer moeten we nog antwoorden"),
)


def contents_of(network: Network, page: OpenPage, *, today: date, now: datetime) -> Contents:
    """Everything of a page, sections that are off included (at most 8 statements)."""
    off = queries.taken_off(page)
    actions = queries.list_actions_of_year(network.id, today.year)
    shown, actions_left_out = sorted_actions(actions, off)
    voices, voices_left_out = sorted_voices(queries.list_chosen_voices(page), off)
    partners = queries.list_partners_on(network.id, today) if page.shows_partners else []
    meeting = queries.find_coming_meeting(network.id, page.meeting_id, now)
    if meeting is not None and find_personal_mark(f"{meeting.title}\n{meeting.place}"):
        meeting = None  # written there after it was chosen
    return Contents(
        partners=[PartnerOnPage(one.name, one.kind) for one in partners],
        actions=shown,
        actions_left_out=actions_left_out,
        voices=voices,
        voices_left_out=voices_left_out,
        counts=counts_of(network, today.year),
        meeting=MeetingOnPage(meeting.title, meeting.starts_at, meeting.ends_at, meeting.place) if meeting else None,
        has_plan=any(one.plan.status in PUBLIC_PLANS for one in actions),
    )


def shown_sections(page: OpenPage) -> list[Section]:
    """The sections that are on, in the order that was chosen."""
    return [Section(code) for code in rules.whole_order(page.section_order) if code not in page.sections_off]


def why_off(action: Action, off: frozenset[int]) -> LeftOut | None:
    reason = rules.why_action_stays_off(
        plan=action.plan.status,
        status=action.status,
        sentence=action.plain_sentence,
        place=action.place,
        is_taken_off=action.id in off,
    )
    return LeftOut(action.title, reason, action.id) if reason else None


def sorted_actions(actions: Iterable[Action], off: frozenset[int]) -> tuple[list[ActionOnPage], list[LeftOut]]:
    """What is on the page, and what is not with the reason."""
    shown, left_out = [], []
    for action in actions:
        if found := why_off(action, off):
            left_out.append(found)
        else:
            shown.append(
                ActionOnPage(
                    action.plain_sentence,
                    thresholds_of(action.thresholds),
                    tuple(action.months),
                    action.place,
                    action.status,
                )
            )
    return shown, left_out


def thresholds_of(codes: Sequence[str]) -> tuple[Threshold, ...]:
    return tuple(one for one in Threshold if one.value in codes)


def sorted_voices(chosen: Iterable[OpenPageVoice], off: frozenset[int]) -> tuple[list[VoiceOnPage], list[LeftOut]]:
    """What was said and answered, as far as it may be on the page, and what may not with the reason."""
    shown, left_out = [], []
    for choice in chosen:
        voice = choice.voice
        words = voice.text if choice.showing is Showing.QUOTE else choice.summary
        response = voice.response
        reason = rules.why_voice_stays_off(
            showing=choice.showing,
            state=voice.state,
            is_withdrawn=voice.is_withdrawn,
            is_quote=voice.is_quote,
            quote_consent=voice.quote_consent,
            texts=(words, response.answer, response.reason) if response else (),
        )
        if reason or response is None:
            left_out.append(LeftOut(str(voice), reason or rules.NO_ANSWER, voice.id))
            continue
        shown.append(
            VoiceOnPage(
                words=words,
                is_quote=choice.showing is Showing.QUOTE,
                threshold=voice.threshold,
                outcome=response.outcome,
                answer=response.answer,
                reason=response.reason,
                changes=changes_of(voice, off),
            )
        )
    return shown, left_out


def changes_of(voice: Voice, off: frozenset[int]) -> tuple[str, ...]:
    """What became different, in the words of the network; nothing of drafts, ideas and what was taken off the page."""
    return tuple(found for effect in voice.effects if (found := _change(effect, off)))


def _change(effect: VoiceEffect, off: frozenset[int]) -> str:
    action = effect.action
    if action is None and effect.decision is not None:  # its own words stay with the report of the meeting
        action = effect.decision.action
    if action is None:
        return "" if find_personal_mark(effect.note) else effect.note
    is_public = (
        action.plan.status in PUBLIC_PLANS | PAST_PLANS and action.status in PUBLIC_ACTIONS and action.id not in off
    )
    words = effect.note or action.plain_sentence
    return words if is_public and not find_personal_mark(words) else ""


def counts_of(network: Network, year: int) -> CountsOnPage:
    """How often the network heard something in a year and what came of it; small numbers are not told."""
    parts = queries.count_voices_of_year(network.id, year)
    whole = told_outside(sum(parts))
    if whole is None:
        return CountsOnPage(year, TOO_SMALL, ())
    shown_parts = shown_counts(dict(enumerate(parts))).values()
    told = zip(COUNTED, parts, shown_parts, strict=True)
    return CountsOnPage(year, whole, tuple((label, _in_words(part, shown)) for label, part, shown in told))


def _in_words(part: int, shown: int | None) -> int | Wording:
    """The number, that it is small, or (large enough, but it would give a small one away) that it is not shown."""
    if shown is not None:
        return shown
    return TOO_SMALL if told_outside(part) is None else NOT_SHOWN
