"""What to say to one message: distress first, then the words of service, then the assistant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Optional

from vigie.channels.shared import texts, words
from vigie.channels.shared.inbound import Inbound
from vigie.channels.shared.output import output_of
from vigie.channels.shared.pauses import Pauses
from vigie.channels.stores.store import Store
from vigie.server.answer import Answerer, Handle, judge
from vigie.server.incoming import clean

Message = dict[str, Any]
GREETING = "Bonjour"


@dataclass(frozen=True, repr=False)
class Said:
    """What to say; nothing, where silence is wanted."""

    messages: Sequence[Message] = ()
    urgent: bool = False
    """Whether somebody is in distress: said whatever it costs."""
    service: bool = False
    """Whether it answers a word of service: said even when all that may be spent is spent."""
    rest: Sequence[str] = ()
    """What still waits for "SUITE"."""


class Turns:
    """Finds what to say on one channel."""

    def __init__(
        self,
        channel: str,
        answerer: Answerer,
        handle: Handle,
        store: Store,
        notice: str,
        contact: str = "",
    ) -> None:
        """Answer on `channel`.

        Args:
            channel: its name.
            answerer: passes messages to the assistant.
            handle: Rasa's `on_new_message`.
            store: who wants silence, who is new, what waits for "SUITE".
            notice: the line that a person gets once, before anything but help.
            contact: how to reach a person, "" for nobody.
        """
        self._channel = channel
        self._answerer = answerer
        self._handle = handle
        self._store = store
        self._notice = notice
        self._contact = contact
        self._pauses = Pauses(store, channel)

    async def reply(self, inbound: Inbound, person: str, also: Sequence[str] = ()) -> Said:
        """What to say to `inbound`, which comes from `person`, known as `also` too (pseudonyms)."""
        known_as = (person, *also)
        text = clean(inbound.text)
        help_ = await judge(text, person)
        word = words.command(text)
        if help_ and word != "human":  # whoever wants a person gets the numbers with the contact
            word = None
        if word and (said := await self._service(word, person, known_as)):
            return said
        if word == "resume" or not (text or inbound.media):  # a group: our name, nothing else
            text = GREETING
        silent = await self.hushed(*known_as)
        if inbound.media and not text:
            unread = texts.cannot_read(inbound.kind)
            return Said() if silent else await self._greeted(person, unread)
        return await self._answer(text, person, help_, silent)

    async def hushed(self, *known_as: str) -> bool:
        """Whether a person, by any of these pseudonyms, is told nothing but help: they want
        silence, or somebody else answers them."""
        for name in known_as:
            if await self._store.stopped(name) or await self._pauses.paused(name):
                return True
        return False

    async def _service(self, word: str, person: str, known_as: Sequence[str]) -> Optional[Said]:
        """What a word of service brings; None where it changes nothing."""
        if word == "stop":
            return await self._stop(known_as)
        if word == "help":
            return await self._greeted(person, texts.about(self._contact), service=True)
        if word == "human" and not await self.hushed(*known_as):
            return await self._greeted(person, texts.person(self._contact), service=True)
        if word == "resume":
            undone = [await self._store.resume(name) for name in known_as]
            undone += [await self._pauses.resume(name) for name in known_as]
            return Said([{"text": texts.RESUMED}], service=True) if any(undone) else None
        kept = await self._store.kept(person) if word == "more" else []
        return Said([{"text": kept[0]}], rest=kept[1:]) if kept else None

    async def _answer(self, text: str, person: str, help_: Optional[str], silent: bool) -> Said:
        """The assistant's answer; `help_` first, where it has none of its own. Somebody who wants
        silence gets help only."""
        output = output_of(self._channel)
        await self._answerer.answer(self._handle, text, person, output, urgent=help_ is not None)
        messages: list[Message] = output.messages
        if any(_is_help(message, help_) for message in messages):
            return Said(messages, urgent=True)
        if help_:
            return Said([{"text": help_}, *messages], urgent=True)
        if silent:
            return Said()
        if await self._store.greet(person):
            messages = [{"text": self._notice}, *messages]
        return Said(messages)

    async def _stop(self, known_as: Sequence[str]) -> Said:
        """One confirmation, then silence."""
        known = [await self._store.stopped(name) for name in known_as]
        for name in known_as:
            await self._store.stop(name)
        return Said() if any(known) else Said([{"text": texts.STOPPED}], service=True)

    async def _greeted(self, person: str, text: str, service: bool = False) -> Said:
        notice = f"\n{self._notice}" if await self._store.greet(person) else ""
        return Said([{"text": text + notice}], service=service)


def _is_help(message: Message, help_: Optional[str]) -> bool:
    """Whether a message is the assistant's help, or the `help_` that stands in for it."""
    custom = message.get("custom")
    if isinstance(custom, dict) and custom.get("kind") == "safety":
        return True
    return bool(help_) and help_ == message.get("text")
