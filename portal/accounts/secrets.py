"""Passwords and links: argon2 for what people choose, a hash for what we draw."""

from __future__ import annotations

import hashlib
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from flask import current_app

FAST = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)  # only for tests: thousands of accounts
STRONG = PasswordHasher()


def _hasher() -> PasswordHasher:
    return FAST if current_app.config["TESTING"] else STRONG


def hash_password(password: str) -> str:
    return _hasher().hash(password)


def password_matches(stored: str, password: str) -> bool:
    """Whether the password fits; takes the same time when there is no such account."""
    try:
        return _hasher().verify(stored or _decoy(), password) and bool(stored)
    except (VerificationError, InvalidHashError):
        return False


_decoys: dict[bool, str] = {}


def _decoy() -> str:
    testing = bool(current_app.config["TESTING"])
    if testing not in _decoys:
        _decoys[testing] = _hasher().hash(secrets.token_hex(16))
    return _decoys[testing]


def draw_token() -> str:
    """A link's secret: 256 bits, safe in an address."""
    return secrets.token_urlsafe(32)


def hash_token(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def new_session_mark() -> str:
    return secrets.token_hex(16)
