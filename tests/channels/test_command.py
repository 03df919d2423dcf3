"""`vigie channels`: what is ready, what is missing; `vigie channels register telegram`."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.channels.fakes import telegram
from tests.channels.fakes.base import Fault
from tests.channels.running import PUBLIC, Platforms, entries, environment
from tests.conftest import run_vigie
from vigie.channels.shared import texts, words
from vigie.commands import bridge
from vigie.commands import channels as command
from vigie.errors import Refusal

NAME = "vigie.channels.telegram.TelegramChannel"
Enter = Callable[..., Path]


@pytest.fixture
def enter(tmp_path: Path, platforms: Platforms, monkeypatch: pytest.MonkeyPatch) -> Enter:
    """Goes into a project of which only the credentials matter."""

    def go(unset: tuple[str, ...] = (), telegram: Any = None, **env: str) -> Path:
        found = entries(platforms)
        found[NAME].update(telegram or {})
        (tmp_path / "credentials.yml").write_text(yaml.safe_dump(found), "utf-8")
        (tmp_path / "config.yml").touch()
        monkeypatch.chdir(tmp_path)
        for name, value in environment(COLUMNS="220", **env).items():
            monkeypatch.setenv(name, value)
        for name in unset:
            monkeypatch.delenv(name)
        return tmp_path

    return go


def rows(printed: str) -> dict[str, list[str]]:
    """The cells of the table, by the name of the channel."""
    found = (re.split(r"\s*[│┃]\s*", line.strip("│┃ ")) for line in printed.splitlines())
    return {cells[0].strip(): cells[1:] for cells in found if len(cells) == 4}


def test_it_lists_what_is_ready_and_what_is_missing(
    enter: Enter, capsys: pytest.CaptureFixture[str]
) -> None:
    enter(META_APP_SECRET=" ", unset=("TWILIO_AUTH_TOKEN",))
    command.show()
    printed = capsys.readouterr().out
    found = rows(printed)
    assert found["Telegram"] == ["oui", "rien", "/webhooks/telegram/webhook"]
    assert found["WhatsApp"][0] == "non"
    assert "META_APP_SECRET est vide" in found["WhatsApp"][1]
    assert "TWILIO_AUTH_TOKEN manque" in found["SMS (Twilio)"][1]
    assert found["Matrix"][:2] == ["non", "absent de credentials.yml"]
    assert found["SMS (Kannel)"][:2] == ["non", "absent de credentials.yml"]
    for name, value in environment().items():
        assert name == "VIGIE_PUBLIC_URL" or value not in printed


def test_without_a_key_or_an_address_it_says_so(
    enter: Enter, capsys: pytest.CaptureFixture[str]
) -> None:
    enter(unset=("VIGIE_SECRET", "VIGIE_PUBLIC_URL"))
    command.show()
    found = rows(capsys.readouterr().out)
    assert "VIGIE_SECRET manque" in found["Telegram"][1]
    assert "VIGIE_PUBLIC_URL manque" in found["SMS (Twilio)"][1]


def test_register_gives_telegram_the_address_and_the_secret(
    enter: Enter, platforms: Platforms
) -> None:
    """The real command, in a process of its own."""
    done = run_vigie(enter(), "channels", "register", "telegram", **environment())
    assert done.returncode == 0, done.stderr
    assert f"{PUBLIC}/webhooks/telegram/webhook" in done.stdout
    call, menu = platforms.telegram.calls[-2:]
    assert [one["command"] for one in menu.body["commands"]] == list(texts.MENU)
    assert call.path.endswith("/setWebhook")
    assert call.body["secret_token"] == telegram.SECRET
    assert call.body["url"] == f"{PUBLIC}/webhooks/telegram/webhook"
    assert call.body["allowed_updates"] == ["message", "edited_message", "callback_query"]
    assert telegram.TOKEN not in done.stdout + done.stderr


def test_register_shows_the_menu_of_messenger_and_of_whatsapp(
    enter: Enter, platforms: Platforms, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each entry of a menu is a word that is understood."""
    enter()
    for channel in ("messenger", "whatsapp"):
        before = len(platforms.meta.calls)
        command.register(channel)
        assert f"/webhooks/{channel}/webhook" in capsys.readouterr().out
        made = platforms.meta.calls[before:]
        assert [call.status for call in made] == [200] * len(made)
        last = made[-1].body
        if channel == "messenger":
            (menu,) = last["persistent_menu"]
            words_ = [action["title"] for action in menu["call_to_actions"]]
            subscribed = made[0].body["subscribed_fields"].split(",")
            assert subscribed == ["messages", "messaging_postbacks", "message_edits"]
        else:
            words_ = ["/" + one["command_name"] for one in last["commands"]]
        assert [words.command(word) for word in words_] == ["help", "human", "stop", "resume"]
    assert [words.command(f"/{name}") for name in texts.MENU] == ["help", "human", "stop", "resume"]
    assert not platforms.meta.breaches


REFUSED: dict[str, tuple[str, dict[str, Any], str]] = {
    "a channel that there is not": ("signal", {}, "« signal » n’existe pas"),
    "one that is registered elsewhere": ("twilio", {}, "console de la plateforme"),
    "no public address": ("telegram", {"unset": ("VIGIE_PUBLIC_URL",)}, "VIGIE_PUBLIC_URL manque"),
    "an empty secret": ("telegram", {"TELEGRAM_SECRET": ""}, "TELEGRAM_SECRET est vide"),
    "a wrong token": ("telegram", {"TELEGRAM_TOKEN": "4242:wrong"}, "vérifiez le jeton"),
    "an address without TLS": (
        "telegram",
        {"VIGIE_PUBLIC_URL": "http://vigie.example"},
        "l’adresse (http://",
    ),
    "an unknown setting": ("telegram", {"telegram": {"tokne": "x"}}, "ne connaît pas « tokne »"),
    "a wrong number": ("telegram", {"telegram": {"timeout_seconds": "vite"}}, "de 0.05 à 60"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_register_refuses(enter: Enter, platforms: Platforms, name: str) -> None:
    channel, changed, words = REFUSED[name]
    enter(**changed)
    with pytest.raises(Refusal) as refused:
        command.register(channel)
    assert words in str(refused.value)
    assert "4242:" not in str(refused.value)
    platforms.telegram.breaches.clear()


SILENT = {"nothing": (Fault(0), "timeout"), "an error": (Fault(500), "failing")}


@pytest.mark.parametrize("name", SILENT)
def test_a_platform_that_does_not_answer_is_said_so(
    enter: Enter, platforms: Platforms, name: str
) -> None:
    fault, reason = SILENT[name]
    enter(telegram={"timeout_seconds": 0.3, "patience_seconds": 0})
    platforms.telegram.faults.append(fault)
    with pytest.raises(Refusal, match=rf"ne répond pas \({reason}\)"):
        command.register("telegram")


BRIDGE = "vigie.channels.matrix.encrypted.EncryptedMatrixChannel"
BRIDGED = {
    "token": "between-both",
    "homeserver": "https://matrix.example",
    "user_id": "@vigie:matrix.example",
    "access_token": "of-the-bot",
    "store_key": "of-the-keys",
}


def bridged(enter: Enter, **changed: str) -> Path:
    folder = enter()
    entry = {BRIDGE: {**BRIDGED, **changed}}
    (folder / "credentials.yml").write_text(yaml.safe_dump(entry), "utf-8")
    return folder


def test_the_bridge_is_told_what_credentials_say(
    enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = bridged(enter)
    python = folder / ".venv-matrix-e2e" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.touch()
    started: list[Any] = []
    monkeypatch.setattr(os, "execve", lambda *how: started.extend(how))
    bridge.run()
    path, words, told = started
    assert path == words[0] == str(python) and words[1] == str(folder / "bridge")
    for name, value in BRIDGED.items():
        assert told[f"VIGIE_BRIDGE_{name.upper()}"] == value
        assert value not in words, "what anybody on the machine may see"
    assert told["VIGIE_BRIDGE_LISTEN"] == "http://127.0.0.1:5006"
    assert told["VIGIE_BRIDGE_VIGIE"] == "http://127.0.0.1:5005"


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({}, "scripts/side-env bridge .venv-matrix-e2e"),
        ({"token": ""}, "« token » manque"),
        ({"user_id": "vigie"}, "canal matrix_e2e doit être un identifiant entier"),
    ],
)
def test_what_the_bridge_lacks_is_said(enter: Enter, changed: dict[str, str], why: str) -> None:
    bridged(enter, **changed)
    with pytest.raises(Refusal, match=re.escape(why)):
        bridge.run()


def test_a_bridge_that_is_not_in_credentials_is_said_so(enter: Enter) -> None:
    enter()
    with pytest.raises(Refusal, match="ne nomme pas"):
        bridge.run()
