"""The letters that accounts send: who gets them, their subject and their text."""

from __future__ import annotations

from flask import render_template
from flask_babel import gettext as _

from portal.accounts.models import Account, Invitation
from portal.post.addresses import outside_address
from portal.post.types import Letter


def reset_letter(account: Account, token: str) -> Letter:
    link = outside_address("accounts.choose_password", token=token)
    text = render_template("accounts/mail/reset.txt", account=account, link=link)
    return Letter(account.email, _("Kies een nieuw wachtwoord"), text)


def invitation_letter(invitation: Invitation, token: str, *, invited_by: str) -> Letter:
    link = outside_address("accounts.accept_invitation", token=token)
    text = render_template("accounts/mail/invitation.txt", invitation=invitation, link=link, invited_by=invited_by)
    return Letter(invitation.email, _("Uitnodiging: %(network)s", network=invitation.network.name), text)


def sent_notice(sent: bool) -> tuple[str, str]:
    """The message after sending, with its category."""
    if sent:
        return _("De uitnodiging is verstuurd."), "success"
    return _("De mailserver nam de uitnodiging nog niet aan. Ze wacht bij de mail en gaat vanzelf weg."), "warning"
