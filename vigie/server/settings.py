"""Settings of the server, from environment variables. An unknown or bad one is refused by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from vigie.errors import Refusal
from vigie.server.rates import Network, parse_networks

PREFIX = "VIGIE_"
MIN_SECRET = 32


def _whole(low: int, high: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        value = int(text)
        if not low <= value <= high:
            raise ValueError(f"un entier de {low} à {high} est attendu")
        return value

    return read


def _seconds(low: float, high: float) -> Callable[[str], float]:
    def read(text: str) -> float:
        value = float(text)
        if not low <= value <= high:
            raise ValueError(f"un nombre de secondes de {low:g} à {high:g} est attendu")
        return value

    return read


def _one_of(*choices: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text.lower() not in choices:
            raise ValueError(f"une de ces valeurs est attendue : {', '.join(choices)}")
        return text.lower()

    return read


def _switch(text: str) -> bool:
    return _one_of("0", "1")(text) == "1"


def _text(text: str) -> str:
    if not text.strip():
        raise ValueError("une valeur est attendue")
    return text.strip()


def _networks(text: str) -> tuple[Network, ...]:
    try:
        return parse_networks(text)
    except ValueError:
        raise ValueError("des adresses séparées par des virgules sont attendues") from None


_ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:\d{1,5})?", re.ASCII | re.IGNORECASE)


def _origins(text: str) -> tuple[str, ...]:
    origins = tuple(part.strip().lower() for part in text.split(",") if part.strip())
    if not origins or not all(_ORIGIN.fullmatch(origin) for origin in origins):
        raise ValueError("des origines comme https://exemple.org, sans chemin, sont attendues")
    return origins


_HOST = re.compile(r"[a-z0-9.-]+|\[[0-9a-f:]+\]", re.ASCII)


def _hosts(text: str) -> tuple[str, ...]:
    hosts = tuple(part.strip().lower() for part in text.split(",") if part.strip())
    if not hosts or not all(_HOST.fullmatch(host) for host in hosts):
        raise ValueError("des noms d’hôte sans port, séparés par des virgules, sont attendus")
    return hosts


def _contact(text: str) -> str:
    if not re.fullmatch(r"(?:mailto:[!-~]+@[!-~]+|https://[!-~]+)", text.strip()):
        raise ValueError("une adresse mailto:… ou https://… est attendue")
    return text.strip()


def _address(text: str) -> str:
    if not _ORIGIN.fullmatch(text.strip()):
        raise ValueError("une adresse comme https://exemple.org, sans chemin, est attendue")
    return text.strip().lower()


def _secret(text: str) -> str:
    if len(text) < MIN_SECRET:
        raise ValueError(f"au moins {MIN_SECRET} caractères tirés au hasard sont attendus")
    return text


def _setting(env: str, read: Callable[[str], Any], default: Any, about: str) -> Any:
    return field(default=default, metadata={"env": env, "read": read, "about": about})


@dataclass(frozen=True)
class Settings:
    """What may be set from outside; each field names its variable and says what it does."""

    host: str = _setting("HOST", _text, "127.0.0.1", "adresse d’écoute")
    port: int = _setting("PORT", _whole(0, 65535), 5005, "port d’écoute")
    log_format: str = _setting("LOG_FORMAT", _one_of("text", "json"), "text", "forme du journal")
    log_level: str = _setting(
        "LOG_LEVEL", _one_of("debug", "info", "warning", "error"), "info", "détail du journal"
    )
    light: bool = _setting("VIGIE_LIGHT", _switch, True, "démarrer sans TensorFlow (0 : avec)")
    degraded: bool = _setting(
        "VIGIE_DEGRADED", _switch, False, "démarrer même sans modèle (secours seulement)"
    )
    actions: str = _setting(
        "VIGIE_ACTIONS",
        _one_of("local", "remote"),
        "local",
        "actions dans ce processus, ou sur le serveur d’actions de endpoints.yml",
    )
    # So that the sentence that replaces whatever hangs arrives within 3 s, on a busy machine too.
    action_seconds: float = _setting(
        "VIGIE_ACTION_SECONDS", _seconds(0.1, 50), 2.2, "délai d’une action, en secondes"
    )
    turn_seconds: float = _setting(
        "VIGIE_TURN_SECONDS", _seconds(0.5, 50), 2.7, "délai d’un tour entier, en secondes"
    )
    request_seconds: float = _setting(
        "VIGIE_REQUEST_SECONDS",
        _seconds(0.5, 60),
        10.0,
        "temps laissé à une requête pour arriver (en-tête, puis corps), en secondes",
    )
    max_characters: int = _setting(
        "VIGIE_MAX_CHARACTERS", _whole(50, 10_000), 2_000, "longueur permise d’un message"
    )
    max_pending: int = _setting(
        "VIGIE_MAX_PENDING", _whole(1, 10_000), 128, "tours acceptés en même temps"
    )
    sender_rate: int = _setting(
        "VIGIE_SENDER_RATE", _whole(0, 10_000), 20, "messages par minute d’une personne (0 : sans)"
    )
    address_rate: int = _setting(
        "VIGIE_ADDRESS_RATE",
        _whole(0, 100_000),
        600,
        "messages par minute d’une adresse (0 : sans)",
    )
    trusted_proxies: tuple[Network, ...] = _setting(
        "VIGIE_TRUSTED_PROXIES", _networks, (), "mandataires dont X-Forwarded-For est cru"
    )
    trusted_clients: tuple[Network, ...] = _setting(
        "VIGIE_TRUSTED_CLIENTS",
        _networks,
        (),
        "services REST dont le sender est cru tel quel : ils séparent leurs personnes",
    )
    endpoints: str = _setting(
        "VIGIE_ENDPOINTS", _text, "", "fichier des dépôts, au lieu de endpoints.yml"
    )
    origins: tuple[str, ...] = _setting(
        "VIGIE_ORIGINS", _origins, (), "sites, autres que celui-ci, d’où l’on peut interroger Vigie"
    )
    secret: str = _setting(
        "VIGIE_SECRET", _secret, "", "clé qui signe les sessions et masque les adresses (32 signes)"
    )
    session_minutes: int = _setting(
        "VIGIE_SESSION_MINUTES", _whole(1, 1_440), 60, "durée d’une session web sans message"
    )
    public_url: str = _setting(
        "VIGIE_PUBLIC_URL", _address, "", "adresse de ce serveur vue du dehors (canaux, pages)"
    )
    hosts: tuple[str, ...] = _setting(
        "VIGIE_HOSTS", _hosts, (), "noms d’hôte sous lesquels répondre, séparés par des virgules"
    )
    security_contact: str = _setting(
        "VIGIE_SECURITY_CONTACT",
        _contact,
        "",
        "qui prévenir d’une faille (mailto: ou https:), dit dans /.well-known/security.txt",
    )
    human_contact: str = _setting(
        "VIGIE_HUMAN_CONTACT",
        _text,
        "",
        "comment joindre une personne, dit sur les canaux à qui le demande",
    )
    channel_store: str = _setting(
        "VIGIE_CHANNEL_STORE", _text, ".vigie/canaux.sqlite", "mémoire des canaux (fichier)"
    )
    misses: bool = _setting(
        "VIGIE_MISSES", _switch, False, "garder les questions sans réponse, sans leurs phrases"
    )
    misses_store: str = _setting(
        "VIGIE_MISSES_STORE", _text, ".vigie/manques.sqlite", "où les garder (fichier)"
    )
    stop_seconds: float = _setting(
        "VIGIE_STOP_SECONDS", _seconds(0, 120), 5.0, "temps laissé aux tours en cours à l’arrêt"
    )

    drain_seconds: float = _setting(
        "VIGIE_DRAIN_SECONDS",
        _seconds(0, 300),
        0.0,
        "temps où l’on répond encore, mais se dit non prêt, avant l’arrêt",
    )

    @classmethod
    def from_env(cls, env: Mapping[str, str], **given: Any) -> Settings:
        """Read `env`; a value in `given` that is not None wins over it.

        Raises:
            Refusal: a VIGIE_* variable is unknown, or a value cannot be read.
        """
        known = {f.metadata["env"]: f for f in fields(cls)}
        unknown = sorted(k for k in env if k.startswith(PREFIX) and k not in known)
        if unknown:
            raise Refusal(
                f"Réglage inconnu : {', '.join(unknown)}. "
                f"Les réglages permis : {', '.join(sorted(known))}."
            )
        values: dict[str, Any] = {}
        for name, item in known.items():
            if name not in env:
                continue
            try:
                values[item.name] = item.metadata["read"](env[name])
            except ValueError as problem:
                reason = str(problem)
                if "attendu" not in reason:
                    reason = "un nombre est attendu"
                raise Refusal(f"{name} ne convient pas : {reason}.") from None
        values.update({name: value for name, value in given.items() if value is not None})
        return cls(**values)

    @classmethod
    def table(cls) -> list[tuple[str, str, str]]:
        """Each setting as (variable, default, what it does), in the order of the class."""
        rows = []
        for item in fields(cls):
            default = int(item.default) if isinstance(item.default, bool) else item.default
            if isinstance(default, float):
                default = f"{default:g}"
            shown = "aucun" if default in ((), "") else str(default)
            rows.append((item.metadata["env"], shown, item.metadata["about"]))
        return rows
