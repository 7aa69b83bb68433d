"""The papers on the screen: the list of a year, one paper, why there is none, and who may read."""

from __future__ import annotations

import re

import pytest

from portal.extensions import db
from portal.network.models import Network
from portal.reports.register import DEFINITIONS
from tests.pages import text_of

KINDS = ["agreement-note", "year-plan", "justification"]


def test_the_list_tells_of_every_paper_what_it_is_for_and_what_is_missing(desk):
    page = desk.coordinator.get(desk.at())
    text = text_of(page)
    for definition in DEFINITIONS:
        assert str(definition.explanation) in text
    assert "De tekst ‘Evaluatie’ is nog niet geschreven." in text
    assert f'href="{desk.at("/justification/texts")}"' in page.text
    assert f'href="{desk.at("/justification.pdf")}"' in page.text


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("who", ["coordinator", "partner", "viewer"])
def test_everybody_who_works_in_the_network_reads_a_paper(desk, kind, who):
    answer = getattr(desk, who).get(desk.at(f"/{kind}"))
    assert answer.status_code == 200
    assert "=Zwemmen & <b>spelen</b>" in text_of(answer)
    assert "<b>spelen" not in answer.text
    assert ("Schrijf de teksten" in answer.text) is (who == "coordinator")


def test_only_a_coordinator_sees_where_something_is_mended(desk):
    assert "justification/texts" in desk.coordinator.get(desk.at("/justification")).text
    assert "justification/texts" not in desk.partner.get(desk.at("/justification")).text


@pytest.mark.parametrize("path", ["", "/justification", "/justification.xlsx", "/justification/texts"])
def test_experts_are_not_asked_to_watch_the_books(desk, path):
    assert desk.expert.get(desk.at(path)).status_code == 403


@pytest.mark.parametrize("path", ["", "/justification", "/justification.xlsx", "/justification/texts"])
def test_for_people_from_elsewhere_there_is_nothing(desk, path, world, sign_in):
    stranger = sign_in(world.coordinator(world.network("Mechelen", nis="12025")))
    assert stranger.get(desk.at(path)).status_code == 404


NOTHING = ["/nothing", "/justification.exe", "/nothing.pdf", "/justification.csv", "/.pdf", "/a.b.pdf"]


@pytest.mark.parametrize("path", NOTHING)
def test_a_paper_or_kind_of_file_that_does_not_exist_is_not_found(desk, path):
    assert desk.coordinator.get(desk.at(path)).status_code == 404


@pytest.mark.parametrize("year", [0, 1999, 2100, 99999])
def test_a_year_without_any_rules_is_not_found(desk, year):
    for path in ("", "/justification", "/justification.pdf", "/justification/texts"):
        assert desk.coordinator.get(desk.at(path, year)).status_code == 404


@pytest.mark.parametrize(
    ("year", "kind", "why"),
    [
        (2005, "justification", "In 2005 is er geen Vlaamse regeling voor lokale netwerken."),
        (2005, "agreement-note", "In 2005 is er geen Vlaamse regeling voor lokale netwerken."),
        (2019, "agreement-note", "De nota van dit netwerk loopt van 2020 tot en met 2026. Voor 2019 is er geen."),
        (2024, "justification", "Voor 2024 staat er nog niets in het portaal: geen acties en geen geld."),
        (2024, "year-plan", "Voor 2024 staat er nog niets in het portaal: geen acties en geen geld."),
    ],
)
def test_a_paper_that_cannot_be_made_says_why(desk, year, kind, why):
    for path in (f"/{kind}", f"/{kind}.pdf", f"/{kind}.docx"):
        answer = desk.coordinator.get(desk.at(path, year))
        assert answer.status_code == 404
        assert why in text_of(answer)
    assert why in text_of(desk.coordinator.get(desk.at("", year)))
    assert desk.coordinator.get(desk.at(f"/{kind}/texts", year)).status_code == 404


def test_from_2027_the_note_has_its_new_form(desk):
    text = text_of(desk.coordinator.get(desk.at("/agreement-note", 2027)))
    assert "Overgangsnota 2027 tot en met 2032" in text
    assert "Omgevingsanalyse" in text


def test_a_network_that_chose_the_supra_local_form_has_that_note(desk, world):
    with world.saving():
        db.session.get_one(Network, desk.network.id).supra_local_from = 2028
    assert "Overgangsnota" in text_of(desk.coordinator.get(desk.at("/agreement-note", 2027)))
    text = text_of(desk.coordinator.get(desk.at("/agreement-note", 2029)))
    assert "Bovenlokale nota vanaf 2028" in text
    assert "Zakelijk plan" in text


def test_a_change_in_the_network_changes_the_paper(desk, world):
    before = text_of(desk.coordinator.get(desk.at("/justification")))
    assert "Tweede uitgave" not in before
    world.expense(desk.network, 2025, description="Tweede uitgave", invoice_cents=1_100, parts={})
    after = text_of(desk.coordinator.get(desk.at("/justification")))
    assert "1 uitgave wordt door geen enkele bron betaald." in after


def test_the_menu_leads_to_the_papers(desk):
    assert f'href="{desk.at()}"' in desk.viewer.get(f"/networks/{desk.network.slug}?year=2025").text
    assert desk.at() not in desk.expert.get(f"/networks/{desk.network.slug}?year=2025").text


def test_a_reader_in_english_gets_amounts_and_language_in_the_english_way(desk):
    desk.coordinator.post("/language", data={"language": "en", "next": "/"})
    page = desk.coordinator.get(desk.at("/justification"))
    assert 'lang="en"' in page.text
    assert re.search(r"€\xa0\d{1,3}(,\d{3})*\.\d\d", page.text)
    assert not re.search(r"€\xa0[\d.]+,\d\d<", page.text)


def test_an_administrator_reads_every_paper(desk, world, sign_in):
    administrator = sign_in(world.account(is_administrator=True))
    for kind in KINDS:
        assert administrator.get(desk.at(f"/{kind}")).status_code == 200
