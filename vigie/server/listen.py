"""The address of the server: had before anything is loaded, so that a taken port shows at once."""

from __future__ import annotations

import socket

from vigie.errors import Refusal

BACKLOG = 512


def bind(host: str, port: int) -> socket.socket:
    """A socket bound to `host` and `port`, not yet listening: a taken port shows at once.

    Raises:
        Refusal: the address cannot be had.
    """
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        sock = socket.socket(family, socket.SOCK_STREAM)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind(address)
    except (OSError, OverflowError) as problem:
        raise _taken(host, port, problem) from None
    return sock


def listen(sock: socket.socket) -> None:
    """Take connections from now on.

    Raises:
        Refusal: another program was quicker.
    """
    try:
        sock.listen(BACKLOG)
    except OSError as problem:
        host, port = sock.getsockname()[:2]
        raise _taken(host, port, problem) from None


def _taken(host: str, port: int, problem: Exception) -> Refusal:
    if isinstance(problem, PermissionError):
        return Refusal(f"Le port {port} est réservé au système : choisissez-en un autre (PORT=…).")
    if isinstance(problem, socket.gaierror):
        return Refusal(f"L’adresse {host} est inconnue : corrigez HOST.")
    return Refusal(
        f"L’adresse {host}:{port} est déjà prise : arrêtez l’autre serveur ou "
        f"choisissez un autre port (PORT={port + 1})."
    )


def address_of(sock: socket.socket) -> str:
    """The URL to open in a browser."""
    host, port = sock.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(  # noqa: S104  # compared, not bound
        host, f"[{host}]" if ":" in host else host
    )
    return f"http://{host}:{port}"
