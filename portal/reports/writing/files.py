"""A paper as a file of any kind, with its name and what browsers call that kind."""

from __future__ import annotations

import re
import unicodedata

from portal.reports.types import PAPER_KIND_LABELS, Paper, PaperFormat
from portal.reports.writing.delimited import paper_csv
from portal.reports.writing.docx import paper_docx
from portal.reports.writing.pdf import paper_pdf
from portal.reports.writing.words import DRAFT_MARK, DUTCH, Words
from portal.reports.writing.xlsx import paper_xlsx

MEDIA_TYPES = {
    PaperFormat.PDF: "application/pdf",
    PaperFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    PaperFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    PaperFormat.CSV: "text/csv; charset=utf-8",
}


def paper_file(paper: Paper, file_format: PaperFormat, words: Words = DUTCH) -> bytes | None:
    """The bytes; None for a PDF on a machine that cannot make one."""
    match file_format:
        case PaperFormat.PDF:
            return paper_pdf(paper, words)
        case PaperFormat.DOCX:
            return paper_docx(paper, words)
        case PaperFormat.XLSX:
            return paper_xlsx(paper, words)
        case PaperFormat.CSV:
            return paper_csv(paper, words)


def file_name(paper: Paper, file_format: PaperFormat, words: Words = DUTCH) -> str:
    """As "verantwoordingsnota-voor-vlaanderen-heist-op-den-berg-2025-ontwerp.pdf"."""
    parts = [words.say(PAPER_KIND_LABELS[paper.kind]), words.say(paper.network), str(paper.year)]
    if paper.is_draft:
        parts.append(words.say(DRAFT_MARK))
    plain = unicodedata.normalize("NFKD", " ".join(parts).lower()).encode("ascii", "ignore").decode()
    return f"{re.sub(r'[^a-z0-9]+', '-', plain).strip('-')[:120]}.{file_format.value}"
