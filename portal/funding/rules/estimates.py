"""Estimates of what a municipality or welfare centre can expect, from the keys of both governments."""

from __future__ import annotations

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
) -> int:
    """The drawing right of a municipality (FL-DRAW-1, -6); the part of the VGC goes off first (FL-DRAW-5).

    `vt` counts people with increased reimbursement, `rmi` those with a living wage; the wholes are Flanders'.
    """
    share = vt_weight * _share(vt, vt_whole) + (1 - vt_weight) * _share(rmi, rmi_whole)
    return rounded_cents(budget_cents * (1 - vgc_share) * share)


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
