"""Lock files hold names, versions and hashes: no address of an index, a mirror or a folder of a machine."""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ADDRESS = re.compile(r"\w+://|file:|--(extra-|no-)?index|--find|--trusted|\s@\s|git\+", re.IGNORECASE)
PACKAGE = re.compile(r"^([A-Za-z0-9._-]+)(\[[\w,-]+\])?==")


def problems() -> list[str]:
    """Every line of a requirements file that names a place, and every locked package without a hash."""
    found = []
    for path in sorted(ROOT.glob("requirements*")):
        lines = path.read_text(encoding="utf-8").splitlines()
        found += [f"{path.name}:{n}: an address: {line}" for n, line in enumerate(lines, 1) if ADDRESS.search(line)]
        if path.suffix == ".txt":
            found += [
                f"{path.name}:{n}: no hash for {line}"
                for n, line in enumerate(lines, 1)
                if PACKAGE.match(line) and "--hash=sha256:" not in "".join(lines[n : n + 1])
            ]
    return found


if __name__ == "__main__":
    problem_lines = problems()
    print("\n".join(problem_lines), end="\n" if problem_lines else "", file=sys.stderr)
    sys.exit(1 if problem_lines else 0)
