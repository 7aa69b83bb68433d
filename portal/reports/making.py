"""Making a paper for a reader: built once for a state of the network, in the reader's language."""

from __future__ import annotations

from flask import g, has_request_context
from flask_babel import get_locale, gettext

from portal.foundation.clock import today
from portal.foundation.wording import Wording
from portal.network.models import Network
from portal.reports.building import build_paper
from portal.reports.register import PaperDefinition
from portal.reports.types import Paper
from portal.reports.writing.words import Words
from portal.reports.year.papers import find_frozen_paper
from portal.web.remembering import remembered


def words_now() -> Words:
    """The language of who reads; in a job the one that was forced."""
    return Words(str(get_locale() or "nl_BE"), gettext)


def paper_now(definition: PaperDefinition, network: Network, year: int) -> Paper:
    """The paper as the data are now; asked again before anything changed, the same paper with the same moment."""
    if not has_request_context() or "revision" not in g:
        return frozen_or_built(definition, network, year)
    key = ("paper", definition.kind, network.id, g.revision, year, str(get_locale()), today())
    return remembered(key, lambda: frozen_or_built(definition, network, year))


def frozen_or_built(definition: PaperDefinition, network: Network, year: int) -> Paper:
    """Of a closed year the paper as it was on that day; of an open one as the figures are now."""
    return find_frozen_paper(network.id, year, definition.kind) or build_paper(definition, network, year)


def why_not(definition: PaperDefinition, network: Network, year: int) -> Wording | None:
    """Why this year has no such paper; what was kept of a closed year is there, whatever the rules say now."""
    refusal = definition.refuse(network, year)
    if refusal is not None and find_frozen_paper(network.id, year, definition.kind) is not None:
        return None
    return refusal
