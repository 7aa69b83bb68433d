"""The `flask` commands: the first account, the demo and its safety, the rules run again."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from portal.accounts.models import Account
from portal.database import Base
from portal.demo.sources import SOURCES
from portal.extensions import db
from portal.foundation.actor import Role
from portal.funding.models import Expense, Grant
from portal.network.models import Network, Partner
from portal.plans.models import Action
from tests.pages import text_of

FIRST = ["create-coordinator", "--email", "ann@example.org", "--name", "Ann", "--network", "Heist", "--nis", "12014"]
FACTS = tuple(f"Feit: {source}." for source in SOURCES)
PASSWORD = ["--password", "een goed lang wachtwoord"]


@pytest.fixture
def command(app):
    return app.test_cli_runner().invoke


def test_production_starts_with_one_coordinator_made_by_a_command(app, command, client):
    done = command(args=[*FIRST, *PASSWORD])
    assert done.exit_code == 0, done.output
    with app.app_context():
        account = db.session.query(Account).one()
        assert [held.role for held in account.assignments] == [Role.COORDINATOR]
    answer = client.post("/sign-in", data={"email": "ann@example.org", "password": PASSWORD[1]})
    assert answer.status_code == 302


def test_a_weak_password_is_refused_and_nothing_is_made(app, command):
    done = command(args=[*FIRST, "--password", "kort"])
    assert done.exit_code != 0
    assert "minstens 12 tekens" in done.output
    with app.app_context():
        assert db.session.query(Network).count() == 0


def test_an_address_that_no_mail_can_reach_is_refused(app, command):
    done = command(args=["create-coordinator", "--email", "geen adres", *FIRST[3:], *PASSWORD])
    assert done.exit_code != 0
    assert "'geen adres' is not a mail address" in done.output
    with app.app_context():
        assert db.session.query(Account).count() == 0


def test_the_demo_is_loaded_once_and_again_without_doubling(app, command):
    counts = []
    for _time in range(2):
        done = command(args=["load-demo"])
        assert done.exit_code == 0, done.output
        with app.app_context():
            tables = db.metadata.sorted_tables
            counts.append({one.name: db.session.scalar(select(func.count()).select_from(one)) for one in tables})
    assert counts[0] == counts[1]
    assert counts[0]["network"] == 4
    assert min(counts[0][name] for name in ("partner", "action", "expense", "contribution", "voice", "change")) > 9


def test_the_demo_never_goes_over_real_networks(app, command, world):
    world.network("Echt")
    done = command(args=["load-demo"])
    assert done.exit_code != 0
    assert "real data" in done.output
    with app.app_context():
        assert db.session.query(Network).one().name == "Echt"


def test_a_demo_for_an_empty_database_leaves_a_used_one_alone(app, command, world):
    world.account()
    assert command(args=["load-demo", "--if-empty"]).exit_code == 0
    with app.app_context():
        assert db.session.query(Network).count() == 0


def test_the_demo_holds_the_published_split_of_antwerp_to_the_cent(app, command):
    command(args=["load-demo"])
    with app.app_context():
        antwerp = db.session.query(Network).filter_by(slug="antwerpen").one()
        grant = db.session.query(Grant).filter_by(network_id=antwerp.id, year=2015, stream="drawing-right").one()
        spent = sorted(row.invoice_cents for row in db.session.query(Expense).filter_by(network_id=antwerp.id))
    assert grant.amount_cents == 24_947_600
    assert spent == [4_447_600, 5_000_000, 6_500_000, 9_000_000]
    assert sum(spent) == grant.amount_cents


def test_everything_of_the_demo_says_where_it_comes_from(app, command):
    command(args=["load-demo"])
    models = [mapper.class_ for mapper in Base.registry.mappers if hasattr(mapper.class_, "origin")]
    assert {Network, Partner, Action, Expense, Grant} < set(models)
    with app.app_context():
        for model in models:
            rows = db.session.query(model).all()
            assert rows, model.__tablename__
            unknown = [str(row) for row in rows if not row.origin.startswith(("Verzonnen", *FACTS))]
            assert unknown == [], model.__tablename__


def test_heist_has_the_partners_of_the_source(app, command):
    command(args=["load-demo"])
    with app.app_context():
        heist = db.session.query(Network).filter_by(slug="heist-op-den-berg").one()
        names = {row.name for row in db.session.query(Partner).filter_by(network_id=heist.id)}
    assert {
        "Cultuurcentrum Zwaneberg",
        "Cursuscentrum",
        "Dienst cultuurbeleid",
        "Jeugddienst",
        "OCMW Heist-op-den-Berg",
        "Sportdienst",
        "vzw Den Draai",
    } <= names


def test_the_demo_accounts_sign_in_and_belong_to_heist_alone(app, command, client):
    command(args=["load-demo"])
    for name in ("coordinator", "partner", "expert", "viewer"):
        data = {"email": f"{name}@heist.example", "password": "lokaal-netwerk-demo"}
        assert client.post("/sign-in", data=data).status_code == 302
        assert client.get("/networks/heist-op-den-berg").status_code == 200
        assert client.get("/networks/mechelen").status_code == 404
        client.post("/sign-out")
    client.post("/sign-in", data={"email": "admin@portal.example", "password": "lokaal-netwerk-demo"})
    assert "Mechelen" in text_of(client.get("/"))


def test_the_rules_run_again_on_a_whole_year(app, command, world):
    world.expense(world.network("Heist"), 2025)
    done = command(args=["check-rules", "--year", "2025"])
    assert "1 expenses checked" in done.output
