"""Addresses and headers that no browser makes: a page that says so, never an error of ours."""

from __future__ import annotations

import pytest

TOO_LARGE = (2**31, 2**63, 10**24)


@pytest.mark.parametrize("number", TOO_LARGE)
@pytest.mark.parametrize(
    "page",
    [
        "2025/actions/{}",
        "2025/expenses/{}",
        "2025/expenses/{}/proofs/1",
        "2025/grants/{}/edit",
        "2025/contributions/{}",
        "voices/{}",
        "partners/{}",
        "plans/{}",
        "history/{}",
        "imports/{}",
        "{}/actions",
        "{}/balance",
    ],
)
def test_a_number_that_no_key_can_be_leads_nowhere(world, sign_in, page, number):
    network = world.network()
    client = sign_in(world.coordinator(network))
    assert client.get(f"/networks/{network.slug}/{page.format(number)}").status_code == 404


@pytest.mark.parametrize("slug", ["a%00b", "%ff", "%ED%A0%80", "h%C3%A9ist", "a" * 3000])
def test_a_network_with_an_impossible_name_does_not_exist(world, sign_in, slug):
    client = sign_in(world.coordinator(world.network()))
    assert client.get(f"/networks/{slug}").status_code == 404
    assert client.get(f"/api/v1/networks/{slug}/2025/balance").status_code == 404


@pytest.mark.parametrize("name", ["%00", "a" * 3000, "..%2f..%2fconfig.py", "../config.py", "css", "%ff"])
def test_a_static_file_that_cannot_be_does_not_exist(client, name):
    assert client.get(f"/assets/123456789012/{name}").status_code == 404


@pytest.mark.parametrize("referrer", ["http://[bad", "http://[::1", "//", "\x7f"])
def test_a_form_without_a_session_from_an_impossible_page_leads_to_signing_in(client, world, referrer):
    network = world.network()
    answer = client.post(
        f"/networks/{network.slug}/voices/record", data={"text": "Iets"}, headers={"Referer": referrer}
    )
    assert answer.status_code == 302
    assert answer.location.startswith("/sign-in?next=/networks/")
