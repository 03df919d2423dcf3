"""No entity of the knowledge is named in the code: what is true of one is written in its entry."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.coherence.repo import ROOT, name, python
from vigie.knowledge.load import load

WORDS = {
    ("vigie/nlu/homonyms.py", "dos"): "the French word for a back",
    ("vigie/nlu/homonyms.py", "dot"): "the French word for a dowry",
    ("vigie/distress/words.py", "jvta"): "no French word is glued to its first letter",
    ("vigie/knowledge/model/organisations.py", "council"): "a kind of agency",
}
"""Words of code that an id happens to be, and what they are."""
KNOWLEDGE = load(ROOT / "knowledge")
ENTITIES = [e for e in KNOWLEDGE.entities if e not in KNOWLEDGE.contexts]
IDS = {entity.id for entity in ENTITIES}
NAMED = {n.fr for e in ENTITIES for n in (e.name,)} | {
    text for e in ENTITIES for text in (e.name.en, e.name.acronym) if text
}
ANY_NAME = re.compile(rf"(?<![\w’'])(?:{'|'.join(map(re.escape, sorted(NAMED)))})(?!\w)")
CODE = list(python("vigie", "actions"))


def constants(tree: ast.AST) -> Iterator[str]:
    """The strings of a module but its docstrings and those that explain a constant."""
    told = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def found(tree: ast.AST) -> Iterator[str]:
    """The ids, and the names and acronyms, that the strings of a module hold."""
    for text in constants(tree):
        if text in IDS:
            yield text
        yield from ANY_NAME.findall(text)


@pytest.mark.parametrize("path, tree", CODE, ids=[name(path) for path, _ in CODE])
def test_no_entity_is_named_in(path: object, tree: ast.AST) -> None:
    here = name(path)  # type: ignore[arg-type]
    assert [text for text in found(tree) if (here, text) not in WORDS] == []


def test_the_scan_sees_what_it_must() -> None:
    tree = ast.parse('"""Le DoJ."""\nA = "doj"\n"""The PITF."""\nB = f"Le DoJ {A} préside la PITF"')
    assert sorted(found(tree)) == ["DoJ", "PITF", "doj"]


def test_what_is_excepted_is_there() -> None:
    held = {(name(path), text) for path, tree in CODE for text in found(tree)}
    assert set(WORDS) <= held
