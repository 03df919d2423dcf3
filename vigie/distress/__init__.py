"""Distress: is somebody asking for help, and what to tell them.

This comes before everything else and must work when everything else is broken: no model, no
Rasa, no parser, no knowledge base. The cues are data beside this module (`cues/*.yml`), read at
the first call; if they cannot be read, a handful of plain calls for help is still understood.
The sentences stand in `texts` for the same reason, and not in domain.yml.

It errs on the side of help where somebody speaks of himself, and stays silent on questions
about agencies, on school and press work, and when the person is out of danger.

    detect("on m'a dit que je devrais rembourser avant de partir")
    -> Urgency(language="fr", immediate=False, other=False)
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Optional

from vigie.distress import texts
from vigie.distress.cues import Cues
from vigie.distress.lexicon import CueError
from vigie.distress.rules import ENOUGH, Rules
from vigie.distress.words import plain

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Urgency:
    """What kind of help is needed."""

    language: str
    """fr, en, es or ht: the language of the message."""
    immediate: bool
    """Whether there is danger at this moment: the emergency number comes first."""
    other: bool
    """Whether somebody else is in danger, and the writer is a witness or a relative."""


_LAST_RESORT = re.compile(
    r"(?P<fr>\bau secours\b|\ba l'aide\b|\b(?:aidez|sauvez)[- ](?:moi|nous)\b|sequestr|m'enferm"
    r"|\b(?:mon|mes|nos) (?:passeports?|papiers)\b)"
    r"|(?P<en>\b(?:help|save) (?:me|us)\b|\bmy passport\b|locked (?:me|us) in)"
    r"|(?P<es>\bayud(?:a|ame|enme|enos)\b|\bauxilio\b|\bsocorro\b|encerrad[ao])"
    r"|(?P<ht>\banmwe\b|\bsekou\b|\bede (?:m|mwen|nou)\b)"
)
"""Used only when the cue files cannot be read."""


@lru_cache(maxsize=1)
def _rules() -> Optional[Rules]:
    """The rules, or nothing when their files are missing or broken."""
    try:
        return Rules(Cues())
    except (OSError, UnicodeDecodeError, CueError) as problem:
        log.error("cues of distress unusable: %s", problem)
        return None


def detect(text: str) -> Optional[Urgency]:
    """Whether `text` is somebody's call for help, for themself or for another."""
    rules = _rules()
    if rules is None:
        match = _LAST_RESORT.search(plain(text))
        return Urgency(str(match.lastgroup), True, False) if match else None
    verdict = rules.judge(text)
    if verdict.score < ENOUGH:
        return None
    return Urgency(verdict.language, verdict.now, verdict.other)


def framed(text: str) -> bool:
    """Whether `text` reads as school or press work, or as a question about public bodies: a
    classifier that hears distress in it must then be surer. False when the cues are unusable."""
    rules = _rules()
    return rules is not None and rules.judge(text).framed


def reply(urgency: Urgency) -> str:
    """What to tell the person: at most 420 characters, in their language, what to do first."""
    return texts.render(urgency.language, urgency.immediate, urgency.other)
