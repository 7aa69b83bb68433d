"""Texts that a spreadsheet program would run as a formula: told, defused on the way out, restored on the way in."""

from __future__ import annotations

import re

# Signs with which a spreadsheet program starts a formula; the wide forms are what East Asian keyboards type.
_STARTERS = r"=+\-@\uff1d\uff0b\uff0d\uff20"
_RISKY = re.compile(rf"'*(?:[\t\r\n]|\s*[{_STARTERS}])")
_PROTECTED = re.compile(rf"'+(?:[\t\r\n]|\s*[{_STARTERS}])")


def is_risky(text: str) -> bool:
    """Whether a spreadsheet program could take the text for a formula."""
    return _RISKY.match(text) is not None


def defused_text(text: str) -> str:
    """The text with an apostrophe in front when it could be taken for a formula.

    A text that already has apostrophes before such a sign gets one more, so that `restored_text` is exact.
    """
    return f"'{text}" if is_risky(text) else text


def quoted_text(text: str) -> str:
    """The text for a cell that is marked as text: only an apostrophe of its own needs one more."""
    return f"'{text}" if text.startswith("'") and is_risky(text) else text


def restored_text(text: str) -> str:
    """The text without exactly the apostrophe that `defused_text` or `quoted_text` put there."""
    return text[1:] if _PROTECTED.match(text) else text
