"""Reading rounds for tests: prepared, opened, answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from portal.extensions import db
from portal.foundation.clock import now, today
from portal.network.models import Network
from portal.participation.types import Speaker
from portal.plans.models import Plan
from portal.reviews.models import ReviewLink, ReviewRound
from portal.reviews.operations import rounds, sheets, sittings
from portal.reviews.operations.paper import PaperRow, PaperSheet, type_in_sheet
from portal.reviews.types import Fair, Helps, Question
from tests.factories.world import World

ALL_QUESTIONS = [one.value for one in Question]


@dataclass
class OpenRound:
    """An open round and the secrets of its links."""

    id: int
    plan_id: int
    tokens: list[str] = field(default_factory=list)
    action_ids: list[int] = field(default_factory=list)
    round_action_ids: list[int] = field(default_factory=list)
    link_ids: list[int] = field(default_factory=list)


def open_round(
    world: World,
    network: Network,
    *,
    actions: int = 3,
    links: int = 1,
    plan: Plan | None = None,
    questions: Sequence[str] = ALL_QUESTIONS,
    closes_on: date | None = None,
    is_open: bool = True,
    **values: Any,
) -> OpenRound:
    """A round on a new plan with some actions, with links that work."""
    plan = plan or world.plan(network, today().year)
    for number in range(1, actions + 1):
        world.action(
            plan,
            title=f"Actie {number}",
            plain_sentence=f"Wij doen iets, nummer {number}.",
            thresholds=values.get("thresholds", ("money", "transport")),
        )
    with world.saving():
        held = rounds.prepare_round(
            db.session.get_one(Network, network.id),
            title=values.pop("title", "Lees mee met ons plan"),
            about=db.session.get_one(Plan, plan.id),
            questions=questions,
            closes_on=closes_on or today() + timedelta(days=14),
            today=min(today(), closes_on or today()),
            introduction="Wij maken een plan. Zeg wat jij vindt.",
        )
        if is_open:
            rounds.open_round(held, today=min(today(), closes_on or today()))
        made = rounds.hand_out_links(held, count=links) if links else []
        return OpenRound(
            held.id,
            plan.id,
            [token for _link, token in made],
            [one.action_id for one in held.actions],
            [one.id for one in held.actions],
            [link.id for link, _token in made],
        )


def answer(world: World, link_id: int, *given: tuple[Helps | None, Sequence[str], Fair | None, str]) -> None:
    """What a reader says of the first actions, one tuple for each."""
    with world.saving():
        link = db.session.get_one(ReviewLink, link_id)
        sheet = sheets.begin_sheet(link, at=now(), today=today())
        for about, (helps, stops, fair, own_word) in zip(link.round.actions, given, strict=False):
            sheets.put_answer(sheet, about=about, helps=helps, stops=stops, fair=fair, own_word=own_word, at=now())
        sheets.finish_sheet(sheet, at=now())


def close(world: World, round_id: int) -> None:
    with world.saving():
        rounds.close_round(db.session.get_one(ReviewRound, round_id), on=today())


def held_round(network: Network, plan: Plan, number: int = 1) -> dict[str, Any]:
    """A round on a plan with a link that was used and an answer; to be called while the world is saving."""
    held = rounds.prepare_round(
        network,
        title=f"Leesronde {number}",
        about=plan,
        questions=ALL_QUESTIONS,
        closes_on=today() + timedelta(days=30),
        today=today(),
    )
    rounds.open_round(held, today=today())
    [(link, token)] = rounds.hand_out_links(held, count=1)
    sheet = sheets.begin_sheet(link, at=now(), today=today())
    about = held.actions[0]
    sheets.put_answer(sheet, about=about, helps=Helps.YES, stops=["money"], fair=Fair.YES, own_word="Goed.", at=now())
    typed = PaperSheet(9, Speaker.EXPERT, [PaperRow(about, helps=Helps.NO, stops=("money",))])
    paper = type_in_sheet(held, typed, at=now(), typed_by_id=None)
    sitting = sittings.begin_sitting(held, held_on=today(), people=8, account_id=None, today=today())
    sittings.set_hands(sitting, about=about, question=Question.HELPS, totals={"yes": 5, "no": 2})
    return {
        "round_id": held.id,
        "link_id": link.id,
        "round_action_id": about.id,
        "reading_token": token,
        "place": 1,
        "sheet_id": paper.id,
        "sitting_id": sitting.id,
        "position": about.position,
        "question": Question.HELPS.value,
    }
