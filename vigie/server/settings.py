"""Settings of the server, from environment variables. An unknown or bad one is refused by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from vigie.errors import Refusal
from vigie.server import readers
from vigie.server.rates import Network

PREFIX = "VIGIE_"


def _setting(env: str, read: Callable[[str], Any], default: Any, about: str) -> Any:
    return field(default=default, metadata={"env": env, "read": read, "about": about})


@dataclass(frozen=True)
class Settings:
    """What may be set from outside; each field names its variable and says what it does."""

    host: str = _setting("HOST", readers.text, "127.0.0.1", "adresse d’écoute")
    port: int = _setting("PORT", readers.whole(0, 65535), 5005, "port d’écoute")
    log_format: str = _setting(
        "LOG_FORMAT", readers.one_of("text", "json"), "text", "forme du journal"
    )
    log_level: str = _setting(
        "LOG_LEVEL",
        readers.one_of("debug", "info", "warning", "error"),
        "info",
        "détail du journal",
    )
    light: bool = _setting(
        "VIGIE_LIGHT", readers.switch, True, "démarrer sans TensorFlow (0 : avec)"
    )
    degraded: bool = _setting(
        "VIGIE_DEGRADED", readers.switch, False, "démarrer même sans modèle (secours seulement)"
    )
    actions: str = _setting(
        "VIGIE_ACTIONS",
        readers.one_of("local", "remote"),
        "local",
        "actions dans ce processus, ou sur le serveur d’actions de endpoints.yml",
    )
    # So that the sentence that replaces whatever hangs arrives within 3 s, on a busy machine too.
    action_seconds: float = _setting(
        "VIGIE_ACTION_SECONDS", readers.seconds(0.1, 50), 2.2, "délai d’une action, en secondes"
    )
    turn_seconds: float = _setting(
        "VIGIE_TURN_SECONDS", readers.seconds(0.5, 50), 2.7, "délai d’un tour entier, en secondes"
    )
    request_seconds: float = _setting(
        "VIGIE_REQUEST_SECONDS",
        readers.seconds(0.5, 60),
        10.0,
        "temps laissé à une requête pour arriver (en-tête, puis corps), en secondes",
    )
    max_characters: int = _setting(
        "VIGIE_MAX_CHARACTERS", readers.whole(50, 10_000), 2_000, "longueur permise d’un message"
    )
    max_pending: int = _setting(
        "VIGIE_MAX_PENDING", readers.whole(1, 10_000), 128, "tours acceptés en même temps"
    )
    sender_rate: int = _setting(
        "VIGIE_SENDER_RATE",
        readers.whole(0, 10_000),
        20,
        "messages par minute d’une personne (0 : sans)",
    )
    address_rate: int = _setting(
        "VIGIE_ADDRESS_RATE",
        readers.whole(0, 100_000),
        600,
        "messages par minute d’une adresse (0 : sans)",
    )
    trusted_proxies: tuple[Network, ...] = _setting(
        "VIGIE_TRUSTED_PROXIES", readers.networks, (), "mandataires dont X-Forwarded-For est cru"
    )
    trusted_clients: tuple[Network, ...] = _setting(
        "VIGIE_TRUSTED_CLIENTS",
        readers.networks,
        (),
        "services REST dont le sender est cru tel quel : ils séparent leurs personnes",
    )
    endpoints: str = _setting(
        "VIGIE_ENDPOINTS", readers.text, "", "fichier des dépôts, au lieu de endpoints.yml"
    )
    origins: tuple[str, ...] = _setting(
        "VIGIE_ORIGINS",
        readers.origins,
        (),
        "sites, autres que celui-ci, d’où l’on peut interroger Vigie",
    )
    secret: str = _setting(
        "VIGIE_SECRET",
        readers.secret,
        "",
        "clé qui signe les sessions et masque les adresses (32 signes)",
    )
    session_minutes: int = _setting(
        "VIGIE_SESSION_MINUTES", readers.whole(1, 1_440), 60, "durée d’une session web sans message"
    )
    public_url: str = _setting(
        "VIGIE_PUBLIC_URL",
        readers.address,
        "",
        "adresse de ce serveur vue du dehors (canaux, pages)",
    )
    hosts: tuple[str, ...] = _setting(
        "VIGIE_HOSTS",
        readers.hosts,
        (),
        "noms d’hôte sous lesquels répondre, séparés par des virgules",
    )
    security_contact: str = _setting(
        "VIGIE_SECURITY_CONTACT",
        readers.contact,
        "",
        "qui prévenir d’une faille (mailto: ou https:), dit dans /.well-known/security.txt",
    )
    human_contact: str = _setting(
        "VIGIE_HUMAN_CONTACT",
        readers.text,
        "",
        "comment joindre une personne, dit à qui le demande (page et canaux)",
    )
    channel_store: str = _setting(
        "VIGIE_CHANNEL_STORE", readers.text, ".vigie/canaux.sqlite", "mémoire des canaux (fichier)"
    )
    misses: bool = _setting(
        "VIGIE_MISSES",
        readers.switch,
        False,
        "garder les questions sans réponse, sans leurs phrases",
    )
    misses_store: str = _setting(
        "VIGIE_MISSES_STORE", readers.text, ".vigie/manques.sqlite", "où les garder (fichier)"
    )
    stop_seconds: float = _setting(
        "VIGIE_STOP_SECONDS",
        readers.seconds(0, 120),
        5.0,
        "temps laissé aux tours en cours à l’arrêt",
    )

    drain_seconds: float = _setting(
        "VIGIE_DRAIN_SECONDS",
        readers.seconds(0, 300),
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
