"""Golden files: what the portal wrote when somebody last looked and agreed. `make golden` writes them."""

from __future__ import annotations

import difflib
import os
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "golden"


def assert_golden(name: str, text: str) -> None:
    """Fail with the differences when the text is not what tests/golden/<name> holds."""
    path = FOLDER / name
    if os.environ.get("REWRITE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        return
    assert path.exists(), f"tests/golden/{name} is not there: look at the text and run `make golden`"
    agreed = path.read_text(encoding="utf-8")
    if agreed == text:
        return
    changes = difflib.unified_diff(agreed.splitlines(), text.splitlines(), "agreed", "now", lineterm="", n=2)
    raise AssertionError(f"tests/golden/{name} differs; `make golden` agrees with it:\n" + "\n".join(changes))
