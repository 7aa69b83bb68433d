"""Informal contact: the ten-second form, and the list."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now, today
from portal.history.overtaking import keep_watch, take_turn
from portal.meetings import access
from portal.meetings.asking import asked_contacts
from portal.meetings.forms.minutes import ContactForm
from portal.meetings.models import ContactMoment
from portal.meetings.operations import contacts as operations
from portal.meetings.queries import contacts as queries
from portal.meetings.routes.doors import bp, typed_id, years_to_ask
from portal.network.models import Network
from portal.network.queries import list_partner_choices
from portal.plans.queries import find_action, list_action_choices
from portal.web.guards import current_actor, in_network, insist
from portal.web.paging import asked_page
from portal.web.sent_forms import note_saved, saved_before


@bp.get("/informal-contacts")
@in_network(Role.COORDINATOR, Role.PARTNER)
def contacts(network: Network) -> ResponseReturnValue:
    """What was heard between meetings, the newest first."""
    actor = current_actor()
    insist(access.can_note_contact(actor))
    wanted = asked_contacts()
    return render_template(
        "meetings/contacts.html",
        page=queries.page_of_contacts(network.id, wanted, asked_page()),
        wanted=wanted,
        is_filtered=wanted != queries.ContactFilter(),
        asked_years=years_to_ask(queries.find_first_day(network.id)),
        partners=list_partner_choices(network.id),
        actions=queries.list_action_choices_of_contacts(network.id),
    )


@bp.get("/informal-contacts/<int:moment_id>")
@in_network(Role.COORDINATOR, Role.PARTNER)
def contact(network: Network, moment_id: int) -> ResponseReturnValue:
    """One contact in full, and the way from there to a voice or to a next contact."""
    actor = current_actor()
    insist(access.can_note_contact(actor))
    found = queries.get_contact_moment(network.id, moment_id)
    return render_template(
        "meetings/contact.html", moment=found, can_edit=access.can_edit_contact(actor, found.by_account_id)
    )


def _form(network: Network, year: int, **values: Any) -> ContactForm:
    form = ContactForm(**values)
    actions = list_action_choices(network.id, year)
    form.offer(list_partner_choices(network.id), _with_chosen(network, actions, form.action_id.data))
    return form


def _with_chosen(network: Network, actions: list[tuple[str, str]], chosen: Any) -> list[tuple[str, str]]:
    """The actions of the year, and the one that the contact is about when it is of another year."""
    key = typed_id(chosen)
    if key is None or any(str(key) == one for one, _title in actions):
        return actions
    found = find_action(network.id, key)
    return [*actions, (str(found.id), f"{found.title} ({found.year})")] if found else actions


def _values(form: ContactForm) -> dict[str, Any]:
    return {
        "on": form.on.data,
        "with_whom": form.with_whom.data,
        "about": form.about.data or "",
        "outcome": form.outcome.data or "",
        "partner_id": typed_id(form.partner_id.data),
        "action_id": typed_id(form.action_id.data),
    }


@bp.route("/informal-contacts/note", methods=["GET", "POST"])
@in_network(Role.COORDINATOR, Role.PARTNER)
def note_contact(network: Network) -> ResponseReturnValue:
    """With whom, about what, what came out; a double tap saves once."""
    actor = current_actor()
    insist(access.can_note_contact(actor))
    form = _form(
        network,
        today().year,
        on=today(),
        action_id=request.args.get("action"),
        partner_id=request.args.get("partner"),
    )
    if again := saved_before(form):
        return again
    if form.validate_on_submit() and form.accepts(
        operations.note_contact,
        network.id,
        today=today(),
        by_account_id=actor.account_id,
        **_values(form),
    ):
        page = note_saved(form, _page_of(network, form.outcome.id))
        db.session.commit()
        flash(_("Bewaard. Dank je wel."), "success")
        return redirect(page)
    return render_template("meetings/contact_form.html", form=form, moment=None), form.http_status


@bp.route("/informal-contacts/<int:moment_id>/edit", methods=["GET", "POST"])
@in_network(Role.COORDINATOR, Role.PARTNER)
def edit_contact(network: Network, moment_id: int) -> ResponseReturnValue:
    """Correct what was noted; who was overtaken sees what changed and keeps the own text."""
    take_turn(network)
    found = _own(network, moment_id)
    form = _form(network, found.on.year, obj=found)
    keep_watch(form, found)
    if form.validate_on_submit() and form.accepts(operations.edit_contact, found, today=today(), **_values(form)):
        db.session.commit()
        flash(_("Het contact is bewaard."), "success")
        return redirect(_page_of(network, found.id))
    return render_template("meetings/contact_form.html", form=form, moment=found), form.http_status


@bp.post("/informal-contacts/<int:moment_id>/withdraw")
@in_network(Role.COORDINATOR, Role.PARTNER)
def withdraw_contact(network: Network, moment_id: int) -> ResponseReturnValue:
    """Take it out of the list."""
    operations.withdraw_contact(_own(network, moment_id), at=now())
    db.session.commit()
    flash(_("Het contact is ingetrokken."), "notice")
    return redirect(url_for("meetings.contacts", slug=network.slug))


def _page_of(network: Network, moment_id: int) -> str:
    return url_for("meetings.contact", slug=network.slug, moment_id=moment_id)


def _own(network: Network, moment_id: int) -> ContactMoment:
    found = queries.get_contact_moment(network.id, moment_id)
    insist(access.can_edit_contact(current_actor(), found.by_account_id))
    return found
