"""A text that is read along: its author, an expert with an account, and readers with links."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from flask import Flask

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now, today
from portal.network.models import Network
from portal.participation.types import Speaker
from portal.reviews.models import ReviewText, TextMark
from portal.reviews.operations.marks import put_mark
from portal.reviews.operations.rounds import hand_out_links, open_round, prepare_round
from portal.reviews.operations.sheets import begin_sheet
from portal.reviews.operations.texts import add_text
from portal.reviews.types import TextKind
from tests.factories.world import World
from tests.pages import WatchfulClient, client_of

BODY = (
    "De kansenkaart\n\n"
    "Met de kaart betaal je minder. De tegemoetkoming wordt na indiening van de aanvraag toegekend.\n"
    "Bel 015 11 22 33. 😀 Tot dan!"
)
HARD = "De tegemoetkoming wordt na indiening van de aanvraag toegekend."


@dataclass
class Proof:
    """A text in a round, with clients and the secrets of two readers."""

    app: Flask
    world: World
    network: Network
    people: dict[str, Any]
    sign_in: Callable[[Any], WatchfulClient]
    text_id: int
    round_id: int
    tokens: list[str]
    ids: dict[str, int]

    @property
    def coordinator(self) -> WatchfulClient:
        return self.sign_in(self.people["coordinator"])

    @property
    def expert(self) -> WatchfulClient:
        return self.sign_in(self.people["expert"])

    @property
    def reader(self) -> WatchfulClient:
        return client_of(self.app)

    def href(self, tail: str = "") -> str:
        return f"/networks/{self.network.slug}/texts/{self.text_id}{tail}"

    def read(self, tail: str = "", token: int = 0) -> str:
        return f"/read/{self.tokens[token]}/text{tail}"

    def text(self) -> ReviewText:
        with self.app.app_context():
            return db.session.get_one(ReviewText, self.text_id)

    def marks(self) -> list[TextMark]:
        with self.app.app_context():
            return list(db.session.query(TextMark).order_by(TextMark.id))

    def mark(self, passage: str = HARD, proposal: str = "Je krijgt geld terug.", why: str = "", **values: Any) -> int:
        """A mark by the expert with an account; its id."""
        with self.world.saving():
            text = db.session.get_one(ReviewText, self.text_id)
            start = values.pop("start", None)
            start = text.body.index(passage) if start is None else start
            return put_mark(
                text,
                starts_at=start,
                ends_at=start + len(passage),
                passage=passage,
                text_version=text.version,
                why=why,
                proposal=proposal,
                at=now(),
                today=today(),
                account_id=values.pop("account_id", self.people["expert"].id),
                **values,
            ).id


@pytest.fixture
def proof(app: Flask, world: World, sign_in: Callable[[Any], WatchfulClient]) -> Proof:
    network = world.network()
    partner = world.partner(network, "Vereniging")
    plan = world.plan(network, 2026)
    action = world.action(plan, partner, "Folder")
    people = {
        "coordinator": world.coordinator(network),
        "partner": world.account(network, Role.PARTNER, partner),
        "other": world.account(network, Role.PARTNER, world.partner(network, "Andere")),
        "expert": world.account(network, Role.EXPERT),
        "viewer": world.account(network, Role.VIEWER),
    }
    with world.saving():
        held = db.session.get_one(Network, network.id)
        text = add_text(
            held,
            title="Folder van de kaart",
            kind=TextKind.BROCHURE,
            body=BODY,
            action_id=action.id,
            partner_id=partner.id,
        )
        asked = prepare_round(
            held, title="Lees mee", about=text, questions=(), closes_on=date(2027, 1, 1), today=today()
        )
        open_round(asked, today=today())
        links = hand_out_links(asked, count=2, speaker=Speaker.ASSOCIATION)
        for link, _token in links:
            begin_sheet(link, at=now(), today=today())
        ids = {"action": action.id, "partner": partner.id}
        found = (text.id, asked.id, [token for _link, token in links])
    return Proof(app, world, network, people, sign_in, *found, ids)
