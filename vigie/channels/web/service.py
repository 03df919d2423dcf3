"""What the channel does with an event, whichever transport brought it."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Optional

from vigie.channels.web import acks, counters, message
from vigie.channels.web.acks import Ack
from vigie.channels.web.elsewhere import Elsewhere
from vigie.channels.web.erasing import Erase
from vigie.channels.web.output import WebOutput
from vigie.channels.web.sessions import Session, Sessions
from vigie.channels.web.stream import Entry
from vigie.channels.web.texts import NOT_ERASED
from vigie.channels.web.token import Signer, Token
from vigie.channels.web.wire import Choose, Forget, Opening, Rate, Say
from vigie.server.answer import Answerer, Handle
from vigie.server.incoming import clean
from vigie.server.logs import error_types
from vigie.server.rates import Rates
from vigie.server.redis.streams import RedisStreams

log = logging.getLogger(__name__)

MOST_AT_ONCE = 4
"""Messages of one session that may be waiting for their answers."""

Publish = Callable[[str, str, dict[str, Any], Optional[str]], Awaitable[None]]
"""Send (session, event, data) to every open connection of a session, but the one named last."""


@dataclass
class Client:
    """Who sent an event: one connection, or one HTTP request."""

    token: Token
    peer: Optional[str]
    forwarded: tuple[str, ...] = ()
    connection: Optional[str] = None


@dataclass(frozen=True)
class Tools:
    """What the service works with."""

    signer: Signer
    sessions: Sessions
    answerer: Answerer
    rates: Rates
    characters: int
    shared: Optional[RedisStreams] = None
    """Where the sessions of all replicas are, when there are several."""


class Service:
    """Opens sessions and handles their events; what it returns is what the client gets."""

    def __init__(self, tools: Tools, handle: Handle, erase: Erase, publish: Publish) -> None:
        """Work with `tools`.

        Args:
            tools: see `Tools`.
            handle: Rasa's `on_new_message`.
            erase: erases what Rasa keeps of a sender.
            publish: see `Publish`.
        """
        self._tools = tools
        self._handle = handle
        self._erase = erase
        self._publish = publish
        self._elsewhere = Elsewhere(tools.sessions, tools.signer, tools.shared)
        self.stopping = False

    async def recall(self, opening: Opening) -> None:
        """Before `open`: take over what another replica has of the session."""
        token = self._tools.signer.read(opening.token)
        if token is not None:
            await self._elsewhere.recall(token.session)

    def open(self, opening: Opening) -> tuple[Token, dict[str, Any]]:
        """The session that a token opens, or a new one: its token, and the `session` event."""
        signer, sessions = self._tools.signer, self._tools.sessions
        token = signer.read(opening.token)
        held = sessions.get(token.session) if token else None
        how = "resumed" if held else "elsewhere" if token else "new"
        counters.RESUMED.labels(how).inc()
        token = (signer.renewed(token) or token) if token else signer.mint()
        session = held or sessions.open(token.session)
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
        await self._elsewhere.recall(name)
        held = self._tools.sessions.get(name)
        if held is None:
            held = self._tools.sessions.open(name)
            state = self._state(client.token, held, Opening(), False, "renewed")
            await self._publish(name, "session", state, None)
        if held.erasing is not None:
            await asyncio.shield(held.erasing)
        return held

    def stamped(self, client: Client, ack: Ack) -> Ack:
        """`ack`, with a fresh token when that of `client` is more than half used up."""
        renewed = self._tools.signer.renewed(client.token)
        if renewed is None:
            return ack
        client.token = renewed
        return {**ack, "token": renewed.text, "expires": renewed.expires}

    async def say(self, client: Client, event: Say) -> Ack:
        """Answer what somebody typed."""
        text = clean(event.text)
        if not text:
            return acks.refused("invalid", event.id)
        return await self._once(client, await self.session(client), event.id, text, text)

    async def choose(self, client: Client, event: Choose) -> Ack:
        """Answer what somebody picked: its key, or its title once another question was asked."""
        session = await self.session(client)
        title = None
        if event.stream in (None, session.stream.name):
            title = message.choice(session.stream.find(event.n), event.key)
        if title is None:
            return acks.refused("not_offered", event.id)
        # A key counts from the last question on: what came before it, Rasa does not remember.
        text = event.key if event.n > session.asked else title
        return await self._once(client, session, event.id, text, title)

    async def rate(self, client: Client, event: Rate) -> Ack:
        """Count what somebody thinks of a message, once."""
        session = await self.session(client)
        entry = session.stream.find(event.n)
        if event.stream not in (None, session.stream.name) or not entry:
            return acks.refused("not_offered")
        if entry["type"] != "message":
            return acks.refused("invalid")
        if event.n not in session.rated:
            session.rated.add(event.n)
            counters.FEEDBACK.labels(event.value).inc()
        return acks.done(session.stream.last)

    async def forget(self, client: Client, event: Forget) -> Ack:
        """Erase the conversation, here and in Rasa's store, once what is running is done."""
        session = self._tools.sessions.get(client.token.session)
        if session is None:
            session = self._tools.sessions.open(client.token.session)
        if session.erasing is None or session.erasing.done():
            session.erasing = asyncio.get_running_loop().create_task(
                self._forget(client, session)
            )
        return dict(await asyncio.shield(session.erasing))

    async def _forget(self, client: Client, session: Session) -> Ack:
        session.clear()
        self._tools.sessions.count(session)
        state = self._state(client.token, session, Opening(), False, "forgotten")
        await self._publish(session.name, "session", state, client.connection)
        if session.running:
            await asyncio.wait(session.running)
        try:
            await self._elsewhere.erase(session)
            await self._erase(f"web:{self._tools.signer.sender(session.name)}")
        except Exception as problem:
            log.error("conversation non effacée (%s)", error_types(problem))
            return acks.refused("failed", text=NOT_ERASED)
        return acks.done(session.stream.last, stream=session.stream.name)

    async def _once(
        self, client: Client, session: Session, key: str, text: str, shown: str
    ) -> Ack:
        """The acknowledgement of one message, the same however often it is sent."""
        turn = session.turn(key)
        if turn is None and key in session.answered:
            return acks.done(session.stream.last, key)
        if turn is None:
            refusal = self._refusal(session)
            work = self._admitted(client, session, key, text, shown, refusal)
            turn = session.start(key, work)
        try:
            return dict(await asyncio.shield(turn))
        except Exception as problem:
            session.unlearn(key)
            log.error("tour en échec (%s)", error_types(problem))
            return acks.refused("failed", key)

    def _refusal(self, session: Session) -> Optional[str]:
        """Why a message may not be answered now, if so."""
        if self.stopping:
            return "stopping"
        if self._tools.answerer.busy or len(session.running) >= MOST_AT_ONCE:
            return "busy"
        return None

    async def _admitted(
        self,
        client: Client,
        session: Session,
        key: str,
        text: str,
        shown: str,
        refusal: Optional[str],
    ) -> Ack:
        """The turn, unless something speaks against it; a cry for help is answered even so."""
        rates = self._tools.rates
        if refusal is None and not await rates.admit(session.name, client.peer, client.forwarded):
            refusal = "rate"
        if refusal is None:
            return await self._turn(client, session, key, text, shown)
        urgent = message.urgent(text, key, int(time.time()))
        if urgent is None:
            session.unlearn(key)
            return acks.refused(refusal, key)
        return await self._add(client, session, key, shown, urgent)

    async def _turn(
        self, client: Client, session: Session, key: str, text: str, shown: str
    ) -> Ack:
        stream = session.stream
        await self._hear(client, session, key, shown)
        sender = self._tools.signer.sender(session.name)
        output = WebOutput(sender)
        outcome = await self._tools.answerer.answer(self._handle, text, sender, output)
        now = int(time.time())
        if session.stream is stream:  # else it was forgotten meanwhile
            for entry in message.messages(
                output.messages, text, key, now, outcome == "answered"
            ):
                await self._tell(session, entry)
            await self._elsewhere.save(session)
        return acks.done(session.stream.last, key)

    async def _add(
        self, client: Client, session: Session, key: str, shown: str, entry: Entry
    ) -> Ack:
        await self._hear(client, session, key, shown)
        await self._tell(session, entry)
        await self._elsewhere.save(session)
        return acks.done(session.stream.last, key)

    async def _hear(self, client: Client, session: Session, key: str, shown: str) -> None:
        if key in session.heard:  # by a replica that died before it answered
            return
        heard = message.said(shown, key, int(time.time()), self._tools.characters)
        entry = session.stream.add(heard)
        session.asked = entry["n"]
        self._tools.sessions.count(session)
        await self._publish(session.name, "said", entry, client.connection)

    async def _tell(self, session: Session, entry: Entry) -> None:
        numbered = session.stream.add(entry)
        self._tools.sessions.count(session)
        await self._publish(session.name, "message", numbered, None)

    async def finish(self, seconds: float) -> None:
        """Take no more messages; wait for those being answered, at most `seconds`."""
        self.stopping = True
        running = [turn for session in self._tools.sessions.all() for turn in session.running]
        if running:
            await asyncio.wait(running, timeout=seconds)
