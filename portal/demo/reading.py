"""Lets people read along in a demo network: a finished round for each year, and one that runs now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from portal.demo.loaded import Loaded
from portal.demo.reading_along import read_in_group, read_on_paper
from portal.demo.types import INVENTED, DemoRead, DemoRound
from portal.extensions import db
from portal.foundation.clock import BRUSSELS, today
from portal.participation import operations as participation
from portal.participation.types import Outcome, Speaker, TellingWay
from portal.reviews.models import ReviewLink, ReviewRound, RoundAction
from portal.reviews.operations import rounds, sheets
from portal.reviews.operations.results import hear_readers
from portal.reviews.queries.rounds import list_running_demo_rounds, tally_actions
from portal.reviews.telling import summary_text
from portal.reviews.types import Fair, Helps, Question

HELPS = {"Y": Helps.YES, "P": Helps.PARTLY, "N": Helps.NO, "?": Helps.UNSURE}
FAIR = {"Y": Fair.YES, "N": Fair.NO, "?": Fair.UNSURE}
INTRODUCTION = "Dit plannen wij dit jaar. Zeg ons eerlijk of het zal werken. Jij weet het best wat helpt."
ANSWERED_AFTER, TOLD_AFTER = timedelta(days=14), timedelta(days=28)
RUNS_SINCE, RUNS_FOR = timedelta(days=9), timedelta(days=21)
SPARE_LINKS = 3  # given to people who did not begin


def read_along(loaded: Loaded, row: DemoRound) -> None:
    """One round of a year that is over; what lies in the future is left out."""
    opened, closed = (date.fromisoformat(f"{row.year}-{day}") for day in (row.opened, row.closed))
    if closed + TOLD_AFTER > today():
        return
    held = _prepare(loaded, row, opened, closed, f"Lees mee met ons plan van {row.year}")
    _answer_all(held, row, opened)
    read_on_paper(held, row, opened)
    read_in_group(held, row, opened)
    rounds.close_round(held, on=closed)
    for about, read in zip(held.actions, row.reads, strict=True):
        if read.outcome:
            _tell(loaded, about, read, closed)


def read_now(loaded: Loaded, row: DemoRound) -> None:
    """A round that runs on the day on which the demo is loaded."""
    held = _prepare(loaded, row, today() - RUNS_SINCE, today() + RUNS_FOR, "Halfweg: werkt ons plan?")
    _answer_all(held, row, today() - RUNS_SINCE)


def _prepare(loaded: Loaded, row: DemoRound, opened: date, closed: date, title: str) -> ReviewRound:
    held = rounds.prepare_round(
        loaded.network,
        title=title,
        about=loaded.plans[row.year],
        questions=[one.value for one in Question],
        closes_on=closed,
        today=opened,
        introduction=INTRODUCTION,
        actions=[loaded.actions[row.year, read.action] for read in row.reads],
        origin=INVENTED,
    )
    rounds.open_round(held, today=opened)
    readers = max(len(read.helps) for read in row.reads)
    rounds.hand_out_links(held, count=readers + SPARE_LINKS, speaker=Speaker.EXPERT, given_by=row.given_by)
    return held


def _answer_all(held: ReviewRound, row: DemoRound, opened: date) -> None:
    """Each link but the spare ones is a reader; who has no letter for an action skipped it."""
    for place, link in enumerate(held.links[: -SPARE_LINKS or None]):
        at = datetime.combine(opened + timedelta(days=1 + place % 7), time(14, place), BRUSSELS)
        _answer(link, row, place, at)
    db.session.expire(held)


def _answer(link: ReviewLink, row: DemoRound, place: int, at: datetime) -> None:
    sheet = sheets.begin_sheet(link, at=at, today=at.date())
    for about, read in zip(link.round.actions, row.reads, strict=True):
        if place >= len(read.helps):
            continue
        sheets.put_answer(
            sheet,
            about=about,
            helps=HELPS[read.helps[place]],
            stops=_stops(read, place) or (("nothing",) if read.helps[place] == "Y" else ()),
            fair=FAIR[read.fair[place]],
            own_word=read.words[place] if place < len(read.words) else "",
            at=at,
        )
    if all(place < len(read.helps) for read in row.reads):
        sheets.finish_sheet(sheet, at=at)


def _stops(read: DemoRead, place: int) -> tuple[str, ...]:
    """What stops this reader: those who doubt most name a threshold first."""
    doubters = sorted(range(len(read.helps)), key=lambda one: "NP?Y".index(read.helps[one]))
    rank = doubters.index(place)
    return tuple(code for code, count in read.stops.items() if rank < count)


def _tell(loaded: Loaded, about: RoundAction, read: DemoRead, closed: date) -> None:
    """What readers rejected was answered, and they heard it where they meet."""
    tally = tally_actions(loaded.network.id, [about.id])[about.id]
    voice = hear_readers(
        about, network=loaded.network, text=summary_text(tally), tally=tally, today=today(), account_id=None
    )
    participation.answer_voice(
        voice,
        outcome=Outcome(read.outcome),
        answer=read.answer,
        reason=read.reason,
        on=closed + ANSWERED_AFTER,
    )
    participation.tell_back(
        voice,
        told_on=closed + TOLD_AFTER,
        told_how=TellingWay.COMPANION,
        told_by="begeleider van de lezers",
        today=today(),
    )


def fresh_links(count: int) -> Iterator[tuple[ReviewRound, str]]:
    """New secrets of links that nobody began with, in rounds of demo networks that run."""
    running = list_running_demo_rounds(today())
    for held in running:
        waiting = [link for link in held.links if link.sheet is None and link.revoked_at is None]
        for link in waiting[:count]:
            yield held, rounds.renew_link(link)
