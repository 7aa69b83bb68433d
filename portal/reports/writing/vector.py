"""A drawing for paper: one fixed width, its own colours and letters, so that every program draws it alike."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from defusedxml.ElementTree import fromstring

SVG = "http://www.w3.org/2000/svg"
WIDTH = 620  # in pixels; a sheet of paper with its margins
HALF_A_PAGE = 400  # in pixels: two drawings beside each other
INK, PAPER = "#1c252d", "#ffffff"
LETTERS = "Liberation Sans, Arial, Helvetica, sans-serif"
_LENGTHS = ("x", "x1", "x2", "width", "cx", "dx")
_UNITS = re.compile(r"px$")


def sized_svg(svg: str, title: str, most: int = WIDTH) -> str:
    """The drawing with lengths in pixels, a name, and nothing that a style sheet has to add.

    A drawing without a width of its own becomes `most` wide, with letters of the same size.
    """
    root = fromstring(svg)
    width, height = _size(root, most)
    for one in list(root.iter()):
        one.tag = one.tag.removeprefix(f"{{{SVG}}}")
        _settle(one, width)
    parents = list(root.iter())
    for parent, hint in [(one, child) for one in parents for child in one if child.tag == "title"]:
        parent.remove(hint)
    named = ElementTree.Element("title")
    named.text = title
    root.insert(0, named)
    shown = min(most, width)
    root.attrib = {
        "xmlns": SVG,
        "role": "img",
        "width": f"{shown:g}",
        "height": f"{height * shown / width:.0f}",
        "viewBox": root.get("viewBox") or f"0 0 {width:g} {height:g}",
        "font-family": LETTERS,
    }
    return ElementTree.tostring(root, encoding="unicode")


def size_of(svg: str) -> tuple[float, float]:
    """Width and height of a drawing that `sized_svg` made, in pixels."""
    root = fromstring(svg)
    return float(root.get("width", WIDTH)), float(root.get("height", WIDTH))


def _size(root: ElementTree.Element, most: int) -> tuple[float, float]:
    """How wide and high the drawing is inside, in its own lengths."""
    box = (root.get("viewBox") or "").split()
    if len(box) == 4:
        return float(box[2]), float(box[3])
    width = root.get("width", "100%")
    wide = float(most) if width.endswith("%") else float(_UNITS.sub("", width))
    return wide, float(_UNITS.sub("", root.get("height", "300")))


def _settle(one: ElementTree.Element, width: float) -> None:
    """Percentages become lengths, the colours of the page those of paper, and classes what they stand for."""
    for name in _LENGTHS:
        value = one.get(name, "")
        if value.endswith("%"):
            one.set(name, f"{float(value[:-1]) * width / 100:.2f}")
    for name in ("fill", "stroke"):
        if one.get(name) == "currentColor":
            one.set(name, INK)
    looks = one.attrib.pop("class", "").split()
    if "chart__edge" in looks:
        one.set("stroke", PAPER)
    if "chart__nothing" in looks:
        one.set("fill", "#f1eee7")
    if one.tag == "text" and one.get("dx"):
        one.set("x", f"{float(one.get('x', '0')) + float(one.attrib.pop('dx')):.2f}")
