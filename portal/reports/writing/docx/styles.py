"""The looks of a document: letters, headings, tables, remarks."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from portal.reports.writing.docx.markup import NAMES

LETTERS = "Arial"
INK, SOFT, BRAND = RGBColor(0x1C, 0x25, 0x2D), RGBColor(0x50, 0x5D, 0x68), RGBColor(0x13, 0x3F, 0x52)
_HEADINGS = {1: (20, 0, 4), 2: (14, 18, 5), 3: (11.5, 12, 3), 4: (10.5, 10, 2)}


def dress(document: Document, language: str) -> None:
    """Give the document its language, its letters and the styles that papers use."""
    _set_language(document, language)
    normal = document.styles["Normal"]
    _letters(normal, 10.5, INK)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.15
    for level, (size, above, below) in _HEADINGS.items():
        style = document.styles[f"Heading {level}"]
        _letters(style, size, BRAND if level < 3 else INK, bold=True)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(above), Pt(below)
        style.paragraph_format.keep_with_next = True
    _letters(document.styles["Caption"], 10, INK, bold=True)
    document.styles["Caption"].paragraph_format.space_before = Pt(8)
    document.styles["Caption"].paragraph_format.space_after = Pt(3)
    _letters(document.styles["List Bullet"], 10.5, INK)
    document.styles["List Bullet"].paragraph_format.space_after = Pt(2)
    _added(document, "InTable", 9, INK, after=0)
    _added(document, "AfterTable", 5, INK, after=4)
    _added(document, "Soft", 9, SOFT, after=2)
    _added(document, "Subtitled", 12, SOFT, after=10)
    chart = _added(document, "ChartTitle", 10.5, INK, after=3, bold=True)
    chart.paragraph_format.space_before = Pt(10)
    _boxed(_added(document, "Remark", 10, INK, after=6), "A97C14", "FCF1D9")
    document.styles["Remark"].paragraph_format.space_before = Pt(6)
    _boxed(_added(document, "Hint", 10, INK, after=6), "17566F", "E3F0F6")
    document.styles["Hint"].paragraph_format.space_before = Pt(6)
    _boxed(_added(document, "DraftHead", 11, INK, after=0, bold=True), "A3211E", "FBE8E7")
    _boxed(_added(document, "DraftPoint", 10, INK, after=0), "A3211E", "FBE8E7")
    for table in (_GRID_STYLE, _FACTS_STYLE):
        document.styles.element.append(parse_xml(table))
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)


def _set_language(document: Document, language: str) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    for lang in defaults.iter(qn("w:lang")):
        lang.set(qn("w:val"), language)
        lang.set(qn("w:eastAsia"), language)


def _letters(style: Any, size: float, colour: RGBColor, *, bold: bool | None = None) -> None:
    font = style.font
    font.name, font.size, font.color.rgb, font.bold, font.italic = LETTERS, Pt(size), colour, bold, False
    fonts = style.element.rPr.rFonts
    for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(name), None)
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), LETTERS)


def _added(
    document: Document, name: str, size: float, colour: RGBColor, *, after: float, bold: bool | None = None
) -> Any:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    _letters(style, size, colour, bold=bold)
    style.paragraph_format.space_after = Pt(after)
    return style


def _boxed(style: Any, line: str, fill: str) -> None:
    """A line at the left and a light ground."""
    look = style.element.get_or_add_pPr()
    room = f'w:val="single" w:sz="4" w:space="3" w:color="{fill}"/>'
    edge = (
        f'<w:pBdr {NAMES}><w:top {room}<w:left w:val="single" w:sz="24" w:space="8" w:color="{line}"/>'
        f"<w:bottom {room}</w:pBdr>"
    )
    shade = f'<w:shd {NAMES} w:val="clear" w:color="auto" w:fill="{fill}"/>'
    spacing = look.find(qn("w:spacing"))
    for made in (parse_xml(edge), parse_xml(shade)):
        spacing.addprevious(made)


_MARGINS = (
    '<w:tblCellMar><w:top w:w="45" w:type="dxa"/><w:left w:w="90" w:type="dxa"/>'
    '<w:bottom w:w="45" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar>'
)
_LINES = (
    '<w:tblBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="7D8790"/>'
    '<w:bottom w:val="single" w:sz="6" w:space="0" w:color="7D8790"/>'
    '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="D5D0C6"/></w:tblBorders>'
)
_GRID_STYLE = (
    f'<w:style {NAMES} w:type="table" w:customStyle="1" w:styleId="PaperGrid"><w:name w:val="Paper Grid"/>'
    f"<w:tblPr>{_LINES}{_MARGINS}</w:tblPr></w:style>"
)
_FACTS_STYLE = _GRID_STYLE.replace("PaperGrid", "PaperFacts").replace("Paper Grid", "Paper Facts")
