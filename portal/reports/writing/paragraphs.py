"""What somebody typed, as paragraphs and lists: an empty line parts paragraphs, a dash begins a line of a list."""

from __future__ import annotations

import re

_DASH = re.compile(r"^\s*[-*•–]\s+")


def paragraphs_of(text: str) -> list[str | list[str]]:
    """Paragraphs as texts, lists as lists of texts, in order."""
    found: list[str | list[str]] = []
    is_open = False
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        words = line.strip()
        if not words:
            is_open = False
        elif _DASH.match(line):
            _add_item(found, _DASH.sub("", line).strip(), is_open)
            is_open = True
        elif is_open and isinstance(found[-1], str):
            found[-1] = f"{found[-1]}\n{words}"
        else:
            found.append(words)
            is_open = True
    return found


def _add_item(found: list[str | list[str]], words: str, is_open: bool) -> None:
    last = found[-1] if found else None
    if is_open and isinstance(last, list):
        last.append(words)
    else:
        found.append([words])
