"""What a component learned in an earlier training from the same material: taken again, instead of
being learned again.

Rasa keeps what a node of its graph made while all that reaches the node is the same; but all of
the training data reaches every component. One that learns from some of it, and for long, says
from what.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from rasa.engine.caching import CACHE_LOCATION_ENV, DEFAULT_CACHE_LOCATION

MOST = 3
"""Results that are kept of one component: whoever changes back finds the one before."""


def folder_of() -> Path:
    """Where results are kept: beside Rasa's own, which it counts and drops by itself."""
    return Path(os.environ.get(CACHE_LOCATION_ENV, DEFAULT_CACHE_LOCATION)).with_name("learned")


def is_kept(component: str, code: str, material: object) -> bool:
    """Whether `learned_into` would take again what was learned."""
    return _place(component, code, material).is_dir()


def learned_into(
    folder: Path, component: str, code: str, material: object, learn: Callable[[Path], None]
) -> None:
    """Have `learn` write into an empty folder, or put there what it wrote when `component`, its
    `code` and the `material` (told apart by its representation) were the same."""
    kept = _place(component, code, material)
    if kept.is_dir():
        shutil.copytree(kept, folder, dirs_exist_ok=True)
        os.utime(kept)
        return
    learn(folder)
    kept.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=kept.parent, prefix=".") as draft:
        whole = Path(draft) / kept.name
        shutil.copytree(folder, whole)
        try:
            whole.replace(kept)
        except OSError:
            if not kept.is_dir():  # else another training was there first, with the same
                raise
    _forget_old(kept.parent)


def _place(component: str, code: str, material: object) -> Path:
    key = hashlib.sha256(f"{code}\0{material!r}".encode()).hexdigest()
    return folder_of() / component / key


def forget() -> None:
    """Forget all of it: whoever forces a training wants everything learned anew."""
    shutil.rmtree(folder_of(), ignore_errors=True)


def _forget_old(component: Path) -> None:
    some = [one for one in component.iterdir() if not one.name.startswith(".")]
    for old in sorted(some, key=lambda one: one.stat().st_mtime)[:-MOST]:
        shutil.rmtree(old, ignore_errors=True)  # another training may be forgetting it too
