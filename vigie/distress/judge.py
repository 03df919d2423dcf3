"""One verdict on a message: what the rules find and what the model has learned, together.

Without a model the rules decide alone. Where there is one, it reads the words of the message
and what the rules say of them, and its probability decides.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Optional

from vigie.distress.asked import Asked
from vigie.distress.call import Call
from vigie.distress.features import forms
from vigie.distress.model import Model
from vigie.distress.rules import ENOUGH, Rules, Verdict
from vigie.distress.words import plain

SURE = 0.3
"""Probability from which a message is a call for help; chosen on authors that were held out,
see evaluation/README.md."""
SURE_TOGETHER = 0.5
"""The same for a message that is one only together with the one before it."""
FEW = 8
"""Words up to which two messages in a row are read together."""
SERVICE = frozenset(
    "aide help info infos informations stop arrêt arret fin end quit cancel suite start".split()
)
"""Words that ask the channels for something, and alone are no call for help."""
_STEPS = (1, 2, 3, 4, 6, 8)
_ARABIC = re.compile(r"[\u0600-\u06ff]{2}")
_AGED = re.compile(
    r"\b(?:1[0-7]|[3-9])\s*(?:ans|an|anos|year|yr|yo\b|y\.o|lane)"
    r"|\b(?:age|edad|laj)\w* (?:of )?1[0-7]\b"
)


def given(verdict: Verdict) -> tuple[str, ...]:
    """What the rules say, as features of the model."""
    return (
        *(f"r:{kind}" for kind in verdict.why),
        *(f"r>={step}" for step in _STEPS if verdict.score >= step),
        *(("r:framed",) if verdict.framed else ()),
        *(("r:now",) if verdict.now else ()),
        *(("r:other",) if verdict.other else ()),
    )


def _few(text: str) -> bool:
    return 0 < len(text.split()) <= FEW


class Judge:
    """The rules, the questions about the hotline, and the model where there is one."""

    def __init__(self, rules: Rules, asked: Asked, model: Optional[Model] = None) -> None:
        self.rules = rules
        self.asked = asked
        self.model = model

    def call(self, text: str, before: str = "") -> Optional[Call]:
        """The call for help in `text`, or in `text` said right after `before`; None if none."""
        found = self._call(text, SURE)
        if found is None and _few(before) and _few(text) and self._call(before, SURE) is None:
            found = self._call(f"{before} {text}", SURE_TOGETHER)
        return found

    def _call(self, text: str, enough: float) -> Optional[Call]:
        verdict = self.rules.judge(text)
        if self.model is None:
            if verdict.score < ENOUGH:
                return None
            return Call(
                verdict.language,
                ("relative" if "kin" in verdict.why else "witness") if verdict.other else "victim",
                when="now" if verdict.now else "ongoing",
                asked=self.asked.about(text),
            )
        found = forms(text)
        if text.strip(" .").lower() in SERVICE or self.model.likely(found, given(verdict)) < enough:
            return None
        call = Call(self.language(text), asked=self.asked.about(text))
        return self._described(call, text, verdict, self.model)

    def _described(self, call: Call, text: str, verdict: Verdict, model: Model) -> Call:
        """`call` with who writes, about whom, where and when."""
        found, beside = forms(text, mask=False), given(verdict)
        aged = bool(_AGED.search(plain(text)))
        minor = model.heads["about"].likeliest(found, beside)
        return replace(
            call,
            writer=model.heads["writer"].likeliest(found, beside),
            minor=aged or minor == "minor",
            where=model.heads["where"].likeliest(found),
            when=model.heads["when"].likeliest(found, beside),
        )

    def language(self, text: str) -> str:
        """The language of `text`, of those that we know; French where nothing tells."""
        if _ARABIC.search(text):
            return "ar"
        if self.model is None:
            return self.rules.judge(text).language
        return self.model.heads["language"].likeliest(forms(text))

    def framed(self, text: str) -> bool:
        """Whether `text` reads as school or press work, or as a question about public bodies."""
        return self.rules.judge(text).framed
