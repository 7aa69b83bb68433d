"""A round on paper: the PDF, typing in what came back, and one number that is one reader."""

from __future__ import annotations

import io

import pypdf
import pytest

from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now, today
from portal.reviews.models import ReviewLink, ReviewRound, ReviewSheet
from portal.reviews.operations import sheets
from portal.reviews.queries.rounds import tally_actions
from portal.reviews.types import Fair, Helps, SheetWay
from portal.web import pdf
from tests.factories.reviews import answer, close, open_round
from tests.forms import values_of
from tests.pages import text_of


class Desk:
    """A round, who types, and the page where it is typed."""

    def __init__(self, world, sign_in, **values):
        self.world, self.network = world, world.network("Heist")
        self.round = open_round(world, self.network, **values)
        self.here = f"/networks/heist/reading-rounds/{self.round.id}"
        self.client = sign_in(world.coordinator(self.network))

    def sheet(self, number, *rows, **more):
        """The form as a browser sends it: letters per action."""
        data = {"number": str(number), "speaker": "expert"} | more
        for key, (helps, stops, fair, words) in zip(self.round.round_action_ids, rows, strict=False):
            data |= {f"helps_{key}": helps, f"stops_{key}": stops, f"fair_{key}": fair, f"own_word_{key}": words}
        return data

    def type_in(self, number, *rows, **more):
        return self.client.post(f"{self.here}/type-in", data=self.sheet(number, *rows, **more))

    def tally(self, place=0):
        key = self.round.round_action_ids[place]
        return tally_actions(self.network.id, [key])[key]

    def sheet_of(self, number):
        return db.session.query(ReviewSheet).filter_by(paper_number=number).one()


YES, NO = ("J", "0", "J", ""), ("n", "1 6", "N", "Te duur.")


@pytest.fixture
def desk(world, sign_in):
    return Desk(world, sign_in, links=2)


def test_a_sheet_is_typed_in_letters_and_the_next_one_is_there(app, desk):
    typed = desk.type_in(7, YES, NO)
    assert typed.location.endswith("type-in?after=7&speaker=expert")
    page = desk.client.get(typed.location)
    assert values_of(page)["number"] == "8"
    assert "2 van de 3 acties" in text_of(page) or "2 van 3 acties" in text_of(page)
    with app.app_context():
        sheet = desk.sheet_of(7)
        assert (sheet.way, sheet.typed_by_id is not None, len(sheet.answers)) == (SheetWay.PAPER, True, 2)
        second = sheet.answers[1]
        assert (second.helps, second.stops, second.fair) == (Helps.NO, ("money", "shame"), Fair.NO)
        assert second.own_word == "Te duur."


def test_wrong_letters_are_named_beside_their_field_and_nothing_is_lost(app, desk):
    refused = desk.type_in(7, ("X", "1 88", "e", "Mooi"), YES)
    assert refused.status_code == 422
    words = text_of(refused)
    assert "“X” is geen antwoord" in words
    assert "“88” staat niet in de lijst" in words
    first = desk.round.round_action_ids[0]
    assert values_of(refused)[f"helps_{first}"] == "X"
    assert values_of(refused)[f"own_word_{first}"] == "Mooi"
    with app.app_context():
        assert db.session.query(ReviewSheet).count() == 0


@pytest.mark.parametrize("number", ["", "0", "-1", "10000", "9" * 60, "zeven", "²"])
def test_a_number_that_is_no_number_of_a_sheet_is_refused(desk, number):
    assert desk.type_in(number, YES).status_code == 422


@pytest.mark.parametrize("words", ["a" * 50_000, "Bel mij op 0475 12 34 56", "an@example.org"])
def test_long_or_personal_words_are_refused_at_their_action(app, desk, words):
    refused = desk.type_in(7, ("J", "", "", words))
    assert refused.status_code == 422
    assert f'id="own_word_{desk.round.round_action_ids[0]}-error"' in refused.get_data(as_text=True)
    with app.app_context():
        assert db.session.query(ReviewSheet).count() == 0


def test_emoji_and_other_scripts_and_marks_of_code_stay_as_they_are(app, desk):
    words = "😀 مرحبا <script>alert(1)</script>"
    assert desk.type_in(7, ("J", "", "", words)).status_code == 302
    with app.app_context():
        assert desk.sheet_of(7).answers[0].own_word == words


def test_an_empty_sheet_is_not_kept(desk):
    assert "Een leeg blad" in text_of(desk.type_in(7))


def test_nothing_and_something_do_not_stand_together(desk):
    refused = desk.type_in(7, ("J", "0 1", "J", ""))
    assert f'id="stops_{desk.round.round_action_ids[0]}-error"' in refused.get_data(as_text=True)


def test_the_same_number_twice_shows_what_is_in_and_replaces_it_only_when_asked(app, desk):
    desk.type_in(7, YES)
    again = desk.type_in(7, NO)
    assert again.status_code == 422
    assert "Blad 7 is al ingetypt" in text_of(again)
    assert 'name="replaces" value="7"' in again.get_data(as_text=True)
    assert desk.type_in(8, NO, replaces="7").status_code == 302
    assert desk.type_in(7, NO, replaces="8").status_code == 422
    assert desk.type_in(7, NO, replaces="7").status_code == 302
    with app.app_context():
        assert desk.tally().helps == {Helps.NO: 2}


def test_a_form_that_comes_in_twice_is_one_sheet(app, desk):
    data = desk.sheet(7, YES, once="een-tik")
    first = desk.client.post(f"{desk.here}/type-in", data=data)
    again = desk.client.post(f"{desk.here}/type-in", data=data)
    assert first.location == again.location
    with app.app_context():
        assert db.session.query(ReviewSheet).count() == 1


def test_sheet_and_link_with_one_number_count_once(app, desk):
    answer(desk.world, desk.round.link_ids[0], (Helps.YES, ["money"], Fair.YES, ""))
    refused = desk.type_in(1, NO)
    assert "Nummer 1 kwam al binnen met de link" in text_of(refused)
    assert desk.type_in(1, NO, replaces="1").status_code == 302
    with app.app_context():
        assert desk.tally().helps == {Helps.NO: 1}
        key = desk.sheet_of(1).id
    assert desk.client.post(f"{desk.here}/type-in/{key}/withdraw").status_code == 302
    with app.app_context():
        assert desk.tally().helps == {Helps.YES: 1}
    desk.client.post(f"{desk.here}/type-in/{key}/restore")
    with app.app_context():
        assert desk.tally().helps == {Helps.YES: 1}


def test_who_comes_back_to_a_link_whose_paper_counts_is_told(app, desk, client):
    link = f"/read/{desk.round.tokens[0]}"
    client.post(link)
    client.post(f"{link}/1", data={"helps": "yes", "fair": "yes"})
    assert desk.type_in(1, NO, replaces="1").status_code == 302
    for page in (client.get(f"{link}/1"), client.get(f"{link}/end"), client.get(link)):
        assert "Jouw blad op papier telt" in text_of(page)
    assert client.post(f"{link}/1", data={"helps": "yes", "fair": "yes"}).status_code == 410


def test_what_somebody_answered_with_a_link_is_not_told_to_who_types_its_number(desk):
    answer(desk.world, desk.round.link_ids[0], (Helps.YES, ["money"], Fair.YES, "Alleen van mij."))
    refused = desk.type_in(1, NO)
    assert 'name="replaces" value="1"' in refused.get_data(as_text=True)
    assert "Alleen van mij." not in text_of(refused)
    assert "eerlijk: ja" not in text_of(refused)


def test_nothing_of_a_sheet_is_shown_by_the_link_of_its_number(app, desk, client):
    desk.type_in(2, ("n", "", "N", "Mijn man mag dit niet weten."))
    link = f"/read/{desk.round.tokens[1]}"
    client.post(link)
    for page in (client.get(link), client.get(f"{link}/1"), client.get(f"{link}/end")):
        assert "Jouw blad op papier telt" in text_of(page)
        assert "Mijn man" not in page.get_data(as_text=True)
    assert client.post(f"{link}/1", data={"helps": "yes", "fair": "yes"}).status_code == 410
    with app.app_context():
        key = desk.sheet_of(2).id
    desk.client.post(f"{desk.here}/type-in/{key}/withdraw")
    assert client.post(link).location.endswith("/1")
    assert "Mijn man" not in client.get(f"{link}/1").get_data(as_text=True)


def test_the_proposed_number_is_on_no_card(desk):
    assert values_of(desk.client.get(f"{desk.here}/type-in"))["number"] == "3"
    assert values_of(desk.client.get(f"{desk.here}/type-in?after=1"))["number"] == "2"


def test_a_link_that_was_only_opened_gives_its_place_to_the_paper(app, desk):
    with desk.world.saving():
        sheets.begin_sheet(db.session.get_one(ReviewLink, desk.round.link_ids[0]), at=now(), today=today())
    assert desk.type_in(1, YES).status_code == 302
    with app.app_context():
        assert [one.way for one in db.session.query(ReviewSheet)] == [SheetWay.PAPER]


def test_a_wrong_sheet_is_mended_withdrawn_and_put_back(app, desk):
    desk.type_in(7, NO, YES)
    with app.app_context():
        page = f"{desk.here}/type-in/{desk.sheet_of(7).id}"
    first = desk.round.round_action_ids[0]
    opened = values_of(desk.client.get(page))
    assert (opened[f"helps_{first}"], opened[f"stops_{first}"]) == ("N", "1 6")
    assert desk.client.post(page, data=opened | {f"helps_{first}": "J", f"stops_{first}": ""}).status_code == 302
    with app.app_context():
        assert desk.tally().helps == {Helps.YES: 1}
        assert desk.tally().stops == {}
    desk.client.post(f"{page}/withdraw")
    with app.app_context():
        assert desk.tally().helps == {}
    desk.client.post(f"{page}/restore")
    with app.app_context():
        assert desk.tally().helps == {Helps.YES: 1}


def test_of_two_who_mend_a_sheet_the_second_is_told(desk, app):
    desk.type_in(7, NO)
    with app.app_context():
        page = f"{desk.here}/type-in/{desk.sheet_of(7).id}"
    first = desk.round.round_action_ids[0]
    opened = values_of(desk.client.get(page))
    assert desk.client.post(page, data=opened | {f"helps_{first}": "J"}).status_code == 302
    late = desk.client.post(page, data=opened | {f"helps_{first}": "E"})
    assert late.status_code == 409
    assert values_of(late)[f"helps_{first}"] == "E"


def test_paper_may_come_in_after_a_round_was_closed_but_not_before_it_began(world, sign_in):
    desk = Desk(world, sign_in, is_open=False)
    assert desk.type_in(7, YES).status_code == 422
    open_desk = open_round(world, desk.network, plan=world.plan(desk.network, 2025))
    close(world, open_desk.id)
    data = {"number": "1", "speaker": "expert", f"helps_{open_desk.round_action_ids[0]}": "J"}
    assert desk.client.post(f"/networks/heist/reading-rounds/{open_desk.id}/type-in", data=data).status_code == 302


def test_partners_type_and_others_do_not(world, desk, sign_in):
    partner = sign_in(world.account(desk.network, Role.PARTNER, world.partner(desk.network)))
    assert partner.post(f"{desk.here}/type-in", data=desk.sheet(7, YES)).status_code == 302
    assert sign_in(world.account(desk.network, Role.EXPERT)).get(f"{desk.here}/type-in").status_code == 403
    stranger = sign_in(world.coordinator(world.network("Mechelen", nis="12025")))
    foreign = desk.here.replace("heist", "mechelen")
    for page in ("type-in", "paper", "paper.pdf", "sittings/start"):
        assert stranger.get(f"{foreign}/{page}").status_code == 404


def test_the_paper_is_tagged_numbered_and_has_two_actions_on_a_page(app, desk):
    made = desk.client.post(
        f"{desk.here}/paper.pdf", data={"count": "2", "speaker": "expert", "given_by": "het onthaal"}
    )
    document = pypdf.PdfReader(io.BytesIO(made.data))
    root = document.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("nl", True)
    assert "/StructTreeRoot" in root
    assert document.metadata.title.startswith("Lees mee met ons plan")
    assert len(document.pages) == 2 * (1 + 2)
    words = [" ".join(page.extract_text().split()) for page in document.pages]
    for place, said in (
        (0, "Blad 3"),
        (3, "Blad 4"),
        (3, "bladzijde 1 van 3"),
        (0, "het onthaal"),
        (0, "nergens je naam"),
    ):
        assert said in words[place]
    assert all(title in words[1] for title in ("Actie 1", "Actie 2", "Zal dit helpen?", "Wil je er iets bij zeggen?"))
    with app.app_context():
        held = db.session.get_one(ReviewRound, desk.round.id)
        assert [link.number for link in held.links] == [1, 2, 3, 4]


def test_a_look_at_the_paper_makes_no_links(app, desk):
    made = desk.client.get(f"{desk.here}/paper.pdf")
    assert made.data.startswith(b"%PDF")
    with app.app_context():
        assert db.session.query(ReviewLink).count() == 2


@pytest.mark.parametrize("count", ["", "0", "21", "-4", "9" * 50, "tien"])
def test_a_wrong_number_of_copies_is_refused(app, desk, count):
    data = {"count": count, "speaker": "expert", "given_by": ""}
    assert desk.client.post(f"{desk.here}/paper.pdf", data=data).status_code == 422
    with app.app_context():
        assert db.session.query(ReviewLink).count() == 2


def test_without_pango_the_page_says_so(desk, monkeypatch):
    monkeypatch.setattr(pdf, "_weasyprint", lambda: None)
    for answered in (
        desk.client.get(f"{desk.here}/paper"),
        desk.client.get(f"{desk.here}/paper.pdf"),
        desk.client.post(f"{desk.here}/paper.pdf", data={"count": "2", "speaker": "expert"}),
    ):
        assert "kan geen PDF maken" in text_of(answered)
