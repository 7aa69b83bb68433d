"""The words of meetings: how they stand, who answers what, what was decided and promised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from portal.foundation.wording import say


class MeetingStatus(StrEnum):
    PLANNED = "meeting-planned"
    CANCELLED = "meeting-cancelled"


MEETING_STATUS_LABELS = {
    MeetingStatus.PLANNED: say("gepland"),
    MeetingStatus.CANCELLED: say("afgelast"),
}


class MeetingStand(StrEnum):
    """How a list of meetings can be narrowed: what comes, and how far the report is of what was."""

    COMING = "coming"
    NO_REPORT = "no-report"
    REPORTED = "reported"
    CANCELLED = "cancelled"


MEETING_STAND_LABELS = {
    MeetingStand.COMING: say("komt nog"),
    MeetingStand.NO_REPORT: say("verslag nog niet goedgekeurd"),
    MeetingStand.REPORTED: say("verslag goedgekeurd"),
    MeetingStand.CANCELLED: say("afgelast"),
}


class MinutesStatus(StrEnum):
    """How far the report is; the moves between them are in `rules.NEXT_MINUTES_STATUSES`."""

    DRAFT = "minutes-draft"
    AMENDED = "minutes-amended"
    APPROVED = "minutes-approved"
    LOCKED = "minutes-locked"


MINUTES_STATUS_LABELS = {
    MinutesStatus.DRAFT: say("ontwerp"),
    MinutesStatus.AMENDED: say("bijgewerkt"),
    MinutesStatus.APPROVED: say("goedgekeurd"),
    MinutesStatus.LOCKED: say("vastgelegd"),
}


class MeetingPlace(StrEnum):
    """Whether people come together where people in poverty are at home."""

    ASSOCIATION = "at-association"
    ELSEWHERE = "elsewhere"
    ONLINE = "online"


MEETING_PLACE_LABELS = {
    MeetingPlace.ASSOCIATION: say("bij de vereniging waar armen het woord nemen"),
    MeetingPlace.ELSEWHERE: say("ergens anders"),
    MeetingPlace.ONLINE: say("online"),
}


class Answer(StrEnum):
    YES = "answer-yes"
    MAYBE = "answer-maybe"
    NO = "answer-no"


ANSWER_LABELS = {
    Answer.YES: say("ja"),
    Answer.MAYBE: say("misschien"),
    Answer.NO: say("nee"),
}


class Presence(StrEnum):
    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"


PRESENCE_LABELS = {
    Presence.PRESENT: say("aanwezig"),
    Presence.EXCUSED: say("verontschuldigd"),
    Presence.ABSENT: say("afwezig"),
}


class DecisionStatus(StrEnum):
    OPEN = "decision-open"
    DONE = "decision-done"
    DROPPED = "decision-dropped"


DECISION_STATUS_LABELS = {
    DecisionStatus.OPEN: say("nog uit te voeren"),
    DecisionStatus.DONE: say("uitgevoerd"),
    DecisionStatus.DROPPED: say("vervallen"),
}


class ActionEffect(StrEnum):
    """What a decision does to an action."""

    NONE = "no-action"
    ABOUT = "about-action"
    OPENS = "opens-action"
    MOVES = "moves-action"


ACTION_EFFECT_LABELS = {
    ActionEffect.NONE: say("gaat niet over een actie"),
    ActionEffect.ABOUT: say("gaat over een actie die er al is"),
    ActionEffect.OPENS: say("opent een nieuwe actie"),
    ActionEffect.MOVES: say("verandert de stand van een actie"),
}


class GroupKind(StrEnum):
    PREPARING = "preparing-committee"
    GUIDING = "guiding-work-group"
    FORUM = "forum"
    OTHER = "other-group"


GROUP_KIND_LABELS = {
    GroupKind.PREPARING: say("voorbereidend comité"),
    GroupKind.GUIDING: say("begeleidende werkgroep"),
    GroupKind.FORUM: say("forum"),
    GroupKind.OTHER: say("andere groep"),
}


class MemberRole(StrEnum):
    """Outside actors come when the agenda concerns them."""

    CHAIR = "group-chair"
    MEMBER = "group-member"
    OUTSIDE = "outside-actor"


MEMBER_ROLE_LABELS = {
    MemberRole.CHAIR: say("voorzitter"),
    MemberRole.MEMBER: say("lid"),
    MemberRole.OUTSIDE: say("buitenstaander, komt volgens de agenda"),
}


class PollStatus(StrEnum):
    OPEN = "poll-open"
    CHOSEN = "poll-chosen"
    WITHDRAWN = "poll-withdrawn"


POLL_STATUS_LABELS = {
    PollStatus.OPEN: say("loopt"),
    PollStatus.CHOSEN: say("datum gekozen"),
    PollStatus.WITHDRAWN: say("ingetrokken"),
}


@dataclass(frozen=True)
class Addressee:
    """Somebody who can be invited: a contact person, a member of a group, or an account."""

    email: str
    name: str
    partner_id: int | None = None
    account_id: int | None = None
    person_id: int | None = None
    is_outside: bool = False
    is_member: bool = False  # of the group that meets


@dataclass(frozen=True)
class AgendaLine:
    """A line of an agenda before it is an item: its title and how many minutes it takes."""

    title: str
    minutes: int | None = None


@dataclass(frozen=True)
class CalendarEntry:
    """What stands in a calendar: a moment with an end, or a whole day. Alarms in minutes before it begins."""

    uid: str
    title: str
    starts: datetime | date
    ends: datetime | None = None
    place: str = ""
    text: str = ""
    address: str = ""
    sequence: int = 0
    changed_at: datetime | None = None
    is_cancelled: bool = False
    alarms: tuple[int, ...] = ()
