"""What the API answers about the rulebook; pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from portal.foundation.wording import Wording
from portal.funding.regimes import Decision, RuleEntry
from portal.funding.rulebook.examples import EXAMPLES
from portal.funding.rulebook.listing import ListedRule, years_of
from portal.funding.rulebook.parameters import Parameter, parameters_of
from portal.funding.rulebook.places import places_of

Words = Callable[[Wording], str]
Kept = Callable[[str], str]


def rules_answer(
    rules: Sequence[ListedRule],
    decisions: tuple[Decision, ...],
    words: Words,
    kept: Kept,
    address: Callable[[str], str],
) -> dict[str, Any]:
    """Each rule with its rows per regime, its figures as they are decided now, and where the portal uses it."""
    return {
        "count": len(rules),
        "rules": [
            {
                "rule": one.id,
                "subject": one.subject.value,
                "address": address(one.id),
                "rows": [_row(row, words, kept) for row in one.rows],
                "figures": [_figure(figure, words, kept) for figure in parameters_of(one.id, decisions)],
                "checked_at": [place.value for place in places_of(one.id)],
                "has_example": one.id in EXAMPLES,
            }
            for one in rules
        ],
    }


def _row(row: RuleEntry, words: Words, kept: Kept) -> dict[str, Any]:
    return {
        "message": words(row.title),
        "severity": row.severity.value,
        "certainty": row.certainty.value,
        "source": kept(row.source),
        "years": [{"regime": code, "first_year": first, "last_year": last} for code, first, last in years_of(row)],
    }


def _figure(figure: Parameter, words: Words, kept: Kept) -> dict[str, Any]:
    return {
        "regime": figure.regime,
        "key": figure.key.value,
        "first_year": figure.first_year,
        "last_year": figure.last_year,
        "value": words(figure.told),
        "decided": figure.is_decided,
        "certainty": figure.setting.certainty.value,
        "source": kept(figure.setting.source),
    }
