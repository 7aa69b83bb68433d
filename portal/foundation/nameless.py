"""What in a text could lead to a person: the network keeps no address and no number of anybody."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from portal.foundation.errors import RuleBroken
from portal.foundation.wording import Wording, say


class PersonalMark(StrEnum):
    """What in a text could lead to a person."""

    EMAIL = "email"
    NATIONAL_NUMBER = "national-number"
    PHONE = "phone"
    CARD_NUMBER = "card-number"


PERSONAL_MARK_LABELS = {
    PersonalMark.EMAIL: say("een e-mailadres"),
    PersonalMark.NATIONAL_NUMBER: say("een rijksregisternummer"),
    PersonalMark.PHONE: say("een telefoonnummer"),
    PersonalMark.CARD_NUMBER: say("een nummer van een kaart of rekening"),
}

EMAIL = re.compile(r"[^\s@<>\"'(),;:]{1,64}@[^\s@<>\"'(),;:]{1,190}\.[^\W\d_]{2,}")
# The same with room around the sign, only where the end can be nothing else.
SPACED_EMAIL = re.compile(
    r"[\w.+\-]{1,64} {0,2}(?:@|[(\[] ?(?:at|apenstaartje) ?[)\]]) {0,2}[\w\-.]{1,190}\.(?:be|com|eu|net|nl|org)\b"
)
FULL_DATE = re.compile(r"(?<!\d)\d{1,2}([/.\- ])\d{1,2}\1(?:19|20)\d\d(?!\d)|(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)")
LONE_YEARS = re.compile(r"(?<!\d)(?<!\d[ .\-/])(?:19|20)\d\d(?:[\s,/\-\u2013]{1,3}(?:19|20)\d\d)*(?!\d)(?![ .\-/]\d)")
MANY_DIGITS = re.compile(r"(?:\+|\b)\d(?:[ .\-/()]{0,2}\d){7,}")
SPREAD_PHONE = re.compile(r"(?<![\d.,])0\d(?:[ ._\-/()]{0,3}\d){7,8}(?![ ._\-/()]{0,3}\d)")
NATIONAL_SHAPE = re.compile(r"(?<!\d)\d\d[. \-/]\d\d[. \-/]\d\d[ .\-]{1,3}\d{3}[. \-]\d\d(?!\d)")
STROKES = {"\u2212": "-", "\u00b7": "."}  # signs that people take for another one


NOT_KEPT = say("“%(words)s” lijkt op %(mark)s. Haal het weg: zulke gegevens bewaren we niet.")


def check_nameless(text: str, field: str, *, refusal: Wording = NOT_KEPT) -> None:
    """Raises RuleBroken when a text seems to hold a number or an address that leads to a person.

    `refusal` names the piece of text as `%(words)s` and what it looks like as `%(mark)s`.
    """
    found = find_personal_mark(text)
    if found is not None:
        mark, words = found
        raise RuleBroken(say(refusal.msgid, words=words, mark=PERSONAL_MARK_LABELS[mark]), field)


def find_personal_mark(text: str) -> tuple[PersonalMark, str] | None:
    """The first thing in a text that looks as if it leads to a person, with the piece of text it is."""
    text = _with_plain_signs(text)
    address = EMAIL.search(text) or SPACED_EMAIL.search(text)
    if address:
        return PersonalMark.EMAIL, address.group()
    national = NATIONAL_SHAPE.search(text)
    if national:
        return PersonalMark.NATIONAL_NUMBER, national.group()
    plain = LONE_YEARS.sub("#", FULL_DATE.sub("#", text))
    for found in MANY_DIGITS.finditer(plain):
        mark = _mark_of_number(found.group())
        if mark is not None:
            return mark, found.group()
    spread = SPREAD_PHONE.search(plain)
    return (PersonalMark.PHONE, spread.group()) if spread else None


def _with_plain_signs(text: str) -> str:
    """Digits of every script as 0 to 9, each dash and blank as the plain one: word processors change them."""
    return "".join(map(_plain_sign, text))


def _plain_sign(sign: str) -> str:
    if sign.isascii():
        return sign
    if sign.isdigit():
        return str(unicodedata.digit(sign))
    match unicodedata.category(sign):
        case "Zs":
            return " "
        case "Pd":
            return "-"
        case "Cf":  # seen by nobody
            return ""
    return STROKES.get(sign, unicodedata.normalize("NFKC", sign) if sign == "\uff20" else sign)


def _mark_of_number(words: str) -> PersonalMark | None:
    digits = "".join(sign for sign in words if sign.isdigit())
    if NATIONAL_SHAPE.fullmatch(words) or (len(digits) == 11 and _is_national_number(digits)):
        return PersonalMark.NATIONAL_NUMBER
    if words.startswith("+") or digits.startswith("00"):
        return PersonalMark.PHONE if 9 <= len(digits) <= 15 else None
    if digits.startswith("0") and len(digits) in (9, 10):
        return PersonalMark.PHONE
    return PersonalMark.CARD_NUMBER if len(digits) >= 11 else None


def _is_national_number(digits: str) -> bool:
    """The last two digits are 97 less the remainder; people born from 2000 on count with a 2 in front."""
    first, check = digits[:9], int(digits[9:])
    return check in (97 - int(first) % 97, 97 - int("2" + first) % 97)
