"""Every threshold has a drawing in one style, that takes the colour of the words around it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from portal.plans.types import Threshold

FOLDER = Path(__file__).parents[3] / "static" / "img" / "pictograms"
PEN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" width="48" height="48" fill="none"'
    ' stroke="currentColor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round">'
)


def test_every_threshold_has_one_drawing_and_no_drawing_is_left_over():
    assert {path.stem for path in FOLDER.glob("*.svg")} == {one.value for one in Threshold}


@pytest.mark.parametrize("threshold", Threshold)
def test_a_drawing_is_small_drawn_with_one_pen_and_does_nothing(threshold: Threshold):
    drawing = (FOLDER / f"{threshold}.svg").read_text()
    assert drawing.startswith(PEN)
    assert len(drawing) < 700
    assert not re.search(r"script|style|href|\bon\w+=|fill=\"(?!none)|#[0-9a-f]{3}", drawing)
