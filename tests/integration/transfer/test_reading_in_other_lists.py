"""Partners, actions, contributions and grants out of a file, and what is refused of them."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import func, select

from portal.extensions import db
from portal.network.models import Membership, Network, Partner
from portal.participation.following import Follow
from portal.participation.models import Tiding
from portal.participation.types import ReplyWay
from portal.plans.models import Action, Contribution, Plan
from portal.plans.types import ActionStatus
from tests.pages import text_of

PARTNERS = "Naam;Soort;Rol;Lid vanaf;Lid tot en met;Contactpersonen\n"
ACTIONS = "Titel;Spoor;Domein;Soort besteding;Trekker;Dragende partners;Vult aan waar niet genoeg is;Stand\n"
GIVEN = "Datum;Partner;Actie;Uren;Bereikte mensen\n"


def looked_at(desk, listing, body, **values):
    return text_of(desk.client.get(desk.send(listing, body, **values).location))


def count(app, model) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(model))


def test_periods_of_a_partner_that_overlap_are_refused(app, desk, sport):
    body = PARTNERS + "Bib;library;required;01/01/2024;31/12/2024;\nBib;library;required;01/06/2024;;\n"
    assert "Twee periodes overlappen" in looked_at(desk, "partners", body)
    assert "Twee periodes overlappen" in looked_at(
        desk, "partners", PARTNERS + "Sportdienst;sport;required;01/06/2024;;\n"
    )
    assert desk.save("partners", body).status_code == 422
    assert count(app, Partner) == 1


def test_rows_of_one_partner_that_contradict_each_other_are_refused(desk):
    body = PARTNERS + "Bib;library;required;01/01/2023;31/12/2023;\nBib;sport;required;01/01/2024;;\n"
    assert "Rij 3, kolom B (Soort): Rij 2 zegt hier iets anders over dezelfde partner" in looked_at(
        desk, "partners", body
    )


def test_a_period_that_ends_is_changed_and_not_doubled(app, desk, sport):
    body = PARTNERS + "sportdienst;sport;required;01/01/2020;31/12/2025;An | hulp | an@heist.example\n"
    assert desk.save("partners", body).status_code == 302
    with app.app_context():
        held = db.session.scalars(select(Membership)).one()
        assert held.ends_on == date(2025, 12, 31)
        assert [one.person.email for one in held.partner.contacts] == ["an@heist.example"]
        assert held.partner.name == "Sportdienst"


def test_an_empty_network_gets_its_plan_with_its_first_actions(app, desk, sport):
    body = ACTIONS + (
        "Kaart;removing;mixed;participation;Sportdienst;Sportdienst: 60 %;Fonds;\n"
        "Fonds;guiding;mixed;participation;;;;bezig\n"
    )
    assert "Dit plan bestaat nog niet" in looked_at(desk, "actions", body)
    assert desk.save("actions", body).status_code == 302
    with app.app_context():
        assert db.session.scalars(select(Plan)).one().first_year == 2025
        card, fund = db.session.scalars(select(Action).order_by(Action.id))
        assert (card.steps_in_for_id, card.lead_partner_id, fund.status) == (fund.id, sport.id, ActionStatus.RUNNING)
        assert [one.share_percent for one in card.carriers] == [60]


def test_an_empty_status_leaves_an_action_where_it_stands(app, desk, world, sport, swimming):
    world.action(world.plan(desk.network, title="Ander plan"), sport, "Fonds", status=ActionStatus.DONE)
    body = "Titel;Spoor;Domein;Soort besteding;Stand\nFonds;guiding;sport;participation;\n"
    assert desk.save("actions", body).status_code == 302
    with app.app_context():
        fund = db.session.scalars(select(Action).where(Action.title == "Fonds")).one()
        assert (fund.status, fund.track.value, fund.lead_partner_id) == (ActionStatus.DONE, "guiding", sport.id)


def test_what_is_wrong_with_an_action_is_told_beside_its_cell(desk, swimming):
    words = looked_at(
        desk,
        "actions",
        ACTIONS
        + "Een;removing;mixed;participation;Niemand;;;\n"
        + "Twee;removing;mixed;participation;;Sportdienst: 101 %;;\n"
        + "Drie;removing;mixed;participation;;;Bestaat niet;\n"
        + "Samen zwemmen;removing;sport;participation;;;;klaar\n",
    )
    assert "Rij 2, kolom E (Trekker): De partner “Niemand” kennen we niet" in words
    assert "Rij 3, kolom F (Dragende partners): Een aandeel is een getal van 0 tot 100" in words
    assert "Rij 4, kolom G (Vult aan waar niet genoeg is): De actie “Bestaat niet” kennen we niet" in words
    assert "Rij 5, kolom H (Stand)" in words


def test_contributions_come_in_once(app, desk, swimming):
    body = GIVEN + "01/03/2025;Sportdienst;Samen zwemmen;2,5;\n01/03/2025;Sportdienst;Samen zwemmen;2,5;\n"
    assert "Deze rij staat twee keer in het bestand" in looked_at(desk, "contributions", body)
    desk.save("contributions", body)
    desk.save("contributions", body)
    assert count(app, Contribution) == 2


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("01/03/2024;Sportdienst;Samen zwemmen;1;", "Deze actie is van 2025"),
        ("01/03/2025;Sportdienst;Samen zwemmen;;", "Vul minstens één ding in"),
        ("01/03/2025;Niemand;Samen zwemmen;1;", "De partner “Niemand” kennen we niet"),
        ("30/02/2025;Sportdienst;Samen zwemmen;1;", "Rij 2, kolom A (Datum)"),
        ("01/03/2025;Sportdienst;Samen zwemmen;-1;", "negatief"),
    ],
)
def test_a_contribution_that_cannot_be_is_refused(desk, swimming, row, told):
    assert told in looked_at(desk, "contributions", GIVEN + row + "\n")


def test_an_amount_of_a_stream_is_changed_and_not_doubled(app, desk, world):
    world.grant(desk.network)
    body = "Bron;Van wie;Bedrag\ndrawing-right;municipality;7000,00\nfederal-modules;ocmw;1,00\n"
    assert desk.save("grants", body).status_code == 302
    assert b"7000,00" in desk.take("grants")
    assert "bestaat niet in 2026" in looked_at(desk, "grants", body, year=2026)


def test_who_spoke_hears_of_a_status_that_came_out_of_a_file(app, desk, world, swimming):
    with app.app_context():
        network = db.session.get_one(Network, swimming.network_id)
        voice = world.voice(network, follow=Follow(ReplyWay.LETTER))
        world.effect(voice, swimming)
    body = desk.take("actions").decode("utf-8-sig").replace("gepland", "bezig")
    assert desk.save("actions", body).status_code == 302
    desk.save("actions", body)  # nothing moves a second time
    with app.app_context():
        assert [(one.former, one.current) for one in db.session.scalars(select(Tiding))] == [("planned", "running")]
