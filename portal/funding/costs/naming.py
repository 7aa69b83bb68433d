"""What a description plainly names: a thing of the lists by its own name or a synonym, and nothing else beside it.

This is not the search: it forgives inflections, accents, capitals and hyphens, and no typing errors. What it says may
refuse an expense.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from portal.funding.costs.lexicon import Lexicon, lexicon
from portal.funding.costs.register import ENTRIES
from portal.funding.costs.spelling import WORD, plain, sound_of, split_compound, split_words, stems
from portal.funding.costs.types import Verdict

# Words that say who, when or how somebody pays, and not for what.
AROUND = frozenset(
    """
    aankoop aankopen aangekocht gekocht kopen koop bestelling levering factuur facturen rekening bedrag tussenkomst
    bijdrage terugbetaling saldo voorschot gezin gezinnen familie kind kinderen zoon dochter jongen meisje moeder mama
    vader papa ouder ouders klant klanten client clienten gebruiker gebruikers ocmw persoon personen mensen mevrouw
    mijnheer meneer jaar jaarlijks jaarlijkse maand maandelijks maandelijkse week januari februari maart april mei
    juni juli augustus september oktober november december nieuw nieuwe twee drie vier vijf zes zeven acht tien
    steun hulp armoede leefloon sleutel verdeelsleutel
    """.split()  # noqa: SIM905
)

# Words that stand in the lists for a thing, but that alone name too much to refuse anything by.
TOO_BROAD = frozenset(
    """
    activiteiten agenda base beauty boxen bon bril brillen cursus deken feest feestje feesten flyer forfait game
    geloof geschenk groep heffing hotel huwelijk instelling islam jubileum kabel kabels kast kerk kerkelijk kussen les
    lessen lift logo loket lokaal medewerker microfoon moskee nagels orange overhead partij pennenzak politiek
    premie project reis relax sanctie spa stage stoelen subsidie switch tafels telefoon toestel trouw updates
    verband verzekering voo vorming werkervaring windows zaal ziekte zonnen bruinen streaming specialist toelage
    bedevaart camping caravan chalet congres supervisie intervisie studiedag donatie gift sponsoring
    """.split()  # noqa: SIM905
)

# Words of other things than those of the lists, alone or at the end of a compound: a name that comes with them names
# a place, a group or a subject to speak of ("Café De Lotto", "Infosessie luiers", "Zwemclub Sauna").
ANOTHER_THING = tuple(
    """
    arena avond babbel bende bib bibliotheek boekje cafe campagne club cup dansgroep debat disco fanfare gesprek
    gezelschap groep hal harmonie infomoment infosessie kamp koor kring kunst les lezing musical namiddag optocht orkest
    parade park plein ploeg poppenkast praat praatje preventie quiz school sessie show stadion stoet studio team tocht
    toernooi tornooi verhaal voordracht voorlichting wandeling wedstrijd zaal
    """.split()  # noqa: SIM905
)
BY_THE_CENTRE = frozenset({"steun", "hulp"})  # "steun jeugdbeweging Tom" is support for Tom
SUBJECT_FOLLOWS = frozenset({"over", "omtrent", "rond"})  # what comes next is spoken of, and not bought

SAID_AROUND = re.compile(r"\bzonder (verdeel)?sleutel\b|\bin verband met\b")  # phrases that say nothing of the thing

# A trip of seniors needs a key only when it is open to everybody of the municipality.
FOR_EVERYBODY = frozenset("alle allemaal gemeente stad dorp inwoners iedereen".split())  # noqa: SIM905
OPEN_TO_ALL = "all-seniors-trip"

LONGEST_NAMING = 120  # signs; a longer text says more than one thing
SHORTEST_MISSPELLED = 7  # letters from which a word that sounds like another is that word
SHORTEST_INSIDE = 4  # letters of a part by which an unknown word says something


@lru_cache(maxsize=16384)
def named_subjects(description: str) -> frozenset[str]:
    """The keys of the things that a description plainly names, when some list may refuse one of them.

    Empty when it speaks of anything else as well.
    """
    if len(description) > LONGEST_NAMING:
        return frozenset()
    description = SAID_AROUND.sub(" ", plain(description))
    written = frozenset(WORD.findall(description))
    if written & SUBJECT_FOLLOWS:
        return frozenset()
    book = lexicon()
    telling = {word: _meant(word, book) for word in split_words(description) if word not in BY_THE_CENTRE}
    known = {word: meant for word, meant in telling.items() if meant}
    strange = [word for word, meant in telling.items() if not meant and word not in AROUND]
    if not known or any(word.endswith(ANOTHER_THING) for word in strange):
        return frozenset()
    named = _named(known, strange, book)
    return named if written & FOR_EVERYBODY else named - {OPEN_TO_ALL}


def _named(known: Mapping[str, frozenset[str]], strange: Iterable[str], book: Lexicon) -> frozenset[str]:
    """The things of which a term stands there, and beside it nothing but words around it."""
    spoken = _spoken(known, book)
    if not any(subject in _refusable() for _covered, subject in spoken):
        return frozenset()
    widest = [covered for covered, _subject in spoken]
    named = set()
    for covered, subject in spoken:
        if any(covered < other for other in widest):
            continue  # "gsm-abonnement" is no "gsm"
        if covered <= AROUND or (len(covered) == 1 and _is_too_broad(*covered)):
            continue
        rest = [meant for word, meant in known.items() if word not in covered and word not in AROUND]
        if all(_belongs(meant, subject, book) for meant in rest) and not _speaks_of_more(strange, subject, book):
            named.add(subject)
    return frozenset(named)


def _is_too_broad(word: str) -> bool:
    """Also in another form: "stages" says no more than "stage"."""
    return not stems(word).isdisjoint(_broad_forms())


@lru_cache(maxsize=1)
def _broad_forms() -> frozenset[str]:
    return frozenset().union(*(stems(word) for word in TOO_BROAD))


@lru_cache(maxsize=1)
def _refusable() -> frozenset[str]:
    return frozenset(entry.subject for entry in ENTRIES if entry.verdict is not Verdict.ALLOWED)


def _meant(word: str, book: Lexicon) -> frozenset[str]:
    """The words of the lists that this is a form of."""
    return frozenset().union(*(book.forms.get(form, frozenset()) for form in stems(word)))


def _speaks_of_more(strange: Iterable[str], subject: str, book: Lexicon) -> bool:
    """Whether a word that is in no list holds a word of another thing."""
    inside = [_inside(word) for word in strange]
    return any(meant and not _belongs(meant, subject, book) for meant in inside)


@lru_cache(maxsize=4096)
def _inside(word: str) -> frozenset[str]:
    """The words of the lists that a strange word hides: "theaterstuk" is about a theatre, "abonement" misspelled."""
    book = lexicon()
    pairs = split_compound(word, book.forms, inflected=False)
    parts = {part for pair in pairs for part in pair if part and len(part) >= SHORTEST_INSIDE}
    misspelled = book.sounds.get(sound_of(word), frozenset()) if len(word) >= SHORTEST_MISSPELLED else frozenset()
    return misspelled.union(*(book.forms[part] for part in parts))


def _spoken(known: Mapping[str, Iterable[str]], book: Lexicon) -> list[tuple[frozenset[str], str]]:
    """Every term of which all words stand in the description: those words, and the thing."""
    typed: dict[str, set[str]] = {}
    for word, meant in known.items():
        for one in meant:
            typed.setdefault(one, set()).add(word)
    found = []
    for at in {at for one in typed for at in book.terms_of[one]}:
        term = book.terms[at]
        if all(one in typed for one in term.words):
            found.append((frozenset().union(*(typed[one] for one in term.words)), term.subject))
    return found


def _belongs(meant: Iterable[str], subject: str, book: Lexicon) -> bool:
    """Whether a word also stands among the words of a thing: "een beurt" beside "zonnebank"."""
    return any(book.terms[at].subject == subject for one in meant for at in book.terms_of[one])
