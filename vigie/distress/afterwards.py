"""What a message is about once help was given, and what a call for help asks beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Optional

from vigie.distress.asked import AGENCIES, ASKING, CALM, FIRST, KINDS, MORE, OUT, Asked
from vigie.distress.heard import Heard
from vigie.distress.model import Model
from vigie.distress.parts import pieces
from vigie.distress.rules import Rules
from vigie.distress.weigh import Second, found_after

MOST = 3
"""Questions of one message that are heard each for itself."""
LIKELY = 0.27
"""Probability from which a message is about a thing; chosen on authors held out, see
evaluation/notes/distress.md."""
SURE = 0.75
"""The same where more hangs on it: for what a call for help asks, most of its sentences telling
what happens instead; and for an all-clear, or thanks, in what sounds like a call."""
CERTAIN = 0.95
"""The same where a message is of that whatever else is in it: what its last sentence asks, or that
all is well in words of danger."""
NO_WORDS = -3.0
"""What the words tell of a message that is about none of the kinds: it has none of its own."""
EVEN = 0.35
"""Probability from which a sentence asks something of its own, beside a word that asks nothing."""
FORMAL = frozenset({"thanks", "fine", "again", CALM})
"""What asks nothing: thanks, a consent, a complaint, that there is no danger now."""
TELLING = frozenset(FIRST) - FORMAL - {"safe", OUT} | {MORE, AGENCIES}
"""What does, or tells something."""
QUESTION = 25
"""Words up to which a sentence of a call is a question, and no account that ends in one."""


class Afterwards:
    """What was learned of it, from words and by the heavier reader; the cues alone where nothing
    was."""

    def __init__(
        self, rules: Rules, asked: Asked, model: Optional[Model], second: Optional[Second]
    ) -> None:
        self._rules = rules
        self._asked = asked
        self._head = model.heads.get("after") if model else None
        self._second = second

    def kinds(self, text: str) -> tuple[str, ...]:
        """What `text` is about, being said once help was given: of `asked.KINDS`, the likeliest
        first. Of several questions each is heard, as one thing."""
        each = [one for one in text.split("?") if one.strip()]
        if len(each) > 1:
            found = dict.fromkeys(kind for one in each[:MOST] for kind in self._of_one(one)[:1])
            if found:
                return tuple(found)
        return self._of_one(text)

    def _of_one(self, text: str) -> tuple[str, ...]:
        """The same of a message with one question at most: what its last sentence surely asks, or
        what it is about as a whole, or asks beside a word that asks nothing. Danger that is surely
        told before what surely asks nothing is what it is about: "ils rentrent dans une heure. Je
        fais quoi ?"."""
        last = pieces(text.split("?")[0])
        if "?" in text and len(last) > 1 and (kind := self.surely(last[-1], CERTAIN)) in TELLING:
            return (kind,)
        whole = self._about(text)
        if len(last) > 1 and not self.surely(text) and self._tells_of_danger(last, whole):
            return (MORE,)
        if whole and whole[0] not in FORMAL:
            return whole
        return self._asked_beside(text) or whole

    def _tells_of_danger(self, parts: Sequence[str], whole: Sequence[str]) -> bool:
        """Whether a sentence before the last surely tells of danger, and neither the last asks
        something of its own nor the whole says that all is well."""
        if whole[:1] in (("safe",), (OUT,)) or self._head is None:
            return False
        (likely, kind), *_ = self._ranked(parts[-1])
        asks = likely >= SURE and kind in TELLING - {MORE}
        return not asks and any(self.surely(one) == MORE for one in parts[:-1])

    def _asked_beside(self, text: str) -> tuple[str, ...]:
        """What a sentence asks beside a word of thanks, a complaint or a consent: "merci. c'est
        confidentiel ?"."""
        parts = pieces(text)
        if self._head is None or len(parts) < 2:
            return ()
        found: dict[str, None] = {}
        for one in (part for part in parts[-MOST:] if len(part.split()) > 1):
            (likely, kind), *_ = self._ranked(one)
            if likely >= EVEN and kind in TELLING:
                found[kind] = None
        return tuple(found)

    def surely(self, text: str, least: float = SURE) -> str:
        """The kind that `text` is of as a whole, with `least` for its probability; "" where it may
        be of others."""
        if self._head is None:
            return ""
        (likely, kind), *_ = self._ranked(text)
        return kind if likely >= least and kind in KINDS else ""

    def is_calm(self, text: str) -> bool:
        """Whether one of the first sentences nearly certainly says that there is no danger now."""
        first = pieces(text)[:MOST]
        return any(self.surely(one, CERTAIN) == CALM for one in first if len(one.split()) > 1)

    def asked_in(self, text: str) -> tuple[str, ...]:
        """What of the hotline a call for help asks: what the cues find anywhere in `text`, and
        what was learned in its questions."""
        found = dict.fromkeys(self._asked.about(text))
        if self._head is not None:
            for one in _questions(text):
                (likely, kind), *_ = self._ranked(one)
                if likely >= SURE and kind in ASKING:
                    found[kind] = None
        return tuple(found)

    def _about(self, text: str) -> tuple[str, ...]:
        if self._head is None:
            return self._asked.about(text)
        found = [kind for likely, kind in self._ranked(text) if likely >= LIKELY]
        if not found or found[0] not in KINDS:
            return ()
        alone = found[0] in (MORE, AGENCIES)
        return tuple(one for one in (found[:1] if alone else found) if one in KINDS)

    def _ranked(self, text: str) -> list[tuple[float, str]]:
        """How likely each kind is, the likeliest first: by the words each for itself; together
        with the heavier reader, where it learned of them, one of all."""
        assert self._head is not None
        heard = Heard(text)
        beside = found_after(self._asked.about(text), self._rules.weigh(heard))
        light = dict(zip(self._head.labels, self._head.logits(heard.own, beside)))
        heavy = self._second.after(text) if self._second else {}
        if not heavy:
            return sorted(((1 / (1 + math.exp(-one)), k) for k, one in light.items()), reverse=True)
        both = {kind: one + light.get(kind, NO_WORDS) for kind, one in heavy.items()}
        most = max(both.values())
        whole = sum(math.exp(one - most) for one in both.values())
        return sorted(((math.exp(one - most) / whole, k) for k, one in both.items()), reverse=True)


def _questions(text: str) -> list[str]:
    """The short ones of the sentences of a message that end with a question mark."""
    last = [found[-1] for one in text.split("?")[:-1] if (found := pieces(one))]
    return [one for one in last if len(one.split()) <= QUESTION][:MOST]
