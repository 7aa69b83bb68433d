"""Every rule that the portal checks or computes, by its id; what a regime has as streams is a rule too."""

from __future__ import annotations

from portal.foundation.finding import Severity
from portal.foundation.wording import say
from portal.funding.regimes.federal_rules import FEDERAL_RULES
from portal.funding.regimes.flemish_rules import FLEMISH_RULES, PORTAL_RULES
from portal.funding.regimes.registry import REGIMES
from portal.funding.regimes.types import RuleEntry

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

RULES: dict[str, RuleEntry] = {
    entry.id: entry for entry in (*REGIME_RULES, *FLEMISH_RULES, *FEDERAL_RULES, *PORTAL_RULES)
}
