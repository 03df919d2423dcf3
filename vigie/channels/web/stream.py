"""What was said in one conversation, numbered, so that a client can ask for what it missed."""

from __future__ import annotations

import json
import secrets
from collections import deque
from collections.abc import Iterable
from typing import Any, Optional

Entry = dict[str, Any]

MOST_ENTRIES = 200
MOST_BYTES = 131_072


class Stream:
    """A ring of entries, bounded in number and size. Each has `n`: 1, 2, ... in this stream."""

    def __init__(self, most: int = MOST_ENTRIES, most_bytes: int = MOST_BYTES) -> None:
        """Keep at most `most` entries and `most_bytes` of JSON; the newest is always kept."""
        self.name = secrets.token_urlsafe(9)
        self.last = 0
        self.size = 0
        self._most = most
        self._most_bytes = most_bytes
        # As JSON: its size is known, and it takes a third of the memory of dicts.
        self._kept: deque[tuple[int, bytes]] = deque()

    @property
    def first(self) -> int:
        """The number of the oldest entry still kept; 0 when there is none."""
        return self._kept[0][0] if self._kept else 0

    def add(self, entry: Entry) -> Entry:
        """Number and keep `entry`; returns it with its `n`."""
        self.last += 1
        numbered = {"n": self.last, **entry}
        packed = json.dumps(numbered, ensure_ascii=False).encode("utf-8", "replace")
        self._kept.append((self.last, packed))
        self.size += len(packed)
        while len(self._kept) > self._most or (
            self.size > self._most_bytes and len(self._kept) > 1
        ):
            self.size -= len(self._kept.popleft()[1])
        return numbered

    def packed(self, last: int) -> list[tuple[int, str]]:
        """The entries still kept whose number is greater than `last`, as numbers and JSON."""
        return [(n, packed.decode()) for n, packed in self._kept if n > last]

    @classmethod
    def restored(cls, name: str, last: int, entries: Iterable[tuple[int, str]]) -> Stream:
        """The stream `name`, whose newest number is `last`, with what `packed` gave."""
        stream = cls()
        stream.name, stream.last = name, last
        stream._kept.extend((n, text.encode()) for n, text in entries)
        stream.size = sum(len(packed) for _, packed in stream._kept)
        return stream

    def after(self, last: int) -> list[Entry]:
        """The entries still kept whose number is greater than `last`, in order."""
        return [json.loads(packed) for n, packed in self._kept if n > last]

    def find(self, n: int) -> Optional[Entry]:
        """Entry `n`, or None when there is none (any more)."""
        position = n - self.first
        if not self._kept or not 0 <= position < len(self._kept):
            return None
        found: Entry = json.loads(self._kept[position][1])
        return found
