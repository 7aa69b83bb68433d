"""Links in mail: used once, even at the same moment, and never to a server that the browser named."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier, Event

import pytest
from flask.testing import FlaskClient

from config import Production
from portal.accounts import operations, queries, rules
from portal.accounts.models import Account
from portal.extensions import db
from portal.foundation.actor import Role
from portal.network.models import Network
from portal.web import mail
from tests.factories.world import PASSWORD

AT_ONCE = 4


def reset_token(world, account) -> str:
    with world.saving():
        return operations.start_password_reset(db.session.get_one(Account, account.id), now=datetime.now(UTC))


def test_of_several_who_use_a_link_at_once_one_chooses_the_password(app, world):
    account = world.account()
    page = f"/password/new/{reset_token(world, account)}"
    together = Barrier(AT_ONCE)

    def choose(number: int) -> int:
        client = FlaskClient(app, app.response_class)  # the watchful one listens to every thread
        together.wait()
        password = f"een nieuw wachtwoord {number}"
        return client.post(page, data={"password": password, "repeated_password": password}).status_code

    with ThreadPoolExecutor(AT_ONCE) as pool:
        assert sorted(pool.map(choose, range(AT_ONCE))) == [302, 410, 410, 410]


def test_who_was_shut_out_by_wrong_attempts_gets_in_with_a_new_password(app, world, client):
    account = world.account()
    for _ in range(6):
        refused = client.post("/sign-in", data={"email": account.email, "password": "zomaar iets anders"})
    assert refused.status_code == 429
    new = "een heel ander wachtwoord"
    client.post(f"/password/new/{reset_token(world, account)}", data={"password": new, "repeated_password": new})
    assert client.post("/sign-in", data={"email": account.email, "password": new}).status_code == 302


def test_wrong_passwords_on_an_invitation_count_for_the_day_too(app, world, client):
    network, account = world.network(), world.account()
    with world.saving():
        found = db.session.get_one(Network, network.id)
        _invitation, token = operations.invite_person(
            found, email=account.email, name="", role=Role.VIEWER, partner=None, now=datetime.now(UTC)
        )
    client.post(f"/invitation/{token}", data={"name": "Ann", "password": PASSWORD + "!"})
    with app.app_context():
        for limit in rules.SIGN_IN_LIMITS:
            key = operations.attempt_key(limit, account.email)
            assert queries.count_attempts(key, datetime.now(UTC) - limit.window) == 1


def test_a_slow_mail_server_does_not_tell_who_has_an_account(app, world, client, monkeypatch):
    account, may_go_on, delivered = world.account(), Event(), Event()

    def slow(*_letter, **_more):
        may_go_on.wait(5)
        delivered.set()

    monkeypatch.setattr(mail.Mailbag, "send", slow)
    app.config["MAIL_URL"] = "smtp://localhost:1"
    assert client.post("/password/ask", data={"email": account.email}).status_code == 200
    assert not delivered.is_set()
    may_go_on.set()
    assert delivered.wait(5)


def test_the_portal_for_real_does_not_start_without_its_own_address(monkeypatch, tmp_path):
    monkeypatch.setenv("PORTAL_INSTANCE", str(tmp_path))
    for name in ("SECRET_KEY", "DATABASE_URL", "MAIL_URL"):
        monkeypatch.setenv(name, "sqlite://")
    monkeypatch.delenv("PUBLIC_ADDRESS", raising=False)
    with pytest.raises(SystemExit) as refused:
        Production()
    assert "PUBLIC_ADDRESS" in str(refused.value)
    monkeypatch.setenv("PUBLIC_ADDRESS", "https://portaal.example.org")
    assert Production().PUBLIC_ADDRESS == "https://portaal.example.org"
