"""A heavy page as this reader saw it before: remembered whole and packed, but for the places of the form's token."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Response, request, session
from flask_babel import get_locale
from flask_wtf.csrf import generate_csrf

from portal.foundation.clock import today
from portal.web.guards import doorkeeper
from portal.web.remembering import remembered

MESSAGES = "_flashes"  # where Flask keeps messages that are shown once
GZIP_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
LAST_BLOCK = b"\x03\x00"


class NotToRemember(Exception):
    """The view answered something else than a page."""


class RememberedPage:
    """What stands between the tokens, as it is and packed.

    A token is put between packed parts as it is: compressed together with the text around it, its length could tell
    a listener what it is.
    """

    def __init__(self, html: str, token: str) -> None:
        self.parts = tuple(html.encode().split(token.encode()))
        self.packed = tuple(_packed(part) for part in self.parts)

    def __len__(self) -> int:
        return sum(map(len, self.parts + self.packed))

    def plain(self, token: bytes) -> bytes:
        return token.join(self.parts)

    def gzipped(self, token: bytes) -> bytes:
        """One gzip stream: the parts were packed without looking back, so that they fit behind anything."""
        between = struct.pack("<BHH", 0, len(token), len(token) ^ 0xFFFF) + token
        checked = length = 0
        for number, part in enumerate(self.parts):
            if number:
                checked, length = zlib.crc32(token, checked), length + len(token)
            checked, length = zlib.crc32(part, checked), length + len(part)
        return GZIP_HEAD + between.join(self.packed) + LAST_BLOCK + struct.pack("<II", checked, length & 0xFFFFFFFF)


def _packed(part: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(part) + packer.flush(zlib.Z_FULL_FLUSH)


def remembered_page(view: Callable[..., Any]) -> Callable[..., Any]:
    """For a guarded view that only reads one network: built once for a reader, an address and a day.

    It stands above the guard. Who gets a remembered page has passed the guard for it: the same account, with a session
    that is alive and was not ended, in a network where no record, role or account has changed since (the revision).
    Nothing but the form's token differs between two views of such a page; messages that are shown once are never kept.
    """

    @wraps(view)
    def shown(**values: Any) -> Any:
        fresh = request.method != "GET" or MESSAGES in session
        reader = None if fresh else doorkeeper().reader_of_session(values["slug"])
        if reader is None:
            return view(**values)
        answers: list[Any] = []

        def build() -> RememberedPage:
            answers.append(view(**values))
            if not isinstance(answers[0], str):
                raise NotToRemember
            return RememberedPage(answers[0], generate_csrf())

        key = ("page", request.endpoint, request.full_path, reader, str(get_locale()), today())
        try:
            page = remembered(key, build)
        except NotToRemember:
            return answers[0]
        return _answer(page, generate_csrf().encode())

    return shown


def _answer(page: RememberedPage, token: bytes) -> Response:
    packs = "gzip" in request.headers.get("Accept-Encoding", "")
    answer = Response(page.gzipped(token) if packs else page.plain(token), mimetype="text/html")
    answer.vary.add("Accept-Encoding")
    if packs:
        answer.headers["Content-Encoding"] = "gzip"
    return answer
