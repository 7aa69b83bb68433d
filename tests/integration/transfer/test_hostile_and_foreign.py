"""Who may take along and read in what, and what becomes of files that are no honest list."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta

import pytest

from portal.foundation.actor import Role
from tests.integration.transfer.test_reading_in_expenses import GOOD, expenses, file_of
from tests.pages import text_of


@pytest.fixture
def as_role(desk, world, sign_in):
    def client_of(role, partner=None):
        return sign_in(world.account(desk.network, role, partner))

    return client_of


def test_a_viewer_takes_no_contacts_along_and_a_partner_does(desk, world, sport, as_role):
    with_people = as_role(Role.PARTNER, sport).get(desk.href("partners/export.csv", None)).get_data(as_text=True)
    without = as_role(Role.VIEWER).get(desk.href("partners/export.csv", None)).get_data(as_text=True)
    assert "Contactpersonen" in with_people
    assert "Contactpersonen" not in without
    assert "Sportdienst" in without


def test_an_expert_takes_no_money_along(desk, swimming, as_role):
    expert = as_role(Role.EXPERT)
    assert expert.get(desk.href("expenses/export.csv")).status_code == 403
    assert expert.get(desk.href("grants/export.xlsx")).status_code == 403
    taken = expert.get(desk.href("actions/export.csv")).get_data(as_text=True)
    assert "Samen zwemmen" in taken
    assert "Begroot" not in taken
    assert "Begroot" in desk.take("actions").decode()


@pytest.mark.parametrize("role", [Role.PARTNER, Role.EXPERT, Role.VIEWER])
def test_only_coordinators_read_lists_in(desk, sport, as_role, role):
    client = as_role(role, sport if role is Role.PARTNER else None)
    assert client.get(desk.href("import/expenses")).status_code == 403
    assert client.get(desk.href("import/expenses/template.csv")).status_code == 403
    assert client.post(desk.href("import/expenses")).status_code == 403


def test_an_upload_of_another_network_does_not_exist(desk, desk_in, swimming):
    sent = desk.send("expenses", file_of(GOOD))
    elsewhere = desk_in("Mechelen", "12025")
    number = sent.location.rsplit("/", 1)[1]
    for path in ("", "/save", "/columns", "/discard"):
        where = elsewhere.href(f"imports/{number}{path}", None)
        answer = elsewhere.client.get(where) if not path else elsewhere.client.post(where)
        assert answer.status_code == 404


def test_thirty_megabytes_are_refused_with_a_page_that_says_so(desk):
    answer = desk.send("expenses", b"x" * (30 * 1024 * 1024))
    assert answer.status_code == 413


def test_eleven_megabytes_are_refused_beside_the_field(desk):
    answer = desk.send("expenses", b"a;b\n" + b"1;2\n" * (11 * 1024 * 256))
    assert answer.status_code == 413
    assert "te groot" in text_of(answer)


def test_a_zip_bomb_is_refused_before_it_is_unpacked(desk):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("[Content_Types].xml", "<Types/>")
        bomb.writestr("xl/workbook.xml", "<workbook/>")
        bomb.writestr("xl/worksheets/sheet1.xml", b"0" * (200 * 1024 * 1024))
    assert len(packed.getvalue()) < 1024 * 1024
    answer = desk.send("expenses", packed.getvalue(), "bom.xlsx")
    assert answer.status_code == 422


@pytest.mark.parametrize("body", [b"", b"%PDF-1.7 niets", b"\x00\x01\x02" * 50, b"<html><table></table></html>"])
def test_a_file_that_is_no_list_is_refused_with_a_sentence(desk, body):
    answer = desk.send("expenses", body)
    assert answer.status_code == 422
    assert "Kijk dit even na" in text_of(answer)


def test_text_that_looks_like_a_formula_leaves_as_text(desk, world):
    world.expense(desk.network, description='=HYPERLINK("http://kwaad.example")', supplier="@SUM(A1)")
    taken = desk.take("expenses").decode("utf-8-sig")
    assert "'=HYPERLINK" in taken
    assert "'@SUM" in taken
    assert ";=HYPERLINK" not in taken


def test_a_file_that_was_saved_or_thrown_away_is_not_saved_again(app, desk, swimming):
    sent = desk.send("expenses", file_of(GOOD))
    assert desk.client.post(sent.location + "/save").status_code == 302
    assert desk.client.post(sent.location + "/save").status_code == 302
    words = text_of(desk.client.get(sent.location))
    assert "Er is nu niets veranderd" in words
    assert "Je lijst is bewaard" in words
    other = desk.send("expenses", file_of(GOOD.replace("F-1", "F-9")))
    desk.client.post(other.location + "/discard")
    assert "weggegooid" in text_of(desk.client.get(other.location))
    desk.client.post(other.location + "/save")
    for path in ("/rows", "/columns"):
        assert desk.client.post(other.location + path).status_code in (410, 422)
    assert len(expenses(app)) == 1


def test_a_file_of_more_than_a_day_ago_is_asked_again(app, desk, swimming, monkeypatch):
    sent = desk.send("expenses", file_of(GOOD))
    monkeypatch.setattr("portal.transfer.uploads.KEPT_FOR", timedelta(days=-1))
    answer = desk.client.get(sent.location)
    assert answer.status_code == 410
    assert "Kies het opnieuw" in text_of(answer)


def test_a_year_that_does_not_exist_has_no_lists(desk):
    assert desk.client.get(desk.href("import/expenses", 1900)).status_code == 404
    assert desk.client.get(desk.href("expenses/export.csv", 3000)).status_code == 404
    assert desk.client.get(desk.href("expenses/export.pdf")).status_code == 404
