"""The letters that accounts send: who gets them, their subject and their text."""

from __future__ import annotations

from typing import Any

from flask import current_app, render_template, request, url_for
from flask_babel import gettext as _

from portal.accounts.models import Account, Invitation

Mail = tuple[str, str, str]


def outside_address(endpoint: str, **values: Any) -> str:
    """A whole address for a mail, from the setting: a forged host header must not end up in a letter."""
    path = url_for(endpoint, **values)
    base = current_app.config["PUBLIC_ADDRESS"].rstrip("/") or request.host_url.rstrip("/")
    return base + path


def reset_letter(account: Account, token: str) -> Mail:
    link = outside_address("accounts.choose_password", token=token)
    text = render_template("accounts/mail/reset.txt", account=account, link=link)
    return account.email, _("Kies een nieuw wachtwoord"), text


def invitation_letter(invitation: Invitation, token: str, *, invited_by: str) -> Mail:
    link = outside_address("accounts.accept_invitation", token=token)
    text = render_template("accounts/mail/invitation.txt", invitation=invitation, link=link, invited_by=invited_by)
    return invitation.email, _("Uitnodiging: %(network)s", network=invitation.network.name), text


def sent_notice(sent: bool) -> tuple[str, str]:
    """The message after sending, with its category."""
    if sent:
        return _("De uitnodiging is verstuurd."), "success"
    return _("De mailserver nam de uitnodiging niet aan. Nodig deze persoon straks opnieuw uit."), "warning"
