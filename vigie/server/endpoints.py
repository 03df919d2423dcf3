"""Read endpoints.yml, or the file that VIGIE_ENDPOINTS names in its place."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from rasa.core.utils import AvailableEndpoints

from vigie.errors import Refusal
from vigie.project import Project
from vigie.server.logs import error_types
from vigie.server.settings import Settings

_VARIABLE = re.compile(r"\$\{(\w+)\}")


def read(project: Project, settings: Settings) -> AvailableEndpoints:
    """The stores and the action server that are named.

    Raises:
        Refusal: the file is missing though it was asked for, does not read, or names a variable
            that the environment lacks.
    """
    path = Path(settings.endpoints) if settings.endpoints else project.endpoints
    if not path.is_file():
        if settings.endpoints:
            raise Refusal(f"VIGIE_ENDPOINTS : le fichier {path} n’existe pas.")
        return AvailableEndpoints()
    try:
        text = path.read_text("utf-8")
        missing = missing_variables(text, os.environ)
        if missing:
            raise Refusal(
                f"{path} attend des variables d’environnement qui manquent : {', '.join(missing)}."
            )
        return AvailableEndpoints.read_endpoints(str(path))
    except Refusal:
        raise
    except Exception as problem:
        raise Refusal(f"{path} ne se lit pas ({error_types(problem)}).") from problem


def missing_variables(text: str, env: Mapping[str, str]) -> list[str]:
    """The ${NAME}s of `text` that `env` lacks, in order; those of comments do not count."""
    lines = (re.split(r"(?:^|\s)#", line, maxsplit=1)[0] for line in text.splitlines())
    names = (name for line in lines for name in _VARIABLE.findall(line))
    return [name for name in dict.fromkeys(names) if name not in env]


def check_workers(env: Mapping[str, str], shared: bool) -> int:
    """How many processes SANIC_WORKERS asks for; more than one needs shared stores.

    Raises:
        Refusal: it is no number, or several processes would share nothing.
    """
    text = env.get("SANIC_WORKERS", "1").strip()
    if not text.isdecimal() or int(text) < 1:
        raise Refusal("SANIC_WORKERS ne convient pas : un entier, 1 ou plus, est attendu.")
    workers = int(text)
    if workers > 1 and not shared:
        raise Refusal(
            f"SANIC_WORKERS={workers} sans verrou partagé : les messages d’une personne se "
            "croiseraient d’un processus à l’autre. Donnez VIGIE_ENDPOINTS=deploy/endpoints.yml "
            "(Redis), ou retirez SANIC_WORKERS."
        )
    return workers
