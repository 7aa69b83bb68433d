"""How fast "Mag dit?" answers on the server, and how many questions that nobody tuned on it understands."""

from __future__ import annotations

import csv
import statistics
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import quote

from portal.funding.costs import find_costs
from tests.benchmarks.load import ask_once

HERE = Path(__file__).parent
ASKED = HERE.parent / "unit" / "funding" / "costs" / "asked.csv"
KEPT_ASIDE = {
    "kept aside": HERE / "kept_aside.csv",
    "second": HERE / "kept_aside_again.csv",
    "third": HERE / "kept_aside_third.csv",
}
MOST_MS, LEAST_FOUND = 50.0, 0.95
REFERENCE = "/accessibility"  # a page of the portal that searches nothing

Line = Callable[[str, bool], None]


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def measure_allowed(address: str, bare: str, line: Line) -> None:
    """Each question once, one after the other, in the API and on the page, beside pages that search nothing."""
    questions = [quote(row["query"]) for path in (ASKED, *KEPT_ASIDE.values()) for row in rows_of(path)]
    ask_once(f"{address}/api/v1/allowed?q=warm")
    kinds = {
        "bare page": [bare] * len(questions),
        "reference page": [address + REFERENCE] * len(questions),
        "allowed, API": [f"{address}/api/v1/allowed?q={one}&year=2025" for one in questions],
        "allowed, page": [f"{address}/allowed?q={one}&year=2012" for one in questions],
    }
    print(f"\n{'Mag dit?':<18}{'questions':>10}{'p50 ms':>9}{'p95 ms':>9}{'at most':>9}")
    for name, wheres in kinds.items():
        times = sorted(ask_once(where)[0] * 1000 for where in wheres)
        p95 = times[int(len(times) * 0.95)]
        line(
            f"{name:<18}{len(times):>10}{statistics.median(times):>9.1f}{p95:>9.1f}{MOST_MS:>9.0f}",
            not name.startswith("allowed") or p95 <= MOST_MS,
        )


def count_found(line: Line) -> None:
    """The part of each set whose right cost is among the first three."""
    print(f"\n{'understood':<18}{'questions':>10}{'found':>9}{'share':>9}{'at least':>9}")
    for name, path in {"written with": ASKED, **KEPT_ASIDE}.items():
        _tell_found(name, rows_of(path), line)
    _tell_found("all kept aside", [row for path in KEPT_ASIDE.values() for row in rows_of(path)], line)


def _tell_found(name: str, rows: Sequence[dict[str, str]], line: Line) -> None:
    found = sum(
        bool(set(row["subjects"].split()) & {one.subject.key for one in find_costs(row["query"], most=3)})
        for row in rows
    )
    share = found / len(rows)
    line(f"{name:<18}{len(rows):>10}{found:>9}{share:>9.2f}{LEAST_FOUND:>9.2f}", share >= LEAST_FOUND)
