"""Reading rounds for who prepares them: the list, a new one, its page, opening and closing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import today
from portal.history.overtaking import keep_watch, take_turn
from portal.history.queries import list_changes
from portal.network.models import Network
from portal.participation.types import Speaker
from portal.plans.asking import typed_id
from portal.plans.models import Action, Plan
from portal.reviews import access
from portal.reviews.forms.rounds import EditRoundForm, OpenRoundForm, PrepareRoundForm, PressForm
from portal.reviews.models import ReviewRound, ReviewText
from portal.reviews.operations import rounds as operations
from portal.reviews.queries import rounds as queries
from portal.reviews.queries import subjects
from portal.reviews.queries.tallies import count_readers
from portal.reviews.routes.doors import bp, round_to_run
from portal.reviews.routes.secrets import secrets_page
from portal.reviews.rules import check_links_wanted
from portal.reviews.types import Question, Readers, RoundState
from portal.web.guards import current_actor, in_network, insist
from portal.web.sent_forms import note_saved, saved_before

USUAL_DAYS = 21  # that a round stays open when nobody says otherwise
FIRST_ACTIONS = 8  # ticked at once: more is tiring
USUAL_LINKS = 8  # one sheet of cards


@bp.get("/reading-rounds")
@in_network()
def rounds(network: Network) -> ResponseReturnValue:
    """Every round of the network; experts and readers along see those that were opened."""
    actor = current_actor()
    insist(access.can_see_results(actor))
    may_run = access.can_run_rounds(actor)
    listed = [one for one in queries.list_rounds(network.id) if may_run or one.state is not RoundState.DRAFT]
    return render_template(
        "reviews/rounds.html",
        rounds=listed,
        readers=count_readers(network.id, [one.id for one in listed]),
        may_run=may_run,
        works=access.can_write_texts(actor),
        can_say=Role.EXPERT in actor.roles,
        today=today(),
    )


@bp.route("/reading-rounds/new", methods=["GET", "POST"])
@in_network(Role.COORDINATOR)
def prepare_round(network: Network) -> ResponseReturnValue:
    """A new round on a plan, an action or a text; without one in the address, the choice between them."""
    insist(access.can_run_rounds(current_actor()))
    about = _asked_subject(network)
    if about is None:
        return render_template(
            "reviews/choose_subject.html",
            plans=subjects.list_plans_to_read(network.id),
            texts=subjects.list_texts_to_read(network.id),
        )
    take_turn(network)
    actions = _actions_of(about)
    form = _new_form(about, actions)
    if again := saved_before(form):
        return again
    if form.validate_on_submit() and form.accepts(_prepare, form, network, about, actions):
        held, made = form.outcome
        note_saved(form, round_href(network, held))
        db.session.commit()
        if made:
            return secrets_page(network, held, made)
        return redirect(round_href(network, held))
    silent = [one for one in actions if not one.plain_sentence]
    return (
        render_template("reviews/prepare_round.html", form=form, about=about, silent=silent, year=_year_of(about)),
        form.http_status,
    )


def _asked_subject(network: Network) -> subjects.Subject | None:
    """What the address says that the round is about."""
    for kind in ("plan", "action", "text"):
        asked = request.args.get(kind)
        if asked is not None:
            return subjects.get_subject(network.id, kind, typed_id(asked) or 0)
    return None


def _actions_of(about: subjects.Subject) -> list[Action]:
    if isinstance(about, Plan):
        return list(subjects.list_actions_to_read(about))
    return [about] if isinstance(about, Action) else []


def _year_of(about: subjects.Subject) -> int | None:
    return about.first_year if isinstance(about, Plan) else about.year if isinstance(about, Action) else None


def _new_form(about: subjects.Subject, actions: list[Action]) -> PrepareRoundForm:
    form = PrepareRoundForm(
        title=_("Lees mee: %(title)s", title=about.title)[:200],
        closes_on=today() + timedelta(days=USUAL_DAYS),
        questions=[one.value for one in Question],
        action_ids=[str(one.id) for one in actions[:FIRST_ACTIONS]],
        count=USUAL_LINKS,
        speaker=Speaker.EXPERT.value,
        open_now=True,
    )
    form.offer([(str(one.id), one.title) for one in actions])
    if not isinstance(about, Plan):
        del form.action_ids
    if isinstance(about, ReviewText):
        del form.questions
    return form


def _prepare(
    form: PrepareRoundForm, network: Network, about: subjects.Subject, actions: list[Action]
) -> tuple[ReviewRound, list[Any]]:
    """The round, opened when that is asked, with its first links."""
    if form.count.data:
        check_links_wanted(form.count.data)
    held = operations.prepare_round(
        network,
        title=form.title.data,
        about=about,
        questions=form.questions.data or () if form.questions else (),
        closes_on=form.closes_on.data or today(),
        today=today(),
        introduction=form.introduction.data or "",
        actions=_chosen(form, actions) if isinstance(about, Plan) else actions,
    )
    if form.open_now.data:
        operations.open_round(held, today=today())
    if not form.count.data:
        return held, []
    speaker = Speaker(form.speaker.data or Speaker.EXPERT.value)
    return held, operations.hand_out_links(
        held, count=form.count.data, speaker=speaker, given_by=form.given_by.data or ""
    )


def _chosen(form: PrepareRoundForm, actions: list[Action]) -> list[Action]:
    ticked = set(form.action_ids.data or ())
    return operations.check_chosen([one for one in actions if str(one.id) in ticked])


def round_href(network: Network, held: ReviewRound) -> str:
    return url_for("reviews.round", slug=network.slug, round_id=held.id)


@bp.get("/reading-rounds/<int:round_id>", endpoint="round")
@in_network(Role.COORDINATOR, Role.PARTNER)
def one_round(network: Network, round_id: int) -> ResponseReturnValue:
    """How far a round is, its links, and what can be done with it."""
    insist(access.can_type_sheets(current_actor()))
    return round_page(network, queries.get_round(network.id, round_id))


def round_page(network: Network, held: ReviewRound, refused: str = "", status: int = 200) -> ResponseReturnValue:
    """The page of a round, also when something about it was refused."""
    return render_template(
        "reviews/round.html",
        round=held,
        readers=count_readers(network.id, [held.id]).get(held.id, Readers()),
        links=held.links,
        silent=[one.action for one in held.actions if not one.action.plain_sentence],
        is_over=held.state is RoundState.OPEN and held.closes_on < today(),
        later=today() + timedelta(days=USUAL_DAYS),
        may_run=access.can_run_rounds(current_actor()),
        refused=refused,
        changes=list_changes("review_round", held.id, network.id, most=50),
    ), status


@bp.route("/reading-rounds/<int:round_id>/edit", methods=["GET", "POST"])
@in_network(Role.COORDINATOR)
def edit_round(network: Network, round_id: int) -> ResponseReturnValue:
    """Change the words of a round and its last day."""
    held = round_to_run(network, round_id)
    form = EditRoundForm(obj=held)
    form.offer_questions()
    if held.opened_on is not None or held.text_id is not None:
        del form.questions
    keep_watch(form, held)
    if form.validate_on_submit() and form.accepts(
        operations.edit_round,
        held,
        title=form.title.data,
        introduction=form.introduction.data or "",
        questions=form.questions.data or () if form.questions else held.questions,
        closes_on=form.closes_on.data,
        today=today(),
    ):
        db.session.commit()
        flash(_("De leesronde is bewaard."), "success")
        return redirect(round_href(network, held))
    return render_template("reviews/edit_round.html", form=form, round=held), form.http_status


@bp.post("/reading-rounds/<int:round_id>/open")
@in_network(Role.COORDINATOR)
def open_round(network: Network, round_id: int) -> ResponseReturnValue:
    """From now on people can answer; a closed round gets a later day."""
    held = round_to_run(network, round_id)
    form = OpenRoundForm()
    if form.validate_on_submit() and form.accepts(
        operations.open_round, held, today=today(), closes_on=form.closes_on.data
    ):
        db.session.commit()
        flash(_("De leesronde loopt. Wie een link heeft, kan antwoorden."), "success")
        return redirect(round_href(network, held))
    return round_page(network, held, " ".join([*form.form_errors, *form.closes_on.errors]), 422)


@bp.post("/reading-rounds/<int:round_id>/close")
@in_network(Role.COORDINATOR)
def close_round(network: Network, round_id: int) -> ResponseReturnValue:
    """Nobody answers any more; readers can come back for what became of it."""
    held = round_to_run(network, round_id)
    form = PressForm()
    if form.validate_on_submit() and form.accepts(operations.close_round, held, on=today()):
        db.session.commit()
        flash(_("De leesronde is afgesloten. Antwoord nu aan de lezers."), "success")
        return redirect(url_for("reviews.results", slug=network.slug, round_id=held.id))
    return round_page(network, held, " ".join(form.form_errors), 422)
