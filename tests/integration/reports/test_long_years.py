"""A year with thousands of lines: compared page by page, or refused."""

from __future__ import annotations

import csv
import io

from portal.extensions import db
from portal.funding.types import Owner
from portal.network.models import Network
from portal.reports.sources import federal_report
from portal.transfer.types import LIMITS
from tests.benchmarks.federal import YEAR, book_lines
from tests.integration.reports.sheets import EVENTS
from tests.integration.reports.test_federal_sheets import compared, figures, send
from tests.pages import text_of


def sheet_of(count):
    buffer = io.StringIO()
    rows = csv.writer(buffer, delimiter=";")
    rows.writerow(["Categorie", "Datum", "Beschrijving", "Aantal", "Bedrag"])
    for at in range(count):
        rows.writerow([EVENTS, f"{1 + at % 28:02d}/03/2010", f"Toegang voor groep {at}", 3, "10,00"])
    return buffer.getvalue()


def test_five_thousand_lines_are_compared_page_by_page(world, sign_in):
    network = world.network("Heist")
    world.grant(network, 2010, "federal-old-events", owner=Owner.OCMW, amount_cents=10_000_000)
    client = sign_in(world.coordinator(network))
    client.checks_pages = False
    page, _upload = compared(client, network, sheet_of(5_000), "lang.csv")
    assert figures(page)["Alleen in het blad"] == 5_000
    assert len(page.data) < 300_000


def test_a_sheet_that_is_too_long_is_refused_in_words(world, sign_in):
    network = world.network("Heist")
    client = sign_in(world.coordinator(network))
    answer = send(client, network, sheet_of(LIMITS.rows + 1), "te-lang.csv")
    assert answer.status_code == 422
    assert f"meer dan {LIMITS.rows} rijen" in text_of(answer)


def test_the_statements_of_the_report_do_not_grow_with_its_lines(app, world, counting_statements):
    network = world.network("Heist")
    counts = []
    for first, more in ((0, 2), (2, 40)):
        with world.saving():
            book_lines(network.id, more, first)
        with app.app_context():
            held = db.session.get_one(Network, network.id)
            with counting_statements() as statements:
                federal_report.build(held, YEAR)
            counts.append(len(statements))
    assert counts[0] == counts[1] <= 30
