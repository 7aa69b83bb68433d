"""A paper as a tagged PDF: one page after the other with its number, the state of the data, and a mark on a draft."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC

from flask import current_app
from markupsafe import Markup

from portal.foundation.wording import say
from portal.reports.records import paper_record
from portal.reports.types import Block, Chart, Heading, Paper
from portal.reports.writing.paragraphs import paragraphs_of
from portal.reports.writing.shape import column_shares, is_wide, open_points
from portal.reports.writing.vector import HALF_A_PAGE, WIDTH, sized_svg
from portal.reports.writing.words import DRAFT_MARK, DRAFT_SENTENCE, DUTCH, STILL_OPEN, Words
from portal.web.pdf import pages_of, pdf_of

SCALES = (1.0, 0.93, 0.86, 0.8)  # of the letters of a paper that is one sheet; 0.8 of 10 points can be read


def paper_pdf(paper: Paper, words: Words = DUTCH) -> bytes | None:
    """PDF/UA with language and title; the same bytes for the same paper, and None where Pango is missing."""
    record = json.dumps(paper_record(paper), sort_keys=True).encode()
    identifier = hashlib.sha256(record + words.language.encode()).hexdigest()[:32].encode()
    html = _on_one_page(paper, words) if paper.on_one_page else paper_html(paper, words)
    return pdf_of(html, identifier=identifier)


def _on_one_page(paper: Paper, words: Words) -> str:
    """As large as fits on one sheet, and never smaller than can be read; then what is drawn goes first."""
    drawn_too = [(scale, paper) for scale in SCALES]
    without = replace(paper, blocks=tuple(_undrawn(paper.blocks)))
    for scale, shown in [*drawn_too, *((scale, without) for scale in SCALES)]:
        html = paper_html(shown, words, scale=scale)
        if (pages_of(html) or 1) == 1:
            return html
    return html


def _undrawn(blocks: Sequence[Block]) -> Iterator[Block]:
    """Without drawings, and without the headings that stood over nothing else."""
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        if not isinstance(block, Chart) and not (isinstance(block, Heading) and isinstance(after, Chart)):
            yield block


def paper_html(paper: Paper, words: Words = DUTCH, *, scale: float = 1.0) -> str:
    """What becomes the PDF: one page of HTML with its own style."""
    stops, others = open_points(paper, words)

    def drawn(chart: Chart) -> Markup:
        wide = HALF_A_PAGE if paper.on_one_page else WIDTH
        return Markup(sized_svg(chart.svg, words.say(chart.title), wide))  # noqa: S704 - drawn by ourselves

    page = current_app.jinja_env.get_template("reports/papers/paper.html")  # a job makes papers too, without a reader
    return page.render(
        paper=paper,
        words=words,
        paragraphs_of=paragraphs_of,
        drawn=drawn,
        shares_of=lambda grid: column_shares(grid, words),
        wide=is_wide(paper),
        scale=scale,
        stops=stops,
        others=others,
        moment=f"{paper.state.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        head_words=_quoted(f"{words.head(paper)} · {words.say(paper.title)}"),
        state_words=_quoted(words.state(paper.state)),
        page_words=_quoted(words.say(say("Bladzijde"))),
        of_words=_quoted(words.say(say("van"))),
        draft_words=_quoted(words.say(DRAFT_MARK)),
        draft_sentence=words.say(DRAFT_SENTENCE),
        still_open=words.say(STILL_OPEN),
    )


def _quoted(text: str) -> Markup:
    """A text as a string of a style sheet: every sign that could end it is written as its number."""
    plain = "".join(sign if sign.isalnum() or sign in " .,:;·-/" else f"\\{ord(sign):x} " for sign in text)
    return Markup(f'"{plain}"')  # noqa: S704 - escaped just above
