"""A page that is remembered whole: packed and plain it says the same, and the form's token is each reader's own."""

from __future__ import annotations

import gzip
import re

import pytest

from portal.accounts import operations as accounts
from portal.accounts.models import Account, Assignment
from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now
from portal.web.remembering import Memory
from portal.web.whole_pages import RememberedPage

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
PAGES = ("", "/2025/balance", "/2025/complementarity", "/2025/voice", "/2025/expenses")


@pytest.mark.parametrize("html", ["geen plaats", "a[t]b", "[t]", "é" * 5000 + "[t]" + "x" * 5000 + "[t]", "[t][t]"])
def test_a_packed_page_is_the_plain_page(html):
    page = RememberedPage(html, "[t]")
    expected = html.replace("[t]", "een-ander-teken").encode()
    assert page.plain(b"een-ander-teken") == expected
    assert gzip.decompress(page.gzipped(b"een-ander-teken")) == expected


@pytest.mark.parametrize("page", PAGES)
def test_a_second_view_says_the_same_with_a_token_of_its_own(world, sign_in, page):
    network = world.network()
    coordinator = world.coordinator(network)
    address = f"/networks/{network.slug}{page}"
    first, second = sign_in(coordinator), sign_in(coordinator)
    second.checks_pages = False  # it reads no packed pages
    pages = [first.get(address), second.get(address), second.get(address, headers={"Accept-Encoding": "gzip"})]
    texts = [pages[0].text, pages[1].text, gzip.decompress(pages[2].data).decode()]
    tokens = [TOKEN.findall(text) for text in texts]
    assert tokens[0]
    assert tokens[0] != tokens[1]
    assert TOKEN.sub("", texts[0]) == TOKEN.sub("", texts[1]) == TOKEN.sub("", texts[2])
    for client, found in ((first, tokens[0]), (second, tokens[1])):
        with client.session_transaction() as session:
            assert session["csrf_token"]
        assert len(set(found)) == 1


def test_another_reader_and_a_change_make_a_page_anew(world, sign_in):
    network = world.network()
    one, other = world.coordinator(network, name="Ann Peeters"), world.coordinator(network, name="Bob Claes")
    address = f"/networks/{network.slug}/2025/expenses"
    assert "Ann Peeters" in sign_in(one).get(address).text
    assert "Ann Peeters" not in sign_in(other).get(address).text
    world.grant(network)
    world.expense(network, 2025, description="Toegang tot de ijspiste")
    assert "Toegang tot de ijspiste" in sign_in(one).get(address).text


@pytest.mark.parametrize("page", PAGES)
def test_who_loses_a_role_loses_the_remembered_page_at_once(world, sign_in, page):
    network = world.network()
    viewer = world.account(network, Role.VIEWER)
    client, address = sign_in(viewer), f"/networks/{network.slug}{page}"
    assert [client.get(address).status_code for _time in range(2)] == [200, 200]
    with world.saving():
        accounts.end_assignment(db.session.query(Assignment).filter_by(account_id=viewer.id).one(), at=now())
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("values", [{"session_mark": "another"}, {"is_active_account": False}])
def test_a_session_that_was_ended_gets_no_remembered_page(world, sign_in, values):
    network = world.network()
    coordinator = world.coordinator(network)
    client, address = sign_in(coordinator), f"/networks/{network.slug}/2025/expenses"
    assert [client.get(address).status_code for _time in range(2)] == [200, 200]
    with world.saving():
        for name, value in values.items():
            setattr(db.session.get_one(Account, coordinator.id), name, value)
    assert client.get(address).status_code == 302


def test_a_remembered_page_ends_with_an_idle_session(world, sign_in):
    network = world.network()
    client, address = sign_in(world.coordinator(network)), f"/networks/{network.slug}/2025/expenses"
    assert [client.get(address).status_code for _time in range(2)] == [200, 200]
    with client.session_transaction() as session:
        session["seen"] -= 24 * 3600
    assert client.get(address).status_code == 302


def test_a_remembered_page_of_one_network_opens_no_other(world, sign_in):
    network, elsewhere = world.network(), world.network("Mechelen", nis="12025")
    inside, stranger = sign_in(world.coordinator(network)), sign_in(world.coordinator(elsewhere))
    address = f"/networks/{network.slug}/2025/expenses"
    assert inside.get(address).status_code == 200
    assert stranger.get(address).status_code == 404
    assert inside.get(f"/networks/{elsewhere.slug}/2025/expenses").status_code == 404


def test_a_message_is_shown_once(world, sign_in):
    network = world.network()
    client = sign_in(world.coordinator(network))
    address = f"/networks/{network.slug}/2025/expenses"
    client.get(address)
    with client.session_transaction() as session:
        session["_flashes"] = [("success", "Alles is bewaard.")]
    assert "Alles is bewaard." in client.get(address).text
    assert "Alles is bewaard." not in client.get(address).text


def test_the_memory_lets_go_of_what_was_used_longest_ago_when_it_is_full():
    memory = Memory(most=10, most_bytes=100)
    memory.keep("first", "x" * 60)
    memory.keep("second", "x" * 30)
    assert memory.get("first") is not None
    memory.keep("third", "x" * 30)
    assert memory.get("second") is None
    assert memory.get("first") is not None
    memory.keep("first", "y")
    memory.keep("fourth", "x" * 60)
    assert [memory.get(key) is not None for key in ("first", "third", "fourth")] == [True, True, True]
