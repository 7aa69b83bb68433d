"""Tables of accounts: people who sign in, their roles, and the hashed secrets that let them in."""

from __future__ import annotations

from datetime import datetime

from flask_login import UserMixin
from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.database import Base, Code, Moment, OfNetwork
from portal.foundation.actor import Role
from portal.foundation.wording import say
from portal.network.models import Network, Partner


class Account(UserMixin, Base):
    """Someone who can sign in. `session_mark` changes to end all open sessions at once."""

    __tablename__ = "account"
    noun = say("account")
    labels = {
        "email": say("e-mail"),
        "name": say("naam"),
        "is_administrator": say("beheerder"),
        "is_active_account": say("actief"),
        "language": say("taal"),
        "is_demo": say("voorbeeld"),
    }
    unrecorded = frozenset({"password_hash", "session_mark", "last_seen_at"})

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(150))
    password_hash: Mapped[str] = mapped_column(String(200), default="")
    is_administrator: Mapped[bool] = mapped_column(default=False)
    is_active_account: Mapped[bool] = mapped_column(default=True)
    language: Mapped[str] = mapped_column(String(2), default="nl")
    session_mark: Mapped[str] = mapped_column(String(64))
    is_demo: Mapped[bool] = mapped_column(default=False)
    last_seen_at: Mapped[datetime | None] = mapped_column(Moment)

    assignments: Mapped[list[Assignment]] = relationship(back_populates="account", order_by="Assignment.id")

    @property
    def is_active(self) -> bool:
        return self.is_active_account

    def get_id(self) -> str:
        return f"{self.id}:{self.session_mark}"

    def __str__(self) -> str:
        return self.name


class Assignment(OfNetwork, Base):
    """A role of an account in a network; a partner role is bound to one organisation. Ended, never deleted."""

    __tablename__ = "assignment"
    __table_args__ = (
        UniqueConstraint("network_id", "account_id", "role", "partner_id"),
        Index("ix_assignment_account", "account_id"),
        CheckConstraint("role <> 'partner' OR partner_id IS NOT NULL", name="partner_has_organisation"),
    )
    noun = say("rol")
    labels = {
        "account_id": say("account"),
        "role": say("rol"),
        "partner_id": say("partner"),
        "ended_at": say("beëindigd"),
    }
    part_of = "network"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    role: Mapped[Role] = mapped_column(Code(Role))
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"))
    ended_at: Mapped[datetime | None] = mapped_column(Moment)

    account: Mapped[Account] = relationship(back_populates="assignments")
    network: Mapped[Network] = relationship()
    partner: Mapped[Partner | None] = relationship()

    def __str__(self) -> str:
        return f"{self.role}"


class Invitation(OfNetwork, Base):
    """An invitation by mail into a network; the link is stored hashed, works once and for a while."""

    __tablename__ = "invitation"
    __table_args__ = (Index("ix_invitation_network", "network_id"),)
    noun = say("uitnodiging")
    labels = {
        "email": say("e-mail"),
        "name": say("naam"),
        "role": say("rol"),
        "partner_id": say("partner"),
        "expires_at": say("geldig tot"),
        "used_at": say("gebruikt"),
        "revoked_at": say("ingetrokken"),
    }
    part_of = "network"
    unrecorded = frozenset({"token_hash"})

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254))
    name: Mapped[str] = mapped_column(String(150), default="")
    role: Mapped[Role] = mapped_column(Code(Role))
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    expires_at: Mapped[datetime] = mapped_column(Moment)
    used_at: Mapped[datetime | None] = mapped_column(Moment)
    revoked_at: Mapped[datetime | None] = mapped_column(Moment)

    network: Mapped[Network] = relationship()
    partner: Mapped[Partner | None] = relationship()

    def __str__(self) -> str:
        return self.email


class PasswordReset(Base):
    """A link to choose a new password; stored hashed, one use, short life; a new one voids the old."""

    __tablename__ = "password_reset"
    noun = say("nieuw wachtwoord")
    labels = {
        "account_id": say("account"),
        "expires_at": say("geldig tot"),
        "used_at": say("gebruikt"),
    }
    part_of = "account"
    unrecorded = frozenset({"token_hash"})

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    expires_at: Mapped[datetime] = mapped_column(Moment)
    used_at: Mapped[datetime | None] = mapped_column(Moment)

    account: Mapped[Account] = relationship()

    def __str__(self) -> str:
        return str(self.id)


class ApiToken(Base):
    """A personal token for the read API; stored hashed, revocable."""

    __tablename__ = "api_token"
    noun = say("token")
    labels = {
        "account_id": say("account"),
        "name": say("naam"),
        "created_at": say("gemaakt"),
        "revoked_at": say("ingetrokken"),
    }
    part_of = "account"
    unrecorded = frozenset({"token_hash"})

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    name: Mapped[str] = mapped_column(String(100))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(Moment)
    revoked_at: Mapped[datetime | None] = mapped_column(Moment)

    account: Mapped[Account] = relationship()

    def __str__(self) -> str:
        return self.name


class Attempt(Base):
    """One counted attempt (to sign in, to ask a mail) for throttling; a hash, never an address. Cleared by age."""

    __tablename__ = "attempt"
    __table_args__ = (Index("ix_attempt_key_at", "key", "at"),)
    noun = say("poging")
    labels = {}
    unrecorded = frozenset({"*"})

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime] = mapped_column(Moment)
