"""Making a paper for a reader: built once for a state of the network, in the reader's language."""

from __future__ import annotations

from flask import g, has_request_context
from flask_babel import get_locale, gettext

from portal.foundation.clock import today
from portal.network.models import Network
from portal.reports.register import PaperDefinition
from portal.reports.types import Paper
from portal.reports.writing.words import Words
from portal.web.remembering import remembered


def words_now() -> Words:
    """The language of who reads; in a job the one that was forced."""
    return Words(str(get_locale() or "nl_BE"), gettext)


def paper_now(definition: PaperDefinition, network: Network, year: int) -> Paper:
    """The paper as the data are now; asked again before anything changed, the same paper with the same moment."""
    if not has_request_context() or "revision" not in g:
        return definition.build(network, year)
    key = ("paper", definition.kind, network.id, g.revision, year, str(get_locale()), today())
    return remembered(key, lambda: definition.build(network, year))
