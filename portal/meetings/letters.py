"""The letters of meetings: who gets them, their subject, their text and what goes with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from flask import current_app, render_template
from flask_babel import force_locale
from flask_babel import gettext as _

from portal.accounts.models import Account
from portal.meetings import calendars
from portal.meetings.models import DatePoll, Invitee, Meeting, PollVoter
from portal.meetings.types import CalendarEntry, MeetingStatus
from portal.network.models import Network
from portal.post.addresses import outside_address
from portal.post.types import Attachment, Letter


@contextmanager
def in_dutch() -> Iterator[None]:
    """Mail to people without an account is in Dutch, whatever the language of who sends it."""
    with force_locale(current_app.config["LANGUAGES"]["nl"]):
        yield


def calendar_entry(meeting: Meeting, *, address: str = "", alarms: tuple[int, ...] = ()) -> CalendarEntry:
    """A meeting as a calendar holds it."""
    return CalendarEntry(
        uid=meeting.calendar_uid,
        title=meeting.title,
        starts=meeting.starts_at,
        ends=meeting.ends_at,
        place=meeting.place,
        text="\n".join(f"{number}. {item.title}" for number, item in enumerate(agenda_of(meeting), 1)),
        address=address,
        sequence=meeting.calendar_sequence,
        is_cancelled=meeting.status is MeetingStatus.CANCELLED,
        alarms=alarms,
    )


def agenda_of(meeting: Meeting) -> Sequence[Any]:
    return [item for item in meeting.items if not item.is_dropped]


def invitation_letter(
    meeting: Meeting,
    invitee: Invitee,
    token: str,
    *,
    network: Network,
    at: datetime,
    is_change: bool = False,
    is_reminder: bool = False,
) -> Letter:
    """The invitation, or the news that the meeting moved, with the meeting for the calendar."""
    link = outside_address("answers.answer_invitation", token=token)
    with in_dutch():
        if is_change:
            subject = _("Veranderd: %(title)s", title=meeting.title)
        elif is_reminder:
            subject = _("Herinnering: %(title)s", title=meeting.title)
        else:
            subject = _("Uitnodiging: %(title)s", title=meeting.title)
        text = render_template(
            "meetings/mail/invitation.txt",
            meeting=meeting,
            invitee=invitee,
            network=network,
            link=link,
            items=agenda_of(meeting),
            is_change=is_change,
            is_reminder=is_reminder,
        )
    return Letter(invitee.email, subject, text, _calendar_file(meeting, invitee, network, at, link))


def cancellation_letter(meeting: Meeting, invitee: Invitee, *, network: Network, at: datetime) -> Letter:
    with in_dutch():
        subject = _("Afgelast: %(title)s", title=meeting.title)
        text = render_template("meetings/mail/cancelled.txt", meeting=meeting, invitee=invitee, network=network)
    return Letter(invitee.email, subject, text, _calendar_file(meeting, invitee, network, at, ""))


def _calendar_file(meeting: Meeting, invitee: Invitee, network: Network, at: datetime, link: str) -> Attachment:
    entry = calendar_entry(meeting, address=link)
    organiser = (
        (meeting.organiser.name, meeting.organiser.email)
        if meeting.organiser is not None
        else (network.name, str(current_app.config["MAIL_FROM"]))
    )
    body = calendars.invitation(entry, organiser=organiser, attendee=(invitee.name, invitee.email), at=at)
    method = "CANCEL" if entry.is_cancelled else "REQUEST"
    return Attachment("overleg.ics", f"text/calendar; method={method}", body)


def minutes_letter(meeting: Meeting, invitee: Invitee, *, network: Network, paper: bytes | None) -> Letter:
    """The report, in the mail itself and as a PDF when one could be made."""
    with in_dutch():
        subject = _("Verslag: %(title)s", title=meeting.title)
        text = render_template(
            "meetings/mail/minutes.txt",
            meeting=meeting,
            invitee=invitee,
            network=network,
            items=agenda_of(meeting),
            has_paper=paper is not None,
        )
    attachment = Attachment("verslag.pdf", "application/pdf", paper) if paper is not None else None
    return Letter(invitee.email, subject, text, attachment)


def reminder_letter(meeting: Meeting, organiser: Account, *, network: Network) -> Letter:
    link = outside_address("meetings.write_minutes", slug=network.slug, meeting_id=meeting.id)
    with _in_language_of(organiser):
        subject = _("Het verslag ontbreekt nog: %(title)s", title=meeting.title)
        text = render_template(
            "meetings/mail/reminder.txt", meeting=meeting, organiser=organiser, network=network, link=link
        )
    return Letter(organiser.email, subject, text)


def poll_letter(
    poll: DatePoll, voter: PollVoter, token: str, *, network: Network, asked_by: str, is_reminder: bool = False
) -> Letter:
    link = outside_address("answers.answer_poll", token=token)
    with in_dutch():
        subject = (
            _("Herinnering: wanneer kan je? %(title)s", title=poll.title)
            if is_reminder
            else _("Wanneer kan je? %(title)s", title=poll.title)
        )
        text = render_template(
            "meetings/mail/poll.txt",
            poll=poll,
            voter=voter,
            network=network,
            link=link,
            asked_by=asked_by,
            is_reminder=is_reminder,
        )
    return Letter(voter.email, subject, text)


def digest_letter(account: Account, parts: Sequence[Any], token: str) -> Letter:
    """The weekly mail, with the one click that ends it (RFC 8058)."""
    stop = outside_address("answers.stop_digest", token=token)
    with _in_language_of(account):
        text = render_template("meetings/mail/digest.txt", account=account, parts=parts, stop=stop)
        subject = _("Je week in het netwerk")
    headers = {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    return Letter(account.email, subject, text, headers=headers)


@contextmanager
def _in_language_of(account: Account) -> Iterator[None]:
    languages = current_app.config["LANGUAGES"]
    with force_locale(languages.get(account.language, languages["nl"])):
        yield
