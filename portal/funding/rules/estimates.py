"""Estimates of what a municipality or welfare centre can expect, from the keys of both governments."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from portal.foundation.money import rounded_cents

VGC_SHARE = Fraction(6, 100)
DRAWING_RIGHT_WEIGHT = Fraction(1, 2)
FEDERAL_WEIGHT = Fraction(3, 4)


def _share(count: int, whole: int) -> Fraction:
    if whole <= 0 or not 0 <= count <= whole:
        raise ValueError("a part is from 0 to the whole, and the whole is above 0")
    return Fraction(count, whole)


def drawing_right_estimate(
    budget_cents: int,
    *,
    vt: int,
    vt_whole: int,
    rmi: int,
    rmi_whole: int,
    vgc_share: Fraction = VGC_SHARE,
    vt_weight: Fraction = DRAWING_RIGHT_WEIGHT,
    vgc_goes_first: bool = True,
) -> int:
    """The drawing right of a municipality (FL-DRAW-1, -6); the part of the VGC goes off first or not (FL-DRAW-5).

    `vt` counts people with increased reimbursement, `rmi` those with a living wage; the wholes are Flanders'.
    """
    share = vt_weight * _share(vt, vt_whole) + (1 - vt_weight) * _share(rmi, rmi_whole)
    return rounded_cents(budget_cents * (1 - vgc_share * vgc_goes_first) * share)


@dataclass(frozen=True)
class CountedPart:
    """What was counted in a municipality as it was then; None where nobody has filled it in."""

    nis: str
    vt: int | None = None
    rmi: int | None = None

    @property
    def is_known(self) -> bool:
        return self.vt is not None and self.rmi is not None


@dataclass(frozen=True)
class MunicipalRight:
    """The estimate of a municipality as it is now, with the old rows that it was added up from (DATA-NIS-6)."""

    nis: str
    parts: tuple[tuple[CountedPart, int | None], ...]

    @property
    def cents(self) -> int | None:
        """The sum of the old rows; not known as long as one of them is not."""
        known = [cents for _part, cents in self.parts if cents is not None]
        return sum(known) if len(known) == len(self.parts) else None

    @property
    def is_derived(self) -> bool:
        """Added up by the portal: no list of Flanders holds this row."""
        return [part.nis for part, _cents in self.parts] != [self.nis]


def rights_of_municipalities(
    counted: Iterable[CountedPart],
    now_part_of: Mapping[str, str],
    estimate: Callable[[int, int], int],
) -> tuple[MunicipalRight, ...]:
    """The estimate of each present municipality; old rows stay, and are added under the code that they became.

    `now_part_of` gives the present code of an old one; a code that is not in it is its own. `estimate` is the right
    of a row from its counts. The order of the rows does not matter, a row that comes twice counts twice.
    """
    rows: dict[str, list[tuple[CountedPart, int | None]]] = {}
    for part in sorted(counted, key=lambda one: (one.nis, one.vt is None, one.vt or 0, one.rmi is None, one.rmi or 0)):
        cents = estimate(part.vt, part.rmi) if part.vt is not None and part.rmi is not None else None
        rows.setdefault(now_part_of.get(part.nis, part.nis), []).append((part, cents))
    return tuple(MunicipalRight(nis, tuple(rows[nis])) for nis in sorted(rows))


def federal_estimate(
    budget_cents: int,
    *,
    leefloon: int,
    leefloon_whole: int,
    vt: int,
    vt_whole: int,
    leefloon_weight: Fraction = FEDERAL_WEIGHT,
) -> int:
    """The federal amount of a welfare centre (FED-KEY-1, -3); the wholes are the country's."""
    share = leefloon_weight * _share(leefloon, leefloon_whole) + (1 - leefloon_weight) * _share(vt, vt_whole)
    return rounded_cents(budget_cents * share)
