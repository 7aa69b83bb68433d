"""The English catalogue is checked against what the code says."""

from __future__ import annotations

import pytest
from babel.messages.catalog import Catalog

from tests.tools import catalogue


def catalogue_of(sentences: dict[str, str]) -> Catalog:
    made = catalogue.new_catalogue("en")
    for dutch, english in sentences.items():
        made.add(dutch, english, locations=[("portal/plans/rules.py", 0)])
    return made


@pytest.mark.parametrize(
    ("english", "complaint"),
    [
        ({"Nog %(n)s euro": ""}, "no English for"),
        ({}, "no English for"),
        ({"Nog %(n)s euro": "%(number)s euros left"}, "other parameters in the English for"),
        ({"Nog %(n)s euro": "Euros left"}, "the English leaves out a parameter of"),
    ],
)
def test_a_sentence_without_good_english_is_found(
    english: dict[str, str], complaint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "sentences_of_the_code", lambda: catalogue_of({"Nog %(n)s euro": ""}))
    monkeypatch.setattr(catalogue, "kept_catalogue", lambda: catalogue_of(english))
    assert list(catalogue.problems()) == [f"portal/plans/rules.py: {complaint} 'Nog %(n)s euro'"]


def test_english_that_nobody_says_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "sentences_of_the_code", lambda: catalogue_of({}))
    monkeypatch.setattr(catalogue, "kept_catalogue", lambda: catalogue_of({"Dag": "Hello"}))
    assert [line.split(": ", 1)[1] for line in catalogue.problems()] == ["nobody says 'Dag' any more"]
