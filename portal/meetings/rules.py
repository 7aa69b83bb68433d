"""What may happen to a meeting, its minutes, a decision, a task and a poll; and when people are reminded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from portal.foundation.errors import RuleBroken
from portal.foundation.moving import check_move_in
from portal.foundation.wording import Day, say
from portal.meetings.types import (
    DECISION_STATUS_LABELS,
    MINUTES_STATUS_LABELS,
    AgendaLine,
    DecisionStatus,
    MeetingStatus,
    MinutesStatus,
    PollStatus,
)

NEXT_MINUTES_STATUSES: dict[MinutesStatus, tuple[MinutesStatus, ...]] = {
    MinutesStatus.DRAFT: (MinutesStatus.AMENDED, MinutesStatus.APPROVED),
    MinutesStatus.AMENDED: (MinutesStatus.APPROVED,),
    MinutesStatus.APPROVED: (MinutesStatus.LOCKED, MinutesStatus.AMENDED),  # somebody still finds a mistake
    MinutesStatus.LOCKED: (),
}
WRITABLE = frozenset({MinutesStatus.DRAFT, MinutesStatus.AMENDED})

NEXT_DECISION_STATUSES: dict[DecisionStatus, tuple[DecisionStatus, ...]] = {
    DecisionStatus.OPEN: (DecisionStatus.DONE, DecisionStatus.DROPPED),
    DecisionStatus.DONE: (DecisionStatus.OPEN,),
    DecisionStatus.DROPPED: (DecisionStatus.OPEN,),
}

ANSWER_LIFE = timedelta(days=1)  # after the end of a meeting an answer has no use any more
POLL_LIFE = timedelta(days=60)
INVITE_DAY_TIMES, INVITE_WINDOW = 600, timedelta(days=1)  # a mistake must not become a flood
ASK_AGAIN_AFTER = timedelta(minutes=10)  # a double tap is no second question
REMIND_AFTER_DAYS = (3, 7)  # and from then on every week
LONGEST_MEETING = timedelta(hours=14)
MOST_LINES, MOST_MINUTES, MOST_EXPERTS = 60, 600, 500
MOST_DATES = 12
MINUTES_MARK = re.compile(r"[|(]\s*(\d{1,3})\s*(?:min(?:uten|\.)?|')?\s*\)?\s*$", re.IGNORECASE)


def check_times(starts_at: datetime, ends_at: datetime) -> None:
    """A meeting ends after it began, the same day or night."""
    if ends_at <= starts_at:
        raise RuleBroken(say("Het overleg eindigt voor het begint. Kijk de uren na."), "ends")
    if ends_at - starts_at > LONGEST_MEETING:
        raise RuleBroken(say("Een overleg duurt ten hoogste een dag. Kijk de uren na."), "ends")


def check_open(status: MeetingStatus, minutes_status: MinutesStatus) -> None:
    """Agenda, report and decisions change as long as the meeting takes place and the report is not approved."""
    check_still_planned(status)
    check_writable(minutes_status)


def check_still_planned(status: MeetingStatus) -> None:
    if status is MeetingStatus.CANCELLED:
        raise RuleBroken(say("Dit overleg is afgelast."))


def check_writable(status: MinutesStatus) -> None:
    """Approved minutes are changed only after they were opened again; locked ones never."""
    if status is MinutesStatus.LOCKED:
        raise RuleBroken(say("Dit verslag is vastgelegd. Je kan er niets meer aan veranderen."))
    if status not in WRITABLE:
        raise RuleBroken(say("Dit verslag is goedgekeurd. Zet het eerst terug op “bijgewerkt”."))


def check_minutes_move(current: MinutesStatus, wanted: MinutesStatus) -> None:
    """Raises RuleBroken on `status` when the table does not know the move."""
    check_move_in(
        NEXT_MINUTES_STATUSES,
        current,
        wanted,
        refusal=say("Een verslag kan niet van “%(current)s” naar “%(wanted)s”."),
        labels=MINUTES_STATUS_LABELS,
        field="status",
    )


def check_minutes_complete(notes: Iterable[str], decisions: int) -> None:
    """An empty report cannot be approved."""
    if not any(note.strip() for note in notes) and not decisions:
        raise RuleBroken(say("Er staat nog niets in het verslag. Schrijf eerst iets op."), "status")


def check_decision_move(current: DecisionStatus, wanted: DecisionStatus) -> None:
    """Raises RuleBroken on `status` when the table does not know the move."""
    check_move_in(
        NEXT_DECISION_STATUSES,
        current,
        wanted,
        refusal=say("Een beslissing kan niet van “%(current)s” naar “%(wanted)s”."),
        labels=DECISION_STATUS_LABELS,
        field="status",
    )


def check_experts(count: int | None) -> None:
    if count is not None and not 0 <= count <= MOST_EXPERTS:
        raise RuleBroken(say("Vul een aantal in van 0 tot %(most)s.", most=MOST_EXPERTS), "experts_count")


def check_contact_day(on: date, today: date) -> None:
    """A contact that was had did not happen in the future."""
    if on > today:
        raise RuleBroken(say("%(day)s moet nog komen. Kies vandaag of een dag die voorbij is.", day=Day(on)), "on")


def check_poll_open(status: PollStatus) -> None:
    if status is not PollStatus.OPEN:
        raise RuleBroken(say("Deze vraag naar een datum is afgesloten."))


def check_dates(dates: Sequence[tuple[datetime, datetime]]) -> None:
    """A poll offers at least two moments, each once."""
    if len(dates) < 2:
        raise RuleBroken(say("Stel minstens twee datums voor."), "dates")
    if len(dates) > MOST_DATES:
        raise RuleBroken(say("Stel ten hoogste %(most)s datums voor.", most=MOST_DATES), "dates")
    if len({start for start, _end in dates}) != len(dates):
        raise RuleBroken(say("Een datum staat twee keer in de lijst."), "dates")
    for start, end in dates:
        if end <= start:
            raise RuleBroken(say("Een moment eindigt voor het begint. Kijk de uren na."), "dates")


def lines_of_template(text: str) -> list[AgendaLine]:
    """An agenda written as text, one item a line, with its minutes at the end: "Verslag vorige keer | 10"."""
    lines = []
    for line in text.splitlines():
        words = line.strip().lstrip("-*•").strip()
        if not words:
            continue
        found = MINUTES_MARK.search(words)
        title = words[: found.start()].strip() if found else words
        if title:
            lines.append(AgendaLine(title[:300], int(found[1]) if found else None))
    return lines[:MOST_LINES]


def answer_until(ends_at: datetime) -> datetime:
    """Until when the link in an invitation can be used."""
    return ends_at + ANSWER_LIFE


def needs_reminder(ended_at: datetime, reminded_at: datetime | None, reminders: int, now: datetime) -> bool:
    """Whether the organiser is asked for the report now: after 3 days, after 7, and then every week."""
    days = (now - ended_at).days
    steps = [step for step in REMIND_AFTER_DAYS if days >= step]
    if not steps:
        return False
    if reminders < len(steps):
        return True
    return reminders >= len(REMIND_AFTER_DAYS) and reminded_at is not None and now - reminded_at >= timedelta(days=7)


def may_ask_again(asked_at: datetime | None, now: datetime) -> bool:
    """Whether somebody who did not answer can get the same question once more now."""
    return asked_at is None or now - asked_at >= ASK_AGAIN_AFTER


def is_late(due_on: date | None, today: date) -> bool:
    return due_on is not None and due_on < today
