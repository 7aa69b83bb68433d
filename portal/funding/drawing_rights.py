"""The drawing-right estimate of each municipality of a network, from counts that the reader types; pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from portal.foundation.errors import RuleBroken
from portal.foundation.finding import CAVEATS, Certainty
from portal.foundation.wording import Euros, Wording, say
from portal.funding.calculators import (
    NO_KEY,
    known_figures,
    least_sure,
    percent,
    typed_cents,
    typed_count,
    vgc_goes_first,
)
from portal.funding.regimes import RegimeLevel, SettingKey, YearLaw
from portal.funding.rules import CountedPart, MunicipalRight, drawing_right_estimate, rights_of_municipalities
from portal.network.municipalities import follow, parts_on

FROZEN = (2020, 2025)  # FL-DRAW-2: one key for these years, on the codes of its first year
WHOLES = ("budget", "vt_whole", "rmi_whole")
OF_ROW = ("vt", "rmi")


@dataclass(frozen=True)
class RightsOfYear:
    """What was typed, what is wrong with it, and what comes of it."""

    codes: tuple[str, ...]
    typed: Mapping[str, str]
    known: Mapping[str, str]
    errors: Mapping[str, Wording] = field(default_factory=dict)
    rights: tuple[MunicipalRight, ...] = ()
    refusal: Wording | None = None
    formula: Wording | None = None
    certainty: Certainty = Certainty.CONFIRMED

    @property
    def caveat(self) -> Wording | None:
        return CAVEATS.get(self.certainty)

    @property
    def total_cents(self) -> int | None:
        """All municipalities together; not known as long as one of them is not."""
        sums = [one.cents for one in self.rights]
        known = [cents for cents in sums if cents is not None]
        return sum(known) if sums and len(known) == len(sums) else None

    def value_of(self, name: str) -> str:
        return self.typed.get(name, self.known.get(name, ""))


def is_asked(name: str) -> bool:
    """Whether a part of the address is a figure of this page."""
    return name in WHOLES or name.partition("-")[0] in OF_ROW


def counting_day(year: int) -> date:
    """The codes of which day the rights of a year were fixed on: those of the first year of a frozen key."""
    first, last = FROZEN
    return date(first if first <= year <= last else year, 1, 1)


def codes_counted(areas: Iterable[str], year: int) -> tuple[str, ...]:
    """The municipalities of a network as they were when the rights of a year were fixed, before later mergers."""
    day = counting_day(year)
    found = [code for nis in areas for code in (parts_on(nis, day) or (nis,))]
    return tuple(dict.fromkeys(sorted(found)))


def codes_now(codes: Iterable[str], year: int) -> dict[str, str]:
    """What each of these codes is part of at the end of a year."""
    day = date(year, 12, 31)
    return {code: (follow(code, day) or (code,))[0] for code in codes}


def rights_of_year(areas: Iterable[str], law: YearLaw, typed: Mapping[str, str]) -> RightsOfYear:
    """The estimate of each municipality; without the whole of Flanders there is none, and the page says so."""
    codes, known = codes_counted(areas, law.year), known_figures(law)
    vgc = law.setting(RegimeLevel.FLEMISH, SettingKey.VGC_SHARE)
    weight = law.setting(RegimeLevel.FLEMISH, SettingKey.DRAWING_RIGHT_WEIGHT)
    if vgc is None or weight is None or vgc.value is None or weight.value is None:
        return RightsOfYear(codes, typed, known, refusal=NO_KEY)
    if not typed:
        return RightsOfYear(codes, typed, known)
    errors: dict[str, Wording] = {}
    budget, vt_whole, rmi_whole = (_read(name, typed, errors) for name in WHOLES)
    counted = [
        CountedPart(code, *(_read(f"{name}-{code}", typed, errors, may_be_empty=True) for name in OF_ROW))
        for code in codes
    ]
    errors |= _too_many(counted, vt_whole, rmi_whole)
    if errors or budget is None or vt_whole is None or rmi_whole is None:
        return RightsOfYear(codes, typed, known, errors)
    vgc_share = Fraction(vgc.value) if vgc_goes_first(law) else Fraction(0)
    vt_weight = Fraction(weight.value)
    rights = rights_of_municipalities(
        counted,
        codes_now(codes, law.year),
        lambda vt, rmi: drawing_right_estimate(
            budget,
            vt=vt,
            vt_whole=vt_whole,
            rmi=rmi,
            rmi_whole=rmi_whole,
            vgc_share=vgc_share,
            vt_weight=vt_weight,
        ),
    )
    certainty = _certainty(law, least_sure(vgc, weight))
    return RightsOfYear(codes, typed, known, {}, rights, None, _formula(budget, vgc_share, vt_weight), certainty)


def _formula(budget: int, vgc: Fraction, vt_weight: Fraction) -> Wording:
    return say(
        "(%(budget)s min %(vgc)s voor Brussel) x (%(vt_weight)s van het deel van de verhoogde tegemoetkoming + "
        "%(rmi_weight)s van het deel van het leefloon)",
        budget=Euros(budget),
        vgc=percent(vgc),
        vt_weight=percent(vt_weight),
        rmi_weight=percent(1 - vt_weight),
    )


def _certainty(law: YearLaw, key: Certainty) -> Certainty:
    """An estimate is never surer than the order of the VGC, which nobody has found (FL-DRAW-5)."""
    row = law.setting(RegimeLevel.FLEMISH, SettingKey.VGC_GOES_FIRST)
    order = list(Certainty)
    return max((key, row.certainty if row else Certainty.ASSUMED), key=order.index)


def _read(name: str, typed: Mapping[str, str], errors: dict[str, Wording], *, may_be_empty: bool = False) -> int | None:
    text = typed.get(name, "").strip()
    if not text:
        if not may_be_empty:
            errors[name] = say("Dit is niet bekend. Vul het in, of vraag het aan een beheerder.")
        return None
    try:
        value = typed_cents(text) if name == "budget" else typed_count(text, say("Vul een geheel getal in."))
    except RuleBroken as broken:
        errors[name] = broken.message
        return None
    if name in WHOLES and value == 0:
        errors[name] = say("Dit kan niet nul zijn.")
    return value


def _too_many(counted: Iterable[CountedPart], vt_whole: int | None, rmi_whole: int | None) -> dict[str, Wording]:
    """In the municipalities together there are not more people than in Flanders."""
    rows = list(counted)
    errors = {}
    for name, whole in (("vt", vt_whole), ("rmi", rmi_whole)):
        together = sum(getattr(row, name) or 0 for row in rows)
        if whole is not None and together > whole:
            errors[f"{name}_whole"] = say("In de gemeenten samen zijn het er meer dan in Vlaanderen.")
    return errors
