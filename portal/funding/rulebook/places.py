"""Where the portal looks after a rule: while an expense is saved, on the money page, in a calculator, in a list."""

from __future__ import annotations

from enum import StrEnum

from portal.foundation.wording import say
from portal.funding.costs import ENTRIES
from portal.funding.regimes import REGIMES


class Place(StrEnum):
    EXPENSE = "expense"
    YEAR = "year"
    CALCULATOR = "calculator"
    COSTS = "costs"
    DEADLINES = "deadlines"
    NETWORK = "network"
    PARTNER = "partner"
    STREAMS = "streams"
    EXAMPLE = "example"


PLACE_LABELS = {
    Place.EXPENSE: say("bij elke uitgave die je bewaart of inleest"),
    Place.YEAR: say("op de geldpagina van een jaar"),
    Place.CALCULATOR: say("in de rekenhulpen van de geldpagina"),
    Place.COSTS: say("bij Mag dit?"),
    Place.DEADLINES: say("bij de dagen die tellen en in je agenda"),
    Place.NETWORK: say("bij de partners van het netwerk"),
    Place.PARTNER: say("als je een partner of gemeente bewaart"),
    Place.STREAMS: say("bij de geldbronnen die je kan kiezen"),
    Place.EXAMPLE: say("alleen in het rekenvoorbeeld hieronder"),
}

# Which rules each check names. A test holds these against the checks themselves.
_OF_EXPENSES = (
    "STREAM-1 MONEY-1 MONEY-4 MONEY-5 MONEY-7 MONEY-8 DATA-ORG-1 FED-LIFE-2 FED-PAY-4 FED-PAY-5 FED-PAY-6 FED-TARGET-6"
    " FED-TARGET-7 FED-TARGET-8 FED-REP-2 FED-REP-3 FED-REP-5 FED-COST-6 FED-COST-7 FED-INV-1 FED-INV-2 FED-INV-3"
    " FED-INV-4 FED-STAFF-1 FED-COOP-1 FED-COOP-2 FED-COOP-3 FL-SPEND-3 FL-SPEND-5 FED-END FL-PD FL-BCD-T FL-BCD-B"
    " FED-OLD FED-NEW"
)
_OF_YEARS = (
    "MONEY-2 MONEY-3 MONEY-4 MONEY-6 DATA-ORG-1 FED-CLUS-5 FED-PAY-3 FL-PROC-7 FL-SPEND-5 FL-COFIN-2 FL-COFIN-7"
    " FL-COFIN-10 FL-COFIN-12 FED-INV-1 FED-INV-3 FED-STAFF-1 FED-STAFF-2 FED-STAFF-3 FED-STAFF-4 FED-STAFF-6"
    " FED-STAFF-7 FED-COOP-4 FED-END"
)
_OF_CALCULATORS = "FL-DRAW-1 FL-DRAW-4 FL-DRAW-5 FL-DRAW-6 FED-KEY-1 FED-KEY-3 FED-STAFF-3 FED-STAFF-4 FED-STAFF-7"
_OF_NETWORKS = "FL-NET-2 FL-NET-3 FL-NET-4 FL-NET-5"
_OF_PARTNERS = "DATA-KBO-1 DATA-NIS-1 DATA-NIS-3 DATA-NIS-5"

_NAMED = {
    Place.EXPENSE: frozenset(_OF_EXPENSES.split()),
    Place.YEAR: frozenset(_OF_YEARS.split()),
    Place.CALCULATOR: frozenset((*_OF_CALCULATORS.split(), "DATA-NIS-6")),
    Place.COSTS: frozenset(entry.of.rule for entry in ENTRIES),
    Place.DEADLINES: frozenset(one.rule for regime in REGIMES.values() for one in regime.deadlines),
    Place.NETWORK: frozenset(_OF_NETWORKS.split()),
    Place.PARTNER: frozenset(_OF_PARTNERS.split()),
    Place.STREAMS: frozenset(
        rule for regime in REGIMES.values() for stream in regime.streams for rule in stream.rule_ids
    ),
}


def places_of(rule: str) -> tuple[Place, ...]:
    """Where the portal uses a rule; empty for what it only tells."""
    return tuple(place for place, rules in _NAMED.items() if rule in rules)
