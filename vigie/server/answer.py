"""Answer one message whatever happens: shared by the channels, independent of HTTP."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Optional, Protocol

from rasa.core.channels.channel import UserMessage

from vigie.server import metrics, rescue, texts, turn
from vigie.server.incoming import as_plain_text
from vigie.server.lane import Rank, judging
from vigie.server.logs import error_types
from vigie.server.recent import Recent
from vigie.server.settings import Settings

log = logging.getLogger(__name__)

Handle = Callable[[UserMessage], Awaitable[Any]]


class Output(Protocol):
    """A Rasa output channel that keeps what it was given, and whose content can be replaced."""

    messages: list[dict[str, Any]]

    def say(self, text: str) -> None:
        """Replace what was collected by one text."""


@dataclass(frozen=True)
class Limits:
    """What one message may take: characters, and seconds to answer it."""

    characters: int = 2_000
    seconds: float = 6.0

    @classmethod
    def of(cls, settings: Settings) -> Limits:
        """Those of `settings`."""
        return cls(settings.max_characters, settings.turn_seconds)


@dataclass
class Places:
    """How many messages may be answered at once, and how many are."""

    most: int = 256
    taken: int = 0


class Answerer:
    """Passes messages to the assistant; never raises, never leaves the output empty."""

    def __init__(self, channel: str, limits: Limits, places: Optional[Places] = None) -> None:
        """Answer on behalf of `channel`, within `limits`; `places` may be those of others too."""
        self._channel = channel
        self._limits = limits
        self._places = places or Places()
        self._recent = Recent()

    @property
    def busy(self) -> bool:
        """Whether as many messages are being answered as may."""
        return self._places.taken >= self._places.most

    def before(self, sender: str, text: str) -> tuple[str, ...]:
        """What `sender` wrote just before `text`: of a message that is not passed to `answer`."""
        return self._recent.before(f"{self._channel}:{sender}", text)

    def forget(self, sender: str) -> None:
        """Drop what is held of what `sender` wrote."""
        self._recent.forget(f"{self._channel}:{sender}")

    async def answer(
        self,
        handle: Handle,
        text: str,
        sender: str,
        output: Any,
        source: str = "",
        urgent: Optional[bool] = None,
        ticket: object = None,
    ) -> str:
        """Answer `text` into `output`; the outcome, in one word, as counted in /metrics.

        Args:
            handle: Rasa's `on_new_message`.
            text: what the person wrote, valid Unicode.
            sender: the conversation; prefixed with the channel, so that none can reach another's.
            output: the output channel that collects (see `Output`).
            source: whom others do not wait for, an address; the conversation where there is none.
            urgent: whether it is a cry for help, where that is known.
            ticket: its place in the order of the conversation, where it got one when it arrived.
        """
        started = time.perf_counter()
        self._places.taken += 1
        metrics.PENDING.inc()
        try:
            sender = f"{self._channel}:{sender}"
            before = self._recent.before(sender, text)
            if urgent is None:
                urgent = await judge(text, source or sender, before) is not None
            noted = turn.begin(source or sender, urgent, ticket)
            outcome = await self._outcome(handle, text, sender, output, noted, before)
        finally:
            self._places.taken -= 1
            metrics.PENDING.dec()
        metrics.TURNS.labels(self._channel, outcome).inc()
        metrics.TURN_SECONDS.labels(self._channel).observe(time.perf_counter() - started)
        return outcome

    async def _outcome(
        self,
        handle: Handle,
        text: str,
        sender: str,
        output: Any,
        noted: turn.Turn,
        before: Sequence[str],
    ) -> str:
        if len(text) > self._limits.characters:
            output.say(rescue.reply(text, texts.too_long(self._limits.characters)))
            return "too_long"
        message = UserMessage(
            as_plain_text(text), output, sender_id=sender, input_channel=self._channel
        )
        try:
            await asyncio.wait_for(handle(message), self._limits.seconds)
        except Exception as problem:
            late = isinstance(problem, asyncio.TimeoutError)
            log.error("tour en échec (%s)", error_types(problem))
            output.say(rescue.reply(text, before=before))
            return "timeout" if late else "error"
        if noted.failed or not output.messages:
            output.say(rescue.reply(text, before=before))
            return "failed" if noted.failed else "silent"
        if noted.without_context:
            metrics.WITHOUT_CONTEXT.inc()
            if not _is_safety(output.messages):  # whoever needs help gets help alone
                await output.send_response(sender, {"text": texts.WITHOUT_CONTEXT})
        return "answered"


async def judge(text: str, source: str, before: Sequence[str] = ()) -> Optional[str]:
    """The reply to a cry for help, None when `text`, said right after `before`, is none: found
    in its turn."""
    async with judging().turn(Rank.UNDERSTAND, source):
        return rescue.distress_reply(text, before)


def _is_safety(messages: list[dict[str, Any]]) -> bool:
    return any((said.get("custom") or {}).get("kind") == "safety" for said in messages)
