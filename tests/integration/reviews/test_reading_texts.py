"""Reading a text along, by link without a cookie or with an account: choosing a passage, saying it better."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest

from portal.extensions import db
from portal.foundation.clock import today
from portal.history.models import Change
from portal.participation.types import Speaker
from portal.reviews.models import ReviewRound, ReviewText
from portal.reviews.operations.rounds import close_round, hand_out_links
from portal.reviews.operations.texts import edit_text
from portal.reviews.types import MarkState
from tests.forms import error_beside, values_of
from tests.integration.reviews.conftest import BODY, HARD, Proof
from tests.pages import text_of

ARABIC = "\u0645\u0631\u062d\u0628\u0627 \u0628\u0643\u0645"


def at(words: str) -> str:
    return "?" + urlencode({"start": BODY.index(words), "end": BODY.index(words) + len(words)})


def test_each_sentence_leads_to_its_own_form_and_nothing_sets_a_cookie(proof: Proof) -> None:
    page = proof.reader.get(proof.read())
    html = page.get_data(as_text=True)
    assert "Set-Cookie" not in page.headers
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert html.count('class="reading-text__sentence"') == 5
    assert f"start={BODY.index(HARD)}&amp;end={BODY.index(HARD) + len(HARD)}" in html
    form = proof.reader.get(proof.read("/mark" + at(HARD)))
    assert HARD in text_of(form)
    assert "Set-Cookie" not in form.headers


def test_a_reader_marks_by_link_and_sees_changes_and_takes_back_the_own_marks(proof: Proof) -> None:
    address = proof.read("/mark" + at(HARD))
    values = values_of(proof.reader.get(address))
    assert "csrf_token" not in values
    sent = values | {"why": "Wat is indiening?", "proposal": "Je krijgt geld terug als je het vraagt."}
    answer = proof.reader.post(address, data=sent)
    assert answer.status_code == 302
    assert "Set-Cookie" not in answer.headers
    assert "Dank je wel." in text_of(proof.reader.get(answer.location))
    assert proof.reader.post(address, data=sent).status_code == 302  # a double tap
    (mark,) = proof.marks()
    assert (mark.passage, mark.why, mark.speaker) == (HARD, "Wat is indiening?", Speaker.ASSOCIATION)
    assert BODY[mark.starts_at : mark.ends_at] == HARD
    assert "Wat is indiening?" not in text_of(proof.reader.get(proof.read(token=1)))

    change = proof.read(f"/mark/{mark.id}")
    values = values_of(proof.reader.get(change))
    assert values["why"] == "Wat is indiening?"
    assert proof.reader.post(change, data=values | {"why": "Te moeilijk."}).status_code == 302
    assert proof.marks()[0].why == "Te moeilijk."
    assert proof.reader.post(proof.read(f"/mark/{mark.id}/take-back", token=1)).status_code == 302
    assert proof.marks()[0].withdrawn_at is None
    assert proof.reader.post(proof.read(f"/mark/{mark.id}/take-back")).status_code == 302
    gone = proof.marks()[0]
    assert (gone.why, gone.proposal) == ("", "")
    assert gone.withdrawn_at is not None


def test_a_passage_over_two_paragraphs_is_found_as_a_browser_sends_it(proof: Proof) -> None:
    start, end = BODY.index("\n\n") - 5, BODY.index("\n\n") + 7
    address = proof.read("/mark?" + urlencode({"start": start, "end": end}))
    values = values_of(proof.reader.get(address))
    assert "\n\n" in values["passage"]
    sent = values | {"passage": values["passage"].replace("\n", "\r\n"), "why": "Dit past niet bij elkaar."}
    assert proof.reader.post(address, data=sent).status_code == 302
    (mark,) = proof.marks()
    assert mark.passage == BODY[start:end]


def test_an_expert_with_an_account_marks_as_well_and_stays_nameless_in_the_history(proof: Proof) -> None:
    address = proof.href("/read/mark" + at(HARD))
    assert (
        proof.expert.post(address, data=values_of(proof.expert.get(address)) | {"why": "Moeilijk."}).status_code == 302
    )
    (mark,) = proof.marks()
    assert mark.speaker is Speaker.EXPERT
    assert "Moeilijk." in text_of(proof.expert.get(proof.href("/read")))
    with proof.app.app_context():
        told = db.session.query(Change).filter_by(subject_type="text_mark").one()
        assert told.by == "ervaringsdeskundige"
        assert "Moeilijk." not in str(told.fields)


@pytest.mark.parametrize("query", ["", "?start=5&end=5", "?start=x&end=y", "?start=9999&end=99999", "?start=4&end=-2"])
def test_no_passage_gives_the_text_with_a_sentence_and_no_error(proof: Proof, query: str) -> None:
    answer = proof.reader.get(proof.read("/mark" + query))
    assert answer.status_code == 422
    assert "Kies eerst een stuk van de tekst." in text_of(answer)


@pytest.mark.parametrize("field", ["why", "proposal"])
def test_who_reads_leaves_no_number_but_may_repeat_that_of_the_text(proof: Proof, field: str) -> None:
    address = proof.read("/mark" + at("Bel 015 11 22 33."))
    values = values_of(proof.reader.get(address))
    refused = proof.reader.post(address, data=values | {field: "Bel mij op 0478 12 34 56."})
    assert refused.status_code == 422
    assert "telefoonnummer" in error_beside(refused, field)
    assert proof.reader.post(address, data=values | {field: "Je kan bellen: 015 11 22 33."}).status_code == 302


@pytest.mark.parametrize(("field", "most"), [("why", 1000), ("proposal", 2000)])
def test_fifty_thousand_signs_are_refused_beside_the_field_and_kept(proof: Proof, field: str, most: int) -> None:
    address = proof.read("/mark" + at(HARD))
    refused = proof.reader.post(address, data=values_of(proof.reader.get(address)) | {field: "a" * 50_000})
    assert refused.status_code == 422
    assert str(most) in error_beside(refused, field)
    assert len(values_of(refused)[field]) == 50_000


def test_arabic_emoji_and_script_are_text_and_keep_their_places(proof: Proof) -> None:
    body = f"😀😀 {ARABIC}. <script>alert(1)</script> \U0001f468\u200d\U0001f469 Kom."
    with proof.world.saving():
        text = db.session.get_one(ReviewText, proof.text_id)
        edit_text(text, body=body)
    words = f"{ARABIC}."
    query = "?" + urlencode({"start": body.index(words), "end": body.index(words) + len(words)})
    values = values_of(proof.reader.get(proof.read("/mark" + query)))
    assert values["passage"] == words
    said = {"why": "<b onclick=x>wat</b> 😀", "proposal": ARABIC}
    assert proof.reader.post(proof.read("/mark" + query), data=values | said).status_code == 302
    for page in (proof.reader.get(proof.read()), proof.coordinator.get(proof.href())):
        html = page.get_data(as_text=True)
        assert "<script>alert" not in html
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
        assert "&lt;b onclick=x&gt;" in html
    assert f'<mark class="marked">{words}</mark>' in proof.coordinator.get(proof.href()).get_data(as_text=True)


def test_a_mark_on_a_text_that_changed_meanwhile_is_not_lost(proof: Proof) -> None:
    address = proof.read("/mark" + at(HARD))
    values = values_of(proof.reader.get(address))
    second = values_of(proof.reader.get(proof.read("/mark" + at("Tot dan!"))))
    with proof.world.saving():
        edit_text(db.session.get_one(ReviewText, proof.text_id), body="Nieuw. " + BODY.replace(HARD, "Je krijgt geld."))
    assert proof.reader.post(address, data=values | {"why": "Moeilijk."}).status_code == 302
    assert proof.reader.post(proof.read("/mark" + at("Tot dan!")), data=second | {"why": "Wanneer?"}).status_code == 302
    old, moved = proof.marks()
    text = proof.text()
    assert (old.passage, old.text_version) == (HARD, text.version - 1)
    assert (text.body[moved.starts_at : moved.ends_at], moved.text_version) == ("Tot dan!", text.version)
    assert "Van een vorige versie (1)" in text_of(proof.coordinator.get(proof.href()))


def test_words_that_never_stood_in_the_text_are_no_passage(proof: Proof) -> None:
    address = proof.read("/mark" + at(HARD))
    made_up = values_of(proof.reader.get(address)) | {"passage": "Dit stond er nooit."}
    assert proof.reader.post(address, data=made_up).status_code == 422
    assert proof.marks() == []


def test_when_the_round_is_closed_the_marks_stand_still_and_the_link_says_so(proof: Proof) -> None:
    mark_id = proof.mark()
    address = proof.read("/mark" + at(HARD))
    values = values_of(proof.reader.get(address))
    with proof.world.saving():
        close_round(db.session.get_one(ReviewRound, proof.round_id), on=today())
    page = proof.reader.get(proof.read())
    assert "afgesloten" in text_of(page)
    assert "reading-text__sentence" not in page.get_data(as_text=True)
    refused = proof.reader.post(address, data=values | {"why": "Te laat."})
    assert refused.status_code == 422
    assert "afgesloten" in text_of(refused)
    assert [one.id for one in proof.marks()] == [mark_id]


def test_a_wrong_link_and_a_link_that_nobody_began_with_lead_elsewhere(proof: Proof) -> None:
    assert proof.reader.get("/read/geraden/text").status_code == 410
    assert proof.reader.post("/read/geraden/text/mark", data={"why": "x"}).status_code == 410
    assert proof.reader.get(proof.href("/read")).status_code == 302
    assert proof.sign_in(proof.people["viewer"]).get(proof.href("/read")).status_code == 403


def test_a_reader_is_done_when_saying_so_and_may_come_back(proof: Proof) -> None:
    done = proof.reader.post(proof.read("/finish"))
    assert done.status_code == 302
    assert "Alles was duidelijk" in text_of(proof.reader.get(done.location))
    assert proof.reader.get(proof.read()).status_code == 200


def test_nothing_can_be_changed_once_the_author_decided(proof: Proof) -> None:
    mark_id = proof.mark()
    values = {"version": str(proof.text().version), "reason": "Dat moet zo van de wet."}
    assert proof.coordinator.post(proof.href(f"/marks/{mark_id}/decline"), data=values).status_code == 302
    page = text_of(proof.expert.get(proof.href("/read")))
    assert "niet overgenomen" in page
    assert "Dat moet zo van de wet." in page
    refused = proof.expert.post(proof.href(f"/read/mark/{mark_id}"), data={"why": "Toch."})
    assert refused.status_code == 422
    assert proof.expert.post(proof.href(f"/read/mark/{mark_id}/take-back")).status_code == 422
    assert proof.marks()[0].state is MarkState.NOT_ADOPTED


def test_the_button_of_a_link_to_a_text_leads_to_the_text(proof: Proof) -> None:
    with proof.world.saving():
        held = db.session.get_one(ReviewRound, proof.round_id)
        ((_link, token),) = hand_out_links(held, count=1)
    assert proof.reader.get(f"/read/{token}/text").location == f"/read/{token}"
    begun = proof.reader.post(f"/read/{token}")
    assert begun.status_code == 302
    assert begun.location.endswith(f"/read/{token}/text")
    assert HARD in text_of(proof.reader.get(begun.location))


def test_measuring_the_introduction_of_a_round_keeps_what_was_typed(proof: Proof) -> None:
    address = f"/networks/{proof.network.slug}/reading-rounds/new?text={proof.text_id}"
    values = values_of(proof.coordinator.get(address))
    answer = proof.coordinator.post(address, data=values | {"introduction": "Kom je met ons meelezen?", "measure": "1"})
    assert answer.status_code == 200
    assert "Dit leest heel makkelijk." in text_of(answer)
    assert values_of(answer)["introduction"] == "Kom je met ons meelezen?"
