"""Syllables, Flesch-Douma, LIX, and the hardest sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.foundation.readability import (
    BANDS,
    Band,
    band_of_flesch_douma,
    band_of_lix,
    measure,
)
from portal.foundation.syllables import count_syllables
from tests.unit.foundation.counted_words import FRESH, counted_words

PLAIN = "We gaan samen naar zee. De bus is gratis. Kom je mee?"
OFFICIAL = (
    "De subsidieaanvraag voor vrijetijdsparticipatie wordt na beraadslaging goedgekeurd door het beslissingsbevoegde "
    "bestuursorgaan, voor zover aan alle administratieve voorwaarden is voldaan."
)
words = st.lists(st.sampled_from(["de", "bus", "kinderen", "vereniging", "gratis", "administratie"]), min_size=1)
sentences = st.lists(words.map(lambda one: " ".join(one).capitalize() + "."), min_size=1, max_size=8)


def test_syllables_are_right_for_the_words_that_the_rules_were_made_with() -> None:
    wrong = {word for word, count in counted_words().items() if count_syllables(word) != count}
    assert wrong == set()


def test_syllables_are_right_for_words_that_no_rule_was_made_for() -> None:
    wrong = {word for word, count in counted_words(FRESH).items() if count_syllables(word) != count}
    assert len(counted_words(FRESH)) >= 100
    assert wrong == set()


def test_a_plain_text_counted_by_hand() -> None:
    found = measure(PLAIN)
    # we gaan sa-men naar zee | de bus is gra-tis | kom je mee: 12 words, 14 syllables, 3 sentences, no long word
    assert (found.words, found.syllables, found.sentences, found.long_words) == (12, 14, 3, 0)
    assert found.flesch_douma == pytest.approx(206.84 - 0.77 * (14 / 12 * 100) - 0.93 * 4)
    assert round(found.flesch_douma, 2) == 113.29
    assert found.lix == 4.0
    assert found.band is Band.VERY_EASY
    assert found.hardest == ()


def test_an_official_text_counted_by_hand() -> None:
    found = measure("De vereniging organiseert activiteiten voor kinderen.")
    # de ve-re-ni-ging or-ga-ni-seert ac-ti-vi-tei-ten voor kin-de-ren: 6 words, 18 syllables, 4 long words
    assert (found.words, found.syllables, found.sentences, found.long_words) == (6, 18, 1, 4)
    assert round(found.flesch_douma, 2) == -29.74
    assert round(found.lix, 2) == 72.67
    assert found.band is Band.VERY_HARD


def test_the_hardest_sentence_comes_first_and_tells_why() -> None:
    found = measure(f"{PLAIN} De vereniging helpt. {OFFICIAL}")
    assert found.hardest[0].text == OFFICIAL
    assert found.hardest[0].is_long
    assert found.hardest[0].long_words == (
        "subsidieaanvraag",
        "vrijetijdsparticipatie",
        "beslissingsbevoegde",
        "administratieve",
    )
    assert str(found.hardest[0].why).startswith("20 woorden, en lange woorden: subsidieaanvraag")
    assert len(found.hardest) == 1


def test_fewer_than_five_words_are_too_short_to_measure() -> None:
    assert not measure("Kom je mee vandaag").is_measured
    assert str(measure("").why_not) == "Te kort om te meten. Dat kan vanaf 5 woorden."
    assert measure("Kom je mee naar zee").is_measured


def test_what_is_not_written_in_our_letters_is_not_measured() -> None:
    assert not measure("مرحبا بكم في المكتبة الجديدة اليوم").is_measured
    assert measure("مرحبا: dat is hallo in het Arabisch, zeggen ze.").is_measured


@pytest.mark.parametrize(
    ("figure", "band"),
    [
        (90, "very-easy"),
        (89.99, "easy"),
        (70, "easy"),
        (69.99, "plain"),
        (60, "plain"),
        (59.99, "hard"),
        (29, "very-hard"),
    ],
)
def test_bands_of_flesch_douma(figure: float, band: str) -> None:
    assert band_of_flesch_douma(figure) == band


@pytest.mark.parametrize(
    ("figure", "band"), [(29.99, "very-easy"), (30, "easy"), (40, "plain"), (50, "hard"), (60, "very-hard")]
)
def test_bands_of_lix(figure: float, band: str) -> None:
    assert band_of_lix(figure) == band


@given(st.text(max_size=500))
def test_no_text_is_refused(text: str) -> None:
    found = measure(text)
    assert found.words >= 0
    assert found.syllables >= found.words
    assert found.long_words <= found.words
    assert found.band in BANDS
    assert found.lix >= 0


@given(sentences, st.randoms())
def test_the_order_of_sentences_does_not_matter_for_the_whole(listed: list[str], random: object) -> None:
    shuffled = list(listed)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = measure(" ".join(listed)), measure("\n".join(shuffled))
    assert (one.words, one.sentences, one.syllables, one.long_words) == (
        other.words,
        other.sentences,
        other.syllables,
        other.long_words,
    )
    assert one.lix == other.lix


@given(sentences)
def test_a_longer_sentence_of_long_words_never_makes_a_text_easier_by_lix(listed: list[str]) -> None:
    before = measure(" ".join(listed))
    longest = max(len(one.split()) for one in listed)
    after = measure(" ".join([*listed, "Verenigingen " * (longest + 1)]))
    assert after.lix >= before.lix


@pytest.mark.parametrize(
    "pattern", ["a", "! ", ". ", "a. ", "bv. ", "!", "\n", "- ", "ee", "a\u0300", "a'", " a\n", "1)\n", "😀"]
)
def test_a_text_twice_as_long_has_about_twice_as_much_in_it_and_is_read_to_the_end(pattern: str) -> None:
    text = pattern * (5_000 // len(pattern))
    assert measure(text).words <= 5_000
    assert len(measure(text).hardest) <= 3
