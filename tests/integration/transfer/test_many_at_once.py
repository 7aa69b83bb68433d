"""Partners and actions that come in together are written with few statements, and told as if saved alone."""

from __future__ import annotations

from sqlalchemy import select

from portal.extensions import db
from portal.history.models import Change
from portal.network.models import ContactPerson, Partner, Person
from portal.plans.models import Action, Objective
from tests.pages import text_of

PARTNERS = "Naam;Soort;Rol;Lid vanaf;Contactpersonen\n"
ACTIONS = "Titel;Doelstelling;Spoor;Domein;Soort besteding;Trekker;Dragende partners;Vult aan waar niet genoeg is\n"


def partner_rows(count):
    return PARTNERS + "".join(
        f'Club {at};other;required;01/01/2024;"An {at} | hulp | an{at}@heist.example\nBo | hulp | bo@heist.example"\n'
        for at in range(count)
    )


def action_rows(count):
    return (
        ACTIONS
        + "".join(
            f"Actie {at};Doel {at % 3};removing;sport;participation;Sportdienst;Sportdienst: 60 %;Actie {at + 1}\n"
            for at in range(count - 1)
        )
        + f"Actie {count - 1};;removing;sport;participation;;;\n"
    )


def beside_inserts(statements):
    """Not every database tells the ids of many rows in one answer, so inserts may come one by one."""
    return [one for one in statements if not one.startswith(("INSERT", "UPDATE action"))]


def told(app, kind, name):
    with app.app_context():
        wanted = select(Change).where(Change.subject_type == kind, Change.kind == "added")
        return [one.fields.get(name) for one in db.session.scalars(wanted.order_by(Change.id))]


def test_many_partners_ask_the_database_hardly_more_than_few(app, desk, counting_statements):
    counted = []
    for count in (20, 120):
        sent = desk.send("partners", partner_rows(count))
        with counting_statements() as statements:
            assert desk.client.post(sent.location + "/save").status_code == 302
        counted.append(len(beside_inserts(statements)))
    assert counted[1] - counted[0] < 20
    with app.app_context():
        assert len(db.session.scalars(select(Partner)).all()) == 120
        assert len(db.session.scalars(select(Person)).all()) == 121  # one mail address is one person
        assert len(db.session.scalars(select(ContactPerson)).all()) == 240


def test_a_contact_of_a_file_is_told_with_the_name_of_the_person(app, desk):
    assert desk.save("partners", partner_rows(1)).status_code == 302
    assert [one[1]["name"] for one in told(app, "contact_person", "person_id")] == ["An 0", "Bo"]
    assert [one[1] for one in told(app, "partner", "name")] == ["Club 0"]


def test_many_actions_ask_the_database_hardly_more_than_few(app, desk_in, world, counting_statements):
    counted = []
    for name, nis, count in (("Heist", "12014", 20), ("Mechelen", "12025", 120)):
        desk = desk_in(name, nis)
        world.partner(desk.network, "Sportdienst")
        sent = desk.send("actions", action_rows(count))
        with counting_statements() as statements:
            assert desk.client.post(sent.location + "/save").status_code == 302
        counted.append(len(beside_inserts(statements)))
    assert counted[1] - counted[0] < 20


def test_actions_of_a_file_get_their_plan_their_objectives_and_their_links(app, desk, sport):
    assert desk.save("actions", action_rows(7)).status_code == 302
    with app.app_context():
        actions = db.session.scalars(select(Action).order_by(Action.id)).all()
        assert [one.title for one in actions] == [f"Actie {at}" for at in range(7)]
        assert [one.steps_in_for_id for one in actions] == [one.id for one in actions[1:]] + [None]
        assert [one.share_percent for one in actions[0].carriers] == [60]
        goals = db.session.scalars(select(Objective).order_by(Objective.id)).all()
        assert [(one.title, one.position) for one in goals] == [("Doel 0", 1), ("Doel 1", 2), ("Doel 2", 3)]
    names = [one[1]["name"] for one in told(app, "action", "objective_id") if one]
    assert names[:3] == ["Doel 0", "Doel 1", "Doel 2"]
    page = text_of(desk.client.get(desk.href(f"actions/{actions[0].id}")))
    assert "Actieplan 2025" in page


def test_an_action_that_changes_takes_a_new_objective_and_drops_a_carrier(app, desk, swimming):
    desk.save("actions", ACTIONS + "Samen zwemmen;;removing;sport;participation;;Sportdienst: 60 %;\n")
    desk.save("actions", ACTIONS + "Samen zwemmen;Nieuw doel;guiding;sport;participation;;;\n")
    with app.app_context():
        action = db.session.get_one(Action, swimming.id)
        assert (action.objective.title, action.track.value, action.carriers) == ("Nieuw doel", "guiding", [])


def test_objectives_come_in_whichever_stands_first_and_only_once(app, desk):
    body = (
        "Plan;Eerste jaar;Laatste jaar;Plan van de periode;Soort;Doelstelling;Hoort bij\n"
        "Jaarplan;2025;2025;Nota;operational;Onder;Boven\n"
        "Jaarplan;2025;2025;Nota;operational;Los;\n"
        "Nota;2020;2026;;strategic;Boven;\n"
    )
    assert desk.save("objectives", body).status_code == 302
    with app.app_context():
        under = db.session.scalars(select(Objective).where(Objective.title == "Onder")).one()
        assert (under.parent.title, under.plan.period_plan.title) == ("Boven", "Nota")
    words = text_of(desk.client.get(desk.send("objectives", body).location))
    assert "Staat er al zo 3" in words


def test_objectives_that_cannot_stand_anywhere_are_refused(desk):
    body = (
        "Plan;Eerste jaar;Laatste jaar;Plan van de periode;Soort;Doelstelling;Hoort bij\n"
        "Jaarplan;2025;2025;;operational;Een;Twee\n"
        "Jaarplan;2025;2025;;operational;Twee;Een\n"
        "Jaarplan;2025;2025;;operational;Drie;Niemand\n"
        "Ander;2025;2025;Bestaat niet;operational;Vier;\n"
        "Derde;2025;2024;;operational;Vijf;\n"
        "Vierde;2025;2025;;;Zes;\n"
    )
    words = text_of(desk.client.get(desk.send("objectives", body).location))
    assert words.count("Deze doelstelling hoort bij een andere die niet kan") == 2
    assert "De doelstelling “Niemand” kennen we niet" in words
    assert "Het plan “Bestaat niet” kennen we niet" in words
    assert "Het laatste jaar kan niet voor het eerste jaar liggen" in words
    assert "Deze cel is leeg" in words


def test_a_budget_line_at_zero_is_taken_off(desk, swimming):
    body = "Actie;Bron;Gepland bedrag\nSamen zwemmen;drawing-right;100,00\nSamen zwemmen;other;0\n"
    assert desk.save("budget", body).status_code == 302
    assert b"100,00" in desk.take("budget")
    assert desk.save("budget", body.replace("100,00", "0")).status_code == 302
    assert desk.take("budget").count(b"Samen zwemmen") == 0


def test_what_is_wrong_with_the_new_lists_is_told_beside_its_cell(desk, swimming):
    def words(listing, body):
        return text_of(desk.client.get(desk.send(listing, body).location))

    agreements = "Partner;Titel;Vanaf;Tot en met\nNiemand;Les;01/02/2025;01/01/2025\n"
    assert "kennen we niet" in words("agreements", agreements)
    assert "De einddatum ligt voor de begindatum" in words("agreements", agreements)
    assert "bestaat niet in 2025" in words("indicators", "Actie;Wat tel je?;Doel\nFietsen;Zwemmers;-1\n")
    budget = "Actie;Bron;Gepland bedrag\nSamen zwemmen;federal-old-events;1,00\nSamen zwemmen;other;x\n"
    assert "bestaat niet in 2025" in words("budget", budget)
    assert "is geen bedrag" in words("budget", budget)
