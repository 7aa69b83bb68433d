"""The browser of the journeys: the Chromium of the system, never downloaded by a test."""

from __future__ import annotations

import os
import shutil
import sys
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
MISSING = "A browser for the journeys is missing: sudo apt-get install chromium (or set CHROMIUM to its program)."


class BrowserMissing(RuntimeError):
    """No Chromium here; the message says what to install."""


def chromium_program() -> str:
    """Where Chromium is."""
    given = os.environ.get("CHROMIUM")
    for name in (given,) if given else NAMES:
        program = shutil.which(name)
        if program:
            return program
    raise BrowserMissing(MISSING)


def launch_options() -> dict[str, Any]:
    """For playwright's `chromium.launch(**launch_options())`: the same pixels everywhere, also as root."""
    options = [
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--font-render-hinting=none",
        "--force-color-profile=srgb",
    ]
    if os.geteuid() == 0:
        options.append("--no-sandbox")  # Chromium refuses its sandbox to root
    return {"executable_path": chromium_program(), "headless": True, "args": options}


if __name__ == "__main__":
    try:
        chromium_program()
    except BrowserMissing as missing:
        sys.exit(str(missing))
