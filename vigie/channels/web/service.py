"""What the channel does with an event, whichever transport brought it."""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass
from typing import Optional

from vigie.channels.web import acks, counters, message
from vigie.channels.web.acks import Ack
from vigie.channels.web.erasing import Erase
from vigie.channels.web.output import WebOutput
from vigie.channels.web.room import Client, Room
from vigie.channels.web.session import (Session)
from vigie.channels.web.stream import Entry
from vigie.channels.web.texts import NOT_ERASED
from vigie.channels.web.wire import Choose, Forget, Rate, Say
from vigie.server.answer import Answerer, Handle
from vigie.server.incoming import clean
from vigie.server.lane import Rank, judging
from vigie.server.logs import error_types
from vigie.server.rates import Rates

log = logging.getLogger(__name__)

MOST_AT_ONCE = 4
"""Messages of one session that may be waiting for their answers."""


@dataclass(frozen=True)
class Tools:
    """What the service works with."""

    answerer: Answerer
    rates: Rates
    handle: Handle
    """Rasa's `on_new_message`."""
    erase: Erase
    """Erases what Rasa keeps of a sender."""
    contact: str = ""
    """How to reach a person; "" for nobody."""


class Service:
    """Handles the events of sessions; what it returns is what the client gets."""

    def __init__(self, tools: Tools, room: Room) -> None:
        """Work with `tools` for the sessions of `room`."""
        self._tools = tools
        self.room = room
        self.stopping = False

    def stamped(self, client: Client, ack: Ack) -> Ack:
        """`ack`, with the token of `client` when it has another, or the one that it has is more
        than half used up."""
        renewed = self.room.signer.renewed(client.token)
        if renewed is None and not client.moved:
            return ack
        client.token, client.moved = renewed or client.token, False
        return {**ack, "token": client.token.text, "expires": client.token.expires}

    async def say(self, client: Client, event: Say) -> Ack:
        """Answer what somebody typed."""
        text = clean(event.text)
        if not text:
            return acks.refused("invalid", event.id)
        return await self._once(client, await self.room.session(client), event.id, text, text)

    async def choose(self, client: Client, event: Choose) -> Ack:
        """Answer what somebody picked: its key, or its title once another question was asked."""
        session = await self.room.session(client)
        done = session.done(event.id)
        if done is not None:
            return done
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
        session = await self.room.session(client)
        entry = session.stream.find(event.n)
        if event.stream not in (None, session.stream.name) or not entry:
            return acks.refused("not_offered")
        if entry["type"] != "message":
            return acks.refused("invalid")
        if session.rate(event.n):
            counters.count_rating(event.value, entry)
        return acks.done(session.stream.last)

    async def forget(self, client: Client, event: Forget) -> Ack:
        """Erase the conversation, here and in Rasa's store, once what is running is done; its
        tokens then open nothing, and the client gets another."""
        session = await self.room.held(client)
        if session.erasing is None or session.erasing.done():
            session.erasing = asyncio.get_running_loop().create_task(self._forget(client, session))
        ack = dict(await asyncio.shield(session.erasing))
        if not ack["ok"]:
            return ack
        mine = await self.room.session(client)
        return acks.done(mine.stream.last, stream=mine.stream.name)

    async def _forget(self, client: Client, session: Session) -> Ack:
        await self.room.empty(client, session, client.connection)
        if session.running:
            await asyncio.wait(session.running)
        if not await self._erased(client, session):
            return acks.refused("failed", text=NOT_ERASED)
        return acks.done(session.stream.last)

    async def _erased(self, client: Client, session: Session) -> bool:
        """Whether nothing is left of what was said before in `session`, which is revoked then."""
        try:
            await self.room.elsewhere.erase(session)
            await self._tools.erase(f"web:{self.room.signer.sender(session.name)}")
        except Exception as problem:
            log.error("conversation non effacée (%s)", error_types(problem))
            return False
        await self.room.revoke(client, session)
        return True

    async def _once(
        self, client: Client, session: Session, key: str, text: str, shown: str
    ) -> Ack:
        """The acknowledgement of one message, the same however often it is sent."""
        done = session.done(key)
        if done is not None:
            return done
        turn = session.turn(key)
        if turn is None:
            turn = session.start(key, self._turn(client, session, key, text, shown))
        try:
            return dict(await asyncio.shield(turn))
        except Exception as problem:
            log.error("tour en échec (%s)", error_types(problem))
            return acks.refused("failed", key)

    async def _refusal(self, client: Client, session: Session) -> Optional[str]:
        """Why a message, which runs already, may not be answered now, if so."""
        if self.stopping:
            return "stopping"
        if self._tools.answerer.busy or len(session.running) > MOST_AT_ONCE:
            return "busy"
        if not await self._tools.rates.admit(f"web:{session.name}", client.peer, client.forwarded):
            return "rate"
        return None

    async def _turn(
        self, client: Client, session: Session, key: str, text: str, shown: str
    ) -> Ack:
        refusal = await self._refusal(client, session)
        urgent = None
        if refusal:
            source = self._tools.rates.source(client.peer, client.forwarded)
            sender = self.room.signer.sender(session.name)
            before = self._tools.answerer.before(sender, text)
            async with judging().turn(Rank.UNDERSTAND, source):
                urgent = message.urgent(text, key, int(time.time()), before)
        if refusal and urgent is None:
            return acks.refused(refusal, key)
        stream = session.stream
        await self.room.hear(client, session, key, shown)
        entries = [urgent] if urgent else await self._answers(client, session, key, text)
        if session.stream is not stream:  # it was forgotten meanwhile
            return acks.done(session.stream.last, key)
        erased = any(entry.pop("erased", False) for entry in entries)
        if erased:
            await self.room.empty(client, session, None)
            await self._erased(client, session)
        for entry in entries:
            await self.room.tell(session, entry)
        await self.room.elsewhere.save(session)
        more = {"stream": session.stream.name, "erased": True} if erased else {}
        return acks.done(session.stream.last, key, **more)

    async def _answers(self, client: Client, session: Session, key: str, text: str) -> list[Entry]:
        sender = self.room.signer.sender(session.name)
        if person := message.person(text, key, int(time.time()), self._tools.contact):
            return [person]
        output = WebOutput(sender)
        source = self._tools.rates.source(client.peer, client.forwarded)
        outcome = await self._tools.answerer.answer(
            self._tools.handle, text, sender, output, source
        )
        now, answered = int(time.time()), outcome == "answered"
        return message.messages(output.messages, text, key, now, answered)

    async def finish(self, seconds: float) -> None:
        """Take no more messages; wait for those being answered, at most `seconds`."""
        self.stopping = True
        running = [turn for session in self.room.sessions.all() for turn in session.running]
        if running:
            await asyncio.wait(running, timeout=seconds)
