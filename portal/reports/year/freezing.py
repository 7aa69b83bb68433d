"""Closing a year with everything that is kept of it, and what became of it between two closings."""

from __future__ import annotations

from datetime import date, datetime

from portal.closing import operations, queries, rules
from portal.closing.models import ClosedYear
from portal.closing.types import ChecklistItem, KeptRecord
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import say
from portal.network.models import Network
from portal.reports.year.checklist import list_missing
from portal.reports.year.lists import json_text, kept_lists
from portal.reports.year.papers import build_papers, kept_paper

CHECKLIST = "checklist.json"
OLD_PAGE = say("Er is iets veranderd sinds je deze bladzijde opende. Kijk de lijst opnieuw na en sluit dan af.")


def close_year_of(
    network: Network, year: int, *, seen: bool, revision: int, by: str, at: datetime, today: date, secret: str
) -> ClosedYear:
    """Close a year; raises RuleBroken with errors, unseen warnings or a page that is old, YearClosed when it is closed.

    From the first line on nobody saves figures of the network, so what is kept is what was looked at.
    """
    rules.check_year_over(year, today)
    operations.begin_closing(network.id, year)
    if queries.revision_of(network.id) != revision:
        raise RuleBroken(OLD_PAGE)
    papers = build_papers(network, year)
    items = list_missing(network, year, papers, today)
    rules.check_closing(items, seen=seen)
    records = [*kept_lists(network, year, today), *(kept_paper(one) for one in papers), _kept_checklist(items)]
    return operations.close_year(network.id, year=year, records=records, by=by, at=at, revision=revision, secret=secret)


def _kept_checklist(items: tuple[ChecklistItem, ...]) -> KeptRecord:
    """The warnings that were seen and left as they are."""
    rows = [
        {"about": one.about, "severity": one.severity.value, "sentence": one.sentence.as_record(), "count": one.count}
        for one in items
    ]
    return KeptRecord(CHECKLIST, json_text(rows))
