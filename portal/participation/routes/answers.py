"""Answering a voice and telling the answer back; two people at once lose nothing."""

from __future__ import annotations

from flask import flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import today
from portal.history.overtaking import keep_watch, take_turn
from portal.network.models import Network
from portal.participation import operations
from portal.participation.forms import AnswerForm, TellBackForm
from portal.participation.routes.doors import bp, voice_page, voice_to_answer
from portal.participation.types import TELLING_OF_REPLY, Channel, Outcome, ReplyWay, TellingWay, VoiceState
from portal.web.guards import in_network


@bp.route("/<int:voice_id>/answer", methods=["GET", "POST"])
@in_network(Role.COORDINATOR)
def answer_voice(network: Network, voice_id: int) -> ResponseReturnValue:
    """Write what the network does with a voice, and why."""
    take_turn(network)
    found = voice_to_answer(network, voice_id)
    form = AnswerForm(obj=found.response)
    form.offer()
    keep_watch(form, found.response or found)
    if form.validate_on_submit() and form.accepts(
        operations.answer_voice,
        found,
        outcome=Outcome(form.outcome.data),
        answer=form.answer.data or "",
        reason=form.reason.data or "",
        on=today(),
    ):
        db.session.commit()
        flash(_("Het antwoord is bewaard. Vertel het nu aan wie sprak."), "success")
        return redirect(voice_page(network, found))
    is_told = found.state is VoiceState.TOLD_BACK
    return render_template("participation/answer_voice.html", form=form, voice=found, is_told=is_told), form.http_status


@bp.route("/<int:voice_id>/tell-back", methods=["GET", "POST"])
@in_network(Role.COORDINATOR)
def tell_back(network: Network, voice_id: int) -> ResponseReturnValue:
    """Write down how who spoke heard the answer."""
    take_turn(network)
    found = voice_to_answer(network, voice_id)
    if found.response is None:
        flash(_("Er is nog geen antwoord om terug te koppelen. Schrijf eerst het antwoord."), "notice")
        return redirect(url_for("participation.answer_voice", slug=network.slug, voice_id=found.id))
    form = TellBackForm(obj=found.response)
    form.offer(has_code=found.reply_way is ReplyWay.LETTER_BOX)
    keep_watch(form, found.response)
    if request.method == "GET" and found.response.told_on is None and g.get("kept_input") is None:
        form.told_on.data = today()
        form.told_by.data = _("coördinator")
        usual = TellingWay.PORTAL if found.channel is Channel.PORTAL else None
        chosen = TELLING_OF_REPLY.get(found.reply_way, usual)
        form.told_how.data = chosen.value if chosen else None
    if form.validate_on_submit() and form.accepts(
        operations.tell_back,
        found,
        told_on=form.told_on.data,
        told_how=TellingWay(form.told_how.data),
        told_by=form.told_by.data or "",
        today=today(),
    ):
        db.session.commit()
        flash(_("Bewaard. Wie sprak, weet nu wat ervan komt."), "success")
        return redirect(voice_page(network, found))
    return render_template("participation/tell_back.html", form=form, voice=found), form.http_status
