"""A picture of one page of every kind, per role and width; tells what does not fit or does not answer."""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from tests.tools.chromium import launch_options
from tests.tools.portal_server import ROOT, running_portal

PASSWORD = "lokaal-netwerk-demo"
ACCOUNTS = {
    role: f"{role}@{'portal' if role == 'admin' else 'heist'}.example"
    for role in ("coordinator", "partner", "expert", "viewer", "admin")
}
WIDTHS = {360: 780, 1280: 900}
Scheme = Literal["light", "dark"]
START = "/networks/heist-op-den-berg"
NO_PAGES = re.compile(r"\.(csv|xlsx|docx|json|pdf|png|ics)$|/(export|download|proofs|templates|assets|api)\b|/leave$")
CHANGING = re.compile(r"\d+")
LINKS = "links => links.map(link => link.href)"
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def kind_of(path: str) -> str:
    """Pages that differ only in a number are one kind."""
    return CHANGING.sub("N", path)


def visit(page: Page, address: str, limit: int) -> Iterator[tuple[str, int]]:
    """Follow the links of the portal, one page of each kind; yields kind and status of the open page."""
    waiting, seen = ["/", START], {"/", START}
    while waiting and limit > 0:
        path = waiting.pop(0)
        answer = page.goto(f"{address}{path}", wait_until="load")
        yield kind_of(path), answer.status if answer else 0
        limit -= 1
        for href in page.eval_on_selector_all("a[href]", LINKS):
            there = urlsplit(href)
            kind = kind_of(there.path)
            if href.startswith(address) and kind not in seen and not NO_PAGES.search(there.path):
                seen.add(kind)
                waiting.append(there.path)


@contextmanager
def signed_in(browser: Browser, address: str, role: str, scheme: Scheme) -> Iterator[Page]:
    """A browser page of somebody who has signed in."""
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 900}, locale="nl-BE")
    page = context.new_page()
    page.goto(f"{address}/sign-in")
    page.fill("input[name=email]", ACCOUNTS[role])
    page.fill("input[name=password]", PASSWORD)
    page.click("main form [type=submit]")
    page.wait_for_url(lambda url: "/sign-in" not in url)
    yield page
    context.close()


class Album:
    """The pictures of one run, and what was wrong on the pages."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pages = 0
        self.remarks: dict[str, None] = {}

    def remark(self, text: str) -> None:
        self.remarks[text] = None

    def take(self, page: Page, role: str, kind: str, status: int) -> None:
        """Save the open page at every width."""
        self.pages += 1
        if status >= 400:
            self.remark(f"{role} {kind} answers {status}")
        name = kind.strip("/").replace("/", "-") or "home"
        for width, height in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            page.wait_for_timeout(150)
            too_wide = page.evaluate(OVERFLOW)
            if too_wide > 0:
                self.remark(f"{role} {kind} is {too_wide} pixels too wide at {width}")
            place = self.folder / f"{role}-{width}"
            place.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=place / f"{name}.png", full_page=True)

    def listen(self, page: Page, role: str) -> None:
        """Errors in the console, such as a style or script that the policy blocks, are remarks too."""

        def note(message: ConsoleMessage) -> None:
            if message.type == "error":
                self.remark(f"{role} {urlsplit(page.url).path}: {message.text}")

        page.on("console", note)


def fill(album: Album, address: str, roles: list[str], scheme: Scheme, limit: int) -> None:
    """Pictures of all pages that these roles reach from the front page."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        for role in roles:
            with signed_in(browser, address, role, scheme) as page:
                album.listen(page, role)
                for kind, status in visit(page, address, limit):
                    album.take(page, role, kind, status)
        browser.close()


def main() -> int:
    """Take the pictures; 1 when something is wrong on a page."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--roles", default="coordinator,partner,expert", help=f"of {', '.join(ACCOUNTS)}, or all")
    asked.add_argument("--scheme", default="light", choices=("light", "dark"))
    asked.add_argument("--limit", type=int, default=120, help="pages for each role")
    asked.add_argument("--address", help="of a portal that runs already; otherwise one starts with demo data")
    asked.add_argument("--folder", type=Path, default=ROOT / "instance" / "screenshots")
    chosen = asked.parse_args()
    roles = list(ACCOUNTS) if chosen.roles == "all" else chosen.roles.split(",")
    album = Album(chosen.folder)
    if chosen.address:
        fill(album, chosen.address.rstrip("/"), roles, chosen.scheme, chosen.limit)
    else:
        with tempfile.TemporaryDirectory() as data, running_portal(Path(data)) as address:
            fill(album, address, roles, chosen.scheme, chosen.limit)
    print("\n".join([*album.remarks, f"{album.pages} pages, {len(album.remarks)} remarks, in {chosen.folder}"]))
    return 1 if album.remarks else 0


if __name__ == "__main__":
    sys.exit(main())
