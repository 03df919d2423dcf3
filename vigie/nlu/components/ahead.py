"""What needs nothing of the other components is learned ahead of its turn: in a process of its own,
beside those that come before it.

Rasa trains one component after the other, as each may need what those before it made of the
messages. What a call for help is needs nothing of them, and takes a quarter of the time of all.
What is learned stays where it is looked for when its turn comes (`relearned.py`).
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import tempfile
import threading
from collections.abc import Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any, ClassVar, NamedTuple, Protocol

from rasa.shared.nlu.training_data.training_data import TrainingData

from vigie.nlu.components.relearned import is_kept, learned_into


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


class _Begun(NamedTuple):
    """A process, and what it says when it ends."""

    process: SpawnProcess
    said: Connection


class _Held:
    """While something is trained: what was begun, by component."""

    may_begin: ClassVar[bool] = False
    begun: ClassVar[dict[str, _Begun]] = {}


@contextlib.contextmanager
def processes() -> Iterator[None]:
    """While this lasts, `begin` begins; else each component learns when its turn comes. What has
    not ended then is of no use to anybody, and is ended."""
    _Held.may_begin = True
    try:
        yield
    finally:
        _Held.may_begin = False
        for process, _ in _Held.begun.values():
            process.terminate()
            process.join()
        _Held.begun.clear()


def begin(component: type[Alone], data: TrainingData) -> None:
    """Have a component learn in a process, unless what it would learn is kept of an earlier
    training."""
    if not _Held.may_begin:
        return
    name, code = component.__name__, component.fingerprint_addon({})
    material = component.material(data)
    if not is_kept(name, code, material):
        spawning = multiprocessing.get_context("spawn")
        said, says = spawning.Pipe(duplex=False)
        given = says, name, code, material, component.learn
        process = spawning.Process(target=_learned, args=given, daemon=True)
        process.start()
        says.close()
        _Held.begun[name] = _Begun(process, said)


def ended(component: str) -> None:
    """Wait until a component has learned what it was given; if its process was killed, it learns
    when its turn comes.

    Raises:
        Exception: what it raised.
    """
    begun = _Held.begun.pop(component, None)
    if begun is None:
        return
    try:
        with contextlib.suppress(EOFError):
            problem = begun.said.recv()
            if problem is not None:
                raise problem
    finally:
        begun.process.join()  # it may have raised, and is ended all the same


def _learned(says: Connection, component: str, code: str, material: Any, learn: Any) -> None:
    """In the process: what is learned is kept, and what is raised is said."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is ended by whoever began it
    threading.Thread(target=_end_with, args=[os.getpid()], daemon=True).start()
    # What it says would stand in the midst of what training says; what matters is raised.
    sys.stdout = sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    try:
        with tempfile.TemporaryDirectory() as folder:
            into = Path(folder)
            learned_into(into, component, code, material, lambda where: learn(where, material))
        says.send(None)
    except Exception as problem:
        says.send(problem)


def _end_with(process: int) -> None:
    """End this process where the one that began it is killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os.kill(process, signal.SIGTERM)
