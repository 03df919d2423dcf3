"""Nothing of what people write or are called is in a log or in a refusal, by any transport."""

from __future__ import annotations

import json

import pytest

from tests.channels.web.client import post, tab, websocket
from tests.server.marks import MARKS, SENDER, leaks
from tests.server.running import Server


@pytest.mark.parametrize("text", ["boum", "absurde", "muet", "bonjour", "/boum", "choix:1"])
async def test_nothing_of_a_person_is_printed_or_sent_back(bot: Server, text: str) -> None:
    """What the server printed is looked through once all tests have used it."""
    said = {"id": SENDER, "text": f"{text} {MARKS}"}
    async with tab(bot) as one, websocket(bot) as raw:
        assert (await one.say(said["text"], said["id"]))["ok"]
        for event, body in (
            ("say", {**said, "id": f"{SENDER} {MARKS}"}),
            ("choose", {"id": SENDER + "2", "n": 1, "key": MARKS}),
            (MARKS, said),
        ):
            refused = await one.call(event, body)
            assert not refused["ok"]
            assert leaks(json.dumps(refused, ensure_ascii=False).replace(SENDER, "")) == []
        await raw.send(f'42["{MARKS}",{{"{SENDER}":"{MARKS}"}}]')
        await raw.send(f'4{{"{MARKS}":1}}')
    refusals = [
        post(bot, "session", {"token": MARKS, "last": MARKS}),
        post(bot, "say", {"token": MARKS, **said}),
        post(bot, "forget", f'{{"{MARKS}'.encode()),
        bot.get(f"/socket.io/?EIO=4&transport={SENDER}&sid={SENDER}"),
        bot.request("POST", "/webhooks/web/say", said, Origin=f"https://{SENDER}.example"),
    ]
    assert all(response.status >= 400 for response in refusals)
    assert leaks(b"".join(response.body for response in refusals).decode()) == []
    opened = post(bot, "session", {}).json
    assert post(bot, "say", {"token": opened["token"], **said}).json["ok"]
