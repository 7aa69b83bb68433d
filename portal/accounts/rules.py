"""Passwords, lifetimes of links and sessions, and how many attempts are allowed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from portal.foundation.errors import RuleBroken
from portal.foundation.wording import say

SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 200
INVITATION_LIFE = timedelta(days=7)
RESET_LIFE = timedelta(minutes=30)
IDLE_FOR_READERS = timedelta(hours=12)


@dataclass(frozen=True)
class Limit:
    """At most `times` within `window`."""

    name: str
    times: int
    window: timedelta


# Per account and per address: a whole office may share one address, so its limit is wider.
SIGN_IN_LIMITS = (
    Limit("sign-in account", 5, timedelta(minutes=15)),
    Limit("sign-in account day", 30, timedelta(days=1)),
)
SIGN_IN_ADDRESS_LIMIT = Limit("sign-in address", 50, timedelta(minutes=15))
RESET_LIMIT = Limit("reset account", 3, timedelta(hours=1))
RESET_ADDRESS_LIMIT = Limit("reset address", 20, timedelta(hours=1))
INVITE_LIMIT = Limit("invite account", 60, timedelta(hours=1))
LINK_MISS_LIMIT = Limit("wrong link address", 40, timedelta(minutes=15))
KEEP_LIMIT = Limit("kept text address", 60, timedelta(minutes=15))

COMMON_PASSWORDS = frozenset(
    {"wachtwoord123", "password1234", "123456789012", "qwertyuiop12", "welkom123456", "azertyuiop12"}
)


def check_password(password: str, *, email: str) -> None:
    """Long enough, not the mail address, not one everybody tries; raises RuleBroken on `password`."""
    if len(password) < SHORTEST_PASSWORD:
        raise RuleBroken(
            say(
                "Kies een wachtwoord van minstens %(least)s tekens. Enkele woorden na elkaar werken goed.",
                least=SHORTEST_PASSWORD,
            ),
            "password",
        )
    if len(password) > LONGEST_PASSWORD:
        raise RuleBroken(say("Kies een wachtwoord van ten hoogste %(most)s tekens.", most=LONGEST_PASSWORD), "password")
    lowered = password.lower()
    if lowered in COMMON_PASSWORDS or lowered == email.lower() or len(set(lowered)) < 5:
        raise RuleBroken(say("Dit wachtwoord is te makkelijk te raden. Kies een ander."), "password")


def session_is_over(
    *, started: datetime, last_seen: datetime, now: datetime, whole: timedelta, idle: timedelta
) -> bool:
    """A session ends a while after it began, and sooner when nobody uses it."""
    return now - started > whole or now - last_seen > idle
