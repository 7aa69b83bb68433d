"""Texts that people still have to type for the paper of a deadline."""

from __future__ import annotations

from collections.abc import Mapping

from portal.foundation.wording import say
from portal.funding.gaps import Gap
from portal.funding.terms import JUSTIFICATION
from portal.network.models import Network
from portal.reports.queries import texts_of
from portal.reports.register import find_definition
from portal.reports.types import PAPER_KIND_LABELS, PaperKind

PAPER_OF: Mapping[str, PaperKind] = {
    JUSTIFICATION: PaperKind.JUSTIFICATION,
    "application": PaperKind.AGREEMENT_NOTE,
    "transition-note": PaperKind.AGREEMENT_NOTE,
}


def untyped_texts(network: Network, year: int, deadline: str) -> tuple[Gap, ...]:
    """How many texts the paper of a deadline still needs, and the paper itself; nothing for a deadline without one."""
    kind = PAPER_OF.get(deadline)
    definition = find_definition(kind) if kind is not None else None
    if kind is None or definition is None or definition.refuse(network, year) is not None:
        return ()
    typed = texts_of(network, definition.text_year_for(network, year), kind)
    count = sum(part.is_needed and part.key not in typed for part in definition.parts_for(network, year))
    if not count:
        return ()
    paper = PAPER_KIND_LABELS[kind]
    sentence = (
        say("1 tekst is nog niet geschreven: %(paper)s", paper=paper)
        if count == 1
        else say("%(count)s teksten zijn nog niet geschreven: %(paper)s", count=count, paper=paper)
    )
    return (Gap("untyped", sentence, count, "reports.paper", {"kind": kind.value}),)
