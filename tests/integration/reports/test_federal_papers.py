"""The federal report and the evidence list of whole years, as plain text beside what they were."""

from __future__ import annotations

from datetime import date

import pytest

from portal.demo.loading import reload_demo
from portal.extensions import db
from portal.foundation.clock import today
from portal.funding.cooperations import operations as cooperations
from portal.funding.cooperations.types import ReportMethod
from portal.funding.regimes import law_of_year
from portal.funding.regimes.measures import Measure
from portal.funding.types import ExpenseKind, Owner
from portal.network.models import Network
from portal.network.queries import find_network
from portal.reports.sources import evidence, federal_report
from portal.reports.writing.text import paper_text
from tests.integration.reports.sheets import CLUBS, EVENTS, ICT, INITIATIVES, LINES_2010
from tests.tools.golden import assert_golden

STREAMS = {
    EVENTS: "federal-old-events",
    CLUBS: "federal-old-associations",
    INITIATIVES: "federal-old-initiatives",
    ICT: "federal-old-ict",
}


def told(network, year, source=federal_report):
    return paper_text(source.build(network, year))


@pytest.fixture
def demo(app):
    with app.app_context():
        reload_demo()
        db.session.commit()
        yield find_network("heist-op-den-berg")


def test_the_last_federal_year_of_the_demo_network(demo):
    assert_golden("papers/federal-report-heist-op-den-berg-2025.txt", told(demo, 2025))


def test_the_evidence_list_of_the_demo_network(demo):
    assert_golden("papers/evidence-heist-op-den-berg-2025.txt", told(demo, 2025, evidence))


@pytest.fixture
def old_year(world):
    """The year 2010 of a centre with 27,000, computers and children besides; together 26,000 on the four categories."""
    network = world.network("Heist")
    world.grant(network, 2010, "federal-old-events", owner=Owner.OCMW, amount_cents=27_000_00)
    world.grant(network, 2010, "federal-old-recycled-pcs", owner=Owner.OCMW, amount_cents=500_00)
    world.grant(network, 2010, "federal-old-child-poverty", owner=Owner.OCMW, amount_cents=8_000_00)
    for category, lines in LINES_2010.items():
        for on, text, count, euros in lines:
            _book(world, network, STREAMS[category], on, text, count, euros * 100)
    _book(world, network, "federal-old-recycled-pcs", date(2010, 4, 4), "Drie computers", None, 270_00, pc_count=3)
    _book(world, network, "federal-old-child-poverty", date(2010, 10, 1), "Schoolboeken voor kinderen", 40, 6_000_00)
    return network


def _book(world, network, stream, on, text, count, cents, **values):
    values = {"kind": ExpenseKind.COLLECTIVE if count != 1 else ExpenseKind.INDIVIDUAL} | values
    world.expense(
        network, on.year, {stream: cents}, owner=Owner.OCMW, invoice_cents=cents, imputed_on=on, description=text,
        beneficiaries=count, evidence_reference=f"F-{on:%m%d}", **values,
    )  # fmt: skip


def choose(world, network, year, measure, *, wants_staff=True, method=ReportMethod.LINE_BY_LINE):
    with world.saving():
        cooperations.choose_method(
            db.session.get_one(Network, network.id), year=year, measure=measure, method=method,
            wants_staff=wants_staff, law=law_of_year(year),
        )  # fmt: skip


def test_a_year_of_the_old_regime(app, world, old_year):
    for measure in (Measure.GENERAL, Measure.RECYCLED_PCS, Measure.CHILD_POVERTY):
        choose(world, old_year, 2010, measure)
    with app.app_context():
        network = db.session.get_one(Network, old_year.id)
        assert not federal_report.build(network, 2010).is_draft
        assert_golden("papers/federal-report-heist-2010.txt", told(network, 2010))


def test_people_and_computers_are_never_added_up(app, old_year):
    with app.app_context():
        paper = federal_report.build(db.session.get_one(Network, old_year.id), 2010)
    overview, *lines = paper.grids[:7]
    of_people = sum(row[2] for grid in lines for row in grid.rows if grid.key != "Gerecycleerde pc's")
    people, computers = (sum(row[at] or 0 for row in overview.rows) for at in (2, 3))
    assert overview.total[2:4] == (people, computers) == (of_people - 3, 3)


def test_a_year_of_centres_that_work_together(app, world):
    network = world.network("Heist")
    world.grant(network, 2012, "federal-old-events", owner=Owner.OCMW, amount_cents=5_000_00)
    _book(world, network, "federal-old-events", date(2012, 3, 1), "Toegang tot het theater", 30, 4_500_00)
    with world.saving():
        held = db.session.get_one(Network, network.id)
        one = cooperations.agree_on(
            held, year=2012, measure=Measure.GENERAL, law=law_of_year(2012), title="Samen voor vrije tijd",
            reference="OV-2012-1", signed_on=date(2012, 1, 5), is_available=True,
            staff_function="maatschappelijk werker",
        )  # fmt: skip
        council = date(2011, 12, 15)
        cooperations.seat_centre(held, one, nis="12014", council_on=council, requested_cents=5_000_00, is_employer=True)
        for nis, granted, justified in (("12025", 10_000_00, 11_000_00), ("12040", 12_000_00, 10_000_00)):
            cooperations.seat_centre(
                held, one, nis=nis, council_on=council, granted_cents=granted, requested_cents=granted,
                justified_cents=justified,
            )  # fmt: skip
    choose(world, network, 2012, Measure.GENERAL)
    with app.app_context():
        found = db.session.get_one(Network, network.id)
        assert not federal_report.build(found, 2012).is_draft
        assert_golden("papers/federal-report-together-2012.txt", told(found, 2012))


def test_a_line_without_its_fields_makes_the_report_a_draft(app, world, old_year):
    for measure in (Measure.GENERAL, Measure.RECYCLED_PCS, Measure.CHILD_POVERTY):
        choose(world, old_year, 2010, measure)
    with world.saving():
        db.session.execute(db.text("UPDATE expense SET imputed_on = NULL, beneficiaries = NULL WHERE number = 2"))
        db.session.execute(db.text("UPDATE expense SET description = 'GWP naar zee' WHERE number IN (1, 3)"))
    with app.app_context():
        paper = federal_report.build(db.session.get_one(Network, old_year.id), 2010)
        assert paper.is_draft
        said = [str(one.sentence) for one in paper.missing if one.blocks]
        assert said == [
            "Bij één lijn ontbreekt de boekingsdatum: uitgave 2.",
            "In 2 omschrijvingen staat een afkorting. Schrijf ze voluit: uitgave 1, 3.",
            "Bij één lijn ontbreekt het aantal begunstigden: uitgave 2.",
        ]


def test_a_measure_without_a_method_keeps_the_report_a_draft(app, old_year):
    with app.app_context():
        paper = federal_report.build(db.session.get_one(Network, old_year.id), 2010)
        assert paper.is_draft
        assert sum("Kies hoe je deze maatregel verantwoordt" in str(one.sentence) for one in paper.missing) == 3


def test_staff_in_the_books_without_asking_for_it_is_missing(app, world, old_year):
    _book(world, old_year, "federal-old-events", date(2010, 12, 1), "Personeel", None, 1_000_00, kind=ExpenseKind.STAFF)
    choose(world, old_year, 2010, Measure.GENERAL, wants_staff=False)
    with app.app_context():
        network = db.session.get_one(Network, old_year.id)
        said = [str(one.sentence) for one in federal_report.build(network, 2010).missing]
        assert any("aan personeel in de boeken" in one for one in said)
        assert "Personeel" not in {line.description for line in federal_report.read_federal_facts(network, 2010).lines}


@pytest.mark.parametrize(
    ("year", "part"),
    [(2002, "begon in 2003"), (2026, "Geen federale toelage meer"), (2030, "Geen federale toelage meer")],
)
def test_years_without_the_subsidy_say_why_there_is_no_report(app, world, year, part):
    network = world.network("Heist")
    with app.app_context():
        assert part in str(federal_report.refuse(db.session.get_one(Network, network.id), year))


@pytest.mark.parametrize("year", [2003, 2009, 2010, 2016, 2017, 2025])
def test_years_with_the_subsidy_have_a_report(app, world, year):
    network = world.network("Heist")
    with app.app_context():
        found = db.session.get_one(Network, network.id)
        assert federal_report.refuse(found, year) is None
        paper = federal_report.build(found, year)
        assert paper.is_draft  # nothing is booked
        assert any("2009" in str(one.sentence) for one in paper.missing) is (year == 2009)
        assert today() > date(2026, 1, 1)
