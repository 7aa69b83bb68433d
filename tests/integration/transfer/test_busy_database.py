"""While somebody saves a long list, whoever waits too long is told so in words, and keeps what was typed."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape

import pytest
from sqlalchemy import event, select, text

from portal.extensions import db
from portal.network.models import Partner
from portal.web.busy import busy_page
from tests.pages import text_of

TYPED = {
    "name": "Sport & bewegen <b>",
    "kind": "sport",
    "purposes": ["guiding", "offering"],
    "note": "een\ntwee",
    "role": "required",
    "starts_on": "2024-01-01",
}


@pytest.fixture
def impatient(app) -> Iterator[None]:
    """Whoever waits for the database waits a moment instead of a quarter of a minute."""

    def shorten(connection, _record, _proxy) -> None:
        on_sqlite = isinstance(connection, sqlite3.Connection)
        cursor = connection.cursor()
        cursor.execute("PRAGMA busy_timeout=100" if on_sqlite else "SET lock_timeout = '100ms'")
        cursor.close()
        if not on_sqlite:
            connection.commit()

    with app.app_context():
        engine = db.engine
    event.listen(engine, "checkout", shorten)
    yield
    event.remove(engine, "checkout", shorten)
    engine.dispose()


@pytest.fixture
def somebody_saves(app, impatient):
    """A long list is being saved, by another connection."""

    @contextmanager
    def saving(network_id: int) -> Iterator[None]:
        with app.app_context():
            engine = db.engine
        with engine.connect() as other:
            other.execute(text("UPDATE revision SET number = number + 1 WHERE scope = :scope"), {"scope": network_id})
            yield
            other.rollback()

    return saving


def hidden(page) -> list[tuple[str, str]]:
    html = page.get_data(as_text=True)
    found = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)">', html)
    return [(name, unescape(value)) for name, value in found if name != "csrf_token"]


def test_who_waits_too_long_gets_a_sentence_and_sends_the_same_form_again(app, desk, sport, somebody_saves):
    where = desk.href("partners/invite", None)
    with somebody_saves(desk.network.id):
        answer = desk.client.post(where, data=TYPED)
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "20"
    words = text_of(answer)
    assert "Het portaal is even bezig" in words
    assert "Het is ook niet weg" in words
    assert f'action="{where}"' in answer.get_data(as_text=True)
    sent: dict[str, list[str]] = {}
    for name, value in hidden(answer):
        sent.setdefault(name, []).append(value.replace("\r\n", "\n"))
    assert sent == {name: value if isinstance(value, list) else [value] for name, value in TYPED.items()}
    assert desk.client.post(where, data=sent).status_code == 302
    with app.app_context():
        assert db.session.scalars(select(Partner.name).order_by(Partner.id)).all() == ["Sportdienst", TYPED["name"]]


def test_nothing_of_a_form_that_had_to_wait_too_long_is_saved(app, desk, sport, somebody_saves):
    with somebody_saves(desk.network.id):
        desk.client.post(desk.href("partners/invite", None), data=TYPED)
    with app.app_context():
        assert db.session.scalars(select(Partner.name)).all() == ["Sportdienst"]


def test_pages_are_read_while_somebody_saves(desk, sport, somebody_saves):
    with somebody_saves(desk.network.id):
        assert desk.client.get(desk.href(f"partners/{sport.id}", None)).status_code == 200


def test_a_file_that_had_to_wait_is_asked_again(desk, sport, somebody_saves):
    with somebody_saves(desk.network.id):
        answer = desk.send("partners", "Naam;Soort;Rol;Lid vanaf\nBib;library;required;01/01/2024\n")
    assert answer.status_code == 503
    words = text_of(answer)
    assert "Er is niets bewaard" in words
    assert "Een bestand kies je opnieuw" in words
    assert hidden(answer) == []


def test_ticks_need_no_database_that_is_free(desk, sport, somebody_saves):
    body = "Naam;Soort;Rol;Lid vanaf\nBib;library;required;01/01/2024\nFout;x;required;01/01/2024\n"
    here = desk.send("partners", body).location
    with somebody_saves(desk.network.id):
        assert desk.client.post(here + "/rows", data={"shown": "3", "row": "3"}).status_code == 302
    assert 'value="3" checked' in desk.client.get(here).get_data(as_text=True)


def test_a_password_is_never_put_in_the_page(app):
    with app.test_request_context("/sign-in", method="POST", data={"email": "an@x.example", "password": "geheim"}):
        answer = busy_page()
    page = answer.get_data(as_text=True)
    assert "geheim" not in page
    assert "an@x.example" not in page
    assert "Er is niets bewaard" in page
