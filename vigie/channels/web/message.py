"""The entries of a stream: what the person said, and the assistant's messages. Pure."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Optional

from vigie.channels.shared import texts, words
from vigie.channels.web.stream import Entry
from vigie.server import rescue

KINDS = ("answer", "clarify", "refusal", "talk", "safety")
LANGUAGES = ("fr", "en", "es", "ht")


def said(text: str, to: str, at: int, most: int) -> Entry:
    """What the person said, cut at `most` characters; `to` is the client's id."""
    shown = text if len(text) <= most else text[:most] + "…"
    return {"type": "said", "id": to, "text": shown, "at": at}


def message(
    utterance: Mapping[str, Any], to: str, at: int, kind: str = "answer", writes: str = "fr"
) -> Entry:
    """One utterance of the assistant; `erased` in it when it says that all was erased.

    Args:
        utterance: as collected by the output channel: text, buttons, custom.
        to: the client's id of what it answers.
        at: Unix seconds.
        kind: of an utterance whose payload says nothing of it.
        writes: the language of what it answers, for the page around it.
    """
    text = str(utterance.get("text") or "")
    found = utterance.get("custom")
    custom: Mapping[str, Any] = found if isinstance(found, Mapping) else {}
    entry = {
        "type": "message",
        "to": to,
        "at": at,
        "kind": custom["kind"] if custom.get("kind") in KINDS else kind,
        "urgent": custom.get("urgent") is True,
        "lang": custom["lang"] if custom.get("lang") in LANGUAGES else "fr",
        "writes": writes,
        "text": text,
        "answers": custom.get("answers") or [{"lead": text, "items": [], "after": ""}],
        "updates": custom.get("updates") or [],
        "changes": custom.get("changes") or [],
        "source": custom.get("source") or "",
        "sources": custom.get("sources") or [],
        "document": custom.get("document"),
        "choices": [
            {"key": str(button["payload"]), "title": str(button["title"])}
            for button in utterance.get("buttons") or ()
            if button.get("payload") and button.get("title")
        ],
        "follow": custom.get("follow") or [],
        "pages": custom.get("pages") or [],
        "english": custom.get("english") or [],
        "account": custom.get("account"),
    }
    return {**entry, "erased": True} if custom.get("erased") is True else entry


def messages(
    utterances: Iterable[Mapping[str, Any]], text: str, to: str, at: int, answered: bool
) -> list[Entry]:
    """The messages that answer `text`.

    Args:
        utterances: as collected.
        text: what the person wrote.
        to: the client's id of it.
        at: Unix seconds.
        answered: False when a sentence of the server stands in for the assistant.
    """
    writes = written(text)
    if answered:
        return [message(utterance, to, at, writes=writes) for utterance in utterances]
    return [urgent(text, to, at) or message(u, to, at, "error", writes) for u in utterances]


def written(text: str) -> str:
    """The language that `text` is written in, of those of the interface; "fr" where unsure, as
    where it has no letter: a thumb is of no language."""
    if not any(map(str.isalpha, text)):
        return "fr"
    distress: Any = importlib.import_module("vigie.distress")
    found: str = distress.language(text)
    return found if found in LANGUAGES else "fr"


def urgent(text: str, to: str, at: int, before: Sequence[str] = ()) -> Optional[Entry]:
    """The answer to a cry for help, without the assistant; None when `text`, said right after
    `before`, is none."""
    reply = rescue.distress_reply(text, before)
    if reply is None:
        return None
    custom: dict[str, Any] = {"kind": "safety"}
    distress: Any = importlib.import_module("vigie.distress")
    urgency = distress.detect(text, before)
    custom.update(urgent=urgency.immediate, lang=urgency.language)
    return message({"text": reply, "custom": custom}, to, at)


def person(text: str, to: str, at: int, contact: str) -> Optional[Entry]:
    """How to reach a person ("" for nobody), where that is all that `text` asks for in French, as
    on the other channels; None where it is a cry for help."""
    asks = words.command(text) == "human" and written(text) == "fr"
    if not asks or rescue.distress_reply(text) is not None:
        return None
    return message({"text": texts.person(contact), "custom": {"kind": "talk"}}, to, at)


def choice(entry: Optional[Entry], key: str) -> Optional[str]:
    """The title of the choice `key` that `entry` offers, or None when it offers none such."""
    if entry is None or entry["type"] != "message":
        return None
    titles: dict[str, str] = {c["key"]: c["title"] for c in entry["choices"]}
    return titles.get(key)
