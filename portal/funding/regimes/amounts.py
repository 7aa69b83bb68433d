"""What Flanders and the country spent and counted in a year: the totals that the distribution keys divide."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from portal.foundation.finding import Certainty
from portal.foundation.wording import Euros, Wording, say
from portal.funding.regimes import sources


class AmountKey(StrEnum):
    """Totals of a year; those of people are counted, the others are cents."""

    FLEMISH_RIGHTS = "flemish-rights"
    FEDERAL = "federal"
    FEDERAL_GENERAL = "federal-general"
    FEDERAL_CHILD_POVERTY = "federal-child-poverty"
    VT_FLANDERS = "vt-flanders"
    LEEFLOON_FLANDERS = "leefloon-flanders"
    VT_COUNTRY = "vt-country"
    LEEFLOON_COUNTRY = "leefloon-country"


AMOUNT_LABELS = {
    AmountKey.FLEMISH_RIGHTS: say("Vlaams geld voor alle netwerken samen"),
    AmountKey.FEDERAL: say("federale toelage voor het hele land"),
    AmountKey.FEDERAL_GENERAL: say("federale toelage voor het hele land: algemeen deel"),
    AmountKey.FEDERAL_CHILD_POVERTY: say("federale toelage voor het hele land: kinderarmoede"),
    AmountKey.VT_FLANDERS: say("mensen met verhoogde tegemoetkoming in Vlaanderen"),
    AmountKey.LEEFLOON_FLANDERS: say("mensen met leefloon in Vlaanderen"),
    AmountKey.VT_COUNTRY: say("mensen met verhoogde tegemoetkoming in het hele land"),
    AmountKey.LEEFLOON_COUNTRY: say("mensen met leefloon in het hele land"),
}

COUNTED = frozenset(
    {AmountKey.VT_FLANDERS, AmountKey.LEEFLOON_FLANDERS, AmountKey.VT_COUNTRY, AmountKey.LEEFLOON_COUNTRY}
)

# The rule on whose page an amount stands.
RULE_OF_AMOUNT = {
    AmountKey.FLEMISH_RIGHTS: "FL-DRAW-10",
    AmountKey.FEDERAL: "FED-LIFE-3",
    AmountKey.FEDERAL_GENERAL: "FED-LIFE-3",
    AmountKey.FEDERAL_CHILD_POVERTY: "FED-LIFE-3",
    AmountKey.VT_FLANDERS: "FL-DRAW-1",
    AmountKey.LEEFLOON_FLANDERS: "FL-DRAW-1",
    AmountKey.VT_COUNTRY: "FED-KEY-1",
    AmountKey.LEEFLOON_COUNTRY: "FED-KEY-1",
}


@dataclass(frozen=True)
class YearAmount:
    """A total of one year, with how sure it is and where it stands."""

    key: AmountKey
    year: int
    value: int
    rule: str
    certainty: Certainty
    source: str


CONFIRMED, PROBABLE = Certainty.CONFIRMED, Certainty.PROBABLE

AMOUNTS = (
    YearAmount(AmountKey.FEDERAL, 2003, 6_200_000_00, "FED-LIFE-3", CONFIRMED, sources.MANUAL_OLD),
    YearAmount(AmountKey.FEDERAL, 2016, 9_359_000_00, "FED-LIFE-3", CONFIRMED, sources.VVSG_2016),
    YearAmount(AmountKey.FEDERAL_GENERAL, 2016, 5_615_400_00, "FED-LIFE-3", CONFIRMED, sources.VVSG_2016),
    YearAmount(AmountKey.FEDERAL_CHILD_POVERTY, 2016, 3_743_600_00, "FED-LIFE-3", CONFIRMED, sources.VVSG_2016),
    YearAmount(AmountKey.FEDERAL, 2024, 15_600_000_00, "FED-LIFE-5", PROBABLE, sources.PRESS_2025),
    YearAmount(AmountKey.FEDERAL, 2025, 11_855_000_00, "FED-LIFE-5", PROBABLE, sources.PRESS_2025),
    YearAmount(AmountKey.FLEMISH_RIGHTS, 2024, 1_391_569_00, "FL-DRAW-10", CONFIRMED, sources.DEMOS_2024),
)


def told_amount(key: AmountKey, value: int) -> Wording:
    """An amount or a count in words."""
    return Wording("%(value)s", {"value": value if key in COUNTED else Euros(value)})
