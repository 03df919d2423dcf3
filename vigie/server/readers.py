"""How the text of a setting is read: a value, or a `ValueError` that says what is expected."""

from __future__ import annotations

import re
from collections.abc import Callable

from vigie.server.rates import Network, parse_networks

MIN_SECRET = 32


def whole(low: int, high: int) -> Callable[[str], int]:
    """A whole number from `low` to `high`."""

    def read(text: str) -> int:
        value = int(text)
        if not low <= value <= high:
            raise ValueError(f"un entier de {low} à {high} est attendu")
        return value

    return read


def seconds(low: float, high: float) -> Callable[[str], float]:
    """A number of seconds from `low` to `high`."""

    def read(text: str) -> float:
        value = float(text)
        if not low <= value <= high:
            raise ValueError(f"un nombre de secondes de {low:g} à {high:g} est attendu")
        return value

    return read


def one_of(*choices: str) -> Callable[[str], str]:
    """One of `choices`, in lower case."""

    def read(text: str) -> str:
        if text.lower() not in choices:
            raise ValueError(f"une de ces valeurs est attendue : {', '.join(choices)}")
        return text.lower()

    return read


def switch(text: str) -> bool:
    """0 or 1."""
    return one_of("0", "1")(text) == "1"


def text(text: str) -> str:
    """Any text but blanks."""
    if not text.strip():
        raise ValueError("une valeur est attendue")
    return text.strip()


def networks(text: str) -> tuple[Network, ...]:
    """Addresses and networks, parted by commas."""
    try:
        return parse_networks(text)
    except ValueError:
        raise ValueError("des adresses séparées par des virgules sont attendues") from None


_ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:\d{1,5})?", re.ASCII | re.IGNORECASE)


def origins(text: str) -> tuple[str, ...]:
    """Origins, parted by commas."""
    found = tuple(part.strip().lower() for part in text.split(",") if part.strip())
    if not found or not all(_ORIGIN.fullmatch(origin) for origin in found):
        raise ValueError("des origines comme https://exemple.org, sans chemin, sont attendues")
    return found


_HOST = re.compile(r"[a-z0-9.-]+|\[[0-9a-f:]+\]", re.ASCII)


def hosts(text: str) -> tuple[str, ...]:
    """Names of hosts, parted by commas."""
    found = tuple(part.strip().lower() for part in text.split(",") if part.strip())
    if not found or not all(_HOST.fullmatch(host) for host in found):
        raise ValueError("des noms d’hôte sans port, séparés par des virgules, sont attendus")
    return found


def contact(text: str) -> str:
    """Where somebody can be written to, as security.txt has it."""
    if not re.fullmatch(r"(?:mailto:[!-~]+@[!-~]+|https://[!-~]+)", text.strip()):
        raise ValueError("une adresse mailto:… ou https://… est attendue")
    return text.strip()


def address(text: str) -> str:
    """The address of a server."""
    if not _ORIGIN.fullmatch(text.strip()):
        raise ValueError("une adresse comme https://exemple.org, sans chemin, est attendue")
    return text.strip().lower()


def secret(text: str) -> str:
    """A key that nobody guesses."""
    if len(text) < MIN_SECRET:
        raise ValueError(f"au moins {MIN_SECRET} caractères tirés au hasard sont attendus")
    return text
