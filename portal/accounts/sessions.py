"""Signing in and out, sessions that end, and what happens to text typed in an ended session."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urlsplit

from flask import Flask, Request, current_app, flash, g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user, login_user, logout_user
from flask_wtf.csrf import CSRFError

from portal.accounts import operations, queries, rules
from portal.accounts.models import Account
from portal.accounts.secrets import password_matches
from portal.extensions import db, login_manager
from portal.foundation.clock import now
from portal.foundation.wording import say
from portal.history.recording import Hand, ask_for_hand
from portal.web.errors import error_page, for_machines
from portal.web.kept_input import MARKS, bring_back_typed_text, keep_typed_text, page_of_form

SEEN_EVERY_SECONDS = 60  # how precise the idle time is; a cookie less on most answers


def try_to_sign_in(email: str, password: str, *, address: str) -> Account | None:
    """The account when the password fits; None when not. Raises nothing; counts every failure."""
    account = queries.find_account_by_email(email)
    fits = password_matches(account.password_hash if account else "", password)
    if account is None or not fits or not account.is_active_account:
        for limit in rules.SIGN_IN_LIMITS:
            operations.count_attempt(limit, email.strip().lower(), now=now())
        operations.count_attempt(rules.SIGN_IN_ADDRESS_LIMIT, address, now=now())
        return None
    for limit in rules.SIGN_IN_LIMITS:
        operations.forget_attempts(limit, email.strip().lower())
    return account


def too_many_attempts(email: str, *, address: str) -> bool:
    moment = now()
    if operations.is_throttled(rules.SIGN_IN_ADDRESS_LIMIT, address, now=moment):
        return True
    return any(operations.is_throttled(limit, email.strip().lower(), now=moment) for limit in rules.SIGN_IN_LIMITS)


def begin_session(account: Account) -> None:
    """A fresh session for this account; nothing of an earlier one stays but the way to typed text."""
    kept = session.get(MARKS)
    session.clear()
    if kept:
        session[MARKS] = kept
    login_user(account)
    session.permanent = True
    session["started"] = session["seen"] = int(now().timestamp())
    session["language"] = account.language


def end_session() -> None:
    logout_user()
    session.clear()


def safe_next(target: str | None) -> str | None:
    """An address within the portal, or None: a link from elsewhere must not send people away after signing in."""
    if not target or not target.startswith("/") or target.startswith(("//", "/\\")) or "\\" in target:
        return None
    parts = urlsplit(target)
    return None if parts.netloc or parts.scheme or any(ord(sign) < 32 for sign in target) else target


def ask_to_sign_in() -> ResponseReturnValue:
    """For a page that needs an account: keep what was typed, and come back to it after signing in."""
    if for_machines():
        return error_page(401)
    back = request.full_path.rstrip("?") if request.method in ("GET", "HEAD") else page_of_form()
    if request.method == "POST" and (request.form or request.files):
        kept = _keep_within_limits()
        back = kept or back
        flash(
            _("Je was te lang weg. Meld je opnieuw aan: je tekst is bewaard.")
            if kept
            else _("Je was te lang weg. Meld je opnieuw aan."),
            "notice",
        )
        if request.files:
            flash(_("Een bestand kunnen we niet bewaren. Kies het na het aanmelden opnieuw."), "notice")
    return redirect(url_for("accounts.sign_in", next=back))


def _keep_within_limits() -> str | None:
    address = request.remote_addr or ""
    if operations.is_throttled(rules.KEEP_LIMIT, address, now=now()):
        return None
    kept = keep_typed_text()
    operations.count_attempt(rules.KEEP_LIMIT, address, now=now())
    db.session.commit()
    return kept


def load_account(identity: str) -> Account | None:
    """For Flask-Login: the account of a session that is still alive."""
    number, _separator, mark = identity.partition(":")
    if not number.isdigit() or not _session_alive():
        return None
    account = queries.find_account(int(number))
    if account is None or account.session_mark != mark or not account.is_active_account:
        return None
    return account


def find_reader_of_session(slug: str) -> tuple[int, int] | None:
    """The account of a session that is still alive, with the revision of a network: all that a remembered page asks."""
    number, _separator, mark = str(session.get("_user_id", "")).partition(":")
    if not number.isdigit() or not _session_alive():
        return None
    state = queries.find_reader_state(int(number), slug)
    if state is None or state[0] != mark or not state[1]:
        return None
    return int(number), state[2]


def load_account_of_token(asked: Request) -> Account | None:
    """For Flask-Login: the account behind a personal token, for the read API alone."""
    scheme, _separator, token = asked.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token or not for_machines() or asked.method not in ("GET", "HEAD"):
        return None
    account = queries.find_account_by_token(token.strip())
    return account if account is not None and account.is_active_account else None


def _session_alive() -> bool:
    started, seen = session.get("started"), session.get("seen")
    if not isinstance(started, int) or not isinstance(seen, int):
        return False
    return not rules.session_is_over(
        started=datetime.fromtimestamp(started, UTC),
        last_seen=datetime.fromtimestamp(seen, UTC),
        now=now(),
        whole=current_app.permanent_session_lifetime,
        idle=current_app.config["IDLE_LIFETIME"],
    )


def _note_that_seen() -> None:
    seen = session.get("seen")
    moment = int(now().timestamp())
    if isinstance(seen, int) and moment - seen > SEEN_EVERY_SECONDS and current_user.is_authenticated:
        session["seen"] = moment


def signed_in_hand() -> Hand | None:
    """Who is at work in this request, for the history."""
    if not request:
        return None
    account = current_user._get_current_object() if current_user else None
    if isinstance(account, Account):
        return Hand(account.id, account.name, g.get("via", "scherm"))
    return Hand(None, str(say("bezoeker")), g.get("via", "scherm"))


def install_sessions(app: Flask) -> None:
    """Connect sessions, history and kept text with the application."""
    login_manager.user_loader(load_account)
    login_manager.request_loader(load_account_of_token)
    login_manager.unauthorized_handler(ask_to_sign_in)
    ask_for_hand(signed_in_hand)

    @app.before_request
    def prepare() -> None:
        if request.endpoint != "assets.asset":
            g.language = session.get("language")
            bring_back_typed_text()

    @app.after_request
    def remember_seen(response):  # type: ignore[no-untyped-def]
        if request.endpoint != "assets.asset" and request.blueprint != "reading":  # who reads along gets no cookie
            _note_that_seen()
        return response

    @app.errorhandler(CSRFError)
    def form_from_another_session(error: CSRFError) -> ResponseReturnValue:
        db.session.rollback()
        if for_machines():
            return error_page(400)
        if not current_user.is_authenticated and request.endpoint != "accounts.sign_in":
            return ask_to_sign_in()
        if current_user.is_authenticated and request.form:
            kept = _keep_within_limits()
            if kept:
                flash(_("Je formulier was te oud. Je tekst staat er nog: kijk na en bewaar opnieuw."), "notice")
                return redirect(kept)
        return error_page(400)
