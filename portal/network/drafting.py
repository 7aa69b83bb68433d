"""Partners on their way into the register: drawn up or changed as far as the rules let them, not saved yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from portal.foundation.errors import RuleBroken
from portal.foundation.wording import say
from portal.network import rules
from portal.network.models import Agreement, ContactPerson, Membership, Network, Partner, Person
from portal.network.types import PartnerKind, PartnerRole


def draft_partner(
    network: Network,
    *,
    name: str,
    kind: PartnerKind,
    purposes: Sequence[str] = (),
    enterprise_number: str = "",
    website: str = "",
    note: str = "",
    origin: str = "",
) -> Partner:
    """A new partner without any membership; whoever draws it up holds its name against the others."""
    partner = Partner(network_id=network.id, name=name.strip(), origin=origin)
    amend_partner(
        partner, kind=kind, purposes=purposes, enterprise_number=enterprise_number, website=website, note=note
    )
    return partner


def amend_partner(
    partner: Partner,
    *,
    kind: PartnerKind,
    purposes: Sequence[str],
    enterprise_number: str = "",
    website: str = "",
    note: str = "",
) -> None:
    """Change what the register says of a partner, all but its name."""
    partner.kind, partner.purposes = kind, tuple(purposes)
    partner.enterprise_number = _enterprise_number(enterprise_number)
    partner.website, partner.note = website.strip(), note


def _enterprise_number(text: str) -> str:
    return rules.check_enterprise_number(text) if text.strip() else ""


def draft_membership(
    partner: Partner, *, role: PartnerRole, starts_on: date, ends_on: date | None = None
) -> Membership:
    """A new period; whoever draws it up holds it against the other periods of the partner."""
    return Membership(
        network_id=partner.network_id, role=role, starts_on=starts_on, ends_on=ends_on, **_belongs_to(partner)
    )


def draft_contact(partner: Partner, *, person: Person, function: str) -> ContactPerson:
    """A person with whom one reaches a partner."""
    return ContactPerson(
        network_id=partner.network_id, person=person, function=function.strip(), **_belongs_to(partner)
    )


def amend_contact(
    contact: ContactPerson, *, name: str, function: str, email: str, phone: str, ends_on: date | None
) -> None:
    """Change who a contact is and how one reaches them."""
    person = contact.person
    person.name, person.email, person.phone = name.strip(), email.strip().lower(), phone.strip()
    contact.function, contact.ends_on = function.strip(), ends_on


def draft_agreement(partner: Partner, **values: Any) -> Agreement:
    """A new agreement with a partner; keys are columns of Agreement."""
    agreement = Agreement(network_id=partner.network_id, **_belongs_to(partner))
    amend_agreement(agreement, **values)
    return agreement


def amend_agreement(agreement: Agreement, **values: Any) -> None:
    """Change an agreement; raises RuleBroken when it ends before it begins."""
    ends_on = values.get("ends_on")
    if ends_on is not None and ends_on < values["starts_on"]:
        raise RuleBroken(say("De einddatum ligt voor de begindatum."), "ends_on")
    rules.check_agreement_justification(values)
    for name, value in values.items():
        setattr(agreement, name, value)


def _belongs_to(partner: Partner) -> dict[str, Any]:
    """A saved partner by its id, so that nothing of it has to be read again; a new one as it is."""
    return {"partner": partner} if partner.id is None else {"partner_id": partner.id}
