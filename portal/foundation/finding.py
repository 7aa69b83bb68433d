"""What a rule says of a record: its id, how serious, one sentence, where the rule comes from and how sure it is."""

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


class Certainty(StrEnum):
    """How sure we are; everything below confirmed is shown as such, so that nobody takes it for law."""

    CONFIRMED = "confirmed"
    PROBABLE = "probable"
    DISPUTED = "disputed"
    ASSUMED = "assumed"


CERTAINTY_LABELS = {
    Certainty.CONFIRMED: say("bevestigd"),
    Certainty.PROBABLE: say("waarschijnlijk"),
    Certainty.DISPUTED: say("de bronnen spreken elkaar tegen"),
    Certainty.ASSUMED: say("te bevestigen"),
}

CERTAINTY_EXPLAINED = {
    Certainty.CONFIRMED: say("Dit staat in een wet, een besluit of een tekst van de overheid zelf."),
    Certainty.PROBABLE: say("Dit staat in een andere bron, zoals de pers of een presentatie. Vraag het na."),
    Certainty.DISPUTED: say("Twee bronnen zeggen iets anders. Wij kiezen niet: vraag het na."),
    Certainty.ASSUMED: say("Dit vonden we nergens. Het portaal gebruikt een voorlopig antwoord, of geen antwoord."),
}

CAVEATS = {
    Certainty.PROBABLE: say("Deze regel is waarschijnlijk, maar nog niet bevestigd."),
    Certainty.DISPUTED: say("De bronnen spreken elkaar tegen over deze regel."),
    Certainty.ASSUMED: say("Deze regel is nog niet bevestigd."),
}


@dataclass(frozen=True)
class Finding:
    """`rule` is an id of the rulebook; `field` names the form field or column that it concerns."""

    rule: str
    severity: Severity
    sentence: Wording
    source: str
    field: str | None = None
    certainty: Certainty = Certainty.CONFIRMED

    @property
    def blocks(self) -> bool:
        return self.severity is Severity.ERROR

    @property
    def caveat(self) -> Wording | None:
        """What to say beside the rule as long as it is not confirmed."""
        return CAVEATS.get(self.certainty)


def most_serious_first(findings: list[Finding]) -> list[Finding]:
    """The same findings in one fixed order, so that the order of rows never matters."""
    return sorted(findings, key=lambda one: (SEVERITY_ORDER[one.severity], one.rule, str(one.sentence)))
