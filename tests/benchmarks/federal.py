"""How long the federal report of a long year takes as a workbook, beside the bare writing of the same cells."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from openpyxl import Workbook

from portal.extensions import db
from portal.funding.models import Allocation, Expense
from portal.funding.types import ExpenseKind, ExpenseStage, Owner
from portal.history.recording import Hand, acting
from portal.network.models import Network
from portal.reports.sources import federal_report
from portal.reports.types import Paper, PaperFormat
from portal.reports.writing.files import paper_file
from tests.factories.world import World

LINES = 5_000
LONGEST = 3.0
STREAMS = ("federal-old-events", "federal-old-associations", "federal-old-initiatives", "federal-old-ict")
YEAR = 2010


def book_lines(network_id: int, count: int = LINES, first: int = 0) -> None:
    """Expenses as an import leaves them, without asking the rules again."""
    for at in range(first, first + count):
        db.session.add(
            Expense(
                network_id=network_id,
                year=YEAR,
                number=at + 1,
                description=f"Toegang tot de voorstelling voor groep {at}",
                kind=ExpenseKind.COLLECTIVE,
                stage=ExpenseStage.BOOKED,
                owner=Owner.OCMW,
                invoice_cents=1_000 + at,
                imputed_on=date(YEAR, 1, 1) + timedelta(days=at % 365),
                beneficiaries=1 + at % 40,
                allocations=[
                    Allocation(network_id=network_id, year=YEAR, stream=STREAMS[at % 4], amount_cents=1_000 + at)
                ],
            )
        )
    db.session.flush()


def bare_workbook(paper: Paper) -> float:
    """Seconds to write the same values with nothing around them."""
    began = time.perf_counter()
    book = Workbook(write_only=True)
    for grid in paper.grids:
        sheet = book.create_sheet()
        for row in grid.rows:
            sheet.append([str(cell) if cell is not None and not isinstance(cell, int | date) else cell for cell in row])
    book.save(io.BytesIO())
    return time.perf_counter() - began


def measure_report(app: Any) -> tuple[float, float]:
    """Seconds from the first question to the last byte, and of the bare workbook."""
    network = World(app).network("Maat federaal")
    with app.app_context(), acting(Hand(None, "maat", "verslag")):
        book_lines(network.id)
        db.session.commit()
        db.session.expunge_all()
        held = db.session.get_one(Network, network.id)
        began = time.perf_counter()
        paper = federal_report.build(held, YEAR)
        body = paper_file(paper, PaperFormat.XLSX)
        taken = time.perf_counter() - began
        if body is None or sum(len(grid.rows) for grid in paper.grids) <= LINES:
            raise RuntimeError("the report lost lines")
        return taken, bare_workbook(paper)


def measure_workbook(app: Any, line: Callable[[str, bool], None]) -> None:
    """One line of `make bench`."""
    taken, bare = measure_report(app)
    print(f"\n{'federal report':<18}{'seconds':>10}{'bare':>9}   at most {LONGEST:.0f} s")
    line(f"{f'{LINES} lines, xlsx':<18}{taken:>10.2f}{bare:>9.2f}", taken <= LONGEST)
