"""What the rulebook says of a row of which some cells could not be read: what holds whatever stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from portal.foundation.finding import Finding
from portal.funding import rules
from portal.funding.regimes import Decision
from portal.funding.types import AllocatedPart, ExpenseFacts, ExpenseKind, ExpenseStage, Owner
from portal.transfer.lists.columns import PART

MUCH_CENTS = 99_999_999
_DAYS = ("invoice_on", "activity_on", "imputed_on")
_COUNTS = ("invoice_excl_vat_cents", "beneficiaries", "pc_count")
_POSSIBLE: Mapping[str, Sequence[dict[str, Any]]] = {
    "kind": [{"kind": kind} for kind in ExpenseKind],
    "stage": [{"stage": stage} for stage in ExpenseStage],
    "owner": [{"owner": owner} for owner in Owner],
    "description": [{"description": "Toegang tot het zwembad voor gezinnen"}, {"description": ""}],
    "target": [{"target_group_n": n, "target_group_m": m} for n, m in ((None, None), (1, 1), (1, 1000))],
    "is_ict_pack": [{"is_ict_pack": False}, {"is_ict_pack": True}],
    "evidence_reference": [{"has_proof": True}, {"has_proof": False}],
    **{name: [{name: count} for count in (None, 1, MUCH_CENTS)] for name in _COUNTS},
}


def asks_proof(finding: Finding) -> bool:
    """A row of a file has no document yet: that comes after saving."""
    return finding.field == "evidence_reference" and not finding.blocks


def findings_of(facts: ExpenseFacts, unsure: Iterable[str], *, overrides: tuple[Decision, ...]) -> Sequence[Finding]:
    """All that is sure: a finding that falls away for one possible content of an unread cell is not told."""
    variants = [*_variants(facts, set(unsure))] or [facts]
    first, *others = (rules.check_expense(one, overrides=overrides) for one in variants)
    return [finding for finding in first if all(finding in other for other in others)]


def _variants(facts: ExpenseFacts, unsure: set[str]) -> Iterator[ExpenseFacts]:
    """The facts with each unread cell filled in as it could be, while the other ones hold something ordinary."""
    if not unsure:
        return
    usual = facts
    for key in unsure:
        usual = replace(usual, **next(_contents(key, facts), {}))
    yield usual
    for key in unsure:
        for content in _contents(key, facts):
            yield replace(usual, **content)


def _contents(key: str, facts: ExpenseFacts) -> Iterator[dict[str, Any]]:
    """What could stand in a cell, as far as rules ask for it."""
    if key in _POSSIBLE:
        yield from _POSSIBLE[key]
    elif key in _DAYS:
        yield from ({key: day} for day in (None, *(date(facts.year + late, 6, 30) for late in (0, -1, 1))))
    elif key == "invoice_cents":
        charged = sum(part.amount_cents for part in facts.parts)
        yield from ({key: cents} for cents in (charged or 1, 1, MUCH_CENTS))
    elif key == "agreement":
        day = date(facts.year, 1, 1)
        yield {"has_agreement": True, "agreement_signed_on": day, "agreement_committed_on": day}
        yield {"has_agreement": False}
    elif key == "stream" or key.startswith(PART):
        yield from ({"parts": parts} for parts in _parts(key, facts))


def _parts(key: str, facts: ExpenseFacts) -> Iterator[tuple[AllocatedPart, ...]]:
    """Without the stream that could not be read, and with more on it than any invoice."""
    yield facts.parts
    if key.startswith(PART):
        yield (*facts.parts, AllocatedPart(key.removeprefix(PART), MUCH_CENTS))
    else:
        yield tuple(AllocatedPart("drawing-right", cents) for cents in (facts.invoice_cents or 1,))
