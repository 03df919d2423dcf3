"""What was found of the last messages, under a keyed hash: nothing that anybody wrote is kept."""

from __future__ import annotations

import hashlib
import secrets
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

Found = TypeVar("Found")


class Remembered(Generic[Found]):
    """The findings of at most `most` texts, the last ones."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._key = secrets.token_bytes(32)
        self._known: OrderedDict[bytes, Found] = OrderedDict()

    def __len__(self) -> int:
        return len(self._known)

    def of(self, text: str, find: Callable[[], Found]) -> Found:
        """What was found of `text`, or what `find` finds."""
        place = hashlib.blake2b(text.encode("utf-8", "replace"), key=self._key).digest()
        found = self._known.pop(place, None)
        if found is None:
            found = find()
        self._known[place] = found
        while len(self._known) > self._most:
            self._known.popitem(last=False)
        return found
