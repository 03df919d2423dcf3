"""What may be on its way at once, before it is known who sends it."""

from __future__ import annotations

import json
import socket
from contextlib import ExitStack

import pytest

from tests.channels.fakes import meta, telegram
from tests.channels.running import fresh, to_meta, to_telegram
from tests.server.running import Server
from vigie.channels.shared import bodies


def head(path: str, length: int, *lines: str) -> bytes:
    first = (f"POST {path} HTTP/1.1", "Host: a", f"Content-Length: {length}")
    return "\r\n".join([*first, *lines, "", ""]).encode()


SIGNED = f"X-Hub-Signature-256: sha256={'0' * 64}"


@pytest.mark.parametrize(
    ("path", "lines"),
    [
        ("/webhooks/telegram/webhook", ["X-Telegram-Bot-Api-Secret-Token: wrong"]),
        ("/webhooks/whatsapp/webhook", ["X-Hub-Signature-256: sha256=no"]),
        ("/webhooks/messenger/webhook", []),
        ("/webhooks/twilio/webhook", []),
    ],
)
def test_who_cannot_be_the_platform_is_refused_before_the_body(
    mini_server: Server, path: str, lines: list[str]
) -> None:
    received = mini_server.raw(head(path, 4_000_000, *lines), seconds=3)
    assert received.startswith((b"HTTP/1.1 401", b"HTTP/1.1 403")), received


def test_long_bodies_on_their_way_are_bounded_in_all_and_short_ones_go_on(
    mini_server: Server,
) -> None:
    """Whoever forges a signature is known when the body is there: only so many may come."""
    request = head("/webhooks/whatsapp/webhook", bodies.BODY_BYTES, SIGNED)
    room = bodies.ALL_BODIES // bodies.BODY_BYTES
    with ExitStack() as opened:
        for _ in range(room):
            slow = opened.enter_context(socket.create_connection(("127.0.0.1", mini_server.port)))
            slow.sendall(request + b"{")
        received = b""
        for _ in range(50):  # until the server has read all those heads
            received = mini_server.raw(request + b"{", seconds=0.2)
            if received:
                break
        assert received.startswith(b"HTTP/1.1 503"), received
        sent = meta.whatsapp_text(fresh(), str(fresh()), "bonjour")
        assert to_meta(mini_server, "whatsapp", meta.whatsapp(sent)).status == 200
        update = telegram.message(fresh(), fresh(), "bonjour")
        assert json.loads(to_telegram(mini_server, update).body) == {}
