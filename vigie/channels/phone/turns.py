"""What is said next in a call: help first, then keys and words of service, then the assistant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Optional

from vigie.channels.phone import menu, texts
from vigie.channels.phone.digits import spelled
from vigie.channels.phone.speech import Line, Spoken, continued, for_the_ear, spoken
from vigie.channels.phone.steps import LONGEST, Heard, Step
from vigie.channels.shared import words
from vigie.channels.shared.cost import Budget
from vigie.channels.shared.output import output_of
from vigie.channels.shared.pseudonym import Pseudonyms
from vigie.channels.stores.store import Store
from vigie.knowledge.text import fold
from vigie.server.answer import Answerer, Handle, judge
from vigie.server.incoming import clean
from vigie.server.rates import Buckets

_MENU, _END = 2, 4
"""After so many silences: the topics, the end."""
_BYE = frozenset(("au revoir", "merci au revoir", "raccrocher", "raccrochez", "je raccroche"))
_AGAIN = frozenset(("repete", "repetez", "repeter", "pardon", "comment", "quoi", "encore"))
_NUMBER = (Line(spelled(texts.NUMBER), slow=True), Line(spelled(texts.AGAIN), slow=True))


@dataclass(frozen=True)
class Next:
    """What to do with a call."""

    lines: Sequence[Line]
    before: Sequence[Line] = ()
    """Said first, and to its end."""
    query: str = ""
    """Where the call stands then; "" ends it."""
    urgent: bool = False
    dial: bool = False
    """Whether to connect to the hotline."""


@dataclass(frozen=True)
class Phone:
    """What a call is answered with."""

    channel: str
    answerer: Answerer
    handle: Handle
    store: Store
    names: Pseudonyms
    rates: Buckets
    budget: Budget
    contact: str = ""
    transfers: bool = False
    """Whether zero connects to the hotline."""

    async def begin(self, heard: Heard, step: Step) -> Next:
        """The greeting: the number first, slowly, then who speaks."""
        before = [*_NUMBER, Line(spelled(texts.DANGER)), Line(texts.WHO)]
        fresh = await self.store.first_time(self.names.of_message(f"{heard.call} 0"))
        if fresh and not await self.budget.allows(1, urgent=False):
            return Next([*before, Line(texts.FULL), Line(texts.GOODBYE)])
        return Next([Line(texts.TRACE), Line(texts.ASK)], before, step.then())

    async def go_on(self, heard: Heard, step: Step) -> Next:
        """What comes after `heard`. Help for somebody in distress before all else, whatever was
        delivered twice, too fast or too late."""
        person = self.names.of_person(heard.call)
        heard = replace(heard, text=clean(heard.text))
        help_ = await judge(heard.text, person) if heard.text else None
        if not await self.store.first_time(self.names.of_message(f"{heard.call} {step.number}")):
            said = spoken([], help_) if help_ else Spoken([Line(texts.TWICE)])
            return await self._say(person, said, step)
        if help_ is None and step.number >= LONGEST:
            return Next([Line(texts.LONG), *_NUMBER, Line(texts.GOODBYE)])
        if heard.key and help_ is None:
            return await self._key(heard, person, step)
        if heard.back:
            return Next([Line(texts.ENDED), Line(texts.ASK)], _NUMBER[:1], step.then())
        if not heard.text:
            return self._silence(step)
        return await self._words(heard, person, step, help_)

    async def _words(self, heard: Heard, person: str, step: Step, help_: Optional[str]) -> Next:
        word = None if help_ else words.command(heard.text)
        folded = " ".join(fold(heard.text).split())
        if word == "stop" or folded in _BYE:
            return Next([*_NUMBER[:1], Line(texts.GOODBYE)])
        if word in ("help", "human"):
            return self._menu(step, self._who_to_reach())
        if word == "more":
            return await self._say(person, continued(await self.store.kept(person)), step)
        if folded in _AGAIN:
            return await self._again(person, step)
        return await self._ask(heard, person, step, help_)

    async def _key(self, heard: Heard, person: str, step: Step) -> Next:
        key = heard.key
        if key == "0":
            lines = [*_NUMBER, Line(spelled(texts.DANGER), slow=True)]
            if self.transfers:
                return Next([*lines, Line(texts.CONNECTING)], query=step.then(), dial=True)
            return Next([Line(texts.ASK)], lines, step.then(), urgent=True)
        if key == "*":
            return await self._again(person, step)
        if key == "#":
            return await self._say(person, continued(await self.store.kept(person)), step)
        asked = key if key.isdecimal() and int(key) <= step.choices else ""
        if step.menu:
            asked = menu.question(key)
        if not asked:
            return self._menu(step)
        return await self._ask(replace(heard, text=asked), person, step, None)

    async def _ask(self, heard: Heard, person: str, step: Step, help_: Optional[str]) -> Next:
        """The assistant's answer."""
        if help_ is None and not self.rates.take(self.names.of_person(heard.caller or heard.call)):
            return self._wait(step, texts.SLOW_DOWN)
        if help_ is None and self.answerer.busy:
            return self._wait(step, texts.BUSY)
        output: Any = output_of(self.channel)
        await self.answerer.answer(
            self.handle, heard.text, person, output, urgent=True if help_ else None
        )
        said = spoken(output.messages, help_ or "")
        if not (heard.sure or said.urgent):
            unsure = Line(texts.UNSURE.format(heard=for_the_ear(heard.text).rstrip(" .?!")))
            said = replace(said, lines=[unsure, *said.lines])
        return await self._say(person, said, step)

    async def _say(self, person: str, said: Spoken, step: Step) -> Next:
        """Say it, and keep for a while what « la suite » and the star would say."""
        await self.store.keep(person, said.rest)
        await self.store.keep(self._said(person), [line.text for line in said.lines])
        query = step.then(choices=said.choices)
        if not said.urgent:
            after = [] if said.choices or said.rest else [Line(texts.NEXT)]
            return Next([*said.lines, *after], query=query)
        transfer = [Line(texts.TRANSFER, slow=True)] if self.transfers else []
        return Next([*said.lines, *transfer], query=query, urgent=True)

    async def _again(self, person: str, step: Step) -> Next:
        """What was said last, slowly; the number, where nothing was."""
        before = await self.store.kept(self._said(person))
        await self.store.keep(self._said(person), before)
        lines = [Line(text, slow=True) for text in before] or list(_NUMBER)
        return Next(lines, query=step.then(menu=step.menu, choices=step.choices))

    def _said(self, person: str) -> str:
        return f"{person} dit"

    def _silence(self, step: Step) -> Next:
        silences = step.silences + 1
        if silences >= _END:
            return Next([*_NUMBER, Line(texts.GOODBYE)])
        if silences >= _MENU:
            return self._menu(step, silences=silences)
        query = step.then(silences, step.menu, step.choices)
        return Next([Line(texts.NOT_HEARD)], query=query)

    def _menu(self, step: Step, first: Sequence[Line] = (), silences: int = 0) -> Next:
        """The topics, each with its key."""
        keys = [
            Line(texts.BY_KEY.format(choice=topic.said, key=key))
            for key, topic in enumerate(menu.TOPICS, 1)
        ]
        number = Line(texts.BY_KEY.format(choice="le numéro d’aide", key="zéro"))
        lines = [*first, Line(texts.MENU), number, *keys]
        return Next(lines, query=step.then(silences, menu=True))

    def _wait(self, step: Step, why: str) -> Next:
        return Next([Line(why)], _NUMBER[:1], step.then(menu=step.menu, choices=step.choices))

    def _who_to_reach(self) -> list[Line]:
        contact = texts.CONTACT.format(contact=for_the_ear(self.contact)) if self.contact else ""
        return [*_NUMBER[:1], Line(texts.WHO), *([Line(contact)] if contact else [])]


def broken() -> Next:
    """What is said when nothing else can be."""
    return Next([Line(texts.BROKEN), Line(spelled(texts.DANGER)), *_NUMBER])
