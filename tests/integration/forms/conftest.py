"""Every address that takes a form, in a network that has one of everything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import html5lib
import pytest
from flask import Flask
from werkzeug.test import TestResponse

from portal.accounts.models import Account
from portal.closing.models import ClosedYear
from portal.extensions import db
from portal.foundation.clock import now, today
from portal.funding.models import Expense, KeptFinding, Proof
from portal.funding.types import ApprovalState
from portal.network.models import Partner
from portal.network.operations import sign_agreement
from portal.network.queries import find_network
from portal.reports.approved import PaperApproval
from portal.reports.types import PaperKind
from tests.factories.closing import closed
from tests.factories.world import World
from tests.forms import values_of
from tests.integration.access.test_access_table import furnished
from tests.pages import WatchfulClient

ADDRESSES = Path(__file__).parents[2] / "golden" / "addresses.txt"
UNTYPED = {"csrf_token", "opened", "once", "version"}
FILLERS = {
    "networks.found_network": "administrator",
    "funding.decide_amount": "administrator",
    "funding.decide_deadline": "administrator",
    "funding.decide_setting": "administrator",
    "funding.edit_decision": "administrator",
    "funding.edit_regime": "administrator",
    "funding.withdraw_decision": "administrator",
    "post.send_again_of_installation": "administrator",
    "post.send_all_again_of_installation": "administrator",
    "participation.say_voice": "expert",
}
# A closed year is opened again in a year of its own: in a year that is closed the other forms are refused.
IN_YEAR = {"years.reopen": 2016, "years.closing": 2014}
# Addresses that say what the form is about.
ASKED = {"reviews.mark_text": "?start=0&end=15", "reviews.prepare_round": "?plan={plan_id}"}


def endpoints(*methods: str) -> list[str]:
    """Every endpoint that takes exactly these methods and asks for an account."""
    lines = [line.split(" ") for line in ADDRESSES.read_text(encoding="utf-8").splitlines()]
    return [
        words[len(methods) + 1]
        for words in lines
        if words[1 : len(methods) + 1] == list(methods) and words[-1] != "(public)"
    ]


FORMS = endpoints("GET", "POST")
BUTTONS = endpoints("POST")


@dataclass
class Forms:
    """Where the forms are, and who fills them in."""

    app: Flask
    ids: dict[str, Any]
    people: dict[str, Account]
    sign_in: Callable[[Any], WatchfulClient]
    foreign: dict[str, int]
    kept: dict[str, WatchfulClient] = field(default_factory=dict)

    def href(self, endpoint: str) -> str:
        with self.app.test_request_context():
            adapter = self.app.url_map.bind("localhost")
            rule = next(one for one in self.app.url_map.iter_rules(endpoint))
            ids = self.ids | ({"year": IN_YEAR[endpoint]} if endpoint in IN_YEAR else {})
            path = adapter.build(endpoint, {name: ids[name] for name in rule.arguments - set(rule.defaults or ())})
            return path + ASKED.get(endpoint, "").format_map(self.ids)

    def filler(self, endpoint: str) -> Account:
        return self.people[FILLERS.get(endpoint, "coordinator")]

    def client(self, endpoint: str) -> WatchfulClient:
        person = self.filler(endpoint)
        return self.kept.setdefault(person.email, self.sign_in(person))

    def open(self, endpoint: str) -> tuple[TestResponse, dict[str, Any]]:
        if endpoint == "funding.withdraw_expense":
            self._give_back()
        if endpoint in IN_YEAR:
            self._turn_back(endpoint)
        page = self.client(endpoint).get(self.href(endpoint))
        assert page.status_code == 200, endpoint
        return page, values_of(page)

    def _give_back(self) -> None:
        """What was withdrawn has no form any more."""
        with self.app.app_context():
            db.session.get_one(Expense, self.ids["expense_id"]).withdrawn_at = None
            db.session.commit()

    def _turn_back(self, endpoint: str) -> None:
        """A year that was opened again has no form to open it, and one that is closed none to close it."""
        with self.app.app_context():
            for one in db.session.query(ClosedYear).filter_by(year=IN_YEAR[endpoint]):
                one.reopened_at = None if endpoint == "years.reopen" else now()
            db.session.commit()

    def send(self, endpoint: str, data: Any, **how: Any) -> TestResponse:
        return self.client(endpoint).post(self.href(endpoint), data=data, **how)


@pytest.fixture
def forms(app: Flask, world: World, sign_in: Callable[[Any], WatchfulClient]) -> Forms:
    ids, people = furnished(world)
    ids |= {"token_id": 1, "invitation_id": 1, "upload_id": 1, "feed_id": 1}
    ids |= {"section": "about-us", "move": "off"}
    with world.saving():
        network = find_network(ids["slug"])
    closed(world, network, IN_YEAR["years.reopen"])
    world.action(world.plan(network, today().year))  # the open page tells of this year
    with world.saving():
        expense = db.session.get_one(Expense, ids["expense_id"])
        papers = {"year": ids["year"], "kind": PaperKind(ids["kind"]), "approval": ApprovalState.SUBMITTED}
        db.session.add(PaperApproval(network_id=expense.network_id, submitted={}, submitted_by="An Peeters", **papers))
        proof = Proof(network_id=expense.network_id, filename="factuur.pdf", content_type="application/pdf")
        proof.size, proof.sha256, proof.added_at = 10, "0" * 64, now()
        expense.proofs.append(proof)
        db.session.flush()
        ids["proof_id"] = proof.id
        ids["finding_id"] = db.session.query(KeptFinding).filter_by(expense_id=expense.id).first().id
    return Forms(app, ids, people, sign_in, _elsewhere(world))


def _elsewhere(world: World) -> dict[str, int]:
    """Records of another network, by the beginning of the name of the field that could name them."""
    network = world.network("Turnhout", nis="13040")
    partner = world.partner(network, "Vreemde partner")
    period = world.plan(network, 2020, last_year=2031, title="Vreemde periode")
    action = world.action(world.plan(network, 2025), partner, "Vreemde actie")
    with world.saving():
        found = db.session.get_one(Partner, partner.id)
        agreement = sign_agreement(found, title="Vreemd", starts_on=date(2025, 1, 1))
    return {"partner": partner.id, "lead": partner.id, "action": action.id, "steps": action.id, "plan": period.id} | {
        "period": period.id,
        "agreement": agreement.id,
        "objective": 9_999,
        "parent": 9_999,
    }


def typed_fields(page: TestResponse) -> dict[str, str]:
    """The fields of the form on a page in which people type, by name, with their kind."""
    document = html5lib.parse(page.get_data(as_text=True), namespaceHTMLElements=False)
    form = next(one for one in document.iter("form") if one.get("class") == "form")
    kinds = {}
    for one in form.iter():
        if one.tag in ("input", "textarea") and one.get("type") not in ("hidden", "checkbox", "radio", "file"):
            kinds[one.get("name", "")] = one.get("type") or one.tag
    return {name: kind for name, kind in kinds.items() if name and name not in UNTYPED}


def chosen_fields(page: TestResponse) -> dict[str, list[str]]:
    """The lists of the form on a page, by name, with their codes."""
    document = html5lib.parse(page.get_data(as_text=True), namespaceHTMLElements=False)
    form = next(one for one in document.iter("form") if one.get("class") == "form")
    return {
        one.get("name", ""): [option.get("value", "") for option in one.iter("option")] for one in form.iter("select")
    }
