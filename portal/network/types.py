"""The words of the network: kinds of partners, their role, and what they are there for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from portal.foundation.wording import say
from portal.foundation.years import Span


class PartnerKind(StrEnum):
    """What kind of organisation a partner is."""

    CULTURE = "culture"
    YOUTH = "youth"
    SPORT = "sport"
    OCMW = "ocmw"
    POVERTY_ASSOCIATION = "poverty-association"
    POVERTY_REACHING = "poverty-reaching"
    INTEGRATION = "integration"
    NEIGHBOURHOOD = "neighbourhood"
    CAW = "caw"
    ACADEMY = "academy"
    COMMUNITY_WORK = "community-work"
    MENTAL_HEALTH = "mental-health"
    FAMILY_LEAGUE = "family-league"
    LIBRARY = "library"
    CLUB = "club"
    SCHOOL = "school"
    YOUTH_CARE = "youth-care"
    CHILDCARE = "childcare"
    YOUTH_WORK = "youth-work"
    WELFARE_COUNCIL = "welfare-council"
    OTHER = "other"


PARTNER_KIND_LABELS = {
    PartnerKind.CULTURE: say("cultuurdienst of cultuurhuis"),
    PartnerKind.YOUTH: say("jeugddienst"),
    PartnerKind.SPORT: say("sportdienst"),
    PartnerKind.OCMW: say("OCMW of Sociaal Huis"),
    PartnerKind.POVERTY_ASSOCIATION: say("vereniging waar mensen in armoede het woord nemen"),
    PartnerKind.POVERTY_REACHING: say("andere organisatie die mensen in armoede bereikt"),
    PartnerKind.INTEGRATION: say("dienst integratie"),
    PartnerKind.NEIGHBOURHOOD: say("buurtwerk"),
    PartnerKind.CAW: say("CAW"),
    PartnerKind.ACADEMY: say("academie"),
    PartnerKind.COMMUNITY_WORK: say("samenlevingsopbouw"),
    PartnerKind.MENTAL_HEALTH: say("geestelijke gezondheidszorg"),
    PartnerKind.FAMILY_LEAGUE: say("Gezinsbond"),
    PartnerKind.LIBRARY: say("bibliotheek"),
    PartnerKind.CLUB: say("club of vereniging"),
    PartnerKind.SCHOOL: say("school"),
    PartnerKind.YOUTH_CARE: say("jeugdzorg"),
    PartnerKind.CHILDCARE: say("opvang van kinderen"),
    PartnerKind.YOUTH_WORK: say("jeugdwerk"),
    PartnerKind.WELFARE_COUNCIL: say("welzijnsraad"),
    PartnerKind.OTHER: say("andere organisatie"),
}


class Sector(StrEnum):
    """Kinds of partners taken together, for pictures with fewer colours than there are kinds."""

    LEISURE = "leisure"
    WELFARE = "welfare"
    POVERTY = "poverty"
    EDUCATION = "education"
    OTHER = "other"


SECTOR_LABELS = {
    Sector.LEISURE: say("vrije tijd"),
    Sector.WELFARE: say("welzijn"),
    Sector.POVERTY: say("organisaties van en voor mensen in armoede"),
    Sector.EDUCATION: say("onderwijs en opvang"),
    Sector.OTHER: say("andere sector"),
}

SECTOR_OF_KIND = {
    PartnerKind.CULTURE: Sector.LEISURE,
    PartnerKind.YOUTH: Sector.LEISURE,
    PartnerKind.SPORT: Sector.LEISURE,
    PartnerKind.ACADEMY: Sector.LEISURE,
    PartnerKind.LIBRARY: Sector.LEISURE,
    PartnerKind.CLUB: Sector.LEISURE,
    PartnerKind.FAMILY_LEAGUE: Sector.LEISURE,
    PartnerKind.YOUTH_WORK: Sector.LEISURE,
    PartnerKind.OCMW: Sector.WELFARE,
    PartnerKind.INTEGRATION: Sector.WELFARE,
    PartnerKind.NEIGHBOURHOOD: Sector.WELFARE,
    PartnerKind.CAW: Sector.WELFARE,
    PartnerKind.COMMUNITY_WORK: Sector.WELFARE,
    PartnerKind.MENTAL_HEALTH: Sector.WELFARE,
    PartnerKind.YOUTH_CARE: Sector.WELFARE,
    PartnerKind.WELFARE_COUNCIL: Sector.WELFARE,
    PartnerKind.POVERTY_ASSOCIATION: Sector.POVERTY,
    PartnerKind.POVERTY_REACHING: Sector.POVERTY,
    PartnerKind.SCHOOL: Sector.EDUCATION,
    PartnerKind.CHILDCARE: Sector.EDUCATION,
    PartnerKind.OTHER: Sector.OTHER,
}


class PartnerRole(StrEnum):
    """How a partner belongs to the network: required by the rules, always there, or now and then."""

    REQUIRED = "required"
    STRUCTURAL = "structural"
    OCCASIONAL = "occasional"


PARTNER_ROLE_LABELS = {
    PartnerRole.REQUIRED: say("verplichte partner"),
    PartnerRole.STRUCTURAL: say("vaste partner"),
    PartnerRole.OCCASIONAL: say("losse partner"),
}


class PartnerPurpose(StrEnum):
    """What a partner is there for."""

    GUIDING = "guiding"
    OFFERING = "offering"
    DECIDING = "deciding"


PARTNER_PURPOSE_LABELS = {
    PartnerPurpose.GUIDING: say("toeleiden"),
    PartnerPurpose.OFFERING: say("aanbieden"),
    PartnerPurpose.DECIDING: say("mee beslissen"),
}


class ApplicantKind(StrEnum):
    """Who applies for the Flemish money (FL-NET-5)."""

    MUNICIPALITY = "municipality"
    COOPERATION = "cooperation"
    VGC = "vgc"


APPLICANT_KIND_LABELS = {
    ApplicantKind.MUNICIPALITY: say("één gemeente"),
    ApplicantKind.COOPERATION: say("samenwerking van gemeenten"),
    ApplicantKind.VGC: say("Vlaamse Gemeenschapscommissie (Brussel)"),
}


@dataclass(frozen=True)
class MembershipFacts:
    """A period of a partner in the network, as the rules read it."""

    partner_id: int
    partner_name: str
    kind: PartnerKind
    role: PartnerRole
    span: Span


@dataclass(frozen=True)
class NetworkFacts:
    """What the rules of composition want to know of a network."""

    applicant_kind: ApplicantKind
    municipalities: tuple[str, ...] = ()
    substitute_reason: str | None = None
