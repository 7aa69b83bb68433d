"""Changing texts: adding, editing, taking back; every mark keeps its place when the text around it changes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from portal.extensions import db
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import say
from portal.network.models import Network
from portal.network.queries import find_partner
from portal.plans.queries import find_action
from portal.reviews.models import ReviewText
from portal.reviews.passages import Edit, is_in_place
from portal.reviews.queries.texts import list_marks
from portal.reviews.types import TextKind


def add_text(
    network: Network,
    *,
    title: str,
    kind: TextKind,
    body: str,
    action_id: int | None = None,
    partner_id: int | None = None,
    author_id: int | None = None,
    origin: str = "",
) -> ReviewText:
    """A text that people can read along."""
    _check_about(network.id, action_id, partner_id)
    made = ReviewText(
        network_id=network.id,
        title=title.strip(),
        kind=kind,
        body=body.strip(),
        action_id=action_id,
        partner_id=partner_id,
        author_id=author_id,
        origin=origin,
    )
    db.session.add(made)
    db.session.flush()
    return made


def edit_text(text: ReviewText, *, body: str, **values: Any) -> None:
    """Change a text; `values` are title, kind, action_id, partner_id. The history keeps the words that it had."""
    _check_kept(text)
    _check_about(text.network_id, values.get("action_id"), values.get("partner_id"))
    for name, value in values.items():
        if getattr(text, name) != value:
            setattr(text, name, value)
    rewrite(text, body.strip())


def rewrite(text: ReviewText, body: str) -> None:
    """Other words in a text; marks move along with their passage, and stay behind when it is gone."""
    edit, marks = Edit(text.body, body), list_marks(text)
    moved = {one.id: edit.find(one.starts_at, one.passage) for one in marks if is_in_place(text.body, one)}
    if text.body != body:
        text.body = body
    db.session.flush()
    for mark in marks:
        place = moved.get(mark.id)
        if place is not None:
            mark.starts_at, mark.ends_at = place, place + len(mark.passage)
            mark.text_version = text.version
    db.session.flush()


def withdraw_text(text: ReviewText, *, at: datetime) -> None:
    """The text leaves the list; what readers said of it stays in the voices that came of it."""
    text.withdrawn_at = text.withdrawn_at or at
    db.session.flush()


def _check_kept(text: ReviewText) -> None:
    if text.withdrawn_at is not None:
        raise RuleBroken(say("Deze tekst is ingetrokken. Je kan er niets meer aan veranderen."))


def _check_about(network_id: int, action_id: int | None, partner_id: int | None) -> None:
    """What a text belongs to is of its own network."""
    if action_id and find_action(network_id, action_id) is None:
        raise RuleBroken(say("Deze actie bestaat niet in dit netwerk."), "action_id")
    if partner_id and find_partner(network_id, partner_id) is None:
        raise RuleBroken(say("Deze partner bestaat niet in dit netwerk."), "partner_id")
