"""When a mail that was not taken is tried again, and when nobody tries any more."""

from __future__ import annotations

from datetime import datetime, timedelta

from portal.foundation.nameless import EMAIL

# A server that is down for a weekend loses nothing: the last attempt is three days after the first.
WAITS = (
    timedelta(minutes=2),
    timedelta(minutes=10),
    timedelta(minutes=45),
    timedelta(hours=3),
    timedelta(hours=12),
    timedelta(hours=24),
    timedelta(hours=32),
)
CLAIM = timedelta(minutes=3)  # how long one process has a mail for itself
MOST_AT_ONCE = 500  # how many one button tries again
ROWS_KEPT = timedelta(days=90)


def next_attempt(attempts: int, now: datetime) -> datetime | None:
    """When to try again after so many attempts; None when it was tried often enough."""
    return now + WAITS[attempts - 1] if 0 < attempts <= len(WAITS) else None


def masked(address: str) -> str:
    """An address as a screen shows it: enough to know one's own people, not enough to write to a stranger."""
    name, _at, domain = address.partition("@")
    return f"{name[:1]}…@{domain}"


def without_addresses(words: str) -> str:
    """What a mail server said, with the addresses in it masked."""
    return EMAIL.sub(lambda found: masked(found.group()), words)


def is_worth_sending(expires_at: datetime | None, now: datetime) -> bool:
    """A letter whose link no longer works is not sent."""
    return expires_at is None or expires_at > now
