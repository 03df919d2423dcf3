"""What needs nothing of the other components is learned ahead of its turn: in a process of its own,
beside those that come before it.

Rasa trains one component after the other, as each may need what those before it made of the
messages. What a call for help is needs nothing of them, and takes a quarter of the time of all.
What is learned stays where it is looked for when its turn comes (`relearned.py`).
"""

from __future__ import annotations

import contextlib
import multiprocessing
import tempfile
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path
from typing import Any, ClassVar, Optional, Protocol, TypeVar

from rasa.shared.nlu.training_data.training_data import TrainingData

from vigie.nlu.components.relearned import learned_into


class Alone(Protocol):
    """A component that needs nothing of the others."""

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """What tells its code apart."""

    @staticmethod
    def material(data: TrainingData) -> Any:
        """What it learns from, which tells apart what it learns."""

    @staticmethod
    def learn(folder: Path, material: Any) -> None:
        """Write into `folder` what it learns from that."""


class _Held:
    """While something is trained: the process, and what it was given."""

    process: Optional[ProcessPoolExecutor] = None
    begun: ClassVar[dict[str, Future[None]]] = {}


Component = TypeVar("Component", bound=type[Alone])
_alone: list[type[Alone]] = []


def alone(component: Component) -> Component:
    """Mark a component that `begin` is to begin."""
    _alone.append(component)
    return component


def marked() -> tuple[type[Alone], ...]:
    """The components that are."""
    return tuple(_alone)


@contextlib.contextmanager
def process() -> Iterator[None]:
    """While this lasts, `begin` begins; else each component learns when its turn comes."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as own:
        _Held.process = own
        try:
            yield
        finally:
            _Held.process = None
            _Held.begun.clear()
            own.shutdown(cancel_futures=True)


def begin(data: TrainingData) -> None:
    """Have the components that are marked learn, one after the other."""
    if _Held.process is not None:
        for one in _alone:
            given = one.__name__, one.fingerprint_addon({}), one.material(data), one.learn
            _Held.begun[one.__name__] = _Held.process.submit(_learned, *given)


def ended(component: str) -> None:
    """Wait until a component has learned what it was given.

    Raises:
        Exception: what it raised.
    """
    begun = _Held.begun.pop(component, None)
    if begun is not None:
        begun.result()


def _learned(component: str, code: str, material: Any, learn: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        learned_into(Path(folder), component, code, material, lambda into: learn(into, material))
