"""A golden file fails with its differences, and is written only when asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools import golden


@pytest.fixture(autouse=True)
def other_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(golden, "FOLDER", tmp_path)
    monkeypatch.delenv("REWRITE_GOLDEN", raising=False)
    return tmp_path


def test_a_text_nobody_agreed_to_fails(other_folder: Path) -> None:
    with pytest.raises(AssertionError, match="is not there"):
        golden.assert_golden("letter.txt", "Beste\n")
    assert not (other_folder / "letter.txt").exists()


def test_a_changed_line_is_told(other_folder: Path) -> None:
    (other_folder / "letter.txt").write_text("Beste\n", encoding="utf-8")
    golden.assert_golden("letter.txt", "Beste\n")
    with pytest.raises(AssertionError, match=r"-Beste\n\+Dag"):
        golden.assert_golden("letter.txt", "Dag\n")


def test_rewriting_agrees(other_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REWRITE_GOLDEN", "1")
    golden.assert_golden("letters/one.txt", "Dag\n")
    assert (other_folder / "letters" / "one.txt").read_text(encoding="utf-8") == "Dag\n"
