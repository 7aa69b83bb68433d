"""Every word of the network has its Dutch label and every kind of partner its sector."""

from __future__ import annotations

from enum import StrEnum

import pytest

from portal.foundation.wording import Wording
from portal.network.types import (
    APPLICANT_KIND_LABELS,
    PARTNER_KIND_LABELS,
    PARTNER_PURPOSE_LABELS,
    PARTNER_ROLE_LABELS,
    SECTOR_LABELS,
    SECTOR_OF_KIND,
    ApplicantKind,
    PartnerKind,
    PartnerPurpose,
    PartnerRole,
    Sector,
)


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        (PartnerKind, PARTNER_KIND_LABELS),
        (PartnerRole, PARTNER_ROLE_LABELS),
        (PartnerPurpose, PARTNER_PURPOSE_LABELS),
        (ApplicantKind, APPLICANT_KIND_LABELS),
        (Sector, SECTOR_LABELS),
    ],
)
def test_every_word_has_a_label_of_its_own(words: type[StrEnum], labels: dict[StrEnum, Wording]) -> None:
    assert set(labels) == set(words)
    assert len({str(label) for label in labels.values()}) == len(words)


def test_every_kind_has_a_sector_and_every_sector_a_kind() -> None:
    assert set(SECTOR_OF_KIND) == set(PartnerKind)
    assert set(SECTOR_OF_KIND.values()) == set(Sector)
