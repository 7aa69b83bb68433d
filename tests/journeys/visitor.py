"""Somebody at a browser: signs in, reads, fills in, and notes what is wrong on every page that passes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Page

from tests.tools.screenshots import ACCOUNTS, OVERFLOW, PASSWORD, START

AXE = (Path(__file__).parent / "vendor" / "axe-4.14.1.min.js").read_text(encoding="utf-8")
RUN_AXE = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations.map(
    one => `${one.id}: ${one.help} at ` + one.nodes.map(node => node.target.join(" ")).slice(0, 4).join(" and "))"""
TELL_VIOLATIONS = """document.addEventListener("securitypolicyviolation", event =>
    console.error("the policy blocked " + event.violatedDirective + " " + event.blockedURI))"""
UNFOLD = "() => document.querySelectorAll('details').forEach(one => { one.open = true })"
IN_FOCUS = """selector => {
    const here = document.activeElement;
    const ring = getComputedStyle(here);
    return {there: here.matches(selector), what: here.outerHTML.slice(0, 120),
            seen: here === document.body || here.type === "date" ||  // Chromium marks the parts of a date itself
                  ring.outlineStyle !== "none" || ring.boxShadow !== "none"};
}"""
PHONE, DESK, NARROW = (360, 780), (1280, 900), (320, 640)
MOST_TABS = 120


class Visitor:
    """One browser window; `problems` holds what the console said and what the policy blocked."""

    def __init__(self, browser: Browser, address: str, size: tuple[int, int] = DESK, **options: Any) -> None:
        self.address = address
        self.context = browser.new_context(viewport=_size(size), locale="nl-BE", **options)
        self.context.set_default_timeout(10_000)
        self.context.add_init_script(TELL_VIOLATIONS)
        self.page: Page = self.context.new_page()
        self.problems: list[str] = []
        self.page.on("console", self._note)
        self.page.on("pageerror", lambda error: self.problems.append(f"{self.page.url}: {error}"))

    def _note(self, message: ConsoleMessage) -> None:
        # A refused form answers 4xx, and Chromium writes that down as an error too.
        if message.type == "error" and "status of 4" not in message.text:
            self.problems.append(f"{self.page.url}: {message.text}")

    def close(self) -> None:
        self.context.close()

    def sign_in(self, role: str) -> Visitor:
        self.open("/sign-in")
        self.page.fill("input[name=email]", ACCOUNTS[role])
        self.page.fill("input[name=password]", PASSWORD)
        self.send()
        self.page.wait_for_url(lambda address: "/sign-in" not in address)
        return self

    def open(self, path: str = START) -> Visitor:
        self.page.goto(f"{self.address}{path}", wait_until="load")
        return self

    def send(self) -> Visitor:
        """Press the main button of the page's form."""
        with self.page.expect_navigation():
            self.page.click("main form.form [type=submit]")
        return self

    def follow(self, name: str) -> Visitor:
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=name).first.click()
        return self

    def resize(self, size: tuple[int, int]) -> Visitor:
        self.page.set_viewport_size(_size(size))
        return self

    @property
    def text(self) -> str:
        """The words on the page, with single spaces."""
        return " ".join(self.page.inner_text("main").split())

    @property
    def language(self) -> str | None:
        return self.page.get_attribute("html", "lang")

    def unfold(self) -> Visitor:
        self.page.evaluate(UNFOLD)
        return self

    def barriers(self) -> list[str]:
        """What axe finds on the page as it stands."""
        self.page.evaluate(AXE)
        found: list[str] = self.page.evaluate(RUN_AXE)
        return [f"{self._where()} {one}" for one in found]

    def overflow(self) -> list[str]:
        """Whether the page is wider than the window."""
        too_wide = self.page.evaluate(OVERFLOW)
        return [f"{self._where()} is {too_wide} pixels too wide"] if too_wide > 0 else []

    def _where(self) -> str:
        size = self.page.viewport_size or {"width": 0}
        return f"{self.page.url.removeprefix(self.address)} ({self.language}, {size['width']})"

    def tab_to(self, selector: str) -> Visitor:
        """Walk with the tab key alone; every stop on the way must show that it has the focus."""
        for _stop in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            here = self.page.evaluate(IN_FOCUS, selector)
            assert here["seen"], f"no focus ring on {here['what']}"
            if here["there"]:
                return self
        raise AssertionError(f"the tab key does not reach {json.dumps(selector)} on {self._where()}")

    def error_beside(self, name: str) -> str:
        """What stands beside a field, found the way a screen reader finds it."""
        field = self.page.locator(f"main [name={name}]").first
        ids = (field.get_attribute("aria-describedby") or "").split()
        return " ".join(self.page.inner_text(f"[id='{one}']") for one in ids if one.endswith("-error"))


def _size(size: tuple[int, int]) -> Any:
    return {"width": size[0], "height": size[1]}
