"""Descriptions that a stranger understands: written out (MONEY-8), and on federal money without abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.foundation.finding import Finding, Severity
from portal.foundation.wording import Wording, say
from portal.funding.regimes import YearLaw
from portal.funding.rules.allocated import is_federal
from portal.funding.rules.found import found
from portal.funding.types import ExpenseFacts

SHORTEST = 3
LONGEST_CLIPPED = 10

# Abbreviations that are refused however they are written, with words of which one explains them.
KNOWN_ABBREVIATIONS = {
    "bmx": ("fiets",),
    "gwp": ("werkweek", "schoolreis"),
    "cc": ("cultuurcentrum", "cultureel centrum"),
    "gc": ("gemeenschapscentrum",),
    "jh": ("jeugdhuis",),
    "ibo": ("opvang",),
    "bko": ("opvang",),
    "kdv": ("kinderdagverblijf",),
    "wzc": ("woonzorgcentrum",),
    "ldc": ("dienstencentrum",),
    "loi": ("opvang",),
}

# Organisations that are known by their letters: an inspector wants to read what they are.
KNOWN_ORGANISATIONS = {
    "CM": ("ziekenfonds", "mutualiteit"),
    "FOS": ("jeugdbeweging", "scouts"),
    "KAJ": ("jeugdbeweging",),
    "KLJ": ("jeugdbeweging",),
    "NMBS": ("trein", "spoor"),
    "VGC": ("gemeenschapscommissie",),
}

# Letters that stand in the dictionary or on a front door as a word of their own, or that everybody says.
EVERYDAY = frozenset(
    """
    ABC AZERTY BTW CAW CD DJ DVD EHBO EK EU FOMU GPS ICT KSA LED LEGO MAS MP OCMW OK PC SMAK SMS STAM TV UITPAS USB VZW
    WC WK XL XS XXL
    """.split()  # noqa: SIM905
)

# Letters that are a part of the name of a club: "KFC Heist".
CLUBS = frozenset(
    """
    AC AS AZ BBC BC DC FC HC KAA KBC KFC KRC KSK KV KVC KVK KVV RC RSC SC SK SV TC VBC VC VK VV
    """.split()  # noqa: SIM905
)

UNITS = frozenset("cl cm dl kg km ml mm".split())  # noqa: SIM905

# Words that are cut off with a dot, also at the end of a sentence.
CLIPPED = frozenset(
    """
    abo abonn activ akt benod bijdr bijv bv ca deeln div enz excl fact gem incl inschr lidg lidm
    max min nr nrs org pers resp uitst vb verv verpl verz zgn
    """.split()  # noqa: SIM905
)

# Names of activities that say nothing to an inspector, with the word that must stand beside them.
UNCLEAR_NAMES = {"zumba": "fitness", "bodypump": "fitness", "piloxing": "fitness", "crossfit": "fitness"}

CAPITALS = re.compile(r"(?<![\w'’])[A-ZÀ-Ý]{2,}(?!\w)")
DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
WORD = re.compile(r"[^\W\d_]+")
LOOSE_WORD = re.compile(r"(?<![\w'’.-])[^\W\d_]{2,6}(?![\w'’-])")
WORD_WITH_DOT = re.compile(r"\b([^\W\d_]{2,})\.(?!\w)")
GOES_ON = re.compile(r"\s*[,;]|\s+[a-zà-ÿ0-9]")
NAME_AFTER = re.compile(r"\s+[A-ZÀ-Ý]\w")
SAINT_AFTER = re.compile(r"\.?[\s-]*[A-ZÀ-Ý]")
ROMAN = re.compile(r"[IVX]+")
VOWEL = re.compile(r"[aeiouyà-ÿ]", re.IGNORECASE)
WHOLE_WORD = re.compile(r"(?:en|[aeiouyà-ÿ])$", re.IGNORECASE)
MOST_CAPITALS = 5


def find_abbreviations(description: str) -> tuple[str, ...]:
    """The abbreviations in a description that nothing beside them explains, in order of appearance."""
    found: dict[int, str] = {}
    for at, written in _candidates(description):
        if not _is_explained(written, at, description) and len(written) > len(found.get(at, "")):
            found[at] = written
    return tuple(dict.fromkeys(found[at] for at in sorted(found)))


def _candidates(description: str) -> Iterator[tuple[int, str]]:
    yield from _letters(description)
    for match in LOOSE_WORD.finditer(description):
        if _is_without_vowels(match.group(), description[match.end() :]):
            yield match.start(), match.group()
    for match in DOTTED.finditer(description):
        if not _is_initials(match.group(), description[match.end() :]):
            yield match.start(), match.group()
    for match in WORD_WITH_DOT.finditer(description):
        if _is_cut_off(match.group(1), description[match.end() :]):
            yield match.start(), match.group()


def _letters(description: str) -> Iterator[tuple[int, str]]:
    """Abbreviations in capitals, and those that are known in small letters too."""
    shouted = description == description.upper()
    for match in CAPITALS.finditer(description):
        if _is_abbreviation(match.group(), description[match.end() :], shouted=shouted):
            yield match.start(), match.group()
    for match in WORD.finditer(description):
        written = match.group()
        if written.lower() in KNOWN_ABBREVIATIONS and written != written.upper():
            yield match.start(), written


def _is_abbreviation(written: str, after: str, *, shouted: bool) -> bool:
    if written.lower() in KNOWN_ABBREVIATIONS or written in KNOWN_ORGANISATIONS:
        return True
    if written in EVERYDAY or ROMAN.fullmatch(written) or (written in CLUBS and NAME_AFTER.match(after)):
        return False
    if shouted or len(written) > MOST_CAPITALS:  # in a text of capitals only, "JUDO" is a word and "KVLV" is not
        return not VOWEL.search(written)
    return True


def _is_without_vowels(written: str, after: str) -> bool:
    """ "vr" and "kndrn"; words in capitals are judged on their own, and "St.-Niklaas" is a town."""
    if written == written.upper() or VOWEL.search(written) or (written == "St" and SAINT_AFTER.match(after)):
        return False
    return written.upper() not in EVERYDAY and written.upper() not in CLUBS and written not in UNITS


def _is_initials(written: str, after: str) -> bool:
    """ "J.R.R. Tolkien" is a name and "K.L.J. Heist" an abbreviation with dots."""
    letters = written.replace(".", "")
    if letters.upper() in KNOWN_ORGANISATIONS or letters.lower() in KNOWN_ABBREVIATIONS:
        return False
    return letters.upper() in EVERYDAY or (letters == letters.upper() and bool(NAME_AFTER.match(after)))


def _is_cut_off(word: str, after: str) -> bool:
    """A known clipped word, or one after which the sentence goes on; "zee. ook" is only a capital forgotten."""
    if word.lower() in CLIPPED:
        return True
    return len(word) <= LONGEST_CLIPPED and bool(GOES_ON.match(after)) and not WHOLE_WORD.search(word)


def _is_explained(written: str, at: int, description: str) -> bool:
    """Explained by its own words, by "GWP (...)" or "GWP = ...", or as "... werkweekproject (GWP)"."""
    lowered, letters = description.lower(), written.replace(".", "")
    explaining = KNOWN_ABBREVIATIONS.get(letters.lower(), KNOWN_ORGANISATIONS.get(letters, ()))
    if any(word in lowered for word in explaining):
        return True
    before, after = description[:at].rstrip(), description[at + len(written) :].lstrip()
    if after.startswith(("(", "=")):
        return any(len(word) > SHORTEST for word in WORD.findall(after))
    return before.endswith("(") and after.startswith(")") and bool(WORD.search(before))


def find_unclear_names(description: str) -> tuple[tuple[str, str], ...]:
    """Names that need a word of explanation, each with that word."""
    lowered = description.lower()
    return tuple((name, word) for name, word in UNCLEAR_NAMES.items() if name in lowered and word not in lowered)


def check_description(expense: ExpenseFacts, law: YearLaw) -> Iterator[Finding]:
    """What the federal report refuses is an error on federal money; elsewhere only the portal asks for clear words."""
    federal = is_federal(expense, law)
    description = expense.description.strip()
    if not description:
        yield _told(law, federal, say("Schrijf waarvoor de uitgave was."), Severity.WARNING, rule="FED-REP-2")
        return
    if sum(map(len, WORD.findall(description))) < SHORTEST:
        yield _told(law, federal, say("Schrijf in gewone woorden waarvoor de uitgave was."), Severity.WARNING)
        return
    abbreviations = ", ".join(find_abbreviations(description))
    if abbreviations and federal:
        sentence = say(
            "Een afkorting wordt niet aanvaard op federaal geld. Schrijf voluit: %(written)s", written=abbreviations
        )
        yield _told(law, federal, sentence)
    elif abbreviations:
        yield _told(law, federal, say("Schrijf het liefst voluit: %(written)s", written=abbreviations))
    for name, word in find_unclear_names(description):
        sentence = say("Leg uit wat %(name)s is. Schrijf er het woord %(word)s bij.", name=name, word=word)
        yield _told(law, federal, sentence)


def _told(
    law: YearLaw,
    federal: bool,
    sentence: Wording,
    elsewhere: Severity = Severity.HINT,
    *,
    rule: str = "FED-REP-3",
) -> Finding:
    if federal:
        return found(law, rule, sentence, "description", severity=Severity.ERROR)
    return found(law, "MONEY-8", sentence, "description", severity=elsewhere)
