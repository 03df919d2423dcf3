"""Whether one message is a call for help: what the rules see, what the model has learned and what
a heavier reader hears, weighed together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Optional, Protocol

from vigie.distress.features import Forms
from vigie.distress.heard import Heard
from vigie.distress.model import Head, Model
from vigie.distress.rules import ENOUGH, Rules, Verdict

ASKED = -5.0
"""Logarithm of the odds, by the model, from which the heavier reader is asked: one in thirteen
of the questions of data/corpus, and all but one in a hundred calls."""
ASKED_OF_FEW = -2.0
"""The same for a few words, of which the model knows nearly all: to the heavier reader "efface"
sounds like a cry. All 18 such cries of authors held out are over 1."""
LIGHT = 0.5
"""What the model counts for beside the heavier reader."""
WORDS = 0.5
"""The same for who calls: of 970 calls of authors held out, who writes is told in 94.3 %, by the
words alone in 91.5; a child is known in 81 and 72."""
TOGETHER_SURE = -2.5
"""Logarithm of the odds from which the two take a message for a call; these three were chosen on
authors that were held out, see evaluation/notes/distress.md."""
TOGETHER_SURE_OF_FEW = 0.5
"""The same for a few words in which the rules see nothing, or only who speaks: to the heavier
reader "xeste" and "jcrois pa" sound like something."""
TOGETHER_SURE_OF_DENIAL = 0.5
"""The same for a message in which the rules see that somebody is safe, and too little else: of 33
calls and look-alikes with both, those that call are all over 3 ("rien de grave mais…"), and "jsuis
pas en danger" is at -1."""
DENIAL = "safe"
"""What the rules call that sign."""
NO_SIGN = frozenset({"self"})
"""What the rules see in any message that says "je"."""
SURE = 0.3
"""Probability from which a message is a call for help; chosen on authors that were held out,
see evaluation/notes/distress.md."""
SURE_IN_FRAME = 0.8
"""The same where the rules see school work or a question on agencies, and nothing else."""
PLAIN = 8
"""Sum of the rules from which they are believed, unless the probability is under this:"""
NOT_EXCLUDED = 0.05
PLEA = 3
"""Words up to which a message in which the rules see a call is one: "à l'aide"."""
SURE_OF_FEW = 0.7
"""Probability from which so few words are a call where the rules see nothing at all in them:
"on reprend" is at 0.58 for want of words that were learned, "au scours" at 0.73."""
SURE_IN_PART = 0.9
"""The same for one sentence of a message that is none as a whole."""
LEAST = 4
"""Words of such a sentence."""
MOST = 3
"""Sentences of such a message: a longer one tells a story."""
SIGNAL = "🆘"
"""The one sign without letters that asks for help by itself."""
_STEPS = (1, 2, 3, 4, 6, 8)
_WORD = re.compile(r"\b[^\W\d_]+\b")
_SENTENCES = re.compile(r"(?<=[.!?:;])\s+")


class Second(Protocol):
    """A heavier reader."""

    def logit(self, text: str) -> float:
        """The logarithm of the odds that `text` is a call."""

    def after(self, text: str) -> Mapping[str, float]:
        """The logarithm of how likely `text` is about each of `asked.KINDS`, or about none of
        them, being said once help was given; nothing where that was not learned."""

    def who(self, text: str) -> Mapping[str, Mapping[str, float]]:
        """Who calls in `text`, about whom, and where: by question, the logarithm of how likely each
        answer is; nothing where that was not learned."""


def given(verdict: Verdict) -> tuple[str, ...]:
    """What the rules say, as features of the model."""
    return (
        *(f"r:{kind}" for kind in verdict.why),
        *(f"r>={step}" for step in _STEPS if verdict.score >= step),
        *(("r:framed",) if verdict.framed else ()),
        *(("r:now",) if verdict.now else ()),
        *(("r:other",) if verdict.other else ()),
    )


def found_after(asked: Iterable[str], verdict: Verdict) -> tuple[str, ...]:
    """The same of what is said after the help, with what it asks by the cues."""
    return (*(f"a:{kind}" for kind in asked), *given(verdict))


def likeliest(
    head: Head,
    found: Forms,
    beside: Iterable[str] = (),
    heavy: Optional[Mapping[str, float]] = None,
) -> str:
    """The label that most speaks for, by the words and, where it learned of them, by the heavier
    reader."""
    if not heavy:
        return head.likeliest(found, beside)
    light = dict(zip(head.labels, head.logits(found, beside)))
    return max(heavy, key=lambda label: heavy[label] + WORDS * light[label])


def is_call(
    heard: Heard, verdict: Verdict, rules: Rules, model: Model, second: Optional[Second] = None
) -> bool:
    """What was learned decides, where it was: of a number, an emoji, a letter ("C@[") nothing
    is."""
    if len("".join(_WORD.findall(heard.text))) < 2:
        return SIGNAL in heard.text or verdict.score >= ENOUGH
    if second is not None:
        light = model.logit(heard.forms, given(verdict))
        short = len(heard.text.split()) <= PLEA
        nothing = short and NO_SIGN.issuperset(verdict.why)
        least = TOGETHER_SURE_OF_FEW if nothing else TOGETHER_SURE
        if DENIAL in verdict.why and verdict.score < ENOUGH:
            least = TOGETHER_SURE_OF_DENIAL
        asked = ASKED_OF_FEW if short else ASKED
        return light >= asked and LIGHT * light + second.logit(heard.text) >= least
    return _by_model(heard, verdict, model) or _in_part(heard.text, rules, model)


def _by_model(heard: Heard, verdict: Verdict, model: Model) -> bool:
    """The rules where they see much; they move the threshold where they see a question on
    agencies and no sign."""
    if verdict.score >= ENOUGH and not verdict.framed and len(heard.text.split()) <= PLEA:
        return True
    likely = model.likely(heard.forms, given(verdict))
    if not verdict.why and len(heard.text.split()) <= PLEA:
        return likely >= SURE_OF_FEW
    if verdict.score >= PLAIN and likely >= NOT_EXCLUDED:
        return True
    return likely >= (SURE_IN_FRAME if verdict.framed and verdict.score < 0 else SURE)


def _in_part(text: str, rules: Rules, model: Model) -> bool:
    """Whether one sentence of a few is a call, by the rules and by what was learned, whatever
    the others ask."""
    parts = [part for part in _SENTENCES.split(text) if len(part.split()) >= LEAST]
    return 2 <= len(parts) <= MOST and any(_surely(part, rules, model) for part in parts)


def _surely(part: str, rules: Rules, model: Model) -> bool:
    heard = Heard(part)
    verdict = rules.weigh(heard)
    if verdict.score < ENOUGH or verdict.framed:
        return False
    return model.likely(heard.forms, given(verdict)) >= SURE_IN_PART
