"""One of everything that has to do with meetings, for the tests that walk all pages."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from portal.meetings.models import Meeting
from portal.meetings.operations import contacts, groups, invitations, meetings, minutes, polls
from portal.meetings.types import Addressee, GroupKind, MemberRole
from portal.network.models import Network
from portal.post.operations import queue_letter
from portal.post.types import Letter

SOON = datetime(2099, 5, 5, 12, 0, tzinfo=UTC)
BEGIN = datetime(2025, 5, 5, 12, 0, tzinfo=UTC)


def plan(network: Network, title: str = "Netwerkoverleg", at: datetime = BEGIN, **values) -> Meeting:
    """A meeting of two hours; to be called while the world is saving."""
    return meetings.plan_meeting(network.id, title=title, starts_at=at, ends_at=at + timedelta(hours=2), **values)


def held_meetings(network: Network, partner_id: int, number: int = 1) -> dict[str, int]:
    """A group with a series, a meeting with everything in it, a poll, a contact and a mail; the ids of all."""
    group = groups.form_group(network.id, name=f"Werkgroep {number}", kind=GroupKind.GUIDING)
    member = groups.seat_member(group, role=MemberRole.CHAIR, partner_id=partner_id, email=f"lid{number}@example.org")
    series = groups.set_up_series(
        network.id, title=f"Reeks {number}", group=group, agenda_template="Verslag vorige keer | 10\nVaria"
    )
    plan(network, f"Vorig overleg {number}", BEGIN - timedelta(days=30), series=series)
    meeting = plan(network, f"Overleg {number}", series=series)
    plan(network, f"Volgend overleg {number}", SOON, series=series)
    item = meetings.add_item(meeting, title=f"Punt {number}", owner_partner_id=partner_id)
    decision = minutes.decide(meeting, text=f"We doen {number}", item=item, partner_id=partner_id)
    task = minutes.add_task(network.id, title=f"Taak {number}", meeting=meeting, partner_id=partner_id)
    when = BEGIN - timedelta(days=7)
    [(invitee, _secret)] = invitations.invite(
        meeting, addressees=[Addressee(f"gast{number}@example.org", f"Gast {number}", partner_id)], at=when
    )
    poll = polls.start_poll(
        network.id, title=f"Wanneer {number}", dates=[(SOON, SOON + timedelta(hours=1)), (BEGIN, SOON)]
    )
    [(voter, _link)] = polls.ask_voters(poll, addressees=[Addressee(f"kiezer{number}@example.org", "Kiezer")], at=when)
    moment = contacts.note_contact(
        network.id, on=date(2025, 5, 1), with_whom="Buurtwerk", today=date(2025, 5, 2), partner_id=partner_id
    )
    mail = queue_letter(Letter(f"gast{number}@example.org", "Dag", "Tekst"), network_id=network.id)
    return {
        "group_id": group.id,
        "member_id": member.id,
        "series_id": series.id,
        "meeting_id": meeting.id,
        "item_id": item.id,
        "decision_id": decision.id,
        "task_id": task.id,
        "invitee_id": invitee.id,
        "poll_id": poll.id,
        "voter_id": voter.id,
        "moment_id": moment.id,
        "mail_id": mail.id,
    }
