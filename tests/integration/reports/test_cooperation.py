"""Welfare centres that work together, on their page: the seed's example, refusals, and the sum on the own grant."""

from __future__ import annotations

from datetime import date

import pytest

from portal.extensions import db
from portal.funding.cooperations.models import Cooperation, WelfareCentre
from portal.funding.drafting import Refused
from portal.funding.models import Grant
from portal.funding.types import ExpenseKind, Owner
from portal.network.models import Network
from portal.reports.sources.federal_report import read_federal_facts
from tests.forms import values_of
from tests.pages import text_of

STREAM = "federal-old-events"
CHILD = "federal-old-child-poverty"


@pytest.fixture
def network(world):
    network = world.network("Heist")
    world.grant(network, 2010, STREAM, owner=Owner.OCMW, amount_cents=5_000_00)
    world.expense(
        network, 2010, {STREAM: 4_500_00}, owner=Owner.OCMW, invoice_cents=4_500_00, imputed_on=date(2010, 5, 1)
    )
    return network


@pytest.fixture
def client(world, sign_in, network):
    return sign_in(world.coordinator(network))


def agree(client, network, measure="general", year=2010, **values):
    values = {
        "subsidy": measure, "title": "Samen voor vrije tijd", "staff_function": "maatschappelijk werker",
        "signed_on": "2010-01-05", "is_available": "y", **values,
    }  # fmt: skip
    return client.post(f"/networks/{network.slug}/{year}/cooperation/agree", data=values)


def seat(app, client, network, nis, year=2010, **values):
    with app.app_context():
        key = db.session.query(Cooperation).order_by(Cooperation.id.desc()).first().id
    values = {"nis": nis, "council_on": "2009-12-15", **values}
    return client.post(f"/networks/{network.slug}/{year}/cooperation/{key}/centres/add", data=values)


def seat_all(app, client, network, year=2010):
    assert seat(app, client, network, "12014", year, requested_cents="5000", is_employer="y").status_code == 302
    for nis, granted, justified in (("12025", "10000", "11000"), ("12040", "12000", "10000")):
        given = {"granted_cents": granted, "requested_cents": granted, "justified_cents": justified}
        assert seat(app, client, network, nis, year, **given).status_code == 302


def pooled(app, stream=STREAM):
    with app.app_context():
        return [one.pooled_cents for one in db.session.query(Grant).filter_by(stream=stream).order_by(Grant.id)]


def test_the_example_of_three_centres_stands_on_the_page(app, client, network):
    assert agree(client, network).status_code == 302
    seat_all(app, client, network)
    page = text_of(client.get(f"/networks/{network.slug}/2010/cooperation")).replace("\xa0", " ")
    for amount in ("€ 27.000,00", "€ 450,00", "€ 1.000,00"):
        assert amount in page
    assert "Wat nog niet klopt" not in page


def test_the_sum_of_the_grants_comes_from_the_cooperation_alone(app, client, network):
    agree(client, network)
    seat_all(app, client, network)
    assert pooled(app) == [27_000_00]
    with app.app_context():
        key = db.session.query(Grant).one().id
    where = f"/networks/{network.slug}/2010/grants/{key}/edit"
    form = values_of(client.get(where)) | {"amount_cents": "6000", "pooled_cents": "99999"}
    assert client.post(where, data=form).status_code == 302
    assert pooled(app) == [28_000_00]
    with app.app_context():
        centre = db.session.query(WelfareCentre).filter_by(nis="12040").one().id
    client.post(f"/networks/{network.slug}/2010/cooperation/centres/{centre}/let-go")
    assert pooled(app) == [16_000_00]


def test_a_lump_sum_of_a_small_centre_is_booked_thanks_to_the_others(app, world, client, network):
    def book_staff():
        world.expense(
            network, 2010, {STREAM: 450_00}, owner=Owner.OCMW, invoice_cents=450_00, kind=ExpenseKind.STAFF,
            description="Personeel", imputed_on=date(2010, 12, 1), beneficiaries=None,
        )  # fmt: skip

    with pytest.raises(Refused):
        book_staff()
    agree(client, network)
    seat_all(app, client, network)
    book_staff()


def test_the_report_asks_what_the_own_centre_may_ask(app, client, network):
    agree(client, network)
    seat_all(app, client, network)
    chosen = {"method": "line-by-line", "wants_staff": "y"}
    assert client.post(f"/networks/{network.slug}/2010/federal-report/general/choose", data=chosen).status_code == 302
    with app.app_context():
        general = read_federal_facts(db.session.get_one(Network, network.id), 2010).measures[0]
        assert (general.staff_cents, general.asked_cents) == (450_00, 4_950_00)


def test_child_poverty_has_a_cooperation_of_its_own(app, world, client, network):
    world.grant(network, 2010, CHILD, owner=Owner.OCMW, amount_cents=5_000_00)
    agree(client, network)
    assert agree(client, network, "child-poverty").status_code == 302
    seat_all(app, client, network)
    assert (pooled(app), pooled(app, CHILD)) == ([None], [27_000_00])


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"nis": "12014", "requested_cents": "5000,01"}, "Een OCMW kan niet vragen voor een ander OCMW."),
        ({"nis": "12025", "granted_cents": "100", "requested_cents": "101"}, "Een OCMW kan niet vragen voor een ander"),
        ({"nis": "99999"}, "Kies"),
        ({"nis": "12025", "granted_cents": "-5"}, ""),
        ({"nis": "12025", "granted_cents": "veel"}, ""),
        ({"nis": "12025", "council_on": "31/31/2010"}, ""),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(app, client, network, values, sentence):
    agree(client, network)
    answer = seat(app, client, network, **values)
    assert answer.status_code == 422
    assert sentence in text_of(answer)


def test_the_same_centre_or_measure_twice_is_refused(app, client, network):
    agree(client, network)
    seat(app, client, network, "12025", granted_cents="10", requested_cents="5")
    assert "Dit OCMW zit al in de samenwerking." in text_of(seat(app, client, network, "12025", note="x"))
    assert "staat er al een samenwerking" in text_of(agree(client, network, title="Nog een"))


def test_a_year_without_federal_money_has_no_cooperation(client, network):
    assert agree(client, network, year=2026).status_code == 302
    page = text_of(client.get(f"/networks/{network.slug}/2026/cooperation"))
    assert "In 2026 is er geen federaal geld" in page


def test_a_method_stands_once_lines_were_reported(app, world, client, network):
    where = f"/networks/{network.slug}/2010/federal-report/general/choose"
    assert client.post(where, data={"method": "spreadsheet"}).status_code == 302
    with app.app_context():
        expense = db.session.execute(db.text("SELECT id FROM expense")).scalar_one()
    moved = client.post(f"/networks/{network.slug}/2010/expenses/{expense}/move", data={"stage": "justified"})
    assert moved.status_code == 302
    answer = client.post(where, data=values_of(client.get(where)) | {"method": "line-by-line"})
    assert answer.status_code == 422
    assert "Je mag de twee manieren niet mengen" in text_of(answer)


def test_another_network_sees_nothing_of_it(world, sign_in, client, network):
    agree(client, network)
    stranger = sign_in(world.coordinator(world.network("Mechelen", nis="12025")))
    assert stranger.get(f"/networks/{network.slug}/2010/cooperation").status_code == 404
    assert stranger.post("/networks/mechelen/2010/cooperation/1/centres/add", data={"nis": "12040"}).status_code == 404
