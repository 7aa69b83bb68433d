"""The screens of a reader: a button to begin, one action at a time, the end, and later what became of it.

Opening a link never uses it: programs that look at mail open links too. Only a button does something.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flask import jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.extensions import db
from portal.foundation.clock import now, today
from portal.foundation.errors import RuleBroken
from portal.reviews.models import ReviewAnswer, ReviewLink, RoundAction
from portal.reviews.operations import sheets
from portal.reviews.opinions import minutes_needed, stops_to_show, told_outside
from portal.reviews.queries.rounds import tally_actions
from portal.reviews.routes.doors import link_of_reader, link_over, nameless, reading
from portal.reviews.rules import LONGEST_OWN_WORD
from portal.reviews.types import NOTHING, Fair, Helps, Question, RoundState, SheetWay, Subject
from portal.web.fields import tidy
from portal.web.guards import public
from portal.web.language import in_words

TEXT_PAGE = "reading.text"  # where a link to a text goes on


def takes_answers(link: ReviewLink) -> bool:
    """The round runs, and no sheet of paper counts for this reader.

    What was typed in from paper is never shown by a link: whoever typed may have taken the wrong number.
    """
    return link.round.state is RoundState.OPEN and link.round.closes_on >= today() and not counts_on_paper(link)


def counts_on_paper(link: ReviewLink) -> bool:
    """A sheet of paper was typed in under the number of this link, or in the place of what was tapped."""
    sheet = link.sheet
    return sheet is not None and (sheet.way is SheetWay.PAPER or sheet.withdrawn_at is not None)


def step_href(link: ReviewLink, token: str) -> str:
    """Where a reader goes on: the first action without an answer, or the end."""
    if link.round.subject is Subject.TEXT:
        return url_for(TEXT_PAGE, token=token)
    answered = _answers(link)
    place = next((place for place, one in enumerate(link.round.actions, 1) if one.id not in answered), None)
    return url_for("reading.end", token=token) if place is None else url_for("reading.step", token=token, place=place)


def _answers(link: ReviewLink) -> dict[int, ReviewAnswer]:
    """What was answered already, by the action of the round."""
    return {one.round_action_id: one for one in link.sheet.answers} if link.sheet is not None else {}


@reading.route("/<token>", methods=["GET", "POST"])
@public
def begin(token: str) -> ResponseReturnValue:
    """Who asks, how long it takes, and one button; after the round what became of it."""
    link = link_of_reader(token)
    if link is None:
        return link_over()
    if request.method == "POST":
        try:
            with nameless():
                sheets.begin_sheet(link, at=now(), today=today())
                href = step_href(link, token)
                db.session.commit()
        except RuleBroken:
            return closed_page(link, token, 410)
        return redirect(href)
    if not takes_answers(link):
        return closed_page(link, token, 200)
    return render_template(
        "reading/begin.html",
        link=link,
        round=link.round,
        token=token,
        minutes=minutes_needed(len(link.round.actions)),
        answered=len(_answers(link)),
        href=step_href(link, token) if link.sheet is not None else "",
    )


def closed_page(link: ReviewLink, token: str, status: int, own_word: str = "") -> ResponseReturnValue:
    """A round that did not begin, or is over: what most people said, and what the network answered."""
    held = link.round
    told = {}
    if held.state is RoundState.CLOSED and held.actions:
        tallies = tally_actions(held.network_id, [one.id for one in held.actions])
        told = {key: told_outside(tally) for key, tally in tallies.items()}
    return render_template(
        "reading/closed.html",
        link=link,
        round=held,
        token=token,
        told=told,
        own_word=own_word,
        is_on_paper=held.state is RoundState.OPEN and counts_on_paper(link),
    ), status


@reading.route("/<token>/<int:place>", methods=["GET", "POST"])
@public
def step(token: str, place: int) -> ResponseReturnValue:
    """One action on the screen; its last button saves and goes on."""
    link = link_of_reader(token)
    if link is None:
        return link_over()
    own_word = tidy(request.form.get("own_word", ""))
    if not takes_answers(link):
        return closed_page(link, token, 410 if request.method == "POST" else 200, own_word)
    actions = link.round.actions
    if link.sheet is None or not 1 <= place <= len(actions):
        return redirect(url_for("reading.begin", token=token))
    about = actions[place - 1]
    if request.method == "POST":
        refused = _save(link, about, own_word, is_last=place == len(actions))
        if not refused:
            return _go_on(_next_href(link, token, place))
        return _step_page(link, token, place, _typed(own_word), refused)
    return _step_page(link, token, place, _answers(link).get(about.id), "")


def _next_href(link: ReviewLink, token: str, place: int) -> str:
    if request.args.get("from") == "end" or place == len(link.round.actions):
        return url_for("reading.end", token=token)
    return url_for("reading.step", token=token, place=place + 1)


def _go_on(href: str) -> ResponseReturnValue:
    """To the next page; a script that keeps the answer until it arrived gets the address instead."""
    if request.accept_mimetypes.best == "application/json":
        return jsonify(next=href)
    return redirect(href)


def _typed(own_word: str) -> dict[str, Any]:
    """What came in, for a page that was refused; codes that nobody knows are gone."""
    helps, fair = request.form.get("helps", ""), request.form.get("fair", "")
    return {
        "helps": Helps(helps) if helps in set(Helps) else None,
        "stops": tuple(request.form.getlist("stops")),
        "fair": Fair(fair) if fair in set(Fair) else None,
        "own_word": own_word,
    }


def _save(link: ReviewLink, about: RoundAction, own_word: str, *, is_last: bool) -> str:
    """Keep the answer; returns the sentence that refuses it. Skipping keeps what was answered before."""
    if link.sheet is None:
        return ""
    typed = _typed(own_word)
    helps, fair = request.form.get("helps", ""), request.form.get("fair", "")
    with nameless():
        try:
            if "skip" not in request.form:
                _check_codes(helps, fair)
                if any(typed.values()):
                    sheets.put_answer(link.sheet, about=about, at=now(), **typed)
            if is_last or len(link.sheet.answers) == len(link.round.actions):
                sheets.finish_sheet(link.sheet, at=now())
        except RuleBroken as broken:
            db.session.rollback()
            return in_words(broken.message)
        db.session.commit()
    return ""


def _check_codes(helps: str, fair: str) -> None:
    """Raises RuleBroken for an answer that is not on the screen."""
    if helps not in ("", *Helps) or fair not in ("", *Fair):
        raise RuleBroken(sheets.NOT_ON_THE_SCREEN)


def _step_page(link: ReviewLink, token: str, place: int, given: Any, refused: str) -> ResponseReturnValue:
    held = link.round
    about = held.actions[place - 1]
    first, more = stops_to_show(about.action.thresholds)
    return render_template(
        "reading/step.html",
        link=link,
        round=held,
        token=token,
        place=place,
        count=len(held.actions),
        about=about,
        given=given,
        questions=held.questions,
        helps=list(Helps),
        fairs=list(Fair),
        first_stops=first,
        more_stops=more,
        nothing=NOTHING,
        last_question=_last_question(held.questions),
        refused=refused,
        longest=LONGEST_OWN_WORD,
    ), 422 if refused else 200


def _last_question(questions: Sequence[str]) -> str:
    """The question whose answers are the buttons that save; the tiles of "what stops" need a button of their own."""
    return Question.FAIR.value if Question.FAIR.value in questions else ""


@reading.get("/<token>/end")
@public
def end(token: str) -> ResponseReturnValue:
    """Thanks, what was skipped, and the way back to change an answer."""
    link = link_of_reader(token)
    if link is None:
        return link_over()
    if not takes_answers(link):
        return closed_page(link, token, 200)
    if link.sheet is None:
        return redirect(url_for("reading.begin", token=token))
    return render_template("reading/end.html", link=link, round=link.round, token=token, answers=_answers(link))
