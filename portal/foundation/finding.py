"""What a rule says of a record: its id, how serious, one sentence, and where the rule comes from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from portal.foundation.wording import Wording, say


class Severity(StrEnum):
    """Errors block, warnings are kept and can be answered, hints only inform."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


SEVERITY_LABELS = {
    Severity.ERROR: say("fout"),
    Severity.WARNING: say("waarschuwing"),
    Severity.HINT: say("tip"),
}

SEVERITY_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}


@dataclass(frozen=True)
class Finding:
    """`rule` is an id of the rulebook; `field` names the form field or column that it concerns."""

    rule: str
    severity: Severity
    sentence: Wording
    source: str
    field: str | None = None

    @property
    def blocks(self) -> bool:
        return self.severity is Severity.ERROR


def most_serious_first(findings: list[Finding]) -> list[Finding]:
    """The same findings in one fixed order, so that the order of rows never matters."""
    return sorted(findings, key=lambda one: (SEVERITY_ORDER[one.severity], one.rule, str(one.sentence)))
