"""A small load: eight readers that ask one page over and over for a few seconds, on this machine alone."""

from __future__ import annotations

import http.client
import socket
import statistics
import threading
import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

READERS = 8
PATIENCE = 60


class WrongAnswer(RuntimeError):
    """A page did not answer 200 while it was measured."""


@dataclass
class Measured:
    """What came of all rounds of one page."""

    rates: list[float] = field(default_factory=list)
    times: list[float] = field(default_factory=list)

    @property
    def per_second(self) -> float:
        """Of the middle round: one slow moment of the machine decides nothing."""
        return statistics.median(self.rates) if self.rates else 0.0

    def at(self, share: float) -> float:
        """The time in ms below which this share of the answers came."""
        ordered = sorted(self.times)
        return ordered[min(int(len(ordered) * share), len(ordered) - 1)] * 1000 if ordered else 0.0


def ask_once(address: str, cookie: str = "") -> tuple[float, int, bytes]:
    """Seconds, status and body of one question."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=PATIENCE)
    began = time.perf_counter()
    connection.request("GET", _target(address), headers={"Cookie": cookie} if cookie else {})
    answer = connection.getresponse()
    body = answer.read()
    took = time.perf_counter() - began
    connection.close()
    return took, answer.status, body


def measure(address: str, cookie: str, seconds: float, into: Measured) -> None:
    """Ask with all readers at once for so many seconds; adds to what was measured before."""
    gathered: list[list[float]] = [[] for _reader in range(READERS)]
    wrong: list[str] = []
    until = time.perf_counter() + seconds

    def read(times: list[float]) -> None:
        try:
            with Reader(address, cookie) as reader:
                while time.perf_counter() < until:
                    times.append(reader.ask())
        except (OSError, WrongAnswer) as error:
            wrong.append(f"{address}: {error}")

    threads = [threading.Thread(target=read, args=(times,)) for times in gathered]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if wrong:
        raise WrongAnswer(wrong[0])
    seen = [one for times in gathered for one in times]
    into.rates.append(len(seen) / (time.perf_counter() - began))
    into.times += seen


def _target(address: str) -> str:
    parts = urlsplit(address)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


class Reader:
    """One connection that stays open; it does as little as it can, to leave the machine to the server."""

    def __init__(self, address: str, cookie: str) -> None:
        parts = urlsplit(address)
        self.place = (str(parts.hostname), parts.port or 80)
        lines = [
            f"GET {_target(address)} HTTP/1.1",
            f"Host: {parts.netloc}",
            "Accept-Encoding: gzip",
            *([f"Cookie: {cookie}"] if cookie else []),
        ]
        self.question = ("\r\n".join(lines) + "\r\n\r\n").encode()

    def __enter__(self) -> Reader:
        self.line = socket.create_connection(self.place, timeout=PATIENCE)
        self.line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return self

    def __exit__(self, *_error: object) -> None:
        self.line.close()

    def ask(self) -> float:
        began = time.perf_counter()
        self.line.sendall(self.question)
        got = b""
        while b"\r\n\r\n" not in got:
            got += self._more()
        head, _separator, body = got.partition(b"\r\n\r\n")
        if b" 200 " not in head.split(b"\r\n", 1)[0]:
            raise WrongAnswer(head.split(b"\r\n", 1)[0].decode())
        length = int(head.lower().split(b"content-length:", 1)[1].split(b"\r\n", 1)[0])
        missing = length - len(body)
        while missing > 0:
            missing -= len(self._more())
        took = time.perf_counter() - began
        if b"connection: close" in head.lower():
            self.line.close()
            self.__enter__()
        return took

    def _more(self) -> bytes:
        chunk = self.line.recv(262_144)
        if not chunk:
            raise WrongAnswer("the server hung up")
        return chunk
