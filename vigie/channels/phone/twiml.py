"""What Twilio is told to do with a call: its XML (TwiML)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as Xml

from vigie.channels.phone.digits import PAUSE
from vigie.channels.phone.speech import Line

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1e\ufffe\uffff\ud800-\udfff]")
"""What XML cannot hold; `PAUSE` is taken out before."""
HINTS = "traite des personnes, travail forcé, victime, organisme, département, rapport, comité"
"""Words that the recogniser should expect."""
OTHERS = {"en": ("en-US", "Polly.Joanna-Neural"), "es": ("es-US", "Polly.Lupe-Neural")}
"""Language and voice of help that is not in French; Haitian Creole has none, and a French voice
is understood best."""


@dataclass(frozen=True)
class Voice:
    """Who speaks, and in what language one is heard."""

    language: str
    name: str

    @property
    def marked(self) -> bool:
        """Whether it understands pauses and pace: the basic voices (man, woman) do not."""
        return "." in self.name


def listening(
    before: Sequence[Line], lines: Sequence[Line], voice: Voice, action: str, firm: bool = False
) -> str:
    """Say `before` whatever is heard meanwhile, then `lines`, and listen.

    Args:
        before: what nobody can cut short.
        lines: what ends as soon as one speaks or presses a key, unless `firm`.
        voice: see `Voice`.
        action: where what was heard goes; silence goes there too.
        firm: help is said to its end: noise in the room must not stop it.
    """
    response = Xml.Element("Response")
    for line in before:
        _say(response, line, voice)
    gather = Xml.SubElement(
        response,
        "Gather",
        input="dtmf speech",
        language=voice.language,
        action=action,
        method="POST",
        numDigits="1",
        finishOnKey="",  # so that # and * come as keys
        timeout="6",
        speechTimeout="2",
        actionOnEmptyResult="true",
        bargeIn="false" if firm else "true",
        profanityFilter="false",
        hints=HINTS,
    )
    for line in lines:
        _say(gather, line, voice)
    return _written(response)


def ending(lines: Sequence[Line], voice: Voice) -> str:
    """Say `lines` and hang up."""
    response = Xml.Element("Response")
    for line in lines:
        _say(response, line, voice)
    Xml.SubElement(response, "Hangup")
    return _written(response)


def dialling(lines: Sequence[Line], voice: Voice, number: str, caller: str, action: str) -> str:
    """Say `lines`, then connect to `number` in the name of `caller`; `action` when that is over."""
    response = Xml.Element("Response")
    for line in lines:
        _say(response, line, voice)
    dial = Xml.SubElement(response, "Dial", callerId=caller, action=action, method="POST")
    Xml.SubElement(dial, "Number").text = number
    return _written(response)


def _say(parent: Xml.Element, line: Line, voice: Voice) -> None:
    language, name = OTHERS.get(line.language, (voice.language, voice.name))
    said = Xml.SubElement(parent, "Say", language=language, voice=name)
    if not voice.marked:
        said.text = _ILLEGAL.sub("", line.text.replace(PAUSE, ""))
        return
    holder = Xml.SubElement(said, "prosody", rate="75%") if line.slow else said
    holder.text, *others = (_ILLEGAL.sub("", part) for part in line.text.split(PAUSE))
    for part in others:
        Xml.SubElement(holder, "break", time="500ms").tail = part
    Xml.SubElement(said, "break", time="300ms")


def _written(response: Xml.Element) -> str:
    written: str = Xml.tostring(response, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>{written}'
