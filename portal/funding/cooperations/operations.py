"""Changing cooperations of welfare centres and the choices for the federal report."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import select

from portal.extensions import db
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import say
from portal.funding.cooperations import queries
from portal.funding.cooperations.gathering import own_nis
from portal.funding.cooperations.models import Cooperation, ReportChoice, WelfareCentre
from portal.funding.cooperations.types import ReportMethod
from portal.funding.models import Grant
from portal.funding.regimes import YearLaw
from portal.funding.regimes.measures import MEASURE_STREAMS, WITH_LUMP_SUM, WITH_STAFF, Measure, measures_of
from portal.funding.rules.cooperation import ALL_OF_BELGIUM, NOT_FOR_ANOTHER, covers_all
from portal.network.models import Municipality, Network

FROM_COOPERATION = say("Dit bedrag volgt uit de samenwerking van OCMW's. Verander het daar.")


def agree_on(
    network: Network,
    *,
    year: int,
    measure: Measure,
    law: YearLaw,
    cooperation: Cooperation | None = None,
    **values: Any,
) -> Cooperation:
    """A new cooperation of welfare centres for a measure of a year, or a change of one; keys are its columns."""
    if measure not in measures_of(law) or measure not in WITH_STAFF:
        raise RuleBroken(say("Deze maatregel bestaat niet in %(year)s.", year=year), "subsidy")
    held = {one.measure: one for one in queries.list_cooperations(network.id, year)}
    if held.get(measure, cooperation) is not cooperation:
        raise RuleBroken(say("Voor deze maatregel staat er al een samenwerking in %(year)s.", year=year), "subsidy")
    if cooperation is None:
        cooperation = Cooperation(network_id=network.id, year=year)
        db.session.add(cooperation)
    before = cooperation.measure
    cooperation.measure = measure
    for name, value in values.items():
        setattr(cooperation, name, value)
    db.session.flush()
    if before is not None and before is not measure:
        share_sum(network, year, before)
    share_sum(network, year, measure)
    return cooperation


def seat_centre(
    network: Network, cooperation: Cooperation, *, nis: str, centre: WelfareCentre | None = None, **values: Any
) -> WelfareCentre:
    """Add a welfare centre to a cooperation, or change one; the amounts of the own centre are those of the books."""
    others = [one for one in cooperation.centres if one is not centre]
    if any(one.nis == nis for one in others):
        raise RuleBroken(say("Dit OCMW zit al in de samenwerking."), "nis")
    if db.session.get(Municipality, nis) is None:
        raise RuleBroken(say("Kies een gemeente uit de lijst."), "nis")
    if covers_all([*(one.nis for one in others), nis], date(cooperation.year, 12, 31)):
        raise RuleBroken(ALL_OF_BELGIUM, "nis")
    if nis == own_nis(network):
        values |= {"granted_cents": None, "justified_cents": None}
    _check_request(network, cooperation, nis, values)
    if centre is None:
        centre = WelfareCentre(network_id=network.id)
        cooperation.centres.append(centre)
    centre.nis = nis
    for name, value in values.items():
        setattr(centre, name, value)
    if values.get("is_employer"):
        for one in others:
            one.is_employer = False
    db.session.flush()
    share_sum(network, cooperation.year, cooperation.measure)
    return centre


def _check_request(network: Network, cooperation: Cooperation, nis: str, values: dict[str, Any]) -> None:
    requested, granted = values.get("requested_cents"), values.get("granted_cents")
    if nis == own_nis(network):
        held = queries.list_grants_of_centre(network.id, cooperation.year, cooperation.measure)
        granted = sum(one.amount_cents for one in held) if held else None
    if requested is not None and granted is not None and requested > granted:
        raise RuleBroken(NOT_FOR_ANOTHER, "requested_cents")


def let_centre_go(network: Network, centre: WelfareCentre) -> None:
    """A welfare centre that does not take part after all; the history keeps what stood there."""
    cooperation = centre.cooperation
    cooperation.centres.remove(centre)
    db.session.flush()
    share_sum(network, cooperation.year, cooperation.measure)


def share_sum(network: Network, year: int, measure: Measure) -> None:
    """Write the grants of all centres together on the own grants of a measure, or take it off them."""
    if measure not in WITH_LUMP_SUM:
        return
    grants = queries.list_grants_of_centre(network.id, year, measure)
    pooled = find_sum(network, year, measure, grants)
    for grant in grants:
        if grant.pooled_cents != pooled:
            grant.pooled_cents = pooled
    db.session.flush()


def find_sum(network: Network, year: int, measure: Measure, grants: Any) -> int | None:
    """What the centres of a cooperation get together; None without a cooperation of at least two."""
    held = _find_cooperation(network.id, year, measure)
    if held is None or len(held.centres) < 2:
        return None
    own = own_nis(network)
    granted = sum(grant.amount_cents for grant in grants)
    return sum(granted if one.nis == own else one.granted_cents or 0 for one in held.centres)


def _find_cooperation(network_id: int, year: int, measure: Measure) -> Cooperation | None:
    wanted = select(Cooperation).where(
        Cooperation.network_id == network_id, Cooperation.year == year, Cooperation.measure == measure
    )
    return db.session.scalars(wanted).one_or_none()


def keep_sum(network: Network, grant: Grant, *, typed: int | None) -> None:
    """After an amount was awarded: what was typed counts only as long as no cooperation says it."""
    measure = next((one for one in WITH_LUMP_SUM if grant.stream in MEASURE_STREAMS[one]), None)
    held = None if measure is None else _find_cooperation(network.id, grant.year, measure)
    if measure is None or held is None:
        grant.pooled_cents = typed
        return
    if typed is not None and typed != grant.pooled_cents:
        raise RuleBroken(FROM_COOPERATION, "pooled_cents")
    share_sum(network, grant.year, measure)


def choose_method(
    network: Network,
    *,
    year: int,
    measure: Measure,
    method: ReportMethod | None,
    wants_staff: bool,
    law: YearLaw,
    requested_cents: int | None = None,
    choice: ReportChoice | None = None,
) -> ReportChoice:
    """How a measure is justified; once lines of it were reported, its method stands (FED-REP-1)."""
    if measure not in measures_of(law):
        raise RuleBroken(say("Deze maatregel bestaat niet in %(year)s.", year=year), "subsidy")
    if choice is None:
        choice = queries.list_choices(network.id, year).get(measure)
    if choice is None:
        choice = ReportChoice(network_id=network.id, year=year, measure=measure)
        db.session.add(choice)
    elif choice.method is not None and method is not choice.method:
        reported = queries.count_reported(network.id, year, measure)
        if reported:
            raise RuleBroken(
                say(
                    "Van deze maatregel zijn al %(count)s lijnen verantwoord. Je mag de twee manieren niet mengen. "
                    "Zet die lijnen eerst terug op geboekt.",
                    count=reported,
                ),
                "method",
            )
    choice.method = method
    choice.wants_staff = wants_staff and measure in WITH_STAFF
    choice.requested_cents = requested_cents if measure in WITH_LUMP_SUM else None
    db.session.flush()
    return choice
