"""Agreements with organisations beside the federal money: the form, the page, the file, and what they find."""

from __future__ import annotations

from datetime import date

import pytest

from portal.extensions import db
from portal.funding.types import ExpenseKind, Owner
from portal.network import operations as networks
from portal.network.models import Agreement, Partner
from tests.forms import error_beside, values_of
from tests.pages import text_of

MODULES = "federal-modules"


@pytest.fixture
def network(world):
    network = world.network("Heist")
    world.grant(network, 2025, MODULES, owner=Owner.OCMW, amount_cents=3_000_00)
    return network


@pytest.fixture
def partner(world, network):
    return world.partner(network, "vzw Den Draai")


@pytest.fixture
def agreement(world, network, partner):
    with world.saving():
        return networks.sign_agreement(
            db.session.get_one(Partner, partner.id), title="Kooklessen", starts_on=date(2025, 1, 10), ends_on=None,
            services="Tien lessen", form="Elke dinsdag", target_group="Gebruikers", amount_cents=2_000_00,
            signed_on=date(2025, 1, 9), partner_signed_on=date(2025, 1, 12), committed_on=date(2025, 1, 12),
        )  # fmt: skip


@pytest.fixture
def client(world, sign_in, network):
    return sign_in(world.coordinator(network))


def form_of(client, network, partner, agreement):
    where = f"/networks/{network.slug}/partners/{partner.id}/agreements/{agreement.id}/edit"
    return where, values_of(client.get(where))


def test_both_days_of_signing_are_kept_and_the_last_one_counts(app, client, network, partner, agreement):
    with app.app_context():
        assert db.session.get_one(Agreement, agreement.id).signed_by_both_on == date(2025, 1, 12)
    where, values = form_of(client, network, partner, agreement)
    assert client.post(where, data=values | {"partner_signed_on": ""}).status_code == 302
    with app.app_context():
        assert db.session.get_one(Agreement, agreement.id).signed_by_both_on is None


@pytest.mark.parametrize(
    ("typed", "field", "part"),
    [
        ({"justification_checked_on": "2025-12-01"}, "justification_received_on", "Je keek ze al na"),
        (
            {"justification_received_on": "2025-12-02", "justification_checked_on": "2025-12-01"},
            "justification_checked_on",
            "voor ze binnen is",
        ),
        (
            {"justification_received_on": "2025-12-01", "justification_checked_on": "2025-12-01"},
            "justification_checked_by",
            "Schrijf een functie",
        ),
        ({"general_costs_cents": "2000,01"}, "general_costs_cents", "niet hoger zijn dan het hele bedrag"),
    ],
)
def test_a_control_that_cannot_be_is_refused_beside_its_field(client, network, partner, agreement, typed, field, part):
    where, values = form_of(client, network, partner, agreement)
    answer = client.post(where, data=values | typed)
    assert answer.status_code == 422
    assert part in error_beside(answer, field)


def test_the_page_tells_what_federal_money_pays_and_what_is_missing(world, client, network, agreement):
    where = f"/networks/{network.slug}/2025/agreements"
    assert "Regel FED-COOP" not in text_of(client.get(where))
    world.expense(
        network, 2025, {MODULES: 2_000_01}, owner=Owner.OCMW, kind=ExpenseKind.AGREEMENT, agreement_id=agreement.id,
        invoice_cents=2_000_01, description="Kooklessen", evidence_reference="F-1",
    )  # fmt: skip
    page = text_of(client.get(where)).replace("\xa0", " ")
    assert "De overeenkomst gaat over € 2.000,00" in page
    assert "De partner heeft nog niet verantwoord" in page


def test_an_older_list_with_one_day_of_signing_fills_both(app, client, network, partner):
    body = (
        "Partner;Waarover gaat het?;Vanaf;Ondertekend door beide op;Vast bedrag\n"
        "vzw Den Draai;Naailessen;01/02/2025;15/01/2025;ja\n"
    )
    head = b'--grens\r\nContent-Disposition: form-data; name="file"; filename="lijst.csv"\r\n\r\n'
    sent = client.post(
        f"/networks/{network.slug}/import/agreements",
        data=head + body.encode() + b"\r\n--grens--\r\n",
        content_type="multipart/form-data; boundary=grens",
    )
    assert sent.status_code == 302, text_of(sent)
    assert client.post(sent.location + "/save").status_code == 302
    with app.app_context():
        held = db.session.query(Agreement).one()
        assert (held.signed_on, held.partner_signed_on) == (date(2025, 1, 15), date(2025, 1, 15))
        assert held.is_lump_sum
