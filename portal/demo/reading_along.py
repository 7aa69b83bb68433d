"""Beside the links of a demo round: two sheets that came back on paper, and a group that raised its hands."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, time, timedelta

from portal.demo.types import DemoRead, DemoRound
from portal.foundation.clock import BRUSSELS
from portal.participation.types import Speaker
from portal.reviews.models import ReviewRound, ReviewSitting
from portal.reviews.operations import paper, sittings
from portal.reviews.types import Fair, Helps, Question

HELPS = {"Y": Helps.YES, "P": Helps.PARTLY, "N": Helps.NO, "?": Helps.UNSURE}
FAIR = {"Y": Fair.YES, "N": Fair.NO, "?": Fair.UNSURE}
SHEETS = 2
GROUP = 6
AFTER = timedelta(days=12)
PLACE = "het lokaal waar de lezers samenkomen"


def read_on_paper(held: ReviewRound, row: DemoRound, opened: date) -> None:
    """Sheets with the numbers after those of the links; paper and links of a round tell the same story."""
    at = datetime.combine(opened + AFTER, time(16), BRUSSELS)
    first = max((link.number for link in held.links), default=0) + 1
    for place in range(SHEETS):
        rows = [
            paper.PaperRow(
                about,
                helps=HELPS[read.helps[place]],
                stops=("nothing",) if read.helps[place] == "Y" else tuple(read.stops)[:1],
                fair=FAIR[read.fair[place]],
            )
            for about, read in zip(held.actions, row.reads, strict=True)
        ]
        typed = paper.PaperSheet(first + place, Speaker.EXPERT, rows)
        paper.type_in_sheet(held, typed, at=at, typed_by_id=None)


def read_in_group(held: ReviewRound, row: DemoRound, opened: date) -> None:
    """A group that reads together and is counted."""
    day = opened + AFTER
    sitting = sittings.begin_sitting(held, held_on=day, people=GROUP, place=PLACE, account_id=None, today=day)
    for about, read in zip(held.actions, row.reads, strict=True):
        for question, totals in _hands(read).items():
            sittings.set_hands(sitting, about=about, question=question, totals=totals)
    _finish(sitting, day)


def _hands(read: DemoRead) -> dict[Question, dict[str, int]]:
    helps, fair = Counter(read.helps[:GROUP]), Counter(read.fair[:GROUP])
    return {
        Question.HELPS: {HELPS[letter].value: count for letter, count in helps.items()},
        Question.STOPS: {code: min(count, GROUP - 1) for code, count in read.stops.items()},
        Question.FAIR: {FAIR[letter].value: count for letter, count in fair.items()},
    }


def _finish(sitting: ReviewSitting, day: date) -> None:
    sittings.finish_sitting(sitting, at=datetime.combine(day, time(17), BRUSSELS))
