"""People who do not read easily read a plan on a phone; the network answers them, and only then the plan is agreed."""

from __future__ import annotations

import re

from portal.foundation.clock import today
from tests.journeys.visitor import PHONE

HEIST = "/networks/heist-op-den-berg"
THIS_YEAR = today().year
MOST_TAPS = 3


def press(visitor, name):
    with visitor.page.expect_navigation():
        visitor.page.get_by_role("button", name=name, exact=True).first.click()


def make_round(coordinator):
    """Next year's plan in review, and a round on eight of its actions; returns the secrets' paths."""
    page = coordinator.open(f"{HEIST}/plans").page
    coordinator.follow("Actieplan 2026")
    press(coordinator, "Neem over naar 2027")
    press(coordinator, "Zet op: in nazicht")
    plan = page.url.removeprefix(coordinator.address)
    coordinator.follow("Laat dit plan nalezen")
    assert coordinator.barriers() == []
    page.fill("[name=introduction]", "Dit is ons plan voor 2027. Zeg eerlijk wat je ervan vindt.")
    page.fill("[name=given_by]", "de vereniging De Draaischijf")
    coordinator.send()
    assert "Je ziet deze adressen maar één keer" in coordinator.text
    assert coordinator.barriers() == []
    assert coordinator.overflow() == []
    links = [one.removeprefix(coordinator.address) for one in page.locator("code.secret").all_inner_texts()]
    assert len(links) == 8
    return plan, links


def tap_through(reader, helps, *, until=8, first=1):
    """Answer action by action, counting the taps."""
    page = reader.page
    for place in range(first, until + 1):
        assert f"{place} van 8" in reader.text
        taps = 0
        for tile in (f"label[for=helps-{helps}]", "label[for=stop-money]"):
            page.locator(tile).tap()
            taps += 1
        before = page.url
        page.locator("button[name=fair]").first.tap()
        taps += 1
        page.wait_for_url(lambda address, before=before: address != before)
        assert taps <= MOST_TAPS


def paper_is_typed_in(coordinator, here):
    """One sheet of paper beside what came in by link; it counts among the opinions."""
    page = coordinator.open(here).page
    coordinator.follow("Typ bladen in")
    page.fill("[name=number]", "5")
    for place in range(8):
        page.locator("[name^=helps_]").nth(place).fill("n")
    coordinator.send()
    assert "Blad 5 is bewaard." in coordinator.text


def voice_is_told_back(coordinator, results):
    """One of the answers is told to the readers, on a meeting."""
    page = coordinator.open(results).page
    with page.expect_navigation():
        page.locator("a[href*='/voices/']").first.click()
    coordinator.follow("Vertel het antwoord")
    page.select_option("[name=told_how]", "meeting")
    page.fill("[name=told_by]", "begeleider van de vereniging")
    coordinator.send()
    assert "Teruggekoppeld" in coordinator.text


def heard_back(coordinator):
    """How many voices the dashboard says were told back."""
    found = re.search(r"(\d+) (?:van de|keer vertelden|keer)[^.]*vertelden we terug", coordinator.text)
    return int(found[1]) if found else 0


def test_a_plan_is_read_on_a_phone_answered_and_then_agreed(visit):
    coordinator = visit(PHONE).sign_in("coordinator").open(f"{HEIST}/{THIS_YEAR}/voice")
    told_before = heard_back(coordinator)
    plan, links = make_round(coordinator)

    reader = visit(PHONE, has_touch=True, is_mobile=True).open(links[0])
    assert reader.barriers() == []
    press(reader, "Begin")
    assert reader.barriers() == []
    assert reader.overflow() == []
    tap_through(reader, "no", until=3)
    reader.close()

    again = visit(PHONE, has_touch=True, is_mobile=True).open(links[0])
    assert "Je antwoordde al op 3 van 8." in again.text
    again.follow("Ga verder")
    tap_through(again, "no", first=4)
    assert "Dank je wel" in again.text
    assert again.barriers() == []
    assert again.context.cookies() == []

    plain = visit(PHONE, java_script_enabled=False).open(links[1])
    press(plain, "Begin")
    plain.page.check("#helps-no")
    press(plain, "Nee")
    assert "2 van 8" in plain.text

    coordinator.open(plan)
    press(coordinator, "Zet op: afgesproken")
    assert "acties wachten op een antwoord" in coordinator.text
    assert coordinator.barriers() == []
    page = coordinator.page
    with page.expect_navigation():
        page.locator("a[href*='/results#action-']").first.click()
    assert coordinator.unfold().barriers() == []
    assert coordinator.overflow() == []
    for _action in range(8):
        page.get_by_role("button", name="Antwoord aan de lezers").and_(page.locator(".button--primary")).first.click()
        page.wait_for_url("**/voices/*/answer")
        page.get_by_label("Een deel hiervan doen we").check()
        page.fill("[name=answer]", "We maken het goedkoper voor wie een kaart heeft.")
        coordinator.send()
        page.goto(f"{coordinator.address}{plan}")
        results = page.locator("a[href*='/results']").first.get_attribute("href")
        page.goto(f"{coordinator.address}{results}")
    assert "wacht op een antwoord" not in coordinator.text
    paper_is_typed_in(coordinator, results.partition("/results")[0])
    voice_is_told_back(coordinator, results)
    coordinator.open(plan)
    press(coordinator, "Zet op: afgesproken")
    assert "De stand van het plan is veranderd." in coordinator.text

    coordinator.open(f"{HEIST}/{THIS_YEAR}/voice")
    assert heard_back(coordinator) == told_before + 1

    page.goto(f"{coordinator.address}{results.partition('/results')[0]}")
    press(coordinator, "Sluit af")
    told = visit(PHONE).open(links[1])
    assert "Wat werd ervan?" in told.text
    assert "We maken het goedkoper voor wie een kaart heeft." in told.text
    assert told.barriers() == []


def test_a_connection_that_breaks_loses_no_answer(visit):
    coordinator = visit().sign_in("coordinator").open(f"{HEIST}/reading-rounds")
    coordinator.follow("Halfweg: werkt ons plan?")
    coordinator.follow("Meer links")
    coordinator.page.fill("[name=count]", "1")
    coordinator.send()
    link = coordinator.page.locator("code.secret").inner_text().removeprefix(coordinator.address)

    reader = visit(PHONE, has_touch=True, is_mobile=True).open(link)
    press(reader, "Begin")
    page = reader.page
    page.locator("label[for=helps-partly]").tap()
    page.locator("details.own summary").tap()
    page.fill("[name=own_word]", "te ver")
    page.route("**/read/**", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    page.locator("button[name=fair]").first.tap()
    page.get_by_role("button", name="Probeer opnieuw").wait_for()
    assert "Je antwoord is niet weg." in reader.text
    assert reader.barriers() == []
    page.reload()
    assert page.input_value("[name=own_word]") == "te ver"
    assert page.is_checked("#helps-partly")
    page.unroute("**/read/**")
    page.get_by_role("button", name="Probeer opnieuw").tap()
    page.wait_for_url("**/2")
    with page.expect_navigation():
        page.get_by_role("link", name="Terug").click()
    assert page.input_value("[name=own_word]") == "te ver"
    reader.problems[:] = [one for one in reader.problems if "ERR_FAILED" not in one]
