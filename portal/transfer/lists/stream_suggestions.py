"""Which stream fits a row of expenses that names none, or one whose list refuses the cost; only ever a suggestion."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from portal.foundation.wording import Wording, say
from portal.funding.costs import Suggestion, Verdict, suggest_stream, what_else_pays, why
from portal.funding.costs.answers import Answer, Otherwise
from portal.funding.costs.naming import named_subjects
from portal.funding.regimes import StreamKind, YearLaw
from portal.funding.rules.refused_costs import refusal_in
from portal.funding.types import Owner


@dataclass(frozen=True)
class Offered:
    """A stream for a row, with its reason; `instead_of` are the streams that refuse the cost."""

    stream: str
    owner: Owner
    reason: Wording
    source: str
    instead_of: tuple[str, ...] = ()
    is_taken: bool = False

    def taken(self) -> Offered:
        return replace(self, is_taken=True)

    def moved(self, parts: Mapping[str, int], invoice_cents: int) -> dict[str, int]:
        """The amounts when it is taken: what a refusing stream would pay, or the whole invoice when nobody pays."""
        if not parts:
            return {self.stream: invoice_cents}
        stays = {code: cents for code, cents in parts.items() if code not in self.instead_of}
        goes = sum(cents for code, cents in parts.items() if code in self.instead_of)
        return stays | {self.stream: stays.get(self.stream, 0) + goes}


def offer_stream(description: str, parts: Mapping[str, int], owner: Owner | None, law: YearLaw) -> Offered | None:
    """A stream for a row; None when its stream is fine, or when no list knows the cost.

    `owner`: who pays the invoice, when the file says so; a stream of that owner goes first.
    """
    found = suggest_stream(description, law)
    if found is None:
        return None
    named = named_subjects(description)
    refusing = tuple(sorted(code for code in parts if _refuses(found, code) or refusal_in(named, code, law)))
    if parts and not refusing:
        return None
    choices = [one for one in _choices(found, law) if one.stream not in refusing]
    choices.sort(key=lambda one: owner is not None and one.owner is not owner)
    return replace(choices[0], instead_of=refusing) if choices else None


def _refuses(found: Suggestion, stream: str) -> bool:
    return any(one.stream and one.stream.code == stream for one in found.refusing) and not any(
        one.stream and one.stream.code == stream for one in found.fitting
    )


def _choices(found: Suggestion, law: YearLaw) -> Iterator[Offered]:
    for one in found.fitting:
        if one.stream is not None:
            yield Offered(one.stream.code, one.stream.owner, _reason(found, one), one.source)
    for other in what_else_pays(found.refusing, law):
        if other.stream.kind is StreamKind.COFINANCING:
            yield Offered(other.stream.code, other.stream.owner, _last_reason(found, other), "")


def _reason(found: Suggestion, answer: Answer) -> Wording:
    """What it is taken for, and why this stream."""
    told = say("Dit lijkt op “%(cost)s”. %(why)s", cost=found.subject.dutch, why=why(answer))
    if answer.condition is None or not answer.is_from_list:
        return told
    return Wording("%(told)s %(condition)s", {"told": told, "condition": answer.condition})


def _last_reason(found: Suggestion, other: Otherwise) -> Wording:
    if any(one.verdict is Verdict.NOT_ALLOWED for one in found.refusing):
        return say(
            "Dit lijkt op “%(cost)s”. Geen enkele lijst zegt dat dit mag. %(why)s",
            cost=found.subject.dutch,
            why=other.sentence,
        )
    return say("Dit lijkt op “%(cost)s”. %(why)s", cost=found.subject.dutch, why=other.sentence)
