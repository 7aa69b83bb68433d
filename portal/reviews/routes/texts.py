"""Texts that are read along: the list, the form, and the page where the author sees all marks side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now, today
from portal.history.overtaking import keep_watch, take_turn
from portal.history.queries import list_changes
from portal.network.models import Network
from portal.network.queries import list_partner_choices
from portal.participation.forms import ConfirmForm
from portal.participation.queries import list_action_choices
from portal.plans.asking import typed_id
from portal.reviews import access
from portal.reviews.forms.texts import TextForm
from portal.reviews.models import ReviewText, TextMark
from portal.reviews.operations import texts as operations
from portal.reviews.passages import cut_at_passages, is_in_place
from portal.reviews.queries import texts as queries
from portal.reviews.routes.doors import bp
from portal.reviews.types import MarkState, TextKind
from portal.web.forms import optional_id
from portal.web.guards import current_actor, in_network, insist
from portal.web.sent_forms import note_saved, saved_before


@dataclass(frozen=True)
class Passage:
    """The marks that wait on exactly one stretch of a text; the author decides about them together."""

    number: int
    marks: Sequence[TextMark]

    @property
    def first(self) -> TextMark:
        """The mark that stands for all: the first that proposes something."""
        return next((one for one in self.marks if one.proposal), self.marks[0])


@bp.get("/texts")
@in_network(Role.COORDINATOR, Role.PARTNER, Role.EXPERT)
def texts(network: Network) -> ResponseReturnValue:
    """Texts that people read before they go out."""
    actor = current_actor()
    return render_template(
        "reviews/texts.html", rows=queries.list_texts(network.id), writes=access.can_write_texts(actor)
    )


@bp.get("/texts/<int:text_id>")
@in_network(Role.COORDINATOR, Role.PARTNER)
def text(network: Network, text_id: int) -> ResponseReturnValue:
    """A text with all its marks side by side."""
    return text_page(network, queries.get_text(network.id, text_id))


def text_page(
    network: Network, found: ReviewText, refused: dict[str, Any] | None = None, status: int = 200
) -> ResponseReturnValue:
    """The page of a text; `refused` is what came in about one mark and why it was not done."""
    actor = current_actor()
    marks = queries.list_marks(found)
    waiting = [one for one in marks if one.state is MarkState.OPEN]
    shown = refused and any(one.id == refused["mark_id"] for one in waiting)
    groups: dict[tuple[int, int], list[TextMark]] = {}
    for one in waiting:
        if is_in_place(found.body, one):
            groups.setdefault((one.starts_at, one.ends_at), []).append(one)
    return render_template(
        "reviews/text.html",
        text=found,
        paragraphs=cut_at_passages(found.body, list(groups)),
        passages=[Passage(number, group) for number, group in enumerate(groups.values(), 1)],
        older=[one for one in waiting if not is_in_place(found.body, one)],
        settled=[one for one in marks if one.state is not MarkState.OPEN],
        can_edit=access.can_edit_text(actor, found) and found.withdrawn_at is None,
        can_run=access.can_run_rounds(actor),
        refused=refused if refused and shown else {},
        refused_elsewhere=refused["why"] if refused and not shown else "",
        changes=list_changes("review_text", found.id, network.id, most=50),
    ), status


def text_href(network: Network, found: ReviewText) -> str:
    return url_for("reviews.text", slug=network.slug, text_id=found.id)


@bp.route("/texts/add", methods=["GET", "POST"])
@in_network(Role.COORDINATOR, Role.PARTNER)
def add_text(network: Network) -> ResponseReturnValue:
    """Put a text in, to be read along."""
    actor = current_actor()
    insist(access.can_write_texts(actor))
    own = next(iter(sorted(actor.partner_ids)), "") if not actor.coordinates else ""
    asked = typed_id(request.args.get("action"))
    form = TextForm(action_id=str(asked or ""), partner_id=str(own))
    _offer(form, network, asked)
    if again := saved_before(form):
        return again
    if form.validate_on_submit() and form.accepts(
        operations.add_text, network, author_id=actor.account_id, **_values(form)
    ):
        page = note_saved(form, text_href(network, form.outcome))
        db.session.commit()
        flash(_("De tekst is bewaard. Laat hem nu nalezen."), "success")
        return redirect(page)
    return render_template("reviews/text_form.html", form=form, text=None), form.http_status


@bp.route("/texts/<int:text_id>/edit", methods=["GET", "POST"])
@in_network(Role.COORDINATOR, Role.PARTNER)
def edit_text(network: Network, text_id: int) -> ResponseReturnValue:
    """Change a text; marks keep their place as long as their words stand there."""
    take_turn(network)
    found = _text_to_edit(network, text_id)
    form = TextForm(obj=found)
    _offer(form, network, found.action_id)
    keep_watch(form, found)
    if form.validate_on_submit() and form.accepts(operations.edit_text, found, **_values(form)):
        db.session.commit()
        flash(_("De tekst is bewaard."), "success")
        return redirect(text_href(network, found))
    return render_template("reviews/text_form.html", form=form, text=found), form.http_status


@bp.post("/texts/<int:text_id>/withdraw")
@in_network(Role.COORDINATOR, Role.PARTNER)
def withdraw_text(network: Network, text_id: int) -> ResponseReturnValue:
    """The text leaves the list."""
    take_turn(network)
    found = _text_to_edit(network, text_id)
    if ConfirmForm().validate_on_submit():
        operations.withdraw_text(found, at=now())
        db.session.commit()
        flash(_("De tekst staat niet meer in de lijst."), "notice")
    return redirect(url_for("reviews.texts", slug=network.slug))


def _text_to_edit(network: Network, text_id: int) -> ReviewText:
    found = queries.get_text(network.id, text_id)
    insist(access.can_edit_text(current_actor(), found))
    return found


def _offer(form: TextForm, network: Network, action_id: int | None) -> None:
    years = (today().year - 1, today().year, today().year + 1)
    form.offer(list_action_choices(network.id, years, also=action_id), list_partner_choices(network.id))


def _values(form: TextForm) -> dict[str, Any]:
    return {
        "title": form.title.data,
        "kind": TextKind(form.kind.data),
        "body": form.body.data,
        "action_id": optional_id(form.action_id.data),
        "partner_id": optional_id(form.partner_id.data),
    }
