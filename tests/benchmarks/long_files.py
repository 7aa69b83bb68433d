"""How long long lists take to be read or refused, and how much memory: `python -m tests.benchmarks.long_files`."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import openpyxl

from portal.transfer.reading import read_table
from portal.transfer.types import LIMITS, UnreadableFile

LENGTHS = (1_000, LIMITS.rows, 50_000, 150_000)
HEADERS = ("Omschrijving", "Soort", "Factuurbedrag met btw", "Boekingsdatum", "Aantal begunstigden", "Bron", "Bewijs")
MOST_SECONDS, MOST_MB = 30.0, 100
Line = Callable[[str, bool], None]


def line_of(at: int) -> tuple[str | int, ...]:
    return (f"Toegang zwembad {at}", "individual", "42,50", "14/03/2025", 4, "drawing-right", f"F-{at}")


def write_csv(path: Path, count: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(";".join(HEADERS) + "\n")
        file.writelines(";".join(map(str, line_of(at))) + "\n" for at in range(count))


def write_xlsx(path: Path, count: int) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(HEADERS)
    for at in range(count):
        sheet.append(line_of(at))
    book.save(path)


def read_alone(path: Path) -> None:
    """Read one file in this process, and tell how it went: seconds, extra memory in MB, rows or the refusal."""
    data = path.read_bytes()
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
    try:
        told = f"{len(read_table(data, path.name).rows)} rows read"
    except UnreadableFile as refused:
        told = f"refused: {refused.message}"
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps([time.perf_counter() - began, (after - before) / 1024, told]))


def measure_long_files(line: Line) -> None:
    """Each file in a process of its own, so that memory is its own."""
    print(f"\n{'long files':<18}{'lines':>10}{'seconds':>9}{'MB':>7}")
    with tempfile.TemporaryDirectory() as folder:
        for write in (write_csv, write_xlsx):
            for count in LENGTHS:
                path = Path(folder) / f"lijst.{write.__name__.removeprefix('write_')}"
                write(path, count)
                command = [sys.executable, "-m", "tests.benchmarks.long_files", str(path)]
                answer = subprocess.run(command, capture_output=True, check=True, text=True)
                seconds, megabytes, told = json.loads(answer.stdout)
                good = seconds <= MOST_SECONDS and megabytes <= MOST_MB
                line(f"{path.suffix:<18}{count:>10}{seconds:>9.1f}{megabytes:>7.0f}   {told}", good)


def main() -> int:
    failed = []

    def line(text: str, good: bool) -> None:
        print(f"{text}  {'yes' if good else 'NO'}", flush=True)
        failed.extend([] if good else [text])

    if len(sys.argv) > 1:
        read_alone(Path(sys.argv[1]))
        return 0
    measure_long_files(line)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
