"""Puts the meetings, groups and contacts of Heist in the demo, by the operations that pages use."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from portal.accounts.queries import find_account_by_email
from portal.demo.gatherings import Gathering
from portal.demo.heist import meetings as told
from portal.demo.heist.meetings import DemoMeeting
from portal.demo.loaded import Loaded
from portal.demo.types import INVENTED
from portal.extensions import db
from portal.foundation.clock import BRUSSELS, now, today
from portal.meetings.models import Decision, Meeting, MeetingGroup, MeetingSeries
from portal.meetings.operations import contacts, groups, invitations, meetings, minutes, polls
from portal.meetings.types import (
    ActionEffect,
    Addressee,
    Answer,
    DecisionStatus,
    GroupKind,
    MeetingPlace,
    MemberRole,
    MinutesStatus,
    Presence,
)

MEETING_HOURS = (time(14), time(16))


Decided = list[tuple[Decision, DecisionStatus]]


def hold_meetings(loaded: Loaded) -> Decided:
    """Groups, series, three years of meetings, and what was heard in between; decisions with what became of them."""
    decided: Decided = []
    found = _groups(loaded)
    network_series = groups.set_up_series(
        loaded.network.id,
        title="Netwerkoverleg",
        agenda_template=told.TEMPLATE,
        chair="Coördinator Heist",
        origin=INVENTED,
    )
    card_series = groups.set_up_series(
        loaded.network.id,
        title="Werkgroep vrijetijdskaart",
        agenda_template=told.CARD_TEMPLATE,
        group=found[told.CARD],
        origin=INVENTED,
    )
    for row in told.MEETINGS:
        decided += _hold(loaded, row, card_series if row.group else network_series, told.PLACES)
    _note_contacts(loaded, told.CONTACTS)
    _ask_dates(loaded, network_series)
    return decided


def gather(loaded: Loaded, gathering: Gathering) -> Decided:
    """The one series of a smaller network, with its contacts; gives what was decided."""
    decided: Decided = []
    series = groups.set_up_series(
        loaded.network.id, title=gathering.title, agenda_template=gathering.template, origin=INVENTED
    )
    for row in gathering.meetings:
        decided += _hold(loaded, row, series, gathering.places)
    _note_contacts(loaded, gathering.contacts)
    return decided


def _note_contacts(loaded: Loaded, rows: Iterable[tuple[str, str, str, str, str, str]]) -> None:
    for on, with_whom, about, outcome, partner, action in rows:
        day = date.fromisoformat(on)
        if day <= today():
            contacts.note_contact(
                loaded.network.id,
                on=day,
                with_whom=with_whom,
                about=about,
                outcome=outcome,
                today=today(),
                partner_id=loaded.partners[partner].id if partner else None,
                action_id=loaded.actions[day.year, action].id if (day.year, action) in loaded.actions else None,
                origin=INVENTED,
            )


def carry_out(decided: Decided) -> None:
    """What was decided is done or lapses; who spoke of it hears that."""
    for decision, status in decided:
        minutes.move_decision(decision, status=status)


def _ask_dates(loaded: Loaded, series: MeetingSeries) -> None:
    """A poll that runs: some answered, some did not."""
    first = datetime.combine(today() + timedelta(days=40), MEETING_HOURS[0], tzinfo=BRUSSELS).astimezone(UTC)
    days = [first + timedelta(days=7 * week) for week in range(3)]
    poll = polls.start_poll(
        loaded.network.id,
        title="Wanneer bespreken we het nieuwe jaar? (verzonnen)",
        dates=[(day, day + timedelta(hours=2)) for day in days],
        series=series,
        place="vzw Den Draai",
        place_kind=MeetingPlace.ASSOCIATION,
    )
    asked = polls.ask_voters(poll, addressees=_people(loaded), at=now() - timedelta(days=3))
    for number, (voter, _secret) in enumerate(asked):
        if number % 2:
            answers = {
                date.id: (Answer.YES, Answer.MAYBE, Answer.NO)[(number + at) % 3] for at, date in enumerate(poll.dates)
            }
            polls.answer_poll(voter, answers=answers, at=now() - timedelta(days=1))


def _groups(loaded: Loaded) -> dict[str, MeetingGroup]:
    found = {}
    for kind, name, aim, origin, members in told.GROUPS:
        group = groups.form_group(loaded.network.id, name=name, kind=GroupKind(kind), aim=aim, origin=origin)
        for role, partner, member in members:
            groups.seat_member(
                group,
                role=MemberRole(role),
                partner_id=loaded.partners[partner].id if partner else None,
                name=member,
            )
        found[name] = group
    return found


def _hold(loaded: Loaded, row: DemoMeeting, series: MeetingSeries, places: tuple[str, str]) -> Decided:
    begin, end = (datetime.combine(date.fromisoformat(row.on), clock, tzinfo=BRUSSELS) for clock in MEETING_HOURS)
    organiser = find_account_by_email("coordinator@heist.example") if loaded.network.slug.startswith("heist") else None
    meeting = meetings.plan_meeting(
        loaded.network.id,
        title=series.title,
        starts_at=begin.astimezone(UTC),
        ends_at=end.astimezone(UTC),
        place=places[0] if row.at_association else places[1],
        place_kind=MeetingPlace.ASSOCIATION if row.at_association else MeetingPlace.ELSEWHERE,
        chair=series.chair,
        organiser_id=organiser.id if organiser else None,
        series=series,
        origin=told.AT_ASSOCIATION if row.at_association and organiser else INVENTED,
    )
    _invite(loaded, meeting)
    if row.experts is None:
        return []
    meetings.note_attendance(
        meeting,
        presences={
            **{loaded.partners[key].id: Presence.PRESENT for key in row.present},
            **{loaded.partners[key].id: Presence.EXCUSED for key in row.excused},
        },
        experts_count=row.experts,
    )
    _write(meeting, row)
    decided = _decide(loaded, meeting, row)
    for status in (MinutesStatus.APPROVED, MinutesStatus.LOCKED):
        if meeting.minutes_status.value != row.minutes:
            minutes.move_minutes(meeting, status=status)
    return decided


def _invite(loaded: Loaded, meeting: Meeting) -> None:
    before = meeting.starts_at - timedelta(days=21)
    invited = invitations.invite(meeting, addressees=_people(loaded), at=before)
    for number, (invitee, _secret) in enumerate(invited):
        if number % 4:
            invitations.answer(
                invitee, answer=Answer.YES if number % 3 else Answer.MAYBE, at=before + timedelta(days=2)
            )


def _people(loaded: Loaded) -> list[Addressee]:
    return [
        Addressee(contact.person.email, contact.person.name, partner.id, person_id=contact.person_id)
        for partner in loaded.partners.values()
        for contact in partner.contacts
        if contact.person.email
    ]


def _write(meeting: Meeting, row: DemoMeeting) -> None:
    said = {title: (note, finished) for title, note, finished in row.said}
    for item in meeting.items:
        note, finished = said.get(item.title, ("", True))
        item.note, item.is_finished = note, finished
    for title in set(said) - {item.title for item in meeting.items}:
        item = meetings.add_item(meeting, title=title)
        item.note, item.is_finished = said[title]
    db.session.flush()


def _decide(loaded: Loaded, meeting: Meeting, row: DemoMeeting) -> Decided:
    moved: Decided = []
    year = date.fromisoformat(row.on).year
    for text, partner, due, action, status in row.decisions:
        found = loaded.actions.get((year, action))
        decision = minutes.decide(
            meeting,
            text=text,
            partner_id=loaded.partners[partner].id,
            due_on=date.fromisoformat(due),
            effect=ActionEffect.ABOUT if found else ActionEffect.NONE,
            action=found,
        )
        if status != decision.status.value:
            moved.append((decision, DecisionStatus(status)))
    for title, partner, due, done in row.tasks:
        day = date.fromisoformat(due)
        task = minutes.add_task(
            loaded.network.id, title=title, meeting=meeting, partner_id=loaded.partners[partner].id, due_on=day
        )
        if done:
            minutes.finish_task(task, at=datetime.combine(day, time(10), tzinfo=BRUSSELS))
    return moved
