"""The dossier for the inspection: the same to the byte whatever comes after the closing, and made beside the pages."""

from __future__ import annotations

import hashlib
import io
import zipfile
from datetime import UTC, date, datetime

import pytest
from flask_babel import force_locale

from portal.closing.queries import revision_of
from portal.extensions import db
from portal.foundation import clock
from portal.foundation.actor import Role
from portal.foundation.finding import Certainty
from portal.funding import operations as funding
from portal.jobs import working
from portal.jobs.models import Job
from portal.jobs.types import JobState
from portal.network.models import Network, Partner
from portal.reports.year.dossier import dossier_bytes, write_dossier
from portal.reports.year.freezing import close_year_of

AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
ADDRESS = "/networks/heist/2025/dossier"


@pytest.fixture
def heist(world):
    """A network with figures in 2025, closed with everything that is kept of it."""
    network = world.network("Heist")
    partner = world.partner(network, "Sportdienst")
    action = world.action(world.plan(network, 2025), partner, "Zwemmen")
    world.contribution(action, partner)
    world.grant(network, 2025)
    world.expense(network, 2025, action_id=action.id, evidence_reference="F-1", imputed_on=date(2025, 5, 2))
    return network


@pytest.fixture
def closed_heist(world, heist, monkeypatch):
    monkeypatch.setattr("portal.reports.year.freezing.rules.check_closing", lambda _items, *, seen: None)
    with world.saving():
        found = db.session.get_one(Network, heist.id)
        revision = revision_of(found.id)
        close_year_of(
            found, 2025, seen=True, revision=revision, by="An", at=AT, today=date(2026, 11, 20), secret="geheim"
        )
    return heist


def made(app, network):
    with app.test_request_context():
        return dossier_bytes(db.session.get_one(Network, network.id), 2025)


def in_english(app, network):
    with app.test_request_context(), force_locale("en"):
        return dossier_bytes(db.session.get_one(Network, network.id), 2025)


def beside_the_pages(app, network):
    with app.app_context():
        return dossier_bytes(db.session.get_one(Network, network.id), 2025)


def another_year(world, network):
    world.grant(network, 2026)
    world.plan(network, 2026)


def another_rule(world, _network):
    with world.saving():
        funding.set_regime_status("FL-PD", in_force=False, certainty=Certainty.DISPUTED, source="Een arrest")
        funding.set_regime_status("FED-NEW", in_force=False, certainty=Certainty.DISPUTED, source="Een arrest")


def another_name(world, network):
    with world.saving():
        found = db.session.get_one(Network, network.id)
        found.name, found.applicant_name = "Heist en omstreken", "Neteland"
        db.session.query(Partner).one().name = "Vrije tijd"


def test_of_a_closed_year_it_does_not_depend_on_the_language_of_the_reader(app, closed_heist):
    first = made(app, closed_heist)
    assert in_english(app, closed_heist) == first
    assert beside_the_pages(app, closed_heist) == first


def test_of_a_closed_year_it_is_the_same_on_another_day(app, closed_heist, monkeypatch):
    first = made(app, closed_heist)
    monkeypatch.setattr(clock, "now", lambda: datetime(2031, 2, 3, 4, 5, tzinfo=UTC))
    for module in ("portal.reports.year.dossier", "portal.reports.year.papers", "portal.reports.building"):
        for name, value in (("now", lambda: datetime(2031, 2, 3, tzinfo=UTC)), ("today", lambda: date(2031, 2, 3))):
            monkeypatch.setattr(f"{module}.{name}", value, raising=False)
    assert made(app, closed_heist) == first


@pytest.mark.parametrize("change", [another_year, another_rule, another_name])
def test_of_a_closed_year_it_is_the_same_after(app, world, closed_heist, change):
    first = made(app, closed_heist)
    change(world, closed_heist)
    again = made(app, closed_heist)
    differing = [name for name, body in files(first).items() if files(again).get(name) != body]
    assert differing == []
    assert again == first


def files(body):
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def asked(client):
    answer = client.post(ADDRESS)
    assert answer.status_code == 302
    return answer.location


def test_asked_on_the_page_it_is_made_beside_the_pages_and_equal_to_the_file(app, world, closed_heist, sign_in):
    client = sign_in(world.coordinator(closed_heist))
    where = asked(client)
    assert asked(client) == where  # twice is once
    assert client.get(f"{where}/file").status_code == 302
    with app.app_context():
        assert working.work_due() == 1
        job = db.session.query(Job).one()
        assert (job.state, job.file_name) == (JobState.DONE, "inspectiedossier-heist-2025.zip")
        assert job.done == job.total > 10
    answer = client.get(f"{where}/file")
    assert answer.data == client.get(f"{ADDRESS}.zip").data
    assert answer.content_type == "application/zip"
    assert hashlib.sha256(answer.data).hexdigest() == job.file_sha256


def test_while_it_is_made_it_tells_how_far_it_is(app, heist):
    told = []
    with app.app_context():
        network = db.session.get_one(Network, heist.id)
        write_dossier(network, 2025, io.BytesIO(), lambda done, expected: told.append((done, expected)))
    done = [one for one, _expected in told]
    assert done == sorted(done)
    assert done[-1] == told[-1][1]


def test_of_an_open_year_the_job_makes_a_draft(app, world, heist, sign_in):
    client = sign_in(world.coordinator(heist))
    where = asked(client)
    with app.app_context():
        working.work_due()
    assert b"ONTWERP" in files(client.get(f"{where}/file").data)["inhoud.txt"]


@pytest.mark.parametrize("role", [Role.PARTNER, Role.VIEWER, Role.EXPERT])
def test_others_do_not_have_it_made(app, world, heist, sign_in, role):
    partner = world.partner(heist, "Jeugddienst") if role is Role.PARTNER else None
    assert sign_in(world.account(heist, role, partner)).post(ADDRESS).status_code in (403, 404)
    with app.app_context():
        assert db.session.query(Job).count() == 0


def test_a_coordinator_of_another_network_does_not_get_what_was_made(app, world, heist, sign_in):
    where = asked(sign_in(world.coordinator(heist)))
    with app.app_context():
        working.work_due()
    other = sign_in(world.coordinator(world.network("Mechelen", nis="12025")))
    assert other.get(f"{where}/file").status_code in (403, 404)
    assert other.post(ADDRESS).status_code in (403, 404)


@pytest.mark.parametrize("year", [1799, 9999])
def test_of_a_year_that_cannot_be_there_is_no_dossier(world, heist, sign_in, year):
    assert sign_in(world.coordinator(heist)).post(f"/networks/heist/{year}/dossier").status_code == 404
