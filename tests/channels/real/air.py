"""Phones on the fake SMSC of Kannel."""

from __future__ import annotations

import re
import socket
import threading
from dataclasses import dataclass
from urllib.parse import unquote_plus, unquote_to_bytes

from tests.channels.fakes.base import wait_until
from tests.channels.real.kannel import NUMBER
from tests.channels.running import fresh

SECONDS = 60
"""Until an answer comes; the machine may be busy."""


@dataclass
class Segment:
    """What reached the fake SMSC for one SMS, or for one of the pieces of a longer one."""

    receiver: str
    text: str
    series: str = ""
    """Names the longer one; "" for an SMS that stands alone."""


class Air:
    """All phones, in the protocol of Kannel's own `fakesmsc`: one message a line, with sender,
    receiver, kind and text; only a text of one piece may itself hold the ends of lines."""

    def __init__(self, port: int) -> None:
        self.segments: list[Segment] = []
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=10)
        self._socket.settimeout(None)
        self._thread = threading.Thread(target=self._listen, daemon=True)

    def __enter__(self) -> Air:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._thread.join(5)
        self._socket.close()

    def _listen(self) -> None:
        with self._socket.makefile("r", encoding="utf-8", newline="\n") as received:
            for line in received:
                self._note(line.removesuffix("\n"))

    def _note(self, line: str) -> None:
        if alone := re.match(rf"{NUMBER} (\+\d+) text (.*)", line):
            self.segments.append(Segment(alone[1], alone[2]))
        elif piece := re.match(rf"{NUMBER} (\+\d+) udh (\S+) data (.*)", line):
            header = unquote_to_bytes(piece[2])
            series = f"{header[3]} of {header[4]}"
            self.segments.append(Segment(piece[1], unquote_plus(piece[3]), series))
        else:
            self.segments[-1].text += "\n" + line

    def send(self, sender: str, text: str) -> None:
        """Write an SMS."""
        self._socket.sendall(f"{sender} {NUMBER} text {text}\n".encode())

    def pieces(self, receiver: str) -> list[Segment]:
        """What was billed for `receiver`."""
        return [segment for segment in list(self.segments) if segment.receiver == receiver]

    def heard(self, receiver: str) -> list[str]:
        """The messages as a phone shows them."""
        shown: dict[object, str] = {}
        for number, piece in enumerate(self.pieces(receiver)):
            key = piece.series or number
            shown[key] = shown.get(key, "") + piece.text
        return list(shown.values())


class Phone:
    """Somebody with a number."""

    def __init__(self, air: Air) -> None:
        self.number = f"+{fresh()}"
        self._air = air
        self._seen = 0

    def asks(self, text: str) -> str:
        """Send an SMS; the one that comes back."""
        self._air.send(self.number, text)
        return self.next()

    def next(self) -> str:
        wait_until(lambda: len(self._air.heard(self.number)) > self._seen, SECONDS)
        self._settle()
        said = self._air.heard(self.number)[self._seen]
        self._seen += 1
        return said

    def _settle(self) -> None:
        """Wait for all pieces of the last one."""

        def whole() -> bool:
            pieces = self._air.pieces(self.number)
            last = pieces[-1].series
            return not last or sum(p.series == last for p in pieces) == int(last.split()[-1])

        wait_until(whole, SECONDS)

    @property
    def count(self) -> int:
        """How many messages came in all."""
        return len(self._air.heard(self.number))
