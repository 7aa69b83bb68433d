"""Signing in, staying signed in, and what is kept when a session ends."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from portal.accounts.models import Account, Assignment, PasswordReset
from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now
from portal.web.kept_input import KeptInput
from portal.web.mail import list_letters
from tests.factories.world import PASSWORD
from tests.pages import text_of


def sign_in_form(email: str, password: str = PASSWORD, **extra: str) -> dict[str, str]:
    return {"email": email, "password": password, **extra}


def test_the_right_password_opens_the_only_network(client, world):
    network = world.network("Heist")
    account = world.coordinator(network)
    answer = client.post("/sign-in", data=sign_in_form(account.email))
    assert answer.status_code == 302
    assert client.get("/").headers["Location"] == "/networks/heist"


def test_capitals_and_spaces_in_the_address_do_not_matter(client, world):
    account = world.account()
    assert client.post("/sign-in", data=sign_in_form(f" {account.email.upper()} ")).status_code == 302


def test_a_wrong_password_says_so_without_saying_which_part(client, world):
    account = world.account()
    wrong = client.post("/sign-in", data=sign_in_form(account.email, "niet dit wachtwoord"))
    unknown = client.post("/sign-in", data=sign_in_form("niemand@example.org", "niet dit wachtwoord"))
    assert wrong.status_code == unknown.status_code == 401
    assert "klopt niet" in text_of(wrong)
    assert "klopt niet" in text_of(unknown)


def test_after_five_wrong_passwords_even_the_right_one_waits(client, world):
    account = world.account()
    for _attempt in range(5):
        client.post("/sign-in", data=sign_in_form(account.email, "fout fout fout"))
    answer = client.post("/sign-in", data=sign_in_form(account.email))
    assert answer.status_code == 429
    assert "Te veel pogingen" in text_of(answer)


def test_another_account_behind_the_same_address_can_still_sign_in(client, world):
    first, second = world.account(), world.account()
    for _attempt in range(5):
        client.post("/sign-in", data=sign_in_form(first.email, "fout fout fout"))
    assert client.post("/sign-in", data=sign_in_form(second.email)).status_code == 302


def test_signing_in_never_sends_people_to_another_site(client, world):
    account = world.account()
    for elsewhere in ("https://kwaad.example", "//kwaad.example", "/\\kwaad.example", "javascript:alert(1)"):
        answer = client.post("/sign-in", data=sign_in_form(account.email, next=elsewhere))
        assert answer.headers["Location"] == "/"
        client.post("/sign-out")


def test_a_page_asked_before_signing_in_comes_after_it(client, world):
    network = world.network("Heist")
    account = world.coordinator(network)
    asked = client.get("/networks/heist/partners?kind=sport")
    assert asked.status_code == 302
    assert asked.headers["Location"].startswith("/sign-in?next=")
    answer = client.post("/sign-in", data=sign_in_form(account.email, next="/networks/heist/partners?kind=sport"))
    assert answer.headers["Location"] == "/networks/heist/partners?kind=sport"


def test_signing_out_ends_the_session(sign_in, world):
    client = sign_in(world.account())
    assert client.get("/account").status_code == 200
    client.post("/sign-out")
    assert client.get("/account").status_code == 302


def test_a_session_ends_after_half_an_hour_without_use(sign_in, world, monkeypatch):
    client = sign_in(world.account())
    later = now() + timedelta(minutes=31)
    monkeypatch.setattr("portal.accounts.sessions.now", lambda: later)
    assert client.get("/account").status_code == 302


def test_a_session_ends_after_twelve_hours_whatever_happens(sign_in, world, monkeypatch):
    client = sign_in(world.account())
    start = now()
    for minutes in range(25, 12 * 60, 25):
        monkeypatch.setattr("portal.accounts.sessions.now", lambda moment=start + timedelta(minutes=minutes): moment)
        assert client.get("/account").status_code == 200
    monkeypatch.setattr("portal.accounts.sessions.now", lambda: start + timedelta(hours=12, minutes=1))
    assert client.get("/account").status_code == 302


def test_signing_out_everywhere_ends_sessions_on_other_devices(sign_in, world):
    account = world.account()
    phone, desk = sign_in(account), sign_in(account)
    desk.post("/account/sessions/end")
    assert phone.get("/account").status_code == 302


def test_text_typed_in_an_ended_session_is_back_after_signing_in(client, world):
    network = world.network("Heist")
    account = world.coordinator(network)
    typed = {
        "name": "Vrije vogels vzw",
        "note": "Een lange tekst 🎈 مرحبا",
        "kind": "club",
        "purposes": ["guiding", "offering"],
    }
    answer = client.post("/networks/heist/partners/invite", data=typed)
    assert answer.status_code == 302
    signing_in = client.get(answer.headers["Location"])
    assert "je tekst is bewaard" in text_of(signing_in)
    back = signing_in.request.args["next"]
    answer = client.post("/sign-in", data=sign_in_form(account.email, next=back))
    form = client.get(answer.headers["Location"]).get_data(as_text=True)
    assert 'value="Vrije vogels vzw"' in form
    assert "Een lange tekst 🎈 مرحبا" in form
    assert form.count("checked") == 2


def test_passwords_are_never_kept_with_typed_text(client, world, app):
    world.account()
    client.post("/account", data={"current": "geheim-woord-1", "password": "geheim-woord-2", "name": "x"})
    with app.app_context():
        kept = " ".join(row.fields for row in db.session.query(KeptInput))
    assert "geheim-woord-2" not in kept
    assert "geheim-woord-1" not in kept


def test_a_form_without_its_proof_is_refused(app, sign_in, world):
    app.config["WTF_CSRF_ENABLED"] = True
    try:
        client = sign_in(world.account())
        answer = client.post("/account/sessions/end", data={})
        assert answer.status_code == 400
        assert client.get("/account").status_code == 200
    finally:
        app.config["WTF_CSRF_ENABLED"] = False


def reset_link(app: Any) -> str:
    with app.app_context():
        text = list_letters()[0].text
    return next(word for word in text.split() if "/password/new/" in word).partition("localhost")[2]


def test_a_forgotten_password_is_replaced_through_a_mail_that_works_once(app, client, world):
    account = world.account()
    assert "Kijk in je mailbox" in text_of(client.post("/password/ask", data={"email": account.email}))
    link = reset_link(app)
    chosen = {"password": "een heel nieuw wachtwoord", "repeated_password": "een heel nieuw wachtwoord"}
    assert client.get(link).status_code == 200
    assert client.post(link, data=chosen).status_code == 302
    assert client.get(link).status_code == 410
    assert client.post("/sign-in", data=sign_in_form(account.email)).status_code == 401
    assert client.post("/sign-in", data=sign_in_form(account.email, "een heel nieuw wachtwoord")).status_code == 302


def test_asking_again_voids_the_older_link(app, client, world):
    account = world.account()
    client.post("/password/ask", data={"email": account.email})
    older = reset_link(app)
    client.post("/password/ask", data={"email": account.email})
    assert client.get(older).status_code == 410
    assert client.get(reset_link(app)).status_code == 200


def test_asking_for_an_unknown_address_looks_the_same_and_sends_nothing(app, client):
    answer = client.post("/password/ask", data={"email": "niemand@example.org"})
    assert "Kijk in je mailbox" in text_of(answer)
    with app.app_context():
        assert list_letters() == []


def test_no_more_than_three_reset_mails_an_hour(app, client, world):
    account = world.account()
    for _time in range(6):
        client.post("/password/ask", data={"email": account.email})
    with app.app_context():
        assert len(list_letters()) == 3


def test_a_short_password_is_refused_beside_the_field(app, client, world):
    account = world.account()
    client.post("/password/ask", data={"email": account.email})
    answer = client.post(reset_link(app), data={"password": "kort", "repeated_password": "kort"})
    assert answer.status_code == 422
    assert "minstens 12 tekens" in text_of(answer)


def test_secrets_of_links_are_stored_hashed(app, client, world):
    account = world.account()
    client.post("/password/ask", data={"email": account.email})
    token = reset_link(app).rpartition("/")[2]
    with app.app_context():
        stored = db.session.query(PasswordReset).one().token_hash
    assert token not in stored
    assert len(stored) == 64


def test_an_invited_partner_comes_in_bound_to_one_organisation(app, sign_in, client, world):
    network = world.network("Heist")
    partner = world.partner(network, "Sportdienst")
    coordinator = sign_in(world.coordinator(network))
    sent = coordinator.post(
        "/networks/heist/people/invite",
        data={
            "email": "nieuw@example.org",
            "name": "Nieuw",
            "role": "partner",
            "partner_id": str(partner.id),
        },
    )
    assert sent.status_code == 302
    with app.app_context():
        text = list_letters()[0].text
    link = next(word for word in text.split() if "/invitation/" in word).partition("localhost")[2]
    assert "Sportdienst" in text_of(client.get(link))
    welcome = client.post(link, data={"name": "Nieuw", "password": "een goed lang wachtwoord"})
    assert welcome.headers["Location"] == "/networks/heist"
    with app.app_context():
        account = db.session.query(Account).filter_by(email="nieuw@example.org").one()
        assert [(held.role, held.partner_id) for held in account.assignments] == [(Role.PARTNER, partner.id)]
    assert client.get(link).status_code == 410


def test_a_partner_invitation_without_organisation_is_refused(sign_in, world):
    network = world.network("Heist")
    coordinator = sign_in(world.coordinator(network))
    answer = coordinator.post("/networks/heist/people/invite", data={"email": "nieuw@example.org", "role": "partner"})
    assert answer.status_code == 422
    assert "Kies de organisatie" in text_of(answer)


def test_a_revoked_invitation_lets_nobody_in(app, sign_in, client, world):
    network = world.network("Heist")
    coordinator = sign_in(world.coordinator(network))
    coordinator.post("/networks/heist/people/invite", data={"email": "nieuw@example.org", "role": "viewer"})
    with app.app_context():
        text = list_letters()[0].text
    link = next(word for word in text.split() if "/invitation/" in word).partition("localhost")[2]
    coordinator.post("/networks/heist/people/invitations/1/revoke")
    assert client.get(link).status_code == 410


def test_somebody_whose_role_ended_finds_no_network(app, sign_in, world):
    network = world.network("Heist")
    viewer = world.account(network, Role.VIEWER)
    coordinator = sign_in(world.coordinator(network))
    client = sign_in(viewer)
    assert client.get("/networks/heist/partners").status_code == 200
    with app.app_context():
        assignment = db.session.query(Assignment).filter_by(account_id=viewer.id).one()
    coordinator.post(f"/networks/heist/people/{assignment.id}/end")
    assert client.get("/networks/heist/partners").status_code == 404


def test_a_coordinator_cannot_end_the_own_role(app, sign_in, world):
    network = world.network("Heist")
    account = world.coordinator(network)
    client = sign_in(account)
    with app.app_context():
        assignment = db.session.query(Assignment).filter_by(account_id=account.id).one()
    assert client.post(f"/networks/heist/people/{assignment.id}/end").status_code == 403


def test_the_language_switch_is_kept(client):
    assert 'lang="nl"' in client.get("/sign-in").get_data(as_text=True)
    client.post("/language", data={"language": "en", "next": "/sign-in"})
    assert 'lang="en"' in client.get("/sign-in").get_data(as_text=True)


def test_an_api_token_is_shown_once_and_stops_working_when_revoked(sign_in, client, world):
    network = world.network("Heist")
    owner = sign_in(world.coordinator(network))
    page = owner.post("/account/tokens", data={"name": "Excel"}).get_data(as_text=True)
    token = page.partition('<code class="secret">')[2].partition("<")[0]
    assert len(token) > 30
    assert token not in owner.get("/account").get_data(as_text=True)
