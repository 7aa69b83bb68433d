"""The numbers of a figure as a file: what the table says, for who may see it."""

from __future__ import annotations

from portal.foundation.actor import Role


def test_a_figure_is_downloaded_as_its_table(world, sign_in):
    network = world.network("Heist")
    partner = world.partner(network, "=Sportdienst")
    world.action(world.plan(network, 2025), lead=partner)
    answer = sign_in(world.coordinator(network)).get("/networks/heist/2025/figures/balance/partners.csv")
    assert answer.content_type == "text/csv; charset=utf-8"
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="heist-2025-partners.csv"')
    lines = answer.get_data(as_text=True).splitlines()
    assert lines[0].startswith("\ufeffPartner;Sector;")
    assert any(line.startswith("'=Sportdienst;") for line in lines)


def test_who_may_not_see_money_gets_no_euros_and_no_flow(world, sign_in):
    network = world.network("Heist")
    world.action(world.plan(network, 2025), lead=world.partner(network, "Sportdienst"))
    client = sign_in(world.account(network, Role.EXPERT))
    table = client.get("/networks/heist/2025/figures/balance/partners.csv").get_data(as_text=True)
    assert "Euro" not in table
    assert client.get("/networks/heist/2025/figures/complementarity/flow.csv").status_code == 404
    assert client.get("/networks/heist/2025/figures/nothing/partners.csv").status_code == 404
