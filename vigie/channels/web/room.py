"""The sessions as their clients see them: opened, resumed, told of each entry, emptied."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import Any, Optional, Protocol

from vigie.channels.web import counters, message
from vigie.channels.web.elsewhere import Elsewhere
from vigie.channels.web.session import (Session)
from vigie.channels.web.stream import Entry
from vigie.channels.web.token import Signer, Token
from vigie.channels.web.wire import Opening

@dataclass
class Client:
    """Who sent an event: one connection, or one HTTP request."""

    token: Token
    peer: Optional[str]
    forwarded: tuple[str, ...] = ()
    """Its X-Forwarded-For headers, in order."""
    connection: Optional[str] = None
    moved: bool = False
    """Whether it was given another token, of which it has not been told."""


class Expired(Exception):
    """The token of a client opens nothing any more: its session was erased."""


class Windows(Protocol):
    """The open connections."""

    async def publish(
        self, session: str, event: str, data: dict[str, Any], skip: Optional[str]
    ) -> None:
        """Send `event` with `data` to every connection of `session` but `skip`."""

    def of(self, session: str) -> list[Client]:
        """The clients with a connection in `session`."""

    async def follow(self, client: Client, left: str) -> None:
        """Have the connection of `client` hear its new session, and no more the one that it
        `left`."""


class Room:
    """Opens sessions, and tells their clients what is said."""

    def __init__(
        self, signer: Signer, elsewhere: Elsewhere, windows: Windows, characters: int
    ) -> None:
        """Keep the sessions of this process, whose tokens `signer` signs.

        Args:
            signer: of the tokens.
            elsewhere: the sessions, and what other replicas have of them.
            windows: whom to tell what is said.
            characters: how much of a person's message is kept.
        """
        self.signer = signer
        self.sessions = elsewhere.sessions
        self.elsewhere = elsewhere
        self._windows = windows
        self._characters = characters

    async def recall(self, opening: Opening) -> None:
        """Before `open`: take over what another replica has of the session."""
        token = self.signer.read(opening.token)
        if token is not None:
            await self.elsewhere.recall(token.session)

    def read(self, text: Optional[str]) -> Optional[Token]:
        """The token that `text` is; None where it opens nothing (any more)."""
        token = self.signer.read(text)
        return None if token is None or token.session in self.sessions.revoked else token

    def open(self, opening: Opening) -> tuple[Token, dict[str, Any]]:
        """The session that a token opens, or a new one: its token, and the `session` event."""
        token = self.read(opening.token)
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
        """The session of `client`; when it is not here any more, a new stream, announced.

        Raises:
            Expired: it was erased, and `client` has no other.
        """
        held = await self.held(client)
        if held.erasing is not None:
            await asyncio.shield(held.erasing)
        return held if held.name == client.token.session else await self.session(client)

    async def held(self, client: Client) -> Session:
        """As `session`, also while it is being erased."""
        name = client.token.session
        await self.elsewhere.recall(name)
        held = self.sessions.get(name)
        if held is None:
            if name in self.sessions.revoked:
                raise Expired
            held = self.sessions.open(name)
            await self._announce(client, held, "renewed", None)
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

    async def revoke(self, client: Client, session: Session) -> None:
        """Have the tokens of `session` open nothing any more: whoever else may have one.

        It goes on under another name, which `client` alone is told, by its acknowledgement; its
        other windows get sessions of their own.
        """
        left, fresh = session.name, self.signer.mint()
        others = [one for one in self._windows.of(left) if one is not client]
        self.sessions.rename(session, fresh.session)
        client.token, client.moved = fresh, True
        await self._windows.follow(client, left)
        for other in others:
            other.token = self.signer.mint()
            await self._windows.follow(other, left)
            await self._announce(other, self.sessions.open(other.token.session), "renewed", None)

    async def _announce(
        self, client: Client, session: Session, cause: str, skip: Optional[str]
    ) -> None:
        state = self._state(client.token, session, Opening(), False, cause)
        await self._windows.publish(session.name, "session", state, skip)

    async def hear(self, client: Client, session: Session, key: str, shown: str) -> None:
        """Note what the person said, and show it in the other windows."""
        if key in session.heard:  # by a replica that died before it answered
            return
        heard = message.said(shown, key, int(time.time()), self._characters)
        entry = session.stream.add(heard)
        session.asked = entry["n"]
        self.sessions.count(session)
        await self._windows.publish(session.name, "said", entry, client.connection)

    async def tell(self, session: Session, entry: Entry) -> None:
        """Note a message of the assistant, and show it in all windows."""
        numbered = session.stream.add(entry)
        self.sessions.count(session)
        await self._windows.publish(session.name, "message", numbered, None)
