"""The words of cooperation between welfare centres and of the federal report, and the facts that their rules read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from portal.foundation.wording import say
from portal.funding.regimes.measures import Measure


class ReportMethod(StrEnum):
    """How a measure goes into the federal application; never both ways in one measure (FED-REP-1)."""

    LINE_BY_LINE = "line-by-line"
    SPREADSHEET = "spreadsheet"


REPORT_METHOD_LABELS = {
    ReportMethod.LINE_BY_LINE: say("Lijn per lijn in de webtoepassing"),
    ReportMethod.SPREADSHEET: say("Met het officiële rekenblad"),
}

FEW_LINES = 15  # under this the manual advises line by line (FED-REP-3)


@dataclass(frozen=True)
class CentreFacts:
    """One welfare centre in a cooperation; `is_own`: the centre whose report is made here."""

    name: str
    nis: str
    council_on: date | None = None
    granted_cents: int | None = None
    requested_cents: int | None = None
    justified_cents: int | None = None
    is_employer: bool = False
    is_own: bool = False


@dataclass(frozen=True)
class CooperationFacts:
    """An agreement between welfare centres for one measure and year, as its rules read it."""

    year: int
    measure: Measure
    title: str
    signed_on: date | None = None
    is_available: bool = False
    staff_function: str = ""
    centres: tuple[CentreFacts, ...] = ()

    @property
    def granted_cents(self) -> int:
        """The grants of all centres together, which the threshold looks at."""
        return sum(one.granted_cents or 0 for one in self.centres)
