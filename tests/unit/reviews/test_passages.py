"""Passages: where they are, where they go when the text changes, and how a text is cut at them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.foundation.errors import RuleBroken
from portal.reviews.passages import (
    LONGEST_PASSAGE,
    Edit,
    cut_at_passages,
    cut_at_sentences,
    find_nearest,
    put_words,
    trim_passage,
    wider_passage,
)

BODY = "Kom naar ons. 😀 De subsidie is er.\n\nمرحبا بكم. Tot dan."


def at(words: str, body: str = BODY) -> tuple[int, int]:
    return body.index(words), body.index(words) + len(words)


def test_pieces_put_together_are_the_text_again_with_overlapping_passages() -> None:
    spans = [at("naar ons. 😀 De"), at("De subsidie"), at("مرحبا")]
    paragraphs = cut_at_passages(BODY, spans)
    assert ["".join(one.text for one in pieces) for pieces in paragraphs] == BODY.split("\n\n")
    numbered = {one.text: one.numbers for pieces in paragraphs for one in pieces if one.numbers}
    assert numbered == {"naar ons. 😀 ": (1,), "De": (1, 2), " subsidie": (2,), "مرحبا": (3,)}
    assert [one.begins for pieces in paragraphs for one in pieces if one.begins] == [(1,), (2,), (3,)]


def test_sentences_carry_their_places_in_code_points() -> None:
    found = [one for pieces in cut_at_sentences(BODY, [at("subsidie")]) for one in pieces if one.is_sentence]
    assert [one.text for one in found] == ["Kom naar ons.", "😀 De subsidie is er.", "مرحبا بكم.", "Tot dan."]
    assert [BODY[one.starts_at : one.ends_at] for one in found] == [one.text for one in found]
    assert [one.numbers for one in found] == [(), (1,), (), ()]


@given(st.text(alphabet="ab. \n-😀م<", max_size=150), st.data())
def test_whatever_is_cut_keeps_every_sign(body: str, data: st.DataObject) -> None:
    places = st.integers(0, max(0, len(body)))
    spans = [tuple(sorted((data.draw(places), data.draw(places)))) for _one in range(3)]
    for paragraphs in (cut_at_passages(body, spans), cut_at_sentences(body, spans)):  # type: ignore[arg-type]
        for pieces in paragraphs:
            for one in pieces:
                assert body[one.starts_at : one.ends_at] == one.text
        kept = "".join(one.text for pieces in paragraphs for one in pieces)
        assert kept.replace("\n", "").replace(" ", "") == body.replace("\n", "").replace(" ", "")


@pytest.mark.parametrize(
    ("after", "place"),
    [
        ("Hallo. " + BODY, 7 + BODY.index("De subsidie")),
        (BODY + " Einde.", BODY.index("De subsidie")),
        (BODY.replace("Kom naar ons.", "Kom."), BODY.index("De subsidie") - 9),
        (BODY.replace("De subsidie", "Het geld"), None),
        ("De subsidie is er. Kom naar ons.", 0),
    ],
)
def test_a_passage_is_found_again_after_a_change(after: str, place: int | None) -> None:
    assert Edit(BODY, after).find(BODY.index("De subsidie"), "De subsidie") == place


def test_of_two_same_passages_each_keeps_its_own_place() -> None:
    before = "Kom langs. Bel ons. Kom langs."
    after = "Hallo. Kom langs. Bel ons nu. Kom langs."
    edit = Edit(before, after)
    assert edit.find(0, "Kom langs.") == 7
    assert edit.find(20, "Kom langs.") == after.rindex("Kom langs.")
    assert find_nearest(after, "Kom langs.", 25) == after.rindex("Kom langs.")


@given(st.text(alphabet="ab c", max_size=60), st.text(alphabet="ab c", max_size=60), st.data())
def test_a_passage_is_only_found_where_it_stands(before: str, after: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(before)))
    passage = before[start : data.draw(st.integers(start, len(before)))]
    found = Edit(before, after).find(start, passage)
    if found is not None:
        assert after[found : found + len(passage)] == passage
    elif passage:
        assert passage not in after


def test_a_passage_loses_the_blanks_around_it_and_is_neither_empty_nor_endless() -> None:
    assert trim_passage("a  bc  d", 1, 6) == (3, 5)
    for start, end in ((0, 0), (1, 3), (5, 2), (99, 120)):
        with pytest.raises(RuleBroken, match="Kies eerst een stuk"):
            trim_passage("a  bc  d", start, end)
    with pytest.raises(RuleBroken, match="te lang"):
        trim_passage("a" * 5000, 0, LONGEST_PASSAGE + 1)


def test_a_passage_can_grow_with_the_sentence_before_and_after() -> None:
    start, end = at("😀 De subsidie is er.")
    assert wider_passage(BODY, start, end) == (0, BODY.index("بكم.") + 4)
    assert wider_passage(BODY, 0, len(BODY)) == (None, None)


def test_words_go_in_the_place_of_a_passage() -> None:
    assert put_words("Kom eens langs.", 4, 8, "nu") == "Kom nu langs."
