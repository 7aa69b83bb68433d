"""An expert on a phone says a sentence better, and the author puts those words in the text with one tap."""

from __future__ import annotations

from tests.journeys.visitor import NARROW, PHONE

HEIST = "/networks/heist-op-den-berg"
SENTENCE = "Wie een kaart heeft, mag een week vroeger."
BETTER = "Heb je een kaart? Dan mag je een week vroeger."
SELECT = """([selector, from, to]) => {
    const words = document.querySelector(selector).firstChild;
    getSelection().setBaseAndExtent(words, from, words, to);
}"""


def test_a_sentence_is_said_better_on_a_phone_and_adopted_in_one_step(visit):
    expert = visit(PHONE, has_touch=True, is_mobile=True).sign_in("expert").open(f"{HEIST}/voices")
    expert.follow("Lees een tekst mee").follow("Brief over de kampen")
    assert expert.barriers() == []
    assert expert.overflow() == []
    with expert.page.expect_navigation():
        expert.page.get_by_role("link", name=SENTENCE).tap()
    assert SENTENCE in expert.text
    assert expert.barriers() == []
    expert.page.fill("[name=why]", "Een week vroeger dan wat?")
    expert.page.fill("[name=proposal]", BETTER)
    expert.send()
    assert "Dank je wel." in expert.text
    assert expert.barriers() == []

    author = visit(PHONE).sign_in("coordinator").open(f"{HEIST}/texts").follow("Brief over de kampen")
    assert "Een week vroeger dan wat?" in author.text
    assert author.unfold().barriers() == []
    assert author.overflow() == []
    with author.page.expect_navigation():
        author.page.get_by_role("button", name="Neem over").click()
    assert "Overgenomen." in author.text
    assert BETTER in author.page.inner_text(".marked-text")
    assert SENTENCE not in author.page.inner_text(".marked-text")
    assert author.resize(NARROW).overflow() == []

    expert.open(f"{HEIST}/texts").follow("Brief over de kampen")
    assert "overgenomen" in expert.text


def test_any_piece_can_be_selected_and_without_a_script_each_sentence_is_a_link(visit):
    folder = f"{HEIST}/texts/1/read"
    visitor = visit().sign_in("expert").open(folder)
    visitor.page.evaluate(SELECT, [".reading-text [data-start]", 3, 16])
    bar = visitor.page.get_by_role("link", name="Dit stuk is niet duidelijk")
    bar.wait_for()
    with visitor.page.expect_navigation():
        bar.click()
    assert visitor.page.inner_text("#passage") == "vrijetijdskaa"

    plain = visit(PHONE, java_script_enabled=False).sign_in("expert").open(folder)
    with plain.page.expect_navigation():
        plain.page.get_by_role("link", name="Meer weten?").click()
    assert plain.page.inner_text("#passage") == "Meer weten?"
    plain.follow("Neem de zin erna erbij")
    assert plain.page.inner_text("#passage").split() == [
        "Meer",
        "weten?",
        "Kom",
        "langs,",
        "of",
        "bel",
        "het",
        "onthaal.",
    ]


def test_a_no_without_a_reason_has_no_barrier_and_measuring_saves_nothing(visit):
    author = visit(PHONE, java_script_enabled=False).sign_in("coordinator").open(f"{HEIST}/texts/1")
    page = author.page
    page.locator(".mark-card__more summary", has_text="Neem het niet over").first.click()
    with page.expect_navigation():
        page.get_by_role("button", name="Bewaar de reden").first.click()
    assert "Zeg waarom de zin zo blijft." in author.text
    page.goto(f"{author.address}{HEIST}/texts/1/edit")
    page.fill("[name=body]", "De tegemoetkoming wordt na indiening van de subsidieaanvraag goedgekeurd.")
    with page.expect_navigation():
        page.get_by_role("button", name="Meet hoe het leest").click()
    assert "Dit leest heel moeilijk." in author.text
    assert "subsidieaanvraag" in page.input_value("[name=body]")
    author.open(f"{HEIST}/texts/1")
    assert "subsidieaanvraag" not in author.text

    refused = visit(PHONE).sign_in("coordinator").open(f"{HEIST}/texts/1")
    refused.page.locator(".mark-card__more summary", has_text="Neem het niet over").first.click()
    with refused.page.expect_navigation():
        refused.page.get_by_role("button", name="Bewaar de reden").first.click()
    assert refused.unfold().barriers() == []
