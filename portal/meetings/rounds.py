"""What goes out by itself: the weekly mail, and the question for a report that is not in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from portal.accounts.models import Account
from portal.accounts.queries import actor_for
from portal.foundation.clock import now, today
from portal.meetings import letters, rules
from portal.meetings.models import Meeting, Task
from portal.meetings.operations.personal import note_digest
from portal.meetings.queries import meetings as queries
from portal.meetings.queries import minutes, people
from portal.meetings.queries.listed import list_coming_meetings
from portal.meetings.types import MeetingStatus
from portal.network.models import Network
from portal.post.addresses import outside_address
from portal.post.operations import queue_letter

AHEAD = timedelta(days=14)
AT_LEAST = timedelta(days=6)


@dataclass(frozen=True)
class DigestPart:
    """What the weekly mail says of one network."""

    network: Network
    meetings: Sequence[Meeting]
    tasks: Sequence[Task]
    link: str
    today: date


def queue_digests(*, again: bool = False) -> int:
    """One mail for each reader with something in it, of all networks together; how many were queued."""
    count = 0
    for account in people.list_digest_readers():
        choice = people.find_choice(account.id)
        if choice is not None and choice.is_off:
            continue
        if not again and choice is not None and choice.sent_on and today() - choice.sent_on < AT_LEAST:
            continue
        parts = _parts_of(account)
        if parts:
            token = note_digest(account.id, on=today())
            queue_letter(letters.digest_letter(account, parts, token))
            count += 1
    return count


def _parts_of(account: Account) -> list[DigestPart]:
    networks = {one.network_id: one.network for one in account.assignments if one.ended_at is None}
    parts = []
    for network in networks.values():
        actor = actor_for(account, network)
        coming = [
            one
            for one in list_coming_meetings(network.id, now())
            if one.status is MeetingStatus.PLANNED and one.starts_at < now() + AHEAD
        ]
        tasks = minutes.list_own_open_tasks(network.id, account.id, actor.partner_ids)
        if coming or tasks:
            link = outside_address("dashboards.front", slug=network.slug)
            parts.append(DigestPart(network, coming, tasks, link, today()))
    return parts


def queue_reminders() -> int:
    """Ask the organiser of each meeting without approved report; how many were asked."""
    count = 0
    for meeting in queries.list_without_report(now()):
        organiser = meeting.organiser
        if organiser is None or not organiser.is_active_account:
            continue
        if rules.needs_reminder(meeting.ends_at, meeting.reminded_at, meeting.reminders, now()):
            letter = letters.reminder_letter(meeting, organiser, network=meeting.network)
            queue_letter(letter, network_id=meeting.network_id)
            meeting.reminded_at, meeting.reminders = now(), meeting.reminders + 1
            count += 1
    return count
