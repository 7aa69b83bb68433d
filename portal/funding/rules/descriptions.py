"""Descriptions that a stranger understands: written out, without abbreviations (FED-REP-3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.foundation.finding import Finding, Severity
from portal.foundation.wording import say
from portal.funding.regimes import YearLaw
from portal.funding.rules.allocated import is_federal
from portal.funding.rules.found import found
from portal.funding.types import ExpenseFacts

SHORTEST = 3

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

# Words and names in capitals that everybody reads as a word.
EVERYDAY = frozenset(
    """
    ABC AC AS AZ BBC BC BTW BV CAW CD CM DJ DVD EHBO EK EU FC FOMU FOS HC ICT KAA KAJ KFC KLJ KRC KSA KSK KV
    KVV LED LEGO MAS NMBS NV OCMW OK PC RSC SK SMAK STAM SV TC TV UITPAS USB VBC VC VGC VK VZW WK XL XS XXL
    """.split()  # noqa: SIM905
)

# Words that are cut off with a dot.
CLIPPED = frozenset(
    "abo abonn activ akt bijdr deeln fact gem inschr lidg lidm org pers uitst verv verpl verz".split()  # noqa: SIM905
)

# Names of activities that say nothing to an inspector, with the word that must stand beside them.
UNCLEAR_NAMES = {"zumba": "fitness", "bodypump": "fitness", "piloxing": "fitness", "crossfit": "fitness"}

CAPITALS = re.compile(r"(?<![\w'’])[A-ZÀ-Ý]{2,5}(?!\w)")
DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
WORD = re.compile(r"[^\W\d_]+")
WORD_WITH_DOT = re.compile(r"\b([^\W\d_]+)\.")
ROMAN = re.compile(r"[IVX]+")
VOWEL = re.compile(r"[AEIOUYÀ-Ý]")


def find_abbreviations(description: str) -> tuple[str, ...]:
    """The abbreviations in a description that nothing beside them explains, in order of appearance."""
    found_at: dict[str, int] = {}
    for at, written in _candidates(description):
        if not _is_explained(written, at, description):
            found_at.setdefault(written, at)
    return tuple(sorted(found_at, key=lambda written: found_at[written]))


def _candidates(description: str) -> Iterator[tuple[int, str]]:
    shouted = description == description.upper()
    for match in CAPITALS.finditer(description):
        if _is_abbreviation(match.group(), shouted=shouted):
            yield match.start(), match.group()
    for match in WORD.finditer(description):
        written = match.group()
        if written.lower() in KNOWN_ABBREVIATIONS and written != written.upper():
            yield match.start(), written
    for match in DOTTED.finditer(description):
        if match.group().replace(".", "").upper() not in EVERYDAY:
            yield match.start(), match.group()
    for match in WORD_WITH_DOT.finditer(description):
        if match.group(1).lower() in CLIPPED:
            yield match.start(), match.group()


def _is_abbreviation(written: str, *, shouted: bool) -> bool:
    if written.lower() in KNOWN_ABBREVIATIONS:
        return True
    if written in EVERYDAY or ROMAN.fullmatch(written):
        return False
    return not shouted or not VOWEL.search(written)  # in a text of capitals only, "JUDO" is a word and "KVLV" is not


def _is_explained(written: str, at: int, description: str) -> bool:
    """Explained by its own words, by "GWP (...)" or "GWP = ...", or as "... werkweekproject (GWP)"."""
    lowered = description.lower()
    if any(word in lowered for word in KNOWN_ABBREVIATIONS.get(written.lower(), ())):
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
    """Errors on federal money, warnings elsewhere."""
    severity = Severity.ERROR if is_federal(expense, law) else Severity.WARNING
    description = expense.description.strip()
    if not description:
        sentence = say("Schrijf waarvoor de uitgave was.")
        yield found("FED-REP-2", sentence, "description", severity=severity)
        return
    if sum(map(len, WORD.findall(description))) < SHORTEST:
        sentence = say("Schrijf in gewone woorden waarvoor de uitgave was.")
        yield found("FED-REP-3", sentence, "description", severity=severity)
        return
    for written in find_abbreviations(description):
        sentence = say("Schrijf %(written)s voluit. Een afkorting wordt niet aanvaard.", written=written)
        yield found("FED-REP-3", sentence, "description", severity=severity)
    for name, word in find_unclear_names(description):
        sentence = say("Leg uit wat %(name)s is. Schrijf er het woord %(word)s bij.", name=name, word=word)
        yield found("FED-REP-3", sentence, "description", severity=severity)
