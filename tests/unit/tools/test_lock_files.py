"""Lock files install the same everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools import lockfiles


def test_the_lock_files_name_no_place_and_hash_every_package() -> None:
    assert lockfiles.problems() == []


@pytest.mark.parametrize(
    "line",
    [
        "--extra-index-url https://mirror.example/simple",
        "--find-links /opt/wheels",
        "flask @ file:///opt/flask.whl",
        "-e git+ssh://example/flask",
        "--trusted-host mirror.example",
    ],
)
def test_a_line_that_names_a_place_is_found(line: str) -> None:
    assert lockfiles.ADDRESS.search(line)


def test_a_package_without_hash_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "requirements.txt").write_text("flask==3.1.3\n", encoding="utf-8")
    monkeypatch.setattr(lockfiles, "ROOT", tmp_path)
    assert lockfiles.problems() == ["requirements.txt:1: no hash for flask==3.1.3"]
