"""The document around the blocks: title, what is missing, header, footer, properties."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import count, groupby
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.shared import Cm, Pt

from portal.foundation.finding import Severity
from portal.foundation.wording import say
from portal.reports.types import Block, Bullets, Chart, Facts, Grid, Heading, Paper, Paragraph, Remark, Written
from portal.reports.writing.docx.drawings import chart_markup
from portal.reports.writing.docx.markup import NAMES, page_numbers, paragraph, run, watermark
from portal.reports.writing.docx.styles import dress
from portal.reports.writing.docx.tables import BESIDE_MARGIN, beside_markup, facts_markup, grid_markup
from portal.reports.writing.paragraphs import paragraphs_of
from portal.reports.writing.sealing import sealed
from portal.reports.writing.shape import is_wide, open_points
from portal.reports.writing.vector import HALF_A_PAGE
from portal.reports.writing.words import DRAFT_MARK, DRAFT_SENTENCE, DUTCH, STILL_OPEN, Words

_TWIP_EMU = 635


def paper_docx(paper: Paper, words: Words = DUTCH) -> bytes:
    """The whole paper; the same paper always becomes the same bytes."""
    document = docx.Document()
    dress(document, words.language)
    if is_wide(paper):
        _turn(document)
    if paper.on_one_page:
        _tighten(document)
    width = _width_of(document)
    _describe(document, paper, words)
    _frame(document, paper, words)
    numbers = count(1)
    written = _opening(paper, words)
    for are_charts, blocks in groupby(paper.blocks, lambda one: isinstance(one, Chart)):
        if are_charts and paper.on_one_page:
            written += _beside_each_other(list(blocks), document, words, width, numbers)
            continue
        for block in blocks:
            written += _block_markup(block, document, words, width, numbers)
    end = document.element.body.sectPr
    for part in parse_xml(f"<w:body {NAMES}>{''.join(written)}</w:body>"):
        end.addprevious(part)
    target = io.BytesIO()
    document.save(target)
    return sealed(target.getvalue(), paper.state.at)


def _turn(document: Document) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width


def _tighten(document: Document) -> None:
    """Less white, so that a paper of one page stays one page."""
    section = document.sections[0]
    section.top_margin, section.bottom_margin = Cm(1.6), Cm(1.5)
    section.header_distance = section.footer_distance = Cm(0.8)
    document.styles["Normal"].paragraph_format.line_spacing = 1.0
    for level in (2, 3):
        document.styles[f"Heading {level}"].paragraph_format.space_before = Pt(9)


def _width_of(document: Document) -> int:
    """The room between the margins, in twentieths of a point."""
    section = document.sections[0]
    edges = (section.left_margin or 0) + (section.right_margin or 0)
    return round(((section.page_width or 0) - edges) / _TWIP_EMU)


def _describe(document: Document, paper: Paper, words: Words) -> None:
    told = document.core_properties
    told.title = words.say(paper.title)[:255]
    told.author = told.last_modified_by = words.say(paper.network)[:255]
    told.subject = str(paper.year)
    told.language = words.language
    told.comments = told.keywords = ""
    told.revision = 1
    told.created = told.modified = paper.state.at.replace(tzinfo=None)


def _frame(document: Document, paper: Paper, words: Words) -> None:
    """The header and footer of every page; on a draft the header says so, across the page too."""
    section = document.sections[0]
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    header.style = footer.style = document.styles["Soft"]
    mark = words.say(DRAFT_MARK)
    if paper.is_draft:
        _append(header, run(f"{mark} · ", bold=True))
        _append(header, watermark(mark))
    _append(header, run(words.say(paper.title)))
    _append(footer, run(f"{words.state(paper.state)} · "))
    _append(footer, page_numbers(words.say(say("Bladzijde")), words.say(say("van"))))


def _append(owner: Any, markup: str) -> None:
    for part in parse_xml(f"<w:p {NAMES}>{markup}</w:p>"):
        owner._p.append(part)


def _opening(paper: Paper, words: Words) -> list[str]:
    """Title and subtitle, and what has to be mended first."""
    written = [paragraph(words.head(paper), "Soft"), paragraph(words.say(paper.title), "Heading1")]
    if words.say(paper.subtitle):
        written.append(paragraph(words.say(paper.subtitle), "Subtitled"))
    stops, others = open_points(paper, words)
    if stops:
        written.append(paragraph(words.say(DRAFT_SENTENCE), "DraftHead", keep=True))
        written += [paragraph(f"–  {point}", "DraftPoint") for point in stops]
        written.append(paragraph("", "AfterTable"))
    if others and paper.is_draft:
        written.append(paragraph(words.say(STILL_OPEN), keep=True, bold=True))
        written += [paragraph(point, "ListBullet") for point in others]
    return written


def _beside_each_other(
    charts: Sequence[Block], document: Document, words: Words, width: int, numbers: count[int]
) -> list[str]:
    """Drawings of a paper of one page, side by side and without their numbers: under each other they take two."""
    room = width // len(charts) - BESIDE_MARGIN
    drawn = [
        chart_markup(one, next(numbers), document, words, room, HALF_A_PAGE) for one in charts if isinstance(one, Chart)
    ]
    return beside_markup(drawn, width)


def _block_markup(block: Block, document: Document, words: Words, width: int, numbers: count[int]) -> list[str]:
    match block:
        case Heading(text, level):
            return [paragraph(words.say(text), f"Heading{min(4, level)}")]
        case Paragraph(text):
            return [paragraph(words.say(text))]
        case Written(text):
            return _written_markup(words.say(text))
        case Bullets(items):
            return [paragraph(words.say(item), "ListBullet") for item in items]
        case Facts():
            return facts_markup(block, words, width)
        case Grid():
            return grid_markup(block, words, width)
        case Chart():
            drawn = chart_markup(block, next(numbers), document, words, width)
            return drawn + grid_markup(block.grid, words, width)
        case Remark(text, severity):
            return [paragraph(words.say(text), "Hint" if severity is Severity.HINT else "Remark")]


def _written_markup(text: str) -> list[str]:
    written = []
    for part in paragraphs_of(text):
        if isinstance(part, str):
            written.append(paragraph(part))
        else:
            written += [paragraph(item, "ListBullet") for item in part]
    return written
