"""Each message is answered once, in its order, whatever the platform delivers and how often."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.channels.fakes import meta, telegram
from tests.channels.fakes.base import wait_until
from tests.channels.running import (
    CHANNELS,
    Platforms,
    environment,
    fresh,
    phones,
    to_meta,
    to_telegram,
)
from tests.server.running import Server


def tours(heard: list[str]) -> list[int]:
    """Which turn each of the bot's answers counts."""
    found = [line for text in heard for line in text.splitlines() if line.startswith("Tour ")]
    return [int(line.rstrip(".").removeprefix("Tour ")) for line in found]


@pytest.mark.parametrize("channel", CHANNELS)
def test_the_same_message_three_times_gets_one_answer(
    mini_server: Server, platforms: Platforms, channel: str
) -> None:
    phone, number = phones(mini_server, platforms)[channel], fresh()
    for _ in range(3):
        assert phone.say("combien", number).status == 200
    phone.say("combien")
    wait_until(lambda: len(phone.heard()) == 2)
    assert tours(phone.heard()) == [1, 2]


def test_three_deliveries_at_once_get_one_answer(mini_server: Server, platforms: Platforms) -> None:
    phone, number = phones(mini_server, platforms)["whatsapp"], fresh()
    with ThreadPoolExecutor(3) as pool:
        assert [r.status for r in pool.map(lambda _: phone.say("combien", number), range(3))] == [
            200
        ] * 3
    phone.say("combien")
    wait_until(lambda: len(phone.heard()) == 2)
    assert tours(phone.heard()) == [1, 2]


def test_a_batch_is_answered_whole(mini_server: Server, platforms: Platforms) -> None:
    """Of several people, in several entries, with what needs no answer in between."""
    first, second = f"9{fresh()}", f"9{fresh()}"
    event = meta.messenger(
        meta.messenger_text(fresh(), first, "combien"),
        {"sender": {"id": first}, "recipient": {"id": meta.PAGE}, "read": {"watermark": 1}},
        meta.messenger_text(fresh(), second, "combien"),
    )
    event["entry"] += meta.messenger(meta.messenger_text(fresh(), first, "combien"))["entry"]
    assert to_meta(mini_server, "messenger", event).status == 200
    wait_until(lambda: len(platforms.meta.said(first)) == 2 and platforms.meta.said(second))
    assert tours(platforms.meta.said(first)) == [1, 2]
    assert tours(platforms.meta.said(second)) == [1]


def test_what_is_older_than_a_day_is_not_answered(
    mini_server: Server, platforms: Platforms
) -> None:
    """A late delivery, or a request that somebody recorded and plays again."""
    sender, day = str(fresh()), 86_400
    old = meta.whatsapp_text(fresh(), sender, "combien", ago=day + 60)
    recent = meta.whatsapp_text(fresh(), sender, "combien", ago=day - 600)
    assert to_meta(mini_server, "whatsapp", meta.whatsapp(old, recent)).status == 200
    chat, page = fresh(), f"9{fresh()}"
    update = telegram.message(fresh(), chat, "combien", date=int(time.time()) - day - 60)
    assert to_telegram(mini_server, update).status == 200
    assert to_telegram(mini_server, telegram.message(fresh(), chat, "combien")).status == 200
    for ago in (day + 60, 0):
        event = meta.messenger(meta.messenger_text(fresh(), page, "combien", ago=ago))
        assert to_meta(mini_server, "messenger", event).status == 200
    heard: list[Callable[[], list[str]]] = [
        lambda: platforms.meta.said(sender),
        lambda: platforms.meta.said(page),
        lambda: platforms.telegram.said(chat),
    ]
    wait_until(lambda: all(said() for said in heard))
    assert [tours(said()) for said in heard] == [[1], [1], [1]]


def test_fifty_people_at_once_are_each_answered_in_order(
    mini_server: Server, platforms: Platforms
) -> None:
    people = [phones(mini_server, platforms)["telegram"] for _ in range(50)]

    def talk(number: int) -> list[int]:
        return [people[number].say("combien").status for _ in range(2)]

    with ThreadPoolExecutor(16) as pool:
        assert list(pool.map(talk, range(50))) == [[200, 200]] * 50
    wait_until(lambda: all(len(person.heard()) == 2 for person in people), 60)
    assert [tours(person.heard()) for person in people] == [[1, 2]] * 50


def test_the_webhook_does_not_wait_for_the_answer(
    mini_server: Server, platforms: Platforms
) -> None:
    """With an action that hangs (until it is given up after two seconds)."""
    seconds, people = [], [phones(mini_server, platforms)["telegram"] for _ in range(9)]
    for person in people:
        started = time.monotonic()
        assert person.say("dodo").status == 200
        seconds.append(time.monotonic() - started)
    assert not people[-1].heard()
    assert min(seconds) < 0.2, "the best of nine: the others may have waited for a busy machine"
    wait_until(lambda: all(person.heard() for person in people))


def test_a_restart_neither_repeats_nor_loses_an_answer(
    minibot_folder: Path, platforms: Platforms, tmp_path: Path
) -> None:
    env = environment(
        VIGIE_CHANNEL_STORE=str(tmp_path / "store" / "channels.sqlite"), VIGIE_ACTION_SECONDS="1"
    )
    answered, hanging, number = fresh(), fresh(), fresh()
    update = telegram.message(number, answered, "combien")
    calls = len(platforms.calls)
    with Server(minibot_folder, tmp_path / "first.log", **env) as server:
        assert len(platforms.calls) == calls, "starting registers nothing and greets nobody"
        assert to_telegram(server, update).status == 200
        wait_until(lambda: platforms.telegram.said(answered))
        to_telegram(server, telegram.message(fresh(), answered, "stop"))
        wait_until(lambda: len(platforms.telegram.said(answered)) == 2)
        to_telegram(server, telegram.message(fresh(), hanging, "dodo"))
        assert not platforms.telegram.said(hanging)
        assert server.stop() == 0
    assert platforms.telegram.said(hanging), "what was being answered is finished at the end"
    with Server(minibot_folder, tmp_path / "second.log", **env) as server:
        other = fresh()
        for _ in range(2):
            assert to_telegram(server, update).status == 200
        to_telegram(server, telegram.message(fresh(), answered, "bonjour"))
        to_telegram(server, telegram.message(fresh(), other, "bonjour"))
        to_telegram(server, telegram.message(fresh(), other, "bonjour"))
        wait_until(lambda: len(platforms.telegram.said(other)) == 2)
    assert len(platforms.telegram.said(answered)) == 2, "neither repeated, nor started again"
    mode = (tmp_path / "store" / "channels.sqlite").stat().st_mode & 0o777
    assert mode == 0o600
