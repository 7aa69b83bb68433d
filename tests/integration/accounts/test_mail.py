"""Mail through a real SMTP server: encrypted or not, with a password, and when the server does not answer."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from portal.web.mail import send_mail
from tests.factories.post_office import PostOffice
from tests.pages import text_of

PASSWORD = "een geheim: met tekens"


def knows_the_password(_server, _session, _envelope, _mechanism, given) -> AuthResult:
    right = given.login == b"portaal" and given.password == PASSWORD.encode()
    return AuthResult(success=right, handled=right)


@contextmanager
def serving(**settings) -> Iterator[tuple[PostOffice, int]]:
    office = PostOffice()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(office, hostname="localhost", port=port, **settings)
    controller.start()
    try:
        yield office, port
    finally:
        controller.stop()


@pytest.fixture
def certificates(monkeypatch, tmp_path):
    """A certificate of an authority that this machine trusts for the length of a test."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("localhost").configure_cert(context)
    return context


def test_a_mail_arrives_whole(app):
    with serving() as (office, port), app.app_context():
        app.config["MAIL_URL"] = f"smtp://localhost:{port}"
        assert send_mail("ann@heist.example", "Uitnodiging voor het netwerk – €", "Dag Ann,\n\nTot dan: één adres.\n")
    [mail] = office.taken
    assert mail["To"] == "ann@heist.example"
    assert mail["Subject"] == "Uitnodiging voor het netwerk – €"
    assert mail["From"] == app.config["MAIL_FROM"]
    assert mail["Message-ID"]
    assert mail["Date"].datetime is not None
    assert mail.get_content().splitlines() == ["Dag Ann,", "", "Tot dan: één adres."]


def test_a_mail_goes_encrypted_and_with_a_password(app, certificates):
    with (
        serving(
            tls_context=certificates,
            require_starttls=True,
            authenticator=knows_the_password,
            auth_required=True,
            auth_exclude_mechanism=["LOGIN"],
        ) as (office, port),
        app.app_context(),
    ):
        app.config["MAIL_URL"] = f"smtp+starttls://portaal:een%20geheim%3A%20met%20tekens@localhost:{port}"
        assert send_mail("ann@heist.example", "Dag", "Tekst")
        app.config["MAIL_URL"] = f"smtp+starttls://portaal:fout@localhost:{port}"
        assert not send_mail("ann@heist.example", "Dag", "Tekst")
    assert len(office.taken) == 1


def test_a_server_that_nobody_vouches_for_gets_no_mail(app, certificates, monkeypatch):
    monkeypatch.delenv("SSL_CERT_FILE")
    with serving(tls_context=certificates, require_starttls=True) as (office, port), app.app_context():
        app.config["MAIL_URL"] = f"smtp+starttls://localhost:{port}"
        assert not send_mail("ann@heist.example", "Dag", "Tekst")
    assert office.taken == []


def test_a_refused_address_and_a_silent_server_are_told_not_thrown(app):
    with serving() as (office, port), app.app_context():
        app.config["MAIL_URL"] = f"smtp://localhost:{port}"
        assert not send_mail("weg@heist.example", "Dag", "Tekst")
    with app.app_context():
        assert not send_mail("ann@heist.example", "Dag", "Tekst")
    assert office.taken == []


def test_an_invitation_goes_out_through_the_server(app, world, sign_in):
    network = world.network("Heist")
    client = sign_in(world.coordinator(network))
    with serving() as (office, port):
        app.config["MAIL_URL"] = f"smtp://localhost:{port}"
        client.post(f"/networks/{network.slug}/people/invite", data={"email": "nieuw@heist.example", "role": "viewer"})
    [mail] = office.taken
    assert mail["To"] == "nieuw@heist.example"
    assert "/invitation/" in mail.get_content()


def test_a_mail_server_that_is_down_loses_no_invitation(app, world, sign_in):
    network = world.network("Heist")
    client = sign_in(world.coordinator(network))
    app.config["MAIL_URL"] = "smtp://localhost:1"
    people = f"/networks/{network.slug}/people"
    client.post(f"{people}/invite", data={"email": "nieuw@heist.example", "role": "viewer"})
    shown = text_of(client.get(people))
    assert "nieuw@heist.example" in shown
    assert "gaat vanzelf weg" in shown
    with serving() as (office, port):
        app.config["MAIL_URL"] = f"smtp://localhost:{port}"
        client.post(f"/networks/{network.slug}/mail/1/again")
    [mail] = office.taken
    assert "/invitation/" in mail.get_content()


def test_the_folder_of_sent_mail_is_shown_only_on_the_machine_itself(client):
    assert client.get("/mail").status_code == 200
    assert client.get("/mail", environ_overrides={"REMOTE_ADDR": "192.0.2.7"}).status_code == 404


def test_an_address_may_end_with_a_slash(world, sign_in):
    network = world.network("Heist")
    client = sign_in(world.coordinator(network))
    assert client.get("/networks/heist/").status_code == 200
    assert client.get("/networks/heist/2026/balance/").status_code == 200
