"""Who is invited: choosing people, sending again, withdrawing a link."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from portal.accounts.operations import count_attempt, is_throttled
from portal.accounts.rules import Limit
from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import say
from portal.meetings import access
from portal.meetings.forms.meetings import InviteForm, MoveForm
from portal.meetings.models import Invitee, Meeting
from portal.meetings.operations import invitations as operations
from portal.meetings.queries import meetings as queries
from portal.meetings.queries import people
from portal.meetings.routes.doors import addressees_with_words, bp, chosen_addressees
from portal.meetings.routes.meetings import meeting_page
from portal.meetings.routes.sending import send_invitations
from portal.meetings.rules import INVITE_DAY_TIMES, INVITE_WINDOW
from portal.meetings.types import Addressee
from portal.network.models import Network
from portal.web.guards import current_actor, in_network, insist
from portal.web.sent_forms import note_saved, saved_before

INVITE_LIMIT = Limit("meeting mail account", INVITE_DAY_TIMES, INVITE_WINDOW)


@bp.route("/meetings/<int:meeting_id>/invite", methods=["GET", "POST"])
@in_network(Role.COORDINATOR)
def invite(network: Network, meeting_id: int) -> ResponseReturnValue:
    """Choose who comes and mail them the meeting for their calendar."""
    insist(access.can_plan_meeting(current_actor()))
    found = queries.get_whole_meeting(network.id, meeting_id)
    known = addressees_with_words(network, found.group_id)
    invited = {one.email for one in found.invitees if one.revoked_at is None}
    choices = [(one, words) for one, words in known if one.email not in invited]
    form = InviteForm(addresses=[one.email for one, _words in choices if one.is_member])
    form.offer(choices)
    if again := saved_before(form):
        return again
    if form.validate_on_submit():
        chosen = chosen_addressees(known, form.addresses.data or (), form.other_addresses)
        if form.accepts(_invite, found, chosen):
            mails = send_invitations(network, found, form.outcome)
            page = url_for("meetings.meeting", slug=network.slug, meeting_id=found.id, _anchor="invitees")
            note_saved(form, page)
            db.session.commit()
            mails.send()
            return redirect(page)
    return render_template(
        "meetings/invite.html", form=form, meeting=found, has_choices=bool(choices)
    ), form.http_status


@bp.post("/meetings/<int:meeting_id>/invitees/remind")
@in_network(Role.COORDINATOR)
def remind_invitees(network: Network, meeting_id: int) -> ResponseReturnValue:
    """The invitation once more to everybody who did not answer."""
    insist(access.can_plan_meeting(current_actor()))
    found = queries.get_whole_meeting(network.id, meeting_id)
    form = MoveForm()
    if form.validate_on_submit() and form.accepts(_remind, found):
        mails = send_invitations(network, found, form.outcome, is_reminder=True)
        db.session.commit()
        mails.send()
        return redirect(url_for("meetings.meeting", slug=network.slug, meeting_id=meeting_id, _anchor="invitees"))
    return meeting_page(network, meeting_id, " ".join(form.form_errors), 422)


def _remind(meeting: Meeting) -> list[tuple[Invitee, str]]:
    refuse_too_much_mail()
    asked = operations.remind(meeting, at=now())
    count_mail(len(asked))
    return asked


def refuse_too_much_mail() -> None:
    """Each account mails so many people a day and no more; raises RuleBroken above that."""
    if is_throttled(INVITE_LIMIT, str(current_user.id), now=now()):
        raise RuleBroken(say("Je verstuurde vandaag al heel veel uitnodigingen. Probeer het morgen opnieuw."))


def count_mail(number: int) -> None:
    for _one in range(number):
        count_attempt(INVITE_LIMIT, str(current_user.id), now=now())


def _invite(meeting: Meeting, chosen: list[Addressee]) -> list[tuple[Invitee, str]]:
    if not chosen:
        raise RuleBroken(say("Kies minstens één persoon, of vul een adres in."))
    refuse_too_much_mail()
    count_mail(len(chosen))
    return operations.invite(meeting, addressees=chosen, at=now())


def _invitee(network: Network, meeting_id: int, invitee_id: int) -> Invitee:
    insist(access.can_plan_meeting(current_actor()))
    return people.get_invitee(network.id, meeting_id, invitee_id)


@bp.post("/meetings/<int:meeting_id>/invitees/<int:invitee_id>/again")
@in_network(Role.COORDINATOR)
def invite_again(network: Network, meeting_id: int, invitee_id: int) -> ResponseReturnValue:
    """The invitation once more, with a fresh link."""
    invitee = _invitee(network, meeting_id, invitee_id)
    found = queries.get_whole_meeting(network.id, meeting_id)
    form = MoveForm()
    one = Addressee(invitee.email, invitee.name, invitee.partner_id, invitee.account_id)
    if form.validate_on_submit() and form.accepts(_invite, found, [one]):
        mails = send_invitations(network, found, form.outcome)
        db.session.commit()
        mails.send()
        return redirect(url_for("meetings.meeting", slug=network.slug, meeting_id=meeting_id, _anchor="invitees"))
    return meeting_page(network, meeting_id, " ".join(form.form_errors), 422)


@bp.post("/meetings/<int:meeting_id>/invitees/<int:invitee_id>/withdraw")
@in_network(Role.COORDINATOR)
def withdraw_invitation(network: Network, meeting_id: int, invitee_id: int) -> ResponseReturnValue:
    """The link of one person no longer works."""
    invitee = _invitee(network, meeting_id, invitee_id)
    operations.withdraw_invitation(invitee, at=now())
    db.session.commit()
    flash(_("De uitnodiging is ingetrokken. De link werkt niet meer."), "notice")
    return redirect(url_for("meetings.meeting", slug=network.slug, meeting_id=meeting_id, _anchor="invitees"))
