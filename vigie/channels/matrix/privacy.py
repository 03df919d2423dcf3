"""Where a person of a group is answered alone: in a room of theirs with the bot."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import replace
from typing import Optional
from weakref import WeakValueDictionary

from vigie.channels.matrix.api import Homeserver
from vigie.channels.shared import texts
from vigie.channels.shared.inbound import Inbound
from vigie.channels.shared.sender import Private

MOST = 10_000


class Privacy:
    """The rooms of two that were seen, and those that were opened; in memory alone."""

    def __init__(self, homeserver: Homeserver, most: int = MOST) -> None:
        """Open rooms at `homeserver`; remember those of `most` people."""
        self._homeserver = homeserver
        self._most = most
        # By person: their room, and whether they are in it for sure. By room: the person.
        self._rooms: OrderedDict[str, tuple[str, bool]] = OrderedDict()
        self._people: dict[str, str] = {}
        # One room a person, though they cry twice while it is being opened.
        self._opening: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def note(self, person: str, room: str, inside: bool = True) -> None:
        """`room` is one of the bot and `person` alone, who is `inside`, or invited."""
        self.forget(self._rooms.get(person, ("", False))[0])
        self._rooms[person] = (room, inside)
        self._people[room] = person
        if len(self._rooms) > self._most:
            self.forget(next(iter(self._rooms.values()))[0])

    def forget(self, room: str) -> None:
        """`room` is that of a person and the bot no more: somebody came or went."""
        self._rooms.pop(self._people.pop(room, ""), None)

    async def of(self, inbound: Inbound) -> Optional[Private]:
        """Where the author of `inbound`, which was said in a group, is answered alone; opened
        where there is none. None for what was said in a room of two.

        Raises:
            Undelivered: no room could be opened.
        """
        room, _, person = inbound.person.partition("/")
        if not person or room != inbound.target:
            return None
        async with self._opening.setdefault(person, asyncio.Lock()):
            known, inside = self._rooms.get(person, ("", False))
            if not known:
                known = await self._homeserver.open_direct(person)
                if not known:
                    return None
                self.note(person, known, inside=False)
        pointer = texts.PRIVATELY if inside else texts.PRIVATELY_INVITED
        return Private(replace(inbound, target=known, extra={}), pointer)
