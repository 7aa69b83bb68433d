"""What a kept finding says again, with how sure the rulebook is of its rule in that year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from portal.foundation.finding import CAVEATS, Certainty, Finding, Severity
from portal.foundation.wording import Wording
from portal.funding.regimes import rule_certainty


class Kept(Protocol):
    """The columns of a kept finding that are needed to say it again."""

    @property
    def year(self) -> Any: ...

    @property
    def rule(self) -> Any: ...

    @property
    def severity(self) -> Any: ...

    @property
    def sentence(self) -> Any: ...

    @property
    def source(self) -> Any: ...

    @property
    def field(self) -> Any: ...


CERTAINTY = "certainty"


def kept_sentence(finding: Finding, year: int) -> dict[str, Any]:
    """The sentence as it is kept, with how sure it is when that is not what the rulebook says of its rule.

    So a decision of an administrator that is sure makes the finding sure, and the rest learns with the rulebook.
    """
    record = finding.sentence.as_record()
    if finding.certainty is rule_certainty(finding.rule, year):
        return record
    return {**record, CERTAINTY: finding.certainty.value}


def kept_certainty(kept: Kept) -> Certainty:
    """How sure a kept finding is."""
    own = kept.sentence.get(CERTAINTY)
    return Certainty(own) if own else rule_certainty(kept.rule, kept.year)


class SaidAgain:
    """The finding of a row; certainty is no column, because the rulebook learns while rows stay."""

    @property
    def again(self: Kept) -> Finding:
        severity: Severity = self.severity
        record: Mapping[str, Any] = self.sentence
        return Finding(
            self.rule,
            severity,
            Wording.from_record(record),
            self.source,
            self.field,
            kept_certainty(self),
        )

    @property
    def sentence_wording(self: Kept) -> Wording:
        return Wording.from_record(self.sentence)

    @property
    def certainty(self: Kept) -> Certainty:
        return kept_certainty(self)

    @property
    def caveat(self: Kept) -> Wording | None:
        return CAVEATS.get(kept_certainty(self))
