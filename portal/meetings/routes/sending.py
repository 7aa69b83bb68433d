"""Letters that go out with a change: queued before it is saved, tried right after."""

from __future__ import annotations

from collections.abc import Iterable

from flask import flash
from flask_babel import gettext as _
from flask_babel import ngettext

from portal.foundation.clock import now
from portal.meetings import letters, rules
from portal.meetings.models import DatePoll, Invitee, Meeting, PollVoter
from portal.meetings.operations.invitations import list_to_tell, renew_link
from portal.network.models import Network
from portal.post.models import OutgoingMail
from portal.post.operations import queue_letter, send_soon


class Mails(list[OutgoingMail]):
    """Mails of one change; `send` tries them and says how it went."""

    def send(self) -> None:
        if not self:
            return
        count = len(self)
        if send_soon(self):
            flash(ngettext("%(num)s mail is verstuurd.", "%(num)s mails zijn verstuurd.", count), "success")
        else:
            flash(
                _("Niet alle mail ging al weg. Wat wacht, gaat vanzelf. Kijk bij de mail van het netwerk."), "warning"
            )


def send_invitations(
    network: Network, meeting: Meeting, invited: Iterable[tuple[Invitee, str]], *, is_reminder: bool = False
) -> Mails:
    return Mails(
        queue_letter(
            letters.invitation_letter(meeting, invitee, token, network=network, at=now(), is_reminder=is_reminder),
            network_id=network.id,
            expires_at=rules.answer_until(meeting.ends_at),
        )
        for invitee, token in invited
    )


def send_poll(
    network: Network,
    poll: DatePoll,
    asked: Iterable[tuple[PollVoter, str]],
    *,
    asked_by: str,
    is_reminder: bool = False,
) -> Mails:
    """The question when to meet, to each with the own link."""
    return Mails(
        queue_letter(
            letters.poll_letter(poll, voter, token, network=network, asked_by=asked_by, is_reminder=is_reminder),
            network_id=network.id,
            expires_at=voter.expires_at,
        )
        for voter, token in asked
    )


def tell_moved(network: Network, meeting: Meeting) -> Mails:
    """Everybody who was invited gets the new hour, with a fresh link."""
    mails = Mails()
    for invitee in list_to_tell(meeting):
        token = renew_link(invitee, at=now())
        letter = letters.invitation_letter(meeting, invitee, token, network=network, at=now(), is_change=True)
        mails.append(queue_letter(letter, network_id=network.id, expires_at=rules.answer_until(meeting.ends_at)))
    return mails


def tell_cancelled(network: Network, meeting: Meeting) -> Mails:
    return Mails(
        queue_letter(
            letters.cancellation_letter(meeting, invitee, network=network, at=now()),
            network_id=network.id,
            expires_at=rules.answer_until(meeting.ends_at),
        )
        for invitee in list_to_tell(meeting)
    )
