"""Three small calculators of the money page: what a year may bring and what staff may cost, with formulas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from portal.foundation.errors import RuleBroken
from portal.foundation.finding import CAVEATS, Certainty
from portal.foundation.money import NotAnAmount, cents_from_text, euros_text
from portal.foundation.wording import Euros, Percent, Wording, say
from portal.funding.regimes import AmountKey, RegimeLevel, Setting, SettingKey, StreamKind, YearLaw
from portal.funding.regimes.amounts import COUNTED
from portal.funding.rules import drawing_right_estimate, federal_estimate, lump_sum_of_year, staff_caps_of_year

DRAWING_RIGHT_COUNTS = ("vt", "vt_whole", "rmi", "rmi_whole")
FEDERAL_COUNTS = ("leefloon", "leefloon_whole", "vt", "vt_whole")
LONGEST = 20
FOUR_COUNTS = say("Vul vier gehele getallen in, bijvoorbeeld 2400.")
FLEMISH_FIGURES = {
    "budget": AmountKey.FLEMISH_RIGHTS,
    "vt_whole": AmountKey.VT_FLANDERS,
    "rmi_whole": AmountKey.LEEFLOON_FLANDERS,
}
KNOWN_FIGURES = {
    "": FLEMISH_FIGURES,
    "dr-": FLEMISH_FIGURES,
    "fed-": {
        "budget": AmountKey.FEDERAL,
        "vt_whole": AmountKey.VT_COUNTRY,
        "leefloon_whole": AmountKey.LEEFLOON_COUNTRY,
    },
}
NO_KEY = say("Voor dit jaar is niet bekend hoe het geld verdeeld wordt.")
NO_STAFF_RULE = say("Voor dit jaar kennen we geen regel over personeel.")


@dataclass(frozen=True)
class Sum:
    """What was typed and what came of it: a result with its formula and its rule, or why there is none."""

    typed: Mapping[str, str]
    result_cents: int | None = None
    formula: Wording | None = None
    refusal: Wording | None = None
    rule: str = ""
    certainty: Certainty = Certainty.CONFIRMED

    @property
    def caveat(self) -> Wording | None:
        """What to say as long as the figures of the year are not confirmed."""
        return CAVEATS.get(self.certainty)


def estimate_drawing_right(typed: Mapping[str, str], law: YearLaw) -> Sum | None:
    """FL-DRAW-6 with the reader's own counts and the figures of the year; None when nothing was asked."""
    if not any(typed.get(name) for name in ("budget", *DRAWING_RIGHT_COUNTS)):
        return None
    vgc = law.setting(RegimeLevel.FLEMISH, SettingKey.VGC_SHARE)
    weight = law.setting(RegimeLevel.FLEMISH, SettingKey.DRAWING_RIGHT_WEIGHT)
    first = vgc_goes_first(law)
    if vgc is None or weight is None or vgc.value is None or weight.value is None:
        return Sum(typed, refusal=NO_KEY)
    try:
        budget = typed_cents(typed.get("budget", ""))
        vt, vt_whole, rmi, rmi_whole = (typed_count(typed.get(name, "")) for name in DRAWING_RIGHT_COUNTS)
        cents = drawing_right_estimate(
            budget,
            vt=vt,
            vt_whole=vt_whole,
            rmi=rmi,
            rmi_whole=rmi_whole,
            vgc_share=Fraction(vgc.value),
            vt_weight=Fraction(weight.value),
            vgc_goes_first=first,
        )
    except RuleBroken as broken:
        return Sum(typed, refusal=broken.message)
    except ValueError:
        return Sum(typed, refusal=say("In de gemeente kunnen het er niet meer zijn dan in Vlaanderen."))
    formula = say(
        "(%(budget)s min %(vgc)s voor Brussel) x (%(vt_weight)s van %(vt)s/%(vt_whole)s + "
        "%(rmi_weight)s van %(rmi)s/%(rmi_whole)s)",
        budget=Euros(budget),
        vgc=percent(vgc.value if first else 0),
        vt_weight=percent(weight.value),
        rmi_weight=percent(1 - Fraction(weight.value)),
        vt=vt,
        vt_whole=vt_whole,
        rmi=rmi,
        rmi_whole=rmi_whole,
    )
    return Sum(typed, cents, formula, rule="FL-DRAW-6", certainty=least_sure(vgc, weight))


def estimate_federal(typed: Mapping[str, str], law: YearLaw) -> Sum | None:
    """FED-KEY-3 with the reader's own counts and the weights of the year; None when nothing was asked."""
    if not any(typed.get(name) for name in ("budget", *FEDERAL_COUNTS)):
        return None
    weight = law.setting(RegimeLevel.FEDERAL, SettingKey.FEDERAL_WEIGHT)
    if weight is None or weight.value is None:
        return Sum(typed, refusal=NO_KEY)
    try:
        budget = typed_cents(typed.get("budget", ""))
        leefloon, leefloon_whole, vt, vt_whole = (typed_count(typed.get(name, "")) for name in FEDERAL_COUNTS)
        cents = federal_estimate(
            budget,
            leefloon=leefloon,
            leefloon_whole=leefloon_whole,
            vt=vt,
            vt_whole=vt_whole,
            leefloon_weight=Fraction(weight.value),
        )
    except RuleBroken as broken:
        return Sum(typed, refusal=broken.message)
    except ValueError:
        return Sum(typed, refusal=say("In de gemeente kunnen het er niet meer zijn dan in het hele land."))
    formula = say(
        "%(budget)s x (%(leefloon_weight)s van %(leefloon)s/%(leefloon_whole)s + "
        "%(vt_weight)s van %(vt)s/%(vt_whole)s)",
        budget=Euros(budget),
        leefloon_weight=percent(weight.value),
        vt_weight=percent(1 - Fraction(weight.value)),
        leefloon=leefloon,
        leefloon_whole=leefloon_whole,
        vt=vt,
        vt_whole=vt_whole,
    )
    return Sum(typed, cents, formula, rule="FED-KEY-3", certainty=weight.certainty)


def staff_costs(typed: Mapping[str, str], law: YearLaw) -> Sum | None:
    """FED-STAFF with the rules of the year: a lump sum in the old years, a share per cluster later."""
    if not any(typed.values()):
        return None
    federal = law.regime(RegimeLevel.FEDERAL)
    try:
        if federal is not None and federal.code == "FED-OLD":
            return _lump_sum(typed, law)
        if federal is not None and federal.streams:
            return _share_per_cluster(typed, law)
    except RuleBroken as broken:
        return Sum(typed, refusal=broken.message)
    return Sum(typed, refusal=say("In dit jaar is er geen federaal geld, en dus geen federale personeelskost."))


def vgc_goes_first(law: YearLaw) -> bool:
    """Whether the part of the VGC goes off the budget before it is divided (FL-DRAW-5)."""
    row = law.setting(RegimeLevel.FLEMISH, SettingKey.VGC_GOES_FIRST)
    return row is None or row.value != 0


def federal_codes(law: YearLaw) -> tuple[str, ...]:
    return tuple(code for code, stream in law.streams.items() if stream.kind is StreamKind.FEDERAL)


def knows_federal_key(law: YearLaw) -> bool:
    """Whether the weights of the federal money are known in this year."""
    weight = law.setting(RegimeLevel.FEDERAL, SettingKey.FEDERAL_WEIGHT)
    return weight is not None and weight.value is not None


def _lump_sum(typed: Mapping[str, str], law: YearLaw) -> Sum:
    granted, justified = typed_cents(typed.get("granted", "")), typed_cents(typed.get("justified", ""))
    pooled = typed_cents(typed["pooled"]) if typed.get("pooled") else None
    share = law.setting(RegimeLevel.FEDERAL, SettingKey.STAFF_SHARE)
    threshold = law.setting(RegimeLevel.FEDERAL, SettingKey.STAFF_THRESHOLD)
    if share is None or threshold is None or share.value is None or threshold.value is None:
        return Sum(typed, refusal=NO_STAFF_RULE)
    formula = say(
        "het kleinste van %(share)s van %(justified)s en wat er nog over is van %(granted)s; "
        "alleen vanaf %(threshold)s toelage",
        share=percent(share.value),
        justified=Euros(min(justified, granted)),
        granted=Euros(granted),
        threshold=Euros(int(threshold.value)),
    )
    rule = "FED-STAFF-3" if pooled is None else "FED-STAFF-4"
    cents = lump_sum_of_year(law, granted, justified, pooled)
    return Sum(typed, cents, formula, rule=rule, certainty=least_sure(share, threshold))


def _share_per_cluster(typed: Mapping[str, str], law: YearLaw) -> Sum:
    amounts = {code: typed_cents(typed[code]) if typed.get(code) else 0 for code in federal_codes(law)}
    share = law.setting(RegimeLevel.FEDERAL, SettingKey.STAFF_SHARE)
    modules = law.setting(RegimeLevel.FEDERAL, SettingKey.STAFF_SHARE_MODULES)
    caps = staff_caps_of_year(law, amounts)
    if share is None or modules is None or caps is None:
        return Sum(typed, refusal=NO_STAFF_RULE)
    formula = say(
        "%(share)s van participatie en van kinderarmoede, en tot %(modules)s van de collectieve modules; "
        "samen is de toelage %(total)s",
        share=percent(share.value),
        modules=percent(modules.value),
        total=Euros(sum(amounts.values())),
    )
    return Sum(typed, sum(caps.values()), formula, rule="FED-STAFF-7", certainty=least_sure(share, modules))


def percent(share: int | Fraction | None) -> Percent:
    """A share as it stands in a formula, with a decimal only where there is one."""
    exact = Fraction(share or 0) * 100
    return Percent(float(share or 0), 0 if exact.denominator == 1 else 1)


def least_sure(*rows: Setting) -> Certainty:
    """As sure as the least sure figure."""
    order = list(Certainty)
    return max((row.certainty for row in rows), key=order.index)


def typed_cents(text: str) -> int:
    """An amount that is not below nought; raises RuleBroken."""
    try:
        cents = cents_from_text(text[:LONGEST])
    except NotAnAmount as error:
        raise RuleBroken(say("Schrijf elk bedrag zoals 1250,00.")) from error
    if cents < 0:
        raise RuleBroken(say("Een bedrag kan hier niet onder nul zijn."))
    return cents


def typed_count(text: str, asked: Wording = FOUR_COUNTS) -> int:
    """A count of people; raises RuleBroken with what is asked."""
    cleaned = text.replace(".", "").replace(" ", "")
    if not cleaned.isascii() or not cleaned.isdigit() or len(cleaned) > 9:
        raise RuleBroken(asked)
    return int(cleaned)


def known_figures(law: YearLaw, prefix: str = "") -> dict[str, str]:
    """The totals of the year that somebody has found, as they are typed; what nobody found is not in it."""
    found = {name: law.amount(key) for name, key in KNOWN_FIGURES[prefix].items()}
    return {
        prefix + name: euros_text(row.value).replace(".", ",") if row.key not in COUNTED else str(row.value)
        for name, row in found.items()
        if row is not None
    }
