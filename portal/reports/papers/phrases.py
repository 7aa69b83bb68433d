"""Words that several papers say in the same way: lists, months, who carries, what a stream is called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from portal.foundation.wording import Wording, say
from portal.plans.shown import month_runs
from portal.plans.types import CARRIER_ROLE_LABELS, MONTH_LABELS, TARGET_GROUP_LABELS, THRESHOLD_LABELS
from portal.reports.papers.facts import ActionFact, IndicatorFact
from portal.reports.types import Text

NOTHING = say("niets")
NOT_YET = say("nog niet ingevuld")


def listed(texts: Iterable[Text], empty: Text = NOT_YET) -> Text:
    """The texts with commas between them."""
    found = list(texts)
    if not found:
        return empty
    first: Text = found[0]
    for text in found[1:]:
        first = Wording("%(first)s, %(next)s", {"first": first, "next": text})
    return first


def months_words(months: Sequence[int]) -> Text:
    """ "maart tot en met mei, september"."""
    runs = month_runs(months)
    if runs == [(1, 12)]:
        return say("het hele jaar")
    return listed(
        MONTH_LABELS[first]
        if first == last
        else say("%(first)s tot en met %(last)s", first=MONTH_LABELS[first], last=MONTH_LABELS[last])
        for first, last in runs
    )


def threshold_words(action: ActionFact) -> Text:
    return listed(THRESHOLD_LABELS[one] for one in action.thresholds)


def group_words(action: ActionFact) -> Text:
    return listed(TARGET_GROUP_LABELS[one] for one in action.groups)


def carrier_words(action: ActionFact) -> Text:
    """Who carries the action beside its lead, with role and part of the work."""
    return listed(
        (
            say(
                "%(name)s (%(role)s, %(percent)s %%)",
                name=one.name,
                role=CARRIER_ROLE_LABELS[one.role],
                percent=one.percent,
            )
            for one in action.carriers
            if not one.is_lead
        ),
        empty=say("niemand anders"),
    )


def indicator_words(one: IndicatorFact) -> Text:
    """The name of an indicator, with its group when it has one."""
    if one.group is None:
        return one.name
    return say("%(name)s, %(group)s", name=one.name, group=TARGET_GROUP_LABELS[one.group])


def unit_words(number: int | None, unit: str) -> Text:
    if number is None:
        return ""
    return say("%(number)s %(unit)s", number=number, unit=unit) if unit else str(number)
