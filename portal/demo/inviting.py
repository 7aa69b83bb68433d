"""Founds a demo network and brings its partners in, with contact persons and agreements."""

from __future__ import annotations

from datetime import date

from portal.demo.loaded import Loaded
from portal.demo.types import INVENTED, DemoAgreement, DemoNetwork, DemoPartner
from portal.network import operations as networks
from portal.network.types import ApplicantKind


def bring_together(demo: DemoNetwork) -> Loaded:
    """The network with its partners and agreements."""
    first, last = demo.note_years
    network = networks.found_network(
        name=demo.name,
        slug=demo.slug,
        applicant_kind=ApplicantKind.MUNICIPALITY,
        applicant_name=demo.name,
        nis_codes=[demo.nis],
        note_first_year=first,
        note_last_year=last,
        introduction=demo.introduction,
        origin=demo.origin,
        is_demo=True,
    )
    if demo.substitute_reason:
        networks.edit_network(network, substitute_reason=demo.substitute_reason)
    loaded = Loaded(network)
    for partner in demo.partners:
        _invite(loaded, partner)
    for agreement in demo.agreements:
        _sign(loaded, agreement)
    return loaded


def _invite(loaded: Loaded, row: DemoPartner) -> None:
    partner = networks.invite_partner(
        loaded.network,
        name=row.name,
        kind=row.kind,
        role=row.role,
        starts_on=date.fromisoformat(row.starts),
        ends_on=date.fromisoformat(row.ends) if row.ends else None,
        purposes=row.purposes,
        origin=row.origin,
    )
    loaded.partners[row.key] = partner
    if row.contact:
        function, email, phone = row.contact
        networks.add_contact(
            partner, name=f"{function} {row.name}", function=function, email=email, phone=phone, origin=INVENTED
        )


def _sign(loaded: Loaded, row: DemoAgreement) -> None:
    received, checked, by = row.control or ("", "", "")
    loaded.agreements[row.key] = networks.sign_agreement(
        loaded.partners[row.partner],
        title=row.title,
        reference=row.reference,
        committed_on=date.fromisoformat(row.committed),
        signed_on=date.fromisoformat(row.signed),
        partner_signed_on=date.fromisoformat(row.signed),
        starts_on=date.fromisoformat(row.committed),
        ends_on=date.fromisoformat(row.ends),
        services=row.services,
        form=row.form,
        target_group=row.target_group,
        amount_cents=row.cents,
        justified_cents=row.cents if row.control else None,
        justification_received_on=date.fromisoformat(received) if received else None,
        justification_checked_on=date.fromisoformat(checked) if checked else None,
        justification_checked_by=by,
        origin=row.origin,
    )
