"""A DNS of the loopback, whose names a test changes."""

from __future__ import annotations

import socket
import struct
import threading

_A = 1
_HEADER = struct.Struct(">HHHHHH")


class Names:
    """Knows an IPv4 address for each name in `known`, and no other name; use it with `with`."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> Names:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.sendto(b"", ("127.0.0.1", self.port))
        self._thread.join()
        self._socket.close()

    def _serve(self) -> None:
        while True:
            asked, client = self._socket.recvfrom(512)
            if not asked:
                return
            self._socket.sendto(self._answer(asked), client)

    def _answer(self, asked: bytes) -> bytes:
        number = _HEADER.unpack_from(asked)[0]
        end = asked.index(b"\0", _HEADER.size) + 5
        (kind,) = struct.unpack_from(">H", asked, end - 4)
        address = self.known.get(self._name(asked))
        found = [address] if address and kind == _A else []
        record = b"\xc0\x0c" + struct.pack(">HHIH", _A, 1, 1, 4)
        answers = b"".join(record + socket.inet_aton(address) for address in found)
        code = 0x8180 if address else 0x8183
        head = _HEADER.pack(number, code, 1, len(found), 0, 0)
        return head + asked[_HEADER.size : end] + answers

    def _name(self, asked: bytes) -> str:
        labels, at = [], _HEADER.size
        while length := asked[at]:
            labels.append(asked[at + 1 : at + 1 + length].decode())
            at += 1 + length
        return ".".join(labels)
