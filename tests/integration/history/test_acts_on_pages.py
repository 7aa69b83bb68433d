"""What somebody did in one go is one line, on the page of a record and on that of the network."""

from __future__ import annotations

import re

import html5lib
import pytest

from portal.extensions import db
from portal.foundation.actor import Role
from portal.history.models import Change
from portal.history.queries import ACTS_ON_A_PAGE, MOST_TOLD, list_changes, list_recent_acts
from portal.history.recording import Hand, acting
from portal.network.models import Partner
from portal.plans import operations as plans
from portal.plans.models import Action
from tests.pages import text_of

HEADERS = "Omschrijving;Soort;Factuurbedrag met btw;Boekingsdatum;Aantal begunstigden;Bron;Bewijs"


def rows(count: int) -> str:
    lines = (f"Bad {one};individual;42,50;14/03/2025;4;drawing-right;F-{one}" for one in range(1, count + 1))
    return "\n".join([HEADERS, *lines]) + "\n"


def lines_of(answer) -> list[str]:
    """The acts that a page tells, each as the words that stand there without opening anything."""
    document = html5lib.parse(answer.get_data(as_text=True), namespaceHTMLElements=False)
    found = [one for one in document.iter("li") if one.get("class") == "history__change"]
    return [" ".join(" ".join(next(one.iter("p")).itertext()).split()).partition(" · ")[2] for one in found]


def summaries_of(answer) -> list[str]:
    document = html5lib.parse(answer.get_data(as_text=True), namespaceHTMLElements=False)
    return [" ".join("".join(one.itertext()).split()) for one in document.iter("summary")]


@pytest.fixture
def ann(world, sign_in):
    network = world.network("Heist")
    return sign_in(world.coordinator(network, name="Ann"))


def read_in(client, count: int) -> str:
    body = (
        b'--grens\r\nContent-Disposition: form-data; name="file"; filename="uitgaven.csv"\r\n\r\n'
        + rows(count).encode()
        + b"\r\n--grens--\r\n"
    )
    sent = client.post(
        "/networks/heist/2025/import/expenses",
        data=body,
        content_type="multipart/form-data; boundary=grens",
    )
    assert client.post(sent.location + "/save").status_code == 302
    return sent.location


def test_a_list_that_was_read_in_is_one_line(ann):
    read_in(ann, 6)
    answer = ann.get("/networks/heist/history")
    assert lines_of(answer)[0] == "Ann las in: 6 uitgaven uit uitgaven.csv"
    assert len(lines_of(answer)) == 3  # the network and Ann's account come before it
    words = text_of(answer)
    assert "voegde toe: uitgave 1. Bad 1" in words
    assert "voegde toe: toewijzing Vlaams trekkingsrecht" in words


def test_one_row_that_was_read_in_is_one_thing(ann):
    read_in(ann, 1)
    assert lines_of(ann.get("/networks/heist/history"))[0] == "Ann las in: 1 uitgave uit uitgaven.csv"


def test_a_finding_stands_under_what_the_portal_looked_at_itself(app, world, sign_in):
    network = world.network("Heist")
    expense = world.expense(network, beneficiaries=None)
    answer = sign_in(world.coordinator(network)).get(f"/networks/heist/2025/expenses/{expense.id}")
    with app.app_context():
        told = list_changes("expense", expense.id, network.id)
    count = sum(one.subject_type == "kept_finding" for one in told)
    assert count > 0
    assert lines_of(answer) == ["proef (test) voegde toe: uitgave 1. Toegang zwembad"]
    assert any(one.startswith(f"Wat het portaal zelf nakeek ({count})") for one in summaries_of(answer))
    sentence = next(one.fields["sentence"][1] for one in told if one.subject_type == "kept_finding")
    assert "wording" in sentence
    assert "msgid" not in text_of(answer)


def test_a_record_and_its_parts_that_changed_together_are_one_line(app, world, sign_in):
    network = world.network("Heist")
    partner = world.partner(network, "Sportdienst")
    action = world.action(world.plan(network, 2026), partner, "Zwemmen")
    with world.saving():
        found = db.session.get_one(Action, action.id)
        found.place = "Zwembad"
        plans.set_indicator(found, name="Beurten", target=10)
    answer = sign_in(world.coordinator(network)).get(f"/networks/heist/2026/actions/{action.id}")
    assert lines_of(answer)[0] == "proef (test) veranderde: actie Zwemmen"
    assert "voegde toe: indicator Beurten" in text_of(answer)


def many_acts(world, network, count: int) -> None:
    partner = world.partner(network, "Sportdienst")
    for number in range(count):
        with world.saving():
            db.session.get_one(Partner, partner.id).website = f"https://example.org/{number}"


def test_every_act_is_on_one_page_of_the_history_and_on_one_only(app, world, sign_in):
    network = world.network("Heist")
    many_acts(world, network, 2 * ACTS_ON_A_PAGE + 4)
    client = sign_in(world.coordinator(network))
    address, seen = "/networks/heist/history", []
    for _page in range(9):
        answer = client.get(address)
        body = answer.get_data(as_text=True)
        assert len(lines_of(answer)) <= ACTS_ON_A_PAGE
        seen += re.findall(r"<ins>https://example.org/(\d+)</ins>", body)
        older = re.search(r'rel="next" href="([^"]+)"', body)
        if older is None:
            break
        address = older.group(1)
    assert seen == [str(number) for number in reversed(range(2 * ACTS_ON_A_PAGE + 4))]


def test_a_large_act_is_told_in_part_and_leads_to_all_of_it(app, world, sign_in):
    network = world.network("Heist")
    plan = world.plan(network, 2026)
    with app.app_context(), acting(Hand(None, "Bea", "scherm")):
        for number in range(60):
            db.session.add(
                Action(
                    network_id=network.id,
                    plan_id=plan.id,
                    year=2026,
                    title=f"Actie {number:02d}",
                    track="removing",
                    domain="sport",
                    spending_category="participation",
                )
            )
        db.session.commit()
    client = sign_in(world.coordinator(network))
    answer = client.get("/networks/heist/history")
    body = answer.get_data(as_text=True)
    assert "Bea voegde toe: 60 acties" in lines_of(answer)
    assert len(set(re.findall(r"Actie \d\d", body))) == MOST_TOLD
    assert "Alle 60 veranderingen van dit moment" in body
    all_of_it = re.search(r'href="(/networks/heist/history/\d+)"', body).group(1)
    first, second = client.get(all_of_it), client.get(all_of_it + "?page=2")
    found = re.findall(r"<strong>(Actie \d\d)</strong>", first.get_data(as_text=True) + second.get_data(as_text=True))
    assert found == [f"Actie {number:02d}" for number in range(60)]
    assert "Bea" in text_of(first)


def test_an_act_of_another_network_does_not_exist(app, world, sign_in):
    network, other = world.network("Heist"), world.network("Mechelen", "12025")
    with app.app_context():
        foreign = db.session.query(Change).filter_by(network_id=other.id).first().id
    client = sign_in(world.coordinator(network))
    assert client.get(f"/networks/heist/history/{foreign}").status_code == 404
    assert sign_in(world.account(network, Role.VIEWER)).get("/networks/heist/history/1").status_code == 403


def test_the_history_asks_as_many_statements_of_many_acts_as_of_few(app, world, counting_statements):
    network = world.network("Heist")
    counts = []
    for number in (1, 40):
        with world.saving():
            db.session.get_one(type(network), network.id).introduction = f"Versie {number}"
        many_acts(world, world.network(f"Netwerk {number}"), 1)
        with app.app_context(), counting_statements() as statements:
            page = list_recent_acts(network.id)
        counts.append(len(statements))
    assert page.acts
    assert counts == [2, 2]


def test_what_was_saved_in_one_transaction_has_one_moment(app, world):
    network = world.network("Heist")
    with world.saving():
        first = db.session.get_one(type(network), network.id)
        first.introduction = "Een"
        db.session.flush()
        first.origin = "Twee"
    with world.saving():
        db.session.get_one(type(network), network.id).introduction = "Drie"
    with app.app_context():
        last, *same = [one.at for one in list_changes("network", network.id, network.id)][:3]
    assert same[0] == same[1] < last
