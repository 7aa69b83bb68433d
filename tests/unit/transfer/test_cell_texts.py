"""Text on its way out cannot become a formula, and comes back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.foundation.formulas import defused_text, restored_text
from portal.transfer.cells.texts import canonical_text, cleaned_text, plain_name, short_text


@pytest.mark.parametrize("text", ["=1+1", "+32 15 00", "-5 graden", "@iemand", "\tinspringen", "\rterug", " =1", "＝1"])
def test_a_text_that_could_be_a_formula_gets_an_apostrophe(text: str) -> None:
    assert defused_text(text) == f"'{text}"
    assert restored_text(f"'{text}") == text


@pytest.mark.parametrize("text", ["'t Hof", "'s avonds", "Bib", "12", "a=b", "''", ""])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert defused_text(text) == text
    assert restored_text(text) == text


def test_an_own_apostrophe_before_a_sign_survives() -> None:
    assert defused_text("'=1") == "''=1"
    assert restored_text("''=1") == "'=1"


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from("'=+-@\t\r\n ab＝"), max_size=8) | st.text(max_size=20))
def test_restoring_undoes_defusing_exactly(text: str) -> None:
    assert restored_text(defused_text(text)) == text


def test_signs_that_no_file_can_hold_are_left_out() -> None:
    assert cleaned_text("a\x00b\x1fc\ud800d\ufffee\r\nf\rg") == "abcde\nf\ng"
    assert canonical_text("\u00a0 Heist \n") == "Heist"


def test_names_are_compared_without_accents_signs_and_capitals() -> None:
    assert plain_name("Coördinator (è)*") == plain_name("coordinator E")


def test_a_long_text_is_cut_inside_a_sentence() -> None:
    assert short_text("a" * 50) == "a" * 39 + "…"
