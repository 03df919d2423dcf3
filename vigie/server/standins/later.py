"""Modules that are named by what is served and used by nothing in it: loaded at their first use.

Rasa and the libraries around it import them at their heads. After `install` each is a shell whose
first attribute that is asked for loads the real one; code that does use it sees no difference.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, Optional

LATER = {
    "dask": "Rasa's runner of graphs, which ours replaces",
    "jsonpickle": "Rasa's comparison of events, which a turn does not make",
    "rasa.utils.plotting": "Rasa's plots of an evaluation, with matplotlib and pillow",
    "aio_pika": "brokers of events: none is served, and python-socketio shares through none",
    "aiormq": "the same",
    "h5py": "spaCy's models of a form that is not ours",
}
"""Each with what asks for it."""


class _Shells(MetaPathFinder, Loader):
    """Makes the shells; a real one comes from the finders behind it."""

    def __init__(self) -> None:
        self._left = set(LATER)

    def find_spec(
        self, fullname: str, path: Optional[Sequence[str]], target: Optional[ModuleType] = None
    ) -> Optional[ModuleSpec]:
        return ModuleSpec(fullname, self) if fullname in self._left else None

    def create_module(self, spec: ModuleSpec) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        name = module.__name__

        def load(attribute: str) -> Any:
            if attribute.startswith("__") and attribute != "__path__":
                raise AttributeError(attribute)  # whoever looks over all modules uses none
            return getattr(self._real(name, module), attribute)

        vars(module)["__getattr__"] = load

    def _real(self, name: str, shell: ModuleType) -> ModuleType:
        if name in self._left:
            self._left.discard(name)
            if sys.modules.get(name) is shell:
                del sys.modules[name]
        return importlib.import_module(name)


def install() -> None:
    """Have each module of `LATER` that is not there yet be loaded when it is first used."""
    if not any(isinstance(finder, _Shells) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Shells())
