"""Groups beside the network, with their own chair and members; and the series that run."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import today
from portal.history.overtaking import keep_watch, take_turn
from portal.meetings import access
from portal.meetings.forms.arrangements import GroupForm
from portal.meetings.forms.meetings import MemberForm
from portal.meetings.models import GroupMember, MeetingGroup
from portal.meetings.operations import groups as operations
from portal.meetings.queries import meetings as queries
from portal.meetings.routes.doors import bp, typed_id
from portal.meetings.types import MEMBER_ROLE_LABELS, GroupKind, MeetingStatus, MemberRole
from portal.network.models import Network
from portal.network.queries import list_partner_choices
from portal.web.forms import choices_of
from portal.web.guards import current_actor, in_network, insist
from portal.web.sent_forms import note_saved, saved_before


@bp.get("/groups")
@in_network()
def groups(network: Network) -> ResponseReturnValue:
    """Who meets beside the whole network, and which meetings come back."""
    return render_template(
        "meetings/groups.html",
        groups=queries.list_groups(network.id),
        series=queries.list_series(network.id),
        can_plan=access.can_plan_meeting(current_actor()),
        chair=MemberRole.CHAIR,
    )


@bp.get("/groups/<int:group_id>")
@in_network()
def group(network: Network, group_id: int) -> ResponseReturnValue:
    """A group with its chair, its members and its meetings."""
    found, actor = queries.get_group(network.id, group_id), current_actor()
    return render_template(
        "meetings/group.html",
        group=found,
        members=[one for one in found.members if one.ended_on is None],
        former=[one for one in found.members if one.ended_on is not None],
        meetings=queries.list_meetings_of_group(found),
        can_plan=access.can_plan_meeting(actor),
        can_see_addresses=access.can_see_addresses(actor),
        cancelled=MeetingStatus.CANCELLED,
    )


def _saved(network: Network, form: Any, found: MeetingGroup | None) -> ResponseReturnValue | None:
    if form.accepts(
        operations.form_group,
        network.id,
        group=found,
        name=form.name.data,
        kind=GroupKind(form.kind.data),
        aim=form.aim.data or "",
    ):
        if found is not None:
            operations.end_group(found, is_ended=bool(form.is_ended.data))
        page = note_saved(form, url_for("meetings.group", slug=network.slug, group_id=form.outcome.id))
        db.session.commit()
        flash(_("De groep is bewaard."), "success")
        return redirect(page)
    return None


@bp.route("/groups/add", methods=["GET", "POST"])
@in_network(Role.COORDINATOR)
def add_group(network: Network) -> ResponseReturnValue:
    """A new group beside the network."""
    insist(access.can_plan_meeting(current_actor()))
    form = GroupForm()
    form.offer()
    del form.is_ended
    if again := saved_before(form):
        return again
    if form.validate_on_submit() and (answer := _saved(network, form, None)):
        return answer
    return render_template("meetings/group_form.html", form=form, group=None), form.http_status


@bp.route("/groups/<int:group_id>/edit", methods=["GET", "POST"])
@in_network(Role.COORDINATOR)
def edit_group(network: Network, group_id: int) -> ResponseReturnValue:
    """Another name or aim, or the end of the group; who was overtaken keeps the own text."""
    take_turn(network)
    insist(access.can_plan_meeting(current_actor()))
    found = queries.get_group(network.id, group_id)
    form = GroupForm(obj=found)
    form.offer()
    keep_watch(form, found)
    if form.validate_on_submit() and (answer := _saved(network, form, found)):
        return answer
    return render_template("meetings/group_form.html", form=form, group=found), form.http_status


def _member_form(network: Network, **values: Any) -> MemberForm:
    form = MemberForm(**values)
    form.role.choices = choices_of(MEMBER_ROLE_LABELS)
    form.partner_id.choices = [("", _("Geen partner van het netwerk")), *list_partner_choices(network.id)]
    return form


def _seated(network: Network, form: Any, found: MeetingGroup, member: GroupMember | None) -> bool:
    return bool(
        form.accepts(
            operations.seat_member,
            found,
            member=member,
            role=MemberRole(form.role.data),
            partner_id=typed_id(form.partner_id.data),
            name=form.name.data or "",
            email=form.email.data or "",
        )
    )


@bp.route("/groups/<int:group_id>/members/add", methods=["GET", "POST"])
@in_network(Role.COORDINATOR)
def add_member(network: Network, group_id: int) -> ResponseReturnValue:
    """A new member, chair or outside actor."""
    insist(access.can_plan_meeting(current_actor()))
    found = queries.get_group(network.id, group_id)
    form = _member_form(network, role=MemberRole.MEMBER.value)
    if again := saved_before(form):
        return again
    if form.validate_on_submit() and _seated(network, form, found, None):
        page = note_saved(form, url_for("meetings.group", slug=network.slug, group_id=group_id))
        db.session.commit()
        flash(_("De groep heeft een lid bij."), "success")
        return redirect(page)
    return render_template("meetings/member_form.html", form=form, group=found, member=None), form.http_status


@bp.route("/groups/<int:group_id>/members/<int:member_id>/edit", methods=["GET", "POST"])
@in_network(Role.COORDINATOR)
def edit_member(network: Network, group_id: int, member_id: int) -> ResponseReturnValue:
    """Another role, name or address; who was overtaken keeps the own text."""
    take_turn(network)
    insist(access.can_plan_meeting(current_actor()))
    member = queries.get_member(network.id, group_id, member_id)
    form = _member_form(network, obj=member)
    keep_watch(form, member)
    if form.validate_on_submit() and _seated(network, form, member.group, member):
        db.session.commit()
        flash(_("Het lid is bewaard."), "success")
        return redirect(url_for("meetings.group", slug=network.slug, group_id=group_id))
    return render_template("meetings/member_form.html", form=form, group=member.group, member=member), form.http_status


@bp.post("/groups/<int:group_id>/members/<int:member_id>/end")
@in_network(Role.COORDINATOR)
def end_member(network: Network, group_id: int, member_id: int) -> ResponseReturnValue:
    """Somebody leaves the group from today."""
    insist(access.can_plan_meeting(current_actor()))
    operations.end_membership(queries.get_member(network.id, group_id, member_id), on=today())
    db.session.commit()
    flash(_("Dit lid zit niet meer in de groep."), "notice")
    return redirect(url_for("meetings.group", slug=network.slug, group_id=group_id))
