"""Why there is no such paper for a year, in a sentence."""

from __future__ import annotations

from portal.foundation.wording import Wording, say
from portal.reports.papers.facts import YearFacts


def refuse_regime(facts: YearFacts) -> Wording | None:
    """Before 2008, and while a regime is out of force, no Flemish money exists."""
    if facts.regime:
        return None
    return say(
        "In %(year)s is er geen Vlaamse regeling voor lokale netwerken. Dit papier bestaat dan niet.", year=facts.year
    )


def refuse_empty(facts: YearFacts) -> Wording | None:
    """A year about which nobody told the portal anything."""
    if not facts.is_empty:
        return None
    return say("Voor %(year)s staat er nog niets in het portaal: geen acties en geen geld.", year=facts.year)


def refuse_year(facts: YearFacts) -> Wording | None:
    return refuse_regime(facts) or refuse_empty(facts)
