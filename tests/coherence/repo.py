"""The repository as its tests of coherence read it: files, and what Python files hold."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]


@lru_cache(maxsize=1)
def files() -> tuple[Path, ...]:
    """Every file of the repository, committed or about to be."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode == 0:
        names = listed.stdout.split("\0")
        return tuple(ROOT / name for name in names if name and (ROOT / name).is_file())
    kept = (p for p in ROOT.rglob("*") if not any(part[0] == "." for part in p.parts))
    return tuple(sorted(path for path in kept if path.is_file()))


def name(path: Path) -> str:
    """The path as it stands in the repository."""
    return path.relative_to(ROOT).as_posix()


def text(path: Path) -> str:
    """The text of a file; "" for what is not text."""
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        return ""


def python(*folders: str) -> Iterator[tuple[Path, ast.Module]]:
    """The Python files under these folders, parsed."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path, ast.parse(path.read_text("utf-8"))


def imported(tree: ast.Module) -> set[str]:
    """The full names of the modules that a file imports, wherever and however it does: at its top,
    in a function, or by their names."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute here"
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if called in ("import_module", "__import__"):
                found.add(str(node.args[0].value))
    return found


def strings(tree: ast.Module) -> Iterator[str]:
    """The strings of a file, its docstrings left out."""
    statements = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and id(node) not in statements:
            yield text


def read_yaml(path: str) -> object:
    """A YAML file of the repository."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load((ROOT / path).read_text("utf-8"), loader)


def domain() -> dict[str, list[str]]:
    """domain.yml."""
    found = read_yaml("domain.yml")
    assert isinstance(found, dict)
    return found
