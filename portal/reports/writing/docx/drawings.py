"""Drawings of a document: vector for programs that know it, with a picture of the same for those that do not."""

from __future__ import annotations

import hashlib
import io
from html import escape

import pypdfium2
from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from portal.reports.types import Chart
from portal.reports.writing.docx.markup import paragraph
from portal.reports.writing.vector import WIDTH, size_of, sized_svg
from portal.reports.writing.words import Words
from portal.web.pdf import plain_pdf_of

_EMU = 9525  # in a pixel
_TWIP_EMU = 635
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_SHARPNESS = 2.0  # of the picture: pixels of it for one of the drawing


def chart_markup(
    chart: Chart, number: int, document: Document, words: Words, width: int, wide: int = WIDTH
) -> list[str]:
    """The title and the drawing; only the title where this machine cannot make the picture."""
    title = words.say(chart.title)
    told = paragraph(title, "ChartTitle", keep=True)
    drawing = sized_svg(chart.svg, title, wide) if chart.svg else ""
    picture = _picture(drawing) if drawing else None
    if picture is None:
        return [told]
    package = document.part.package
    svg = _added(document, Part(PackURI(f"/word/media/chart{number}.svg"), "image/svg+xml", drawing.encode(), package))
    png = _added(document, Part(PackURI(f"/word/media/chart{number}.png"), "image/png", picture, package))
    across, high = size_of(drawing)
    room = width * _TWIP_EMU / (across * _EMU)
    scale = min(1.0, room)
    return [told, _inline(round(across * _EMU * scale), round(high * _EMU * scale), number, title, png, svg)]


def _added(document: Document, part: Part) -> str:
    return str(document.part.relate_to(part, _IMAGE))


def _picture(drawing: str) -> bytes | None:
    """The drawing as PNG, for programs that show no vector drawing; the same drawing is drawn once."""
    across, high = size_of(drawing)
    page = (
        f"<style>@page {{ size: {across:g}px {high:g}px; margin: 0 }} body {{ margin: 0 }} "
        f"svg {{ display: block }}</style>{drawing}"
    )
    made = plain_pdf_of(page)
    if made is None:
        return None
    document = pypdfium2.PdfDocument(made)
    try:
        image = document[0].render(scale=_SHARPNESS * 96 / 72).to_pil().quantize(64)
    finally:
        document.close()
    target = io.BytesIO()
    image.save(target, "PNG", optimize=True)
    return target.getvalue()


def _inline(width: int, height: int, number: int, title: str, png: str, svg: str) -> str:
    told = escape(title)
    key = int(hashlib.sha256(f"{number}".encode()).hexdigest()[:6], 16)
    return (
        '<w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="{key}" name="chart{number}" descr="{told}"/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{key}" name="chart{number}.png" descr="{told}"/>'
        "<pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{png}"><a:extLst><a:ext uri="{_SVG_EXTENSION}">'
        f'<asvg:svgBlip r:embed="{svg}"/></a:ext></a:extLst></a:blip>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )
