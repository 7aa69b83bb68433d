"""Changing accounts: make, invite, let in, reset, revoke; and counting attempts."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import delete, insert

from portal.accounts import queries, rules
from portal.accounts.models import Account, ApiToken, Assignment, Attempt, Invitation, PasswordReset
from portal.accounts.secrets import draw_token, hash_password, hash_token, new_session_mark, password_matches
from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import say
from portal.network.models import Network, Partner


def create_account(
    *, email: str, name: str, password: str, is_administrator: bool = False, is_demo: bool = False
) -> Account:
    """A new account; raises RuleBroken when the address is taken or the password too weak."""
    email = email.strip().lower()
    rules.check_password(password, email=email)
    if queries.find_account_by_email(email) is not None:
        raise RuleBroken(say("Er is al een account met dit e-mailadres."), "email")
    account = Account(
        email=email,
        name=name.strip(),
        password_hash=hash_password(password),
        is_administrator=is_administrator,
        is_demo=is_demo,
        session_mark=new_session_mark(),
    )
    db.session.add(account)
    db.session.flush()
    return account


def assign_role(account: Account, *, network: Network, role: Role, partner: Partner | None = None) -> Assignment:
    """Give a role in a network; a role that had ended begins again."""
    if role is Role.PARTNER and (partner is None or partner.network_id != network.id):
        raise RuleBroken(say("Kies de organisatie waarvoor deze persoon werkt."), "partner_id")
    partner = partner if role is Role.PARTNER else None
    partner_id = partner.id if partner else None
    for held in account.assignments:
        if (held.network_id, held.role, held.partner_id) == (network.id, role, partner_id):
            held.ended_at = None
            db.session.flush()
            return held
    assignment = Assignment(network=network, account=account, role=role, partner=partner)
    db.session.add(assignment)
    db.session.flush()
    return assignment


def end_assignment(assignment: Assignment, *, at: datetime) -> None:
    assignment.ended_at = at
    db.session.flush()


def invite_person(
    network: Network, *, email: str, name: str, role: Role, partner: Partner | None, now: datetime
) -> tuple[Invitation, str]:
    """An invitation and the secret of its link; an older open one to the same address is void."""
    if role is Role.PARTNER and (partner is None or partner.network_id != network.id):
        raise RuleBroken(say("Kies de organisatie waarvoor deze persoon werkt."), "partner_id")
    email = email.strip().lower()
    for open_one in queries.list_open_invitations(network.id, now):
        if open_one.email == email and open_one.role is role:
            open_one.revoked_at = now
    token = draw_token()
    invitation = Invitation(
        network=network,
        email=email,
        name=name.strip(),
        role=role,
        partner=partner if role is Role.PARTNER else None,
        token_hash=hash_token(token),
        expires_at=now + rules.INVITATION_LIFE,
    )
    db.session.add(invitation)
    db.session.flush()
    return invitation, token


def revoke_invitation(invitation: Invitation, *, at: datetime) -> None:
    invitation.revoked_at = at
    db.session.flush()


def accept_invitation(
    invitation: Invitation, *, name: str, password: str, account: Account | None, now: datetime
) -> Account:
    """Use an invitation: with a new account, or with the one that already has this address and its password."""
    known = queries.find_account_by_email(invitation.email)
    if account is None and known is not None:
        if not password_matches(known.password_hash, password):
            raise RuleBroken(say("Je hebt al een account. Vul het wachtwoord van dat account in."), "password")
        account = known
    if account is None:
        account = create_account(email=invitation.email, name=name, password=password)
    assign_role(account, network=invitation.network, role=invitation.role, partner=invitation.partner)
    invitation.used_at = now
    db.session.flush()
    return account


def start_password_reset(account: Account, *, now: datetime) -> str:
    """The secret of a new link; older links are void."""
    for older in queries.list_open_resets(account):
        older.used_at = now
    token = draw_token()
    reset = PasswordReset(account=account, token_hash=hash_token(token), expires_at=now + rules.RESET_LIFE)
    db.session.add(reset)
    db.session.flush()
    return token


def finish_password_reset(reset: PasswordReset, *, password: str, now: datetime) -> Account:
    rules.check_password(password, email=reset.account.email)
    choose_password(reset.account, password=password)
    for limit in rules.SIGN_IN_LIMITS:  # who was shut out by wrong attempts of somebody else gets in again
        forget_attempts(limit, reset.account.email)
    reset.used_at = now
    db.session.flush()
    return reset.account


def choose_password(account: Account, *, password: str) -> None:
    """A new password ends all open sessions of the account."""
    rules.check_password(password, email=account.email)
    account.password_hash = hash_password(password)
    account.session_mark = new_session_mark()
    db.session.flush()


def change_password(account: Account, *, current: str, password: str) -> None:
    if not password_matches(account.password_hash, current):
        raise RuleBroken(say("Dit is niet je huidige wachtwoord."), "current")
    choose_password(account, password=password)


def end_all_sessions(account: Account) -> None:
    account.session_mark = new_session_mark()
    db.session.flush()


def create_api_token(account: Account, *, name: str, now: datetime) -> str:
    """The secret of a new personal token; shown once."""
    token = draw_token()
    db.session.add(ApiToken(account=account, name=name.strip(), token_hash=hash_token(token), created_at=now))
    db.session.flush()
    return token


def revoke_api_token(token: ApiToken, *, at: datetime) -> None:
    token.revoked_at = at
    db.session.flush()


def attempt_key(limit: rules.Limit, who: str) -> str:
    return hashlib.sha256(f"{limit.name}|{who}".encode()).hexdigest()


def is_throttled(limit: rules.Limit, who: str, *, now: datetime) -> bool:
    return queries.count_attempts(attempt_key(limit, who), now - limit.window) >= limit.times


def count_attempt(limit: rules.Limit, who: str, *, now: datetime) -> None:
    """Count one attempt; attempts older than a week are swept away on the way."""
    db.session.add(Attempt(key=attempt_key(limit, who), at=now))
    db.session.execute(delete(Attempt).where(Attempt.at < now - timedelta(days=7)))
    db.session.flush()


def count_miss(limit: rules.Limit, who: str, *, now: datetime) -> None:
    """Count a wrong link, also when it was only opened: saved at once, for a page that changes nothing else."""
    db.session.execute(insert(Attempt).values(key=attempt_key(limit, who), at=now))
    db.session.commit()


def forget_attempts(limit: rules.Limit, who: str) -> None:
    db.session.execute(delete(Attempt).where(Attempt.key == attempt_key(limit, who)))
