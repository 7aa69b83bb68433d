"""What a paper holds, whatever it is written as: its kind, the state of its data, words, tables and charts in order."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from portal.foundation.finding import Finding, Severity
from portal.foundation.wording import Wording, say

Text = str | Wording
Cell = str | int | date | Wording | None


class PaperKind(StrEnum):
    """The papers of a network's year; the value is part of the address."""

    AGREEMENT_NOTE = "agreement-note"
    YEAR_PLAN = "year-plan"
    JUSTIFICATION = "justification"
    FEDERAL_REPORT = "federal-report"
    EVIDENCE = "evidence"
    HANDOVER = "handover"
    COUNCIL_NOTE = "council-note"


ON_ONE_PAGE = frozenset({PaperKind.COUNCIL_NOTE})


PAPER_KIND_LABELS = {
    PaperKind.AGREEMENT_NOTE: say("Afsprakennota"),
    PaperKind.YEAR_PLAN: say("Actieplan en begroting van het jaar"),
    PaperKind.JUSTIFICATION: say("Verantwoordingsnota voor Vlaanderen"),
    PaperKind.FEDERAL_REPORT: say("Federaal jaarverslag (Uniek Jaarverslag)"),
    PaperKind.EVIDENCE: say("Bewijslijst voor de inspectie"),
    PaperKind.HANDOVER: say("Overdrachtsdossier"),
    PaperKind.COUNCIL_NOTE: say("Nota voor de gemeenteraad"),
}


class PaperFormat(StrEnum):
    """A paper as a file; the value is the ending of its name."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    CSV = "csv"


class CellKind(StrEnum):
    """What stands in a column: words, money in cents, a whole number, a day, a share in hundredths of a percent, or
    time in minutes that is shown in hours.
    """

    TEXT = "text"
    CENTS = "cents"
    COUNT = "count"
    DAY = "day"
    SHARE = "share"
    HOURS = "hours"


@dataclass(frozen=True)
class Column:
    """A column of a grid; `key` names it in a file that is read back."""

    title: Text
    kind: CellKind = CellKind.TEXT
    key: str = ""


@dataclass(frozen=True)
class Heading:
    """A heading in the paper; level 2 is the highest under the title."""

    text: Text
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    text: Text


@dataclass(frozen=True)
class Written:
    """What somebody typed for this paper: paragraphs apart by an empty line, a list where lines begin with a dash."""

    text: str
    part: str = ""


@dataclass(frozen=True)
class Bullets:
    items: tuple[Text, ...]


@dataclass(frozen=True)
class Facts:
    """Pairs of a name and a value, such as who applies and for which years."""

    rows: tuple[tuple[Text, Text], ...]


@dataclass(frozen=True)
class Grid:
    """A table with values as they are: cents, counts and days are written in the reader's way when it is drawn.

    `key` names the sheet in a workbook; `total` is the last row, or None.
    """

    caption: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] | None = None
    key: str = ""
    when_empty: Text = field(default_factory=lambda: say("Niets."))


@dataclass(frozen=True)
class Chart:
    """A drawing as SVG text without style attributes, with the sentence it shows and the same numbers as a grid."""

    title: Text
    svg: str
    grid: Grid


@dataclass(frozen=True)
class Remark:
    """A sentence set apart: a caution, or that something is not known."""

    text: Text
    severity: Severity = Severity.HINT


Block = Heading | Paragraph | Written | Bullets | Facts | Grid | Chart | Remark


@dataclass(frozen=True)
class PartDefinition:
    """A text that a coordinator types for a paper, such as how partners were involved; `most` characters."""

    key: str
    label: Wording
    explanation: Wording
    is_needed: bool = False
    most: int = 8000


@dataclass(frozen=True)
class Missing:
    """What a paper still lacks, as one sentence with its count, and where it is mended.

    `blocks`: without it the paper is a draft. `endpoint` and `values` make the address.
    `keeps_year_open`: while it lacks, the year cannot be closed either.
    """

    sentence: Wording
    count: int = 1
    blocks: bool = False
    endpoint: str = ""
    values: tuple[tuple[str, str | int], ...] = ()
    keeps_year_open: bool = True


@dataclass(frozen=True)
class DataState:
    """Of when the figures are: the moment they were read, and the number of the last change in the network."""

    at: datetime
    revision: int


@dataclass(frozen=True)
class Paper:
    """One paper of a network and a year; what stops it from being final makes it a draft."""

    kind: PaperKind
    title: Text
    network: str
    year: int
    state: DataState
    blocks: tuple[Block, ...]
    findings: tuple[Finding, ...] = ()
    missing: tuple[Missing, ...] = ()
    subtitle: Text = ""

    @property
    def is_draft(self) -> bool:
        """Unresolved errors, or something that has to be there and is not."""
        return any(one.blocks for one in self.findings) or any(one.blocks for one in self.missing)

    @property
    def on_one_page(self) -> bool:
        """Whether it is one sheet of A4: small letters when it has to be, and drawings without their numbers."""
        return self.kind in ON_ONE_PAGE

    @property
    def grids(self) -> tuple[Grid, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Grid))
