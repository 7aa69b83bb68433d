"""One server with demo data and one browser for each worker; a window for each visitor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.visitor import Visitor
from tests.tools.chromium import launch_options
from tests.tools.portal_server import running_portal


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running_portal(tmp_path_factory.mktemp("portal")) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        yield browser
        browser.close()


@pytest.fixture
def visit(portal: str, browser: Browser) -> Iterator[Callable[..., Visitor]]:
    """A new visitor; afterwards nobody's console may hold an error."""
    visitors: list[Visitor] = []

    def begin(*args: Any, **options: Any) -> Visitor:
        visitors.append(Visitor(browser, portal, *args, **options))
        return visitors[-1]

    yield begin
    for visitor in visitors:
        visitor.close()
    assert [problem for visitor in visitors for problem in visitor.problems] == []


@pytest.fixture
def visit_alone(tmp_path: Path, browser: Browser) -> Iterator[Callable[..., Visitor]]:
    """A new visitor at a portal of the test's own: what is closed there stays closed, and nobody else changed it."""
    visitors: list[Visitor] = []
    with running_portal(tmp_path / "portal") as address:

        def begin(*args: Any, **options: Any) -> Visitor:
            visitors.append(Visitor(browser, address, *args, **options))
            return visitors[-1]

        yield begin
        for visitor in visitors:
            visitor.close()
    assert [problem for visitor in visitors for problem in visitor.problems] == []
