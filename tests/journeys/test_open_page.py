"""The open page: a coordinator chooses what is on it, anyone reads it on a phone, and it hangs on a wall."""

from __future__ import annotations

import io

import pypdf

from tests.journeys.visitor import NARROW, PHONE

HEIST = "/networks/heist-op-den-berg"
ADDRESS = "/open/heist-op-den-berg"
MOST_BYTES = 30 * 1024
REACH = "Loop gerust binnen"


def sound(visitor) -> None:
    """No barrier and nothing too wide, with everything unfolded."""
    assert visitor.unfold().barriers() == []
    assert visitor.resize(NARROW).overflow() == []
    visitor.resize(PHONE)


def press(visitor, name: str) -> None:
    with visitor.page.expect_navigation():
        visitor.page.get_by_role("button", name=name).first.click()


def test_a_coordinator_puts_a_voice_on_the_page_and_anyone_reads_it(visit):
    chair = visit(PHONE).sign_in("coordinator").open(f"{HEIST}/about")
    page = chair.page
    chair.follow("Open pagina")
    sound(chair)
    chair.follow("Kies de inbreng")
    sound(chair)
    chair.follow("Kan de zwemles op zaterdag een uur later?")
    page.get_by_label("Kort verteld, in jouw woorden").check()
    chair.send()
    assert "Schrijf in één of twee zinnen waarover het ging." in chair.error_beside("summary")
    sound(chair)
    page.fill("[name=summary]", "De zwemles begint te vroeg voor wie kleine kinderen heeft.")
    chair.send()

    anyone = visit(PHONE, java_script_enabled=False)
    anyone.page.goto(f"{chair.address}{ADDRESS}")
    assert "De zwemles begint te vroeg voor wie kleine kinderen heeft." in anyone.text
    assert "Kan de zwemles op zaterdag" not in anyone.text
    assert anyone.context.cookies() == []

    chair.open(f"{HEIST}/open-page/edit")
    sound(chair)
    chair.open(f"{HEIST}/open-page/actions")
    sound(chair)
    page.get_by_label("Ook in je eigen dorp is er iets te doen.").uncheck()
    chair.send()
    chair.open(f"{HEIST}/open-page/preview")
    sound(chair)
    assert "Ook in je eigen dorp" not in chair.text
    anyone.page.reload()
    assert "Ook in je eigen dorp" not in anyone.text

    chair.open(f"{HEIST}/open-page")
    press(chair, "Sluit de pagina")
    sound(chair)
    anyone.page.reload()
    assert "Deze pagina is er niet" in anyone.text
    press(chair, "Open de pagina")
    anyone.page.reload()
    assert REACH in anyone.text


def test_the_page_is_light_and_without_barriers_in_both_languages(visit):
    for language in ("", "?taal=en"):
        for scheme in ("light", "dark"):
            visitor = visit(PHONE, color_scheme=scheme)
            loaded: list[int] = []
            visitor.page.on("requestfinished", lambda one, loaded=loaded: loaded.append(weight(one)))
            visitor.page.goto(f"{visitor.address}{ADDRESS}{language}", wait_until="networkidle")
            assert 0 < sum(loaded) <= MOST_BYTES
            sound(visitor)
            assert visitor.language == ("en" if language else "nl")
            assert visitor.context.cookies() == []
    visitor.follow("Nederlands")
    assert visitor.language == "nl"
    visitor.open("/open?taal=en")
    sound(visitor)
    visitor.open("/open/bestaat-niet")
    sound(visitor)


def weight(request) -> int:
    sizes = request.sizes()
    return int(sizes["responseBodySize"] + sizes["responseHeadersSize"])


def test_the_keyboard_reaches_every_part(visit):
    visitor = visit(PHONE).open(ADDRESS)
    visitor.tab_to("a[href='#join-or-speak']")
    visitor.page.keyboard.press("Enter")
    visitor.tab_to("a[href^='tel:']")


def test_on_paper_the_page_is_one_sheet_with_the_way_to_the_rest(visit):
    visitor = visit(PHONE).open(ADDRESS)
    paper = pypdf.PdfReader(io.BytesIO(visitor.page.pdf(prefer_css_page_size=True)))
    assert len(paper.pages) == 1
    words = " ".join(paper.pages[0].extract_text().split())
    assert REACH in words
    assert "/open/heist-op-den-berg" in words
    assert "015 00 00 00" in words
