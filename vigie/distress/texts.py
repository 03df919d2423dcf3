"""What is said to somebody who asks for help: sentences of `said/*.yml`, put together.

The files are read once, and held; if they are gone, a sentence a language stands here. Each
reply says first what to do, then the other ways, then a word for who writes; it asks nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from vigie.distress.call import LANGUAGES, Call
from vigie.distress.order import CHILD, keys


class Numbers(NamedTuple):
    """Whom to call."""

    phone: str = "1-888-373-7888"
    sms: str = "233733"
    emergency: str = "911"
    url: str = "https://humantraffickinghotline.org"


class SaidError(ValueError):
    """A line of a file of sentences that cannot be read; the message names file and line."""


FOLDER = Path(__file__).parent / "said"
_SAFETY = "knowledge/safety.yml"
_SHAPES = {
    "phone": re.compile(r"[0-9][0-9-]{6,18}[0-9]"),
    "sms": re.compile(r"[0-9]{3,8}"),
    "emergency": re.compile(r"[0-9]{3,8}"),
    "url": re.compile(r"https://[\w./-]+"),
}
_ENTRY = re.compile(
    r"""^(phone|sms|emergency|url):[ ]*["']?([\w:./-]+)["']?[ ]*(?:#.*)?$""", re.M | re.A
)
_LINE = re.compile(r'(?P<key>[a-z.]+):|  - (?P<text>".*")')
_FRENCH_GAPS = re.compile(r" (?=[:;?!»])|(?<=«) |(?<=\d) (?=h/)")
_GAPPED = ("fr", "ht")
Sentences = dict[str, tuple[str, ...]]
"""By key, the wordings."""

LAST_RESORT: dict[str, Sentences] = {
    "fr": {"any": ("En danger : {emergency}. Aide, jour et nuit : {phone} ; SMS : {sms}.",)},
    "en": {"any": ("In danger: {emergency}. Help, day and night: {phone}; text: {sms}.",)},
    "es": {"any": ("En peligro: {emergency}. Ayuda, día y noche: {phone}; SMS: {sms}.",)},
    "ht": {"any": ("Si gen danje: {emergency}. Èd, lajounen kou lannuit: {phone}; SMS: {sms}.",)},
}


def numbers() -> Numbers:
    """The numbers of knowledge/safety.yml, and those of this file where it cannot be read."""
    values = Numbers()._asdict()
    for root in (Path.cwd(), Path(__file__).parents[2]):
        try:
            entries = dict(_ENTRY.findall((root / _SAFETY).read_text(encoding="utf-8")))
        except (OSError, UnicodeDecodeError):
            continue
        values.update({k: v for k, v in entries.items() if _SHAPES[k].fullmatch(v)})
        break
    return Numbers(**values)


def read(folder: Path = FOLDER) -> dict[str, Sentences]:
    """The sentences of each language.

    Raises:
        SaidError: a line is not understood, or speaks of a number that we do not have.
        OSError: a file is missing.
    """
    return {language: _read(folder / f"{language}.yml") for language in LANGUAGES}


def _read(path: Path) -> Sentences:
    found: dict[str, list[str]] = {}
    key = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        if match is None or not (match["key"] or key):
            raise SaidError(f"{path.name}, line {number}: neither a key nor a sentence")
        if match["key"]:
            key = match["key"]
            continue
        try:
            text = json.loads(match["text"])
            text.format(**Numbers()._asdict())
        except (ValueError, KeyError, IndexError) as problem:
            raise SaidError(f"{path.name}, line {number}: {problem}") from None
        found.setdefault(key, []).append(text)
    return {key: tuple(texts) for key, texts in found.items()}


class Speaker:
    """Says what is to be said, each time in other words."""

    def __init__(self, said: dict[str, Sentences], known: Numbers) -> None:
        self._said = said
        self._known = known

    def reply(self, call: Call, turn: int = 0) -> str:
        """What to tell who makes this `call`, for the `turn`th time (from 0)."""
        language = call.language if call.language in self._said else "fr"
        said = self._said[language]
        return self._typeset(_lines(keys(call, said), said, turn), language)

    def still(self, call: Call, turn: int = 0) -> str:
        """The same in short, to who was told it all, and has no news of danger; as a whole where
        the danger is another's at this moment, or abroad."""
        language = call.language if call.language in self._said else "fr"
        said = self._said[language]
        key = "still.now" if call.immediate else "still"
        if key not in said or call.where == "abroad" or (call.immediate and call.other):
            return self.reply(replace(call, asked=()), turn)
        if call.minor and not call.other:
            key = f"{key}{CHILD}" if f"{key}{CHILD}" in said else key
        return self._typeset(_lines([key], said, turn), language)

    def hello(self, language: str) -> str:
        """What is said first to whoever writes in another language than that of the answers, "" in
        that one."""
        found = self._said.get(language, {}).get("hello", ())
        return self._typeset(found[0], language) if found else ""

    def silently(self, call: Call, turn: int = 0) -> str:
        """How to call without a word in danger, to whoever makes this `call`."""
        said = self._said.get(call.language, {})
        key = "cannot.now.minor" if call.voice == "minor" else "cannot.now"
        wordings = said.get(key) or said.get("cannot.now", ())
        return self._typeset(wordings[turn % len(wordings)], call.language) if wordings else ""

    def facts(self, language: str) -> str:
        """What stands before an answer of the document, which is in French, to whoever writes in
        another language; "" in that one."""
        found = self._said.get(language, {}).get("facts", ())
        return self._typeset(found[0], language) if found else ""

    def after(self, topic: str, language: str, turn: int = 0, voice: str = "") -> str:
        """What is known of a question about the hotline, in words for whoever asks where there are
        such: see `Call.voice`; "" for nothing."""
        said = self._said.get(language, {})
        wordings = said.get(f"after.{topic}.{voice}") or said.get(f"after.{topic}", ())
        return self._typeset(wordings[turn % len(wordings)], language) if wordings else ""

    def _typeset(self, text: str, language: str) -> str:
        if language in _GAPPED:
            text = _FRENCH_GAPS.sub("\u00a0", text)
        return text.format(**self._known._asdict())


def _lines(keys: Iterable[str], said: Sentences, turn: int) -> str:
    return "\n".join(said[key][turn % len(said[key])] for key in keys)
