"""Nothing of a person is in any output of the server, at any level, whatever breaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.server.running import Server

SENDER = "expediteur-kumquat"
WORD = "xylophage"
TEXTS = [
    "bonjour",
    "combien",
    "choisir",
    "boum",
    "absurde",
    "muet",
    "dodo",
    "/restart",
    "/boum",
    "",
]


@pytest.mark.parametrize(("level", "form"), [("debug", "json"), ("warning", "text")])
def test_no_text_and_no_sender_in_any_output(
    minibot: Path, tmp_path: Path, level: str, form: str
) -> None:
    env = {"LOG_LEVEL": level, "LOG_FORMAT": form, "VIGIE_ACTION_SECONDS": "0.3"}
    with Server(minibot, tmp_path / "log", **env) as server:
        for text in TEXTS:
            server.say(f"{text} {WORD}", SENDER)
        server.say(WORD * 500, SENDER)
        server.post({"message": {"text": WORD}, "sender": SENDER})
        server.post(f'{{"message": "{WORD}'.encode())
        server.get(f"/{WORD}?q={SENDER}")
        server.raw(f"GET /{WORD} HTTP/9\r\n{SENDER}: {WORD}\r\n\r\n".encode())
        server.raw(f"{WORD}\r\n\r\n".encode())
        bodies = server.get("/metrics").body + server.get(f"/{WORD}").body
    assert WORD.encode() not in bodies
    shown = server.output
    assert "action en échec" in shown
    for secret in (WORD, SENDER, "kumquat", "Traceback", "secret:"):
        assert secret not in shown
