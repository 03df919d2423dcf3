"""A platform that refuses, limits, fails or says nothing; a queue that is full."""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.channels.fakes import meta, telegram, twilio
from tests.channels.fakes.base import Fake, Fault, wait_until
from tests.channels.running import (
    Phone,
    Platforms,
    entries,
    environment,
    fresh,
    phones,
    to_meta,
    to_telegram,
    to_twilio,
)
from tests.channels.test_once import tours
from tests.server.running import Server


def fake_of(platforms: Platforms, channel: str) -> Fake:
    return {"telegram": platforms.telegram, "twilio": platforms.twilio}.get(channel, platforms.meta)


def counted(server: Server, name: str, **labels: str) -> float:
    text = server.get("/metrics").body.decode()
    written = ",".join(f'{k}="{v}"' for k, v in sorted(labels.items()))
    found = re.search(rf"^vigie_channel_{name}_total\{{{written}\}} (\S+)$", text, re.M)
    return float(found.group(1)) if found else 0.0


def idle(server: Server, channel: str) -> bool:
    """Whether nothing waits or is being answered."""
    text = server.get("/metrics").body.decode()
    found = re.search(rf'^vigie_channel_queued\{{channel="{channel}"\}} (\S+)$', text, re.M)
    return not found or float(found.group(1)) == 0


PASSING = {
    "asks for a second": ("telegram", Fault(429, 1.0), 1.0),
    "asks for a moment": ("telegram", Fault(429, 0.3), 0.3),
    "limits by a header": ("twilio", Fault(429, 1), 1.0),
    "limits, and says no time": ("whatsapp", Fault(429), 0.4),
    "passing error, as a bad request": ("messenger", Fault(400), 0.4),
    "fails": ("whatsapp", Fault(503), 0.4),
}


@pytest.mark.parametrize("name", PASSING)
def test_what_passes_is_tried_again_when_the_platform_wants(
    mini_server: Server, platforms: Platforms, name: str
) -> None:
    channel, fault, least = PASSING[name]
    phone, fake = phones(mini_server, platforms)[channel], fake_of(platforms, channel)
    before = counted(mini_server, "retries", channel=channel)
    fake.faults.append(fault)
    phone.say("combien")
    wait_until(phone.heard)
    failed, taken = fake.calls[-2:]
    assert (failed.status, taken.status // 100) == (fault.status, 2)
    assert failed.body == taken.body
    assert taken.at - failed.at >= least
    assert counted(mini_server, "retries", channel=channel) == before + 1
    assert len(phone.heard()) == 1


GIVEN_UP = {
    "refuses": ([Fault(403)], "refused"),
    "asks for an hour": ([Fault(429, 3600)], "limited"),
    "fails each time": ([Fault(500)] * 3, "failing"),
}


@pytest.mark.parametrize("name", GIVEN_UP)
def test_what_does_not_pass_is_given_up_and_counted(
    mini_server: Server, platforms: Platforms, name: str
) -> None:
    faults, reason = GIVEN_UP[name]
    phone = phones(mini_server, platforms)["telegram"]
    before = counted(mini_server, "dead_letters", channel="telegram", reason=reason)
    platforms.telegram.faults.extend(faults)
    phone.say("combien")
    wait_until(
        lambda: counted(mini_server, "dead_letters", channel="telegram", reason=reason) > before
    )
    assert not platforms.telegram.faults
    phone.say("combien")
    wait_until(phone.heard)
    assert "Tour 2." in phone.heard()[0], "the conversation goes on"


def test_one_slow_chat_does_not_hold_up_another(mini_server: Server, platforms: Platforms) -> None:
    slow, quick = (phones(mini_server, platforms)["telegram"] for _ in range(2))
    platforms.telegram.faults.append(Fault(429, 1.5))
    slow.say("combien")
    wait_until(lambda: not platforms.telegram.faults)
    quick.say("combien")
    wait_until(quick.heard)
    assert not slow.heard()
    wait_until(slow.heard)


@pytest.fixture(scope="module")
def small_server(
    minibot_folder: Path, platforms: Platforms, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """Room for three messages; Telegram is down, and Messenger is not waited for long."""
    folder = tmp_path_factory.mktemp("small") / "bot"
    folder.mkdir()
    for item in minibot_folder.iterdir():
        if item.name not in ("credentials.yml", ".vigie"):
            (folder / item.name).symlink_to(item)
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    found = entries(platforms)
    found["vigie.channels.telegram.TelegramChannel"]["base_url"] = f"http://127.0.0.1:{port}"
    found["vigie.channels.messenger.MessengerChannel"]["timeout_seconds"] = 1
    found["vigie.channels.twilio.TwilioChannel"]["daily_segments"] = 2
    (folder / "credentials.yml").write_text(yaml.safe_dump(found), "utf-8")
    env = environment(VIGIE_MAX_PENDING="3", VIGIE_ACTION_SECONDS="1.5", VIGIE_SENDER_RATE="6")
    with Server(folder, folder.parent / "server.log", **env) as server:
        yield server


def test_a_platform_that_is_down_stops_neither_the_start_nor_the_others(
    small_server: Server, platforms: Platforms
) -> None:
    reason = {"channel": "telegram", "reason": "unreachable"}
    started = time.monotonic()
    assert to_telegram(small_server, telegram.message(fresh(), fresh(), "combien")).status == 200
    assert time.monotonic() - started < 1
    phone = phones(small_server, platforms)["whatsapp"]
    phone.say("combien")
    wait_until(phone.heard)
    wait_until(lambda: counted(small_server, "dead_letters", **reason) == 1)
    assert "message non remis sur telegram (unreachable)" in small_server.output
    assert small_server.say("bonjour")


def test_a_full_queue_sends_the_message_back_and_takes_it_later(
    small_server: Server, platforms: Platforms
) -> None:
    """What fits of a batch is answered; the rest when it comes again, and nothing twice: a batch
    that is longer than the whole queue gets through."""
    busy, late = str(fresh()), str(fresh())
    hanging = meta.whatsapp(*(meta.whatsapp_text(fresh(), busy, "dodo") for _ in range(2)))
    assert to_meta(small_server, "whatsapp", hanging).status == 200
    batch = meta.whatsapp(*(meta.whatsapp_text(fresh(), late, "combien") for _ in range(5)))
    refused = to_meta(small_server, "whatsapp", batch)
    assert (refused.status, refused.headers["retry-after"]) == (503, "5")
    wait_until(lambda: len(platforms.meta.said(busy)) == 2)
    wait_until(lambda: to_meta(small_server, "whatsapp", batch).status == 200)
    wait_until(lambda: len(platforms.meta.said(late)) == 5)
    assert tours(platforms.meta.said(late)) == [1, 2, 3, 4, 5]


SILENT = {"once": (1, 1), "each time": (3, 0)}


@pytest.mark.parametrize("name", SILENT)
def test_a_platform_that_says_nothing_is_tried_again_but_not_for_ever(
    small_server: Server, platforms: Platforms, name: str
) -> None:
    times, heard = SILENT[name]
    lost = {"channel": "messenger", "reason": "timeout"}
    before = counted(small_server, "dead_letters", **lost)
    phone = phones(small_server, platforms)["messenger"]
    platforms.meta.faults.extend([Fault(0)] * times)
    phone.say("combien")
    wait_until(lambda: phone.heard() or counted(small_server, "dead_letters", **lost) > before)
    assert not platforms.meta.faults
    assert len(phone.heard()) == heard


def test_twilio_which_delivers_only_once_hears_at_once_that_the_queue_is_full(
    small_server: Server, platforms: Platforms
) -> None:
    wait_until(lambda: idle(small_server, "twilio"))
    callers = [f"+{fresh()}" for _ in range(5)]
    for caller in callers[:3]:
        to_twilio(small_server, twilio.form(fresh(), caller, "dodo"))
    busy = to_twilio(small_server, twilio.form(fresh(), callers[3], "bonjour"))
    help_ = to_twilio(small_server, twilio.form(fresh(), callers[4], "aidez-moi il me frappe"))
    assert busy.status == help_.status == 200
    assert busy.body.startswith(
        b'<?xml version="1.0" encoding="UTF-8"?><Response><Message>Beaucoup'
    )
    assert b"Beaucoup" not in help_.body, "there is room for help where the queue is full"
    wait_until(lambda: platforms.twilio.said(callers[4]))
    assert "911" in platforms.twilio.said(callers[4])[0]
    wait_until(lambda: counted(small_server, "received", channel="twilio", outcome="queued") == 4)


def test_the_daily_cap_of_sms_holds_for_all_but_distress(
    small_server: Server, platforms: Platforms
) -> None:
    capped = {"channel": "twilio", "outcome": "capped"}
    for _ in range(3):
        to_twilio(small_server, twilio.form(fresh(), f"+{fresh()}", "bonjour"))
        wait_until(lambda: idle(small_server, "twilio"))
    before = counted(small_server, "received", **capped)
    assert before >= 1
    refused = phones(small_server, platforms)["twilio"]
    refused.say("bonjour")
    wait_until(lambda: counted(small_server, "received", **capped) == before + 1)
    assert not refused.heard()
    urgent = phones(small_server, platforms)["twilio"]
    urgent.say("au secours, on m’a pris mon passeport et je suis enfermée")
    wait_until(urgent.heard)
    assert "911" in urgent.heard()[0]


def test_who_writes_too_fast_is_told_once_but_helped_always(
    small_server: Server, platforms: Platforms
) -> None:
    phone: Phone = phones(small_server, platforms)["messenger"]
    for number in range(10):
        assert phone.say("combien").status == 200
        if number < 6:
            wait_until(lambda: len(phone.heard()) == number + 1)  # noqa: B023
    phone.say("au secours, on me frappe")
    wait_until(lambda: len(phone.heard()) == 8)
    last = phone.heard()[6:]  # help waits for no other answer: it may come before the warning
    assert sorted("vite" in text for text in last) == [False, True]
    assert all("911" in text for text in last)
