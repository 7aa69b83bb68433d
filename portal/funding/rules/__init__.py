"""What the rulebook says of an expense and of a year of money; pure functions, all in cents."""

from portal.funding.rules.advance import Payment, advance_and_balance, payment_of_year
from portal.funding.rules.balance import unspent_cents
from portal.funding.rules.caps import ict_pack_share, most_federal, recycled_pcs_cap
from portal.funding.rules.cofinancing import (
    CofinancingPosition,
    cofinancing_position,
    cofinancing_required,
)
from portal.funding.rules.descriptions import find_abbreviations, find_unclear_names
from portal.funding.rules.estimates import (
    CountedPart,
    MunicipalRight,
    drawing_right_estimate,
    federal_estimate,
    rights_of_municipalities,
)
from portal.funding.rules.ledger import YearLedger
from portal.funding.rules.rulebook import check_expense, check_year, cofinancing_of_year, totals_of_year
from portal.funding.rules.staff import (
    lump_sum_of_year,
    pooled_staff_lump_sums,
    staff_cap_new,
    staff_caps_of_year,
    staff_lump_sum_old,
)
from portal.funding.rules.stages import check_stage_move
from portal.funding.rules.streams import missing_stream
from portal.funding.rules.target_group import chargeable_share
from portal.funding.rules.totals import YearTotals, spent_parts

__all__ = [
    "CofinancingPosition",
    "CountedPart",
    "MunicipalRight",
    "Payment",
    "YearLedger",
    "YearTotals",
    "advance_and_balance",
    "chargeable_share",
    "check_expense",
    "check_stage_move",
    "check_year",
    "cofinancing_of_year",
    "cofinancing_position",
    "cofinancing_required",
    "drawing_right_estimate",
    "federal_estimate",
    "find_abbreviations",
    "find_unclear_names",
    "ict_pack_share",
    "lump_sum_of_year",
    "missing_stream",
    "most_federal",
    "payment_of_year",
    "pooled_staff_lump_sums",
    "recycled_pcs_cap",
    "rights_of_municipalities",
    "spent_parts",
    "staff_cap_new",
    "staff_caps_of_year",
    "staff_lump_sum_old",
    "totals_of_year",
    "unspent_cents",
]
