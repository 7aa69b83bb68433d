"""The register of partners as people use it."""

from __future__ import annotations

from datetime import date

from portal.extensions import db
from portal.foundation.actor import Role
from portal.network import operations as networks
from portal.network.models import Partner, Person
from portal.network.types import PartnerKind
from tests.forms import values_of
from tests.pages import text_of

NEW = {"name": "Wijkcentrum", "kind": "neighbourhood", "role": "structural", "starts_on": "2025-03-01"}


def test_a_coordinator_adds_a_partner_with_belgian_dates(sign_in, world):
    client = sign_in(world.coordinator(world.network("Heist")))
    answer = client.post("/networks/heist/partners/invite", data=NEW | {"starts_on": "1/3/2025"})
    assert answer.status_code == 302
    page = text_of(client.get(answer.headers["Location"]))
    assert "Wijkcentrum" in page
    assert "van 1 maart 2025" in page


def test_a_second_partner_of_the_same_name_is_refused_whatever_its_capitals(sign_in, world):
    network = world.network("Heist")
    world.partner(network, "École du dimanche")
    client = sign_in(world.coordinator(network))
    answer = client.post("/networks/heist/partners/invite", data=NEW | {"name": "école DU dimanche"})
    assert answer.status_code == 422
    assert "Er is al een partner" in text_of(answer)


def test_overlapping_periods_are_refused_beside_the_start(sign_in, world):
    network = world.network("Heist")
    partner = world.partner(network, starts_on=date(2020, 1, 1), ends_on=date(2022, 12, 31))
    client = sign_in(world.coordinator(network))
    answer = client.post(
        f"/networks/heist/partners/{partner.id}/memberships/start",
        data={"role": "structural", "starts_on": "2022-06-01", "ends_on": ""},
    )
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "Twee periodes overlappen" in page
    assert 'id="starts_on-error"' in page


def test_an_impossible_date_keeps_what_was_typed(sign_in, world):
    client = sign_in(world.coordinator(world.network("Heist")))
    answer = client.post("/networks/heist/partners/invite", data=NEW | {"starts_on": "31/02/2025"})
    page = answer.get_data(as_text=True)
    assert "Dit is geen datum" in page
    assert 'value="Wijkcentrum"' in page


def test_the_register_of_a_past_day_shows_who_was_there_then(sign_in, world):
    network = world.network("Heist")
    world.partner(network, "Vroeger", starts_on=date(2015, 1, 1), ends_on=date(2018, 12, 31))
    world.partner(network, "Nu", starts_on=date(2019, 1, 1))
    client = sign_in(world.coordinator(network))
    then = client.get("/networks/heist/partners?on=2016-06-01").get_data(as_text=True)
    table = then.partition("<table")[2].partition("</table>")[0]
    assert "Vroeger" in table
    assert "Nu" not in table


def test_the_composition_check_speaks_of_the_day_that_is_asked(sign_in, world):
    network = world.network("Heist")
    world.partner(network, "Sport", PartnerKind.SPORT)
    client = sign_in(world.coordinator(network))
    page = text_of(client.get("/networks/heist/partners?on=2021-06-01"))
    assert "zit het OCMW niet in het netwerk" in page
    assert "1 juni 2021" in page
    assert "FL-NET-2" in page


def test_a_partner_edits_the_own_entry_and_no_other(sign_in, world):
    network = world.network("Heist")
    own, other = world.partner(network, "Eigen"), world.partner(network, "Ander")
    client = sign_in(world.account(network, Role.PARTNER, own))
    data = values_of(client.get(f"/networks/heist/partners/{own.id}/edit")) | {"name": "Eigen huis", "kind": "sport"}
    assert client.post(f"/networks/heist/partners/{own.id}/edit", data=data).status_code == 302
    assert client.post(f"/networks/heist/partners/{other.id}/edit", data=data).status_code == 403


def test_experts_and_viewers_see_no_addresses_of_contact_persons(app, sign_in, world):
    network = world.network("Heist")
    partner = world.partner(network)
    with world.saving():
        networks.add_contact(db.session.get_one(Partner, partner.id), name="Ann Peeters", email="ann@example.org")
    for role, sees in ((Role.EXPERT, False), (Role.VIEWER, False), (Role.PARTNER, True), (Role.COORDINATOR, True)):
        client = sign_in(world.account(network, role, partner))
        page = client.get(f"/networks/heist/partners/{partner.id}").get_data(as_text=True)
        assert ("ann@example.org" in page) is sees, role
        assert ("Ann Peeters" in page) is sees, role


def test_one_person_stands_with_two_organisations(app, sign_in, world):
    network = world.network("Heist")
    first, second = world.partner(network), world.partner(network)
    client = sign_in(world.coordinator(network))
    for partner, function in ((first, "voorzitter"), (second, "vrijwilliger")):
        client.post(
            f"/networks/heist/partners/{partner.id}/contacts/add",
            data={"name": "Ann Peeters", "email": "Ann@example.org", "function": function},
        )
    with app.app_context():
        assert db.session.query(Person).count() == 1


def test_hostile_text_is_shown_as_text(sign_in, world):
    client = sign_in(world.coordinator(world.network("Heist")))
    name = "<script>alert(1)</script> 🎈 مرحبا"
    answer = client.post("/networks/heist/partners/invite", data=NEW | {"name": name, "note": "x" * 5000})
    page = client.get(answer.headers["Location"]).get_data(as_text=True)
    assert "<script>alert" not in page
    assert "مرحبا" in page


def test_a_text_that_is_too_long_is_refused_and_kept(sign_in, world):
    client = sign_in(world.coordinator(world.network("Heist")))
    answer = client.post("/networks/heist/partners/invite", data=NEW | {"note": "x" * 50_000})
    assert answer.status_code == 422
    assert "x" * 50_000 in answer.get_data(as_text=True)


def test_a_website_that_is_a_script_is_refused(sign_in, world):
    client = sign_in(world.coordinator(world.network("Heist")))
    answer = client.post("/networks/heist/partners/invite", data=NEW | {"website": "javascript:alert(1)"})
    assert "geen adres van een website" in text_of(answer)


def test_an_agreement_says_what_is_agreed(sign_in, world):
    network = world.network("Heist")
    partner = world.partner(network)
    client = sign_in(world.coordinator(network))
    answer = client.post(
        f"/networks/heist/partners/{partner.id}/agreements/sign",
        data={"title": "Kooklessen", "starts_on": "2025-01-01", "amount_cents": "2.600,00"},
    )
    assert answer.status_code == 302
    page = text_of(client.get(f"/networks/heist/partners/{partner.id}"))
    assert "2.600,00" in page
    assert "nog niet ondertekend" in page


def test_a_network_may_cover_several_municipalities(sign_in, world):
    network = world.network("Neteland", nis="13011")
    client = sign_in(world.coordinator(network))
    page = client.get("/networks/neteland/edit")
    assert "Herentals" in page.get_data(as_text=True)
    answer = client.post(
        "/networks/neteland/edit",
        data=values_of(page)
        | {
            "name": "Neteland",
            "applicant_kind": "cooperation",
            "applicant_name": "Neteland",
            "municipalities": ["13011", "13029"],
            "note_first_year": "2020",
            "note_last_year": "2025",
        },
    )
    assert answer.status_code == 302
    assert "Olen" in text_of(client.get("/networks/neteland/about"))


def test_the_administrator_founds_a_network_and_others_cannot(sign_in, world):
    data = {
        "name": "Nieuw netwerk",
        "applicant_kind": "municipality",
        "applicant_name": "Heist-op-den-Berg",
        "municipalities": ["12014"],
        "note_first_year": "2026",
        "note_last_year": "2026",
    }
    administrator = sign_in(world.account(is_administrator=True))
    coordinator = sign_in(world.coordinator(world.network("Heist")))
    assert coordinator.post("/networks/found", data=data).status_code == 403
    answer = administrator.post("/networks/found", data=data)
    assert answer.headers["Location"] == "/networks/nieuw-netwerk/people/invite"
