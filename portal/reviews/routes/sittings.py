"""A round in a group: a question on the screen for everybody, hands counted by tapping or typing, and the overview."""

from __future__ import annotations

from typing import Any, NamedTuple

from flask import abort, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now, today
from portal.history.overtaking import keep_watch, marks_of, packed, take_turn
from portal.network.models import Network
from portal.participation.forms import ConfirmForm
from portal.reviews import hands
from portal.reviews.forms.sittings import HandForm, SittingForm, TotalsForm
from portal.reviews.models import ReviewSitting, RoundAction
from portal.reviews.operations import sittings as operations
from portal.reviews.queries import sittings as queries
from portal.reviews.routes.doors import bp
from portal.reviews.routes.paper import round_on_paper
from portal.reviews.routes.rounds import round_href
from portal.reviews.types import Question, RoundState
from portal.web.guards import current_actor, in_network
from portal.web.sent_forms import came_before, new_key, note_saved, saved_before


class Step(NamedTuple):
    """One question about one action: what the screen shows at a time."""

    about: RoundAction
    question: Question

    @property
    def values(self) -> dict[str, Any]:
        """Its parts of the address."""
        return {"position": self.about.position, "question": self.question.value}


def _steps(sitting: ReviewSitting) -> list[Step]:
    asked = [one for one in Question if one.value in sitting.round.questions]
    return [Step(about, question) for about in sitting.round.actions for question in asked]


def _sitting(network: Network, round_id: int, sitting_id: int) -> ReviewSitting:
    round_on_paper(network, round_id)
    return queries.get_sitting(network.id, round_id, sitting_id)


def _step(sitting: ReviewSitting, position: int, question: str) -> Step:
    found = (one for one in _steps(sitting) if one.values == {"position": position, "question": question})
    return next(found, None) or abort(404)


def _href(network: Network, sitting: ReviewSitting, endpoint: str = "sitting", **values: Any) -> str:
    return url_for(f"reviews.{endpoint}", slug=network.slug, round_id=sitting.round_id, sitting_id=sitting.id, **values)


@bp.route("/reading-rounds/<int:round_id>/sittings/start", methods=["GET", "POST"])
@in_network(Role.COORDINATOR, Role.PARTNER)
def start_sitting(network: Network, round_id: int) -> ResponseReturnValue:
    """How many people, when and where; then the first question."""
    held = round_on_paper(network, round_id)
    form = SittingForm(held_on=today())
    if again := saved_before(form):
        return again
    if form.validate_on_submit() and form.accepts(
        operations.begin_sitting,
        held,
        held_on=form.held_on.data,
        people=form.people.data,
        place=form.place.data or "",
        account_id=current_actor().account_id,
        today=today(),
    ):
        sitting: ReviewSitting = form.outcome
        page = note_saved(form, _href(network, sitting, "count_hands", **_steps(sitting)[0].values))
        db.session.commit()
        return redirect(page)
    is_draft = held.state is RoundState.DRAFT
    return render_template("reviews/sitting_form.html", form=form, round=held, sitting=None, is_draft=is_draft), (
        form.http_status
    )


@bp.route("/reading-rounds/<int:round_id>/sittings/<int:sitting_id>/edit", methods=["GET", "POST"])
@in_network(Role.COORDINATOR, Role.PARTNER)
def edit_sitting(network: Network, round_id: int, sitting_id: int) -> ResponseReturnValue:
    """Somebody came later, or the place was wrong."""
    take_turn(network)
    sitting = _sitting(network, round_id, sitting_id)
    form = SittingForm(obj=sitting)
    keep_watch(form, sitting)
    if form.validate_on_submit() and form.accepts(
        operations.edit_sitting,
        sitting,
        held_on=form.held_on.data,
        people=form.people.data,
        place=form.place.data or "",
        today=today(),
    ):
        db.session.commit()
        flash(_("Het leesmoment is bewaard."), "success")
        return redirect(_href(network, sitting))
    return render_template("reviews/sitting_form.html", form=form, round=sitting.round, sitting=sitting), (
        form.http_status
    )


@bp.get("/reading-rounds/<int:round_id>/sittings/<int:sitting_id>")
@in_network(Role.COORDINATOR, Role.PARTNER)
def sitting(network: Network, round_id: int, sitting_id: int) -> ResponseReturnValue:
    """Everything that was counted, and what is left to ask."""
    return _overview(network, _sitting(network, round_id, sitting_id))


def _overview(network: Network, found: ReviewSitting, refused: str = "", status: int = 200) -> ResponseReturnValue:
    counted = queries.count_hands(found)
    steps = _steps(found)
    empty = [one for one in steps if not any(counted[one.about.id][one.question].values())]
    return render_template(
        "reviews/sitting.html",
        sitting=found,
        round=found.round,
        counted=counted,
        answers=hands.ANSWERS,
        label_of=hands.label_of,
        asked=[one for one in Question if one.value in found.round.questions],
        empty=empty,
        go_on=empty[0] if empty else steps[0],
        refused=refused,
    ), status


@bp.route("/reading-rounds/<int:round_id>/sittings/<int:sitting_id>/<int:position>/<question>", methods=["GET", "POST"])
@in_network(Role.COORDINATOR, Role.PARTNER)
def count_hands(network: Network, round_id: int, sitting_id: int, position: int, question: str) -> ResponseReturnValue:
    """One question, to be read across the room; a POST holds totals that were typed."""
    found = _sitting(network, round_id, sitting_id)
    step = _step(found, position, question)
    if request.method == "POST":
        operations.wait_for_turn(found)
    form = TotalsForm.of_question(step.question)()
    counted = queries.count_answers_to(found.id, step.about.id, step.question)
    form.hold_counted(counted)
    keep_watch(form, found)
    if form.validate_on_submit() and form.accepts(
        operations.set_hands, found, about=step.about, question=step.question, totals=form.totals
    ):
        db.session.commit()
        flash(_("De aantallen zijn bewaard."), "success")
        return redirect(_href(network, found, "count_hands", **step.values))
    return _screen(network, found, step, form, counted), form.http_status


def _screen(
    network: Network, found: ReviewSitting, step: Step, form: Any, counted: dict[str, int], refused: str = ""
) -> str:
    steps = _steps(found)
    place = steps.index(step)
    return render_template(
        "reviews/sitting_screen.html",
        sitting=found,
        round=found.round,
        step=step,
        place=place + 1,
        steps=len(steps),
        before=steps[place - 1] if place else None,
        after=steps[place + 1] if place + 1 < len(steps) else None,
        answers=[
            (one, hands.label_of(step.question, one), counted.get(one, 0)) for one in hands.ANSWERS[step.question]
        ],
        is_one_each=step.question in hands.ONE_ANSWER_EACH,
        total=sum(counted.values()),
        form=form,
        hand=HandForm(formdata=None, once=new_key()),
        refused=refused,
    )


@bp.post("/reading-rounds/<int:round_id>/sittings/<int:sitting_id>/<int:position>/<question>/hands")
@in_network(Role.COORDINATOR, Role.PARTNER)
def raise_hand(network: Network, round_id: int, sitting_id: int, position: int, question: str) -> ResponseReturnValue:
    """One hand more or less; the same tap that comes in twice is counted once."""
    found = _sitting(network, round_id, sitting_id)
    step = _step(found, position, question)
    page = _href(network, found, "count_hands", **step.values)
    form = HandForm()
    if came_before(form):
        return _told(found, step) if _wants_counts() else redirect(page)
    if form.validate_on_submit() and form.accepts(
        operations.raise_hand,
        found,
        about=step.about,
        question=step.question,
        answer=form.answer.data or "",
        step={"1": 1, "-1": -1}.get(form.step.data or "", 0),
    ):
        note_saved(form, page)
        db.session.commit()
        return _told(found, step) if _wants_counts() else redirect(page)
    db.session.rollback()
    return _refused_hand(network, round_id, sitting_id, step, " ".join(form.form_errors))


def _wants_counts() -> bool:
    """The script of the page asks for numbers instead of a page."""
    return request.accept_mimetypes.best == "application/json"


def _told(found: ReviewSitting, step: Step, refused: str = "", status: int = 200) -> ResponseReturnValue:
    counted = queries.count_answers_to(found.id, step.about.id, step.question)
    return jsonify(hands=counted, total=sum(counted.values()), people=found.people, message=refused), status


def _refused_hand(network: Network, round_id: int, sitting_id: int, step: Step, refused: str) -> ResponseReturnValue:
    found = _sitting(network, round_id, sitting_id)
    step = _step(found, step.about.position, step.question.value)
    if _wants_counts():
        return _told(found, step, refused, 422)
    counted = queries.count_answers_to(found.id, step.about.id, step.question)
    form = TotalsForm.of_question(step.question)(formdata=None)
    form.hold_counted(counted)
    form.opened.data = packed(marks_of(form))
    return _screen(network, found, step, form, counted, refused), 422


@bp.post("/reading-rounds/<int:round_id>/sittings/<int:sitting_id>/finish")
@in_network(Role.COORDINATOR, Role.PARTNER)
def finish_sitting(network: Network, round_id: int, sitting_id: int) -> ResponseReturnValue:
    """Everything was asked and counted."""
    take_turn(network)
    found = _sitting(network, round_id, sitting_id)
    if ConfirmForm().validate_on_submit():
        operations.finish_sitting(found, at=now())
        db.session.commit()
        flash(_("Klaar. Bedank de mensen, en zeg wanneer ze iets terug horen."), "success")
    return redirect(_href(network, found))


@bp.post("/reading-rounds/<int:round_id>/sittings/<int:sitting_id>/resume")
@in_network(Role.COORDINATOR, Role.PARTNER)
def resume_sitting(network: Network, round_id: int, sitting_id: int) -> ResponseReturnValue:
    """Something was forgotten."""
    take_turn(network)
    found = _sitting(network, round_id, sitting_id)
    if ConfirmForm().validate_on_submit():
        operations.resume_sitting(found)
        db.session.commit()
    return redirect(_href(network, found))


@bp.post("/reading-rounds/<int:round_id>/sittings/<int:sitting_id>/withdraw")
@in_network(Role.COORDINATOR, Role.PARTNER)
def withdraw_sitting(network: Network, round_id: int, sitting_id: int) -> ResponseReturnValue:
    """It was a try-out or a mistake: its hands do not count."""
    take_turn(network)
    found = _sitting(network, round_id, sitting_id)
    if ConfirmForm().validate_on_submit():
        operations.withdraw_sitting(found, at=now())
        db.session.commit()
        flash(_("Het leesmoment telt niet meer mee."), "notice")
    return redirect(round_href(network, found.round))
