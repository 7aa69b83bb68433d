"""What the addresses of the dashboards share: the rows of a year, its law, and bodies that are remembered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import abort, g, request
from flask_babel import get_locale

from portal.dashboards.access import can_see_small_groups
from portal.dashboards.measures import money_of
from portal.dashboards.money import StreamPosition
from portal.dashboards.queries import YearRows, list_year_rows
from portal.dashboards.voice.measures import VoiceYear, as_seen_outside, measure_voice
from portal.dashboards.voice_rows import list_voice_rows
from portal.foundation.clock import today
from portal.foundation.years import FIRST_YEAR, LAST_YEAR
from portal.funding import queries as funding
from portal.funding.facts import choice_of, facts_of_year
from portal.funding.regimes import YearLaw, law_of_year
from portal.funding.types import AllocatedPart, ExpenseKind, ExpenseStage, GrantFacts, Owner, SpentPart, YearFacts
from portal.network.models import Network
from portal.web.guards import current_actor
from portal.web.remembering import remembered


@dataclass(frozen=True)
class YearReading:
    """A year of a network with the law that rules its money, and the year before."""

    year: int
    law: YearLaw
    next_streams: frozenset[str]
    rows: YearRows
    before: YearRows

    @property
    def positions(self) -> tuple[StreamPosition, ...]:
        return money_of(self.law, self.rows.grants, self.rows.budgets, self.rows.spending)

    @property
    def titles(self) -> dict[int, str]:
        return {row.id: row.title for row in self.rows.actions}


def facts_of_reading(network: Network, reading: YearReading, unallocated: int | None = None) -> YearFacts:
    """What the rules of a year want to know, from the rows that were read already; one statement more, or none."""
    return facts_of_year(
        network,
        reading.year,
        grants=(
            GrantFacts(row.stream, reading.year, Owner(row.owner), row.cents, row.pooled_cents)
            for row in reading.rows.grants
        ),
        planned=(AllocatedPart(row.stream, row.cents) for row in reading.rows.budgets),
        parts=(
            SpentPart(
                stream=row.stream,
                amount_cents=row.cents,
                kind=ExpenseKind(row.kind),
                stage=ExpenseStage(row.stage),
                expense=row.number,
                invoice_cents=row.invoice_cents,
                invoice_excl_vat_cents=row.invoice_excl_vat_cents,
                invoice_on=row.invoiced_on,
                description=row.description,
            )
            for row in reading.rows.spending
        ),
        unallocated=funding.count_unallocated(network.id, reading.year) if unallocated is None else unallocated,
        today=today(),
    )


def read_year(network: Network, year: int) -> YearReading:
    """Six statements: what administrators decided of the regimes, and five for the rows of two years."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        abort(404)
    overrides = funding.regime_overrides()
    rows = list_year_rows(network.id, (year, year - 1))
    return YearReading(
        year,
        law_of_year(year, overrides, choice_of(network, year)),
        frozenset(law_of_year(year + 1, overrides, choice_of(network, year + 1)).streams),
        rows[year],
        rows[year - 1],
    )


def read_voice(network: Network, year: int) -> VoiceYear:
    """The voices of a year as this reader may see them; six statements."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        abort(404)
    found = measure_voice(list_voice_rows(network.id, year), year, today())
    return found if can_see_small_groups(current_actor()) else as_seen_outside(found)


def remembered_for_reader(network: Network, what: str, build: Callable[[], Any], *scope: Any) -> Any:
    """Something built once for a state of the network, a language, a day and an address."""
    key = (what, network.id, g.revision, str(get_locale()), request.full_path, today(), *scope)
    return remembered(key, build)


def reader_scope() -> tuple[Any, ...]:
    """What a reader may see, as part of a key."""
    actor = current_actor()
    return actor.is_administrator, tuple(sorted(actor.roles)), tuple(sorted(actor.partner_ids))
