"""Addresses of meetings: meetings and their reports, promises, contacts, groups, polls, links and calendars."""

from portal.meetings.routes import (
    agenda,
    arrangements,
    contacts,
    decisions,
    groups,
    invitations,
    meetings,
    minutes,
    polls,
    tasks,
)
from portal.meetings.routes.doors import bp
from portal.meetings.routes.links import bp as answers
from portal.meetings.routes.personal import bp as calendar

__all__ = [
    "agenda",
    "answers",
    "arrangements",
    "bp",
    "calendar",
    "contacts",
    "decisions",
    "groups",
    "invitations",
    "meetings",
    "minutes",
    "polls",
    "tasks",
]
