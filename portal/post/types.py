"""The words of outgoing mail: how a mail stands, and what a letter holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from portal.foundation.wording import say


class MailStatus(StrEnum):
    WAITING = "mail-waiting"
    SENT = "mail-sent"
    FAILED = "mail-failed"


MAIL_STATUS_LABELS = {
    MailStatus.WAITING: say("wacht"),
    MailStatus.SENT: say("verstuurd"),
    MailStatus.FAILED: say("mislukt"),
}


class MailStand(StrEnum):
    """How a list of mail can be narrowed."""

    STUCK = "stuck"
    WAITING = "waiting"
    FAILED = "failed"
    SENT = "sent"


MAIL_STAND_LABELS = {
    MailStand.STUCK: say("geprobeerd en nog niet verstuurd"),
    MailStand.WAITING: say("wacht"),
    MailStand.FAILED: say("mislukt"),
    MailStand.SENT: say("verstuurd"),
}


@dataclass(frozen=True)
class Attachment:
    """A file that goes with a letter; a calendar part carries its method in the type."""

    name: str
    content_type: str
    body: bytes


@dataclass(frozen=True)
class Letter:
    """A mail before it is queued."""

    to: str
    subject: str
    text: str
    attachment: Attachment | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
