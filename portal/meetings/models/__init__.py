"""Tables of meetings, by what they are about."""

from portal.meetings.models.contacts import ContactMoment
from portal.meetings.models.groups import GroupMember, MeetingGroup, MeetingSeries
from portal.meetings.models.meetings import Attendance, Invitee, Meeting
from portal.meetings.models.minutes import AgendaItem, Decision, Task
from portal.meetings.models.personal import CalendarFeed, DigestChoice
from portal.meetings.models.polls import DatePoll, PollAnswer, PollDate, PollVoter

__all__ = [
    "AgendaItem",
    "Attendance",
    "CalendarFeed",
    "ContactMoment",
    "DatePoll",
    "Decision",
    "DigestChoice",
    "GroupMember",
    "Invitee",
    "Meeting",
    "MeetingGroup",
    "MeetingSeries",
    "PollAnswer",
    "PollDate",
    "PollVoter",
    "Task",
]
