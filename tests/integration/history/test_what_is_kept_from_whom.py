"""What a reader may not know is not in the history either, on no page and in no closed part of one."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest

from portal.accounts.queries import find_account_by_email
from portal.demo.loading import reload_demo
from portal.extensions import db
from portal.foundation.actor import Role
from portal.funding import operations as funding
from portal.history.queries import list_changes
from portal.network import operations as networks
from portal.network.models import Partner
from portal.plans.models import Action
from portal.web.guards import in_network
from tests.pages import WatchfulClient, text_of

START = "/networks/heist-op-den-berg"
LINK = re.compile(r'href="(/[^"#]*)')
NO_PAGES = re.compile(r"/(export|download|proofs|templates|assets|leave)\b|\.(csv|xlsx|ics|pdf)$")
LAW = re.compile(r"^/rules\b")  # amounts that stand in the law are no secret of a network
OTHER_YEARS = re.compile(r"/20(?!2[56]/)\d\d/")
MOST_OF_A_KIND = 15
MONEY = re.compile(r"€|\bEUR\b")
ADDRESS = re.compile(r"[\w.]+@contact\.example|0499 12 34 56")


@pytest.fixture
def demo(app, world):
    """The demo networks, with a contact person whose address was changed once."""
    with world.saving():
        reload_demo()
    with world.saving():
        for partner in db.session.query(Partner).all():
            contact = networks.add_contact(partner, name="An Peeters", email="an@contact.example", function="Balie")
            networks.edit_contact(
                contact,
                name="An Peeters",
                function="Balie",
                email="nieuw@contact.example",
                phone="0499 12 34 56",
                ends_on=None,
            )
    return app


def reader(app, sign_in, name: str) -> WatchfulClient:
    with app.app_context():
        client = sign_in(find_account_by_email(f"{name}@heist.example"))
    client.checks_pages = False  # other tests read the same pages strictly
    return client


def every_page(client: WatchfulClient) -> Iterator[tuple[str, str]]:
    """The pages of two years that can be reached by links from the front page on; of one kind no more than some."""
    waiting, seen, kinds = [START], {START}, Counter[str]()
    while waiting:
        address = waiting.pop(0)
        kind = re.sub(r"\d+", "N", address)
        kinds[kind] += 1
        if kinds[kind] > MOST_OF_A_KIND:
            continue
        answer = client.get(address)
        if answer.status_code == 200 and answer.mimetype == "text/html":
            body = html.unescape(answer.get_data(as_text=True))
            yield address, body
            found = {
                one
                for one in LINK.findall(body)
                if not (NO_PAGES.search(one) or OTHER_YEARS.search(one) or LAW.match(one))
            }
            waiting += sorted(found - seen)
            seen |= found
        answer.close()


def test_no_page_that_an_expert_reaches_speaks_of_euros_or_of_how_to_reach_people(demo, sign_in):
    pages = dict(every_page(reader(demo, sign_in, "expert")))
    assert len(pages) > 100
    assert any("/actions/" in address for address in pages)
    assert [address for address, body in pages.items() if MONEY.search(body)] == []
    assert [address for address, body in pages.items() if ADDRESS.search(body)] == []


def test_no_page_that_a_viewer_reaches_tells_how_to_reach_people(demo, sign_in):
    pages = dict(every_page(reader(demo, sign_in, "viewer")))
    assert any(MONEY.search(body) for body in pages.values())
    assert [address for address, body in pages.items() if ADDRESS.search(body)] == []


def test_the_history_of_an_action_tells_its_budget_only_to_who_may_see_money(world, sign_in):
    network = world.network("Heist")
    partner = world.partner(network, "Sportdienst")
    action = world.action(world.plan(network, 2026), partner, "Zwemmen")
    with world.saving():
        funding.plan_budget(db.session.get_one(Action, action.id), planned={"drawing-right": 640_000})
    world.contribution(action, partner, minutes=90, money_cents=2_500)
    page = f"/networks/heist/2026/actions/{action.id}"
    seen = {role: text_of(sign_in(world.account(network, role)).get(page)) for role in (Role.VIEWER, Role.EXPERT)}
    assert "begrotingslijn Vlaams trekkingsrecht" in seen[Role.VIEWER]
    assert "geld: € 25,00" in seen[Role.VIEWER]
    assert "begrotingslijn" not in seen[Role.EXPERT]
    assert "€" not in seen[Role.EXPERT]
    assert "uren: 1 uur 30" in seen[Role.EXPERT]


def test_the_price_of_an_agreement_is_for_who_may_see_money(world, sign_in):
    network = world.network("Heist")
    partner = world.partner(network, "Ateljee")
    with world.saving():
        networks.sign_agreement(
            db.session.get_one(Partner, partner.id),
            title="Kooklessen",
            starts_on=date(2024, 1, 1),
            ends_on=None,
            amount_cents=280_000,
        )
    page = f"/networks/heist/partners/{partner.id}"
    seen = {role: text_of(sign_in(world.account(network, role)).get(page)) for role in (Role.VIEWER, Role.EXPERT)}
    assert "Kooklessen : van 1/01/2024 · € 2.800,00" in seen[Role.VIEWER]
    assert "Kooklessen" in seen[Role.EXPERT]
    assert "€" not in seen[Role.EXPERT]


@pytest.mark.parametrize(
    ("role", "tables"),
    [
        (Role.COORDINATOR, {"partner", "membership", "contact_person", "agreement"}),
        (Role.PARTNER, {"partner", "membership", "contact_person", "agreement"}),
        (Role.VIEWER, {"partner", "membership", "agreement"}),
        (Role.EXPERT, {"partner", "membership", "agreement"}),
    ],
)
def test_the_list_of_changes_itself_leaves_out_what_its_reader_may_not_know(app, world, sign_in, role, tables):
    network = world.network("Heist")
    partner = world.partner(network, "Sportdienst")
    with world.saving():
        found = db.session.get_one(Partner, partner.id)
        networks.add_contact(found, name="An Peeters", email="an@contact.example", function="Balie")
        networks.sign_agreement(found, title="Les", starts_on=date(2025, 1, 1), ends_on=None, amount_cents=100)
    account = world.account(network, role, partner if role is Role.PARTNER else None)
    client, told = sign_in(account), []

    def probe(network):
        told.extend(list_changes("partner", partner.id, network.id))
        return ""

    name = "network.partner"
    kept = app.view_functions[name]
    app.view_functions[name] = in_network()(lambda network, partner_id: probe(network))
    try:
        client.checks_pages = False
        client.get(f"/networks/heist/partners/{partner.id}")
    finally:
        app.view_functions[name] = kept
    assert {change.subject_type for change in told} == tables
    agreement = next(change for change in told if change.subject_type == "agreement")
    assert ("amount_cents" in agreement.fields) is (role is not Role.EXPERT)
