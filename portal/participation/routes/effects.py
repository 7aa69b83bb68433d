"""What changed because of a voice: actions and decisions that it opened or altered."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.foundation.actor import Role
from portal.history.overtaking import take_turn
from portal.meetings.queries.minutes import get_decision
from portal.network.models import Network
from portal.participation import operations, queries
from portal.participation.forms import ConfirmForm, EffectForm
from portal.participation.models import Voice, VoiceEffect
from portal.participation.routes.doors import bp, voice_page, voice_to_answer, years_around
from portal.participation.types import EffectKind
from portal.plans.queries import get_action
from portal.web.forms import optional_id
from portal.web.guards import in_network
from portal.web.sent_forms import note_saved, saved_before


@bp.route("/<int:voice_id>/effects/add", methods=["GET", "POST"])
@in_network(Role.COORDINATOR)
def link_effect(network: Network, voice_id: int) -> ResponseReturnValue:
    """Say which action or decision was opened or changed because of a voice."""
    take_turn(network)
    found = voice_to_answer(network, voice_id)
    form = EffectForm()
    form.offer(
        queries.list_action_choices(network.id, years_around(), also=found.action_id),
        queries.list_decision_choices(network.id),
    )
    if again := saved_before(form):
        return again
    if form.validate_on_submit() and form.accepts(_link, form, network, found):
        page = note_saved(form, voice_page(network, found))
        db.session.commit()
        flash(_("Bewaard. Wie sprak, hoort het als dit verandert."), "success")
        return redirect(page)
    return render_template("participation/link_effect.html", form=form, voice=found), form.http_status


def _link(form: Any, network: Network, found: Voice) -> VoiceEffect:
    action_id, decision_id = optional_id(form.action_id.data), optional_id(form.decision_id.data)
    return operations.link_effect(
        found,
        action=get_action(network.id, action_id) if action_id else None,
        decision=get_decision(network.id, decision_id) if decision_id else None,
        kind=EffectKind(form.kind.data),
        note=form.note.data or "",
    )


@bp.post("/<int:voice_id>/effects/<int:effect_id>/remove")
@in_network(Role.COORDINATOR)
def unlink_effect(network: Network, voice_id: int, effect_id: int) -> ResponseReturnValue:
    """It was not this voice after all."""
    take_turn(network)
    found = voice_to_answer(network, voice_id)
    effect = queries.get_effect(network.id, found.id, effect_id)
    if ConfirmForm().validate_on_submit():
        operations.unlink_effect(effect)
        db.session.commit()
        flash(_("Dit staat niet meer bij deze inbreng."), "notice")
    return redirect(voice_page(network, found))
