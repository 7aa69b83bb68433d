"""What a year still lacks before it can be closed, paper by paper; errors stop it, warnings must have been seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from portal.closing.types import ChecklistItem
from portal.foundation.finding import Severity
from portal.foundation.wording import Wording, say
from portal.funding.gaps import Gaps, count_gaps, told_gaps
from portal.funding.queries import regime_overrides
from portal.funding.term_queries import list_terms
from portal.funding.terms import FEDERAL_REPORT, JUSTIFICATION, Term, wrong_order
from portal.network.models import Network
from portal.reports.types import Missing, Paper, PaperKind

YEAR = "year"
# Without these papers the year is not accounted for; what the others lack can be kept.
NEEDED = frozenset({PaperKind.FEDERAL_REPORT, PaperKind.JUSTIFICATION, PaperKind.EVIDENCE})

# A network without federal money has no report to hand in: its year can be closed.
TOLD_BY_PAPERS = frozenset({"without_proof", "without_agreement"})

HANDED_IN = {
    FEDERAL_REPORT: say("Het federale jaarverslag is nog niet ingediend. Doe dat eerst, en noteer de dag."),
    JUSTIFICATION: say("De Vlaamse verantwoording is nog niet ingediend. Noteer de dag waarop je dat deed."),
}
WRONG_ORDER = say(
    "De Vlaamse verantwoording staat als ingediend, en het federale jaarverslag nog niet of later. "
    "Het federale jaarverslag gaat eerst (FL-PROC-6)."
)


def list_missing(network: Network, year: int, papers: Sequence[Paper], today: date) -> tuple[ChecklistItem, ...]:
    """The whole list, errors first; three statements besides those of the papers."""
    terms = list_terms(network, (year,), today=today, overrides=regime_overrides())
    told = TOLD_BY_PAPERS if papers else frozenset()
    items = [*_of_year(year, count_gaps(network.id, year), told), *_of_terms(year, terms)]
    found = [item for paper in papers for item in _of_paper(paper)]
    return in_order([*items, *told_once(found)])


def told_once(items: Sequence[ChecklistItem]) -> Iterator[ChecklistItem]:
    """What several papers say is said of the year itself, as seriously as the most serious of them."""
    times = Counter(str(one.sentence) for one in items)
    serious = {str(one.sentence) for one in items if one.blocks}
    for one in items:
        if times[str(one.sentence)] == 1:
            yield one
        elif one.blocks or str(one.sentence) not in serious:
            yield replace(one, about=YEAR)


def in_order(items: Iterable[ChecklistItem]) -> tuple[ChecklistItem, ...]:
    """Errors first, then by paper; every sentence once for a paper."""
    unique = {(one.about, str(one.sentence)): one for one in items}
    return tuple(
        sorted(unique.values(), key=lambda one: (not one.blocks, one.about != YEAR, one.about, str(one.sentence)))
    )


def _of_year(year: int, gaps: Gaps, told: frozenset[str]) -> Iterator[ChecklistItem]:
    for gap in told_gaps(gaps, JUSTIFICATION):
        if gap.name in told:
            continue
        is_error = gap.values.get("findings") == "error"
        yield ChecklistItem(
            YEAR,
            Severity.ERROR if is_error else Severity.WARNING,
            gap.sentence,
            gap.count,
            gap.endpoint,
            {"year": year, **gap.values},
        )


def _of_terms(year: int, terms: Sequence[Term]) -> Iterator[ChecklistItem]:
    where = {"year": year}
    if wrong_order(terms):
        yield ChecklistItem(YEAR, Severity.ERROR, WRONG_ORDER, 1, "years.year", where)
    for term in terms:
        if term.key in HANDED_IN and term.is_open:
            yield ChecklistItem(YEAR, Severity.WARNING, HANDED_IN[term.key], 1, "years.year", where)


def _of_paper(paper: Paper) -> Iterator[ChecklistItem]:
    about = paper.kind.value
    for missing in paper.missing:
        blocks = missing.blocks and missing.keeps_year_open and paper.kind in NEEDED
        yield _item(about, missing, blocks=blocks)
    said: dict[tuple[Severity, Wording], int] = {}
    for finding in paper.findings:
        if finding.severity is not Severity.HINT:
            blocks = finding.blocks and paper.kind in NEEDED
            key = (Severity.ERROR if blocks else Severity.WARNING, finding.sentence)
            said[key] = said.get(key, 0) + 1
    for (severity, sentence), count in said.items():
        yield ChecklistItem(about, severity, sentence, count)


def _item(about: str, missing: Missing, *, blocks: bool) -> ChecklistItem:
    severity = Severity.ERROR if blocks else Severity.WARNING
    return ChecklistItem(about, severity, missing.sentence, missing.count, missing.endpoint, dict(missing.values))
