"""What anyone reads: every part, in two languages, small, kept by browsers and never older than the network."""

from __future__ import annotations

import gzip
from datetime import date, timedelta

import pytest

from portal.extensions import db
from portal.foundation.clock import now, today
from portal.open_page import operations
from portal.open_page.types import Section, SectionMove, Showing
from portal.participation import operations as participation
from portal.participation.dropping import set_letter_box
from portal.participation.models import Voice
from portal.participation.types import EffectKind
from portal.plans.models import Action
from portal.web.assets import packed, static_folder
from tests.factories.meetings import plan as plan_meeting
from tests.integration.open_page.conftest import THIS_YEAR
from tests.pages import text_of

MOST_BYTES = 30 * 1024


def test_anyone_reads_who_we_are_what_we_do_and_how_to_join(square):
    words = text_of(square.anyone.get(square.address))
    for part in (
        "Wij zijn het netwerk.",
        "Sportdienst",
        "We gaan samen zwemmen.",
        "januari tot en met maart · Itegem",
        "geld",
        "Kom langs in het Sociaal Huis.",
        "015 00 00 00",
    ):
        assert part in words
    assert "Zwemmen S3" not in words  # the title is for who works with the plan


def test_a_voice_stands_there_with_its_answer_and_what_changed(square):
    voice = square.voice("De bus komt te laat voor de les.")
    with square.world.saving():
        participation.link_effect(
            db.session.get_one(Voice, voice.id),
            action=db.session.get_one(Action, square.action.id),
            kind=EffectKind.CHANGED,
            note="De les begint later.",
        )
    square.show(voice)
    words = square.read()
    assert "De bus komt te laat voor de les." in words
    assert "Dat doen we." in words
    assert "De les begint later." in words


def test_without_consent_only_the_summary_of_the_coordinator_is_told(square):
    voice = square.voice("Mijn buurman kwam te laat.", quote_consent=False)
    square.show(voice, Showing.SUMMARY, "Er rijdt te laat een bus.")
    words = square.read()
    assert "Er rijdt te laat een bus." in words
    assert "buurman" not in words


def test_the_page_speaks_english_by_its_address_and_leaves_the_words_of_the_network_as_they_are(square):
    page = square.read("?taal=en")
    assert '<html lang="en">' in page
    assert 'lang="nl">Wij zijn het netwerk.' in page
    assert '<html lang="nl">' in square.read("?taal=xx")


def test_the_page_leaves_no_cookie_and_is_the_same_for_who_is_signed_in(square):
    answer = square.anyone.get(square.address)
    assert "Set-Cookie" not in answer.headers
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert "<script" not in answer.text
    assert "csrf" not in answer.text
    signed_in = square.coordinator.get(square.address)
    assert signed_in.text == answer.text
    assert "Set-Cookie" not in signed_in.headers


def test_a_browser_keeps_the_page_but_asks_each_time_whether_it_still_holds(square):
    first = square.anyone.get(square.address)
    assert first.headers["Cache-Control"] == "public, no-cache"
    mark = {"If-None-Match": first.headers["ETag"]}
    again = square.anyone.get(square.address, headers=mark)
    assert again.status_code == 304
    assert again.data == b""
    square.change(about="Wij zijn iets anders.")
    changed = square.anyone.get(square.address, headers=mark)
    assert changed.status_code == 200
    assert "iets anders" in changed.text


def test_the_whole_first_visit_is_small(square, app):
    for number in range(12):
        square.world.action(
            square.plan,
            square.sport,
            plain_sentence=f"Dit is nummer {number}.",
            thresholds=("money", "shame"),
        )
        square.show(square.voice(f"Iemand zei iets, nummer {number}."))
    square.anyone.checks_pages = False
    answer = square.anyone.get(square.address, headers={"Accept-Encoding": "gzip, br"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "nummer 11" in gzip.decompress(answer.data).decode()
    with app.test_request_context():
        files = [len(packed(static_folder(), name, "gzip")) for name in ("portal.css", "img/mark.svg")]
    assert len(answer.data) + sum(files) <= MOST_BYTES


def test_a_closed_page_is_the_same_as_one_that_never_was(square):
    unknown = square.anyone.get("/open/bestaat-niet")
    assert unknown.status_code == 404
    square.change(is_opened=False)
    closed = square.anyone.get(square.address)
    assert (closed.status_code, closed.text) == (404, unknown.text)
    assert closed.headers["Cache-Control"] == unknown.headers["Cache-Control"] == "no-store"
    assert "noindex" in closed.text
    assert "Set-Cookie" not in closed.headers


def test_a_page_closes_by_itself_after_its_last_day(square):
    square.change(open_until=today())
    assert square.anyone.get(square.address).status_code == 200
    square.change(open_until=today() - timedelta(days=1))
    assert square.anyone.get(square.address).status_code == 404
    assert square.network.name not in square.anyone.get("/open").text


def test_the_list_names_only_networks_with_an_open_page(square, world):
    world.network("Mechelen", nis="12025")
    words = text_of(square.anyone.get("/open"))
    assert "Heist" in words
    assert "Mechelen" not in words


def test_search_engines_may_find_an_open_page_and_not_its_preview(square):
    assert "noindex" not in square.read()
    preview = square.coordinator.get(square.href("/preview"))
    assert "noindex" in preview.text
    assert preview.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("section", Section)
def test_a_section_that_is_off_is_not_there(square, section):
    assert f'id="{section}"' in square.read()
    with square.world.saving():
        operations.arrange_section(square.page(), section, SectionMove.OFF)
    assert f'id="{section}"' not in square.read()


def test_sections_stand_in_the_order_that_was_chosen(square):
    with square.world.saving():
        operations.arrange_section(square.page(), Section.JOIN, SectionMove.UP)
    page = square.read()
    assert page.index('id="join-or-speak"') < page.index('id="in-numbers"')


def test_a_meeting_stands_there_until_it_is_over(square):
    with square.world.saving():
        meeting = plan_meeting(square.network, "Open tafel", now() + timedelta(days=3), place="vzw Den Draai")
        square.page().meeting_id = meeting.id
    assert "Open tafel" in square.read()
    with square.world.saving():
        meeting = db.session.merge(meeting)
        meeting.starts_at, meeting.ends_at = now() - timedelta(days=2), now() - timedelta(days=1)
    assert "Open tafel" not in square.read()


def test_small_numbers_are_told_as_small(square):
    for number in range(4):
        square.voice(f"Inbreng {number}")
    assert "minder dan 5</strong> keer hoorden we" in square.read()
    for number in range(8):
        square.voice(f"Nog {number}", told=False)
    words = text_of(square.anyone.get(square.address))
    assert "12 keer hoorden we" in words
    # 12 less 8 would tell how few got an answer
    assert "minder dan 5 keer gaven we antwoord" in words
    assert "een onbekend aantal keer moeten we nog antwoorden" in words


def test_voices_of_another_year_or_taken_back_do_not_count(square):
    for number in range(5):
        square.voice(f"Inbreng {number}")
    square.voice("Vorig jaar", on=date(THIS_YEAR - 1, 5, 5))
    assert "<strong>5</strong> keer hoorden we" in square.read()


def test_the_way_to_the_letter_box_is_there_as_long_as_the_box_is_open(square):
    way = f'href="/letter-box/{square.network.slug}"'
    assert way in square.read()
    with square.world.saving():
        set_letter_box(db.session.merge(square.network), is_open=False)
    assert way not in square.read()
    with square.world.saving():
        set_letter_box(db.session.merge(square.network), is_open=True)
    square.change(shows_letter_box=False)
    assert way not in square.read()


def test_the_paper_carries_a_code_that_leads_to_the_page(square, app):
    app.config["PUBLIC_ADDRESS"] = "https://netwerk.example"
    try:
        page = square.read()
    finally:
        app.config["PUBLIC_ADDRESS"] = ""
    assert 'class="open-page__code"' in page
    assert f'<link rel="canonical" href="https://netwerk.example{square.address}">' in page


def test_a_second_visit_asks_one_statement(square, counting_statements):
    square.read()
    with counting_statements() as statements:
        square.read()
    assert len(statements) == 1  # the page with its network and revision
