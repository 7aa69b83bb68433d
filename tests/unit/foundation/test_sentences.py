"""Where sentences begin and end, and what a word is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.foundation.sentences import find_words, split_sentences


def texts_of(text: str) -> list[str]:
    return [one.text for one in split_sentences(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dat kan met o.a. de bus.",
        "Vraag het bv. Aan de balie.",
        "Het kost 1.000 euro per jaar.",
        "We beginnen om 14.30 u. in de zaal.",
        "Bel dr. Peeters of mevr. Claes.",
        "“Kom je mee?” vroeg ze.",
        "Wacht... nog even.",
        "W.H. Douma schreef het in 1960.",
        "Zie www.heist.be voor meer.",
        "Neem brood, melk, enz. mee.",
        "Kijk in art. 3 van het reglement.",
    ],
)
def test_a_point_inside_a_sentence_does_not_end_it(sentence: str) -> None:
    assert texts_of(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Kom je? Ja! Tot dan.", ["Kom je?", "Ja!", "Tot dan."]),
        ("Het begint om 14.30 u. Kom op tijd.", ["Het begint om 14.30 u.", "Kom op tijd."]),
        ("Breng soep, brood enz. Tot dan.", ["Breng soep, brood enz.", "Tot dan."]),
        ("Hij zei: “Kom.” Dan ging hij.", ["Hij zei: “Kom.”", "Dan ging hij."]),
        ("Het is gratis. ’s Avonds eten we.", ["Het is gratis.", "’s Avonds eten we."]),
        ("Leuk! 😀 Kom mee.", ["Leuk!", "😀 Kom mee."]),
        ("Samen sporten\n\nKom je ook?", ["Samen sporten", "Kom je ook?"]),
        ("- brood\n- melk\n• soep", ["brood", "melk", "soep"]),
        ("1. Bel ons.\n2) Kom langs", ["Bel ons.", "Kom langs"]),
        ("Een regel die\ndoorloopt.", ["Een regel die\ndoorloopt."]),
        ("Een titel\nEen regel", ["Een titel", "Een regel"]),
        ("مرحبا بكم. تعالوا معنا؟ نعم.", ["مرحبا بكم.", "تعالوا معنا؟", "نعم."]),
        ("", []),
        (" \n \t\n", []),
    ],
)
def test_sentences_end_where_people_end_them(text: str, sentences: list[str]) -> None:
    assert texts_of(text) == sentences


def test_words_keep_their_sign_inside() -> None:
    assert find_words("Foto's van 1.000 auto-ongevallen om 14.30 u.") == [
        "Foto's", "van", "1.000", "auto-ongevallen", "om", "14.30", "u",
    ]  # fmt: skip


@given(st.text(max_size=400))
def test_each_sentence_is_exactly_what_stands_in_the_text(text: str) -> None:
    end = 0
    for one in split_sentences(text):
        assert text[one.starts_at : one.ends_at] == one.text
        assert one.text.strip() == one.text != ""
        assert one.starts_at >= end
        end = one.ends_at


@given(st.text(alphabet='ab .!?\n-1)’"é😀م', max_size=200))
def test_nothing_but_blanks_and_signs_of_lists_lies_between_sentences(text: str) -> None:
    rest, end = "", 0
    for one in split_sentences(text):
        rest += text[end : one.starts_at]
        end = one.ends_at
    assert set(rest + text[end:]) <= set(" \n-1)ab.")
