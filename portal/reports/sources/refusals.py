"""Why there is no such paper for a year, in a sentence; found without reading the whole year."""

from __future__ import annotations

from portal.foundation.wording import Wording, say
from portal.funding import queries as money
from portal.funding.facts import choice_of
from portal.funding.regimes import RegimeLevel, law_of_year
from portal.network.models import Network
from portal.reports import queries


def flemish_regime(network: Network, year: int) -> str:
    """The code of the Flemish rules of a year; nothing when there are none."""

    def read() -> str:
        law = law_of_year(year, money.regime_overrides(), choice_of(network, year))
        regime = law.regime(RegimeLevel.FLEMISH)
        return regime.code if regime is not None else ""

    return queries.read_once(network, ("regime", year), read)


def refuse_regime(network: Network, year: int) -> Wording | None:
    """Before 2008, and while a regime is out of force, no Flemish money exists."""
    if flemish_regime(network, year):
        return None
    return say("In %(year)s is er geen Vlaamse regeling voor lokale netwerken. Dit papier bestaat dan niet.", year=year)


def refuse_empty(network: Network, year: int) -> Wording | None:
    """A year about which nobody told the portal anything."""
    if queries.read_once(network, ("has anything", year), lambda: queries.has_anything(network.id, year)):
        return None
    return say("Voor %(year)s staat er nog niets in het portaal: geen acties en geen geld.", year=year)


def refuse_year(network: Network, year: int) -> Wording | None:
    return refuse_regime(network, year) or refuse_empty(network, year)
