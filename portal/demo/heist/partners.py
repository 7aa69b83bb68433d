"""The partners of Heist-op-den-Berg and what was agreed with one of them."""

from __future__ import annotations

from portal.demo import sources
from portal.demo.sources import fact
from portal.demo.types import INVENTED, DemoAgreement, DemoPartner
from portal.demo.vocabulary import DECIDES, FIXED, GUIDES, LOOSE, NEEDED, OFFERS
from portal.network.types import PartnerKind

SINCE_UNKNOWN = fact(sources.HEIST, "De bron noemt deze partner in 2016. Sinds wanneer, is verzonnen.")

PARTNERS = (
    DemoPartner(
        "ocmw",
        "OCMW Heist-op-den-Berg",
        PartnerKind.OCMW,
        NEEDED,
        (GUIDES, DECIDES),
        "2010-01-01",
        fact(sources.HEIST, "Het netwerk bestaat sinds 2010. Het OCMW deed mee van bij de start. De dag is verzonnen."),
        contact=("Welzijnscoördinator", "welzijn@heist.example", "015 00 00 01"),
    ),
    DemoPartner(
        "jeugd",
        "Jeugddienst",
        PartnerKind.YOUTH,
        NEEDED,
        (OFFERS, DECIDES),
        "2010-01-01",
        fact(sources.HEIST, "Het netwerk bestaat sinds 2010 en groeide uit de jeugddienst. De dag is verzonnen."),
        contact=("Jeugdconsulent", "jeugd@heist.example", "015 00 00 02"),
    ),
    DemoPartner(
        "sport",
        "Sportdienst",
        PartnerKind.SPORT,
        NEEDED,
        (OFFERS, DECIDES),
        "2010-01-01",
        SINCE_UNKNOWN,
        contact=("Sportfunctionaris", "sport@heist.example", "015 00 00 03"),
    ),
    DemoPartner(
        "cultuur",
        "Dienst cultuurbeleid",
        PartnerKind.CULTURE,
        NEEDED,
        (OFFERS, DECIDES),
        "2010-01-01",
        SINCE_UNKNOWN,
    ),
    DemoPartner(
        "zwaneberg",
        "Cultuurcentrum Zwaneberg",
        PartnerKind.CULTURE,
        FIXED,
        (OFFERS, DECIDES),
        "2010-01-01",
        SINCE_UNKNOWN,
        contact=("Publiekswerker", "publiek@zwaneberg.example", "015 00 00 04"),
    ),
    DemoPartner("cursus", "Cursuscentrum", PartnerKind.OTHER, FIXED, (OFFERS,), "2010-01-01", SINCE_UNKNOWN),
    DemoPartner(
        "draai",
        "vzw Den Draai",
        PartnerKind.POVERTY_ASSOCIATION,
        NEEDED,
        (GUIDES, DECIDES),
        "2013-01-01",
        fact(sources.HEIST, "De vereniging kwam er na de start van het netwerk bij. De datum is verzonnen."),
        contact=("Begeleider", "info@dendraai.example", "015 00 00 05"),
    ),
    DemoPartner(
        "welzijnsraad",
        "Welzijnsraad",
        PartnerKind.WELFARE_COUNCIL,
        LOOSE,
        (GUIDES,),
        "2012-01-01",
        fact(sources.HEIST, "De welzijnsraad leidt toe naar de kaart. Sinds wanneer hij partner is, is verzonnen."),
    ),
    DemoPartner(
        "jeugdzorg",
        "Bijzondere jeugdzorg",
        PartnerKind.YOUTH_CARE,
        LOOSE,
        (GUIDES,),
        "2012-01-01",
        fact(
            sources.HEIST,
            "De bijzondere jeugdzorg geeft uitleg over de kaart. Sinds wanneer ze partner is, is verzonnen.",
        ),
    ),
    DemoPartner(
        "clubs",
        "Overleg van voorzitters van verenigingen",
        PartnerKind.CLUB,
        LOOSE,
        (GUIDES, OFFERS),
        "2012-01-01",
        fact(
            sources.HEIST,
            "Voorzitters leiden toe naar de kaart. Hun overleg en de datum zijn verzonnen.",
        ),
    ),
    DemoPartner("bib", "Bibliotheek", PartnerKind.LIBRARY, LOOSE, (OFFERS,), "2024-03-01", INVENTED),
    DemoPartner(
        "speelplein",
        "Speelpleinwerking",
        PartnerKind.YOUTH_WORK,
        LOOSE,
        (OFFERS,),
        "2019-01-01",
        INVENTED,
        ends="2025-12-31",
    ),
)


def _cooking(year: int, reference: str, committed: str, signed: str, cents: int) -> DemoAgreement:
    return DemoAgreement(
        f"koken-{year}",
        "draai",
        f"Kooklessen {year}, in opdracht van het OCMW",
        reference,
        committed,
        signed,
        f"{year}-12-31",
        "Tien kooklessen met een vaste groep.",
        "Wekelijks, in de ontmoetingsruimte van de vereniging.",
        "Gezinnen die hulp krijgen van het OCMW.",
        cents,
        control=(f"{year}-12-15", f"{year}-12-22", "financieel directeur"),
    )


AGREEMENTS = (
    _cooking(2024, "OVK-2024-03", "2024-01-15", "2024-01-22", 280000),
    _cooking(2025, "OVK-2025-02", "2025-01-14", "2025-01-20", 260000),
)
