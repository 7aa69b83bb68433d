"""A reader with a link: begins with a button, answers one action at a time, comes back, and reads what became of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from portal.extensions import db
from portal.foundation.clock import now, today
from portal.history.models import Change
from portal.participation import operations as participation
from portal.participation.types import Outcome
from portal.reviews.models import ReviewAnswer, ReviewLink, ReviewRound, ReviewSheet
from portal.reviews.operations import rounds
from portal.reviews.operations.results import hear_readers
from portal.reviews.rules import LONGEST_OWN_WORD, Tally
from portal.reviews.types import Helps
from tests.factories.reviews import answer, close, open_round
from tests.pages import text_of


@pytest.fixture
def held(world):
    return open_round(world, world.network("Heist"))


def answers(app):
    with app.app_context():
        rows = db.session.query(ReviewAnswer).order_by(ReviewAnswer.round_action_id).all()
        return [(one.helps, one.stops, one.fair, one.own_word) for one in rows]


def test_opening_a_link_uses_nothing_and_only_the_button_begins(app, client, held):
    address = f"/read/{held.tokens[0]}"
    for _time in range(3):
        page = client.get(address)
        assert page.status_code == 200
    assert "Heist vraagt jouw mening" in text_of(page)
    assert "Niemand ziet wie wat antwoordt." in text_of(page)
    with app.app_context():
        assert db.session.query(ReviewSheet).count() == 0
    begun = client.post(address)
    assert begun.location == f"{address}/1"
    assert client.post(address).location == f"{address}/1"
    with app.app_context():
        assert db.session.query(ReviewSheet).count() == 1


def test_three_taps_answer_an_action_and_lead_to_the_next(app, client, held):
    address = f"/read/{held.tokens[0]}"
    client.post(address)
    assert "1 van 3" in text_of(client.get(f"{address}/1"))
    gone = client.post(f"{address}/1", data={"helps": "no", "stops": ["money", "transport"], "fair": "yes"})
    assert gone.location == f"{address}/2"
    client.post(f"{address}/2", data={"skip": "1"})
    end = client.post(f"{address}/3", data={"helps": "yes", "fair": "no", "own_word": "مرحبا 🙂"})
    assert end.location == f"{address}/end"
    assert answers(app) == [(Helps.NO, ("money", "transport"), "yes", ""), (Helps.YES, (), "no", "مرحبا 🙂")]
    page = text_of(client.get(f"{address}/end"))
    assert "Dit sloeg je over Actie 2" in page
    with app.app_context():
        assert db.session.query(ReviewSheet).one().finished_at is not None


def test_coming_back_goes_on_at_the_first_open_action(client, held):
    address = f"/read/{held.tokens[0]}"
    client.post(address)
    client.post(f"{address}/1", data={"helps": "yes", "fair": "yes"})
    page = client.get(address)
    assert "Welkom terug. Je antwoordde al op 1 van 3." in text_of(page)
    assert f'href="{address}/2"' in page.get_data(as_text=True)
    again = client.get(f"{address}/1").get_data(as_text=True)
    assert 'value="yes" checked' in again


def test_an_answer_can_be_changed_from_the_end_until_the_round_closes(app, client, held):
    address = f"/read/{held.tokens[0]}"
    client.post(address)
    client.post(f"{address}/1", data={"helps": "yes", "fair": "yes"})
    changed = client.post(f"{address}/1?from=end", data={"helps": "no", "fair": "no"})
    assert changed.location == f"{address}/end"
    assert answers(app) == [(Helps.NO, (), "no", "")]


def test_sending_the_same_answer_twice_changes_nothing(app, client, held):
    address = f"/read/{held.tokens[0]}"
    client.post(address)
    for _time in range(2):
        client.post(f"{address}/1", data={"helps": "yes", "stops": ["nothing"], "fair": "yes"})
    assert answers(app) == [(Helps.YES, ("nothing",), "yes", "")]


def test_a_script_hears_where_to_go_on(client, held):
    address = f"/read/{held.tokens[0]}"
    client.post(address)
    told = client.post(f"{address}/1", data={"helps": "yes"}, headers={"Accept": "application/json"})
    assert told.get_json() == {"next": f"{address}/2"}


def test_without_the_question_about_shame_a_button_goes_on(client, world):
    held = open_round(world, world.network("Heist"), questions=["helps", "stops"])
    client.post(f"/read/{held.tokens[0]}")
    page = client.get(f"/read/{held.tokens[0]}/1").get_data(as_text=True)
    assert "Verder</button>" in page
    assert 'name="fair"' not in page


@pytest.mark.parametrize(
    "sent",
    [
        {"helps": "misschien", "fair": "yes"},
        {"helps": "yes", "fair": "<script>"},
        {"stops": ["money", "zwaartekracht"], "fair": "yes"},
        {"stops": ["nothing", "money"], "fair": "yes"},
        {"own_word": "a" * (LONGEST_OWN_WORD + 1), "fair": "yes"},
        {"own_word": "bel mij op 0470 12 34 56", "fair": "yes"},
        {"own_word": "x" * 50_000, "fair": "yes"},
    ],
)
def test_a_wrong_answer_gets_a_sentence_and_loses_nothing(app, client, held, sent):
    address = f"/read/{held.tokens[0]}"
    client.post(address)
    page = client.post(f"{address}/1", data=sent)
    assert page.status_code == 422
    assert 'role="alert"' in page.get_data(as_text=True)
    assert sent.get("own_word", "") in page.get_data(as_text=True)
    assert answers(app) == []


def test_hostile_words_are_shown_as_words(client, held):
    address = f"/read/{held.tokens[0]}"
    client.post(address)
    client.post(f"{address}/1", data={"own_word": '"><script>alert(1)</script>', "fair": "yes"})
    page = client.get(f"{address}/1").get_data(as_text=True)
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_unknown_revoked_and_too_old_links_give_the_same_page(app, client, world, held):
    with world.saving():
        rounds.revoke_link(db.session.get_one(ReviewLink, held.link_ids[0]), at=now())
    old = open_round(world, world.network("Mechelen", nis="12025"), closes_on=today() - timedelta(days=400))
    pages = [client.get(f"/read/{token}") for token in ("geen-echt-token", held.tokens[0], old.tokens[0])]
    assert [page.status_code for page in pages] == [410, 410, 410]
    texts = {page.get_data(as_text=True).replace(page.request.path, "") for page in pages}
    assert len(texts) == 1


def test_who_guesses_many_links_waits(client, held):
    for number in range(40):
        assert client.get(f"/read/guess-{number}").status_code == 410
    assert client.get("/read/guess-41").status_code == 429


def test_who_guesses_keeps_nobody_else_at_that_address_from_answering(app, client, held):
    address = f"/read/{held.tokens[0]}"
    client.post(address)
    for number in range(41):
        client.get(f"/read/guess-{number}")
    assert client.post(f"{address}/1", data={"helps": "yes", "own_word": "Graag ook op zaterdag."}).status_code == 302
    assert answers(app) == [(Helps.YES, (), None, "Graag ook op zaterdag.")]


def test_readers_get_no_cookie_no_index_and_tell_no_other_site(world, sign_in, client, held):
    coordinator = sign_in(world.coordinator(world.network("Wervik", nis="33029")))
    address = f"/read/{held.tokens[0]}"
    for reader in (client, coordinator):
        for page in (
            reader.get(address),
            reader.post(address),
            reader.get(f"{address}/1"),
            reader.post(f"{address}/1", data={"fair": "yes"}),
            reader.get(f"{address}/end"),
            reader.get("/read/geen-echt-token"),
        ):
            assert page.headers.getlist("Set-Cookie") == []
            assert page.headers["Referrer-Policy"] == "no-referrer"
            assert "noindex" in page.headers["X-Robots-Tag"]
            assert page.headers["Cache-Control"] == "no-store"


def test_the_history_never_names_who_answered(app, world, sign_in, held):
    network = world.network("Wervik", nis="33029")
    account = world.coordinator(network, name="Ann Janssens")
    reader = sign_in(account)
    reader.post(f"/read/{held.tokens[0]}")
    reader.post(f"/read/{held.tokens[0]}/1", data={"helps": "no", "own_word": "te duur", "fair": "yes"})
    with app.app_context():
        assert db.session.query(Change).filter_by(account_id=account.id).count() == 0


def test_an_action_that_is_not_there_leads_back_to_the_beginning(client, held):
    address = f"/read/{held.tokens[0]}"
    assert client.get(f"{address}/1").location == address
    client.post(address)
    for place in ("0", "4", "999999"):
        assert client.post(f"{address}/{place}", data={"fair": "yes"}).location == address


def test_english_stays_in_the_address(client, held):
    page = client.get(f"/read/{held.tokens[0]}?taal=en")
    assert '<html lang="en">' in page.get_data(as_text=True)
    assert client.post(f"/read/{held.tokens[0]}?taal=en").location == f"/read/{held.tokens[0]}/1?taal=en"


def test_after_the_last_day_nothing_is_taken_and_what_was_typed_is_shown(app, client, world, held):
    address = f"/read/{held.tokens[0]}"
    client.post(address)
    with world.saving():
        db.session.get_one(ReviewRound, held.id).closes_on = today() - timedelta(days=1)
    late = client.post(f"{address}/1", data={"own_word": "te laat", "fair": "yes"})
    assert late.status_code == 410
    assert "te laat" in text_of(late)
    assert client.post(address).status_code == 410
    assert "Deze vragen zijn afgesloten" in text_of(client.get(address))
    assert answers(app) == []


def test_before_a_round_opens_its_links_say_so(client, world):
    held = open_round(world, world.network("Heist"), is_open=False)
    assert "Dit begint nog" in text_of(client.get(f"/read/{held.tokens[0]}"))


def test_afterwards_readers_see_what_most_said_and_the_answer_but_no_small_numbers(app, client, world):
    held = open_round(world, world.network("Heist"), actions=2, links=6)
    for number, link_id in enumerate(held.link_ids):
        first = (Helps.NO, ("money",), None, "")
        answer(world, link_id, first, *([(Helps.YES, ("shame",), None, "")] if number < 4 else []))
    close(world, held.id)
    with world.saving():
        about = db.session.get_one(ReviewRound, held.id).actions[0]
        tally = Tally(helps={Helps.NO: 6})
        voice = hear_readers(
            about, network=about.round.network, text="6 mensen.", tally=tally, today=today(), account_id=None
        )
        participation.answer_voice(
            voice, outcome=Outcome.PARTLY_ADOPTED, answer="We maken het goedkoper.", reason="", on=today()
        )
    page = text_of(client.get(f"/read/{held.tokens[0]}"))
    assert "6 mensen antwoordden. De meeste zeggen: dit helpt niet." in page
    assert "Dit houdt mensen tegen: geld." in page
    assert "We maken het goedkoper." in page
    assert "Te weinig mensen antwoordden." in page
    assert "schaamte" not in page
