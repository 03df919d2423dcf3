"""What other replicas can read of the sessions held here, and what is read of theirs."""

from __future__ import annotations

from contextlib import suppress
from typing import Optional

from vigie.channels.web.session import (Session)
from vigie.channels.web.sessions import (Sessions)
from vigie.channels.web.stream import Stream
from vigie.channels.web.token import Signer
from vigie.server.redis.link import Down
from vigie.server.redis.streams import Gone, RedisStreams


class Elsewhere:
    """Keeps the sessions of one process and those of the others in agreement."""

    def __init__(
        self, sessions: Sessions, signer: Signer, shared: Optional[RedisStreams] = None
    ) -> None:
        """Share `sessions` through `shared`; nothing happens without it."""
        self.sessions = sessions
        self._signer = signer
        self._shared = shared

    async def recall(self, name: str) -> None:
        """Take over what another replica has of a session, when that is more than is here.

        What is here counts while Redis is down.
        """
        held = self.sessions.get(name)
        if self._shared is None or (held and held.busy):
            return
        known = (held.stream.name, held.stream.last) if held else ("", 0)
        try:
            saved = await self._shared.load(self._signer.sender(name), *known)
        except Down:
            return
        except Gone:
            self.sessions.revoke(name)
            return
        if saved is None:
            return
        held = self.sessions.get(name) or self.sessions.open(name)
        if not held.busy:
            held.adopt(Stream.restored(saved.name, saved.last, saved.entries))
            self.sessions.count(held)

    async def save(self, session: Session) -> None:
        """Let other replicas read what is new; when Redis is down, at a later turn."""
        if self._shared is not None:
            with suppress(Down):
                await self._write(self._shared, session)

    async def erase(self, session: Session) -> None:
        """Have no replica tell what was said in `session`, nor open it again.

        Raises:
            ConnectionError: Redis is down, so that others still may.
        """
        if self._shared is not None:
            await self._shared.revoke(self._signer.sender(session.name))

    async def _write(self, shared: RedisStreams, session: Session) -> None:
        stream = session.stream
        last, new = stream.last, stream.packed(session.saved)
        sender = self._signer.sender(session.name)
        await shared.save(sender, stream.name, stream.first, last, new)
        if session.stream is stream:  # else it was forgotten meanwhile
            session.saved = last
