"""From the assistant's reply to what a voice says: no address, no sign, no long list."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vigie.channels.phone import texts
from vigie.channels.phone.digits import PAUSE, numbers_in, spaced, spelled

AT_ONCE = 6
"""Items of a list that are said before one is asked whether to go on."""
KEYS = 9

_BULLET = re.compile(r"^\s*(?:[•*–-]|\d{1,2}[.)])\s+")
_SOURCE = re.compile(r"^Source[\u00a0\u202f ]?s?[\u00a0\u202f ]*:")
_WRITTEN = re.compile(r"\(texte rédigé ([^)]+)\)")
_CHECKED = re.compile(r"Hors du document.*?vérifiée?s? le (\d{1,2}(?:er)? \w+ \d{4})", re.S)
_NOT_SAID = re.compile(
    r"\s*\((?:https?://|www\.)[^)]*\)"  # an address, and when it was read
    r"|\s*\([A-Z][A-Za-z&]{1,9}\)"  # the short name after the long one
    r"|(?:https?://|www\.)[^\s)]+"
)
_SIGNS = re.compile('[*_`#~<>|«»"“”\\[\\]{}\\\\]|\u200b')
_SPACES = re.compile(r"[ \t\u00a0\u202f\u2009]+")
_WORDS = (
    (re.compile(r"\b24 ?h(?:eures)?(?:/| sur )24\b"), "jour et nuit"),
    (re.compile(r"\b7 ?j(?:ours)?(?:/| sur )7\b"), "tous les jours"),
    (re.compile(r"§ ?"), "paragraphe "),
    (re.compile(r"\bSMS\b"), "message écrit"),
    (re.compile(r" ?(?:…|\.\.\.)"), "."),
    (re.compile(r" *\(([^)]*)\)"), r", \1,"),
    (re.compile(r"[ ,]+(?=[,;:.!?])"), ""),
)


@dataclass(frozen=True)
class Line:
    """One thing that is said; `slow` where somebody may be writing it down."""

    text: str
    slow: bool = False
    language: str = "fr"


@dataclass(frozen=True)
class Spoken:
    """What is said for one reply."""

    lines: Sequence[Line]
    rest: Sequence[str] = ()
    """What waits for « la suite »."""
    choices: int = 0
    """How many keys mean something now."""
    urgent: bool = False


def for_the_ear(text: str) -> str:
    """`text` as a voice can say it.

    >>> for_the_ear("Le « DoJ » **enquête** (https://a.example/b, vérifié le 2 mai 2026) ; 24 h/24")
    'Le DoJ enquête; jour et nuit'
    >>> for_the_ear("Trois organismes (le travail forcé) :")
    'Trois organismes, le travail forcé:'
    >>> for_the_ear("Le département de la Justice (DoJ)")
    'Le département de la Justice'
    """
    said = _SPACES.sub(" ", _SIGNS.sub(" ", _NOT_SAID.sub("", text)))
    for pattern, words in _WORDS:
        said = pattern.sub(words, said)
    return spelled(_SPACES.sub(" ", said).strip())


def source_of(line: str) -> str:
    """A line « Source : … » in a few words.

    >>> source_of("Source : « Organes », § 2 et 5 (texte rédigé entre 2016 et 2017).")
    'D’après un document officiel écrit entre 2016 et 2017.'
    """
    written, checked = _WRITTEN.search(line), _CHECKED.search(line)
    said = texts.SOURCE.format(written=f" écrit {written.group(1)}" if written else "")
    return f"{said} {texts.ELSEWHERE.format(day=checked.group(1))}" if checked else said


def spoken(messages: Sequence[Mapping[str, Any]], help_: str = "") -> Spoken:
    """What to say for a reply.

    Args:
        messages: utterances in the form of the REST channel.
        help_: the help for somebody in distress, "" for nobody: said first, where the reply is
            not the assistant's own help.
    """
    urgent = [m for m in messages if _is_help(m)]
    if urgent or help_:
        said = urgent or [{"text": help_}]
        return Spoken(_help(said), urgent=True)
    lines: list[Line] = []
    rest: list[str] = []
    for message in messages:
        said_now, later = _said(str(message.get("text") or ""))
        lines += said_now
        rest += later
    choices = [button for message in messages for button in message.get("buttons") or ()][:KEYS]
    titles = [title for title in map(_title, choices) if title]
    if titles:
        lines.append(Line(texts.FIRST_KEY))
        lines += [
            Line(texts.BY_KEY.format(choice=title, key=key)) for key, title in enumerate(titles, 1)
        ]
    return Spoken(lines, rest, len(titles))


def _is_help(message: Mapping[str, Any]) -> bool:
    custom = message.get("custom")
    return isinstance(custom, Mapping) and custom.get("kind") == "safety"


def _help(messages: Sequence[Mapping[str, Any]]) -> list[Line]:
    """Help: slowly, in its own language, and its first numbers once more."""
    lines: list[Line] = []
    for message in messages:
        text = str(message.get("text") or "")
        custom = message.get("custom")
        language = str((custom if isinstance(custom, Mapping) else {}).get("lang") or "fr")
        parts = [part for part in text.splitlines() if part.strip()]
        if language != "fr":
            plain = [spaced(_SPACES.sub(" ", part).strip()) for part in parts]
            lines += [Line(part, slow=True, language=language) for part in plain]
        else:
            lines += [Line(for_the_ear(part), slow=True) for part in parts]
    found = numbers_in(" ".join(str(m.get("text") or "") for m in messages))
    again = " ; ".join(number for number in found if len(number) != 6)
    if again:
        lines.append(Line(f"Je répète : {PAUSE} {spelled(again)}.", slow=True))
    return lines


def _said(text: str) -> tuple[list[Line], list[str]]:
    """The lines of a text, and the items that wait."""
    lines: list[Line] = []
    after: list[Line] = []
    rest: list[str] = []
    items = 0
    for line in filter(str.strip, text.splitlines()):
        if _SOURCE.match(line):
            after.append(Line(source_of(line)))
        elif not _BULLET.match(line):
            (after if items else lines).append(Line(_ended(for_the_ear(line))))
        else:
            items += 1
            said = _ended(for_the_ear(_BULLET.sub("", line)))
            if items <= AT_ONCE:
                lines.append(Line(said))
            else:
                rest.append(said)
    return [*lines, *after, *_offer(rest)], rest


def _offer(rest: Sequence[str]) -> list[Line]:
    if not rest:
        return []
    return [Line(texts.ONE_MORE if len(rest) == 1 else texts.MORE.format(count=len(rest)))]


def continued(rest: Sequence[str]) -> Spoken:
    """What waits for « la suite », as much as is said at once."""
    now, later = list(rest[:AT_ONCE]), list(rest[AT_ONCE:])
    lines = [Line(said) for said in now] or [Line(texts.NO_MORE)]
    return Spoken([*lines, *_offer(later)], later)


def _title(button: Mapping[str, Any]) -> str:
    title = for_the_ear(str(button.get("title") or ""))
    asks, title = title.endswith("?"), title.rstrip(" .?!")
    if asks:
        return f"{texts.TO_ASK} {title[:1].lower()}{title[1:]}"
    return (
        title[:1].lower() + title[1:] if title.startswith(("Le ", "La ", "Les ", "L’")) else title
    )


def _ended(said: str) -> str:
    """With a full stop, or else the voice runs on into what comes next."""
    return said if not said or said[-1] in ".!?:;," else f"{said}."
