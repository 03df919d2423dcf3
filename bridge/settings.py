"""What the bridge is told in its environment: by `vigie channels bridge`, or by deploy/."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from urllib.parse import urlsplit

PREFIX = "VIGIE_BRIDGE_"


class Refusal(Exception):
    """What is wrong, in French, with its remedy."""


@dataclass(frozen=True)
class Settings:
    """All are required; see docs/canaux/matrix.md."""

    homeserver: str
    user_id: str
    access_token: str = field(repr=False)
    store: str
    """The folder of the keys."""
    store_key: str = field(repr=False)
    """What the keys are encrypted with there."""
    token: str = field(repr=False)
    """What Vigie and the bridge show each other."""
    vigie: str
    """Where Vigie listens."""
    listen: str
    """Where Vigie finds the bridge."""

    @classmethod
    def of(cls, env: Mapping[str, str]) -> Settings:
        """The settings in an environment.

        Raises:
            Refusal: one is missing.
        """
        names = {one.name: PREFIX + one.name.upper() for one in fields(cls)}
        missing = [name for name in names.values() if not env.get(name)]
        if missing:
            raise Refusal(
                f"{', '.join(missing)} manque : lancez « vigie channels bridge », "
                "ou voyez « Déployer la passerelle » dans docs/canaux/matrix.md."
            )
        return cls(**{name: env[variable] for name, variable in names.items()})

    @property
    def address(self) -> tuple[str, int]:
        """Host and port to listen on."""
        parts = urlsplit(self.listen)
        return parts.hostname or "127.0.0.1", parts.port or 80

    @property
    def folder(self) -> Path:
        """The folder of the keys, made for its owner alone.

        Raises:
            Refusal: it cannot be made, or written to.
        """
        folder = Path(self.store)
        with contextlib.suppress(OSError):  # whatever it is, the folder is not there
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not os.access(folder, os.W_OK | os.X_OK):
            raise Refusal(f"store : {folder} doit appartenir à l’utilisateur de la passerelle.")
        return folder
