"""How hard a Dutch text is to read, in two figures, with its hardest sentences: a hint to who writes, never a verdict.

Flesch-Douma = 206.84 - 0.77 x syllables per 100 words - 0.93 x words per sentence: 0 (very hard) to 100 (very easy).
W.H. Douma, "De leesbaarheid van landbouwbladen: een onderzoek naar en een toepassing van leesbaarheidsformules",
Bulletin 17, Afdeling Sociologie en Sociografie, Landbouwhogeschool Wageningen, 1960 (edepot.wur.nl/276323).
His bands (very hard below 30, hard below 45, fairly hard below 60, normal below 70, fairly easy below 80, easy below
90, very easy) as repeated in dbnl.org/tekst/_taa014197701_01/_taa014197701_01_0089.php; here five of them.

LIX = words per sentence + 100 x words of more than six letters / words: about 20 (very easy) to 60 (very hard).
C.H. Björnsson, "Läsbarhet", Stockholm, Liber, 1968; the usual bands begin at 30, 40, 50 and 60. LIX was made for
Swedish, and Dutch writes longer words as one, so it is somewhat strict here.

Both know only how long words and sentences are. They do not know whether a word is known, or what a text says.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from portal.foundation.sentences import Sentence, find_words, split_sentences
from portal.foundation.syllables import count_syllables
from portal.foundation.wording import Wording, say

FEWEST_WORDS = 5  # fewer say nothing
FEW_WORDS = 100  # Flesch took samples of 100 words; fewer and one word weighs much
LONG_WORD_LETTERS = 6  # LIX: a long word has more
LONG_SENTENCE_WORDS = 15  # our own limit: plain sentences have at most 15 words
NAMED_WORD_LETTERS = 10  # our own limit: words from here on are named as hard
HARD_LIX = 40  # our own limit: from this figure of its own on, a short sentence with a named word is hard
MOST_NAMED = 4
MOST_HARD = 3


class Band(StrEnum):
    """How hard, from very easy to very hard."""

    VERY_EASY = "very-easy"
    EASY = "easy"
    PLAIN = "plain"
    HARD = "hard"
    VERY_HARD = "very-hard"


BAND_LABELS = {
    Band.VERY_EASY: say("heel makkelijk"),
    Band.EASY: say("makkelijk"),
    Band.PLAIN: say("gewoon"),
    Band.HARD: say("moeilijk"),
    Band.VERY_HARD: say("heel moeilijk"),
}
BANDS = tuple(Band)
FLESCH_DOUMA_BANDS = ((90, Band.VERY_EASY), (70, Band.EASY), (60, Band.PLAIN), (30, Band.HARD))  # from this figure on
LIX_BANDS = ((30, Band.VERY_EASY), (40, Band.EASY), (50, Band.PLAIN), (60, Band.HARD))  # below this figure


@dataclass(frozen=True)
class HardSentence:
    """A sentence that is long or holds long words: which, and where it stands."""

    text: str
    starts_at: int
    words: int
    long_words: tuple[str, ...]  # the longest that it holds, in their order
    lix: float

    @property
    def is_long(self) -> bool:
        return self.words > LONG_SENTENCE_WORDS

    @property
    def why(self) -> Wording:
        named = ", ".join(self.long_words)
        if self.is_long and named:
            return say("%(count)s woorden, en lange woorden: %(words)s.", count=self.words, words=named)
        if self.is_long:
            return say("%(count)s woorden. Maak er twee zinnen van.", count=self.words)
        return say("Lange woorden: %(words)s.", words=named)


@dataclass(frozen=True)
class Readability:
    """What was counted in a text."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0
    long_words: int = 0
    is_latin: bool = True  # most letters are those of Dutch
    hardest: tuple[HardSentence, ...] = field(default=())

    @property
    def is_measured(self) -> bool:
        return self.is_latin and self.words >= FEWEST_WORDS

    @property
    def is_short(self) -> bool:
        """So few words that the figures say little."""
        return self.words < FEW_WORDS

    @property
    def words_per_sentence(self) -> float:
        return self.words / max(1, self.sentences)

    @property
    def flesch_douma(self) -> float:
        return 206.84 - 77 * self.syllables / max(1, self.words) - 0.93 * self.words_per_sentence

    @property
    def lix(self) -> float:
        return self.words_per_sentence + 100 * self.long_words / max(1, self.words)

    @property
    def band(self) -> Band:
        """The hardest of what both figures say: better one look too many."""
        return max(band_of_flesch_douma(self.flesch_douma), band_of_lix(self.lix), key=BANDS.index)

    @property
    def why_not(self) -> Wording | None:
        """Why there are no figures, when there are none."""
        if not self.is_latin:
            return say("Dit is geen Nederlands. We meten alleen Nederlandse tekst.")
        if self.words < FEWEST_WORDS:
            return say("Te kort om te meten. Dat kan vanaf %(count)s woorden.", count=FEWEST_WORDS)
        return None


def band_of_flesch_douma(figure: float) -> Band:
    return next((band for lowest, band in FLESCH_DOUMA_BANDS if figure >= lowest), Band.VERY_HARD)


def band_of_lix(figure: float) -> Band:
    return next((band for above, band in LIX_BANDS if figure < above), Band.VERY_HARD)


@lru_cache(maxsize=256)
def measure(text: str, most_hard: int = MOST_HARD) -> Readability:
    """The figures of a text with its hardest sentences, the hardest first."""
    words = sentences = syllables = long_words = 0
    hard = []
    for sentence in split_sentences(text):
        found = find_words(sentence.text)
        if not found:
            continue
        long_ones = [word for word in found if count_letters(word) > LONG_WORD_LETTERS]
        sentences += 1
        words += len(found)
        long_words += len(long_ones)
        syllables += sum(map(count_syllables, found))
        hard += _hard(sentence, len(found), long_ones)
    hard.sort(key=lambda one: (-one.lix, one.starts_at))
    return Readability(words, sentences, syllables, long_words, _is_latin(text), tuple(hard[:most_hard]))


def count_letters(word: str) -> int:
    return sum(sign.isalpha() for sign in word)


def _hard(sentence: Sentence, words: int, long_ones: Iterable[str]) -> list[HardSentence]:
    """The sentence when it is hard, with what makes it so; nothing when it is not."""
    long_ones = list(long_ones)
    named = {word for word in long_ones if count_letters(word) >= NAMED_WORD_LETTERS}
    longest = set(sorted(named, key=lambda word: (-count_letters(word), word))[:MOST_NAMED])
    lix = words + 100 * len(long_ones) / words
    is_plain = not longest or lix < HARD_LIX or words < FEWEST_WORDS
    if words <= LONG_SENTENCE_WORDS and is_plain:
        return []
    in_order = tuple(dict.fromkeys(word for word in long_ones if word in longest))
    return [HardSentence(sentence.text, sentence.starts_at, words, in_order, lix)]


def _is_latin(text: str) -> bool:
    """Whether at least half of the letters are those of Dutch."""
    letters = [sign for sign in text if sign.isalpha()]
    return 2 * sum(sign < "\u0250" for sign in letters) >= len(letters)
