"""The access table: every address that can be read, asked by every role, of the own network and from elsewhere."""

from __future__ import annotations

import csv
import io
from datetime import date

from portal.accounts.models import Account, Assignment
from portal.extensions import db
from portal.foundation.actor import Role
from portal.network import operations as networks
from portal.network.models import Network, Partner
from portal.network.types import PartnerKind
from portal.participation.models import Voice
from portal.plans import operations as plans
from portal.plans.models import Action, Plan
from portal.plans.types import ObjectiveKind
from portal.reviews.models import TextMark
from tests.factories.cooperations import centres_together
from tests.factories.following import written_to
from tests.factories.jobs import failed_job
from tests.factories.law import decided_figure
from tests.factories.meetings import held_meetings
from tests.factories.open_pages import open_to_anyone
from tests.factories.reviews import held_round
from tests.factories.texts import read_texts
from tests.tools.golden import assert_golden

NOT_ASKED = {"assets.asset"}  # files, the same for everyone
TOKENS = {"token": "geen-echt-token"}


def is_for_everybody(app, endpoint):
    """Pages of a network that anybody may read, such as its letter box."""
    return app.view_functions[endpoint].guard == "public"


def furnished(world):
    """A network with one of everything, and a stranger from another network."""
    network = world.network("Heist")
    partner = world.partner(network, "Sportdienst")
    other = world.partner(network, "Jeugddienst", PartnerKind.YOUTH)
    plan = world.plan(network, 2025)
    action = world.action(plan, partner, "Zwemmen")
    contribution = world.contribution(action, partner)
    grant = world.grant(network, 2025)
    expense = world.expense(network, 2025, action_id=action.id)
    voice = world.answered(world.voice(network, action_id=action.id))
    told = world.told_back(world.voice(network, "De bus rijdt niet meer."))
    ids = {
        "slug": network.slug,
        "year": 2025,
        "partner_id": partner.id,
        "plan_id": plan.id,
        "action_id": action.id,
        "contribution_id": contribution.id,
        "grant_id": grant.id,
        "expense_id": expense.id,
        "voice_id": voice.id,
        "effect_id": world.effect(voice, action).id,
        "cost": "tutoring",
        "rule": "FL-COFIN-4",
        "code": "FL-PD",
        "dashboard": "balance",
        "key": "partners",
        "measure": "clusters",
        "deadline": "federal-report",
        "kind": "justification",
        "ending": "xlsx",
    }
    with world.saving():
        found = db.session.get_one(Partner, partner.id)
        ids["contact_id"] = networks.add_contact(found, name="Ann", email="ann@example.org").id
        ids["membership_id"] = found.memberships[0].id
        agreement = networks.sign_agreement(found, title="Lessen", starts_on=date(2025, 1, 1), ends_on=None)
        ids["agreement_id"] = agreement.id
        ids |= centres_together(db.session.get_one(Network, network.id))
        objective = plans.add_objective(
            db.session.get_one(Plan, plan.id), kind=ObjectiveKind.STRATEGIC, title="Iedereen doet mee"
        )
        ids["objective_id"] = objective.id
        ids["indicator_id"] = plans.set_indicator(db.session.get_one(Action, action.id), name="Kaarten").id
        ids |= read_texts(db.session.get_one(Network, network.id), partner.id)
        ids |= held_meetings(db.session.get_one(Network, network.id), partner.id)
        ids |= held_round(db.session.get_one(Network, network.id), db.session.get_one(Plan, plan.id))
        ids["law_decision_id"] = decided_figure().id
        ids["tiding_id"] = written_to(db.session.get_one(Voice, voice.id)).id
        ids |= open_to_anyone(db.session.get_one(Network, network.id), db.session.get_one(Voice, told.id))
    elsewhere = world.network("Mechelen", nis="12025")
    people = {
        "coordinator": world.coordinator(network),
        "partner": world.account(network, Role.PARTNER, partner),
        "other partner": world.account(network, Role.PARTNER, other),
        "expert": world.account(network, Role.EXPERT),
        "viewer": world.account(network, Role.VIEWER),
        "stranger": world.coordinator(elsewhere),
        "administrator": world.account(is_administrator=True),
    }
    with world.saving():
        db.session.get_one(TextMark, ids["mark_id"]).account_id = people["coordinator"].id
        coordinator = db.session.get_one(Account, people["coordinator"].id)
        ids["job_id"] = failed_job(db.session.get_one(Network, network.id), coordinator).id
        ids["assignment_id"] = db.session.query(Assignment).filter_by(account_id=people["viewer"].id).one().id
    return ids, people


def readable_addresses(app, ids):
    """Every address that answers GET and whose parts exist in the furnished network."""
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.endpoint):
        if "GET" not in rule.methods or rule.endpoint in NOT_ASKED:
            continue
        values = {name: {**ids, **TOKENS}.get(name, 1) for name in rule.arguments}
        if rule.endpoint.startswith("reading."):
            values["token"] = ids["reading_token"]
        if "format" in values:
            values["format"] = "csv"
        yield rule.endpoint, values


def test_every_readable_address_answers_each_role_as_written_down(app, client, sign_in, world):
    ids, people = furnished(world)
    clients = {"nobody": client} | {name: sign_in(account) for name, account in people.items()}
    table = io.StringIO()
    rows = csv.writer(table, lineterminator="\n")
    rows.writerow(["endpoint", *clients])
    with app.test_request_context():
        addresses = [
            (endpoint, app.url_map.bind("localhost").build(endpoint, values))
            for endpoint, values in readable_addresses(app, ids)
        ]
    for endpoint, address in addresses:
        rows.writerow([endpoint, *(one.get(address).status_code for one in clients.values())])
    assert_golden("access-table.csv", table.getvalue())


def test_to_a_stranger_nothing_of_the_network_exists(app, sign_in, world):
    ids, people = furnished(world)
    stranger = sign_in(people["stranger"])
    with app.test_request_context():
        inside = [
            app.url_map.bind("localhost").build(endpoint, values)
            for endpoint, values in readable_addresses(app, ids)
            if "slug" in values and not is_for_everybody(app, endpoint)
        ]
    assert {stranger.get(address).status_code for address in inside} == {404}


def test_a_record_of_another_network_does_not_exist_under_the_own_slug(app, sign_in, world):
    ids, people = furnished(world)
    stranger = sign_in(people["stranger"])
    with app.test_request_context():
        foreign = [
            app.url_map.bind("localhost").build(endpoint, {**values, "slug": "mechelen"})
            for endpoint, values in readable_addresses(app, ids)
            if "slug" in values and any(name.endswith("_id") for name in values)
        ]
    assert foreign
    assert {address: stranger.get(address).status_code for address in foreign} == dict.fromkeys(foreign, 404)


def test_every_changing_address_refuses_who_may_not(app, client, sign_in, world):
    """POST by nobody, by a stranger and by a viewer never changes anything of the network."""
    ids, people = furnished(world)
    with app.test_request_context():
        changing = [
            (
                rule.endpoint,
                app.url_map.bind("localhost").build(
                    rule.endpoint,
                    {name: {**ids, **TOKENS}.get(name, 1) for name in rule.arguments},
                    method="POST",
                ),
            )
            for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.endpoint)
            if "POST" in rule.methods and "slug" in rule.arguments and not is_for_everybody(app, rule.endpoint)
        ]
    stranger, viewer = sign_in(people["stranger"]), sign_in(people["viewer"])
    for endpoint, address in changing:
        assert client.post(address).status_code == 302, endpoint
        assert stranger.post(address).status_code == 404, endpoint
        assert viewer.post(address).status_code in (403, 404), endpoint
