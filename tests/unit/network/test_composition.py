"""Who must be in a network on a day (FL-NET-2 to FL-NET-4)."""

from __future__ import annotations

from datetime import date

import pytest

from portal.foundation.finding import Finding, Severity
from portal.foundation.years import Span
from portal.network.rules import check_composition
from portal.network.types import ApplicantKind, MembershipFacts, NetworkFacts, PartnerKind, PartnerRole

DAY = date(2025, 6, 1)
ALWAYS = Span(date(2010, 1, 1))
LEISURE = (PartnerKind.CULTURE, PartnerKind.YOUTH, PartnerKind.SPORT)
WITHOUT_POVERTY = (*LEISURE, PartnerKind.OCMW)
COMPLETE = (*WITHOUT_POVERTY, PartnerKind.POVERTY_ASSOCIATION)
VGC = NetworkFacts(ApplicantKind.VGC)


def members(*kinds: PartnerKind, span: Span = ALWAYS) -> list[MembershipFacts]:
    return [MembershipFacts(at, f"{kind} {at}", kind, PartnerRole.REQUIRED, span) for at, kind in enumerate(kinds)]


def municipal(reason: str | None = None) -> NetworkFacts:
    return NetworkFacts(ApplicantKind.MUNICIPALITY, ("12014",), reason)


def said(findings: list[Finding]) -> list[tuple[str, Severity]]:
    return [(finding.rule, finding.severity) for finding in findings]


def test_a_complete_network_has_nothing_to_say() -> None:
    assert check_composition(municipal(), members(*COMPLETE), DAY) == []


def test_an_empty_network_misses_all_three() -> None:
    assert said(check_composition(municipal(), [], DAY)) == [
        ("FL-NET-2", Severity.ERROR),
        ("FL-NET-2", Severity.ERROR),
        ("FL-NET-3", Severity.ERROR),
    ]


def test_without_ocmw_the_network_is_not_complete() -> None:
    findings = check_composition(municipal(), members(*LEISURE, PartnerKind.POVERTY_ASSOCIATION), DAY)
    assert said(findings) == [("FL-NET-2", Severity.ERROR)]
    assert str(findings[0].sentence) == "Op 1/6/2025 zit het OCMW niet in het netwerk. Dat moet wel."
    assert findings[0].source


@pytest.mark.parametrize("only", LEISURE)
def test_with_one_leisure_service_each_of_the_others_is_a_warning(only: PartnerKind) -> None:
    present = members(only, PartnerKind.OCMW, PartnerKind.POVERTY_ASSOCIATION)
    findings = check_composition(municipal(), present, DAY)
    assert said(findings) == [("FL-NET-2", Severity.WARNING)] * 2
    assert "cultuur, jeugd en sport" in str(findings[0].sentence)


def test_a_library_is_no_leisure_service_of_the_municipality() -> None:
    present = members(PartnerKind.LIBRARY, PartnerKind.OCMW, PartnerKind.POVERTY_ASSOCIATION)
    assert said(check_composition(municipal(), present, DAY)) == [("FL-NET-2", Severity.ERROR)]


@pytest.mark.parametrize(
    "stands_in",
    [PartnerKind.POVERTY_REACHING, PartnerKind.NEIGHBOURHOOD, PartnerKind.COMMUNITY_WORK, PartnerKind.CAW],
)
@pytest.mark.parametrize(
    ("reason", "severity"),
    [
        (None, Severity.WARNING),
        ("", Severity.WARNING),
        ("   ", Severity.WARNING),
        ("Er is hier geen vereniging.", Severity.HINT),
    ],
)
def test_a_substitute_needs_a_recorded_reason(stands_in: PartnerKind, reason: str | None, severity: Severity) -> None:
    present = members(*WITHOUT_POVERTY, stands_in)
    assert said(check_composition(municipal(reason), present, DAY)) == [("FL-NET-3", severity)]


def test_an_association_needs_no_reason() -> None:
    assert check_composition(municipal(""), members(*COMPLETE, PartnerKind.POVERTY_REACHING), DAY) == []


@pytest.mark.parametrize("kind", [PartnerKind.INTEGRATION, PartnerKind.CLUB, PartnerKind.OTHER])
def test_a_reason_without_a_substitute_is_not_enough(kind: PartnerKind) -> None:
    findings = check_composition(municipal("Er is geen vereniging."), members(*WITHOUT_POVERTY, kind), DAY)
    assert said(findings) == [("FL-NET-3", Severity.ERROR)]


def test_the_brussels_commission_needs_no_ocmw() -> None:
    assert check_composition(VGC, members(*LEISURE, PartnerKind.POVERTY_ASSOCIATION), DAY) == []


def test_the_brussels_commission_is_judged_by_its_own_rule() -> None:
    assert said(check_composition(VGC, [], DAY)) == [("FL-NET-4", Severity.ERROR)] * 2
    substitute = members(*LEISURE, PartnerKind.POVERTY_REACHING)
    assert said(check_composition(VGC, substitute, DAY)) == [("FL-NET-4", Severity.WARNING)]


def test_a_cooperation_is_asked_whether_every_ocmw_takes_part() -> None:
    neteland = NetworkFacts(ApplicantKind.COOPERATION, ("13011", "13029", "13010", "13012", "13044"))
    findings = check_composition(neteland, members(*COMPLETE), DAY)
    assert said(findings) == [("FL-NET-2", Severity.HINT)]
    assert "5 gemeenten" in str(findings[0].sentence)
    assert check_composition(neteland, members(*COMPLETE, *[PartnerKind.OCMW] * 4), DAY) == []


def test_municipalities_that_merged_count_once_from_then_on() -> None:
    facts = NetworkFacts(ApplicantKind.COOPERATION, ("71022", "73040"))
    assert said(check_composition(facts, members(*COMPLETE), date(2024, 6, 1))) == [("FL-NET-2", Severity.HINT)]
    assert check_composition(facts, members(*COMPLETE), date(2025, 1, 1)) == []


def test_composition_is_judged_on_the_day_itself() -> None:
    association = members(PartnerKind.POVERTY_ASSOCIATION, span=Span(date(2013, 1, 1), date(2024, 12, 31)))
    everyone = members(*WITHOUT_POVERTY) + association
    assert said(check_composition(municipal(), everyone, date(2012, 12, 31))) == [("FL-NET-3", Severity.ERROR)]
    assert check_composition(municipal(), everyone, date(2013, 1, 1)) == []
    assert check_composition(municipal(), everyone, date(2024, 12, 31)) == []
    assert said(check_composition(municipal(), everyone, date(2025, 1, 1))) == [("FL-NET-3", Severity.ERROR)]


def test_the_order_of_partners_does_not_change_the_findings() -> None:
    present = members(PartnerKind.SPORT, PartnerKind.POVERTY_REACHING, PartnerKind.CLUB)
    assert check_composition(municipal(), present, DAY) == check_composition(municipal(), present[::-1], DAY)
