"""A decision about the law, as an administrator makes it."""

from __future__ import annotations

from typing import Any

from portal.foundation.finding import Certainty
from portal.funding.deciding.models import LawDecision
from portal.funding.deciding.operations import decide_setting
from portal.funding.regimes import REGIMES, SettingKey


def decided_figure(
    regime: str = "FED-OLD",
    key: SettingKey = SettingKey.ICT_PACK_PARTS,
    value: str = "3",
    from_year: int = 2003,
    until_year: int | None = 2003,
    **values: Any,
) -> LawDecision:
    """A figure that changes nothing unless a test wants it to."""
    known = {"certainty": Certainty.CONFIRMED, "source": "Omzendbrief van 2003"} | values
    return decide_setting(
        REGIMES[regime], key=key, value=value, from_year=from_year, until_year=until_year, **known
    ).decision
