"""A plan is agreed only when each action that most readers rejected got an answer."""

from __future__ import annotations

from datetime import date

import pytest
from flask import Flask

from portal.extensions import db
from portal.foundation.clock import now
from portal.foundation.errors import RuleBroken
from portal.participation import operations as participation
from portal.participation.types import Channel, Outcome, Speaker
from portal.plans import operations as plans
from portal.plans.types import PlanStatus
from portal.reviews.models import ReviewRound
from portal.reviews.operations import rounds, sheets
from portal.reviews.types import Helps, Question
from tests.factories.world import World

TODAY = date(2026, 3, 1)


def read_by(network, plan, *given: Helps) -> ReviewRound:
    held = rounds.prepare_round(
        network,
        title="Lees mee",
        about=plan,
        questions=[one.value for one in Question],
        closes_on=date(2026, 3, 31),
        today=TODAY,
    )
    rounds.open_round(held, today=TODAY)
    for (link, _token), helps in zip(rounds.hand_out_links(held, count=len(given)), given, strict=True):
        sheet = sheets.begin_sheet(link, at=now(), today=TODAY)
        sheets.put_answer(sheet, about=held.actions[0], helps=helps, stops=["money"], fair=None, at=now())
    return held


def test_a_plan_waits_for_the_answer_to_its_readers(app: Flask, world: World) -> None:
    network = world.network()
    plan = world.plan(network, 2026)
    world.action(plan, world.partner(network, "Sportdienst"), "Samen zwemmen")
    with app.app_context():
        plan = db.session.merge(plan)
        held = read_by(db.session.merge(network), plan, Helps.NO, Helps.NO, Helps.YES)
        with pytest.raises(RuleBroken, match="Samen zwemmen"):
            plans.move_plan(plan, status=PlanStatus.AGREED)
        voice = participation.record_voice(
            db.session.merge(network),
            text="2 van de 3 lezers zeggen: dit helpt niet.",
            channel=Channel.REVIEW,
            speaker=Speaker.EXPERT,
            received_on=TODAY,
            today=TODAY,
            action_id=held.actions[0].action_id,
        )
        held.actions[0].voice = voice
        with pytest.raises(RuleBroken, match="Samen zwemmen"):
            plans.move_plan(plan, status=PlanStatus.AGREED)
        participation.answer_voice(voice, outcome=Outcome.NOT_ADOPTED, answer="Nee.", reason="Daarom.", on=TODAY)
        plans.move_plan(plan, status=PlanStatus.AGREED)
        assert plan.status is PlanStatus.AGREED


def test_a_plan_that_most_readers_like_is_agreed_at_once(app: Flask, world: World) -> None:
    network = world.network()
    plan = world.plan(network, 2026)
    world.action(plan, world.partner(network, "Sportdienst"), "Samen zwemmen")
    with app.app_context():
        plan = db.session.merge(plan)
        read_by(db.session.merge(network), plan, Helps.NO, Helps.YES)
        plans.move_plan(plan, status=PlanStatus.AGREED)
        assert plan.status is PlanStatus.AGREED
