"""How long papers take: ours beside a reference that writes the same rows and the same page with the bare library."""

from __future__ import annotations

import io
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from flask_migrate import upgrade
from openpyxl import Workbook
from weasyprint import HTML

from config import Testing
from portal import create_app
from portal.demo.loading import reload_demo
from portal.extensions import db
from portal.network.operations import load_municipalities
from portal.network.queries import find_network
from portal.reports.register import find_definition
from portal.reports.types import PaperKind
from portal.reports.writing.docx import paper_docx
from portal.reports.writing.pdf import paper_html, paper_pdf
from portal.reports.writing.xlsx import paper_xlsx
from tests.benchmarks import big_network
from tests.factories.papers import every_block

LINES = 5_000
MOST_XLSX, MOST_PDF = 3.0, 5.0
TIMES = 3
DEMO, YEAR = "heist-op-den-berg", 2025


def main() -> int:
    """Measure, print, judge; 1 when a file takes too long."""
    failures = [name for name, most, took in _measured() if most is not None and took > most]
    print(*[f"\nNot good enough: {one}" for one in failures], sep="")
    return 1 if failures else 0


def _measured() -> list[tuple[str, float | None, float]]:
    lines = every_block(rows=LINES)
    lines = replace(lines, blocks=lines.grids[:1])
    found = [
        _row(f"XLSX of {LINES} lines", MOST_XLSX, lambda: paper_xlsx(lines), lambda: _bare_xlsx(lines)),
    ]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PORTAL_INSTANCE"] = folder
        app = create_app(Testing())
        with app.app_context():
            upgrade()
            reload_demo()
            db.session.commit()
            found += _of_network(DEMO, MOST_PDF)
            db.session.remove()
            db.drop_all()
            db.create_all()
            load_municipalities()
            big_network.fill()
            found += _of_network(big_network.SLUG, None)
            db.session.remove()
            db.engine.dispose()
    return found


def _of_network(slug: str, most: float | None) -> list[tuple[str, float | None, float]]:
    """The justification of one network; the big one has 300 actions, and its PDF is made in the background."""
    network, definition = find_network(slug), find_definition(PaperKind.JUSTIFICATION)
    if network is None or definition is None:
        raise LookupError(slug)
    begun = time.perf_counter()
    paper = definition.build(network, YEAR)
    print(f"{slug}: read and built in {time.perf_counter() - begun:.2f} s")
    html = paper_html(paper)
    times = TIMES if most else 1

    return [
        _row(f"PDF, {slug}", most, lambda: paper_pdf(paper), lambda: HTML(string=html).write_pdf(), times),
        _row(f"DOCX, {slug}", None, lambda: paper_docx(paper), None, times),
    ]


def _row(
    name: str, most: float | None, ours: Callable[[], Any], reference: Callable[[], Any] | None, times: int = TIMES
) -> tuple[str, float | None, float]:
    """The median of ours and of the reference, in turn, so that a slow moment of the machine strikes both."""
    took, bare = [], []
    for _time in range(times):
        took.append(_seconds(ours))
        if reference is not None:
            bare.append(_seconds(reference))
    middle = sorted(took)[len(took) // 2]
    beside = f"{sorted(bare)[len(bare) // 2]:>8.2f} s" if bare else " " * 10
    told = "" if most is None else f"   at most {most:.0f} s  {'yes' if middle <= most else 'NO'}"
    print(f"{name:<34}{middle:>8.2f} s   reference {beside}{told}", flush=True)
    return name, most, middle


def _seconds(make: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    make()
    return time.perf_counter() - begun


def _bare_xlsx(paper: Any) -> bytes:
    """The same rows by the library alone: no types, no look, no fixed moments."""
    workbook = Workbook(write_only=True)
    for number, grid in enumerate(paper.grids):
        sheet = workbook.create_sheet(str(number))
        for row in grid.rows:
            sheet.append(list(row))
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


if __name__ == "__main__":
    sys.exit(main())
