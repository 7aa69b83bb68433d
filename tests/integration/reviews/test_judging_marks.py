"""What the author makes of marks: all side by side, adopted in one step, partly, declined with a reason, or a voice."""

from __future__ import annotations

from portal.extensions import db
from portal.history.models import Change
from portal.participation.models import Voice
from portal.participation.types import Channel
from portal.reviews.models import ReviewText
from portal.reviews.operations.texts import edit_text
from portal.reviews.types import MarkState
from tests.forms import values_of
from tests.integration.reviews.conftest import BODY, HARD, Proof
from tests.pages import text_of


def version(proof: Proof) -> dict[str, str]:
    return {"version": str(proof.text().version)}


def test_the_author_sees_all_marks_side_by_side_with_overlap(proof: Proof) -> None:
    proof.mark(why="Wat is dat?")
    proof.mark(proposal="Je krijgt wat terug.", account_id=proof.people["partner"].id)
    proof.mark("de aanvraag toegekend.\nBel", proposal="", why="Loopt door elkaar.")
    page = proof.coordinator.get(proof.href())
    html, words = page.get_data(as_text=True), text_of(page)
    assert "Wat lezers merkten (2)" in words
    for said in ("Wat is dat?", "Je krijgt geld terug.", "Je krijgt wat terug.", "Loopt door elkaar."):
        assert said in words
    assert 'marked--several">de aanvraag toegekend.</mark>' in html
    assert html.count('id="passage-') - html.count('id="passage-of-') == 2


def test_adopting_puts_the_proposal_in_the_text_and_answers_every_mark_on_that_passage(proof: Proof) -> None:
    one = proof.mark()
    proof.mark(proposal=" je krijgt  GELD terug. ", account_id=proof.people["partner"].id)
    proof.mark(proposal="Anders.", account_id=proof.people["coordinator"].id)
    later = proof.mark("Tot dan!", proposal="Tot ziens!")
    answer = proof.coordinator.post(proof.href(f"/marks/{one}/adopt"), data=version(proof))
    assert answer.status_code == 302
    text = proof.text()
    assert text.body == BODY.replace(HARD, "Je krijgt geld terug.")
    states = [(mark.state, mark.reason) for mark in proof.marks()]
    assert [state for state, _reason in states] == [
        MarkState.ADOPTED,
        MarkState.ADOPTED,
        MarkState.PARTLY_ADOPTED,
        MarkState.OPEN,
    ]
    assert "andere lezer" in states[2][1]
    moved = next(mark for mark in proof.marks() if mark.id == later)
    assert text.body[moved.starts_at : moved.ends_at] == "Tot dan!"
    assert "Bekeken (3)" in text_of(proof.coordinator.get(proof.href()))


def test_the_words_that_a_text_had_stay_in_its_history(proof: Proof) -> None:
    one = proof.mark()
    proof.coordinator.post(proof.href(f"/marks/{one}/adopt"), data=version(proof))
    with proof.app.app_context():
        told = db.session.query(Change).filter_by(subject_type="review_text", kind="changed").one()
        assert told.fields["body"][0] == BODY


def test_two_authors_at_once_lose_nothing(proof: Proof) -> None:
    one, other = proof.mark(), proof.mark("Tot dan!", proposal="Tot ziens!")
    seen = version(proof)
    assert proof.coordinator.post(proof.href(f"/marks/{one}/adopt"), data=seen).status_code == 302
    author = proof.sign_in(proof.people["partner"])
    overtaken = author.post(proof.href(f"/marks/{other}/adopt-partly"), data=seen | {"words": "Tot gauw!"})
    assert overtaken.status_code == 409
    assert "Iemand anders veranderde de tekst net." in text_of(overtaken)
    assert "Tot gauw!" in overtaken.get_data(as_text=True)
    assert "Tot dan!" in proof.text().body
    again = proof.coordinator.post(proof.href(f"/marks/{one}/adopt"), data=version(proof))
    assert again.status_code == 422
    assert "al beslist" in text_of(again)
    assert author.post(proof.href(f"/marks/{other}/adopt-partly"), data=version(proof) | {"words": "Tot gauw!"})
    assert proof.text().body.endswith("Tot gauw!")


def test_a_text_that_was_edited_while_a_proposal_was_adopted_comes_back_with_both(proof: Proof) -> None:
    one = proof.mark()
    form = values_of(proof.coordinator.get(proof.href("/edit")))
    proof.coordinator.post(proof.href(f"/marks/{one}/adopt"), data=version(proof))
    answer = proof.coordinator.post(proof.href("/edit"), data=form | {"body": "Alles nieuw, helemaal nieuw."})
    assert answer.status_code == 409
    assert "Alles nieuw, helemaal nieuw." in answer.get_data(as_text=True)
    assert "Je krijgt geld terug." in text_of(answer)


def test_partly_puts_other_words_in_the_text(proof: Proof) -> None:
    one = proof.mark()
    for words, why in (("", "Schrijf wat er in de tekst komt."), (HARD, "Dit staat er al.")):
        refused = proof.coordinator.post(
            proof.href(f"/marks/{one}/adopt-partly"), data=version(proof) | {"words": words}
        )
        assert refused.status_code == 422
        assert why in text_of(refused)
    done = {"words": "Vraag de korting aan. Dan krijg je geld.", "reason": "Aanvragen moet."}
    assert proof.coordinator.post(proof.href(f"/marks/{one}/adopt-partly"), data=version(proof) | done)
    assert done["words"] in proof.text().body
    (mark,) = proof.marks()
    assert (mark.state, mark.reason) == (MarkState.PARTLY_ADOPTED, "Aanvragen moet.")


def test_a_no_needs_a_reason_and_keeps_what_was_typed(proof: Proof) -> None:
    one = proof.mark()
    refused = proof.coordinator.post(proof.href(f"/marks/{one}/decline"), data=version(proof) | {"reason": " "})
    assert refused.status_code == 422
    assert "Zeg waarom de zin zo blijft." in text_of(refused)
    assert proof.text().body == BODY
    long = proof.coordinator.post(proof.href(f"/marks/{one}/decline"), data=version(proof) | {"reason": "a" * 50_000})
    assert long.status_code == 422
    assert "a" * 50_000 in long.get_data(as_text=True)
    done = version(proof) | {"reason": "Dat woord staat op het formulier."}
    assert proof.coordinator.post(proof.href(f"/marks/{one}/decline"), data=done).status_code == 302
    assert proof.text().body == BODY


def test_without_a_proposal_there_is_nothing_to_adopt(proof: Proof) -> None:
    one = proof.mark(proposal="", why="Wat?")
    assert "Neem over" not in text_of(proof.coordinator.get(proof.href()))
    assert proof.coordinator.post(proof.href(f"/marks/{one}/adopt"), data=version(proof)).status_code == 422


def test_a_mark_on_an_older_version_is_told_apart_and_can_only_be_declined(proof: Proof) -> None:
    one = proof.mark()
    with proof.world.saving():
        edit_text(db.session.get_one(ReviewText, proof.text_id), body="Alles is nu anders. Kom maar langs.")
    page = proof.coordinator.get(proof.href())
    assert "Van een vorige versie (1)" in text_of(page)
    assert "Neem over" not in text_of(page)
    assert proof.coordinator.post(proof.href(f"/marks/{one}/adopt"), data=version(proof)).status_code == 422
    done = version(proof) | {"reason": "Die zin is weg."}
    assert proof.coordinator.post(proof.href(f"/marks/{one}/decline"), data=done).status_code == 302


def test_one_tap_makes_a_voice_of_a_mark_and_a_second_tap_makes_no_other(proof: Proof) -> None:
    one = proof.mark("Bel 015 11 22 33.", proposal="Bel gerust: 015 11 22 33.", why="Wanneer mag dat?")
    for _tap in range(2):
        answer = proof.coordinator.post(proof.href(f"/marks/{one}/voice"), data=version(proof))
        assert answer.status_code == 302
    with proof.app.app_context():
        voice = db.session.query(Voice).one()
        assert voice.channel is Channel.PROOFREADING
        assert (voice.action_id, voice.partner_id) == (proof.ids["action"], proof.ids["partner"])
        assert "Wanneer mag dat?" in voice.text
        assert "015" not in voice.text
    assert "Staat bij de inbreng" in text_of(proof.coordinator.get(proof.href()))


def test_who_may_judge(proof: Proof) -> None:
    one = proof.mark()
    for who, status in (("partner", 302), ("other", 403), ("expert", 403), ("viewer", 403)):
        answer = proof.sign_in(proof.people[who]).post(
            proof.href(f"/marks/{one}/adopt"), data=version(proof) | {"reason": "x"}
        )
        assert answer.status_code == status, who
    assert proof.sign_in(proof.people["other"]).get(proof.href()).status_code == 200
    assert proof.expert.get(proof.href()).status_code == 403
    elsewhere = proof.world.coordinator(proof.world.network("Mechelen", nis="12025"))
    client = proof.sign_in(elsewhere)
    assert client.get(proof.href()).status_code == 404
    assert client.get(proof.href().replace("heist", "mechelen")).status_code == 404


def test_many_marks_cost_as_many_statements_as_one(proof: Proof, counting_statements) -> None:
    client = proof.coordinator
    counts = []
    for number in (1, 12):
        for _one in range(number):
            proof.mark(why=f"Nummer {_one} van {number}")
        client.get(proof.href())
        with counting_statements() as statements:
            assert client.get(proof.href()).status_code == 200
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 12
