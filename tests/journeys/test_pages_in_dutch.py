"""Every page of a coordinator, in Dutch: no barrier, nothing blocked, nothing too wide; also after a refused form."""

from __future__ import annotations

import pytest

from tests.journeys.tour import walk
from tests.journeys.visitor import NARROW, PHONE

HEIST = "/networks/heist-op-den-berg"
REFUSED = (
    "partners/invite",
    "2026/expenses/record",
    "2026/contributions/log",
    "2026/actions/add",
    "people/invite",
    "voices/record",
    "voices/promise",
)


def test_no_page_of_a_coordinator_has_a_barrier_in_dutch(visit):
    visitor = visit().sign_in("coordinator")
    seen, wrong = walk(visitor)
    assert wrong == []
    assert {f"{HEIST}", f"{HEIST}/partners", f"{HEIST}/N/expenses", f"{HEIST}/N/actions/N"} <= seen
    assert {f"{HEIST}/voices{page}" for page in ("", "/N", "/record", "/N/answer", "/N/tell-back", "/promise")} <= seen
    assert visitor.language == "nl"


def test_a_planted_barrier_is_found(visit):
    visitor = visit().open("/sign-in")
    visitor.page.evaluate("() => document.querySelector('main').append(document.createElement('input'))")
    assert any("label" in one for one in visitor.barriers())
    visitor.page.evaluate(
        "() => document.querySelector('main').append(Object.assign(document.createElement('canvas'), {width: 900}))"
    )
    assert visitor.resize(NARROW).overflow() != []


@pytest.mark.parametrize("form", REFUSED)
def test_a_refused_form_has_no_barrier_and_says_what_is_wrong(visit, form):
    visitor = visit(PHONE).sign_in("coordinator").open(f"{HEIST}/{form}")
    visitor.page.evaluate("() => document.querySelectorAll('main input[type=text]').forEach(one => one.value = '')")
    visitor.send()
    assert visitor.page.locator(".error-summary li").count() > 0
    assert visitor.page.evaluate("() => document.activeElement.className") == "error-summary"
    assert visitor.unfold().barriers() == []
    assert visitor.resize(NARROW).overflow() == []


def test_a_page_before_signing_in_has_no_barrier(visit):
    visitor = visit(PHONE)
    for path in ("/sign-in", "/password/ask", "/nowhere"):
        assert visitor.open(path).barriers() == []
        assert visitor.overflow() == []
