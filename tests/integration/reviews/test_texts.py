"""Putting a text in: what a paste keeps, what is measured, what bad input gets."""

from __future__ import annotations

import pytest

from portal.extensions import db
from portal.reviews.models import ReviewText
from tests.forms import error_beside, values_of
from tests.integration.reviews.conftest import BODY, Proof
from tests.pages import text_of


def add(proof: Proof) -> str:
    return f"/networks/{proof.network.slug}/texts/add"


def filled(proof: Proof, **values: str) -> dict[str, str]:
    opened = values_of(proof.coordinator.get(add(proof)))
    return {**opened, "title": "Brief", "kind": "letter", "body": "Kom eens langs bij ons."} | values  # type: ignore[dict-item]


def test_a_paste_from_a_word_processor_keeps_its_paragraphs_and_blanks(proof: Proof) -> None:
    pasted = "Titel\r\n\r\nOm 14.30\u00a0u. in de zaal.\u2028Tot dan.\u2029·\tbrood\r\n\t·\tsoep"
    answer = proof.coordinator.post(add(proof), data=filled(proof, body=pasted))
    assert answer.status_code == 302
    with proof.app.app_context():
        saved = db.session.query(ReviewText).order_by(ReviewText.id.desc()).first()
        assert saved.body == "Titel\n\nOm 14.30 u. in de zaal.\nTot dan.\n\n·\tbrood\n\t·\tsoep"
        assert saved.author_id == proof.people["coordinator"].id
    assert "Laat nalezen" in text_of(proof.coordinator.get(answer.location))


def test_measuring_shows_how_it_reads_and_saves_nothing(proof: Proof) -> None:
    hard = "De tegemoetkoming wordt na indiening van de subsidieaanvraag goedgekeurd door het bestuursorgaan."
    answer = proof.coordinator.post(add(proof), data=filled(proof, title="", body=hard, measure="1"))
    assert answer.status_code == 200
    words = text_of(answer)
    assert "Dit leest heel moeilijk." in words
    assert "Flesch-Douma" in words
    assert "subsidieaanvraag" in words
    assert "Fout" not in words
    assert values_of(answer)["body"] == hard
    with proof.app.app_context():
        assert db.session.query(ReviewText).count() == 1


def test_a_hard_text_is_never_held_back(proof: Proof) -> None:
    assert (
        proof.coordinator.post(add(proof), data=filled(proof, body="Subsidieaanvraagprocedures " * 40)).status_code
        == 302
    )


@pytest.mark.parametrize(
    ("values", "field"),
    [({"title": " "}, "title"), ({"kind": "x"}, "kind"), ({"body": ""}, "body"), ({"body": "a " * 30_000}, "body")],
)
def test_what_is_missing_or_too_long_is_told_beside_the_field(proof: Proof, values: dict[str, str], field: str) -> None:
    answer = proof.coordinator.post(add(proof), data=filled(proof, **values))
    assert answer.status_code == 422
    assert error_beside(answer, field)


def test_a_text_of_fifty_thousand_signs_is_kept_measured_and_read(proof: Proof) -> None:
    body = ("Een gewone zin over de kaart van de vereniging. " * 1100)[:50_000].strip()
    answer = proof.coordinator.post(add(proof), data=filled(proof, body=body))
    assert answer.status_code == 302
    assert proof.coordinator.get(answer.location).status_code == 200
    assert proof.expert.get(answer.location + "/read").status_code == 200


def test_the_same_form_twice_is_one_text(proof: Proof) -> None:
    sent, client = filled(proof), proof.coordinator
    assert client.post(add(proof), data=sent).status_code == 302
    assert client.post(add(proof), data=sent).status_code == 302
    with proof.app.app_context():
        assert db.session.query(ReviewText).count() == 2


def test_an_action_of_another_network_is_refused(proof: Proof) -> None:
    assert proof.coordinator.post(add(proof), data=filled(proof, action_id="999")).status_code == 422


def test_the_list_tells_what_waits_and_an_expert_finds_what_to_read(proof: Proof) -> None:
    proof.mark()
    listed = f"/networks/{proof.network.slug}/texts"
    assert "Folder van de kaart" in text_of(proof.coordinator.get(listed))
    expert = proof.expert.get(listed)
    assert "Tik op wat niet duidelijk is." in text_of(expert)
    assert proof.href("/read") in expert.get_data(as_text=True)
    assert proof.coordinator.post(proof.href("/withdraw")).status_code == 302
    assert "Folder van de kaart" not in text_of(proof.expert.get(listed))
    refused = proof.expert.post(
        proof.href("/read/mark"), data={"passage": "Tot dan!", "start": str(BODY.index("Tot")), "why": "x"}
    )
    assert refused.status_code == 422
    assert "ingetrokken" in text_of(refused)


def test_the_texts_are_one_tap_from_the_rounds_and_from_the_voices(proof: Proof) -> None:
    for page in ("reading-rounds", "voices"):
        address = f"/networks/{proof.network.slug}/{page}"
        assert "Teksten nalezen" in text_of(proof.coordinator.get(address)), page
        assert "Lees een tekst mee" in text_of(proof.expert.get(address)), page
        viewer = text_of(proof.sign_in(proof.people["viewer"]).get(address))
        assert "Lees een tekst mee" not in viewer
        assert "Teksten nalezen" not in viewer
