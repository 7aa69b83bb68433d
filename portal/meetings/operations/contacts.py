"""Noting informal contact."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from portal.extensions import db
from portal.foundation.nameless import check_nameless
from portal.meetings import rules
from portal.meetings.models import ContactMoment

CONTACT_TEXTS = ("with_whom", "about", "outcome")
CONTACT_FIELDS = ("on", *CONTACT_TEXTS, "partner_id", "action_id")


def note_contact(
    network_id: int,
    *,
    on: date,
    with_whom: str,
    today: date,
    about: str = "",
    outcome: str = "",
    partner_id: int | None = None,
    action_id: int | None = None,
    by_account_id: int | None = None,
    origin: str = "",
) -> ContactMoment:
    """A call, a visit, a coffee."""
    rules.check_contact_day(on, today)
    _check_texts(with_whom=with_whom, about=about, outcome=outcome)
    moment = ContactMoment(
        network_id=network_id,
        on=on,
        with_whom=with_whom.strip(),
        about=about.strip(),
        outcome=outcome.strip(),
        partner_id=partner_id,
        action_id=action_id,
        by_account_id=by_account_id,
        origin=origin,
    )
    db.session.add(moment)
    db.session.flush()
    return moment


def _check_texts(**texts: str) -> None:
    for field, text in texts.items():
        check_nameless(text, field)


def edit_contact(moment: ContactMoment, *, today: date, **values: Any) -> None:
    """Correct what was noted; `values` are CONTACT_FIELDS."""
    rules.check_contact_day(values["on"], today)
    _check_texts(**{name: values[name] for name in CONTACT_TEXTS})
    for name in CONTACT_FIELDS:
        setattr(moment, name, values[name])
    db.session.flush()


def withdraw_contact(moment: ContactMoment, *, at: datetime) -> None:
    """Take it out of the list; the history keeps it."""
    moment.withdrawn_at = at
    db.session.flush()
