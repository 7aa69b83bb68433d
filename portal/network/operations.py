"""Changing networks: found one, invite partners, follow membership, contacts and agreements."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import insert, select, update

from portal.extensions import db
from portal.foundation.clock import today
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import say
from portal.foundation.years import Span
from portal.network import municipalities, queries, rules
from portal.network.drafting import (
    amend_agreement,
    amend_contact,
    amend_partner,
    draft_agreement,
    draft_contact,
    draft_membership,
    draft_partner,
)
from portal.network.models import (
    Agreement,
    ContactPerson,
    Membership,
    Municipality,
    Network,
    NetworkMunicipality,
    Partner,
    Person,
)
from portal.network.types import ApplicantKind, PartnerKind, PartnerRole


def load_municipalities() -> int:
    """Bring the table of municipalities in line with the file; returns how many there are."""
    rows = [
        {column.name: getattr(row, column.name) for column in Municipality.__table__.columns}
        for row in municipalities.read_municipalities()
    ]
    connection = db.session.connection()
    table = Municipality.__table__
    held = {row.nis: row._asdict() for row in connection.execute(select(table))}
    fresh = [row for row in rows if row["nis"] not in held]
    if fresh:
        connection.execute(insert(table), fresh)  # type: ignore[arg-type]
    for row in rows:
        if row["nis"] in held and held[row["nis"]] != row:
            connection.execute(update(table).where(table.c.nis == row["nis"]).values(**row))  # type: ignore[arg-type]
    return len(rows)


def free_slug(name: str) -> str:
    """The address part for a name."""
    return rules.slug_for(name)


def found_network(
    *,
    name: str,
    slug: str,
    applicant_kind: ApplicantKind,
    applicant_name: str,
    nis_codes: Sequence[str],
    note_first_year: int | None = None,
    note_last_year: int | None = None,
    **values: Any,
) -> Network:
    """A new network over the given municipalities; raises RuleBroken when the name or a code is not right."""
    if not slug:
        raise RuleBroken(say("Geef het netwerk een naam met letters."), "name")
    if queries.find_network(slug) is not None:
        raise RuleBroken(say("Er is al een netwerk met deze naam."), "name")
    network = Network(
        name=name.strip(),
        slug=slug,
        applicant_kind=applicant_kind,
        applicant_name=applicant_name.strip(),
        note_first_year=note_first_year or today().year,
        note_last_year=note_last_year or today().year,
        **values,
    )
    db.session.add(network)
    db.session.flush()
    cover_municipalities(network, nis_codes=nis_codes)
    return network


def cover_municipalities(network: Network, *, nis_codes: Sequence[str]) -> None:
    """The municipalities that the network covers from now on."""
    known = set(db.session.scalars(select(Municipality.nis).where(Municipality.nis.in_(nis_codes))))
    unknown = [code for code in nis_codes if code not in known]
    if unknown or not nis_codes:
        raise RuleBroken(say("Kies minstens één gemeente uit de lijst."), "municipalities")
    held = {area.nis: area for area in network.areas}
    for code in nis_codes:
        if code not in held:
            network.areas.append(NetworkMunicipality(nis=code))
    for code, area in held.items():
        if code not in nis_codes:
            network.areas.remove(area)
            db.session.delete(area)
    db.session.flush()


def edit_network(network: Network, **values: Any) -> None:
    """Change what a network says of itself; keys are columns of Network."""
    if values.get("note_first_year", network.note_first_year) > values.get("note_last_year", network.note_last_year):
        raise RuleBroken(say("Het laatste jaar kan niet voor het eerste jaar liggen."), "note_last_year")
    for name, value in values.items():
        setattr(network, name, value)
    db.session.flush()


def invite_partner(
    network: Network,
    *,
    name: str,
    kind: PartnerKind,
    role: PartnerRole,
    starts_on: date,
    ends_on: date | None = None,
    purposes: Sequence[str] = (),
    enterprise_number: str = "",
    website: str = "",
    note: str = "",
    origin: str = "",
) -> Partner:
    """A new partner with its first membership; raises RuleBroken on a second partner of the same name."""
    _check_name(network.id, name, None)
    rules.check_membership_periods([Span(starts_on, ends_on)])
    partner = draft_partner(
        network,
        name=name,
        kind=kind,
        purposes=purposes,
        enterprise_number=enterprise_number,
        website=website,
        note=note,
        origin=origin,
    )
    db.session.add(partner)
    db.session.flush()
    start_membership(partner, role=role, starts_on=starts_on, ends_on=ends_on)
    return partner


def edit_partner(
    partner: Partner,
    *,
    name: str,
    kind: PartnerKind,
    purposes: Sequence[str],
    enterprise_number: str = "",
    website: str = "",
    note: str = "",
) -> None:
    _check_name(partner.network_id, name, partner)
    partner.name = name.strip()
    amend_partner(
        partner, kind=kind, purposes=purposes, enterprise_number=enterprise_number, website=website, note=note
    )
    db.session.flush()


def _check_name(network_id: int, name: str, partner: Partner | None) -> None:
    others = [other.name for other in queries.list_partners(network_id) if other is not partner]
    rules.check_partner_name(name, others)


def start_membership(
    partner: Partner, *, role: PartnerRole, starts_on: date, ends_on: date | None = None
) -> Membership:
    """A new period in the network; raises RuleBroken on `starts_on` when it overlaps another."""
    rules.check_membership_periods([*(held.span for held in partner.memberships), Span(starts_on, ends_on)])
    membership = draft_membership(partner, role=role, starts_on=starts_on, ends_on=ends_on)
    membership.partner = partner
    db.session.add(membership)
    db.session.flush()
    return membership


def edit_membership(membership: Membership, *, role: PartnerRole, starts_on: date, ends_on: date | None) -> None:
    """Correct or end a period; nothing is deleted."""
    others = [held.span for held in membership.partner.memberships if held is not membership]
    rules.check_membership_periods([*others, Span(starts_on, ends_on)])
    membership.role, membership.starts_on, membership.ends_on = role, starts_on, ends_on
    db.session.flush()


def add_contact(
    partner: Partner, *, name: str, function: str = "", email: str = "", phone: str = "", origin: str = ""
) -> ContactPerson:
    """A contact person; the same mail address is the same person, also with another organisation."""
    person = queries.find_person_by_email(partner.network_id, email)
    if person is None:
        person = Person(network_id=partner.network_id, name=name.strip(), origin=origin)
        db.session.add(person)
    person.name, person.email = name.strip(), email.strip().lower()
    person.phone = phone.strip() or person.phone or ""
    contact = draft_contact(partner, person=person, function=function)
    contact.partner = partner
    db.session.add(contact)
    db.session.flush()
    return contact


def edit_contact(
    contact: ContactPerson, *, name: str, function: str, email: str, phone: str, ends_on: date | None
) -> None:
    amend_contact(contact, name=name, function=function, email=email, phone=phone, ends_on=ends_on)
    db.session.flush()


def sign_agreement(partner: Partner, *, agreement: Agreement | None = None, **values: Any) -> Agreement:
    """Add an agreement with a partner, or change the given one; keys are columns of Agreement."""
    if agreement is None:
        agreement = draft_agreement(partner, **values)
        agreement.partner = partner
        db.session.add(agreement)
    else:
        amend_agreement(agreement, **values)
    db.session.flush()
    return agreement
