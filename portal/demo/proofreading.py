"""Has the folder of Heist proofread in the demo, by the operations that pages use."""

from __future__ import annotations

from datetime import date, datetime, time

from portal.accounts.models import Account
from portal.demo.heist import brochure as told
from portal.demo.heist.brochure import DemoMark
from portal.demo.loaded import Loaded
from portal.demo.types import INVENTED
from portal.foundation.clock import BRUSSELS, today
from portal.participation.types import Speaker
from portal.reviews.models import ReviewSheet, ReviewText, TextMark
from portal.reviews.operations import marks, texts
from portal.reviews.operations.rounds import hand_out_links, open_round, prepare_round
from portal.reviews.operations.sheets import begin_sheet
from portal.reviews.types import MarkState, TextKind

YEAR = 2026
BEGUN_ON, READ_ON, JUDGED_ON, CLOSES_ON = (
    date(YEAR, 11, 2),
    date(YEAR, 11, 9),
    date(YEAR, 11, 16),
    date(YEAR, 12, 11),
)


def proofread(loaded: Loaded, expert: Account) -> None:
    """A folder with marks in each state, and a letter that nobody read yet; nothing before its day."""
    if today() < JUDGED_ON:
        return
    folder = texts.add_text(
        loaded.network,
        title=told.TITLE,
        kind=TextKind.BROCHURE,
        body=told.FIRST_BODY,
        action_id=loaded.actions[YEAR, "brochure"].id,
        partner_id=loaded.partners["draai"].id,
        origin=told.ORIGIN,
    )
    texts.add_text(
        loaded.network,
        title=told.SECOND_TITLE,
        kind=TextKind.LETTER,
        body=told.SECOND_BODY,
        partner_id=loaded.partners["jeugd"].id,
        origin=INVENTED,
    )
    sheets = _begin_round(loaded, folder)
    for row in told.DECIDED:
        _judge(_mark(folder, row, sheets, expert), row)
    for row in (*told.WAITING, told.OLDER):
        _mark(folder, row, sheets, expert)
    texts.rewrite(folder, folder.body.replace(*told.REWRITTEN))


def _begin_round(loaded: Loaded, folder: ReviewText) -> dict[str, ReviewSheet]:
    """A round with three links, two of which were used; by the number of the link."""
    held = prepare_round(
        loaded.network,
        title=f"Lees mee: {told.TITLE}",
        about=folder,
        questions=(),
        closes_on=CLOSES_ON,
        today=BEGUN_ON,
        introduction="Lees de folder. Tik op elke zin die niet duidelijk is.",
        origin=told.ORIGIN,
    )
    open_round(held, today=BEGUN_ON)
    links = hand_out_links(held, count=3, speaker=Speaker.EXPERT, given_by="begeleider van de vereniging")
    return {str(link.number): begin_sheet(link, at=_noon(READ_ON), today=READ_ON) for link, _token in links[:2]}


def _mark(folder: ReviewText, row: DemoMark, sheets: dict[str, ReviewSheet], expert: Account) -> TextMark:
    start = folder.body.index(row.passage)
    return marks.put_mark(
        folder,
        starts_at=start,
        ends_at=start + len(row.passage),
        passage=row.passage,
        text_version=folder.version,
        why=row.why,
        proposal=row.proposal,
        at=_noon(READ_ON),
        today=READ_ON,
        sheet=sheets.get(row.reader),
        account_id=expert.id if row.reader == "expert" else None,
    )


def _judge(mark: TextMark, row: DemoMark) -> None:
    version = mark.text.version
    match MarkState(row.state):
        case MarkState.ADOPTED:
            marks.adopt_mark(mark, text_version=version, on=JUDGED_ON)
        case MarkState.PARTLY_ADOPTED:
            marks.adopt_partly(mark, words=row.words, reason=row.reason, text_version=version, on=JUDGED_ON)
        case _:
            marks.decline_mark(mark, reason=row.reason, text_version=version, on=JUDGED_ON)


def _noon(on: date) -> datetime:
    return datetime.combine(on, time(12), BRUSSELS)
