"""Sentences of pure code: rendered in Dutch, kept in a table, read back the same."""

from __future__ import annotations

from datetime import date

from portal.foundation.wording import Day, Euros, Percent, Wording, say


def test_a_sentence_without_translation_is_plain_dutch():
    sentence = say("Er is %(amount)s over op %(day)s.", amount=Euros(125_050), day=Day(date(2025, 12, 31)))
    assert str(sentence) == "Er is 1.250,50 euro over op 31/12/2025."


def test_wordings_inside_wordings_are_rendered_too():
    assert str(say("Van %(what)s.", what=say("de uitgave"))) == "Van de uitgave."


def test_a_sentence_survives_being_kept():
    sentence = say("%(a)s %(b)s %(c)s %(d)s", a=Euros(-5), b=Day(date(2026, 1, 6)), c=Percent(0.5, 1), d=say("x"))
    assert str(Wording.from_record(sentence.as_record())) == str(sentence)


def test_a_percent_sign_without_parameters_is_just_a_sign():
    assert str(say("10 % van het bedrag")) == "10 % van het bedrag"
