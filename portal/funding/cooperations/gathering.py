"""What the rules want to know of a cooperation: the typed amounts of others, and the own ones out of the books."""

from __future__ import annotations

from collections.abc import Mapping

from portal.foundation.wording import say
from portal.funding.cooperations.models import Cooperation, WelfareCentre
from portal.funding.cooperations.types import CentreFacts, CooperationFacts
from portal.funding.regimes.measures import MEASURE_STREAMS
from portal.network.models import Network
from portal.network.municipalities import display_name


def own_nis(network: Network) -> str | None:
    """The municipality of the own welfare centre; a network of several municipalities has none that is its own."""
    return network.areas[0].nis if len(network.areas) == 1 else None


def centre_name(nis: str) -> str:
    return str(say("OCMW %(municipality)s", municipality=display_name(nis)))


def facts_of_cooperation(
    cooperation: Cooperation, *, own: str | None, granted: Mapping[str, int], justifiable: Mapping[str, int]
) -> CooperationFacts:
    """`own` is the municipality of the own centre; `granted` and `justifiable` are its cents per stream."""
    streams = MEASURE_STREAMS[cooperation.measure]
    has_grant = any(stream in granted for stream in streams)
    own_granted = sum(granted.get(stream, 0) for stream in streams) if has_grant else None
    own_justified = sum(justifiable.get(stream, 0) for stream in streams)
    return CooperationFacts(
        year=cooperation.year,
        measure=cooperation.measure,
        title=cooperation.title,
        signed_on=cooperation.signed_on,
        is_available=cooperation.is_available,
        staff_function=cooperation.staff_function,
        centres=tuple(
            _centre(one, own_granted, own_justified)
            if one.nis == own
            else _centre(one, one.granted_cents, one.justified_cents, is_own=False)
            for one in cooperation.centres
        ),
    )


def _centre(
    one: WelfareCentre, granted_cents: int | None, justified_cents: int | None, *, is_own: bool = True
) -> CentreFacts:
    return CentreFacts(
        name=centre_name(one.nis),
        nis=one.nis,
        council_on=one.council_on,
        granted_cents=granted_cents,
        requested_cents=one.requested_cents,
        justified_cents=justified_cents,
        is_employer=one.is_employer,
        is_own=is_own,
    )
