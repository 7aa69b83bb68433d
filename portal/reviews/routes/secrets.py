"""The page that shows the secrets of new links, once; nothing keeps them but the reader's paper."""

from __future__ import annotations

from collections.abc import Iterable

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue

from portal.accounts.secrets import hash_token
from portal.network.models import Network
from portal.post.addresses import outside_address
from portal.reviews.cards import can_make_cards
from portal.reviews.forms.rounds import MailLinksForm
from portal.reviews.models import ReviewLink, ReviewRound

Made = tuple[ReviewLink, str]
TOKENS = "token"  # the hidden fields that carry secrets from this page to the cards or the mail


def secrets_page(
    network: Network, held: ReviewRound, made: Iterable[Made], form: MailLinksForm | None = None
) -> ResponseReturnValue:
    """The addresses to copy, with the ways to print or mail them."""
    return render_template(
        "reviews/secrets.html",
        round=held,
        made=[(link, token, reading_address(token)) for link, token in made],
        form=form or MailLinksForm(formdata=None),
        has_cards=can_make_cards(),
    ), 200 if form is None else form.http_status


def reading_address(token: str) -> str:
    return outside_address("reading.begin", token=token)


def sent_secrets(held: ReviewRound) -> list[Made]:
    """The links of this round whose secrets came along with a form; others do not exist."""
    by_hash = {link.token_hash: link for link in held.links if link.revoked_at is None}
    sent = list(dict.fromkeys(request.form.getlist(TOKENS)))
    found = [(by_hash[hashed], token) for token in sent if (hashed := hash_token(token)) in by_hash]
    return found or abort(400)
