"""The version of Vigie. It is written in pyproject.toml and nowhere else."""

from __future__ import annotations

import platform
import re
from importlib import metadata
from pathlib import Path

_PYPROJECT = Path(__file__).parents[1] / "pyproject.toml"
_LINE = re.compile(r'^version = "([^"]+)"', re.MULTILINE)


def version() -> str:
    """The version of this code, for example "0.9.0".

    Read from pyproject.toml beside the code, which an image has too though nothing is installed
    there, and which a `git pull` changes at once; from the installed package where there is none.
    """
    if _PYPROJECT.is_file() and (found := _LINE.search(_PYPROJECT.read_text("utf-8"))):
        return found[1]
    return metadata.version("vigie")


def line() -> str:
    """What `vigie --version` prints: Vigie, Rasa and Python."""
    rasa, python = metadata.version("rasa"), platform.python_version()
    return f"Vigie {version()} (Rasa {rasa}, Python {python})"
