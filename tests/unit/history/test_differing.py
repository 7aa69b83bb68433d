"""Of two long texts people see the part that differs."""

from __future__ import annotations

from portal.history.differing import GAP, MOST_WORDS, SHORT, differing_parts

LONG = " ".join(f"woord{number}" for number in range(700))


def test_short_texts_are_told_whole():
    assert differing_parts("zwembad", "zwembad en sporthal") == ("zwembad", "zwembad en sporthal")


def test_a_change_in_the_tail_is_shown_with_a_few_words_before_it():
    old, new = differing_parts(f"{LONG} maandag", f"{LONG} dinsdag")
    assert old.startswith(f"{GAP} woord692 ")
    assert old.endswith("woord699 maandag")
    assert new.endswith("woord699 dinsdag")


def test_a_change_in_front_leaves_the_common_end_out():
    old, new = differing_parts(f"maandag {LONG}", f"dinsdag {LONG}")
    assert old == f"maandag {' '.join(f'woord{number}' for number in range(8))} {GAP}"
    assert new.startswith("dinsdag woord0 ")


def test_a_change_in_the_middle_leaves_both_ends_out():
    old, new = differing_parts(LONG, LONG.replace("woord350", "anders"))
    assert (old.split()[0], old.split()[-1], len(old.split())) == (GAP, GAP, 19)
    assert "woord350" in old
    assert "anders" in new


def test_words_that_were_added_at_the_end_are_seen():
    old, new = differing_parts(LONG, f"{LONG} En dit kwam erbij.")
    assert old.endswith("woord699")
    assert new.endswith("woord699 En dit kwam erbij.")


def test_a_new_long_text_begins_with_its_first_words():
    old, new = differing_parts("", LONG)
    assert old == ""
    assert len(new.split()) == MOST_WORDS + 1
    assert new.startswith("woord0 ")


def test_texts_that_differ_in_white_space_alone_are_told_whole():
    assert differing_parts(LONG, LONG + "  ") == (LONG, LONG + "  ")


def test_what_is_told_of_both_is_never_the_same():
    for place in range(0, 700, 23):
        changed = LONG.replace(f"woord{place} ", f"anders{place} ", 1)
        old, new = differing_parts(LONG, changed)
        assert old != new
        assert max(len(old), len(new)) < SHORT
