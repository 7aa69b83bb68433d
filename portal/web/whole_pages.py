"""A heavy page as this reader saw it before: remembered whole and packed, but for the places of the form's token."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Response, g, request, session
from flask_babel import get_locale
from flask_login import current_user
from flask_wtf.csrf import generate_csrf

from portal.foundation.clock import today
from portal.web.guards import current_actor
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
    """For a view that only reads one network, beneath its guard: built once for a reader, an address and a day.

    Nothing but the form's token differs between two views of such a page; messages that are shown once are never kept.
    """

    @wraps(view)
    def shown(network: Any, **values: Any) -> Any:
        if request.method != "GET" or MESSAGES in session:
            return view(network, **values)
        answers: list[Any] = []

        def build() -> RememberedPage:
            answers.append(view(network, **values))
            if not isinstance(answers[0], str):
                raise NotToRemember
            return RememberedPage(answers[0], generate_csrf())

        try:
            page = remembered(_key(network), build)
        except NotToRemember:
            return answers[0]
        return _answer(page, generate_csrf().encode())

    return shown


def _key(network: Any) -> tuple[Any, ...]:
    actor = current_actor()
    return (
        "page",
        request.endpoint,
        request.full_path,
        network.id,
        g.revision,
        (current_user.id, current_user.name),
        (actor.is_administrator, actor.roles, actor.partner_ids),
        str(get_locale()),
        today(),
    )


def _answer(page: RememberedPage, token: bytes) -> Response:
    packs = "gzip" in request.headers.get("Accept-Encoding", "")
    answer = Response(page.gzipped(token) if packs else page.plain(token), mimetype="text/html")
    answer.vary.add("Accept-Encoding")
    if packs:
        answer.headers["Content-Encoding"] = "gzip"
    return answer
