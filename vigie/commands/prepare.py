"""Settings of the process that must be made before rasa is imported."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from vigie.errors import Refusal
from vigie.server import logs
from vigie.server.settings import Settings
from vigie.server.standins import light

_QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "CUDA_VISIBLE_DEVICES": "",
}

_COMPOSE = (
    "VIGIE_IMAGE",
    "VIGIE_CREDENTIALS",
    "VIGIE_LISTEN",
    "VIGIE_PROXY_RATE",
    "VIGIE_PROXY_BURST",
    "VIGIE_TLS_FOLDER",
)
"""What deploy/compose*.yml reads of a shell that is no setting of the server."""


def quiet() -> None:
    """No telemetry, and none of the notices that libraries print."""
    for name, value in _QUIET.items():
        os.environ.setdefault(name, value)


def without_compose() -> None:
    """Let an operator who exported what compose needs run any command in the same shell."""
    for name in _COMPOSE:
        os.environ.pop(name, None)


def settings(
    host: str | None = None,
    port: int | None = None,
    level: str | None = None,
    endpoints: str | None = None,
) -> Settings:
    """The settings of the environment, with the log configured.

    Args:
        host: wins over HOST.
        port: wins over PORT.
        level: the level of the log when LOG_LEVEL is not set.
        endpoints: wins over VIGIE_ENDPOINTS.
    """
    without_compose()
    given = {"log_level": level} if level and "LOG_LEVEL" not in os.environ else {}
    found = Settings.from_env(os.environ, host=host, port=port, endpoints=endpoints, **given)
    quiet()
    logs.configure(found.log_level, found.log_format)
    # `actions` is the one of this folder, also when the command is a script elsewhere.
    if str(Path.cwd()) not in sys.path:
        sys.path.insert(0, str(Path.cwd()))
    return found


def serving(archive: Path, found: Settings) -> None:
    """Leave TensorFlow out of this process, when the settings and the model allow it.

    Raises:
        Refusal: the archive cannot be read.
    """
    if not found.light:
        return
    try:
        heavy = light.needs_tensorflow(archive)
    except Exception:
        raise Refusal(f"Le modèle {archive.name} est illisible : lancez « make train ».") from None
    if not heavy:
        light.install()


def without_tensorflow(found: Settings) -> None:
    """Leave TensorFlow out while there is no model to ask whether it is needed."""
    if found.light:
        light.install()
