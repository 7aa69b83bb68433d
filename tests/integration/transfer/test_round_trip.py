"""What is taken along is read in again to the same state, also in an empty network."""

from __future__ import annotations

from datetime import date

import pytest

from portal.extensions import db
from portal.funding import operations as funding
from portal.funding.types import ExpenseKind, ExpenseStage, Owner
from portal.network import operations as networks
from portal.network.models import Partner
from portal.network.types import PartnerKind, PartnerPurpose, PartnerRole
from portal.plans import operations as plans
from portal.plans.models import Action, Plan
from portal.plans.types import ActionStatus, CarrierRole, ObjectiveKind, PlaceKind, Share, TargetGroup, Threshold
from tests.pages import text_of

LISTS = (
    "partners",
    "agreements",
    "objectives",
    "actions",
    "indicators",
    "budget",
    "grants",
    "expenses",
    "contributions",
)


@pytest.fixture
def furnished(desk, world):
    """A network with something odd in every list."""
    network = desk.network
    sport = world.partner(
        network,
        "Sportdienst; Heist",
        purposes=(PartnerPurpose.OFFERING, PartnerPurpose.GUIDING),
        website="https://sport.example",
        enterprise_number="0207.500.123",
        note="=cmd|' /C calc'!A0\ntweede regel",
        ends_on=date(2021, 12, 31),
    )
    youth = world.partner(network, "'t Jeugdhuis: Noord", PartnerKind.YOUTH, role=PartnerRole.OCCASIONAL)
    with world.saving():
        held = db.session.get_one(Partner, sport.id)
        networks.start_membership(held, role=PartnerRole.STRUCTURAL, starts_on=date(2023, 1, 1))
        networks.add_contact(held, name="An Peeters", function="medewerker", email="an@heist.example", phone="015 1")
        networks.add_contact(held, name="Bo")
        agreed = {"title": "Zwemles", "starts_on": date(2025, 1, 1), "services": "Les\n=1+1", "amount_cents": 5}
        networks.sign_agreement(held, **agreed, target_group="Gezinnen", signed_on=date(2025, 1, 2))
        networks.sign_agreement(held, **agreed, ends_on=date(2025, 6, 30), origin="Verzonnen")
    plan = world.plan(network, title="Plan 'Iedereen mee'")
    with world.saving():
        of_year = db.session.get_one(Plan, plan.id)
        of_year.period_plan = plans.draw_up_plan(network.id, title="Nota", first_year=2020, last_year=2026, origin="F")
        above = plans.add_objective(of_year.period_plan, kind=ObjectiveKind.STRATEGIC, title="Iedereen doet mee")
        objective = plans.add_objective(
            of_year, kind=ObjectiveKind.OPERATIONAL, title="Meer mensen zwemmen", parent=above
        )
        plans.add_objective(of_year, kind=ObjectiveKind.OPERATIONAL, title="Meer mensen zwemmen")
    first = world.action(
        plan,
        sport,
        "Samen zwemmen",
        objective_id=objective.id,
        thresholds=(Threshold.MONEY, Threshold.TRANSPORT),
        target_groups=(TargetGroup.FAMILIES,),
        months=("1", "2", "3", "9"),
        place_kind=PlaceKind.VILLAGE,
        place="Booischot",
        description="-3 graden is koud",
        bbc_code="0740-00",
        shares=(Share(sport.id, 60), Share(youth.id, 40, CarrierRole.GUIDING)),
    )
    second = world.action(plan, youth, "Samen zwemmen", status=ActionStatus.IDEA, steps_in_for_id=first.id)
    with world.saving():
        pool = db.session.get_one(Action, first.id)
        funding.plan_budget(pool, planned={"drawing-right": 50_000, "other": 1})
        plans.set_indicator(pool, name="Zwemmers", target=20, measured=0, measured_on=date(2025, 7, 1))
        plans.set_indicator(pool, name="Zwemmers", target_group=TargetGroup.FAMILIES, unit="gezinnen")
        plans.set_indicator(pool, name="Zwemmers", target_group=TargetGroup.FAMILIES, is_dropped=True)
    world.grant(network, reference="=1+1", decided_on=date(2025, 1, 15))
    world.grant(network, stream="federal-participation", owner=Owner.OCMW, amount_cents=1)
    world.expense(network, action_id=second.id, evidence_reference="'F-1", note="a;b\nc")
    world.expense(
        network,
        parts={"drawing-right": 3_333, "co-financing": 6_667},
        description="Bus naar Planckendael",
        supplier="+32 Reizen",
        kind=ExpenseKind.COLLECTIVE,
        stage=ExpenseStage.JUSTIFIED,
        invoice_excl_vat_cents=9_000,
        invoice_on=date(2025, 4, 1),
        activity_on=date(2025, 4, 2),
        target_n=6,
        target_m=20,
        evidence_reference="F-2",
        is_ict_pack=False,
    )
    world.expense(network, description="Toegang zwembad", parts={})
    world.contribution(first, sport, minutes=100, goods_cents=5, note="ook 's avonds")
    world.contribution(first, sport, minutes=100, goods_cents=5, note="ook 's avonds")
    world.contribution(second, youth, on=date(2025, 6, 1), people_reached=7)
    return desk


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_every_list_goes_to_an_empty_network_and_comes_back_the_same(furnished, desk_in, file_format):
    empty = desk_in("Mechelen", "12025")
    for listing in LISTS:
        taken = furnished.take(listing, file_format)
        saved = empty.save(listing, taken, f"lijst.{file_format}")
        assert saved.status_code == 302, (listing, text_of(saved))
        assert empty.take(listing, "csv") == furnished.take(listing, "csv"), listing


@pytest.mark.parametrize("listing", LISTS)
def test_reading_in_what_was_taken_along_changes_nothing(furnished, listing, counting_statements):
    before = furnished.take(listing)
    sent = furnished.send(listing, before)
    with counting_statements() as statements:
        words = text_of(furnished.client.get(sent.location))
    assert "Verandert 0" in words
    assert "Nieuw 0" in words
    assert "Met een fout 0" in words
    assert len(statements) <= 12
    with counting_statements() as statements:
        assert furnished.client.post(sent.location + "/save").status_code == 302
    changes = [one for one in statements if one.startswith(("INSERT", "UPDATE", "DELETE"))]
    assert {one.split()[1 if one.startswith("UPDATE") else 2] for one in changes} <= {"upload", "change", "revision"}
    assert furnished.take(listing) == before


def test_an_english_reader_takes_along_and_reads_in_too(furnished, desk_in):
    furnished.client.post("/language", data={"language": "en", "next": "/"})
    taken = furnished.take("expenses", "csv")
    words = text_of(furnished.client.get(furnished.send("expenses", taken).location))
    assert "0" in words
    furnished.client.post("/language", data={"language": "nl", "next": "/"})
    sent = furnished.send("expenses", taken)
    assert "Verandert 0" in text_of(furnished.client.get(sent.location))


def test_a_file_follows_the_filter_of_the_screen(furnished):
    everything = furnished.take("expenses").decode("utf-8-sig")
    justified = furnished.take("expenses", stage="justified").decode("utf-8-sig")
    assert everything.count("Toegang zwembad") == 2
    assert "Planckendael" in justified
    assert "Toegang zwembad" not in justified
    assert furnished.take("actions", status="idea").count(b"Samen zwemmen") == 2  # itself, and what it steps in for
    assert b"Jeugdhuis" not in furnished.take("partners", kind="sport")
    assert furnished.take("partners", on="2022-06-01").count(b"Sportdienst") == 0


def test_the_rows_stand_in_the_order_of_the_screen(furnished):
    page = furnished.client.get(furnished.href("expenses")).get_data(as_text=True)
    lines = furnished.take("expenses").decode("utf-8-sig").splitlines()
    numbers = [line.split(";")[0] for line in lines if line.split(";")[0].isdigit()]
    on_screen = [part.split("<")[0] for part in page.split('data-label="Nummer">')[1:]]
    assert numbers == on_screen


@pytest.mark.parametrize("listing", LISTS)
@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_a_template_has_headers_that_are_known_and_not_one_row(desk, listing, file_format):
    where = desk.href(f"import/{listing}/template.{file_format}", desk.year_of(listing))
    answer = desk.client.get(where)
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment")
    refused = desk.send(listing, answer.data, f"lijst.{file_format}")
    assert refused.status_code == 422
    assert "Onder de koppen staat geen enkele rij" in text_of(refused)
