"""Figures of the law as people type them and as the portal keeps them: what each may be, to and fro."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from portal.foundation.errors import RuleBroken
from portal.foundation.money import NotAnAmount, cents_from_text, euros_text
from portal.foundation.wording import Euros, Percent, Wording, say
from portal.funding.regimes.amounts import COUNTED, AmountKey
from portal.funding.regimes.types import IN_EUROS, IN_PERCENT, YES_OR_NO, SettingKey
from portal.plans.types import MONTH_LABELS

LONGEST = 20
MOST_RATIO = 10
MOST_WHOLE = {SettingKey.PERIOD_START_MONTH: 12, SettingKey.ICT_PACK_PARTS: 10, SettingKey.YEARS_OF_KEEPING: 100}
MOST_COUNTED = 20_000_000  # more people than the country has
YES, NO = ("ja", "yes", "1"), ("nee", "no", "0")

_CENTS = re.compile(r"\d+\.\d\d", re.ASCII)
_NUMBER = re.compile(r"\d{1,6}(?:[.,]\d{1,4})?", re.ASCII)


def setting_from_text(key: SettingKey, text: str) -> int | Fraction:
    """The figure that somebody typed for a setting; raises RuleBroken on `value` when it cannot be that."""
    typed = " ".join(text.split())
    if len(typed) > LONGEST:
        raise _refused(_asked(key))
    if key in YES_OR_NO:
        return _yes_or_no(typed)
    if key in IN_EUROS:
        return _cents(typed)
    if key in IN_PERCENT:
        return _share(key, typed)
    if key is SettingKey.COFINANCING_RATIO:
        return _between(key, _number(key, typed), 0, MOST_RATIO)
    return _whole(key, typed)


def amount_from_text(key: AmountKey, text: str) -> int:
    """The amount of a year that somebody typed, in cents or counted; raises RuleBroken on `value`."""
    typed = " ".join(text.split())
    if key not in COUNTED:
        return _cents(typed[: LONGEST + 1])
    plain = re.sub(r"(?<=\d)[. ](?=\d{3}(?:\D|$))", "", typed[: LONGEST + 1])
    if not plain.isascii() or not plain.isdigit() or len(typed) > LONGEST or int(plain) > MOST_COUNTED:
        raise _refused(say("Vul één geheel getal in, bijvoorbeeld 800000."))
    return int(plain)


def kept_setting(key: SettingKey, value: int | Fraction) -> str:
    """How a figure is kept: "2", "6%", "500.00", "ja"; read back by `setting_from_kept`, told by the history."""
    if key in YES_OR_NO:
        return YES[0] if value else NO[0]
    if key in IN_EUROS:
        return euros_text(int(value))
    if key in IN_PERCENT:
        return f"{_plain(Fraction(value) * 100)}%"
    plain = _plain(Fraction(value))
    return f"{plain}0" if _CENTS.fullmatch(plain) else plain  # a ratio of "1.25" would read as euros


def setting_from_kept(key: SettingKey, kept: str) -> int | Fraction:
    """The figure of a kept text."""
    if key in YES_OR_NO:
        return int(kept == YES[0])
    if key in IN_EUROS:
        return cents_from_text(kept)
    if key in IN_PERCENT:
        return Fraction(kept.removesuffix("%")) / 100
    value = Fraction(kept)
    return value if key is SettingKey.COFINANCING_RATIO else int(value)


def kept_amount(key: AmountKey, value: int) -> str:
    return str(value) if key in COUNTED else euros_text(value)


def amount_from_kept(key: AmountKey, kept: str) -> int:
    return int(kept) if key in COUNTED else cents_from_text(kept)


def typed_setting(key: SettingKey, kept: str) -> str:
    """A kept figure as it stands in a form."""
    if key is SettingKey.PERIOD_START_MONTH:
        return MONTH_LABELS[int(kept)].msgid
    plain = _plain(Fraction(kept)) if key is SettingKey.COFINANCING_RATIO else kept
    return plain.replace(".", ",")


def told_kept(kept: str) -> Wording:
    """A kept figure in words, for the history, which does not know of what it is."""
    if kept in (YES[0], NO[0]):
        return say("ja") if kept == YES[0] else say("nee")
    if kept.endswith("%"):
        share = Fraction(kept[:-1])
        digits = len(kept[:-1].partition(".")[2])
        return Wording("%(value)s", {"value": Percent(float(share / 100), digits)})
    if _CENTS.fullmatch(kept):
        return Wording("%(value)s", {"value": Euros(cents_from_text(kept))})
    return Wording("%(value)s", {"value": int(kept) if kept.isdigit() else float(kept)})


def _asked(key: SettingKey) -> Wording:
    if key in YES_OR_NO:
        return say("Schrijf ja of nee.")
    if key in IN_EUROS:
        return say("Schrijf een bedrag zoals 1250,00.")
    if key in IN_PERCENT:
        return say("Schrijf een deel in procent, van 0 tot 100. Bijvoorbeeld 50.")
    if key is SettingKey.PERIOD_START_MONTH:
        return say("Schrijf een maand, van 1 tot 12.")
    if key is SettingKey.COFINANCING_RATIO:
        return say("Schrijf een getal van 0 tot 10. 2 wil zeggen: 2 euro eigen geld voor elke Vlaamse euro.")
    return say("Schrijf een geheel getal van 1 tot %(most)s.", most=MOST_WHOLE[key])


def _refused(sentence: Wording) -> RuleBroken:
    return RuleBroken(sentence, "value")


def _yes_or_no(typed: str) -> int:
    word = typed.casefold()
    if word not in (*YES, *NO):
        raise _refused(say("Schrijf ja of nee."))
    return int(word in YES)


def _cents(typed: str) -> int:
    if len(typed) > LONGEST:
        raise _refused(say("Dit bedrag is te groot."))
    if not typed.replace("€", "").isascii():
        raise _refused(say("Schrijf een bedrag zoals 1250,00."))
    try:
        cents = cents_from_text(typed)
    except NotAnAmount as error:
        raise _refused(
            {
                "ambiguous": say("Dit bedrag kan je op twee manieren lezen. Schrijf 1250,00 of 1,25."),
                "decimals": say("Een bedrag heeft ten hoogste twee cijfers na de komma."),
                "range": say("Dit bedrag is te groot."),
            }.get(error.reason, say("Schrijf een bedrag zoals 1250,00."))
        ) from error
    if cents < 0:
        raise _refused(say("Een bedrag kan hier niet onder nul zijn."))
    return cents


def _share(key: SettingKey, typed: str) -> Fraction:
    """A share is told in percent; "0,5" could be half or half a percent, so below 1 the sign is asked."""
    has_sign = typed.endswith("%")
    percent = _between(key, _number(key, typed.removesuffix("%").strip()), 0, 100)
    if 0 < percent < 1 and not has_sign:
        raise _refused(say("Bedoel je een deel van 1 of een procent? Schrijf het in procent, bijvoorbeeld 50 %."))
    return percent / 100


def _whole(key: SettingKey, typed: str) -> int:
    months = {str(words).casefold(): number for number, words in MONTH_LABELS.items()}
    if key is SettingKey.PERIOD_START_MONTH and typed.casefold() in months:
        return months[typed.casefold()]
    value = _between(key, _number(key, typed), 1, MOST_WHOLE[key])
    if value.denominator != 1:
        raise _refused(_asked(key))
    return int(value)


def _number(key: SettingKey, typed: str) -> Fraction:
    if not _NUMBER.fullmatch(typed):
        raise _refused(_asked(key))
    return Fraction(typed.replace(",", "."))


def _between(key: SettingKey, value: Fraction, least: int, most: int) -> Fraction:
    if not least <= value <= most:
        raise _refused(_asked(key))
    return value


def _plain(value: Fraction) -> str:
    """An exact decimal of at most six places, without zeros at the end."""
    text = f"{Decimal(value.numerator) / Decimal(value.denominator):.6f}"
    return text.rstrip("0").rstrip(".")
