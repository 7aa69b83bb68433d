"""Links from a mail: no sign-in, no cookie; opening shows buttons, and only a button counts.

The secret in the address is the proof, so these forms need no token of a session: a browser without cookies can answer.
"""

from __future__ import annotations

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.accounts.operations import count_miss, is_throttled
from portal.accounts.rules import LINK_MISS_LIMIT
from portal.extensions import csrf, db
from portal.foundation.clock import now
from portal.foundation.errors import RuleBroken
from portal.meetings.models import Invitee
from portal.meetings.operations import invitations, personal
from portal.meetings.operations import polls as poll_operations
from portal.meetings.queries import people, polls
from portal.meetings.types import Answer, MeetingStatus, PollStatus
from portal.web.guards import public
from portal.web.language import in_words

bp = Blueprint("answers", __name__, url_prefix="/answers")
csrf.exempt(bp)


def link_over() -> ResponseReturnValue:
    """A link that is unknown, too old or withdrawn: one page for all, and the miss is counted.

    An address from which many wrong links came waits a while; who holds a real link never waits for somebody else.
    """
    address = request.remote_addr or ""
    if is_throttled(LINK_MISS_LIMIT, address, now=now()):
        abort(429)
    count_miss(LINK_MISS_LIMIT, address, now=now())
    return render_template("meetings/link_over.html"), 410


@bp.route("/meeting/<token>", methods=["GET", "POST"])
@public
def answer_invitation(token: str) -> ResponseReturnValue:
    """Yes, no or maybe; the answer can be changed until the meeting is over."""
    invitee = people.find_usable_invitee(token, now())
    if invitee is None:
        return link_over()
    status, refused = 200, ""
    if request.method == "POST":
        wanted = request.form.get("answer", "")
        if wanted not in set(Answer):
            status, refused = 422, _("Kies een van de antwoorden.")
        else:
            try:
                invitations.answer(invitee, answer=Answer(wanted), at=now())
            except RuleBroken as broken:
                status, refused = 422, in_words(broken.message)
            else:
                db.session.commit()
                return redirect(url_for("answers.answer_invitation", token=token, done=1))
    return _invitation_page(invitee, refused), status


def _invitation_page(invitee: Invitee, refused: str) -> str:
    return render_template(
        "meetings/answer_invitation.html",
        invitee=invitee,
        meeting=invitee.meeting,
        items=[one for one in invitee.meeting.items if not one.is_dropped],
        network_name=invitee.meeting.network.name,
        answers=list(Answer),
        is_done="done" in request.args and invitee.answer is not None,
        is_cancelled=invitee.meeting.status is MeetingStatus.CANCELLED,
        refused=refused,
    )


@bp.route("/date/<token>", methods=["GET", "POST"])
@public
def answer_poll(token: str) -> ResponseReturnValue:
    """For each offered date: yes, maybe or no."""
    voter = polls.find_usable_voter(token, now())
    if voter is None:
        return link_over()
    status, refused = 200, ""
    held: dict[int, Any] = {one.date_id: one.answer for one in voter.answers}
    if request.method == "POST":
        given = {one.id: request.form.get(f"date_{one.id}", "") for one in voter.poll.dates}
        held |= {key: Answer(value) for key, value in given.items() if value in set(Answer)}
        if any(value not in set(Answer) for value in given.values()):
            status, refused = 422, _("Kies bij elke datum een antwoord.")
        else:
            try:
                poll_operations.answer_poll(voter, answers=held, at=now())
            except RuleBroken as broken:
                status, refused = 422, in_words(broken.message)
            else:
                db.session.commit()
                return redirect(url_for("answers.answer_poll", token=token, done=1))
    page = render_template(
        "meetings/answer_poll.html",
        voter=voter,
        poll=voter.poll,
        held=held,
        answers=list(Answer),
        is_done="done" in request.args and voter.answered_at is not None,
        is_open=voter.poll.status is PollStatus.OPEN,
        refused=refused,
    )
    return page, status


@bp.route("/digest/<token>", methods=["GET", "POST"])
@public
def stop_digest(token: str) -> ResponseReturnValue:
    """The one click under the weekly mail; mail programs send the POST themselves (RFC 8058)."""
    choice = people.find_choice_by_token(token)
    if choice is None:
        return link_over()
    if request.method == "POST":
        personal.choose_digest(choice.account_id, is_off=True)
        db.session.commit()
        if request.form.get("List-Unsubscribe") == "One-Click":
            return "", 204
        return redirect(url_for("answers.stop_digest", token=token))
    return render_template("meetings/stop_digest.html", choice=choice)
