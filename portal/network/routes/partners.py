"""Addresses of partners: the register, one partner's page, and changing it."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.foundation.clock import today
from portal.history.overtaking import keep_watch, take_turn
from portal.history.queries import list_changes
from portal.network import access, operations, queries, rules
from portal.network.asking import asked_day, asked_kind
from portal.network.forms import (
    AgreementForm,
    ContactForm,
    EditPartnerForm,
    InvitePartnerForm,
    MembershipForm,
)
from portal.network.models import Agreement, Network, Partner
from portal.network.types import MembershipFacts, NetworkFacts, PartnerKind, PartnerRole
from portal.web.guards import current_actor, in_network, insist
from portal.web.sent_forms import note_saved, saved_before

bp = Blueprint("network", __name__, url_prefix="/networks/<slug>")


def network_facts(network: Network) -> NetworkFacts:
    return NetworkFacts(
        applicant_kind=network.applicant_kind,
        municipalities=tuple(area.nis for area in network.areas),
        substitute_reason=network.substitute_reason or None,
    )


def membership_facts(partners: list[Partner]) -> list[MembershipFacts]:
    return [
        MembershipFacts(partner.id, partner.name, partner.kind, membership.role, membership.span)
        for partner in partners
        for membership in partner.memberships
    ]


@bp.get("/partners")
@in_network()
def partners(network: Network) -> ResponseReturnValue:
    """The register of partners on a day, with the check of the composition."""
    on = asked_day()
    everyone = list(queries.list_partners_with_people(network.id))
    findings = rules.check_composition(network_facts(network), membership_facts(everyone), on)
    members = [partner for partner in everyone if any(held.span.holds(on) for held in partner.memberships)]
    kind = asked_kind()
    return render_template(
        "network/partners.html",
        on=on,
        kind=kind,
        is_filtered=bool(kind) or on != today(),
        kinds=[one for one in PartnerKind if any(partner.kind is one for partner in everyone)],
        members=[partner for partner in members if not kind or partner.kind == kind],
        others=[partner for partner in everyone if partner not in members and (not kind or partner.kind == kind)],
        findings=findings,
        can_edit=access.can_edit_network(current_actor()),
        sees_contacts=access.can_see_contacts(current_actor()),
    )


@bp.route("/partners/invite", methods=["GET", "POST"])
@in_network()
def invite_partner(network: Network) -> ResponseReturnValue:
    """Add a partner to the register."""
    insist(access.can_edit_network(current_actor()))
    form = InvitePartnerForm()
    form.offer()
    if again := saved_before(form):
        return again
    if form.validate_on_submit() and form.accepts(
        operations.invite_partner,
        network,
        name=form.name.data,
        kind=PartnerKind(form.kind.data),
        role=PartnerRole(form.role.data),
        starts_on=form.starts_on.data,
        ends_on=form.ends_on.data,
        purposes=form.purposes.data or (),
        enterprise_number=form.enterprise_number.data or "",
        website=form.website.data or "",
        note=form.note.data or "",
    ):
        page = note_saved(form, url_for("network.partner", slug=network.slug, partner_id=form.outcome.id))
        db.session.commit()
        flash(_("De partner staat in het netwerk."), "success")
        return redirect(page)
    return render_template("network/partner_form.html", form=form, partner=None), form.http_status


@bp.get("/partners/<int:partner_id>")
@in_network()
def partner(network: Network, partner_id: int) -> ResponseReturnValue:
    """One partner: who, since when, agreements; what it does in the year is told by parts of other domains."""
    found = queries.get_partner(network.id, partner_id)
    sees_history = access.can_see_history(current_actor())  # it names contact persons
    return render_template(
        "network/partner.html",
        partner=found,
        can_edit=access.can_edit_partner(current_actor(), found.id),
        coordinates=access.can_edit_network(current_actor()),
        sees_contacts=access.can_see_contacts(current_actor()),
        changes=list_changes("partner", found.id, network.id, most=30) if sees_history else [],
        today=today(),
    )


@bp.route("/partners/<int:partner_id>/edit", methods=["GET", "POST"])
@in_network()
def edit_partner(network: Network, partner_id: int) -> ResponseReturnValue:
    """Change what the register says of a partner."""
    take_turn(network)
    found = queries.get_partner(network.id, partner_id)
    insist(access.can_edit_partner(current_actor(), found.id))
    form = EditPartnerForm(obj=found)
    form.offer()
    keep_watch(form, found)
    if form.validate_on_submit() and form.accepts(
        operations.edit_partner,
        found,
        name=form.name.data,
        kind=PartnerKind(form.kind.data),
        purposes=form.purposes.data or (),
        enterprise_number=form.enterprise_number.data or "",
        website=form.website.data or "",
        note=form.note.data or "",
    ):
        db.session.commit()
        flash(_("De partner is bewaard."), "success")
        return redirect(url_for("network.partner", slug=network.slug, partner_id=found.id))
    return render_template("network/partner_form.html", form=form, partner=found), form.http_status


@bp.route("/partners/<int:partner_id>/memberships/start", methods=["GET", "POST"])
@in_network()
def start_membership(network: Network, partner_id: int) -> ResponseReturnValue:
    """A new period of membership."""
    found = queries.get_partner(network.id, partner_id)
    insist(access.can_edit_network(current_actor()))
    form = MembershipForm()
    form.offer()
    if again := saved_before(form):
        return again
    if form.validate_on_submit() and form.accepts(
        operations.start_membership,
        found,
        role=PartnerRole(form.role.data),
        starts_on=form.starts_on.data,
        ends_on=form.ends_on.data,
    ):
        page = note_saved(form, url_for("network.partner", slug=network.slug, partner_id=found.id))
        db.session.commit()
        flash(_("Het lidmaatschap is bewaard."), "success")
        return redirect(page)
    return render_template("network/membership_form.html", form=form, partner=found), form.http_status


@bp.route("/partners/<int:partner_id>/memberships/<int:membership_id>/edit", methods=["GET", "POST"])
@in_network()
def edit_membership(network: Network, partner_id: int, membership_id: int) -> ResponseReturnValue:
    """Correct or end a period of membership."""
    take_turn(network)
    membership = queries.get_membership(network.id, partner_id, membership_id)
    insist(access.can_edit_network(current_actor()))
    form = MembershipForm(obj=membership)
    form.offer()
    keep_watch(form, membership)
    if form.validate_on_submit() and form.accepts(
        operations.edit_membership,
        membership,
        role=PartnerRole(form.role.data),
        starts_on=form.starts_on.data,
        ends_on=form.ends_on.data,
    ):
        db.session.commit()
        flash(_("Het lidmaatschap is bewaard."), "success")
        return redirect(url_for("network.partner", slug=network.slug, partner_id=partner_id))
    return render_template("network/membership_form.html", form=form, partner=membership.partner), form.http_status


@bp.route("/partners/<int:partner_id>/contacts/add", methods=["GET", "POST"])
@in_network()
def add_contact(network: Network, partner_id: int) -> ResponseReturnValue:
    """Add a contact person of a partner."""
    found = queries.get_partner(network.id, partner_id)
    insist(access.can_edit_partner(current_actor(), found.id))
    form = ContactForm()
    del form.ends_on
    if again := saved_before(form):
        return again
    if form.validate_on_submit() and form.accepts(
        operations.add_contact,
        found,
        name=form.name.data,
        function=form.function.data or "",
        email=form.email.data or "",
        phone=form.phone.data or "",
    ):
        page = note_saved(form, url_for("network.partner", slug=network.slug, partner_id=found.id))
        db.session.commit()
        flash(_("De contactpersoon is bewaard."), "success")
        return redirect(page)
    return render_template("network/contact_form.html", form=form, partner=found), form.http_status


@bp.route("/partners/<int:partner_id>/contacts/<int:contact_id>/edit", methods=["GET", "POST"])
@in_network()
def edit_contact(network: Network, partner_id: int, contact_id: int) -> ResponseReturnValue:
    """Change or end a contact person."""
    take_turn(network)
    contact = queries.get_contact(network.id, partner_id, contact_id)
    insist(access.can_edit_partner(current_actor(), partner_id))
    person = contact.person
    form = ContactForm(obj=contact, name=person.name, email=person.email, phone=person.phone)
    keep_watch(form, contact, person)
    if form.validate_on_submit() and form.accepts(
        operations.edit_contact,
        contact,
        name=form.name.data,
        function=form.function.data or "",
        email=form.email.data or "",
        phone=form.phone.data or "",
        ends_on=form.ends_on.data,
    ):
        db.session.commit()
        flash(_("De contactpersoon is bewaard."), "success")
        return redirect(url_for("network.partner", slug=network.slug, partner_id=partner_id))
    return render_template("network/contact_form.html", form=form, partner=contact.partner), form.http_status


@bp.route("/partners/<int:partner_id>/agreements/sign", methods=["GET", "POST"])
@in_network()
def sign_agreement(network: Network, partner_id: int) -> ResponseReturnValue:
    """Add an agreement with a partner."""
    found = queries.get_partner(network.id, partner_id)
    return _agreement(network, found, None)


@bp.route("/partners/<int:partner_id>/agreements/<int:agreement_id>/edit", methods=["GET", "POST"])
@in_network()
def edit_agreement(network: Network, partner_id: int, agreement_id: int) -> ResponseReturnValue:
    """Change an agreement with a partner."""
    take_turn(network)
    agreement = queries.get_agreement(network.id, partner_id, agreement_id)
    return _agreement(network, agreement.partner, agreement)


def _agreement(network: Network, found: Partner, agreement: Agreement | None) -> ResponseReturnValue:
    insist(access.can_edit_network(current_actor()))
    form = AgreementForm(obj=agreement)
    if agreement is not None:
        keep_watch(form, agreement)
    elif again := saved_before(form):
        return again
    if form.validate_on_submit() and form.accepts(operations.sign_agreement, found, agreement=agreement, **form.values):
        page = note_saved(form, url_for("network.partner", slug=network.slug, partner_id=found.id))
        db.session.commit()
        flash(_("De overeenkomst is bewaard."), "success")
        return redirect(page)
    page = "network/agreement_form.html"
    return render_template(page, form=form, partner=found, agreement=agreement), form.http_status
