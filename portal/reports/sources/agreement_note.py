"""The agreement note out of the database; its texts hold for all years of the note."""

from __future__ import annotations

from portal.foundation.wording import Wording, say
from portal.network.models import Network
from portal.reports import queries
from portal.reports.papers.agreement_note import agreement_note
from portal.reports.papers.note_parts import FORMS
from portal.reports.sources.refusals import flemish_regime, refuse_regime
from portal.reports.sources.year import year_facts
from portal.reports.types import Paper, PaperKind, PartDefinition

__all__ = ["build", "parts_of", "refuse", "text_year"]


def build(network: Network, year: int) -> Paper:
    facts = year_facts(network, year)
    texts = queries.texts_of(network, text_year(network, year), PaperKind.AGREEMENT_NOTE)
    return agreement_note(facts, texts)


def refuse(network: Network, year: int) -> Wording | None:
    """A year without Flemish rules has no note, and the old form only has the years of the network's note."""
    first, last = network.note_first_year, network.note_last_year
    if flemish_regime(network, year) == "FL-PD" and not first <= year <= last:
        return say(
            "De nota van dit netwerk loopt van %(first)s tot en met %(last)s. Voor %(year)s is er geen.",
            first=first,
            last=last,
            year=year,
        )
    return refuse_regime(network, year)


def parts_of(network: Network, year: int) -> tuple[PartDefinition, ...]:
    form = FORMS.get(flemish_regime(network, year))
    return form.parts if form is not None else ()


def text_year(network: Network, year: int) -> int:
    """The first year of the note."""
    form = FORMS.get(flemish_regime(network, year))
    return form.period(network)[0] if form is not None else year
