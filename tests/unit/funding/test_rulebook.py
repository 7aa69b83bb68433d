"""The rows of the rulebook: complete, readable, and the ones that checks use."""

from __future__ import annotations

import re
from pathlib import Path

import portal.funding.rules
from portal.foundation.wording import Wording
from portal.funding.regimes import (
    CERTAINTY_LABELS,
    REGIME_LEVEL_LABELS,
    REGIMES,
    RULES,
    SETTING_LABELS,
    Certainty,
    RegimeLevel,
    SettingKey,
    all_streams,
)
from portal.funding.types import (
    EXPENSE_KIND_LABELS,
    EXPENSE_STAGE_LABELS,
    NEXT_STAGES,
    OWNER_LABELS,
    ExpenseKind,
    ExpenseStage,
    Owner,
)

FOLDER = Path(portal.funding.rules.__file__).parent


def test_every_rule_that_a_check_names_has_a_row() -> None:
    named = {
        rule
        for module in FOLDER.glob("*.py")
        for rule in re.findall(r'"((?:FL|FED|MONEY|STREAM|DATA)-[A-Z]*-?\d+)"', module.read_text(encoding="utf-8"))
    }
    assert len(named) > 25
    assert named <= set(RULES)


def test_every_rule_names_regimes_that_exist_and_fits_its_column() -> None:
    for entry in (row for rows in RULES.values() for row in rows):
        assert set(entry.regimes) <= set(REGIMES), entry.id
        assert len(entry.id) <= 30
        assert 0 < len(entry.source) <= 300
        assert str(entry.title).endswith(".")


def test_every_regime_says_how_sure_it_is_and_where_it_was_read() -> None:
    for regime in REGIMES.values():
        assert regime.source
        assert len(regime.code) <= 20
        for row in regime.settings:
            assert row.source
            assert row.rule


def test_every_word_has_its_label() -> None:
    for words, enum in (
        (OWNER_LABELS, Owner),
        (EXPENSE_KIND_LABELS, ExpenseKind),
        (EXPENSE_STAGE_LABELS, ExpenseStage),
        (NEXT_STAGES, ExpenseStage),
        (CERTAINTY_LABELS, Certainty),
        (REGIME_LEVEL_LABELS, RegimeLevel),
        (SETTING_LABELS, SettingKey),
    ):
        assert set(words) == set(enum)


def test_streams_explain_themselves_in_short_sentences() -> None:
    for stream in all_streams():
        for sentence in re.split(r"(?<=[.:])\s", str(stream.explanation)):
            assert len(sentence.split()) <= 15, sentence
        assert len(stream.code) <= 40
        assert set(stream.rule_ids) <= set(RULES)
        assert isinstance(stream.label, Wording)
