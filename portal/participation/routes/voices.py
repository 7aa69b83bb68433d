"""The list of voices with its filter, and what was said about one action."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import today
from portal.history.overtaking import keep_watch, take_turn
from portal.meetings.models import ContactMoment, Meeting
from portal.network.models import Network
from portal.participation import access, operations, queries, tidings
from portal.participation.asking import asked_filter
from portal.participation.forms import PromiseForm
from portal.participation.models import Voice
from portal.participation.queries import VoiceFilter
from portal.participation.routes.doors import bp
from portal.participation.types import VoiceState
from portal.plans.models import Action
from portal.plans.types import Threshold
from portal.web.guards import current_actor, in_network, insist
from portal.web.paging import asked_page


@bp.get("")
@in_network()
def voices(network: Network) -> ResponseReturnValue:
    """What people said and what became of it, as far as this reader may know."""
    actor = current_actor()
    wanted = asked_filter()
    to_tell, to_pass_on = tidings.count_to_tell(network.id, actor.account_id, letters=actor.coordinates)
    return render_template(
        "participation/voices.html",
        to_tell=to_tell,
        to_pass_on=to_pass_on,
        page=queries.page_of_voices(actor, network.id, wanted, asked_page(), today=today()),
        wanted=wanted,
        is_filtered=wanted != VoiceFilter(),
        states=VoiceState,
        thresholds=Threshold,
        actions=queries.list_action_choices_of_voices(actor, network.id),
        works=access.can_record_voice(actor),
        can_record=access.can_record_voice(actor),
        can_say=access.can_say(actor) and not access.can_record_voice(actor),
        can_promise=access.can_promise(actor),
    )


@bp.route("/promise", methods=["GET", "POST"])
@in_network(Role.COORDINATOR)
def promise(network: Network) -> ResponseReturnValue:
    """Choose within how many days the network answers."""
    insist(access.can_promise(current_actor()))
    take_turn(network)
    held = queries.find_answer_promise(network.id)
    form = PromiseForm(obj=held)
    if held is None:
        form.hold("answer_days", queries.answer_days_of(network.id))
    keep_watch(form, *([held] if held else []))
    if form.validate_on_submit() and form.accepts(
        operations.promise_answers, network, answer_days=form.answer_days.data
    ):
        db.session.commit()
        flash(_("Bewaard. Dit geldt voor nieuwe inbreng."), "success")
        return redirect(url_for("participation.voices", slug=network.slug))
    return render_template("participation/promise.html", form=form), form.http_status


@bp.app_template_global("voices_of_action")
def voices_of_action(action: Action) -> Sequence[Voice]:
    """What people said about an action, for the page of the action (1 statement)."""
    return queries.list_voices_of_action(current_actor(), action.network_id, action.id)


@bp.app_template_global("voices_of_meeting")
def voices_of_meeting(meeting: Meeting) -> Sequence[Voice]:
    """What people said on a meeting, for the page of the meeting (1 statement)."""
    return queries.list_voices_of_meeting(current_actor(), meeting.network_id, meeting.id)


@bp.app_template_global("voices_of_contact")
def voices_of_contact(moment: ContactMoment) -> Sequence[Voice]:
    """What was said in a contact, for the page of the contact (1 statement)."""
    return queries.list_voices_of_contact(current_actor(), moment.network_id, moment.id)


@bp.app_template_global("may_read_words_of")
def may_read_words_of(voice: Voice) -> bool:
    """As `may_read_words`, without asking whose work it is about: where only a few words are shown."""
    actor = current_actor()
    return actor.coordinates or access.is_own_voice(actor, voice) or voice.quote_consent


@bp.app_template_global("may_read_words_about")
def may_read_words_about(voice: Voice, action: Action) -> bool:
    """As `may_read_words`, on the page of an action that is read already: who carries it works on what was said."""
    actor = current_actor()
    if actor.partner_ids & (action.carrier_ids | {action.lead_partner_id}):
        return True
    return actor.coordinates or access.is_own_voice(actor, voice) or voice.quote_consent


@bp.app_template_global("ways_to_speak")
def ways_to_speak() -> dict[str, Any]:
    """Which of the two forms this reader has."""
    actor = current_actor()
    works = access.can_record_voice(actor)
    return {"record": works, "say": access.can_say(actor) and not works}
