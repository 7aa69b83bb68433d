"""Measures the heavy pages of a big network beside a bare page; 1 when something is too slow or too big."""

from __future__ import annotations

import argparse
import gzip
import os
import statistics
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.allowed import count_found, measure_allowed
from tests.benchmarks.big_network import SLUG, YEARS
from tests.benchmarks.checking import measure_checking
from tests.benchmarks.federal import measure_workbook
from tests.benchmarks.load import Measured, ask_once, measure
from tests.benchmarks.long_files import measure_long_files
from tests.benchmarks.servers import BigPortal, running_bare, running_big_portal, seconds_to_start
from tests.tools.portal_server import ROOT

YEAR = YEARS[-1]
PAGES = {
    "front page": f"/networks/{SLUG}?year={YEAR}",
    "balance": f"/networks/{SLUG}/{YEAR}/balance",
    "complementarity": f"/networks/{SLUG}/{YEAR}/complementarity",
    "voice": f"/networks/{SLUG}/{YEAR}/voice",
    "ledger": f"/networks/{SLUG}/{YEAR}/expenses",
}
BESIDES = {
    "partners": f"/networks/{SLUG}/partners",
    "actions": f"/networks/{SLUG}/{YEAR}/actions",
    "one action": f"/networks/{SLUG}/{YEAR}/actions/301",
    "contributions": f"/networks/{SLUG}/{YEAR}/contributions",
    "money": f"/networks/{SLUG}/{YEAR}/money",
    "one expense": f"/networks/{SLUG}/{YEAR}/expenses/5001",
}
LEAST_SHARE = 1 / 3
COLD_TIMES = 3
MOST_HTML, MOST_CSS, MOST_SCRIPT = 40_000, 15_000, 15_000
LONGEST_START = 5.0


@dataclass
class Verdict:
    """What was printed, and what is not good enough."""

    failures: list[str] = field(default_factory=list)

    def line(self, text: str, good: bool) -> None:
        print(f"{text}  {'yes' if good else 'NO'}", flush=True)
        if not good:
            self.failures.append(" ".join(text.split()))


def main() -> int:
    """Measure, print, judge."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--seconds", type=float, default=3.0, help="for each page in each round")
    asked.add_argument("--no-start", action="store_true", help="leave out how long `make run` takes")
    chosen = asked.parse_args()
    verdict = Verdict()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        with running_big_portal(folder / "big") as portal, running_bare(folder / "big") as bare:
            cookie = portal.sign_in()
            sizes(portal, cookie, verdict)
            speed(portal, cookie, bare, chosen.rounds, chosen.seconds, verdict)
            measure_allowed(portal.address, bare, verdict.line)
            count_found(verdict.line)
            measure_workbook(portal.app, verdict.line)
        measure_checking(verdict.line)
        measure_long_files(verdict.line)
        if not chosen.no_start:
            (folder / "run").mkdir()
            took = seconds_to_start(folder / "run")
            print(f"\n{'start':<18}{'seconds':>10}   at most {LONGEST_START:.0f} s")
            verdict.line(f"{'second make run':<18}{took:>10.1f}", took <= LONGEST_START)
    print(*[f"\nNot good enough: {one}" for one in verdict.failures], sep="")
    return 1 if verdict.failures else 0


def speed(portal: BigPortal, cookie: str, bare: str, rounds: int, seconds: float, verdict: Verdict) -> None:
    """All pages in turn, several rounds, so that a slow moment of the machine strikes all alike."""
    cold = {name: cold_time(portal, path, cookie) for name, path in PAGES.items()}
    for path in PAGES.values():
        measure(portal.address + path, cookie, 0.3, Measured())  # both workers know the page
    measured = {name: Measured() for name in ("bare page", *PAGES)}
    for _round in range(rounds):
        measure(bare, "", seconds, measured["bare page"])
        for name, path in PAGES.items():
            measure(portal.address + path, cookie, seconds, measured[name])
    standard = measured["bare page"].per_second
    print(f"\n{rounds} rounds of {seconds:g} s, 8 readers, {os.cpu_count()} processors")
    print(f"{'page':<18}{'requests/s':>10}{'p50 ms':>9}{'p95 ms':>9}{'cold ms':>9}{'of bare':>9}   a third?")
    for name, one in measured.items():
        share = one.per_second / standard
        first = f"{cold[name] * 1000:.0f}" if name in cold else ""
        times = f"{one.at(0.5):>9.1f}{one.at(0.95):>9.1f}"
        verdict.line(f"{name:<18}{one.per_second:>10.0f}{times}{first:>9}{share:>9.2f} ", share >= LEAST_SHARE)


def cold_time(portal: BigPortal, path: str, cookie: str) -> float:
    """The time of a page right after a change, the middle of some; the first alone also loads code."""
    ask_once(portal.address + path, cookie)
    times = []
    for _time in range(COLD_TIMES):
        portal.move()
        times.append(ask_once(portal.address + path, cookie)[0])
    return statistics.median(times)


def sizes(portal: BigPortal, cookie: str, verdict: Verdict) -> None:
    """What a browser fetches, compressed."""
    print(f"\n{'compressed':<18}{'bytes':>10}{'at most':>10}")
    for name, path in (PAGES | BESIDES).items():
        _seconds, status, body = ask_once(portal.address + path, cookie)
        size = len(gzip.compress(body, 6))
        good = status == 200 and size <= MOST_HTML
        verdict.line(f"{name:<18}{size:>10}{MOST_HTML:>10}" + (f" status {status}" if status != 200 else ""), good)
    with portal.app.test_client() as client:
        for name, most in (("portal.css", MOST_CSS), *((f"js/{one}", MOST_SCRIPT) for one in scripts())):
            answer = client.get(f"/assets/{'0' * 12}/{name}", headers={"Accept-Encoding": "gzip"})
            size = len(answer.data)
            verdict.line(f"{name:<18}{size:>10}{most:>10}", answer.status_code == 200 and size <= most)
            answer.close()


def scripts() -> list[str]:
    return sorted(path.name for path in (ROOT / "static" / "js").glob("*.js"))


if __name__ == "__main__":
    sys.exit(main())
