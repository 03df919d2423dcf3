"""Data flows one way: knowledge, answers, actions; distress needs nobody; rasa stays in the understanding and the server."""

from __future__ import annotations

import pytest

from tests.coherence.repo import imported, name, python

OURS = ("vigie", "actions")
RULES = {
    # folder: what of ours, and of rasa, it may import
    "vigie/distress": ("vigie.distress",),
    "vigie/knowledge": ("vigie.knowledge",),
    "vigie/answers": ("vigie.answers", "vigie.knowledge"),
    "actions": ("actions", "vigie.answers", "vigie.distress", "vigie.knowledge", "rasa_sdk"),
    "vigie/nlu": ("vigie.nlu", "vigie.distress", "vigie.knowledge", "rasa"),
}


def within(module: str, packages: tuple[str, ...]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


@pytest.mark.parametrize(("folder", "allowed"), RULES.items(), ids=RULES)
def test_a_package_imports_only_what_lies_below_it(folder: str, allowed: tuple[str, ...]) -> None:
    guarded = (*OURS, "rasa", "rasa_sdk")
    wrong = [
        f"{name(path)} imports {module}"
        for path, tree in python(folder)
        for module in imported(tree)
        if within(module, guarded) and not within(module, allowed)
    ]
    assert wrong == []


def test_the_scan_sees_what_it_must() -> None:
    import ast

    tree = ast.parse("import rasa.core\ndef f():\n    from vigie.nlu import names as n\n")
    assert imported(tree) == {"rasa.core", "vigie.nlu.names"}
    assert not within("vigie.answerset", ("vigie.answers",))


@pytest.mark.parametrize(
    "package", ["vigie.answers.converse", "vigie.knowledge.load", "vigie.distress"]
)
def test_answers_and_knowledge_load_without_rasa_spacy_or_tensorflow(package: str) -> None:
    import subprocess
    import sys

    heavy = "rasa|rasa_sdk|spacy|tensorflow|sklearn|sanic"
    script = f"import sys, {package}; print([m for m in {heavy.split('|')!r} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
