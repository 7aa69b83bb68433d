"""The secret address of the own calendar, and the choice for the weekly mail."""

from __future__ import annotations

from datetime import date, datetime

from portal.accounts.models import Account
from portal.accounts.secrets import draw_token, hash_token
from portal.extensions import db
from portal.meetings.models import CalendarFeed, DigestChoice
from portal.meetings.queries import people as queries


def open_feed(account: Account, *, now: datetime) -> str:
    """The secret of a new calendar address; older ones no longer work."""
    for older in queries.list_feeds(account):
        older.revoked_at = now
    token = draw_token()
    db.session.add(CalendarFeed(account=account, token_hash=hash_token(token), created_at=now))
    db.session.flush()
    return token


def revoke_feed(feed: CalendarFeed, *, at: datetime) -> None:
    feed.revoked_at = at
    db.session.flush()


def choose_digest(account_id: int, *, is_off: bool) -> DigestChoice:
    choice = queries.find_choice(account_id)
    if choice is None:
        choice = DigestChoice(account_id=account_id)
        db.session.add(choice)
    choice.is_off = is_off
    db.session.flush()
    return choice


def note_digest(account_id: int, *, on: date) -> str:
    """A weekly mail goes out: the secret with which its reader can switch it off."""
    choice = queries.find_choice(account_id)
    if choice is None:
        choice = DigestChoice(account_id=account_id, is_off=False)
        db.session.add(choice)
    token = draw_token()
    choice.token_hash, choice.sent_on = hash_token(token), on
    db.session.flush()
    return token
