"""The page of one voice, its first step, and taking it back."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now, today
from portal.history.overtaking import take_turn
from portal.history.queries import list_changes
from portal.network.models import Network
from portal.participation import access, operations, queries
from portal.participation.forms import ConfirmForm
from portal.participation.models import Voice
from portal.participation.routes.doors import bp, voice_of_reader, voice_page, voice_to_answer
from portal.participation.rules import DECIDED_STATES
from portal.participation.types import VoiceState
from portal.web.guards import current_actor, in_network, insist


@bp.get("/<int:voice_id>")
@in_network()
def voice(network: Network, voice_id: int) -> ResponseReturnValue:
    """One voice: what was said, where it stands, the answer, and what changed."""
    return shown(network, voice_of_reader(network, voice_id))


def shown(network: Network, found: Voice, refused: str = "", status: int = 200) -> ResponseReturnValue:
    """The page of a voice; with why a step was refused, when one was."""
    actor = current_actor()
    return render_template(
        "participation/voice.html",
        voice=found,
        refused=refused,
        step=_step(found.state),
        works=access.can_record_voice(actor),
        reads_words=access.can_read_words(actor, found),
        is_own=access.is_own_voice(actor, found),
        can_edit=access.can_edit_voice(actor, found),
        can_answer=access.can_answer_voice(actor, found),
        can_withdraw=access.can_withdraw_voice(actor, found),
        is_decided=found.state in DECIDED_STATES,
        changes=list_changes("voice", found.id, network.id, most=50) if access.can_see_history(actor) else [],
    ), status


def _step(state: VoiceState) -> int:
    """How far a voice is in its life: heard, discussed, decided, told back."""
    if state is VoiceState.RECEIVED:
        return 1
    if state is VoiceState.DISCUSSED:
        return 2
    return 4 if state is VoiceState.TOLD_BACK else 3


@bp.post("/<int:voice_id>/discuss")
@in_network(Role.COORDINATOR)
def discuss_voice(network: Network, voice_id: int) -> ResponseReturnValue:
    """The network talked about it."""
    take_turn(network)
    found = voice_to_answer(network, voice_id)
    form = ConfirmForm()
    if form.validate_on_submit() and form.accepts(operations.discuss_voice, found, on=today()):
        db.session.commit()
        flash(_("De inbreng staat op besproken."), "success")
        return redirect(voice_page(network, found))
    return shown(network, found, " ".join(form.form_errors), 422)


@bp.post("/<int:voice_id>/withdraw")
@in_network(Role.COORDINATOR, Role.PARTNER, Role.EXPERT)
def withdraw_voice(network: Network, voice_id: int) -> ResponseReturnValue:
    """Take a voice back; its words are wiped out."""
    take_turn(network)
    found = queries.get_voice(network.id, voice_id)
    if not found.is_withdrawn:
        insist(access.can_withdraw_voice(current_actor(), found))
        operations.withdraw_voice(found, at=now())
        db.session.commit()
    insist(access.can_see_voice(current_actor(), found))
    flash(_("De inbreng is ingetrokken. De woorden zijn gewist."), "notice")
    return redirect(url_for("participation.voices", slug=network.slug))
