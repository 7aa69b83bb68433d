"""From a meeting to an action: planned, answered without signing in, written down, decided, approved and read."""

from __future__ import annotations

import re

import pytest

from tests.journeys.visitor import NARROW, PHONE

HEIST = "/networks/heist-op-den-berg"
LINK = re.compile(r"http://[^\s]+/answers/\w+/[\w-]+")


def newest_link(visitor) -> str:
    """The link in the newest mail that has one."""
    visitor.open("/mail")
    return LINK.search(visitor.page.inner_text("main"))[0]


def sound(visitor) -> None:
    """No barrier and nothing too wide, with everything unfolded."""
    assert visitor.unfold().barriers() == []
    assert visitor.resize(NARROW).overflow() == []
    visitor.resize(PHONE)


def test_a_coordinator_leads_a_meeting_from_invitation_to_action(visit):
    chair = visit(PHONE).sign_in("coordinator").open(f"{HEIST}/meetings")
    page = chair.page
    chair.follow("Plan een overleg")
    page.fill("[name=title]", "Overleg over kampen")
    page.fill("[name=on]", "2099-03-05")
    page.fill("[name=begins]", "14u")
    page.fill("[name=ends]", "16:00")
    page.select_option("[name=series_id]", label="Netwerkoverleg")
    sound(chair)
    chair.send()
    assert "Wat hoorden we van mensen in armoede?" in chair.text
    sound(chair)
    meeting = page.url.removeprefix(chair.address)

    chair.follow("Nodig mensen uit")
    page.fill("[name=others]", "gast@heist.example")
    sound(chair)
    chair.send()
    assert "mail is verstuurd" in chair.text
    link = newest_link(chair)

    guest = visit(PHONE, java_script_enabled=False)
    guest.page.goto(link)
    assert guest.context.cookies() == []
    with guest.page.expect_navigation():
        guest.page.get_by_role("button", name="Ja, ik kom").click()
    assert "Je antwoord is bewaard: ja" in guest.text
    reader = visit(PHONE)
    reader.page.goto(link)
    sound(reader)

    chair.open(f"{meeting}/write")
    page.locator("main textarea").nth(1).fill("Kampen zijn vol voor wie laat kan betalen.")
    sound(chair)
    chair.send()
    chair.open(f"{meeting}/decisions/add")
    page.fill("[name=text]", "We houden tien plaatsen vrij tot juni.")
    assert chair.unfold().barriers() == []
    chair.send()
    assert "We houden tien plaatsen vrij tot juni." in chair.text
    chair.open(f"{meeting}/minutes")
    assert "Kampen zijn vol voor wie laat kan betalen." in chair.text
    sound(chair)


def test_a_date_is_found_without_signing_in(visit):
    chair = visit(PHONE).sign_in("coordinator").open(f"{HEIST}/polls/add")
    page = chair.page
    page.fill("[name=title]", "Wanneer praten we over de kaart?")
    for number, day in ((1, "2099-04-01"), (2, "2099-04-08")):
        page.fill(f"[name=on_{number}]", day)
        page.fill(f"[name=begins_{number}]", "10:00")
        page.fill(f"[name=ends_{number}]", "12:00")
    page.check("[name=addresses] >> nth=0")
    sound(chair)
    chair.send()
    poll = page.url.removeprefix(chair.address)
    link = newest_link(chair)

    chair.open(poll)
    sound(chair)
    assert "Vraag opnieuw aan 1 persoon" in chair.text

    guest = visit(PHONE)
    guest.page.goto(link)
    sound(guest)
    for row in guest.page.locator("main fieldset").all():
        row.get_by_label("misschien").check()
    guest.send()
    assert "Je antwoord is bewaard" in guest.text

    chair.open(poll)
    sound(chair)
    with page.expect_navigation():
        page.get_by_role("button", name="Kies deze datum").first.click()
    assert "1 april 2099" in chair.text


@pytest.mark.parametrize("who", ["partner", "coordinator"])
def test_an_informal_contact_is_noted_in_two_taps_and_four_fields(visit, who):
    visitor = visit(PHONE, has_touch=True, is_mobile=True).sign_in(who).open()
    page = visitor.page
    link = page.get_by_role("link", name="Schrijf een contact op").first
    assert link.bounding_box()["y"] < page.viewport_size["height"]  # without scrolling
    with page.expect_navigation():
        page.get_by_role("link", name="Schrijf een contact op").first.tap()
    assert page.locator("main form.form :is(input, select, textarea):visible").count() <= 4
    page.fill("[name=with_whom]", "Turnclub")
    page.fill("[name=outcome]", "Drie kinderen mogen proberen.")
    with page.expect_navigation():
        page.get_by_role("button", name="Bewaar").tap()
    assert "Drie kinderen mogen proberen." in visitor.text
    sound(visitor)
    visitor.follow("Schrijf dit op als inbreng")
    assert "/voices/record?contact=" in page.url


@pytest.mark.parametrize(("who", "link"), [("partner", "Meld wat je deed"), ("coordinator", "Schrijf een bijdrage op")])
def test_a_contribution_is_noted_in_two_taps_and_four_fields(visit, who, link):
    visitor = visit(PHONE, has_touch=True, is_mobile=True).sign_in(who).open()
    page = visitor.page
    with page.expect_navigation():
        page.get_by_role("link", name=link).first.tap()
    assert page.locator("main form.form :is(input, select, textarea):visible").count() <= 4
    if who == "coordinator":
        page.select_option("[name=action_id]", index=1)
    page.fill("[name=people_reached]", "7")
    with page.expect_navigation():
        page.get_by_role("button", name="Bewaar").tap()
    assert "Bewaard. Dank je wel." in visitor.text


def test_the_lists_of_meetings_and_contacts_and_the_mail_are_without_barrier(visit):
    chair = visit(PHONE).sign_in("coordinator")
    for path in ("/meetings?stand=cancelled", "/informal-contacts?text=kaart", "/informal-contacts/1", "/mail"):
        sound(chair.open(f"{HEIST}{path}"))
    sound(visit(PHONE).sign_in("admin").open("/installation/mail"))


def test_a_link_that_is_over_says_so_without_barrier(visit):
    visitor = visit(PHONE).open("/answers/meeting/bestaat-niet")
    assert "Deze link werkt niet meer" in visitor.text
    sound(visitor)
