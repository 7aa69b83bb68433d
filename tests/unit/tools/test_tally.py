"""The last line of `make test` tells everything that ran, and nothing that did not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.run_all import Tally


def report(folder: Path, **counts: int) -> Path:
    path = folder / "report.xml"
    told = " ".join(f'{name}="{number}"' for name, number in counts.items())
    path.write_text(f"<testsuites><testsuite {told}/></testsuites>", encoding="utf-8")
    return path


def test_parts_are_added_up(tmp_path: Path) -> None:
    tally = Tally()
    tally.add("one", report(tmp_path, tests=3, failures=0, errors=0, skipped=0), 0)
    tally.add("two", report(tmp_path, tests=4, failures=1, errors=1, skipped=0), 1)
    assert "1 failed, 5 passed, 1 errors in 61.50s (0:01:01)" in tally.line(61.5)
    assert tally.broken == ["two: failed"]


@pytest.mark.parametrize(
    ("skipped", "code", "said"), [(1, 0, "1 skipped, and nothing may be"), (0, 5, "there are no tests")]
)
def test_a_part_that_leaves_something_out_is_broken(tmp_path: Path, skipped: int, code: int, said: str) -> None:
    tally = Tally()
    tally.add("one", report(tmp_path, tests=3, failures=0, errors=0, skipped=skipped), code)
    assert tally.broken == [f"one: {said}"]


def test_a_part_without_a_report_is_broken(tmp_path: Path) -> None:
    tally = Tally()
    tally.add("one", tmp_path / "none.xml", 1)
    assert tally.broken == ["one: failed"]
    assert "no tests ran" in tally.line(1)
