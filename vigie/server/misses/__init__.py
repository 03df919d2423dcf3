"""The queue of what people ask and Vigie does not answer, without anybody's words.

The actions hand over known words and kinds of names only (vigie/answers/misses.py). They are kept
in clear once three conversations gave the very same ones; until then, and of the conversations
always, only what the key of this installation makes of them is there. All goes after 30 days.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from vigie.server import metrics
from vigie.server.logs import error_types

log = logging.getLogger(__name__)

LEAST = 3
"""Conversations that must have given the same words before these are kept."""
KEPT_SECONDS = 30 * 86_400
MOST_WORDS = 8
_WORD = re.compile(r"[a-z]{4,40}", re.ASCII)
_KIND = re.compile(r"[a-z]{3,12}", re.ASCII)


@dataclass(frozen=True)
class Row:
    """Words and kinds of names that several conversations gave and got no full answer to."""

    words: tuple[str, ...]
    kinds: tuple[str, ...]
    reply: str
    """The kind of reply: partial, ask or refusal."""
    conversations: int


class Store(Protocol):
    """Where the queue is: in a file, or in the Redis of all replicas."""

    async def give(self, subject: str, conversation: str, entry: str) -> bool:
        """Note that `conversation` gave `subject`, and keep `entry` once enough did.

        Args:
            subject: what stands for the entry, and cannot be turned back without the key.
            conversation: what stands for the conversation, likewise.
            entry: the words in clear; written nowhere before enough conversations gave them.

        Returns:
            Whether the entry is kept now.
        """

    async def rows(self) -> list[tuple[str, int]]:
        """The entries that enough conversations gave lately, with their number."""

    async def purge(self) -> None:
        """Forget what is too old."""

    async def close(self) -> None:
        """Let go of files."""


class Misses:
    """Takes what was missed, beside the turn: nobody waits for it, nothing fails with it."""

    def __init__(self, store: Store, key: str) -> None:
        """Keep in `store`, under names made with `key`."""
        self._store = store
        self._key = key.encode()
        self._under_way: set[asyncio.Task[None]] = set()

    def give(
        self, conversation: str, reply: str, words: Sequence[str], kinds: Sequence[str]
    ) -> None:
        """Take one question. What has not the form of known words is refused whole.

        Raises:
            ValueError: it has not.
        """
        entry = json.dumps([reply, sorted(set(words)), sorted(set(kinds))])
        if not 0 < len(words) <= MOST_WORDS or not all(map(_WORD.fullmatch, words)):
            raise ValueError("no known words")
        if not all(map(_KIND.fullmatch, (*kinds, reply))):
            raise ValueError("no kinds")
        names = self._name("entry", entry), self._name("conversation", conversation)
        task = asyncio.get_running_loop().create_task(self._give(*names, entry))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _give(self, subject: str, conversation: str, entry: str) -> None:
        try:
            kept = await self._store.give(subject, conversation, entry)
            metrics.MISSES.labels("kept" if kept else "waiting").inc()
        except Exception as problem:
            metrics.MISSES.labels("lost").inc()
            log.error("question sans réponse non gardée (%s)", error_types(problem))

    def _name(self, kind: str, text: str) -> str:
        told = f"misses\0{kind}\0{text}".encode()
        return hmac.new(self._key, told, hashlib.sha256).hexdigest()[:32]

    async def purge(self) -> None:
        """Forget what is too old; a store that is down forgets later."""
        try:
            await self._store.purge()
        except Exception as problem:
            log.error("file des manques non purgée (%s)", error_types(problem))

    async def close(self) -> None:
        """Finish what is under way, and let go of the store."""
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=2)
        await self._store.close()


async def queue(store: Store) -> list[Row]:
    """What is kept, the most asked first."""
    found = []
    for entry, conversations in await store.rows():
        reply, words, kinds = json.loads(entry)
        found.append(Row(tuple(words), tuple(kinds), reply, conversations))
    return sorted(found, key=lambda row: (-row.conversations, row.words))
