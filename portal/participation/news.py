"""What is told to who spoke and what a report says of it, in very plain words; without Flask or database."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from portal.foundation.wording import Wording, say
from portal.meetings.types import DecisionStatus
from portal.participation.types import EffectKind, Outcome, TidingKind
from portal.plans.types import THRESHOLD_LABELS, ActionStatus, Threshold


def action_news(status: str, what: str) -> Wording:
    """That an action moved, and where it stands now."""
    match status:
        case ActionStatus.PLANNED:
            return say("“%(what)s” staat nu in ons plan.", what=what)
        case ActionStatus.RUNNING:
            return say("“%(what)s” is begonnen.", what=what)
        case ActionStatus.DONE:
            return say("“%(what)s” is klaar.", what=what)
        case ActionStatus.DROPPED:
            return say("“%(what)s” gaat niet door.", what=what)
        case _:
            return say("Over “%(what)s” denken we nog na.", what=what)


def decision_news(status: str, what: str) -> Wording:
    """That a decision was carried out, lapsed, or is still to do."""
    match status:
        case DecisionStatus.DONE:
            return say("Dit hebben we gedaan: “%(what)s”", what=what)
        case DecisionStatus.DROPPED:
            return say("Dit doen we toch niet: “%(what)s”", what=what)
        case _:
            return say("Dit gaan we nog doen: “%(what)s”", what=what)


def tiding_news(kind: TidingKind, current: str, what: str) -> Wording:
    """One tiding in one sentence."""
    if kind is TidingKind.ACTION_MOVED:
        return action_news(current, what)
    if kind is TidingKind.DECISION_MOVED:
        return decision_news(current, what)
    return say("Er is een antwoord op wat je zei.")


@dataclass(frozen=True)
class Came:
    """What came of a voice: an action or a decision, by its words."""

    what: str
    is_decision: bool
    kind: EffectKind
    note: str = ""


def report_sentences(
    *,
    quote: str,
    threshold: Threshold | None,
    about: str,
    outcome: Outcome | None,
    reason: str,
    came: Iterable[Came],
) -> list[Wording]:
    """What a report may say: what people said (literally only with consent, so `quote` may be empty), and therefore."""
    return [_said(quote, threshold, about), *_therefore(outcome, reason, list(came))]


def _said(quote: str, threshold: Threshold | None, about: str) -> Wording:
    if quote:
        return say("Mensen zeiden: “%(words)s”", words=" ".join(quote.split()))
    if about:
        return say("Mensen zeiden iets over “%(about)s”.", about=about)
    if threshold is not None:
        return say("Mensen zeiden iets over de drempel “%(threshold)s”.", threshold=THRESHOLD_LABELS[threshold])
    return say("Mensen lieten weten wat beter kan.")


def _therefore(outcome: Outcome | None, reason: str, came: list[Came]) -> list[Wording]:
    sentences = [_of(one) for one in came]
    if not sentences and outcome is Outcome.NOT_ADOPTED:
        sentences = [say("Het netwerk doet dit niet. De reden: %(reason)s", reason=" ".join(reason.split()))]
    elif not sentences and outcome is not None:
        sentences = [say("Het netwerk neemt dit mee.")]
    elif not sentences:
        sentences = [say("Het netwerk denkt er nog over na.")]
    return sentences


def _of(one: Came) -> Wording:
    if one.is_decision:
        sentence = say("Daarom besliste het netwerk: “%(what)s”.", what=one.what.rstrip("."))
    elif one.kind is EffectKind.OPENED:
        sentence = say("Daarom begon het netwerk met “%(what)s”.", what=one.what)
    else:
        sentence = say("Daarom veranderde het netwerk “%(what)s”.", what=one.what)
    if not one.note:
        return sentence
    return say("%(sentence)s %(note)s", sentence=sentence, note=f"{one.note.rstrip('.')}.")
