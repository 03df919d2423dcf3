"""`vigie eval`: play cases against the assistant, or a server, and count what passes."""

from __future__ import annotations

import asyncio
import http.client
import json
import secrets
import socket
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Optional
from urllib.parse import urlsplit

import typer
from rich.console import Console
from rich.table import Table

from vigie import judge
from vigie.commands.talk import open_talks
from vigie.errors import Refusal
from vigie.judge import Case, Judge, Verdict
from vigie.project import Project

CASES = Path("acceptance", "cases.jsonl")
TOKENS = "entities.json"
KINDS = {
    "answer": "réponse",
    "clarify": "question en retour",
    "refusal": "refus",
    "safety": "secours",
    "talk": "conversation",
    "": "inconnue",
}
"""The kinds of replies, as they are printed."""

# Say a text in the conversation of a sender; the utterances.
Say = Callable[[str, str], Awaitable[list[dict[str, Any]]]]


def evaluate(
    cases: Optional[Path],
    url: Optional[str],
    minimum: float,
    minimum_each: float,
    failures: int,
    output: Optional[Path],
) -> None:
    """Play the cases and print the counts.

    Raises:
        Refusal: the cases do not read, or fewer pass than asked.
    """
    path = cases or Project.here().evaluation / CASES
    played = judge.load(path)
    judging = Judge(played, judge.load_tokens(path.with_name(TOKENS)))
    say = _over_http(url) if url else open_talks()
    started = time.perf_counter()
    verdicts = asyncio.run(play(played, judging, say))
    seconds = time.perf_counter() - started
    _show_failures([v for v in verdicts if not v.passed][: max(failures, 0)])
    for by, title in (("category", "Catégorie"), ("register", "Registre")):
        _show_counts(judge.count(verdicts, by), title)
    kinds = judge.count(verdicts, "said")
    _show_counts({KINDS.get(kind, kind): of for kind, of in kinds.items()}, "Issue")
    passed = sum(verdict.passed for verdict in verdicts)
    rate = 100 * passed / len(verdicts)
    typer.echo(f"{passed} cas réussis sur {len(verdicts)} ({_percent(rate)}), en {seconds:.1f} s")
    if output:
        output.write_text(_as_json(verdicts), "utf-8")
    _demand(rate, verdicts, minimum, minimum_each)


async def play(cases: list[Case], judging: Judge, say: Say) -> list[Verdict]:
    """Say the turns of each case in a conversation of its own, and judge the last reply."""
    verdicts = []
    for case in cases:
        sender = f"eval-{secrets.token_hex(8)}"
        reply: list[dict[str, Any]] = []
        try:
            for turn in case.turns:
                reply = await say(turn, sender)
        except (OSError, ValueError, http.client.HTTPException) as problem:
            verdicts.append(Verdict(case, "", (), error=type(problem).__name__))
            continue
        text = "\n".join(message["text"] for message in reply if message.get("text"))
        choices = [b["title"] for message in reply for b in message.get("buttons") or []]
        kinds = [message["custom"].get("kind", "") for message in reply if message.get("custom")]
        verdicts.append(judging.judge(case, text, choices, kinds[-1] if kinds else ""))
    return verdicts


def _over_http(url: str) -> Say:
    """How the server at `url` is asked.

    Raises:
        Refusal: nobody listens there.
    """
    parts = urlsplit(url.rstrip("/") + "/webhooks/rest/webhook")
    usual = 443 if parts.scheme == "https" else 80
    try:
        socket.create_connection((parts.hostname or "", parts.port or usual), timeout=5).close()
    except (OSError, UnicodeError):
        raise Refusal(f"Aucun serveur ne répond à {url} : lancez-le, ou changez --url.") from None
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection

    async def say(text: str, sender: str) -> list[dict[str, Any]]:
        connection = kind(parts.hostname or "", parts.port, timeout=20)
        try:
            body = json.dumps({"sender": sender, "message": text})
            connection.request("POST", parts.path, body, {"Content-Type": "application/json"})
            response = connection.getresponse()
            if response.status != 200:
                raise ValueError(f"HTTP {response.status}")
            return list(json.load(response))
        finally:
            connection.close()

    return say


def _percent(rate: float) -> str:
    return f"{rate:.1f} %".replace(".", ",")


def _show_counts(counts: dict[str, tuple[int, int]], title: str) -> None:
    table = Table(title, "Réussis", "Total", "Taux", box=None)
    for name, (passed, total) in counts.items():
        table.add_row(name, str(passed), str(total), _percent(100 * passed / total))
    Console().print(table)


def _show_failures(failed: list[Verdict]) -> None:
    for verdict in failed:
        typer.echo(f"{verdict.case.id} : {' / '.join(verdict.case.turns)}")
        typer.echo(f"  réponse : {' '.join(verdict.reply.split())[:300]}")
        if verdict.missing:
            typer.echo(f"  manque : {' ; '.join(' | '.join(group) for group in verdict.missing)}")
        if verdict.forbidden:
            typer.echo(f"  de trop : {' ; '.join(verdict.forbidden)}")
        if verdict.error:
            typer.echo(f"  erreur : {verdict.error}")
        typer.echo("")


def _as_json(verdicts: list[Verdict]) -> str:
    rows = [
        {
            "id": verdict.case.id,
            "turns": verdict.case.turns,
            "category": verdict.case.category,
            "register": verdict.case.register,
            "passed": verdict.passed,
            "kind": verdict.said,
            "reply": verdict.reply,
            "choices": verdict.choices,
            "missing": verdict.missing,
            "forbidden": verdict.forbidden,
            "error": verdict.error,
        }
        for verdict in verdicts
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _demand(rate: float, verdicts: list[Verdict], minimum: float, minimum_each: float) -> None:
    """Refuse results below what was asked for."""
    short = [
        f"{name} ({_percent(100 * passed / total)})"
        for name, (passed, total) in judge.count(verdicts, "category").items()
        if 100 * passed / total < minimum_each
    ]
    if short:
        raise Refusal(f"Sous {_percent(minimum_each)} : {', '.join(short)}.")
    if rate < minimum:
        raise Refusal(f"{_percent(rate)} de réussite : {_percent(minimum)} sont exigés.")
