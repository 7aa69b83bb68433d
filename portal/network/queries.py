"""Reading networks, partners and municipalities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask import abort
from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import joinedload, selectinload

from portal.extensions import db
from portal.history.models import Revision
from portal.network.models import Agreement, ContactPerson, Membership, Municipality, Network, Partner, Person


@dataclass(frozen=True)
class NetworkState:
    """A network with the number that moves at every change in it; what is computed is remembered under it."""

    network: Network
    revision: int


# Every page of a network asks this; written once, it is built once.
NETWORK_WITH_REVISION = select(
    Network,
    select(func.coalesce(func.sum(Revision.number), 0))
    .where(Revision.scope.in_([0, Network.id]))
    .correlate(Network)
    .scalar_subquery(),
).where(Network.slug == bindparam("wanted_slug"))


def find_network_state(slug: str) -> NetworkState | None:
    """The network of an address and its revision, in one statement."""
    found = db.session.execute(NETWORK_WITH_REVISION, {"wanted_slug": slug}).one_or_none()
    return NetworkState(found[0], int(found[1])) if found else None


def find_network(slug: str) -> Network | None:
    return db.session.scalars(select(Network).where(Network.slug == slug)).one_or_none()


def list_networks() -> Sequence[Network]:
    return db.session.scalars(select(Network).order_by(Network.name, Network.id)).all()


def list_areas(network: Network) -> Sequence[Municipality]:
    """The municipalities of a network, by name."""
    codes = [area.nis for area in network.areas]
    wanted = select(Municipality).where(Municipality.nis.in_(codes)).order_by(Municipality.name_nl, Municipality.nis)
    return db.session.scalars(wanted).all()


def list_municipalities_on(day: date) -> Sequence[Municipality]:
    """All municipalities whose code is valid on a day, by name."""
    wanted = select(Municipality).where(
        (Municipality.valid_from.is_(None)) | (Municipality.valid_from <= day),
        (Municipality.valid_to.is_(None)) | (Municipality.valid_to >= day),
    )
    return db.session.scalars(wanted.order_by(Municipality.name_nl, Municipality.nis)).all()


def list_partners(network_id: int) -> Sequence[Partner]:
    """Every partner a network ever had, by name, with memberships."""
    wanted = (
        select(Partner)
        .where(Partner.network_id == network_id)
        .options(selectinload(Partner.memberships))
        .order_by(Partner.name, Partner.id)
    )
    return db.session.scalars(wanted).all()


def list_partners_with_people(network_id: int) -> Sequence[Partner]:
    """As `list_partners`, with contact persons and agreements."""
    wanted = (
        select(Partner)
        .where(Partner.network_id == network_id)
        .options(
            selectinload(Partner.memberships),
            selectinload(Partner.contacts).joinedload(ContactPerson.person),
            selectinload(Partner.agreements),
        )
        .order_by(Partner.name, Partner.id)
    )
    return db.session.scalars(wanted).all()


def list_partner_choices(network_id: int) -> list[tuple[str, str]]:
    """Partners as choices of a form."""
    wanted = select(Partner.id, Partner.name).where(Partner.network_id == network_id)
    return [(str(key), name) for key, name in db.session.execute(wanted.order_by(Partner.name, Partner.id))]


def find_partner(network_id: int, partner_id: int) -> Partner | None:
    wanted = select(Partner).where(Partner.network_id == network_id, Partner.id == partner_id)
    return db.session.scalars(wanted).one_or_none()


def get_partner(network_id: int, partner_id: int) -> Partner:
    wanted = (
        select(Partner)
        .where(Partner.network_id == network_id, Partner.id == partner_id)
        .options(
            selectinload(Partner.memberships),
            selectinload(Partner.contacts).joinedload(ContactPerson.person),
            selectinload(Partner.agreements),
        )
    )
    return db.session.scalars(wanted).one_or_none() or abort(404)


def get_membership(network_id: int, partner_id: int, membership_id: int) -> Membership:
    wanted = select(Membership).where(
        Membership.network_id == network_id,
        Membership.partner_id == partner_id,
        Membership.id == membership_id,
    )
    return db.session.scalars(wanted).one_or_none() or abort(404)


def get_contact(network_id: int, partner_id: int, contact_id: int) -> ContactPerson:
    wanted = select(ContactPerson).where(
        ContactPerson.network_id == network_id,
        ContactPerson.partner_id == partner_id,
        ContactPerson.id == contact_id,
    )
    return db.session.scalars(wanted.options(joinedload(ContactPerson.person))).one_or_none() or abort(404)


def find_person_by_email(network_id: int, email: str) -> Person | None:
    wanted = select(Person).where(Person.network_id == network_id, func.lower(Person.email) == email.strip().lower())
    return db.session.scalars(wanted.order_by(Person.id)).first() if email.strip() else None


def get_agreement(network_id: int, partner_id: int, agreement_id: int) -> Agreement:
    wanted = select(Agreement).where(
        Agreement.network_id == network_id,
        Agreement.partner_id == partner_id,
        Agreement.id == agreement_id,
    )
    return db.session.scalars(wanted).one_or_none() or abort(404)


def list_agreements(network_id: int) -> Sequence[Agreement]:
    wanted = (
        select(Agreement)
        .where(Agreement.network_id == network_id)
        .options(joinedload(Agreement.partner))
        .order_by(Agreement.starts_on, Agreement.id)
    )
    return db.session.scalars(wanted).all()
