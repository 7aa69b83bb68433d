"""What the author makes of a mark: adopt it, adopt it partly, decline it with a reason, or hear a voice in it."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import today
from portal.history.overtaking import take_turn
from portal.network.models import Network
from portal.plans.asking import typed_id
from portal.reviews import access
from portal.reviews.forms.texts import JudgeForm
from portal.reviews.models import TextMark
from portal.reviews.operations import marks as operations
from portal.reviews.queries import texts as queries
from portal.reviews.routes.doors import bp
from portal.reviews.routes.texts import text_href, text_page
from portal.web.guards import current_actor, in_network, insist


def _mark_to_judge(network: Network, text_id: int, mark_id: int) -> TextMark:
    take_turn(network)
    text = queries.get_text(network.id, text_id)
    insist(access.can_edit_text(current_actor(), text))
    return queries.get_mark(text, mark_id)


@bp.post("/texts/<int:text_id>/marks/<int:mark_id>/adopt")
@in_network(Role.COORDINATOR, Role.PARTNER)
def adopt_mark(network: Network, text_id: int, mark_id: int) -> ResponseReturnValue:
    """The proposal goes into the text, in one step."""
    mark, form = _mark_to_judge(network, text_id, mark_id), JudgeForm()
    done = form.validate_on_submit() and form.accepts(
        operations.adopt_mark, mark, text_version=_version(form), on=today()
    )
    return _answered(network, mark, form, _("Overgenomen. De nieuwe zin staat in de tekst.") if done else "", "words")


@bp.post("/texts/<int:text_id>/marks/<int:mark_id>/adopt-partly")
@in_network(Role.COORDINATOR, Role.PARTNER)
def adopt_partly(network: Network, text_id: int, mark_id: int) -> ResponseReturnValue:
    """Words of the author's own in place of the passage."""
    mark, form = _mark_to_judge(network, text_id, mark_id), JudgeForm()
    done = form.validate_on_submit() and form.accepts(
        operations.adopt_partly,
        mark,
        words=form.words.data,
        reason=form.reason.data,
        text_version=_version(form),
        on=today(),
    )
    return _answered(network, mark, form, _("Je eigen woorden staan nu in de tekst.") if done else "", "words")


@bp.post("/texts/<int:text_id>/marks/<int:mark_id>/decline")
@in_network(Role.COORDINATOR, Role.PARTNER)
def decline_mark(network: Network, text_id: int, mark_id: int) -> ResponseReturnValue:
    """The passage stays; the reason is kept."""
    mark, form = _mark_to_judge(network, text_id, mark_id), JudgeForm()
    done = form.validate_on_submit() and form.accepts(
        operations.decline_mark, mark, reason=form.reason.data, text_version=_version(form), on=today()
    )
    return _answered(network, mark, form, _("De zin blijft zo. Je reden is bewaard.") if done else "", "reason")


@bp.post("/texts/<int:text_id>/marks/<int:mark_id>/voice")
@in_network(Role.COORDINATOR, Role.PARTNER)
def hear_mark(network: Network, text_id: int, mark_id: int) -> ResponseReturnValue:
    """One tap: the mark becomes a voice, which the network answers."""
    mark, form = _mark_to_judge(network, text_id, mark_id), JudgeForm()
    if form.validate_on_submit() and form.accepts(
        operations.hear_mark, mark, network=network, today=today(), typed_by_id=current_actor().account_id
    ):
        page = url_for("participation.voice", slug=network.slug, voice_id=form.outcome.id)
        db.session.commit()
        flash(_("Dit staat nu bij de inbreng. Wie het zei, krijgt een antwoord."), "success")
        return redirect(page)
    return _answered(network, mark, form, "", "words")


def _version(form: JudgeForm) -> int:
    return typed_id(form.version.data) or 0


def _answered(network: Network, mark: TextMark, form: JudgeForm, done: str, field: str) -> ResponseReturnValue:
    """Back to the text when it was done; otherwise the page again, with what was typed and why it was refused."""
    if done:
        db.session.commit()
        flash(done, "success")
        return redirect(text_href(network, mark.text) + "#marks")
    mark_id, text_id = mark.id, mark.text_id
    words = [*form.form_errors, *form.words.errors, *form.reason.errors]
    if form.is_overtaken:
        words = [_("Iemand anders veranderde de tekst net. Kijk of dit nog past, en kies dan opnieuw.")]
    refused: dict[str, Any] = {
        "mark_id": mark_id,
        "why": " ".join(str(one) for one in words),
        "field": "reason" if form.reason.errors else field,
        "words": form.words.data,
        "reason": form.reason.data,
    }
    return text_page(network, queries.get_text(network.id, text_id), refused, form.http_status)
