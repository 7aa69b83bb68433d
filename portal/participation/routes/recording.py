"""Writing a voice down: the form for who passes it on, and the shorter one for who speaks from experience."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import in_brussels, now, today
from portal.history.overtaking import keep_watch, take_turn
from portal.network.models import Network
from portal.network.queries import list_partner_choices
from portal.participation import access, operations, queries, tidings
from portal.participation.following import Follow
from portal.participation.forms import SayForm, VoiceForm
from portal.participation.routes.doors import bp, voice_page, years_around
from portal.participation.types import Channel, ReplyWay, Speaker
from portal.plans.asking import typed_id
from portal.plans.types import Threshold
from portal.web.filters import day
from portal.web.forms import optional_id
from portal.web.guards import current_actor, in_network, insist
from portal.web.sent_forms import note_saved, saved_before


@bp.route("/record", methods=["GET", "POST"])
@in_network(Role.COORDINATOR, Role.PARTNER)
def record_voice(network: Network) -> ResponseReturnValue:
    """Write down what somebody said."""
    actor = current_actor()
    insist(access.can_record_voice(actor))
    place = _where_said(network)
    asked = typed_id(request.args.get("action")) or place.action_id
    form = VoiceForm(action_id=str(asked or ""), received_on=place.on, channel=place.channel, on_behalf=True)
    _offer(form, network, asked)
    if again := saved_before(form):
        return again
    if form.validate_on_submit() and form.accepts(
        operations.record_voice,
        network,
        today=today(),
        typed_by_id=actor.account_id,
        meeting_id=place.meeting_id,
        contact_id=place.contact_id,
        **_values(form),
    ):
        page = note_saved(form, voice_page(network, form.outcome))
        db.session.commit()
        flash(_("Bewaard. Vergeet niet te antwoorden."), "success")
        return redirect(page)
    answer_days = queries.answer_days_of(network.id)
    return (
        render_template(
            "participation/voice_form.html", form=form, voice=None, answer_days=answer_days, said_on=place.words
        ),
        form.http_status,
    )


@dataclass(frozen=True)
class WhereSaid:
    """The meeting or the contact from which the form was opened, and what it tells already."""

    on: date
    channel: str = ""
    meeting_id: int | None = None
    contact_id: int | None = None
    action_id: int | None = None
    words: str = ""


def _where_said(network: Network) -> WhereSaid:
    """Of the address of the form; what does not exist here says nothing."""
    meeting_id, contact_id = typed_id(request.args.get("meeting")), typed_id(request.args.get("contact"))
    if meeting_id and (meeting := queries.find_meeting(network.id, meeting_id)):
        on = min(in_brussels(meeting.starts_at).date(), today())
        return WhereSaid(on, Channel.MEETING, meeting_id=meeting.id, words=f"{meeting.title}, {day(on)}")
    if contact_id and (contact := queries.find_contact(network.id, contact_id)):
        words = f"{contact.with_whom}, {day(contact.on)}"
        return WhereSaid(contact.on, Channel.INFORMAL, contact_id=contact.id, action_id=contact.action_id, words=words)
    return WhereSaid(today())


@bp.route("/say", methods=["GET", "POST"])
@in_network(Role.EXPERT)
def say_voice(network: Network) -> ResponseReturnValue:
    """Say what you think: one box, and perhaps which action it is about."""
    actor = current_actor()
    insist(access.can_say(actor))
    asked = typed_id(request.args.get("action"))
    form = SayForm(action_id=str(asked or ""))
    form.offer(queries.list_action_choices(network.id, [today().year], also=asked))
    if again := saved_before(form):
        return again
    if form.validate_on_submit() and form.accepts(
        operations.say_voice,
        network,
        text=form.text.data,
        today=today(),
        typed_by_id=actor.account_id,
        action_id=optional_id(form.action_id.data),
        quote_consent=form.quote_consent.data,
        on_behalf=form.on_behalf.data,
    ):
        page = note_saved(form, voice_page(network, form.outcome))
        db.session.commit()
        flash(_("Dank je wel. Wij lezen dit en je krijgt een antwoord."), "success")
        return redirect(page)
    answer_days = queries.answer_days_of(network.id)
    return render_template("participation/say_voice.html", form=form, answer_days=answer_days), form.http_status


@bp.route("/<int:voice_id>/edit", methods=["GET", "POST"])
@in_network(Role.COORDINATOR, Role.PARTNER)
def edit_voice(network: Network, voice_id: int) -> ResponseReturnValue:
    """Mend a voice; who was overtaken sees what changed and keeps the own text."""
    take_turn(network)
    found = queries.get_voice(network.id, voice_id)
    insist(access.can_edit_voice(current_actor(), found))
    form = VoiceForm(obj=found)
    _offer(form, network, found.action_id, found.reply_way)
    keep_watch(form, found)
    if form.validate_on_submit() and form.accepts(
        operations.edit_voice, found, today=today(), at=now(), **_values(form)
    ):
        db.session.commit()
        flash(_("De inbreng is bewaard."), "success")
        return redirect(voice_page(network, found))
    return render_template("participation/voice_form.html", form=form, voice=found), form.http_status


def _offer(form: VoiceForm, network: Network, action_id: int | None, held_way: ReplyWay = ReplyWay.NONE) -> None:
    form.offer(
        queries.list_action_choices(network.id, years_around(), also=action_id),
        list_partner_choices(network.id),
        tidings.list_companion_choices(network.id),
        held_way,
    )


def _values(form: VoiceForm) -> dict[str, Any]:
    """The columns of a voice out of a form that was checked."""
    return {
        "text": form.text.data or "",
        "channel": Channel(form.channel.data),
        "speaker": Speaker(form.speaker.data),
        "quote_consent": form.quote_consent.data,
        "is_quote": form.is_quote.data,
        "on_behalf": form.on_behalf.data,
        "threshold": Threshold(form.threshold.data) if form.threshold.data else None,
        "action_id": optional_id(form.action_id.data),
        "partner_id": optional_id(form.partner_id.data),
        "place": form.place.data or "",
        "received_on": form.received_on.data,
        "promised_on": form.promised_on.data,
        "follow": Follow(
            ReplyWay(form.reply_way.data or ReplyWay.NONE),
            address=form.reply_mail.data or "",
            companion_id=optional_id(form.companion_id.data),
            companion_role=form.companion_role.data or "",
        ),
    }
