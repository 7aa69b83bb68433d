"""The SQL statements of every page: written down, at most twelve, and the same with ten times as many records."""

from __future__ import annotations

import csv
import io
from datetime import date

from portal.accounts.models import Account
from portal.extensions import db
from portal.foundation.actor import Role
from portal.jobs.models import Job
from portal.meetings.models import Decision
from portal.network import operations as networks
from portal.network.models import Network, Partner
from portal.participation import operations as participation
from portal.participation.models import Voice
from portal.participation.types import EffectKind
from portal.plans import operations as plans
from portal.plans.models import Action, Plan
from portal.plans.types import ObjectiveKind, Share
from portal.reviews.models import ReviewText
from tests.factories.following import written_to
from tests.factories.jobs import failed_job
from tests.factories.meetings import held_meetings
from tests.factories.open_pages import open_to_anyone
from tests.factories.reviews import held_round
from tests.factories.texts import read_texts
from tests.integration.access.test_access_table import furnished, readable_addresses
from tests.tools.golden import assert_golden

MOST_STATEMENTS = 12
MOST_OF_PAPERS = 30  # a paper reads a whole year; its second view reads nothing of it
MOST_OF_YEARS = 100  # every paper of a year, and its lists
WHOLE_YEARS = {"reports.papers", "years.closing", "years.dossier"}
SMALL, BIG = 3, 30


def most_of(endpoint):
    if endpoint in WHOLE_YEARS:
        return MOST_OF_YEARS
    return MOST_OF_PAPERS if endpoint.startswith("reports.") else MOST_STATEMENTS


def grow(world, ids, numbers):
    """One more of everything that a network can have many of, for each number."""
    with world.saving():
        network = db.session.query(Network).filter_by(slug=ids["slug"]).one()
        plan = db.session.get_one(Plan, ids["plan_id"])
        first_action = db.session.get_one(Action, ids["action_id"])
    for number in numbers:
        partner = world.partner(network, f"Extra partner {number:02d}")
        action = world.action(plan, partner, f"Extra actie {number:02d}", shares=[Share(partner.id, 100)])
        world.contribution(action, partner)
        world.contribution(first_action, partner)
        small = {"parts": {"drawing-right": 1_000}, "invoice_cents": 1_000}  # many fit in what was granted
        world.expense(network, 2025, action_id=action.id, description=f"Toegang voor groep {number}", **small)
        world.expense(network, 2025, action_id=first_action.id, description=f"Vervoer voor groep {number}", **small)
        world.account(network, Role.PARTNER, partner)
        late = world.voice(network, f"Inbreng {number}", action_id=action.id, partner_id=partner.id)
        world.effect(late, first_action)
        told = world.told_back(world.voice(network, f"Verteld {number}", action_id=first_action.id))
        world.effect(told, action)
        with world.saving():
            held = held_meetings(db.session.get_one(Network, network.id), partner.id, 100 + number)
            told_to = written_to(db.session.get_one(Voice, late.id)).voice
            told_to.meeting_id, told_to.contact_id = ids["meeting_id"], ids["moment_id"]
            participation.link_effect(
                db.session.get_one(Voice, ids["voice_id"]),
                decision=db.session.get_one(Decision, held["decision_id"]),
                kind=EffectKind.CHANGED,
            )
            written_to(db.session.get_one(Voice, ids["voice_id"]))
            open_to_anyone(db.session.get_one(Network, network.id), db.session.get_one(Voice, told.id))
            held_round(db.session.get_one(Network, network.id), db.session.get_one(Plan, plan.id), 100 + number)
            asked_by = db.session.get_one(Account, db.session.get_one(Job, ids["job_id"]).asked_by_id)
            failed_job(db.session.get_one(Network, network.id), asked_by, number)
            read_texts(db.session.get_one(Network, network.id), partner.id, db.session.get(ReviewText, ids["text_id"]))
            found = db.session.get_one(Partner, partner.id)
            networks.add_contact(found, name=f"Persoon {number}", email=f"contact{number}@example.org")
            networks.sign_agreement(found, title=f"Lessen {number}", starts_on=date(2025, 1, 1), ends_on=None)
            plans.add_objective(db.session.get_one(Plan, plan.id), kind=ObjectiveKind.STRATEGIC, title=f"Doel {number}")
            plans.set_indicator(db.session.get_one(Action, first_action.id), name=f"Kaarten {number}")


def counted(app, client, ids, counting_statements):
    """Statements of each address when nothing is remembered of it."""
    with app.test_request_context():
        addresses = {
            endpoint: app.url_map.bind("localhost").build(endpoint, values)
            for endpoint, values in readable_addresses(app, ids)
        }
    numbers = {}
    for endpoint, address in addresses.items():
        app.extensions["memory"].forget()
        with counting_statements() as statements:
            answer = client.get(address)
        if answer.status_code == 200:
            numbers[endpoint] = len(statements)
        answer.close()
    return numbers


def test_every_page_asks_as_many_statements_of_a_big_network_as_of_a_small_one(
    app, world, sign_in, counting_statements
):
    ids, people = furnished(world)
    client = sign_in(people["coordinator"])
    client.checks_pages = False  # the access table reads the same pages strictly
    grow(world, ids, range(SMALL))
    small = counted(app, client, ids, counting_statements)
    grow(world, ids, range(SMALL, BIG))
    big = counted(app, client, ids, counting_statements)

    grown = {endpoint: (small.get(endpoint), number) for endpoint, number in big.items() if number != small[endpoint]}
    assert grown == {}
    assert {endpoint: number for endpoint, number in big.items() if number > most_of(endpoint)} == {}
    table = io.StringIO()
    rows = csv.writer(table, lineterminator="\n")
    rows.writerow(["endpoint", "statements"])
    rows.writerows(sorted(big.items()))
    assert_golden("statements.csv", table.getvalue())
