"""A checked sheet as a comparison: each line with its standing, what only the portal has, and sums on both sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from flask import request

from portal.foundation.wording import Wording
from portal.funding.federal.comparing import (
    FIELD_LABELS,
    STANDING_LABELS,
    CategoryTotals,
    SheetLine,
    Standing,
    totals_by_category,
)
from portal.funding.federal.lines import ReportLine
from portal.funding.federal.reading import list_lines
from portal.funding.outsourced import federal_codes
from portal.funding.regimes import YearLaw
from portal.network.models import Network
from portal.transfer.preview import Preview
from portal.web.paging import Page


@dataclass(frozen=True)
class ComparedLine:
    """One line of the table: what the sheet says, what the portal says, and how they stand."""

    standing: Standing | None
    row: int | None = None
    place: str = ""
    sheet: Mapping[str, Any] | None = None
    portal: ReportLine | None = None
    differing: tuple[Wording, ...] = ()
    problems: tuple[Wording, ...] = ()

    @property
    def label(self) -> Wording | None:
        return STANDING_LABELS[self.standing] if self.standing else None


@dataclass(frozen=True)
class Comparison:
    """All lines, those that ask attention first."""

    lines: tuple[ComparedLine, ...]
    totals: tuple[CategoryTotals, ...]
    labels: Mapping[str, Wording]
    counts: Mapping[Standing | None, int] = field(default_factory=dict)
    total_rows: int = 0

    @property
    def asked(self) -> Standing | None:
        return next((one for one in Standing if one.value == request.args.get("show")), None)

    def page(self, number: int, size: int) -> Page:
        shown = [one for one in self.lines if self.asked is None or one.standing is self.asked]
        number = min(max(1, number), max(1, -(-len(shown) // size)))
        return Page(shown[(number - 1) * size : number * size], len(shown), number)

    @property
    def is_same(self) -> bool:
        """Every line stands in both, to the cent, and nothing was wrong with the sheet."""
        others = sum(count for standing, count in self.counts.items() if standing is not Standing.EQUAL)
        return bool(self.counts) and not others


FIRST = (None, Standing.DIFFERENT, Standing.ONLY_SHEET, Standing.ONLY_PORTAL, Standing.DOUBLE, Standing.EQUAL)


def comparison_of(network: Network, law: YearLaw, preview: Preview) -> Comparison:
    """The rows as they were checked beside the lines as they are."""
    portal = list_lines(network.id, law)
    by_key = {(line.expense, line.stream): line for line in portal}
    compared, lines, taken = [], [], set()
    for row in preview.rows:
        if row.is_total:
            continue
        standing = Standing(row.draft["standing"]) if "standing" in row.draft else None
        key = (row.draft.get("expense"), row.draft.get("of"))
        match = by_key.get(key)  # type: ignore[arg-type]
        if match is not None:
            taken.add(key)
        unread = [one.reason for one in row.problems if one.key in row.unread or one.key == "category"]
        if unread and match is None:
            standing = None
        compared.append(
            ComparedLine(
                standing,
                row.number,
                row.values.get("place") or str(row.number),
                row.values,
                match,
                tuple(FIELD_LABELS[name] for name in row.draft.get("differing", ())),
                tuple(unread),
            )
        )
        lines.append(_sheet_line(row))
    compared += [ComparedLine(Standing.ONLY_PORTAL, portal=one) for key, one in by_key.items() if key not in taken]
    compared.sort(key=lambda one: (FIRST.index(one.standing), one.row or 0, one.portal.expense if one.portal else 0))
    codes = federal_codes(law)
    return Comparison(
        lines=tuple(compared),
        totals=tuple(totals_by_category(lines, portal, codes)),
        labels={code: law.streams[code].label for code in codes},
        counts=Counter(one.standing for one in compared),
        total_rows=sum(1 for row in preview.rows if row.is_total),
    )


def _sheet_line(row: Any) -> SheetLine:
    said = row.values
    return SheetLine(
        row.number,
        row.draft.get("stream"),
        said.get("imputed_on"),
        said.get("description") or "",
        said.get("beneficiaries"),
        said.get("amount_cents"),
    )


def amounts(totals: Sequence[CategoryTotals]) -> tuple[int, int]:
    """Cents of all categories: of the sheet, and of the portal."""
    return sum(one.sheet[2] for one in totals), sum(one.portal[2] for one in totals)
