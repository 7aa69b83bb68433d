"""The mails of hearing again: in very plain words, in Dutch, and without a word about who she is or what she said."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Response as Answer
from flask import after_this_request, current_app, has_request_context, render_template
from flask_babel import gettext as _

from portal.meetings.letters import in_dutch
from portal.network.models import Network
from portal.participation.models import Tiding, Voice
from portal.participation.news import tiding_news
from portal.participation.types import TidingKind
from portal.post.addresses import outside_address
from portal.post.models import OutgoingMail
from portal.post.operations import queue_letter, send_beside
from portal.post.types import Letter


def speaker_letter(tiding: Tiding, voice: Voice, network: Network, token: str) -> Letter:
    """What there is to tell, and the link that ends the mails (RFC 8058 too)."""
    with _addressed(), in_dutch():
        stop = outside_address("following.follow", token=token)
        text = render_template(
            "participation/mail/speaker.txt",
            network=network,
            response=voice.response if tiding.kind is TidingKind.ANSWERED else None,
            news=tiding_news(tiding.kind, tiding.current, tiding.about),
            stop=stop,
        )
        subject = _("Nieuws van het vrijetijdsnetwerk")
    headers = {"List-Unsubscribe": f"<{stop}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    return Letter(voice.reply_address, subject, text, headers=headers)


def companion_letter(voice: Voice, network: Network, token: str) -> Letter:
    """The question to pass something on; what it is stands behind the link."""
    address = voice.companion.email if voice.companion else voice.reply_address
    with _addressed(), in_dutch():
        link = outside_address("following.follow", token=token)
        text = render_template("participation/mail/companion.txt", network=network, link=link)
        subject = _("Wil je iets doorvertellen?")
    return Letter(address, subject, text)


def post_letter(letter: Letter, *, network_id: int | None) -> OutgoingMail:
    """In the queue with what it is about; tried right after the page was saved."""
    mail = queue_letter(letter, network_id=network_id)
    if has_request_context():

        @after_this_request
        def send(answer: Answer) -> Answer:
            send_beside([mail])
            return answer

    return mail


@contextmanager
def _addressed() -> Iterator[None]:
    """Letters hold addresses of pages; a command has no request to take them from."""
    if has_request_context():
        yield
        return
    base = current_app.config["PUBLIC_ADDRESS"] or "http://localhost:8000"
    with current_app.test_request_context(base_url=base):
        yield
