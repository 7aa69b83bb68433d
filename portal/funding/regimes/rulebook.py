"""Every rule that the portal cites, by its id; what a regime has as streams is a rule too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from portal.foundation.finding import Certainty, Severity
from portal.foundation.wording import say
from portal.funding.regimes.cost_rules import COST_LIST_RULES
from portal.funding.regimes.data_rules import DATA_RULES, PRACTICE_RULES
from portal.funding.regimes.federal_facts import FEDERAL_FACTS
from portal.funding.regimes.federal_report_rules import FEDERAL_REPORT_RULES
from portal.funding.regimes.federal_rules import FEDERAL_RULES
from portal.funding.regimes.flemish_facts import FLEMISH_FACTS
from portal.funding.regimes.flemish_rules import FLEMISH_RULES
from portal.funding.regimes.portal_rules import NETWORK_RULES, PORTAL_RULES
from portal.funding.regimes.registry import REGIMES, regimes_of_year
from portal.funding.regimes.types import RuleEntry
from portal.funding.regimes.uitpas_rules import UITPAS_RULES

REGIME_RULES = tuple(
    RuleEntry(
        regime.code,
        (regime.code,),
        Severity.ERROR,
        say("De regels van het jaar bepalen welke geldbronnen er zijn: %(regime)s.", regime=regime.title),
        regime.certainty,
        regime.source,
    )
    for regime in REGIMES.values()
)


def _by_id(entries: Iterable[RuleEntry]) -> dict[str, tuple[RuleEntry, ...]]:
    rows: dict[str, tuple[RuleEntry, ...]] = {}
    for entry in entries:
        rows[entry.id] = (*rows.get(entry.id, ()), _with_parameters(entry))
    return rows


def _with_parameters(entry: RuleEntry) -> RuleEntry:
    """The figures of its regimes that name this rule belong to it, besides those that its row names."""
    named = (
        row.key for code in entry.regimes if code in REGIMES for row in REGIMES[code].settings if row.rule == entry.id
    )
    return replace(entry, parameters=tuple(dict.fromkeys((*entry.parameters, *named))))


RULES = _by_id(
    (
        *REGIME_RULES,
        *FLEMISH_RULES,
        *FEDERAL_RULES,
        *FEDERAL_REPORT_RULES,
        *COST_LIST_RULES,
        *FLEMISH_FACTS,
        *FEDERAL_FACTS,
        *UITPAS_RULES,
        *DATA_RULES,
        *PRACTICE_RULES,
        *NETWORK_RULES,
        *PORTAL_RULES,
    )
)


def rule_entry(rule: str, regimes: Iterable[str]) -> RuleEntry:
    """The row of a rule in the regimes of a year; the newest one when none of them has its own."""
    ruling, rows = set(regimes), RULES[rule]
    return next((row for row in rows if ruling.intersection(row.regimes)), rows[-1])


def rule_certainty(rule: str, year: int) -> Certainty:
    """How sure a rule is in a year, as far as the rulebook knows."""
    if rule not in RULES:
        return Certainty.CONFIRMED
    return rule_entry(rule, (regime.code for regime in regimes_of_year(year))).certainty
