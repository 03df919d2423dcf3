"""Who is believed: only a request that its platform signed, and never with an empty secret."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.channels.fakes import meta, telegram, twilio
from tests.channels.fakes.base import wait_until
from tests.channels.running import (
    FORM,
    PUBLIC,
    Platforms,
    environment,
    fresh,
    phones,
    post,
    to_twilio,
)
from tests.server.running import Response, Server
from vigie.channels.shared.intake import is_from_meta, is_from_twilio, meta_signature, same
from vigie.channels.shared.intake import twilio_signature as sign

URL = f"{PUBLIC}/webhooks/twilio/webhook"
Forge = Callable[[Server], Response]


def _telegram(**headers: str) -> Forge:
    body = json.dumps(telegram.message(fresh(), fresh(), "bonjour")).encode()
    return lambda server: post(server, "telegram", body, **headers)


def _meta(channel: str, headers: dict[str, str] | None = None, tamper: bool = False) -> Forge:
    body, given = _body(channel), headers or {}
    if tamper:
        given = meta.signed(body)
        body = body.replace(b"bonjour", b"bonsoir")
    return lambda server: post(server, channel, body, **given)


def _body(channel: str) -> bytes:
    event = meta.whatsapp(meta.whatsapp_text(fresh(), str(fresh()), "bonjour"))
    if channel == "messenger":
        event = meta.messenger(meta.messenger_text(fresh(), str(fresh()), "bonjour"))
    return json.dumps(event).encode()


def _bare(channel: str) -> Forge:
    body = _body(channel)
    digest = meta_signature(body, meta.APP_SECRET).partition("=")[2]
    return lambda server: post(server, channel, body, **{"X-Hub-Signature-256": digest})


def _respaced(channel: str) -> Forge:
    """The signature is over the raw body, not over what it means."""
    body = _body(channel)
    return lambda server: post(server, channel, body + b" ", **meta.signed(body))


def _sha1(channel: str) -> Forge:
    body = _body(channel)
    mac = hmac.new(meta.APP_SECRET.encode(), body, hashlib.sha1).hexdigest()
    names = {"X-Hub-Signature": f"sha1={mac}", "X-Hub-Signature-256": f"sha1={mac}"}
    return lambda server: post(server, channel, body, **names)


def _twilio(token: str = twilio.TOKEN, url: str = URL, tamper: bool = False) -> Forge:
    fields = twilio.form(fresh(), f"+{fresh()}", "bonjour")
    headers = {"X-Twilio-Signature": sign(url, fields, token), "Content-Type": FORM}
    if tamper:
        fields = [(name, "+15559999" if name == "From" else value) for name, value in fields]
    return lambda server: post(server, "twilio", urlencode(fields).encode(), **headers)


HEADER = "X-Telegram-Bot-Api-Secret-Token"
FORGED = {
    "telegram unsigned": (401, _telegram()),
    "telegram empty secret": (401, _telegram(**{HEADER: ""})),
    "telegram wrong secret": (403, _telegram(**{HEADER: "telegram-webhook-secrex"})),
    "telegram prefix of the secret": (403, _telegram(**{HEADER: telegram.SECRET[:-1]})),
    "telegram secret that is no ASCII": (403, _telegram(**{HEADER: "clé"})),
    "whatsapp unsigned": (401, _meta("whatsapp")),
    "whatsapp tampered": (403, _meta("whatsapp", tamper=True)),
    "whatsapp signed with an empty key": (
        403,
        _meta("whatsapp", {"X-Hub-Signature-256": meta_signature(b"", "")}),
    ),
    "whatsapp signed by SHA-1": (403, _sha1("whatsapp")),
    "whatsapp signature without a digest": (
        403,
        _meta("whatsapp", {"X-Hub-Signature-256": "sha256="}),
    ),
    "messenger unsigned": (401, _meta("messenger")),
    "messenger tampered": (403, _meta("messenger", tamper=True)),
    "messenger signed with an empty key": (
        403,
        _meta("messenger", {"X-Hub-Signature-256": meta_signature(b"", "")}),
    ),
    "messenger signed by SHA-1": (403, _sha1("messenger")),
    "messenger signature without its algorithm": (403, _bare("messenger")),
    "messenger signed for other bytes of the same JSON": (403, _respaced("messenger")),
    "twilio unsigned": (401, lambda server: post(server, "twilio", b"From=%2B1&Body=x")),
    "twilio tampered": (403, _twilio(tamper=True)),
    "twilio other token": (403, _twilio(token="other")),
    "twilio empty token": (403, _twilio(token="")),
    "twilio signed for another address": (403, _twilio(url=URL.replace("vigie.", "evil."))),
}


def _refused(server: Server) -> dict[str, float]:
    text = server.get("/metrics").body.decode()
    return {
        label: float(value)
        for label, value in re.findall(r"^vigie_channel_refused_total(\{.*\}) (\S+)$", text, re.M)
    }


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_request_is_refused_and_counted(
    mini_server: Server, platforms: Platforms, name: str
) -> None:
    status, forge = FORGED[name]
    before, calls = sum(_refused(mini_server).values()), len(platforms.calls)
    log = len(mini_server.output)
    response = forge(mini_server)
    assert response.status == status
    assert set(response.json) == {"error"}
    assert sum(_refused(mini_server).values()) == before + 1
    assert len(platforms.calls) == calls
    assert "vigie.channels" not in mini_server.output[log:]


@pytest.mark.parametrize("channel", ["telegram", "whatsapp", "messenger"])
def test_a_signed_body_that_is_no_json_is_refused(mini_server: Server, channel: str) -> None:
    for body in (b"", b"{", b"\xff", b"[" * 30_000):
        headers = {**meta.signed(body), HEADER: telegram.SECRET}
        assert post(mini_server, channel, body, **headers).status == 400


def test_an_endless_body_is_refused(mini_server: Server) -> None:
    body = b"x" * 4_400_000
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # it may hang up first
        assert post(mini_server, "telegram", body, **{HEADER: telegram.SECRET}).status == 413
    assert mini_server.get("/health/live").status == 200


def test_a_long_batch_is_taken_whole(mini_server: Server, platforms: Platforms) -> None:
    sender = str(fresh())
    padding = {"context": {"id": "x" * 60_000}}
    sent = [{**meta.whatsapp_text(fresh(), sender, "combien"), **padding} for _ in range(3)]
    body = json.dumps(meta.whatsapp(*sent)).encode()
    assert len(body) > 180_000
    assert post(mini_server, "whatsapp", body, **meta.signed(body)).status == 200
    wait_until(lambda: len(platforms.meta.said(sender)) == 3)


HANDSHAKES = [
    ({"hub.mode": "subscribe", "hub.verify_token": meta.VERIFY, "hub.challenge": "1158"}, 200),
    ({"hub.mode": "subscribe", "hub.verify_token": "wrong", "hub.challenge": "1158"}, 403),
    ({"hub.mode": "subscribe", "hub.verify_token": "", "hub.challenge": "1158"}, 401),
    ({"hub.mode": "subscribe", "hub.challenge": "1158"}, 401),
    ({"hub.mode": "unsubscribe", "hub.verify_token": meta.VERIFY, "hub.challenge": "1"}, 400),
    ({"hub.mode": "subscribe", "hub.verify_token": meta.VERIFY, "hub.challenge": "<b>"}, 400),
    ({}, 401),
]


@pytest.mark.parametrize("channel", ["whatsapp", "messenger"])
@pytest.mark.parametrize(("query", "status"), HANDSHAKES)
def test_the_handshake_of_meta(
    mini_server: Server, channel: str, query: dict[str, str], status: int
) -> None:
    got = mini_server.get(f"/webhooks/{channel}/webhook?{urlencode(query)}")
    assert got.status == status
    assert (got.body == b"1158") == (status == 200)


def test_a_form_with_blank_and_repeated_fields_is_believed(
    mini_server: Server, platforms: Platforms
) -> None:
    caller = f"+{fresh()}"
    fields = twilio.form(fresh(), caller, "bonjour", FromCity="", FromState="Élan & Cie")
    assert to_twilio(mini_server, fields).status == 200
    wait_until(lambda: platforms.twilio.said(caller))


EMPTY = {"TELEGRAM_SECRET": "", "META_APP_SECRET": "  ", "TWILIO_AUTH_TOKEN": ""}


@pytest.fixture(scope="module")
def server_without_secrets(
    minibot_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    log = tmp_path_factory.mktemp("log") / "server.log"
    store = str(log.with_name("empty.sqlite"))
    env = environment(VIGIE_CHANNEL_STORE=store, **EMPTY)
    del env["MESSENGER_TOKEN"]
    with Server(minibot_folder, log, **env) as server:
        yield server


@pytest.mark.parametrize("channel", ["telegram", "whatsapp", "messenger", "twilio"])
def test_a_channel_with_an_empty_secret_is_not_served(
    server_without_secrets: Server, channel: str
) -> None:
    for headers in ({}, {HEADER: ""}, meta.signed(b"{}", ""), {"X-Twilio-Signature": ""}):
        assert post(server_without_secrets, channel, b"{}", **headers).status == 404


def test_it_says_which_secret_is_empty_and_serves_the_rest(server_without_secrets: Server) -> None:
    said = server_without_secrets.output
    for words in (
        "TELEGRAM_SECRET est vide",
        "META_APP_SECRET est vide",
        "MESSENGER_TOKEN manque",
        "TWILIO_AUTH_TOKEN est vide",
    ):
        assert words in said
    assert server_without_secrets.say("bonjour")


def test_no_scheme_believes_an_empty_secret() -> None:
    assert not same("", "")
    assert not is_from_meta(b"x", meta_signature(b"x", ""), "")
    assert not is_from_twilio("u", [], sign("u", [], ""), "")
    assert is_from_meta(b"x", meta_signature(b"x", "k"), "k")


def test_the_signature_of_twilio_is_the_one_of_its_documentation() -> None:
    """The example of https://www.twilio.com/docs/usage/security."""
    fields = {
        "CallSid": "CA1234567890ABCDE",
        "Caller": "+14158675310",
        "Digits": "1234",
        "From": "+14158675310",
        "To": "+18005551212",
    }
    url = "https://example.com/myapp.php?foo=1&bar=2"
    assert sign(url, fields.items(), "12345") == "L/OH5YylLD5NRKLltdqwSvS0BnU="


def test_everybody_is_answered_where_the_signature_is_right(
    mini_server: Server, platforms: Platforms
) -> None:
    for phone in phones(mini_server, platforms).values():
        assert phone.say("bonjour").status == 200
        wait_until(phone.heard)
    assert not platforms.breaches
