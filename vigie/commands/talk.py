"""`vigie ask` and `vigie chat`: the assistant of the server, in this process."""

from __future__ import annotations

import asyncio
import json
import secrets
import sys
from collections.abc import Callable, Coroutine
from typing import Any

import typer

from vigie.commands import prepare
from vigie.project import Project
from vigie.training import manifest

FOLLOWING = 2
"""Questions to go on with that are printed."""
Reply = list[dict[str, Any]]
Talk = Callable[[str], Coroutine[Any, Any, Reply]]


def open_talks() -> Callable[[str, str], Coroutine[Any, Any, Reply]]:
    """The assistant with the current model: a text and a sender in, the utterances out.

    Raises:
        Refusal: there is no model that fits.
    """
    settings = prepare.settings(level="error")
    project = Project.here()
    archive = manifest.current(project)
    prepare.serving(archive, settings)
    from vigie.server.answer import Answerer, Limits
    from vigie.server.assistant import Assistant
    from vigie.server.output import RestOutput
    from vigie.server.parts import build_parts

    assistant = Assistant(build_parts(project, settings), lambda: archive, settings.turn_seconds)
    assistant.start()
    answerer = Answerer("rest", Limits.of(settings))

    async def talk(text: str, sender: str) -> Reply:
        output = RestOutput(sender)
        await answerer.answer(assistant.agent.handle_message, text, sender, output)
        return list(output.messages)

    return talk


def open_talk() -> Talk:
    """One conversation with the current model.

    Raises:
        Refusal: there is no model that fits.
    """
    talk, sender = open_talks(), secrets.token_urlsafe(12)
    return lambda text: talk(text, sender)


def _print(reply: Reply) -> list[dict[str, Any]]:
    """Print a reply; its choices, or the questions to go on with, which may be picked by number."""
    choices: list[dict[str, Any]] = []
    follow: list[dict[str, Any]] = []
    for message in reply:
        if message.get("text"):
            typer.echo(message["text"])
        choices += message.get("buttons") or []
        asked = (message.get("custom") or {}).get("follow") or []
        follow += [{"title": title, "payload": title} for title in asked[:FOLLOWING]]
    if follow and not choices:
        typer.echo("\nPour continuer :")
        choices = follow
    for number, choice in enumerate(choices, 1):
        typer.echo(f"  {number}. {choice.get('title', '')}")
    return choices


def ask(question: str, as_json: bool, why: bool = False) -> None:
    """Print the answer to one question; with `why`, what was understood first."""
    from vigie.server.incoming import clean

    if why:
        from vigie.commands.why import explain

        typer.echo(explain(clean(question)))
        typer.echo("")
    talk = open_talk()
    reply = asyncio.run(talk(clean(question)))
    if as_json:
        for message in reply:
            message.pop("recipient_id", None)
        typer.echo(json.dumps(reply, ensure_ascii=False, indent=2))
    else:
        _print(reply)


def chat() -> None:
    """Answer line by line until the end of the input, "quitter" or Ctrl-C."""
    from vigie.server.incoming import clean

    typer.echo("Chargement de l’assistant…")
    talk = open_talk()
    typer.echo("Posez votre question. Pour finir : « quitter ».\n")
    asyncio.run(_chat(talk, clean))


def _asker() -> Callable[[], Coroutine[Any, Any, str]]:
    """How a line is had: at a terminal with editing, and a history that is in memory alone."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):

        async def read() -> str:
            return input()

        return read
    from prompt_toolkit import PromptSession
    from prompt_toolkit.history import InMemoryHistory

    session: PromptSession[str] = PromptSession("Vous : ", history=InMemoryHistory())
    return session.prompt_async


async def _chat(talk: Talk, clean: Callable[[str], str]) -> None:
    ask_line = _asker()
    choices: list[dict[str, Any]] = []
    while True:
        try:
            line = clean(await ask_line())
        except EOFError:
            return
        if line.lower() in ("quitter", "quit", "exit"):
            return
        if line.isdigit() and 1 <= int(line) <= len(choices):
            line = str(choices[int(line) - 1].get("payload") or line)
        if line:
            choices = _print(await talk(line))
            typer.echo("")
