"""The messages that the learned judge is taught: data/distress/*.yml, a file an author.

    author: a1
    calls:
      - "fr | victim | adult | us | now | what kind | the message"
    calm:
      - "fr | what kind | the message"
    talks:
      - ["fr | victim | adult | us | now | what kind", "- said before", "+ the call"]
    after:
      - "fr | free | what is said once help was given"

Read to train and to measure, never to serve.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vigie.distress.asked import KINDS
from vigie.distress.call import LANGUAGES, PLACES, TIMES, WRITERS

OTHER = "other"
"""What is said after the help and is none of `KINDS`."""
_ABOUT = ("adult", "minor")
_FIELDS = (LANGUAGES, WRITERS, _ABOUT, PLACES, TIMES)


class CorpusError(ValueError):
    """A file of messages that cannot be read; the text names file and message, in French."""


@dataclass(frozen=True)
class Labels:
    """What is said of a message by whoever wrote it."""

    call: bool
    language: str
    kind: str
    writer: str = ""
    about: str = ""
    where: str = ""
    when: str = ""


@dataclass(frozen=True)
class Message:
    """What somebody wrote, and its author."""

    author: str
    text: str
    labels: Labels


@dataclass(frozen=True)
class Talk:
    """Messages that follow each other, and whether each is a call for help."""

    author: str
    turns: tuple[tuple[str, bool], ...]
    labels: Labels


@dataclass(frozen=True)
class Follow:
    """What somebody wrote once help was given, and what it is about: one of `KINDS`, or `OTHER`."""

    author: str
    language: str
    kind: str
    text: str


def messages(folder: Path) -> list[Message]:
    """All single messages, file by file.

    Raises:
        CorpusError: a file is malformed.
    """
    return [m for path in sorted(folder.glob("*.yml")) for m in _messages(path)]


def talks(folder: Path) -> list[Talk]:
    """All conversations, file by file.

    Raises:
        CorpusError: a file is malformed.
    """
    found = []
    for path in sorted(folder.glob("*.yml")):
        content = _content(path)
        for head, *turns in content.get("talks") or ():
            labels = _call(f"{head} | ", path)[0]
            said = tuple((turn[2:], turn[0] == "+") for turn in turns)
            found.append(Talk(str(content["author"]), said, labels))
    return found


def follows(folder: Path) -> list[Follow]:
    """What is said after the help, file by file.

    Raises:
        CorpusError: a file is malformed.
    """
    return [one for path in sorted(folder.glob("*.yml")) for one in _follows(path)]


def _follows(path: Path) -> Iterator[Follow]:
    content = _content(path)
    for line in content.get("after") or ():
        language, kind, text = _split(line, 3, path)
        if language not in LANGUAGES or kind not in (*KINDS, OTHER):
            wrong = language if language not in LANGUAGES else kind
            raise CorpusError(f"{path.name} : « {wrong} » n’est pas une marque connue : {line}")
        yield Follow(str(content["author"]), language, kind, text)


def _content(path: Path) -> dict[str, Any]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        content = yaml.load(path.read_text("utf-8"), Loader=loader)  # noqa: S506 (a safe loader)
    except yaml.YAMLError as problem:
        raise CorpusError(f"{path.name} n’est pas du YAML : {problem}") from None
    if not isinstance(content, dict) or "author" not in content:
        raise CorpusError(f"{path.name} : il manque « author ».")
    return content


def _messages(path: Path) -> Iterator[Message]:
    content = _content(path)
    for line in content.get("calls") or ():
        labels, text = _call(line, path)
        yield Message(str(content["author"]), text, labels)
    for line in content.get("calm") or ():
        language, kind, text = _split(line, 3, path)
        yield Message(str(content["author"]), text, Labels(False, language, kind))


def _call(line: str, path: Path) -> tuple[Labels, str]:
    language, writer, about, where, when, kind, text = _split(line, 7, path)
    wrong = [
        v for v, known in zip((language, writer, about, where, when), _FIELDS) if v not in known
    ]
    if wrong:
        raise CorpusError(f"{path.name} : « {wrong[0]} » n’est pas une marque connue : {line}")
    return Labels(True, language, kind, writer, about, where, when), text


def _split(line: object, count: int, path: Path) -> list[str]:
    fields = str(line).split(" | ", count - 1)
    if len(fields) != count:
        raise CorpusError(f"{path.name} : il faut {count} champs séparés par « | » : {line}")
    return fields
