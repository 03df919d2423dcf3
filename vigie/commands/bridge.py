"""`vigie channels bridge`: the process that deciphers Matrix rooms for the server."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from vigie.commands import prepare
from vigie.errors import Refusal
from vigie.project import Project

ENVIRONMENT = ".venv-matrix-e2e"
NAME = "matrix_e2e"
PASSED = ("homeserver", "user_id", "access_token", "store", "store_key", "token", "vigie")


def command(root: Path, values: Mapping[str, str]) -> tuple[list[str], dict[str, str]]:
    """How the bridge is started: the command, and what it is told in its environment.

    Raises:
        Refusal: its environment is not installed.
    """
    python = root / ENVIRONMENT / "bin" / "python"
    if not python.is_file():
        raise Refusal(
            f"La passerelle n’est pas installée ici ({ENVIRONMENT}) : "
            f"lancez « scripts/side-env bridge {ENVIRONMENT} »."
        )
    told = {f"VIGIE_BRIDGE_{name.upper()}": values[name] for name in PASSED}
    told["VIGIE_BRIDGE_LISTEN"] = values["base_url"]
    return [str(python), str(root / "bridge")], told


def run() -> None:
    """Become the bridge, as credentials.yml says.

    Raises:
        Refusal: the channel is not in credentials.yml, lacks something, or is not installed.
    """
    from vigie.commands.channels import channel_of

    prepare.settings(level="error")
    project = Project.here()
    words, told = command(project.root, channel_of(NAME).values)
    os.execve(words[0], words, {**os.environ, **told})  # noqa: S606  # no shell is wanted
