"""The sessions as their clients see them: opened, resumed, told of each entry, emptied."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Optional

from vigie.channels.web import counters, message
from vigie.channels.web.elsewhere import Elsewhere
from vigie.channels.web.sessions import Session
from vigie.channels.web.stream import Entry
from vigie.channels.web.token import Signer, Token
from vigie.channels.web.wire import Opening

Publish = Callable[[str, str, dict[str, Any], Optional[str]], Awaitable[None]]
"""Send (session, event, data) to every open connection of a session, but the one named last."""


@dataclass
class Client:
    """Who sent an event: one connection, or one HTTP request."""

    token: Token
    peer: Optional[str]
    forwarded: tuple[str, ...] = ()
    """Its X-Forwarded-For headers, in order."""
    connection: Optional[str] = None


class Room:
    """Opens sessions, and tells their clients what is said."""

    def __init__(
        self, signer: Signer, elsewhere: Elsewhere, publish: Publish, characters: int
    ) -> None:
        """Keep the sessions of this process, whose tokens `signer` signs.

        Args:
            signer: of the tokens.
            elsewhere: the sessions, and what other replicas have of them.
            publish: see `Publish`.
            characters: how much of a person's message is kept.
        """
        self.signer = signer
        self.sessions = elsewhere.sessions
        self.elsewhere = elsewhere
        self._publish = publish
        self._characters = characters

    async def recall(self, opening: Opening) -> None:
        """Before `open`: take over what another replica has of the session."""
        token = self.signer.read(opening.token)
        if token is not None:
            await self.elsewhere.recall(token.session)

    def open(self, opening: Opening) -> tuple[Token, dict[str, Any]]:
        """The session that a token opens, or a new one: its token, and the `session` event."""
        token = self.signer.read(opening.token)
        held = self.sessions.get(token.session) if token else None
        how = "resumed" if held else "elsewhere" if token else "new"
        counters.RESUMED.labels(how).inc()
        token = (self.signer.renewed(token) or token) if token else self.signer.mint()
        session = held or self.sessions.open(token.session)
        return token, self._state(token, session, opening, held is not None)

    def _state(
        self, token: Token, session: Session, seen: Opening, resumed: bool, cause: str = "open"
    ) -> dict[str, Any]:
        return {
            "token": token.text,
            "expires": token.expires,
            "stream": session.stream.name,
            "resumed": resumed,
            "cause": cause,
            "first": session.stream.first,
            "last": session.stream.last,
            "messages": self.missed(session, seen),
        }

    def missed(self, session: Session, seen: Opening) -> list[Entry]:
        """What a client has not seen: all of it when it counted in another stream."""
        return session.stream.after(seen.last if seen.stream == session.stream.name else 0)

    async def session(self, client: Client) -> Session:
        """The session of `client`; when it is not here any more, a new stream, announced."""
        name = client.token.session
        await self.elsewhere.recall(name)
        held = self.sessions.get(name)
        if held is None:
            held = self.sessions.open(name)
            await self._announce(client, held, "renewed", None)
        if held.erasing is not None:
            await asyncio.shield(held.erasing)
        return held

    async def empty(self, client: Client, session: Session, skip: Optional[str]) -> None:
        """Forget all entries of `session`, in a new stream, and have its windows do the same.

        Args:
            client: who asked for it.
            session: what is emptied.
            skip: the connection that is told by its acknowledgement.
        """
        session.clear()
        self.sessions.count(session)
        await self._announce(client, session, "forgotten", skip)

    async def _announce(
        self, client: Client, session: Session, cause: str, skip: Optional[str]
    ) -> None:
        state = self._state(client.token, session, Opening(), False, cause)
        await self._publish(session.name, "session", state, skip)

    async def hear(self, client: Client, session: Session, key: str, shown: str) -> None:
        """Note what the person said, and show it in the other windows."""
        if key in session.heard:  # by a replica that died before it answered
            return
        heard = message.said(shown, key, int(time.time()), self._characters)
        entry = session.stream.add(heard)
        session.asked = entry["n"]
        self.sessions.count(session)
        await self._publish(session.name, "said", entry, client.connection)

    async def tell(self, session: Session, entry: Entry) -> None:
        """Note a message of the assistant, and show it in all windows."""
        numbered = session.stream.add(entry)
        self.sessions.count(session)
        await self._publish(session.name, "message", numbered, None)
