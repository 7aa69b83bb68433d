"""Choosing, one by one, which actions and which voices are on the page."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now, today
from portal.history.overtaking import keep_watch, take_turn
from portal.network.models import Network
from portal.open_page import contents, operations, queries, rules
from portal.open_page.forms import HIDDEN, ChooseActionsForm, ShowVoiceForm
from portal.open_page.models import OpenPage
from portal.open_page.routes.doors import bp, overview_href, page_to_decide
from portal.open_page.types import Showing
from portal.participation.models import Voice
from portal.plans.types import ActionStatus
from portal.web.guards import in_network
from portal.web.paging import asked_page


@bp.route("/networks/<slug>/open-page/actions", methods=["GET", "POST"])
@in_network(Role.COORDINATOR)
def choose_actions(network: Network) -> ResponseReturnValue:
    """Take actions of this year off the page, or put them back."""
    take_turn(network)
    page = page_to_decide(network)
    actions = queries.list_actions_of_year(network.id, today().year)
    off = queries.taken_off(page)
    # Also those that cannot be on it yet: who agrees on the plan must not be surprised by what is public then.
    offered = {action.id: action for action in actions if action.status is not ActionStatus.DROPPED}
    form = ChooseActionsForm(shown=[str(key) for key in offered if key not in off])
    form.offer([(str(key), action.plain_sentence or action.title) for key, action in offered.items()])
    keep_watch(form, *queries.list_omissions(page))
    if form.validate_on_submit() and form.accepts(
        operations.choose_actions, page, shown=[int(key) for key in form.shown.data or ()], offered=offered.keys()
    ):
        db.session.commit()
        flash(_("Bewaard welke acties op de pagina staan."), "success")
        return redirect(overview_href(network))
    never = [found for action in actions if (found := contents.why_off(action, frozenset()))]
    return (
        render_template(
            "open_page/choose_actions.html", form=form, never=never, has_offer=bool(offered), this_year=today().year
        ),
        form.http_status,
    )


@bp.get("/networks/<slug>/open-page/voices")
@in_network(Role.COORDINATOR)
def choose_voices(network: Network) -> ResponseReturnValue:
    """Answers that were told back, and which of them are on the page."""
    open_page = page_to_decide(network)
    page, chosen = queries.page_of_voices_to_choose(open_page, asked_page())
    return render_template("open_page/choose_voices.html", page=page, chosen=chosen)


@bp.route("/networks/<slug>/open-page/voices/<int:told_id>", methods=["GET", "POST"])
@in_network(Role.COORDINATOR)
def show_voice(network: Network, told_id: int) -> ResponseReturnValue:
    """Choose one voice for the page: literally when that may, in short, or not."""
    take_turn(network)
    page = page_to_decide(network)
    voice = queries.get_voice_to_choose(network.id, told_id)
    chosen = queries.find_chosen_voice(page, voice.id)
    may_quote = rules.can_be_quoted(is_quote=voice.is_quote, quote_consent=voice.quote_consent)
    form = ShowVoiceForm()
    form.offer(may_quote=may_quote or (chosen is not None and chosen.showing is Showing.QUOTE))
    form.hold("showing", chosen.showing.value if chosen else HIDDEN)
    form.hold("summary", chosen.summary if chosen else "")
    keep_watch(form, *([chosen] if chosen else []))
    if form.validate_on_submit() and form.accepts(_show, page, voice, form):
        db.session.commit()
        flash(_("Bewaard."), "success")
        return redirect(url_for("open_page.choose_voices", slug=network.slug))
    return (
        render_template("open_page/show_voice.html", form=form, voice=voice, may_quote=may_quote),
        form.http_status,
    )


def _show(page: OpenPage, voice: Voice, form: Any) -> None:
    if form.showing.data == HIDDEN:
        operations.hide_voice(page, voice)
        return
    operations.show_voice(page, voice, showing=Showing(form.showing.data), summary=form.summary.data or "", at=now())
