"""All tests, part by part, on both databases and in the browser; nothing is skipped, one line sums up."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"
OUTSIDE = (
    "DATABASE_URL",
    "FLASK_APP",
    "MAIL_URL",
    "PORTAL_ENV",
    "PORTAL_INSTANCE",
    "SECRET_KEY",
    "TEST_DATABASE",
)
BESIDES_APP = ("unit", "journeys")
LONGEST = 15 * 60


@dataclass(frozen=True)
class Part:
    """One run of pytest: where it looks, and on which database."""

    name: str
    arguments: tuple[str, ...]
    database: str = "sqlite"


WITH_APP = ("tests", *(f"--ignore=tests/{folder}" for folder in BESIDES_APP), "-n", "2")
PARTS = (
    Part("unit tests", ("tests/unit", "-n", "2")),
    Part("with the portal on SQLite", WITH_APP),
    Part("with the portal on PostgreSQL", WITH_APP, database="postgresql"),
    Part("journeys in the browser", ("tests/journeys", "-n", "2", "--dist", "loadfile")),
)


@dataclass
class Tally:
    """What came of all parts."""

    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("failed", "passed", "skipped", "errors"), 0))
    broken: list[str] = field(default_factory=list)

    def add(self, part: str, report: Path, code: int) -> None:
        """Count a part from its report; a part that did not run, failed or skipped anything is broken."""
        suites = list(ElementTree.parse(report).getroot().iter("testsuite")) if report.exists() else []
        total, failed, errors, skipped = (
            sum(int(suite.get(name, "0")) for suite in suites) for name in ("tests", "failures", "errors", "skipped")
        )
        self.counts["failed"] += failed
        self.counts["errors"] += errors
        self.counts["skipped"] += skipped
        self.counts["passed"] += max(total - failed - errors - skipped, 0)
        if code == 5:
            self.broken.append(f"{part}: there are no tests")
        elif code:
            self.broken.append(f"{part}: failed")
        elif skipped:
            self.broken.append(f"{part}: {skipped} skipped, and nothing may be")

    def line(self, seconds: float) -> str:
        """The last line, as pytest writes it."""
        said = ", ".join(f"{number} {word}" for word, number in self.counts.items() if number) or "no tests ran"
        minutes, rest = divmod(int(seconds), 60)
        return f" {said} in {seconds:.2f}s ({minutes // 60}:{minutes % 60:02}:{rest:02}) ".center(100, "=")


def environment(database: str) -> dict[str, str]:
    """The settings of the machine's owner do not reach the tests."""
    return {name: value for name, value in os.environ.items() if name not in OUTSIDE} | {"TEST_DATABASE": database}


def run(name: str, command: list[str], database: str = "sqlite") -> int:
    """Run one command and say how long it took."""
    print(f"\n----- {name}", flush=True)
    began = time.monotonic()
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environment(database),
            stdin=subprocess.DEVNULL,
            timeout=LONGEST,
            check=False,
        )
        code = done.returncode
    except subprocess.TimeoutExpired:
        print(f"{name}: stopped after {LONGEST // 60} minutes", flush=True)
        code = 1
    print(f"----- {name}: {'well' if code == 0 else 'NOT well'}, {time.monotonic() - began:.0f} s", flush=True)
    return code


def main() -> int:
    """Run every part, also after one has failed."""
    began = time.monotonic()
    tally = Tally()
    python = [sys.executable, "-m"]
    for name, command in (
        ("make check", ["make", "--no-print-directory", "check"]),
        ("PostgreSQL", [*python, "tests.tools.postgres"]),
        ("Chromium", [*python, "tests.tools.chromium"]),
    ):
        if run(name, command):
            tally.broken.append(f"{name}: failed")
    with tempfile.TemporaryDirectory() as folder:
        for part in PARTS:
            report = Path(folder) / f"{part.name}.xml".replace(" ", "-")
            command = [*python, "pytest", "--quiet", f"--junitxml={report}", *part.arguments]
            tally.add(part.name, report, run(part.name, command, part.database))
    print("", *tally.broken, tally.line(time.monotonic() - began), sep="\n", flush=True)
    return 1 if tally.broken else 0


if __name__ == "__main__":
    sys.exit(main())
