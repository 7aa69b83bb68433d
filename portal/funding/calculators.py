"""Two small calculators of the money page: what a year may bring and what staff may cost, with formulas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from portal.foundation.errors import RuleBroken
from portal.foundation.money import NotAnAmount, cents_from_text
from portal.foundation.wording import Euros, Wording, say
from portal.funding.regimes import RegimeLevel, SettingKey, StreamKind, YearLaw
from portal.funding.rules import drawing_right_estimate, staff_cap_new, staff_lump_sum_old

DRAWING_RIGHT_COUNTS = ("vt", "vt_whole", "rmi", "rmi_whole")
LONGEST = 20


@dataclass(frozen=True)
class Sum:
    """What was typed and what came of it: a result with its formula, or why there is none."""

    typed: Mapping[str, str]
    result_cents: int | None = None
    formula: Wording | None = None
    refusal: Wording | None = None


def estimate_drawing_right(typed: Mapping[str, str]) -> Sum | None:
    """FL-DRAW-6 with the reader's own figures; None when nothing was asked."""
    if not any(typed.get(name) for name in ("budget", *DRAWING_RIGHT_COUNTS)):
        return None
    try:
        budget = _cents(typed.get("budget", ""))
        vt, vt_whole, rmi, rmi_whole = (_count(typed.get(name, "")) for name in DRAWING_RIGHT_COUNTS)
        cents = drawing_right_estimate(budget, vt=vt, vt_whole=vt_whole, rmi=rmi, rmi_whole=rmi_whole)
    except RuleBroken as broken:
        return Sum(typed, refusal=broken.message)
    except ValueError:
        return Sum(typed, refusal=say("In de gemeente kunnen het er niet meer zijn dan in Vlaanderen."))
    formula = say(
        "(%(budget)s min 6 %% voor Brussel) x (helft van %(vt)s/%(vt_whole)s + helft van %(rmi)s/%(rmi_whole)s)",
        budget=Euros(budget),
        vt=vt,
        vt_whole=vt_whole,
        rmi=rmi,
        rmi_whole=rmi_whole,
    )
    return Sum(typed, cents, formula)


def staff_costs(typed: Mapping[str, str], law: YearLaw) -> Sum | None:
    """FED-STAFF with the rules of the year: a lump sum in the old years, a share per cluster later."""
    if not any(typed.values()):
        return None
    federal = law.regime(RegimeLevel.FEDERAL)
    try:
        if federal is not None and federal.code == "FED-OLD":
            return _lump_sum(typed)
        if federal is not None and federal.streams:
            return _share_per_cluster(typed, law)
    except RuleBroken as broken:
        return Sum(typed, refusal=broken.message)
    return Sum(typed, refusal=say("In dit jaar is er geen federaal geld, en dus geen federale personeelskost."))


def federal_codes(law: YearLaw) -> tuple[str, ...]:
    return tuple(code for code, stream in law.streams.items() if stream.kind is StreamKind.FEDERAL)


def _lump_sum(typed: Mapping[str, str]) -> Sum:
    granted, justified = _cents(typed.get("granted", "")), _cents(typed.get("justified", ""))
    pooled = _cents(typed["pooled"]) if typed.get("pooled") else None
    cents = staff_lump_sum_old(granted, justified, pooled)
    formula = say(
        "het kleinste van 10 %% van %(justified)s en wat er nog over is van %(granted)s; "
        "alleen vanaf 25.000 euro toelage",
        justified=Euros(min(justified, granted)),
        granted=Euros(granted),
    )
    return Sum(typed, cents, formula)


def _share_per_cluster(typed: Mapping[str, str], law: YearLaw) -> Sum:
    amounts = {code: _cents(typed[code]) if typed.get(code) else 0 for code in federal_codes(law)}
    row = law.setting(RegimeLevel.FEDERAL, SettingKey.STAFF_SHARE)
    if row is None:
        return Sum(typed, refusal=say("Voor dit jaar kennen we geen regel over personeel."))
    cents = sum(staff_cap_new(amounts).values())
    formula = say(
        "10 %% van participatie en van kinderarmoede, en tot 100 %% van de collectieve modules; "
        "samen is de toelage %(total)s",
        total=Euros(sum(amounts.values())),
    )
    return Sum(typed, cents, formula)


def _cents(text: str) -> int:
    try:
        cents = cents_from_text(text[:LONGEST])
    except NotAnAmount as error:
        raise RuleBroken(say("Schrijf elk bedrag zoals 1250,00.")) from error
    if cents < 0:
        raise RuleBroken(say("Een bedrag kan hier niet onder nul zijn."))
    return cents


def _count(text: str) -> int:
    cleaned = text.replace(".", "").replace(" ", "")
    if not cleaned.isascii() or not cleaned.isdigit() or len(cleaned) > 9:
        raise RuleBroken(say("Vul vier gehele getallen in, bijvoorbeeld 2400."))
    return int(cleaned)
