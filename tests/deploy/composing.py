"""compose.yml as docker-compose reads it, with secrets that are none."""

from __future__ import annotations

import subprocess

from tests.deploy.tools import DEPLOY, run, tool

SECRETS = {
    "VIGIE_SECRET": "s" * 32,
    "REDIS_PASSWORD": "a-password",
    "GRAFANA_PASSWORD": "another",
    "VIGIE_TLS_FOLDER": "/tls",
}
SERVICES = ("vigie-1", "vigie-2", "proxy", "redis", "prometheus", "grafana")
BRIDGE_SECRETS = {
    "MATRIX_E2E_HOMESERVER": "https://matrix.example",
    "MATRIX_E2E_USER_ID": "@vigie:matrix.example",
    "MATRIX_E2E_ACCESS_TOKEN": "access-token",
    "MATRIX_E2E_STORE_KEY": "store-key",
    "MATRIX_E2E_TOKEN": "shown-to-each-other",
}
"""Of the bridge, which is started where COMPOSE_PROFILES says so."""


def config(*files: str, **env: str) -> subprocess.CompletedProcess[str]:
    """What docker-compose makes of files of deploy/, with these variables and no others."""
    named = [word for file in files for word in ("-f", str(DEPLOY / file))]
    command = [tool("docker-compose"), *named, "config", "--format", "json"]
    return run(*command, env={"HOME": "/nonexistent", **env})
