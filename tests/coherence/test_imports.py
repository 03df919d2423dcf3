"""Data flows one way: knowledge, answers, actions; distress needs nobody; rasa stays in the understanding and the server."""

from __future__ import annotations

import pytest

from tests.coherence.repo import ROOT, imported, name, python

OURS = ("vigie", "actions", "evaluation", "deploy", "tests")
RASA = ("rasa", "rasa_sdk")
BASE = ("vigie.errors", "vigie.project")
"""What has nothing of ours below it but itself."""
RULES: dict[str, tuple[str, ...]] = {
    # folder: what of ours, and of rasa, it may import, in a function as at its top
    "vigie/distress": ("vigie.distress",),
    "vigie/knowledge": ("vigie.knowledge",),
    "vigie/answers": ("vigie.answers", "vigie.knowledge"),
    "vigie/pages": ("vigie.pages", "vigie.answers", "vigie.knowledge"),
    "actions": ("actions", "vigie.answers", "vigie.distress", "vigie.knowledge", "rasa_sdk"),
    "vigie/answers/query": ("vigie.answers.query", "vigie.knowledge"),
    "vigie/answers/render": (  # from ids to sentences: of what was asked, only the query
        "vigie.answers.render",
        "vigie.answers.query",
        "vigie.answers.grammar",
        "vigie.answers.question.Focus",
        "vigie.answers.reply",
        "vigie.answers.sentences",
        "vigie.answers.view",
        "vigie.knowledge.model",
        "vigie.knowledge.text.fold",  # for the order of the alphabet
    ),
    "vigie/nlu": (
        "vigie.nlu",
        "vigie.answers.query",
        "vigie.answers.reading.beside",  # to which what reads for the answers is handed over
        "vigie.answers.reading.said",  # what that is told
        "vigie.distress",
        "vigie.knowledge",
        "rasa",
    ),
    "vigie/training": (
        "vigie.training",
        "vigie.nlu.LANGUAGE",  # what a model is learned from beside the data
        "vigie.nlu.shapes_a_model",
        "vigie.nlu.lexicon",  # what of the knowledge is
        "vigie.nlu.components.ahead",  # what may learn beside the rest, while it trains
        "vigie.nlu.components.relearned",  # to forget what was learned before
        "vigie.knowledge",
        *BASE,
        "rasa",
    ),
    "vigie/server": (
        "vigie.server",
        "vigie.distress",
        "vigie.nlu.encoder.missing",  # what /health says of how messages are read
        *BASE,
        *RASA,
    ),
    "vigie/channels": (
        "vigie.channels",
        "vigie.server",
        "vigie.distress",
        "vigie.answers.typography",  # of what a channel says itself
        "vigie.knowledge.text",  # folding of the words that people type
        *BASE,
        "rasa",
    ),
    "vigie/cli": (
        "vigie.cli",
        "vigie.commands",
        "vigie.knowledge.load",  # ids that a shell completes
        "vigie.server.settings",  # told by `vigie serve --help`
        "vigie.version",
        *BASE,
    ),
    "vigie/commands": ("vigie", "actions", *RASA),
    "evaluation": ("evaluation", "deploy", "vigie", "actions", *RASA),
    "deploy": ("deploy",),
}
TOP = {"vigie/__main__.py", "vigie/judge.py", "vigie/version.py"}
"""Modules of no package: they stand above all, or below."""


def within(module: str, packages: tuple[str, ...]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


@pytest.mark.parametrize(("folder", "allowed"), RULES.items(), ids=RULES)
def test_a_package_imports_only_what_lies_below_it(folder: str, allowed: tuple[str, ...]) -> None:
    wrong = [
        f"{name(path)} imports {module}"
        for path, tree in python(folder)
        for module in imported(tree)
        if within(module, (*OURS, *RASA)) and not within(module, allowed)
    ]
    assert wrong == []


def test_each_package_has_its_rule() -> None:
    packages = {name(path.parent) for path in (ROOT / "vigie").glob("*/__init__.py")}
    assert packages <= set(RULES)
    loose = {name(path) for path in (ROOT / "vigie").glob("*.py")} - TOP
    assert loose == {"vigie/__init__.py", "vigie/errors.py", "vigie/project.py"}


def room(module: str) -> str:
    """The package that a module is in: "vigie.server", "actions"."""
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] == "vigie" else parts[0]


def arrows() -> dict[str, set[str]]:
    """Which packages each one imports, itself left out."""
    found: dict[str, set[str]] = {}
    for path, tree in python("vigie", "actions", "evaluation", "deploy"):
        here = room(name(path).removesuffix(".py").replace("/", "."))
        others = {room(module) for module in imported(tree) if within(module, OURS)}
        found.setdefault(here, set()).update(others - {here})
    return found


def test_no_package_imports_what_imports_it() -> None:
    left = arrows()
    while ground := {package for package, below in left.items() if not below & set(left)}:
        left = {package: below for package, below in left.items() if package not in ground}
    assert left == {}, "a circle of packages"


def test_the_scan_sees_what_it_must() -> None:
    import ast

    deferred = (
        "    from vigie.nlu import names as n\n    importlib.import_module('vigie.nlu.lint')\n"
    )
    tree = ast.parse(f"import rasa.core\ndef f():\n{deferred}")
    assert imported(tree) == {"rasa.core", "vigie.nlu.names", "vigie.nlu.lint"}
    assert not within("vigie.answerset", ("vigie.answers",))


@pytest.mark.parametrize(
    "package",
    ["vigie.answers.converse", "vigie.knowledge.load", "vigie.distress", "vigie.pages.site"],
)
def test_answers_knowledge_and_pages_load_without_rasa_spacy_or_tensorflow(package: str) -> None:
    import subprocess
    import sys

    heavy = "rasa|rasa_sdk|spacy|tensorflow|sklearn|sanic"
    script = f"import sys, {package}; print([m for m in {heavy.split('|')!r} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
