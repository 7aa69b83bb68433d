"""Reading accounts, roles, invitations and attempts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from flask import abort
from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import joinedload, selectinload

from portal.accounts.models import Account, ApiToken, Assignment, Attempt, Invitation, PasswordReset
from portal.accounts.secrets import hash_token
from portal.extensions import db
from portal.foundation.actor import Actor, Role
from portal.history.models import Revision
from portal.network.models import Network

# Every page asks this first; written once, it is built once.
ACCOUNT_WITH_ROLES = (
    select(Account).where(Account.id == bindparam("wanted_id")).options(joinedload(Account.assignments))
)


def find_account(account_id: int) -> Account | None:
    """An account with its roles, in one statement."""
    return db.session.scalars(ACCOUNT_WITH_ROLES, {"wanted_id": account_id}).unique().one_or_none()


# The same in few words, for a page that is remembered: one row, no records.
READER_STATE = (
    select(
        Account.session_mark,
        Account.is_active_account,
        select(func.coalesce(func.sum(Revision.number), 0))
        .where(Revision.scope.in_([0, Network.id]))
        .correlate(Network)
        .scalar_subquery(),
    )
    .join(Network, Network.slug == bindparam("wanted_slug"))
    .where(Account.id == bindparam("wanted_id"))
)


def find_reader_state(account_id: int, slug: str) -> tuple[str, bool, int] | None:
    """Session mark and activity of an account, and the revision of the network of an address."""
    found = db.session.execute(READER_STATE, {"wanted_id": account_id, "wanted_slug": slug}).one_or_none()
    return (found[0], found[1], int(found[2])) if found else None


def find_account_by_email(email: str) -> Account | None:
    return db.session.scalars(select(Account).where(Account.email == email.strip().lower())).one_or_none()


def actor_for(account: Account, network: Network | None) -> Actor:
    """The account as it stands in a network (or in none)."""
    held = [
        assignment
        for assignment in account.assignments
        if network is not None and assignment.network_id == network.id and assignment.ended_at is None
    ]
    return Actor(
        account_id=account.id,
        name=account.name,
        is_administrator=account.is_administrator,
        network_id=network.id if network is not None else None,
        roles=frozenset(assignment.role for assignment in held),
        partner_ids=frozenset(
            assignment.partner_id
            for assignment in held
            if assignment.role is Role.PARTNER and assignment.partner_id is not None
        ),
    )


def list_networks_of(account: Account) -> Sequence[Network]:
    """The networks that this account finds after signing in, by name; all of them for the administrator."""
    wanted = select(Network).order_by(Network.name, Network.id)
    if not account.is_administrator:
        held = select(Assignment.network_id).where(Assignment.account_id == account.id, Assignment.ended_at.is_(None))
        wanted = wanted.where(Network.id.in_(held))
    return db.session.scalars(wanted).all()


def list_assignments(network_id: int) -> Sequence[Assignment]:
    """Who has which role in a network, ended ones last."""
    wanted = (
        select(Assignment)
        .where(Assignment.network_id == network_id)
        .options(joinedload(Assignment.account), joinedload(Assignment.partner))
        .order_by(Assignment.ended_at.is_not(None), Assignment.role, Assignment.id)
    )
    return db.session.scalars(wanted).all()


def get_assignment(network_id: int, assignment_id: int) -> Assignment:
    wanted = select(Assignment).where(Assignment.network_id == network_id, Assignment.id == assignment_id)
    return db.session.scalars(wanted).one_or_none() or abort(404)


def list_open_invitations(network_id: int, now: datetime) -> Sequence[Invitation]:
    wanted = select(Invitation).where(
        Invitation.network_id == network_id,
        Invitation.used_at.is_(None),
        Invitation.revoked_at.is_(None),
        Invitation.expires_at > now,
    )
    return db.session.scalars(wanted.order_by(Invitation.id).options(joinedload(Invitation.partner))).all()


def get_invitation(network_id: int, invitation_id: int) -> Invitation:
    wanted = select(Invitation).where(Invitation.network_id == network_id, Invitation.id == invitation_id)
    return db.session.scalars(wanted).one_or_none() or abort(404)


def find_usable_invitation(token: str, now: datetime) -> Invitation | None:
    wanted = select(Invitation).where(
        Invitation.token_hash == hash_token(token),
        Invitation.used_at.is_(None),
        Invitation.revoked_at.is_(None),
        Invitation.expires_at > now,
    )
    return db.session.scalars(wanted).one_or_none()


def find_usable_reset(token: str, now: datetime) -> PasswordReset | None:
    wanted = select(PasswordReset).where(
        PasswordReset.token_hash == hash_token(token),
        PasswordReset.used_at.is_(None),
        PasswordReset.expires_at > now,
    )
    return db.session.scalars(wanted).one_or_none()


def list_open_resets(account: Account) -> Sequence[PasswordReset]:
    wanted = select(PasswordReset).where(PasswordReset.account_id == account.id, PasswordReset.used_at.is_(None))
    return db.session.scalars(wanted.order_by(PasswordReset.id)).all()


def find_account_by_token(token: str) -> Account | None:
    """The account behind a personal API token that was not revoked."""
    wanted = (
        select(Account)
        .join(ApiToken, ApiToken.account_id == Account.id)
        .where(ApiToken.token_hash == hash_token(token), ApiToken.revoked_at.is_(None))
        .options(selectinload(Account.assignments))
    )
    return db.session.scalars(wanted).one_or_none()


def list_api_tokens(account: Account) -> Sequence[ApiToken]:
    wanted = select(ApiToken).where(ApiToken.account_id == account.id, ApiToken.revoked_at.is_(None))
    return db.session.scalars(wanted.order_by(ApiToken.id)).all()


def get_api_token(account_id: int, token_id: int) -> ApiToken:
    wanted = select(ApiToken).where(ApiToken.account_id == account_id, ApiToken.id == token_id)
    return db.session.scalars(wanted).one_or_none() or abort(404)


def count_attempts(key: str, since: datetime) -> int:
    wanted = select(db.func.count(Attempt.id)).where(Attempt.key == key, Attempt.at > since)
    return db.session.scalar(wanted) or 0


def has_accounts() -> bool:
    return db.session.scalar(select(Account.id).limit(1)) is not None


def list_demo_accounts() -> Sequence[Account]:
    return db.session.scalars(select(Account).where(Account.is_demo).order_by(Account.id)).all()
