"""A real SMTP server for the length of a test."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller


class PostOffice:
    """What aiosmtpd hands over; an address that begins with "weg" is refused, one with "later" is put off."""

    def __init__(self) -> None:
        self.taken: list[EmailMessage] = []

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802 (aiosmtpd's name)
        if address.startswith("weg"):
            return "550 Er is hier niemand met die naam"
        if address.startswith("later"):
            return "450 Probeer het later opnieuw"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802 (aiosmtpd's name)
        self.taken.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


@contextmanager
def open_office(app) -> Iterator[PostOffice]:
    """The portal mails to this office while the block runs; afterwards the server is down."""
    office = PostOffice()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(office, hostname="localhost", port=port)
    controller.start()
    app.config["MAIL_URL"] = f"smtp://localhost:{port}"
    try:
        yield office
    finally:
        controller.stop()
        app.config["MAIL_URL"] = "smtp://localhost:1"
