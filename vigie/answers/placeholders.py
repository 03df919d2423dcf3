"""The places of the sentences in domain.yml, against those that the code fills.

A place that nothing fills is only met when the sentence is said: the answer then fails. What
the code fills is read from the code itself.
"""

from __future__ import annotations

import ast
import difflib
import string
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from vigie.answers.grammar import FORMS
from vigie.knowledge import tree
from vigie.knowledge.problems import Problem

_PREFIX = "utter_"


def problems(domain: Path) -> list[Problem]:
    """What is wrong with the places of the sentences in `domain`."""
    read = tree.read(domain)
    responses = read.value.get("responses") if isinstance(read.value, dict) else None
    if read.problems or not isinstance(responses, dict):
        return read.problems
    found: list[Problem] = []
    for name, variants in responses.items():
        for index, variant in enumerate(variants if isinstance(variants, list) else ()):
            text = variant.get("text") if isinstance(variant, dict) else None
            if isinstance(text, str):
                line = read.line(("responses", name, index, "text"))
                for says, remedy in _faults(str(name).removeprefix(_PREFIX), text):
                    found.append(Problem(domain.name, line, str(name), "text", says, remedy))
    return found


def _faults(name: str, text: str) -> Iterator[tuple[str, str]]:
    try:
        places = [(place, spec) for _, place, spec, _ in string.Formatter().parse(text)]
    except ValueError:
        yield "une accolade n'est pas fermée", "écrire {nom}, ou doubler l'accolade : {{"
        return
    filled = _filled()
    known = filled.get(name)
    if known is None:
        return
    for place, spec in places:
        if place is None:
            continue
        if place not in known:
            near = difflib.get_close_matches(place, known, n=1)
            listed = ", ".join(f"{{{one}}}" for one in sorted(known)) or "aucune"
            remedy = f"écrire {{{near[0]}}}" if near else f"places remplies ici : {listed}"
            yield f"{{{place}}} n'est rempli par rien", remedy
        elif spec and spec.lower() not in FORMS:
            near = difflib.get_close_matches(spec.lower(), FORMS, n=1)
            remedy = f"écrire {{{place}:{near[0]}}}" if near else f"formes : {', '.join(FORMS)}"
            yield f"« {spec} » n'est pas une forme de nom", remedy


@lru_cache(maxsize=1)
def _filled() -> dict[str, set[str]]:
    """For each sentence that the code says, the places that it fills."""
    known: dict[str, set[str]] = {}
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        module = ast.parse(path.read_text("utf-8"))
        for function in ast.walk(module):
            if isinstance(function, ast.FunctionDef):
                for name, places in _said(function):
                    known.setdefault(name, set()).update(places)
    return known


def _said(function: ast.FunctionDef) -> Iterator[tuple[str, set[str]]]:
    """The sentences that a function may say, each with the places that it fills there."""
    texts = {
        node.value
        for node in ast.walk(function)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    for call in ast.walk(function):
        if not isinstance(call, ast.Call) or not call.args:
            continue
        if getattr(call.func, "attr", "") != "say":
            continue
        places = {word.arg for word in call.keywords if word.arg}
        if any(word.arg is None for word in call.keywords):  # **values: made in the function
            places |= texts
        first = call.args[0]
        names = {first.value} if isinstance(first, ast.Constant) else texts
        for name in names:
            yield str(name).removeprefix(_PREFIX), places
