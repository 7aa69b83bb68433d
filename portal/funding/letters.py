"""Mail about four eyes: to who has to look, when the first thing waits; and to who gets something back."""

from __future__ import annotations

from collections.abc import Sequence

from flask import current_app, render_template
from flask_babel import force_locale
from flask_babel import gettext as _

from portal.accounts.models import Account
from portal.funding import awaiting
from portal.funding.models import Expense
from portal.funding.rules.approval import why_not_other_eyes
from portal.network.models import Network
from portal.post.addresses import outside_address
from portal.post.models import OutgoingMail
from portal.post.operations import queue_letter
from portal.post.types import Letter


def tell_approvers(network: Network, year: int, submitted: Sequence[Expense], *, waited: int) -> list[OutgoingMail]:
    """One mail to each who may look, and only when nothing waited before: what follows is on the front page."""
    if waited or not submitted:
        return []
    may = [
        one.id
        for one in awaiting.list_approvers(network.id)
        if any(
            not why_not_other_eyes(one.id, typed_by=x.typed_by, submitted_by_id=x.submitted_by_id) for x in submitted
        )
    ]
    by = submitted[0].submitted_by
    letters = [_letter_to_look(one, network, year, by, len(submitted)) for one in awaiting.list_who_want_mail(may)]
    return [queue_letter(letter, network_id=network.id) for letter in letters]


def tell_returned(network: Network, expense: Expense) -> list[OutgoingMail]:
    """To who submitted it: it came back, and what has to change stands behind the link."""
    if expense.submitted_by_id is None:
        return []
    readers = awaiting.list_who_want_mail([expense.submitted_by_id])
    return [queue_letter(_letter_back(one, network, expense), network_id=network.id) for one in readers]


def _letter_to_look(reader: Account, network: Network, year: int, by: str, count: int) -> Letter:
    link = outside_address("funding.approvals", slug=network.slug, year=year)
    with force_locale(current_app.config["LANGUAGES"][reader.language]):
        subject = _("Wil je uitgaven nakijken van %(network)s?", network=network.name)
        values = {"reader": reader, "network": network, "by": by, "count": count, "link": link}
        text = render_template("funding/mail/to_approve.txt", **values)
    return Letter(reader.email, subject, text)


def _letter_back(reader: Account, network: Network, expense: Expense) -> Letter:
    link = outside_address("funding.expense", slug=network.slug, year=expense.year, expense_id=expense.id)
    with force_locale(current_app.config["LANGUAGES"][reader.language]):
        subject = _("Een uitgave komt terug: nummer %(number)s", number=expense.number)
        values = {"reader": reader, "network": network, "expense": expense, "link": link}
        text = render_template("funding/mail/returned.txt", **values)
    return Letter(reader.email, subject, text)
