"""Reading who can be invited, who answered, and the links and calendars of persons."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from flask import abort
from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from portal.accounts.models import Account, Assignment
from portal.accounts.secrets import hash_token
from portal.extensions import db
from portal.foundation.actor import Role
from portal.meetings.models import CalendarFeed, DigestChoice, GroupMember, Invitee, Meeting
from portal.meetings.types import Addressee, MemberRole
from portal.network.models import ContactPerson, Network, Person


def list_addressees(network_id: int, on: date) -> list[Addressee]:
    """Contact persons of partners and accounts of the network that can be invited, each address once, by name."""
    contacts = db.session.execute(
        select(Person.email, Person.name, ContactPerson.partner_id, Person.id)
        .join(ContactPerson, ContactPerson.person_id == Person.id)
        .where(
            ContactPerson.network_id == network_id,
            Person.email != "",
            or_(ContactPerson.ends_on.is_(None), ContactPerson.ends_on >= on),
        )
    )
    accounts = db.session.execute(
        select(Account.email, Account.name, Assignment.partner_id, Account.id)
        .join(Assignment, Assignment.account_id == Account.id)
        .where(
            Assignment.network_id == network_id,
            Assignment.ended_at.is_(None),
            Account.is_active_account.is_(True),
            Assignment.role != Role.VIEWER,
        )
        .order_by(Assignment.id)
    )
    found: dict[str, Addressee] = {}
    for email, name, partner_id, person_id in contacts:
        found.setdefault(email.lower(), Addressee(email.lower(), name, partner_id, person_id=person_id))
    for email, name, partner, account_id in accounts:
        known = found.get(email.lower())
        if known is None or known.account_id is None:
            kept = known.partner_id if known and known.partner_id else partner
            found[email.lower()] = Addressee(email.lower(), name, kept, account_id=account_id)
    return sorted(found.values(), key=lambda one: (one.name.lower(), one.email))


def list_members_to_invite(group_id: int, on: date) -> list[Addressee]:
    """The members of a group; an organisation without an address of its own comes with an empty one."""
    wanted = select(GroupMember).where(
        GroupMember.group_id == group_id,
        or_(GroupMember.ended_on.is_(None), GroupMember.ended_on >= on),
    )
    rows = db.session.scalars(wanted.order_by(GroupMember.id)).all()
    return [
        Addressee(
            one.email.lower(),
            one.name,
            one.partner_id,
            is_outside=one.role is MemberRole.OUTSIDE,
            is_member=one.role is not MemberRole.OUTSIDE,
        )
        for one in rows
    ]


def find_usable_invitee(token: str, now: datetime) -> Invitee | None:
    """Who is behind the link of an invitation that still works."""
    wanted = (
        select(Invitee)
        .where(Invitee.token_hash == hash_token(token), Invitee.revoked_at.is_(None), Invitee.expires_at > now)
        .options(joinedload(Invitee.meeting).joinedload(Meeting.organiser))
    )
    return db.session.scalars(wanted).one_or_none()


def get_invitee(network_id: int, meeting_id: int, invitee_id: int) -> Invitee:
    wanted = select(Invitee).where(
        Invitee.network_id == network_id, Invitee.meeting_id == meeting_id, Invitee.id == invitee_id
    )
    return db.session.scalars(wanted.options(joinedload(Invitee.meeting))).one_or_none() or abort(404)


def find_feed_account(token: str) -> Account | None:
    """Whose calendar is behind a secret address, with the roles of that person."""
    wanted = (
        select(Account)
        .join(CalendarFeed, CalendarFeed.account_id == Account.id)
        .where(CalendarFeed.token_hash == hash_token(token), CalendarFeed.revoked_at.is_(None))
        .where(Account.is_active_account.is_(True))
        .options(selectinload(Account.assignments).joinedload(Assignment.network))
    )
    return db.session.scalars(wanted).one_or_none()


def list_feeds(account: Account) -> Sequence[CalendarFeed]:
    wanted = select(CalendarFeed).where(CalendarFeed.account_id == account.id, CalendarFeed.revoked_at.is_(None))
    return db.session.scalars(wanted.order_by(CalendarFeed.id)).all()


def get_feed(account_id: int, feed_id: int) -> CalendarFeed:
    wanted = select(CalendarFeed).where(CalendarFeed.account_id == account_id, CalendarFeed.id == feed_id)
    return db.session.scalars(wanted).one_or_none() or abort(404)


def list_meetings_for_feed(network_ids: Sequence[int], since: datetime) -> Sequence[Meeting]:
    """The meetings of these networks from a moment on, cancelled ones too: a calendar must hear of those."""
    wanted = (
        select(Meeting)
        .where(Meeting.network_id.in_(network_ids), Meeting.starts_at >= since)
        .options(selectinload(Meeting.items))
    )
    return db.session.scalars(wanted.order_by(Meeting.starts_at, Meeting.id)).all()


def find_choice(account_id: int) -> DigestChoice | None:
    return db.session.scalars(select(DigestChoice).where(DigestChoice.account_id == account_id)).one_or_none()


def find_choice_by_token(token: str) -> DigestChoice | None:
    wanted = select(DigestChoice).where(DigestChoice.token_hash == hash_token(token))
    return db.session.scalars(wanted.options(joinedload(DigestChoice.account))).one_or_none()


def list_digest_readers() -> Sequence[Account]:
    """Everybody who may get the weekly mail: active accounts with work in a network."""
    working = select(Assignment.account_id).where(
        Assignment.ended_at.is_(None), Assignment.role.in_((Role.COORDINATOR, Role.PARTNER))
    )
    wanted = select(Account).where(Account.is_active_account.is_(True), Account.id.in_(working))
    wanted = wanted.options(selectinload(Account.assignments).joinedload(Assignment.network))
    return db.session.scalars(wanted.order_by(Account.id)).all()


def find_network(network_id: int) -> Network | None:
    return db.session.get(Network, network_id)


def count_answers(meeting_id: int) -> int:
    wanted = select(func.count(Invitee.id)).where(Invitee.meeting_id == meeting_id, Invitee.answer.is_not(None))
    return db.session.scalar(wanted) or 0
