"""The mail that brings a link to read along: no name, one link, what to do when reading is hard."""

from __future__ import annotations

from flask import render_template
from flask_babel import gettext as _

from portal.meetings.letters import in_dutch
from portal.network.models import Network
from portal.post.types import Letter
from portal.reviews.models import ReviewRound


def link_letter(address: str, held: ReviewRound, network: Network, link: str) -> Letter:
    """In Dutch, whatever the language of who sends it."""
    with in_dutch():
        subject = _("Wat vind jij? %(title)s", title=held.title)
        text = render_template("reviews/mail/link.txt", round=held, network=network, link=link)
    return Letter(address, subject, text)
