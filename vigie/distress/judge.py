"""One verdict on a message: what the rules find and what the model has learned, together.

Without a model the rules decide alone. Where there is one, it reads the words of the message
and what the rules say of them, and its probability decides; together with a heavier reader,
where one is given, for all but what is plainly none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Optional, Protocol

from vigie.distress.asked import Asked
from vigie.distress.call import Call
from vigie.distress.heard import Heard
from vigie.distress.model import Model
from vigie.distress.rules import ENOUGH, Rules, Verdict

ASKED = -5.0
"""Logarithm of the odds, by the model, from which the heavier reader is asked: one in thirteen
of the questions of data/corpus, and all but one in a hundred calls."""
LIGHT = 0.5
"""What the model counts for beside the heavier reader."""
TOGETHER_SURE = -1.5
"""Logarithm of the odds from which the two take a message for a call; these three were chosen on
five authors that were held out, see evaluation/README.md."""
SURE = 0.3
"""Probability from which a message is a call for help; chosen on authors that were held out,
see evaluation/README.md."""
SURE_IN_FRAME = 0.8
"""The same where the rules see school work or a question on agencies, and nothing else."""
PLAIN = 8
"""Sum of the rules from which they are believed, unless the probability is under this:"""
NOT_EXCLUDED = 0.05
PLEA = 3
"""Words up to which a message in which the rules see a call is one: "à l'aide"."""
SURE_OF_FEW = 0.8
"""Probability from which so few words are a call where the rules see nothing at all in them:
"on reprend" and "et camions" are at 0.44 and 0.30 for want of words that were learned."""
SURE_IN_PART = 0.9
"""The same for one sentence of a message that is none as a whole."""
LEAST = 4
"""Words of such a sentence."""
MOST = 3
"""Sentences of such a message: a longer one tells a story."""
FEW = 8
"""Words up to which a message is read together with those before it, and these with it."""
TOGETHER = 3
"""Messages in a row that are read together."""
SERVICE = frozenset(
    "aide help info infos informations stop arrêt arret fin end quit cancel suite start".split()
)
"""Words that ask the channels for something, and alone are no call for help."""
END = 300
"""Characters of each end of a message that tell who writes, and in which language."""
_STEPS = (1, 2, 3, 4, 6, 8)
_SENTENCES = re.compile(r"(?<=[.!?:;])\s+")
_ARABIC = re.compile(r"[\u0600-\u06ff]{2}")
_AGED = re.compile(
    r"\b(?:j'?ai|a|de|tengo|tiene|am|i'm|im|is|i|(?:m|mwen|li) gen|tenho|tem) (?:[5-9]|1[0-7])"
    r"(?: ans\b|ans\b| anos?\b| an\b| lane| years? old| yo\b|yo\b)|\b1[0-7][ -]years?[ -]old"
)
"""An age under 18, not a time that has gone by."""


def given(verdict: Verdict) -> tuple[str, ...]:
    """What the rules say, as features of the model."""
    return (
        *(f"r:{kind}" for kind in verdict.why),
        *(f"r>={step}" for step in _STEPS if verdict.score >= step),
        *(("r:framed",) if verdict.framed else ()),
        *(("r:now",) if verdict.now else ()),
        *(("r:other",) if verdict.other else ()),
    )


SIGNAL = "🆘"
"""The one sign without letters that asks for help by itself."""


def _ends(text: str) -> str:
    """The beginning and the end of a long text: enough to tell who writes."""
    return text if len(text) <= 2 * END else f"{text[:END]} {text[-END:]}"


def _few(text: str) -> bool:
    return 0 < len(text.split()) <= FEW


class Second(Protocol):
    """A heavier reader."""

    def logit(self, text: str) -> float:
        """The logarithm of the odds that `text` is a call."""


class Judge:
    """The rules, the questions about the hotline, the model and a second reader where there are
    such."""

    def __init__(
        self,
        rules: Rules,
        asked: Asked,
        model: Optional[Model] = None,
        second: Optional[Second] = None,
    ) -> None:
        self.rules = rules
        self.asked = asked
        self.model = model
        self.second = second

    def call(self, text: str, before: Sequence[str] = ()) -> Optional[Call]:
        """The call for help in `text`, or in `text` said right after `before`; None if none."""
        found = self._call(text)
        if found is not None or not _few(text):
            return found
        for count in range(1, min(len(before), TOGETHER - 1) + 1):
            earlier = " ".join(before[-count:])
            if not _few(earlier) or self._call(earlier) is not None:
                return None
            every = f"{earlier} {text}"
            # The rules must see a sign too: calm messages make odd sentences together.
            if self.rules.judge(every).score >= ENOUGH and (found := self._call(every)):
                return found
        return None

    def _call(self, text: str) -> Optional[Call]:
        heard = Heard(text)
        verdict = self.rules.weigh(heard)
        if self.model is None:
            if verdict.score < ENOUGH:
                return None
            return Call(
                verdict.language,
                ("relative" if "kin" in verdict.why else "witness") if verdict.other else "victim",
                when="now" if verdict.now else "ongoing",
                asked=self.asked.about(text),
            )
        if text.strip(" .").lower() in SERVICE:
            return None
        if self.second is not None and any(map(str.isalpha, text)):
            found = self._of_both(heard, verdict, self.model, self.second)
        else:
            found = self._is_call(heard, verdict, self.model) or self._in_part(text)
        if not found:
            return None
        ends = _ends(text)
        return self._described(heard if ends == text else Heard(ends), verdict, self.model)

    def _of_both(self, heard: Heard, verdict: Verdict, model: Model, second: Second) -> bool:
        """What the model and the second reader say of a message of letters."""
        light = model.logit(heard.forms, given(verdict))
        return light >= ASKED and LIGHT * light + second.logit(heard.text) >= TOGETHER_SURE

    def _is_call(self, heard: Heard, verdict: Verdict, model: Model) -> bool:
        """What was learned decides; the rules where they see much, and move the threshold where
        they see a question on agencies and no sign."""
        if not any(map(str.isalpha, heard.text)):  # a number, an emoji: nothing was learned of it
            return SIGNAL in heard.text or verdict.score >= ENOUGH
        if verdict.score >= ENOUGH and not verdict.framed and len(heard.text.split()) <= PLEA:
            return True
        likely = model.likely(heard.forms, given(verdict))
        if not verdict.why and len(heard.text.split()) <= PLEA:
            return likely >= SURE_OF_FEW
        if verdict.score >= PLAIN and likely >= NOT_EXCLUDED:
            return True
        return likely >= (SURE_IN_FRAME if verdict.framed and verdict.score < 0 else SURE)

    def _in_part(self, text: str) -> bool:
        """Whether one sentence of a few is a call, by the rules and by what was learned, whatever
        the others ask."""
        parts = [part for part in _SENTENCES.split(text) if len(part.split()) >= LEAST]
        return 2 <= len(parts) <= MOST and any(map(self._surely, parts))

    def _surely(self, part: str) -> bool:
        heard = Heard(part)
        verdict = self.rules.weigh(heard)
        if self.model is None or verdict.score < ENOUGH or verdict.framed:
            return False
        return self.model.likely(heard.forms, given(verdict)) >= SURE_IN_PART

    def _described(self, heard: Heard, verdict: Verdict, model: Model) -> Call:
        """Who writes, about whom, where and when, as far as a message tells."""
        found, beside = heard.own, given(verdict)
        aged = bool(_AGED.search(heard.plain))
        return Call(
            self._language(heard),
            writer=model.heads["writer"].likeliest(found, beside),
            minor=aged or model.heads["about"].likeliest(found, beside) == "minor",
            where=model.heads["where"].likeliest(found),
            when=model.heads["when"].likeliest(found, beside),
            asked=self.asked.about(heard.text),
        )

    def language(self, text: str) -> str:
        """The language of `text`, of those that we know; French where nothing tells."""
        return self._language(Heard(_ends(text)))

    def _language(self, heard: Heard) -> str:
        if _ARABIC.search(heard.text):
            return "ar"
        if self.model is None:
            return self.rules.weigh(heard).language
        return self.model.heads["language"].likeliest(heard.forms)

    def framed(self, text: str) -> bool:
        """Whether `text` reads as school or press work, or as a question about public bodies."""
        return self.rules.judge(text).framed
