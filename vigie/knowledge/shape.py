"""Turn plain values into the typed entries of the model, reporting every fault, not the first."""

from __future__ import annotations

import difflib
from typing import Any

import msgspec
from msgspec import inspect

from vigie.knowledge.problems import Problem
from vigie.knowledge.tree import Tree, Way

_WORDS: dict[type, str] = {
    inspect.StrType: "un texte",
    inspect.IntType: "un nombre entier",
    inspect.BoolType: "true ou false",
}


def entries(tree: Tree, kind: type[Any]) -> tuple[list[tuple[int, Any]], list[Problem]]:
    """The good entries of a file that is a list, with their index, and what ails the others."""
    if not isinstance(tree.value, list):
        return [], [
            tree.problem(
                (), "le fichier doit être une liste", "commencer chaque entrée par « - id: ... »"
            )
        ]
    good: list[tuple[int, Any]] = []
    problems: list[Problem] = []
    for index, item in enumerate(tree.value):
        value, faults = _convert(tree, item, kind, (index,))
        problems += faults
        if not faults:
            good.append((index, value))
    return good, problems


def single(tree: Tree, kind: type[Any]) -> tuple[Any | None, list[Problem]]:
    """The only entry of a file that is a mapping, or None with what is wrong with it."""
    return _convert(tree, tree.value, kind, ())


_shapes: dict[type[Any], inspect.Type] = {}


def _described(kind: type[Any]) -> inspect.Type:
    """The shape of `kind`, worked out once: it costs more than to check an entry."""
    if kind not in _shapes:
        _shapes[kind] = inspect.type_info(kind)
    return _shapes[kind]


def _convert(tree: Tree, value: Any, kind: type[Any], way: Way) -> tuple[Any | None, list[Problem]]:
    faults: list[Problem] = []
    _check(tree, value, _described(kind), way, faults)
    if faults:
        return None, faults
    try:
        return msgspec.convert(value, kind), []
    except msgspec.ValidationError as error:
        return None, [tree.problem(way, str(error), "corriger cette valeur")]


def _check(tree: Tree, value: Any, kind: inspect.Type, way: Way, faults: list[Problem]) -> None:
    """Add to `faults` all that makes `value` differ from `kind`."""
    if isinstance(kind, inspect.UnionType):
        kinds = [option for option in kind.types if not isinstance(option, inspect.NoneType)]
        if value is not None or len(kinds) == len(kind.types):
            _check(tree, value, kinds[0], way, faults)
    elif isinstance(kind, inspect.StructType):
        _check_struct(tree, value, kind, way, faults)
    elif isinstance(kind, inspect.VarTupleType):
        if not isinstance(value, list):
            faults.append(
                tree.problem(
                    way, "une liste est attendue", "écrire [a, b] ou une ligne « - » par élément"
                )
            )
            return
        for index, item in enumerate(value):
            _check(tree, item, kind.item_type, (*way, index), faults)
    elif isinstance(kind, inspect.LiteralType):
        if value not in kind.values:
            choices = ", ".join(map(str, kind.values))
            faults.append(
                tree.problem(way, f"« {value} » n'est pas permis ici", f"choisir parmi : {choices}")
            )
    else:
        _check_plain(tree, value, kind, way, faults)


def _check_plain(
    tree: Tree, value: Any, kind: inspect.Type, way: Way, faults: list[Problem]
) -> None:
    expected = {inspect.StrType: str, inspect.IntType: int, inspect.BoolType: bool}.get(
        type(kind), object
    )
    if not isinstance(value, expected) or (expected is int and isinstance(value, bool)):
        wanted = _WORDS.get(type(kind), "une autre valeur")
        hint = (
            "mettre des guillemets" if expected is str and value is not None else f"écrire {wanted}"
        )
        shown = "rien n'est écrit" if value is None else f"« {value} » n'a pas le bon type"
        faults.append(tree.problem(way, f"{shown}, on attend {wanted}", hint))


def _check_struct(
    tree: Tree, value: Any, kind: inspect.StructType, way: Way, faults: list[Problem]
) -> None:
    if not isinstance(value, dict):
        keys = ", ".join(field.encode_name for field in kind.fields if field.required)
        faults.append(tree.problem(way, "des clés sont attendues ici", f"écrire au moins : {keys}"))
        return
    known = {field.encode_name: field for field in kind.fields}
    for name in value:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            remedy = (
                f"écrire « {near[0]} »"
                if near
                else f"la retirer ; clés permises : {', '.join(known)}"
            )
            faults.append(tree.problem((*way, name), f"clé inconnue « {name} »", remedy))
    for name, field in known.items():
        if name in value:
            _check(tree, value[name], field.type, (*way, name), faults)
        elif field.required:
            faults.append(
                tree.problem((*way, name), f"« {name} » manque", f"ajouter « {name}: ... »")
            )
