"""Mail: by SMTP when a server is set, otherwise into a folder that a page of the development server shows."""

from __future__ import annotations

import smtplib
import ssl
import threading
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from pathlib import Path
from typing import cast
from urllib.parse import unquote, urlsplit

from flask import current_app

from portal.foundation.clock import now


@dataclass(frozen=True)
class Letter:
    """A mail as it lies in the folder."""

    name: str
    to: str
    subject: str
    text: str
    sent_at: datetime | None


def send_mail(to: str, subject: str, text: str) -> bool:
    """Send one mail; False (and a line in the log) when the mail server does not take it."""
    message = EmailMessage(policy=policy.SMTP)
    message["From"] = current_app.config["MAIL_FROM"]
    message["To"] = to
    message["Subject"] = " ".join(subject.split())
    message["Date"] = formatdate(localtime=False)
    message["Message-ID"] = make_msgid(domain="portaal.invalid")
    message.set_content(text)
    address = current_app.config["MAIL_URL"]
    if not address:
        _lay_in_folder(message)
        return True
    try:
        _deliver(address, message)
    except (OSError, smtplib.SMTPException) as error:
        current_app.logger.error("mail not sent: %s", type(error).__name__)
        return False
    return True


def send_mail_later(to: str, subject: str, text: str) -> None:
    """Send beside the page: how long the page takes must not tell whether there was anybody to write to."""
    if not current_app.config["MAIL_URL"]:
        send_mail(to, subject, text)
        return
    app = current_app._get_current_object()  # type: ignore[attr-defined]

    def send() -> None:
        with app.app_context():
            send_mail(to, subject, text)

    threading.Thread(target=send, name="mail", daemon=True).start()


def _deliver(address: str, message: EmailMessage) -> None:
    """Schemes: smtp (plain, for a relay on the same machine), smtp+starttls, smtps."""
    parts = urlsplit(address)
    host, port = parts.hostname or "localhost", parts.port
    context = ssl.create_default_context()
    if parts.scheme == "smtps":
        server: smtplib.SMTP = smtplib.SMTP_SSL(host, port or 465, timeout=15, context=context)
    else:
        server = smtplib.SMTP(host, port or 25, timeout=15)
    with server:
        if parts.scheme == "smtp+starttls":
            server.starttls(context=context)
        if parts.username:
            server.login(unquote(parts.username), unquote(parts.password or ""))
        server.send_message(message)


def _lay_in_folder(message: EmailMessage) -> None:
    folder = cast(Path, current_app.config["MAIL_FOLDER"])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{now():%Y%m%dT%H%M%S%f}.eml").write_bytes(message.as_bytes())


def list_letters(most: int = 50) -> list[Letter]:
    """The newest mails in the folder, newest first."""
    folder = cast(Path, current_app.config["MAIL_FOLDER"])
    paths = sorted(folder.glob("*.eml"), reverse=True)[:most] if folder.exists() else []
    return [_read(path) for path in paths]


def _read(path: Path) -> Letter:
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    date = message["Date"]
    return Letter(
        name=path.stem,
        to=str(message["To"]),
        subject=str(message["Subject"]),
        text=message.get_content(),
        sent_at=date.datetime if date is not None else None,
    )
