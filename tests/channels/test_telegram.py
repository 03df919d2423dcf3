"""Telegram, through a real server, against a fake that enforces its limits."""

from __future__ import annotations

from tests.channels.fakes.base import wait_until
from tests.channels.fakes.telegram import message
from tests.channels.running import Platforms, fresh, to_telegram
from tests.server.running import Server


def test_a_question_is_answered(chat_server: Server, platforms: Platforms) -> None:
    chat = fresh()
    update = message(fresh(), chat, "Qui surveille le travail forcé ?")
    assert to_telegram(chat_server, update).status == 200
    wait_until(lambda: platforms.telegram.said(chat))
    (said,) = platforms.telegram.said(chat)
    assert "À savoir : Telegram voit" in said.replace("\u00a0", " ")
    assert "(DoL)" in said and "(USTR)" in said and "Source" in said
    assert not platforms.telegram.breaches
