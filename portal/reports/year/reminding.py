"""What goes out by itself about deadlines: to coordinators, 30, 7 and 1 days before, and every week after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from flask import current_app, render_template
from flask_babel import force_locale, ngettext

from portal.accounts.models import Account
from portal.accounts.queries import list_assignments
from portal.closing import rules
from portal.closing.operations import note_reminder
from portal.foundation.actor import Role
from portal.foundation.clock import today
from portal.funding.queries import regime_overrides
from portal.funding.term_queries import list_terms
from portal.funding.terms import Term
from portal.meetings.queries.people import find_choice
from portal.network.models import Network
from portal.network.queries import list_networks
from portal.post.addresses import outside_address
from portal.post.operations import queue_letter
from portal.post.types import Letter


def queue_reminders() -> int:
    """One mail for each coordinator of a network with deadlines to be told of; how many were queued.

    What was told once is not told again on the same day, also when nobody wanted to hear of it.
    """
    count, overrides = 0, regime_overrides()
    for network in list_networks():
        years = range(today().year - 1, today().year + 2)
        terms = list_terms(network, years, today=today(), overrides=overrides)
        due = [one for one in terms if not one.is_change and rules.needs_reminder(one.due, one.mark, today())]
        if not due:
            continue
        for account in list_to_remind(network.id):
            queue_letter(reminder_letter(account, network, due, today()), network_id=network.id)
            count += 1
        for term in due:
            note_reminder(network.id, year=term.year, deadline=term.key, on=today())
    return count


def list_to_remind(network_id: int) -> list[Account]:
    """The coordinators of a network, without those who want no mail of the portal."""
    found = {
        one.account.id: one.account
        for one in list_assignments(network_id)
        if one.role is Role.COORDINATOR and one.ended_at is None and one.account.is_active_account
    }
    return [account for account in found.values() if not _wants_no_mail(account)]


def _wants_no_mail(account: Account) -> bool:
    choice = find_choice(account.id)
    return choice is not None and choice.is_off


def reminder_letter(account: Account, network: Network, terms: Sequence[Term], on: date) -> Letter:
    with _in_language_of(account):
        subject = ngettext(
            "%(network)s: een termijn komt eraan", "%(network)s: %(num)s termijnen", len(terms), network=network.name
        )
        text = render_template(
            "years/mail/reminder.txt",
            account=account,
            network=network,
            terms=[(one, outside_address("years.year", slug=network.slug, year=one.year)) for one in terms],
            today=on,
            link=outside_address("calendar.calendar"),
        )
    return Letter(account.email, subject, text)


@contextmanager
def _in_language_of(account: Account) -> Iterator[None]:
    languages = current_app.config["LANGUAGES"]
    with force_locale(languages.get(account.language, languages["nl"])):
        yield
