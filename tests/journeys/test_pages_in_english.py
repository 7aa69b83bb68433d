"""Every page in English, and what the other roles see; the language is chosen in the footer."""

from __future__ import annotations

import pytest

from tests.journeys.tour import walk


def speak_english(visitor):
    with visitor.page.expect_navigation():
        visitor.page.get_by_role("button", name="English").click()
    assert visitor.language == "en"
    return visitor


def test_no_page_of_a_coordinator_has_a_barrier_in_english(visit):
    visitor = speak_english(visit().sign_in("coordinator"))
    _seen, wrong = walk(visitor)
    assert wrong == []
    assert visitor.language == "en"


@pytest.mark.parametrize("role", ["expert", "partner"])
def test_no_page_of_another_role_has_a_barrier(visit, role):
    _seen, wrong = walk(visit().sign_in(role))
    assert wrong == []


def test_the_language_stays_as_chosen_and_the_page_stays_the_same(visit):
    visitor = visit().sign_in("coordinator").open("/networks/heist-op-den-berg/partners")
    speak_english(visitor)
    assert visitor.page.url.endswith("/partners")
    assert "Sign out" in visitor.page.inner_text("header")
    assert visitor.open().language == "en"
    with visitor.page.expect_navigation():
        visitor.page.get_by_role("button", name="Nederlands").click()
    assert visitor.language == "nl"
