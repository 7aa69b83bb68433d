"""The read API: the promised fields, the reader's rights, and figures computed by hand."""

from __future__ import annotations

import jsonschema
import pytest

from portal.foundation.actor import Role
from portal.funding.types import Owner
from portal.plans.types import Share


@pytest.fixture
def furnished(world):
    """Two partners: one leads two actions, the other carries half of one; money on two streams."""
    network = world.network("Heist")
    sport, youth = world.partner(network, "Sportdienst"), world.partner(network, "Jeugddienst")
    world.partner(network, "Stil")
    plan = world.plan(network, 2025)
    first = world.action(
        plan, sport, "Zwemmen", shares=[Share(youth.id, 50)], thresholds=("money",), target_groups=("families",)
    )
    world.action(plan, sport, "Lopen")
    world.contribution(first, youth, minutes=150, people_reached=7)
    world.grant(network, 2025, amount_cents=600_000)
    world.grant(network, 2025, "federal-participation", owner=Owner.OCMW, amount_cents=100_000)
    world.expense(network, 2025, {"drawing-right": 10_000}, action_id=first.id)
    return network


def answer_of(client, name, network="heist", **query):
    return client.get(f"/api/v1/networks/{network}/2025/{name}", query_string=query)


def test_balance_counts_what_can_be_counted_by_hand(furnished, sign_in, world):
    answer = answer_of(sign_in(world.coordinator(furnished)), "balance").get_json()
    rows = {row["partner"]: row for row in answer["partners"]}
    assert rows["Sportdienst"]["actions_led"] == 2
    assert rows["Sportdienst"]["actions_carried"] == 1.5
    assert rows["Jeugddienst"]["actions_carried"] == 0.5
    assert rows["Jeugddienst"]["hours"] == 2.5
    assert rows["Jeugddienst"]["people_reached"] == 7
    assert rows["Sportdienst"]["euros"] == "100.00"
    assert rows["Sportdienst"]["share"] == 0.75
    assert answer["without_action"] == ["Stil"]
    # H = -(0.75 ln 0.75 + 0.25 ln 0.25) = 0.562335; ln 3 = 1.098612
    assert answer["evenness"] == pytest.approx(0.562335 / 1.098612, abs=1e-5)
    assert answer["largest_share"] == 0.75
    assert answer["largest_share_of"] == ["Sportdienst"]


def test_complementarity_follows_the_euro_to_the_threshold(furnished, sign_in, world):
    answer = answer_of(sign_in(world.coordinator(furnished)), "complementarity").get_json()
    first = answer["flows"][0]
    assert (first["from"]["key"], first["to"]["title"], first["euros"]) == (
        "drawing-right",
        "Zwemmen",
        "100.00",
    )
    covered = [cell for cell in answer["coverage"] if cell["state"] == "one"]
    assert [(cell["threshold"], cell["target_group"], cell["actions"]) for cell in covered] == [
        ("money", "families", ["Zwemmen"])
    ]
    assert {"threshold": "money", "target_group": "seniors"} in answer["gaps"]
    assert answer["missed_potential"]["total"] == "100.00"


def test_funding_stands_side_by_side_with_two_decimals(furnished, sign_in, world):
    answer = answer_of(sign_in(world.coordinator(furnished)), "funding").get_json()
    stream = next(row for row in answer["streams"] if row["stream"] == "drawing-right")
    assert stream == {
        "stream": "drawing-right",
        "granted": "6000.00",
        "planned": "0.00",
        "committed": "100.00",
        "spent": "100.00",
        "justified": "0.00",
        "left": "5900.00",
        "spend_by": "2025-12-31",
    }
    assert {"rule", "severity", "message", "source", "certainty"} == set(answer["findings"][0])


def test_findings_are_told_in_the_language_that_is_asked(furnished, sign_in, world):
    client = sign_in(world.coordinator(furnished))
    dutch = {row["message"] for row in answer_of(client, "funding").get_json()["findings"]}
    english = {row["message"] for row in answer_of(client, "funding", lang="en").get_json()["findings"]}
    assert dutch
    assert dutch.isdisjoint(english)


@pytest.mark.parametrize("name", ["balance", "complementarity", "funding"])
def test_answers_keep_to_their_description(furnished, sign_in, world, name):
    client = sign_in(world.coordinator(furnished))
    description = client.get("/api/v1/openapi.json").get_json()
    schema = description["paths"][f"/networks/{{slug}}/{{year}}/{name}"]["get"]["responses"]["200"]
    wanted = {**schema["content"]["application/json"]["schema"], "components": description["components"]}
    jsonschema.validate(answer_of(client, name).get_json(), wanted)


@pytest.mark.parametrize("name", ["balance", "complementarity", "funding"])
def test_a_year_without_anything_answers_empty(furnished, sign_in, world, name):
    client = sign_in(world.coordinator(furnished))
    assert client.get(f"/api/v1/networks/heist/2031/{name}").status_code == 200
    assert client.get(f"/api/v1/networks/heist/1999/{name}").status_code == 404


def test_without_session_or_token_nothing_is_answered(furnished, client):
    answer = answer_of(client, "balance")
    assert answer.status_code == 401
    assert answer.get_json()["error"]["status"] == 401


def test_a_personal_token_opens_what_its_owner_may_read(furnished, sign_in, client, world):
    owner = sign_in(world.account(furnished, Role.VIEWER))
    page = owner.post("/account/tokens", data={"name": "Excel"}).get_data(as_text=True)
    token = page.partition('<code class="secret">')[2].partition("<")[0]
    headers = {"Authorization": f"Bearer {token}"}
    assert client.get("/api/v1/networks/heist/2025/balance", headers=headers).status_code == 200
    assert client.get("/networks/heist/partners", headers=headers).status_code == 302  # a token reads the API alone
    owner.post("/account/tokens/1/revoke")
    assert client.get("/api/v1/networks/heist/2025/balance", headers=headers).status_code == 401


def test_an_expert_sees_no_money_in_the_api_or_on_the_dashboards(furnished, sign_in, world):
    client = sign_in(world.account(furnished, Role.EXPERT))
    assert [answer_of(client, name).status_code for name in ("balance", "complementarity", "funding")] == [403] * 3
    for name in ("balance", "complementarity"):
        page = client.get(f"/networks/heist/2025/{name}").get_data(as_text=True)
        assert "€" not in page
        assert "uro" not in page.replace("neuro", "")


@pytest.mark.parametrize("dashboard", ["balance", "complementarity"])
def test_every_figure_of_a_dashboard_is_answered_as_the_browser_draws_it(furnished, sign_in, world, dashboard):
    client = sign_in(world.coordinator(furnished))
    page = client.get(f"/networks/heist/2025/{dashboard}").get_data(as_text=True)
    addresses = [part.partition('"')[0] for part in page.split('data-chart="')[1:]]
    assert addresses
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert set(answer.get_json()) >= {"data", "layout"}


def test_a_figure_nobody_knows_does_not_exist(furnished, sign_in, world):
    client = sign_in(world.coordinator(furnished))
    assert client.get("/networks/heist/2025/figures/balance/unknown.json").status_code == 404
    assert client.get("/networks/heist/2025/figures/unknown/carried.json").status_code == 404


def test_a_stranger_finds_nothing(furnished, sign_in, world):
    client = sign_in(world.coordinator(world.network("Mechelen", nis="12025")))
    for name in ("balance", "complementarity", "funding"):
        assert answer_of(client, name).status_code == 404


def test_what_is_remembered_is_forgotten_when_something_changes(furnished, sign_in, world):
    client = sign_in(world.coordinator(furnished))
    before = answer_of(client, "funding").get_json()["streams"][0]["spent"]
    world.expense(furnished, 2025, {"drawing-right": 5_000}, invoice_cents=5_000)
    after = answer_of(client, "funding").get_json()["streams"][0]["spent"]
    assert (before, after) == ("100.00", "150.00")


def test_an_overlap_is_described_to_the_last_key(furnished, sign_in, world):
    description = sign_in(world.coordinator(furnished)).get("/api/v1/openapi.json").get_json()
    wanted = {"$ref": "#/components/schemas/SameCost", "components": description["components"]}
    same = {"kind": "same_cost", "expenses": [1, 2], "description": "Zwemmen", "double": "10.00"}
    jsonschema.validate(same, wanted)
    for wrong in ({**same, "double": "10"}, {**same, "more": 1}, {"kind": "same_cost"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, wanted)


def test_sources_are_told_in_the_language_that_was_asked(furnished, sign_in, world):
    client = sign_in(world.coordinator(furnished))
    dutch, english = (
        {one["source"] for one in client.get(f"/api/v1/networks/heist/2025/funding?lang={code}").get_json()["findings"]}
        for code in ("nl", "en")
    )
    assert dutch
    assert not {"Afspraak van het portaal"} & english
