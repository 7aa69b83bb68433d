"""Mail: by SMTP when a server is set, otherwise into a folder that a page of the development server shows."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Mapping
from contextlib import suppress
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


class MailNotTaken(Exception):
    """The mail server did not take a mail; `for_good` when asking again makes no sense."""

    def __init__(self, reason: str, *, for_good: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.for_good = for_good


def new_message_id() -> str:
    """Stays with a mail however often it is tried, so that a reader never sees it twice."""
    return make_msgid(domain="portaal.invalid")


def send_mail(to: str, subject: str, text: str) -> bool:
    """Send one mail now; False (and a line in the log) when the mail server does not take it."""
    with Mailbag() as bag:
        try:
            bag.send(to, subject, text, message_id=new_message_id())
        except MailNotTaken:
            return False
    return True


class Mailbag:
    """Sends mails over one connection, opened at the first; into the folder when no server is set."""

    def __init__(self, timeout: float = 15) -> None:
        self.timeout = timeout
        self.is_broken = False  # the server does not answer: the other mails need not be tried
        self._server: smtplib.SMTP | None = None

    def __enter__(self) -> Mailbag:
        return self

    def __exit__(self, *_error: object) -> None:
        if self._server is not None:
            with suppress(OSError, smtplib.SMTPException):
                self._server.quit()

    def send(
        self,
        to: str,
        subject: str,
        text: str,
        *,
        message_id: str,
        headers: Mapping[str, str] | None = None,
        attachment: tuple[str, str, bytes] | None = None,
    ) -> None:
        """Send one mail; raises MailNotTaken."""
        message = written_message(to, subject, text, message_id, headers or {}, attachment)
        address = current_app.config["MAIL_URL"]
        if not address:
            _lay_in_folder(message)
            return
        try:
            if self._server is None:
                self._server = _connected(address, self.timeout)
            self._server.send_message(message)
        except (smtplib.SMTPRecipientsRefused, smtplib.SMTPResponseException) as error:
            self._refused(error)
        except (OSError, smtplib.SMTPException) as error:
            self.is_broken = True
            current_app.logger.error("mail not sent: %s", type(error).__name__)
            raise MailNotTaken(type(error).__name__, for_good=False) from error

    def _refused(self, error: smtplib.SMTPException) -> None:
        """What the server said of one mail, or of us; 4xx means later, 5xx of an address means never."""
        current_app.logger.error("mail not sent: %s", type(error).__name__)
        if isinstance(error, smtplib.SMTPRecipientsRefused):
            code, words = next(iter(error.recipients.values()), (450, b""))
            raise MailNotTaken(f"{code} {_plain_words(words)}", for_good=code >= 500) from error
        code = int(getattr(error, "smtp_code", 450))
        # A refused connection, sender or password is ours to repair: the mail itself stays good.
        ours = isinstance(error, smtplib.SMTPConnectError | smtplib.SMTPAuthenticationError | smtplib.SMTPHeloError)
        self.is_broken = ours
        for_good = code >= 500 and not ours and not isinstance(error, smtplib.SMTPSenderRefused)
        raise MailNotTaken(f"{code} {_plain_words(getattr(error, 'smtp_error', b''))}", for_good=for_good) from error


def _plain_words(words: bytes | str) -> str:
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())[:150]


def written_message(
    to: str,
    subject: str,
    text: str,
    message_id: str,
    headers: Mapping[str, str],
    attachment: tuple[str, str, bytes] | None,
) -> EmailMessage:
    """The mail as it goes out; a calendar stands in it twice, as mail programs expect: as a part and as a file."""
    message = EmailMessage(policy=policy.SMTP.clone(max_line_length=998))  # a folded address is no address
    message["From"] = current_app.config["MAIL_FROM"]
    message["To"] = to
    message["Subject"] = " ".join(subject.split())
    message["Date"] = formatdate(localtime=False)
    message["Message-ID"] = message_id
    for name, value in headers.items():
        message[name] = value
    message.set_content(text)
    if attachment is not None:
        name, content_type, body = attachment
        kind, _separator, parameters = content_type.partition(";")
        main, _slash, sub = kind.strip().partition("/")
        if kind == "text/calendar":
            method = parameters.partition("=")[2].strip() or "PUBLISH"
            message.add_alternative(body.decode(), subtype="calendar", params={"method": method, "name": name})
            message.add_attachment(body, maintype="application", subtype="ics", filename=name)
        else:
            message.add_attachment(body, maintype=main, subtype=sub, filename=name)
    return message


def _connected(address: str, timeout: float) -> smtplib.SMTP:
    """Schemes: smtp (plain, for a relay on the same machine), smtp+starttls, smtps."""
    parts = urlsplit(address)
    host, port = parts.hostname or "localhost", parts.port
    context = ssl.create_default_context()
    if parts.scheme == "smtps":
        server: smtplib.SMTP = smtplib.SMTP_SSL(host, port or 465, timeout=timeout, context=context)
    else:
        server = smtplib.SMTP(host, port or 25, timeout=timeout)
    try:
        if parts.scheme == "smtp+starttls":
            server.starttls(context=context)
        if parts.username:
            server.login(unquote(parts.username), unquote(parts.password or ""))
    except (OSError, smtplib.SMTPException):
        server.close()
        raise
    return server


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
        text=_text_of(message),
        sent_at=date.datetime if date is not None else None,
    )


def _text_of(message: EmailMessage) -> str:
    part = message.get_body(("plain",))
    return str(part.get_content()) if part is not None else ""
