"""Reading pages in tests: every answer is parsed strictly and must keep what every page promises."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import html5lib
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event
from werkzeug.test import TestResponse

from portal.extensions import db

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
FIELDS = {"input", "select", "textarea"}
UNLABELLED = {"hidden", "submit", "button"}


class UnsavedChanges(AssertionError):
    """A request ended with changes that nobody committed, or a page that was only read changed something."""


class PageCheck(HTMLParser):
    """Collects what a page promises: one h1, a title, labelled fields, nothing inline, each id once."""

    def __init__(self) -> None:
        super().__init__()
        self.headings = 0
        self.labelled: set[str] = set()
        self.fields: list[dict[str, str | None]] = []
        self.ids: list[str] = []
        self.problems: list[str] = []
        self.language = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.headings += tag == "h1"
        if tag == "html":
            self.language = values.get("lang") or ""
        if tag == "label" and values.get("for"):
            self.labelled.add(str(values["for"]))
        if tag in FIELDS and values.get("type") not in UNLABELLED:
            self.fields.append(values)
        if values.get("id"):
            self.ids.append(str(values["id"]))
        if "style" in values:
            self.problems.append(f"inline style on <{tag}>")
        self.problems += [f"inline handler {name}" for name in values if name.startswith("on")]
        if tag == "style" or (tag == "script" and not values.get("src")):
            self.problems.append(f"inline <{tag}>")

    def verdict(self) -> list[str]:
        found = list(self.problems)
        if self.headings != 1:
            found.append(f"{self.headings} h1")
        if self.language not in ("nl", "en"):
            found.append(f"language {self.language!r}")
        found += [
            f"field without label: {field.get('name')}"
            for field in self.fields
            if field.get("id") not in self.labelled and not field.get("aria-label") and not field.get("aria-labelledby")
        ]
        found += [f"id twice: {one}" for one in sorted({one for one in self.ids if self.ids.count(one) > 1})]
        return found


def page_problems(html: str) -> list[str]:
    """What is wrong with a page; empty when it keeps all promises."""
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(html)
    broken = [f"html: {code} at {place}" for place, code, _details in parser.errors]
    check = PageCheck()
    check.feed(html)
    return broken + check.verdict()


class WatchfulClient(FlaskClient):
    """A test client that fails on broken pages and on requests that end with unsaved changes."""

    checks_pages = True

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        with watching_saves() as saves:
            response = super().open(*args, **kwargs)
        method = response.request.method
        if saves["unsaved"] and response.status_code in (301, 302, 303):
            raise UnsavedChanges(f"{method} {response.request.path} redirected with unsaved changes")
        if method == "GET" and saves["flushed"]:
            raise UnsavedChanges(f"GET {response.request.path} changed something")
        if (
            self.checks_pages
            and response.mimetype == "text/html"
            and response.data
            and response.status_code not in (301, 302, 303, 308)
        ):
            problems = page_problems(response.get_data(as_text=True))
            assert problems == [], f"{response.request.path}: {problems}"
        return response


class watching_saves:  # noqa: N801
    """What the session did meanwhile: `flushed` anything, and whether something is still `unsaved`."""

    def __enter__(self) -> dict[str, bool]:
        self.seen = {"flushed": False, "unsaved": False}
        event.listen(db.session, "after_flush", self._flushed)
        event.listen(db.session, "after_commit", self._saved)
        return self.seen

    def __exit__(self, *_error: object) -> None:
        event.remove(db.session, "after_flush", self._flushed)
        event.remove(db.session, "after_commit", self._saved)

    def _flushed(self, *_args: Any) -> None:
        self.seen["flushed"] = self.seen["unsaved"] = True

    def _saved(self, *_args: Any) -> None:
        self.seen["unsaved"] = False


def text_of(response: TestResponse) -> str:
    """The words of a page, without mark-up and with single spaces."""
    document = html5lib.parse(response.get_data(as_text=True), namespaceHTMLElements=False)
    body = document.find("body")
    return " ".join(" ".join(body.itertext()).split()) if body is not None else ""


def client_of(app: Flask) -> WatchfulClient:
    app.test_client_class = WatchfulClient
    return app.test_client()  # type: ignore[return-value]
