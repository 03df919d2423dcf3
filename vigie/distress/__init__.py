"""Distress: is somebody asking for help, and what to tell them.

This comes before everything else and must work when everything else is broken: no Rasa, no
parser, no knowledge base, no file. All that it needs is read when this package is imported,
before a server says that it is ready, and held; what the model has learned is added by the
component that loads it. Where the files of the cues cannot be read, a handful of plain calls
for help is still understood; where those of the sentences cannot, the numbers are still said.

    detect("on m'a dit que je devrais rembourser avant de partir")
    -> Call(language="fr", writer="victim", when="ongoing", ...)
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Optional

from vigie.distress import texts
from vigie.distress.afterwards import SURE
from vigie.distress.asked import Asked
from vigie.distress.call import Call
from vigie.distress.cues import Cues
from vigie.distress.judge import Judge
from vigie.distress.last_resort import CRY
from vigie.distress.lexicon import CueError
from vigie.distress.model import Model
from vigie.distress.rules import Rules
from vigie.distress.weigh import Second
from vigie.distress.words import plain

__all__ = [
    "Call",
    "after",
    "asked_in",
    "detect",
    "facts",
    "follows",
    "framed",
    "hello",
    "is_hurt",
    "is_no_danger",
    "is_pressing",
    "is_violent",
    "language",
    "load",
    "means_another",
    "means_self",
    "of_writer",
    "plain_language",
    "reply",
    "silently",
    "still",
    "surely",
    "use",
]

log = logging.getLogger(__name__)


class _Held:
    """What is in memory."""

    judge: Optional[Judge] = None
    speaker = texts.Speaker(texts.LAST_RESORT, texts.Numbers())
    model: Optional[Model] = None
    second: Optional[Second] = None


def load() -> None:
    """Read the cues, the sentences and the numbers; what cannot be read is logged."""
    try:
        _Held.judge = Judge(Rules(Cues()), Asked(), _Held.model, _Held.second)
    except (OSError, UnicodeDecodeError, CueError) as problem:
        _Held.judge = None
        log.error("cues of distress unusable: %s", problem)
    said = texts.LAST_RESORT
    try:
        said = texts.read()
    except (OSError, UnicodeDecodeError, texts.SaidError) as problem:
        log.error("sentences of distress unusable: %s", problem)
    _Held.speaker = texts.Speaker(said, texts.numbers())


def use(model: Optional[Model], second: Optional[Second] = None) -> None:
    """Judge with what was learned, by the rules alone where that is None; with a heavier reader."""
    _Held.model, _Held.second = model, second
    if _Held.judge is not None:
        _Held.judge.model, _Held.judge.second = model, second


def detect(text: str, before: Sequence[str] = ()) -> Optional[Call]:
    """Whether `text` is somebody's call for help, for themself or for another; a few words count
    together with what the same person wrote just `before`, the last one last."""
    if _Held.judge is None:
        match = CRY.search(plain(text))
        return Call(str(match.lastgroup), when="now") if match else None
    return _Held.judge.call(text, before)


def framed(text: str) -> bool:
    """Whether `text` reads as school or press work, or as a question about public bodies.
    False when the cues are unusable."""
    return _Held.judge is not None and _Held.judge.framed(text)


def language(text: str) -> str:
    """The language of `text`: fr, en, es, ht, ar or pt; fr where nothing tells."""
    return "fr" if _Held.judge is None else _Held.judge.language(text)


def plain_language(text: str) -> str:
    """The language of `text` where its small words and what was learned agree, "" where not: of
    3,776 messages of ten authors seven were taken for another so, 29 by what was learned alone."""
    return "" if _Held.judge is None else _Held.judge.plain_language(text)


def surely(text: str, least: float = SURE) -> str:
    """The one thing that `text` is about after the help, with a probability of `least`, or ""."""
    return "" if _Held.judge is None else _Held.judge.surely(text, least)


def follows(text: str) -> tuple[str, ...]:
    """What `text` is about, said once help was given: see `asked.KINDS`; the likeliest first."""
    return () if _Held.judge is None else _Held.judge.after(text)


def asked_in(text: str) -> frozenset[str]:
    """The languages in whose cues `text` asks something of the hotline; some words are of several
    ("police")."""
    return frozenset() if _Held.judge is None else _Held.judge.asked.languages(text)


def of_writer(text: str) -> bool:
    """Whether `text` plainly tells what is done to its writer, not to somebody else."""
    return _Held.judge is not None and _Held.judge.of_writer(text)


def means_another(text: str) -> bool:
    """Whether `text` says that somebody else is meant: "it is not me", "I am her nurse"."""
    return _Held.judge is not None and _Held.judge.asked.means_another(text)


def means_self(text: str) -> bool:
    """Whether `text` says that its writer is meant after all: "it is for me"."""
    return _Held.judge is not None and _Held.judge.asked.means_self(text)


def is_violent(text: str) -> bool:
    """Whether `text` tells of danger at this moment, or of blows. True without cues."""
    return _Held.judge is None or _Held.judge.is_violent(text)


def is_hurt(text: str, or_held: bool = False) -> bool:
    """Whether `text` tells of a blow, or a threat; or of somebody locked in, or forced. So too."""
    return _Held.judge is None or _Held.judge.is_hurt(text, or_held)


def is_no_danger(text: str) -> bool:
    """Whether `text` surely says that there is no danger now. False when the cues are unusable."""
    return _Held.judge is not None and _Held.judge.is_no_danger(text)


def is_pressing(text: str) -> bool:
    """Whether it tells of danger now, or of what is done to somebody. True without cues."""
    return _Held.judge is None or _Held.judge.is_pressing(text)


def reply(call: Call, turn: int = 0) -> str:
    """What to tell who makes this `call`, for the `turn`th time (from 0): what to do first."""
    return _Held.speaker.reply(call, turn)


def still(call: Call, turn: int = 0) -> str:
    """The help in short, for whoever makes this `call` and was told it all already."""
    return _Held.speaker.still(call, turn)


def hello(text: str) -> str:
    """What to say first to who writes `text` in another language, not answered; "" in French."""
    return _Held.speaker.hello(plain_language(text))


def silently(call: Call, turn: int = 0) -> str:
    """How to call without a word in danger, to who makes this `call`."""
    return _Held.speaker.silently(call, turn)


def facts(language: str) -> str:
    """What to say to whoever writes in another language before an answer in French, or ""."""
    return _Held.speaker.facts(language)


def after(topic: str, language: str, turn: int = 0, voice: str = "") -> str:
    """What is known of a question about the hotline, to whoever has that `Call.voice`; "" for
    nothing: see `follows`."""
    return _Held.speaker.after(topic, language, turn, voice)


load()
