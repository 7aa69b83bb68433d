"""Typed text that is kept is for the browser that sent it: nobody can lay a filled-in form before somebody else."""

from __future__ import annotations

from tests.factories.world import PASSWORD
from tests.pages import client_of, text_of

PLANTED = "aanvaller@example.org"


def plant(client, network, **headers):
    """What an attacker sends without a session; where the portal leads to."""
    answer = client.post(
        f"/networks/{network.slug}/people/invite",
        data={"email": PLANTED, "role": "coordinator"},
        headers={name.replace("_", "-"): value for name, value in headers.items()},
    )
    assert answer.status_code == 302
    return client.get(answer.location).request.args["next"]


def test_a_link_to_text_of_another_browser_shows_an_empty_form(app, world, sign_in):
    network = world.network()
    link = plant(client_of(app), network)
    assert "kept=" in link
    page = sign_in(world.coordinator(network)).get(link)
    assert page.status_code == 200
    assert PLANTED not in text_of(page)
    assert PLANTED not in page.get_data(as_text=True)


def test_a_form_on_a_page_of_somebody_else_is_not_kept(app, world):
    network = world.network()
    for site in ("cross-site", "same-site"):
        assert "kept=" not in plant(client_of(app), network, Sec_Fetch_Site=site)
    assert "kept=" in plant(client_of(app), network, Sec_Fetch_Site="same-origin")


def test_who_signs_out_leaves_no_text_behind_for_the_next_on_this_computer(app, world):
    network = world.network()
    first, second = world.coordinator(network), world.coordinator(network)
    client = client_of(app)
    link = plant(client, network)
    client.post("/sign-in", data={"email": first.email, "password": PASSWORD})
    assert PLANTED in client.get(link).get_data(as_text=True)
    client.post("/sign-out")
    client.post("/sign-in", data={"email": second.email, "password": PASSWORD})
    assert PLANTED not in client.get(link).get_data(as_text=True)
