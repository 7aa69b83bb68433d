"""Who must be in a network, how membership runs, and which numbers and names are right."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from portal.foundation.errors import RuleBroken
from portal.foundation.finding import Finding, Severity, most_serious_first
from portal.foundation.wording import Day, Wording, say
from portal.foundation.years import Span, first_overlap
from portal.network.municipalities import follow
from portal.network.types import ApplicantKind, MembershipFacts, NetworkFacts, PartnerKind

LEISURE_SERVICES = {
    PartnerKind.CULTURE: say("cultuurdienst"),
    PartnerKind.YOUTH: say("jeugddienst"),
    PartnerKind.SPORT: say("sportdienst"),
}
# Who may stand in where no association of people in poverty is active: they target that group too (FL-NET-3).
SUBSTITUTES = frozenset(
    {
        PartnerKind.POVERTY_REACHING,
        PartnerKind.NEIGHBOURHOOD,
        PartnerKind.COMMUNITY_WORK,
        PartnerKind.CAW,
    }
)
SOURCE = "Participatiedecreet; sociaalcultureel.be, subsidievoorwaarden"
RESERVED_SLUGS = frozenset({"found"})  # /networks/found is where a network is made


def check_composition(network: NetworkFacts, memberships: Iterable[MembershipFacts], on: date) -> list[Finding]:
    """Whether the required partners were there on a day (FL-NET-2, FL-NET-3; FL-NET-4 for the VGC)."""
    members = [member for member in memberships if member.span.holds(on)]
    kinds = {member.kind for member in members}
    findings = [*_leisure_findings(network, kinds, on), *_poverty_findings(network, kinds, on)]
    if network.applicant_kind is not ApplicantKind.VGC:
        findings += _ocmw_findings(network, members, on)
    return most_serious_first(findings)


def _leisure_findings(network: NetworkFacts, kinds: set[PartnerKind], on: date) -> list[Finding]:
    rule = _rule_for(network, "FL-NET-2")
    missing = [service for kind, service in LEISURE_SERVICES.items() if kind not in kinds]
    if len(missing) == len(LEISURE_SERVICES):
        sentence = say(
            "Op %(day)s zit er geen vrijetijdsdienst in het netwerk. Minstens cultuur, jeugd of sport moet erbij.",
            day=Day(on),
        )
        return [_finding(rule, Severity.ERROR, sentence)]
    return [
        _finding(
            rule,
            Severity.WARNING,  # one service for all leisure may stand under one kind, so nobody is refused
            say(
                "De %(service)s zit op %(day)s niet in het netwerk. De regels vragen cultuur, jeugd en sport.",
                service=service,
                day=Day(on),
            ),
        )
        for service in missing
    ]


def _poverty_findings(network: NetworkFacts, kinds: set[PartnerKind], on: date) -> list[Finding]:
    if PartnerKind.POVERTY_ASSOCIATION in kinds:
        return []
    if not kinds & SUBSTITUTES:
        severity, sentence = (
            Severity.ERROR,
            say(
                "Op %(day)s zit er geen vereniging in het netwerk waar mensen in armoede het woord nemen. "
                "Er is ook geen andere organisatie die hen bereikt.",
                day=Day(on),
            ),
        )
    elif not (network.substitute_reason or "").strip():
        severity, sentence = (
            Severity.WARNING,
            say(
                "Op %(day)s zit er geen vereniging in het netwerk waar mensen in armoede het woord nemen. "
                "Een andere organisatie neemt die plaats in. Schrijf bij het netwerk waarom.",
                day=Day(on),
            ),
        )
    else:
        severity, sentence = (
            Severity.HINT,
            say(
                "Een andere organisatie neemt op %(day)s de plaats in van een armoedevereniging. "
                "De reden staat bij het netwerk.",
                day=Day(on),
            ),
        )
    return [_finding(_rule_for(network, "FL-NET-3"), severity, sentence)]


def _ocmw_findings(network: NetworkFacts, members: Sequence[MembershipFacts], on: date) -> list[Finding]:
    welfare_centres = {member.partner_id for member in members if member.kind is PartnerKind.OCMW}
    if not welfare_centres:
        sentence = say("Op %(day)s zit het OCMW niet in het netwerk. Dat moet wel.", day=Day(on))
        return [_finding("FL-NET-2", Severity.ERROR, sentence)]
    expected = len({code for nis in network.municipalities for code in follow(nis, on)})
    if network.applicant_kind is ApplicantKind.COOPERATION and len(welfare_centres) < expected:
        sentence = say(
            "Op %(day)s telt het netwerk %(municipalities)s gemeenten, maar minder OCMW's (%(centres)s). "
            "Doet elk OCMW mee?",
            day=Day(on),
            municipalities=expected,
            centres=len(welfare_centres),
        )
        return [_finding("FL-NET-2", Severity.HINT, sentence)]  # one welfare association may act for several
    return []


def _rule_for(network: NetworkFacts, municipal_rule: str) -> str:
    return "FL-NET-4" if network.applicant_kind is ApplicantKind.VGC else municipal_rule


def _finding(rule: str, severity: Severity, sentence: Wording) -> Finding:
    return Finding(rule, severity, sentence, SOURCE)


def check_membership_periods(spans: Sequence[Span]) -> None:
    """No period ends before it starts, and no two share a day; RuleBroken on `ends_on` or `starts_on`."""
    for span in spans:
        if span.until is not None and span.until < span.start:
            raise RuleBroken(say("De einddatum ligt voor de begindatum."), "ends_on")
    overlap = first_overlap(spans)
    if overlap is not None:
        earlier, later = overlap
        raise RuleBroken(
            say(
                "Twee periodes overlappen. De periode vanaf %(earlier)s loopt nog op %(later)s. "
                "Dan begint de andere al.",
                earlier=Day(earlier.start),
                later=Day(later.start),
            ),
            "starts_on",
        )


def check_agreement_justification(said: Mapping[str, Any]) -> None:
    """What a partner justifies comes in before it is checked, and somebody checks it; RuleBroken beside the field."""
    received, checked = said.get("justification_received_on"), said.get("justification_checked_on")
    if checked is not None and received is None:
        raise RuleBroken(say("Wanneer kwam de verantwoording binnen? Je keek ze al na."), "justification_received_on")
    if checked is not None and received is not None and checked < received:
        raise RuleBroken(say("Je kan een verantwoording niet nakijken voor ze binnen is."), "justification_checked_on")
    if checked is not None and not (said.get("justification_checked_by") or "").strip():
        raise RuleBroken(say("Wie keek de verantwoording na? Schrijf een functie."), "justification_checked_by")
    amount, general = said.get("amount_cents"), said.get("general_costs_cents")
    if amount is not None and general is not None and general > amount:
        raise RuleBroken(say("De algemene kosten kunnen niet hoger zijn dan het hele bedrag."), "general_costs_cents")


def is_member(spans: Iterable[Span], on: date) -> bool:
    """Whether one of the periods of a partner holds on a day."""
    return any(span.holds(on) for span in spans)


def check_enterprise_number(text: str) -> str:
    """The ten digits of a KBO number (DATA-KBO-1); raises RuleBroken on `enterprise_number`."""
    digits = re.sub(r"[\s.\-]", "", text.strip().upper().removeprefix("BE"))
    if re.fullmatch(r"[0-9]{9}", digits):
        digits = f"0{digits}"  # numbers from before 2003 were written without the leading zero
    if not re.fullmatch(r"[01][0-9]{9}", digits):
        raise RuleBroken(
            say("Dit is geen ondernemingsnummer. Het heeft tien cijfers, bijvoorbeeld 0207.500.123."),
            "enterprise_number",
        )
    if 97 - int(digits[:8]) % 97 != int(digits[8:]):
        raise RuleBroken(
            say("Dit ondernemingsnummer klopt niet. Kijk of je alle cijfers juist overnam."),
            "enterprise_number",
        )
    return digits


def slug_for(name: str) -> str:
    """The part of an address for a name: plain letters, digits and dashes, at most 60 long; may be empty."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
    return f"netwerk-{slug}" if slug in RESERVED_SLUGS else slug


def name_key(name: str) -> str:
    """What two spellings of the same name have in common: no capitals, accents or extra spaces."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(one for one in letters if not unicodedata.combining(one)).split())


def check_partner_name(name: str, others: Iterable[str]) -> None:
    """Raises RuleBroken on `name` when another partner bears the name, in whatever spelling."""
    key = name_key(name)
    twin = next((other for other in others if name_key(other) == key), None)
    if twin is not None:
        raise RuleBroken(say("Er is al een partner met deze naam: %(name)s.", name=twin), "name")
