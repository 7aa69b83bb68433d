"""The way of a voice: what was said, decided, done, spent, and what the report may say; and back from an expense."""

from __future__ import annotations

from collections.abc import Sequence

from flask import render_template
from flask.typing import ResponseReturnValue

from portal.funding.access import can_see_money
from portal.funding.models import Expense
from portal.network.models import Network
from portal.participation import access, chains, queries
from portal.participation.models import Voice
from portal.participation.routes.doors import bp, voice_of_reader
from portal.web.guards import current_actor, in_network, insist


@bp.get("/<int:voice_id>/chain")
@in_network()
def chain(network: Network, voice_id: int) -> ResponseReturnValue:
    """Voice, decisions, actions, what each action cost, and the sentence for the report."""
    actor = current_actor()
    found = voice_of_reader(network, voice_id)
    insist(access.can_walk_chain(actor, found))
    sees_money = can_see_money(actor)
    return render_template(
        "participation/chain.html",
        voice=found,
        reads_words=access.can_read_words(actor, found),
        works=access.can_record_voice(actor),
        links=chains.links_of(found, with_money=sees_money),
        shows_money=sees_money,
        sentences=chains.sentences_of(found, is_answered=access.can_record_voice(actor) or found.state == "told-back"),
    )


@bp.app_template_global("voices_behind")
def voices_behind(expense: Expense) -> Sequence[Voice]:
    """The voices behind the action of an expense, as far as this reader may know of them (1 statement)."""
    if expense.action_id is None:
        return []
    return queries.list_voices_of_action(current_actor(), expense.network_id, expense.action_id)
