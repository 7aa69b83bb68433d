"""What a description plainly names: a thing of the lists by its own name or a synonym, and nothing else beside it.

This is not the search: it forgives inflections, accents, capitals and hyphens, and no typing errors. What it says may
refuse an expense.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from portal.funding.costs.lexicon import Lexicon, lexicon
from portal.funding.costs.spelling import split_compound, split_words, stems

# Words that say who, when or how somebody pays, and not for what.
AROUND = frozenset(
    """
    aankoop aankopen aangekocht gekocht kopen koop bestelling levering factuur facturen rekening bedrag tussenkomst
    bijdrage terugbetaling saldo voorschot gezin gezinnen familie kind kinderen zoon dochter jongen meisje moeder mama
    vader papa ouder ouders klant klanten client clienten gebruiker gebruikers ocmw persoon personen mensen mevrouw
    mijnheer meneer jaar jaarlijks jaarlijkse maand maandelijks maandelijkse week januari februari maart april mei
    juni juli augustus september oktober november december nieuw nieuwe twee drie vier vijf zes zeven acht tien
    steun hulp armoede leefloon
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
    camping caravan chalet congres supervisie intervisie studiedag donatie gift sponsoring
    """.split()  # noqa: SIM905
)

LONGEST_NAMING = 120  # signs; a longer text says more than one thing
SHORTEST_INSIDE = 4  # letters of a part by which an unknown word says something


@lru_cache(maxsize=16384)
def named_subjects(description: str) -> frozenset[str]:
    """The keys of the things that a description plainly names; empty when it speaks of anything else as well."""
    if len(description) > LONGEST_NAMING:
        return frozenset()
    book = lexicon()
    telling = {word: _meant(word, book) for word in split_words(description) if word not in AROUND}
    known = {word: meant for word, meant in telling.items() if meant}
    strange = [word for word, meant in telling.items() if not meant]
    if not known:
        return frozenset()
    spoken = _spoken(known, book)
    widest = [covered for covered, _subject in spoken]
    named = set()
    for covered, subject in spoken:
        if any(covered < other for other in widest):
            continue  # "gsm-abonnement" is no "gsm"
        if len(covered) == 1 and covered <= TOO_BROAD:
            continue
        rest = [meant for word, meant in known.items() if word not in covered]
        if all(_belongs(meant, subject, book) for meant in rest) and not _speaks_of_more(strange, subject, book):
            named.add(subject)
    return frozenset(named)


def _meant(word: str, book: Lexicon) -> frozenset[str]:
    """The words of the lists that this is a form of."""
    return frozenset().union(*(book.forms.get(form, frozenset()) for form in stems(word)))


def _speaks_of_more(strange: Iterable[str], subject: str, book: Lexicon) -> bool:
    """Whether a word that is in no list holds a word of another thing."""
    inside = [_inside(word) for word in strange]
    return any(meant and not _belongs(meant, subject, book) for meant in inside)


@lru_cache(maxsize=4096)
def _inside(word: str) -> frozenset[str]:
    """The words of the lists inside one that is not in them: a "theaterstuk" is about a theatre."""
    book = lexicon()
    pairs = split_compound(word, book.forms, inflected=False)
    parts = {part for pair in pairs for part in pair if part and len(part) >= SHORTEST_INSIDE}
    return frozenset().union(*(book.forms[part] for part in parts))


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
