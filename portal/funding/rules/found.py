"""How a rule says something: its severity, source and certainty come from its row in the rulebook."""

from __future__ import annotations

from portal.foundation.finding import Certainty, Finding, Severity
from portal.foundation.wording import Wording
from portal.funding.regimes import RegimeLevel, Setting, SettingKey, YearLaw, rule_entry


def found(
    law: YearLaw,
    rule: str,
    sentence: Wording,
    field: str | None = None,
    *,
    severity: Severity | None = None,
    source: str | None = None,
    certainty: Certainty | None = None,
) -> Finding:
    """A finding of a rule in a year; `severity`, `source`, `certainty` when this case differs from the rule's row."""
    entry = rule_entry(rule, (regime.code for regime in law.regimes))
    return Finding(
        rule, severity or entry.severity, sentence, source or entry.source, field, certainty or entry.certainty
    )


def refusal_of(setting: Setting | None) -> Severity:
    """An error when the law is sure enough to refuse, a warning when it is assumed or disputed."""
    return Severity.ERROR if setting is None or setting.is_settled else Severity.WARNING


def federal_setting(law: YearLaw, key: SettingKey) -> Setting | None:
    return law.setting(RegimeLevel.FEDERAL, key)


def cents_setting(law: YearLaw, key: SettingKey) -> int | None:
    """A federal amount or whole number of this year, or None when the law has none."""
    row = federal_setting(law, key)
    return None if row is None or row.value is None else int(row.value)


def is_regime(law: YearLaw, code: str) -> bool:
    return any(regime.code == code for regime in law.regimes)
