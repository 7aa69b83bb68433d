"""What readers said per action, and the one tap that makes it a voice to be answered."""

from __future__ import annotations

from typing import Any

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import today
from portal.history.overtaking import take_turn
from portal.network.models import Network
from portal.plans.models import Plan
from portal.reviews import access
from portal.reviews.forms.rounds import PressForm
from portal.reviews.models import ReviewRound
from portal.reviews.operations.results import hear_readers
from portal.reviews.opinions import (
    AGREEMENT_DEFINITION,
    AGREEMENT_LABELS,
    agreement_of,
    main_opinion,
    people_in,
    ranked_stops,
    share_of_largest,
    stop_words,
    sum_of,
)
from portal.reviews.queries import rounds as queries
from portal.reviews.queries.tallies import count_readers, list_own_words, tally_by_way
from portal.reviews.routes.doors import bp
from portal.reviews.rules import Tally
from portal.reviews.telling import summary_text
from portal.reviews.types import ANSWER_WAY_LABELS, Question, Readers, RoundState
from portal.web.guards import current_actor, in_network, insist


@bp.get("/reading-rounds/<int:round_id>/results")
@in_network()
def results(network: Network, round_id: int) -> ResponseReturnValue:
    """Per action: will it help, what stops people, is it fair, and the answer of the network."""
    held = queries.get_round(network.id, round_id)
    actor = current_actor()
    insist(access.can_see_results(actor) and (held.state is not RoundState.DRAFT or access.can_run_rounds(actor)))
    return _results_page(network, held)


def _results_page(network: Network, held: ReviewRound, refused: str = "", status: int = 200) -> ResponseReturnValue:
    actor = current_actor()
    ids = [one.id for one in held.actions]
    by_way = tally_by_way(network.id, ids)
    return render_template(
        "reviews/results.html",
        round=held,
        rows=[_row(held, one, by_way[one.id]) for one in held.actions],
        readers=count_readers(network.id, [held.id]).get(held.id, Readers()),
        words=list_own_words(network.id, ids) if access.can_see_own_words(actor) else {},
        way_labels=ANSWER_WAY_LABELS,
        stop_words=stop_words,
        definition=AGREEMENT_DEFINITION,
        may_answer=access.can_answer_readers(actor),
        may_run=access.can_run_rounds(actor),
        may_type=access.can_type_sheets(actor),
        sees_words=access.can_see_own_words(actor),
        refused=refused,
    ), status


def _row(held: ReviewRound, about: Any, ways: dict[Any, Tally]) -> dict[str, Any]:
    """One action as the page shows it."""
    whole = sum_of(ways.values())
    agreement = agreement_of(whole)
    return {
        "about": about,
        "tally": whole,
        "ways": {way: tally for way, tally in ways.items() if people_in(tally)},
        "people": people_in(whole),
        "stops": ranked_stops(whole),
        "main": main_opinion(whole),
        "share": share_of_largest(whole),
        "agreement": AGREEMENT_LABELS[agreement] if agreement else None,
        "waits": whole.is_rejected and not about.is_answered,
        "asks": {one: one.value in held.questions for one in Question},
    }


@bp.post("/reading-rounds/<int:round_id>/results/<int:round_action_id>/answer")
@in_network(Role.COORDINATOR)
def answer_readers(network: Network, round_id: int, round_action_id: int) -> ResponseReturnValue:
    """What readers said becomes a voice; on to the form that answers it."""
    take_turn(network)
    held = queries.get_round(network.id, round_id)
    about = queries.get_round_action(held, round_action_id)
    insist(access.can_answer_readers(current_actor()))
    form = PressForm()
    tally = queries.tally_actions(network.id, [about.id])[about.id]
    if form.validate_on_submit() and form.accepts(
        hear_readers,
        about,
        network=network,
        text=summary_text(tally),
        tally=tally,
        today=today(),
        account_id=current_actor().account_id,
    ):
        db.session.commit()
        return redirect(url_for("participation.answer_voice", slug=network.slug, voice_id=form.outcome.id))
    return _results_page(network, held, " ".join(form.form_errors), 422)


@bp.app_template_global("readers_of_plan")
def readers_of_plan(plan: Plan) -> dict[str, Any] | None:
    """For the page of a plan, which does not know this part: its rounds, and what waits for an answer."""
    actor = current_actor()
    if not access.can_see_results(actor):
        return None
    rounds = queries.list_rounds_of_plan(plan.network_id, plan.id)
    may_run = access.can_run_rounds(actor)
    return {
        "rounds": [one for one in rounds if may_run or one.state is not RoundState.DRAFT],
        "waiting": queries.list_unanswered_objections(plan.network_id, plan.id) if rounds else [],
        "may_run": may_run and plan.is_of_one_year,
    }
