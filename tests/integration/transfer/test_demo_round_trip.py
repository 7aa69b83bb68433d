"""Every list of the demo networks goes to an empty network and back without a word lost."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from portal.accounts.models import Account
from portal.demo.loading import reload_demo
from portal.extensions import db
from portal.network.models import Network
from portal.plans.models import Plan
from portal.transfer.lists import LISTINGS
from tests.integration.transfer.conftest import Desk
from tests.pages import text_of

LISTS = [
    one.name for one in LISTINGS.values() if one.is_read_in and one.name != "federal-report"
]  # its lines are expenses


@pytest.fixture
def demo_desk(app, sign_in):
    """The demo network of Heist, as its coordinator sees it."""
    with app.app_context():
        reload_demo()
        db.session.commit()
        network = db.session.scalars(select(Network).where(Network.slug == "heist-op-den-berg")).one()
        account = db.session.scalars(select(Account).where(Account.email == "coordinator@heist.example")).one()
    return Desk(network, sign_in(account))


def years_of(app, desk, listing):
    with app.app_context():
        years = db.session.scalars(select(Plan.first_year).where(Plan.network_id == desk.network.id))
        return sorted(set(years)) if LISTINGS[listing].has_year else [None]


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_the_demo_network_goes_to_an_empty_network_and_comes_back_the_same(app, demo_desk, desk_in, file_format):
    empty = desk_in("Leeg", "12014")
    taken = {
        (listing, year): demo_desk.take(listing, file_format, year)
        for listing in LISTS
        for year in years_of(app, demo_desk, listing)
    }
    for (listing, year), body in taken.items():
        saved = empty.save(listing, body, f"lijst.{file_format}", year)
        assert saved.status_code == 302, (listing, year, text_of(saved)[:2000])
    for listing, year in taken:
        assert empty.take(listing, "csv", year) == demo_desk.take(listing, "csv", year), (listing, year)


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_reading_in_the_lists_of_the_demo_network_again_changes_nothing(app, demo_desk, file_format):
    for listing in LISTS:
        for year in years_of(app, demo_desk, listing):
            sent = demo_desk.send(listing, demo_desk.take(listing, file_format, year), f"lijst.{file_format}", year)
            words = text_of(demo_desk.client.get(sent.location))
            for told in ("Nieuw 0", "Verandert 0", "Met een fout 0"):
                assert told in words, (listing, year)
