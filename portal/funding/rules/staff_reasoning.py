"""How a staff cost is reached, step by step, so that a paper can show the sum beside the outcome (FED-STAFF)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from portal.foundation.money import rounded_cents
from portal.foundation.wording import Euros, Percent, Wording, say
from portal.funding.regimes import SettingKey, YearLaw
from portal.funding.rules.found import cents_setting, federal_setting
from portal.funding.rules.staff import STAFF_SHARE, STAFF_THRESHOLD_CENTS, staff_caps_of_year


@dataclass(frozen=True)
class LumpSum:
    """The old lump sum of one centre.

    `entitled`: the grant, or what was requested when that is less. `counted`: what is justified, as far as that goes.
    `theoretical`: the share of it. `room`: what is left of the grant. `right`: what can really be asked.
    """

    granted_cents: int
    justified_cents: int
    entitled_cents: int
    counted_cents: int
    theoretical_cents: int
    room_cents: int
    right_cents: int
    threshold_cents: int
    looked_at_cents: int
    share: Fraction
    is_pooled: bool = False

    @property
    def is_below(self) -> bool:
        return self.looked_at_cents < self.threshold_cents

    @property
    def reasoning(self) -> Wording:
        """The sum in words, with its figures."""
        if self.is_below:
            words = BELOW_TOGETHER if self.is_pooled else BELOW_ALONE
            return say(words.msgid, looked_at=Euros(self.looked_at_cents), threshold=Euros(self.threshold_cents))
        return say(
            "%(share)s van %(counted)s is %(theoretical)s. Van de toelage van %(entitled)s is nog %(room)s over. "
            "Het kleinste telt: %(right)s.",
            share=Percent(float(self.share)),
            counted=Euros(self.counted_cents),
            theoretical=Euros(self.theoretical_cents),
            entitled=Euros(self.entitled_cents),
            room=Euros(self.room_cents),
            right=Euros(self.right_cents),
        )


BELOW_ALONE = say("De toelage is %(looked_at)s. Onder %(threshold)s is er geen recht op personeelskosten.")
BELOW_TOGETHER = say("De toelagen zijn samen %(looked_at)s. Onder %(threshold)s is er geen recht op personeelskosten.")


def lump_sum(
    granted_cents: int,
    justified_cents: int,
    *,
    pooled_cents: int | None = None,
    requested_cents: int | None = None,
    threshold_cents: int = STAFF_THRESHOLD_CENTS,
    share: Fraction = STAFF_SHARE,
) -> LumpSum:
    """The old lump sum with every step of its reasoning (FED-STAFF-1 to -4)."""
    entitled = granted_cents if requested_cents is None else min(granted_cents, requested_cents)
    looked_at = entitled if pooled_cents is None else pooled_cents
    counted = max(0, min(justified_cents, entitled))
    theoretical = 0 if looked_at < threshold_cents else rounded_cents(counted * share)
    room = entitled - counted
    return LumpSum(
        granted_cents,
        justified_cents,
        entitled,
        counted,
        theoretical,
        room,
        min(theoretical, room),
        threshold_cents,
        looked_at,
        share,
        is_pooled=pooled_cents is not None,
    )


def lump_sum_in(
    law: YearLaw,
    granted_cents: int,
    justified_cents: int,
    *,
    pooled_cents: int | None = None,
    requested_cents: int | None = None,
) -> LumpSum | None:
    """The same with the figures of a year; None when the law of the year has no such sum."""
    share, threshold = federal_setting(law, SettingKey.STAFF_SHARE), cents_setting(law, SettingKey.STAFF_THRESHOLD)
    if share is None or share.value is None or threshold is None:
        return None
    return lump_sum(
        granted_cents,
        justified_cents,
        pooled_cents=pooled_cents,
        requested_cents=requested_cents,
        threshold_cents=threshold,
        share=Fraction(share.value),
    )


@dataclass(frozen=True)
class ClusterStaff:
    """What staff may cost on a cluster since 2017, and what stands on it; `right` leaves the whole grant its room."""

    stream: str
    base_cents: int
    cap_cents: int
    asked_cents: int
    right_cents: int


def cluster_staff(
    law: YearLaw,
    granted: Mapping[str, int],
    asked: Mapping[str, int],
    other_cents: int,
) -> tuple[ClusterStaff, ...]:
    """Per cluster the cap, what is asked, and what of that fits in the grant beside `other_cents` (FED-STAFF-6, -7).

    The base is what was granted to the cluster; whether it should be what is justified is not certain.
    """
    caps = staff_caps_of_year(law, granted)
    if caps is None:
        return ()
    room = max(0, sum(granted.values()) - other_cents)
    found = []
    for stream, base in granted.items():
        right = min(asked.get(stream, 0), caps[stream], room)
        room -= right
        found.append(ClusterStaff(stream, base, caps[stream], asked.get(stream, 0), right))
    return tuple(found)


def together(shares: Iterable[ClusterStaff]) -> int:
    """What staff costs on all clusters may be, as asked."""
    return sum(one.right_cents for one in shares)
