"""Read a YAML file into plain values, remembering the line of each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from vigie.knowledge.problems import Problem
from vigie.knowledge.syntax import encoding, syntax

Step = str | int
Way = tuple[Step, ...]
"""From the top of a file to a value: keys and indices."""


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Safe loading where a date stays text and only true and false are booleans."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in rules if not tag.endswith((":timestamp", ":bool"))]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), ["t", "f"])


@dataclass
class Tree:
    """The content of one file, and the problems met while reading it."""

    file: str
    value: Any = None
    lines: dict[Way, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def line(self, way: Way) -> int:
        """The line of the value at `way`, or of the nearest thing around it."""
        while way and way not in self.lines:
            way = way[:-1]
        return self.lines.get(way, 1)

    def problem(self, way: Way, says: str, remedy: str) -> Problem:
        """A problem at `way`, with the entry and the field named as an editor knows them."""
        entry, rest = "", way
        if way and isinstance(way[0], int):
            entry, rest = self._entry(way[0]), way[1:]
        return Problem(self.file, self.line(way), entry, spell(rest), says, remedy)

    def _entry(self, index: int) -> str:
        item = (
            self.value[index] if isinstance(self.value, list) and index < len(self.value) else None
        )
        named = item.get("id") if isinstance(item, dict) else None
        return str(named) if named else f"n° {index + 1}"


def spell(way: Way) -> str:
    """`way` as an editor reads it, ranks from 1: "duties[2].place"."""
    text = ""
    for step in way:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return text


def read(path: Path) -> Tree:
    """The tree of `path`; a file that cannot be read gives a problem, not an exception."""
    tree = Tree(path.name)
    content = b""
    try:
        content = path.read_bytes()
        loader = Loader(content)
        node = loader.get_single_node()
        tree.value = _build(loader, node, (), tree) if node is not None else None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        tree.problems.append(syntax(path.name, content, line, error.problem or error.context or ""))
    except yaml.reader.ReaderError as error:
        tree.problems.append(encoding(path.name, content, error.position))
    except (OSError, yaml.YAMLError) as error:
        says = f"fichier illisible ({type(error).__name__})"
        tree.problems.append(Problem(path.name, None, "", "", says, "vérifier le fichier"))
    return tree


def _build(loader: Any, node: yaml.Node, way: Way, tree: Tree) -> Any:
    tree.lines[way] = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        return [_build(loader, item, (*way, i), tree) for i, item in enumerate(node.value)]
    if not isinstance(node, yaml.MappingNode):
        return loader.construct_object(node)
    mapping: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(getattr(key_node, "value", ""))
        here = (*way, key)
        line = key_node.start_mark.line + 1
        if key in mapping:
            says, remedy = f"la clé « {key} » est écrite deux fois", "n'en garder qu'une"
            tree.problems.append(Problem(tree.file, line, "", spell(here), says, remedy))
        mapping[key] = _build(loader, value_node, here, tree)
        tree.lines[here] = line
    return mapping
