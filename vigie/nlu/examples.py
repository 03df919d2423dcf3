"""The training examples as the files hold them: each with its marks and its line.

For whatever reads data/nlu without Rasa: the linter, the tests, the evaluation.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import yaml

from vigie.answers.query.line import LineError, read_all
from vigie.answers.query.model import Query, arguments
from vigie.nlu.problems import Problem

REGISTERS = tuple("standard formal oral sms typo noaccent caps quebec africa haiti".split())
"""The ways of writing that every intent is taught in."""
TOPICAL = frozenset(
    ("which_agency", "exclude_agency", "describe_aspect", "verify_role", "followup_topic")
)
"""Intents whose examples are about topics; no others are."""

_Fault = Optional[tuple[str, str]]
"""What is wrong, and the remedy."""
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KEYS = {"intent": True, "metadata": True, "examples": True}
_MARKS = {"register": True, "persona": True, "topics": False, "query": False}
"""The keys of a block and of its metadata, and whether each is needed."""


@dataclass(frozen=True)
class Block:
    """Marks that examples share, and where they stand."""

    intent: str
    register: str
    persona: str
    topics: tuple[str, ...]
    query: str
    file: str
    line: int

    @property
    def queries(self) -> tuple[Query, ...]:
        """What its examples mean; several where they ask several things."""
        return read_all(self.query) if self.query else ()

    def about(self, known: Collection[str]) -> tuple[str, ...]:
        """The topics that it is marked with, and those in its queries, of all that are `known`."""
        named = [str(one) for query in self.queries for one in arguments(query)]
        return tuple(dict.fromkeys([*self.topics, *(one for one in named if one in known)]))


@dataclass(frozen=True)
class Example:
    """What somebody wrote; its text may be empty, which is a fault."""

    text: str
    line: int
    block: Block

    @property
    def place(self) -> str:
        """Where to find it."""
        return f"{self.block.file}:{self.line}"


def examples(data: Path) -> list[Example]:
    """All the examples under `data`/nlu, file by file.

    Raises:
        ValueError: something there is malformed; the text lists all of it, in French.
    """
    found, malformed = read(data)
    if malformed:
        raise ValueError("\n".join(map(str, malformed)))
    return found


def read(data: Path) -> tuple[list[Example], list[Problem]]:
    """The examples under `data`/nlu, file by file, and what cannot be read there."""
    found: list[Example] = []
    malformed: list[Problem] = []
    for path in sorted((data / "nlu").rglob("*.y*ml")):
        for part in _file(path, path.relative_to(data.parent).as_posix()):
            if isinstance(part, Problem):
                malformed.append(part)
            else:
                found += part
    return found, malformed


def _file(path: Path, name: str) -> Iterator[list[Example] | Problem]:
    try:
        root = yaml.compose(path.read_text("utf-8"), Loader=_LOADER)
    except (yaml.YAMLError, UnicodeDecodeError) as problem:
        mark = getattr(problem, "problem_mark", None)
        why = getattr(problem, "problem", None) or type(problem).__name__
        line = mark.line + 1 if mark else 1
        yield Problem(name, line, "", f"ce n’est pas du YAML ({why})", "corriger cette ligne")
        return
    listed = _fields(root).get("nlu")
    if not isinstance(listed, yaml.SequenceNode):
        yield Problem(name, 1, "", "il n’y a pas de liste nlu", "écrire « nlu: », puis des blocs")
        return
    for node in listed.value:
        fault = _fault(node)
        if fault:
            intent = _text(_fields(node).get("intent"))
            yield Problem(name, node.start_mark.line + 1, intent, *fault)
        else:
            yield _examples(node, name)


def _fault(node: yaml.Node) -> _Fault:
    """What a block lacks or has too much, and the remedy."""
    fields = _fields(node)
    marks = _fields(fields.get("metadata"))
    return (
        _keys(fields, _KEYS, "un bloc a les clés {}")
        or _keys(marks, _MARKS, "metadata a les clés {} (query : la requête ; docs/corpus.md)")
        or _values(marks)
        or _body(fields["examples"])
    )


def _keys(given: Mapping[str, yaml.Node], known: Mapping[str, bool], all_of_them: str) -> _Fault:
    remedy = all_of_them.format(", ".join(known))
    for key, needed in known.items():
        if needed and key not in given:
            return f"la clé {key} manque", remedy
    for key in given.keys() - known:
        return f"la clé {key} est inconnue", remedy
    return None


def _values(marks: Mapping[str, yaml.Node]) -> _Fault:
    if not isinstance(marks.get("topics", yaml.SequenceNode("", [])), yaml.SequenceNode):
        return "topics n’est pas une liste", "écrire topics: [sujet, autre_sujet]"
    try:
        read_all(_text(marks["query"]) if "query" in marks else "vague")
    except LineError as problem:
        return f"la requête ne se lit pas : {problem}", "voir docs/corpus.md"
    return None


def _body(body: yaml.Node) -> _Fault:
    if isinstance(body, yaml.SequenceNode):
        if all(_text(_fields(item).get("text")) for item in body.value):
            return None
        return "un exemple n’a pas de texte", "écrire « - text: ... » pour chacun"
    if not isinstance(body, yaml.ScalarNode) or body.style != "|":
        return "examples n’est pas un texte", "écrire « examples: | », puis une ligne par exemple"
    if not all(line.startswith("- ") for line in _lines(body) if line.strip() not in ("", "-")):
        return "une ligne d’exemple ne commence pas par « - »", "commencer chaque ligne par « - »"
    return None


def _examples(node: yaml.Node, file: str) -> list[Example]:
    fields = _fields(node)
    marks, body = _fields(fields["metadata"]), fields["examples"]
    topics = marks["topics"].value if "topics" in marks else ()
    block = Block(
        _text(fields["intent"]),
        _text(marks["register"]),
        _text(marks["persona"]),
        tuple(map(_text, topics)),
        _text(marks.get("query")),
        file,
        node.start_mark.line + 1,
    )
    if isinstance(body, yaml.SequenceNode):  # each with metadata of its own
        return [
            Example(_text(_fields(item)["text"]).strip(), item.start_mark.line + 1, block)
            for item in body.value
        ]
    first = body.start_mark.line + 2
    return [
        Example(line.removeprefix("-").strip(), number, block)
        for number, line in enumerate(_lines(body), first)
    ]


def _lines(body: yaml.Node) -> list[str]:
    return str(body.value).rstrip("\n").split("\n")


def _fields(node: yaml.Node | None) -> dict[str, yaml.Node]:
    """The values of a mapping by their key; none when `node` is no mapping."""
    if not isinstance(node, yaml.MappingNode):
        return {}
    return {_text(key): value for key, value in node.value}


def _text(node: yaml.Node | None) -> str:
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""
