"""The colours of all figures: three to one against white and against dark, and apart for colour-blind
readers.
"""

from __future__ import annotations

PALETTE = ("#17566f", "#cb6337", "#a97c14", "#48906c", "#80549a", "#78838d")  # --chart-1 to --chart-6
DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")  # lines differ by more than colour
DASH_ARRAYS = ("", "8 4", "2 4", "8 4 2 4", "14 5", "14 5 2 5")  # the same six for SVG
MARKERS = ("circle", "square", "diamond", "triangle-up", "cross", "x")

NOTHING = "#f1eee7"  # --sunken
SCALE = (NOTHING, "#d5e8f1", "#aed4e5", "#8cc8e0", "#20769a", "#0f5673")  # from nothing to most
DARK_FROM = 4  # from this step on the words in a cell are white
LEVELS = (NOTHING, "#bfe0ee", "#8cc8e0", "#f2b25c")  # gap, one, several, overlap; words in them are dark
INK, PAPER = "#1a1d21", "#ffffff"


def place(number: int) -> int:
    """Which of the colours a series or group has, from nought."""
    return number % len(PALETTE)


def colour(number: int) -> str:
    return PALETTE[place(number)]


def step(value: float, most: float) -> int:
    """Which step of the scale a value takes; nothing has a step of its own."""
    if value <= 0 or most <= 0:
        return 0
    last = len(SCALE) - 1
    return min(last, 1 + int(value / most * last * 0.999))
