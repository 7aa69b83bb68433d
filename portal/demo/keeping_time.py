"""Which deadlines the demo networks have met, and the days that they chose themselves; all of it invented."""

from __future__ import annotations

from datetime import date

from portal.closing import operations
from portal.closing.types import MarkFacts
from portal.network.models import Network

MARKS = (
    (2025, "federal-booking", MarkFacts(done_on=date(2025, 12, 22))),
    (2025, "flemish-spending", MarkFacts(done_on=date(2025, 12, 30))),
    (2025, "federal-report", MarkFacts(planned_on=date(2026, 12, 4))),
    (2025, "flemish-justification", MarkFacts(planned_on=date(2026, 12, 18))),
    (2027, "transition-note", MarkFacts(done_on=date(2026, 3, 25))),
)


def keep_time(network: Network) -> None:
    """What the network noted about the deadlines of its years."""
    for year, deadline, facts in MARKS:
        operations.mark_deadline(
            network.id, year=year, deadline=deadline, facts=facts, today=facts.done_on or date(2026, 1, 1)
        )
