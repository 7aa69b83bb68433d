"""What somebody types for an answer that was given on paper: a letter or a word, and numbers for what stops people."""

from __future__ import annotations

import re
from collections.abc import Mapping

from portal.foundation.errors import RuleBroken
from portal.foundation.wording import Wording, say
from portal.plans.types import Threshold
from portal.reviews.types import NOTHING, Fair, Helps

HELPS_LETTERS = {Helps.YES: say("J"), Helps.PARTLY: say("E"), Helps.NO: say("N"), Helps.UNSURE: say("?")}
FAIR_LETTERS = {Fair.YES: say("J"), Fair.NO: say("N"), Fair.UNSURE: say("?")}

# The number in front of each box on the paper: 0 for "nothing", then the thresholds in the order of their list.
NUMBERS: dict[str, int] = {NOTHING: 0} | {one.value: number for number, one in enumerate(Threshold, 1)}
CODES = {number: code for code, number in NUMBERS.items()}

# Letters and words of both languages: who types Dutch answers in English screens is understood.
WORDS = {
    "yes": ("j", "ja", "y", "yes"),
    "partly": ("e", "b", "beetje", "een beetje", "a", "a little", "a bit"),
    "no": ("n", "nee", "neen", "no"),
    "unsure": ("?", "w", "weet niet", "ik weet het niet", "i do not know", "don't know"),
}
SHOWN = 40  # characters of a wrong answer that are said back


def read_helps(text: str) -> Helps | None:
    """The answer that a letter or a word stands for; None when nothing was typed."""
    code = _code_of(text)
    if code == "":
        return None
    if code is None:
        raise RuleBroken(
            say("“%(typed)s” is geen antwoord. Typ J voor ja, E voor een beetje, N voor nee of ?.", typed=_short(text))
        )
    return Helps(code)


def read_fair(text: str) -> Fair | None:
    """The same for the question that knows no "a little"."""
    code = _code_of(text)
    if code == "":
        return None
    if code not in set(Fair):
        raise RuleBroken(say("“%(typed)s” is geen antwoord. Typ J voor ja, N voor nee of ?.", typed=_short(text)))
    return Fair(code)


def _code_of(text: str) -> str | None:
    typed = " ".join(text.lower().strip(" .,;!").split())
    if not typed:
        return "" if not text.strip() else None
    return next((code for code, words in WORDS.items() if typed in words), None)


def read_stops(text: str, words: Mapping[str, str]) -> tuple[str, ...]:
    """Codes behind numbers or words, such as "1 4" or "geld, schaamte"; `words` are the words of each code."""
    found: list[str] = []
    for part in re.split(r"[,;/+\n]+", text):
        tokens = part.split()
        if tokens and all(token.isascii() and token.isdigit() for token in tokens):
            found += [_code_of_number(token) for token in tokens]
        elif tokens:
            found.append(_code_of_word(" ".join(tokens), words))
    return tuple(dict.fromkeys(found))


def _code_of_number(token: str) -> str:
    number = int(token) if len(token) <= 3 else -1
    if number not in CODES:
        raise RuleBroken(_not_in_list(token))
    return CODES[number]


def _code_of_word(typed: str, words: Mapping[str, str]) -> str:
    matching = [code for code, word in words.items() if word.lower().startswith(typed.lower())]
    if len(matching) != 1:
        raise RuleBroken(_not_in_list(typed))
    return matching[0]


def _not_in_list(typed: str) -> Wording:
    return say(
        "“%(typed)s” staat niet in de lijst. Typ de nummers van het blad, van 0 tot %(most)s. Bijvoorbeeld: 1 4.",
        typed=_short(typed),
        most=len(CODES) - 1,
    )


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def typed_stops(codes: tuple[str, ...]) -> str:
    """Codes as somebody would type them: "1 4"."""
    return " ".join(str(NUMBERS[code]) for code in sorted(codes, key=lambda code: NUMBERS.get(code, 99)))
