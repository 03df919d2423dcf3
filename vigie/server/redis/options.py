"""How to reach Redis: the keys that Rasa knows in endpoints.yml, and bounds that it lacks."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Optional

from redis.asyncio import Connection, ConnectionPool, Redis, SSLConnection
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import ConnectionError as RedisConnectionError

from vigie.errors import Refusal

_YES, _NO = ("1", "true", "yes", "oui"), ("", "0", "false", "no", "non")


class _Noticing:
    """A connection that knows when Redis has closed it: before a command is lost on it.

    redis-py looks as well, but takes the end of the stream for "nothing to read": the first
    command after Redis closed what was idle (its setting `timeout`) would fail.
    """

    async def can_read_destructive(self) -> bool:
        reader: Any = getattr(self, "_reader", None)
        if reader is None or reader.at_eof():
            raise RedisConnectionError("closed by Redis")
        return bool(await super().can_read_destructive())  # type: ignore[misc]


class _Plain(_Noticing, Connection):
    pass


class _Encrypted(_Noticing, SSLConnection):
    pass


@dataclass(frozen=True)
class Options:
    """One Redis database. Equal options mean one link (see `vigie.server.redis.link`)."""

    host: str = "127.0.0.1"
    port: int = 6379
    db: int = 0
    username: str = ""
    password: str = ""
    use_ssl: bool = False
    ssl_ca_certs: str = ""
    ssl_certfile: str = ""
    ssl_keyfile: str = ""
    # Seconds for one answer of Redis, connecting included; then the turn goes on without it.
    timeout: float = 1.0
    # Seconds during which Redis is left alone after it failed.
    retry_after: float = 1.0
    # Connections at most; above VIGIE_MAX_PENDING, since a turn asks one thing at a time.
    connections: int = 1_000

    def __repr__(self) -> str:
        """Without the password."""
        return f"Options({self.host}:{self.port}/{self.db})"

    @classmethod
    def read(cls, host: Optional[str], given: Mapping[str, Any]) -> Options:
        """The options among `given`, as endpoints.yml has them: numbers may be texts.

        Raises:
            Refusal: one cannot be read, or a certificate is not there.
        """
        values: dict[str, Any] = {"host": host or cls.host}
        for item in fields(cls):
            if item.name == "host" or given.get(item.name) is None:
                continue
            kind = type(item.default)
            try:
                values[item.name] = _READ[kind](str(given[item.name]).strip())
            except ValueError:
                raise Refusal(
                    f"endpoints.yml : « {item.name} » de Redis ne convient pas "
                    f"({_KINDS[kind]} est attendu)."
                ) from None
        options = cls(**values)
        for name in ("ssl_ca_certs", "ssl_certfile", "ssl_keyfile"):
            path = getattr(options, name)
            if options.use_ssl and path and not Path(path).is_file():
                raise Refusal(f"endpoints.yml : le fichier de « {name} » n’existe pas : {path}.")
        return options

    def client(self) -> Redis[str]:
        """A client for the running event loop; connects when it is first used, never retries."""
        how: dict[str, Any] = {
            "connection_class": _Encrypted if self.use_ssl else _Plain,
            "max_connections": self.connections,
            "host": self.host,
            "port": self.port,
            "db": self.db,
            "username": self.username or None,
            "password": self.password or None,
            # The last resort: `Link` gives up sooner, by a fairer clock.
            "socket_timeout": self.timeout + 10,
            "socket_connect_timeout": self.timeout + 10,
            "retry": Retry(NoBackoff(), 0),
            "decode_responses": True,
        }
        if self.use_ssl:
            how |= {
                "ssl_ca_certs": self.ssl_ca_certs or ssl.get_default_verify_paths().cafile,
                "ssl_certfile": self.ssl_certfile or None,
                "ssl_keyfile": self.ssl_keyfile or None,
                "ssl_check_hostname": True,
            }
        return Redis(connection_pool=ConnectionPool(**how))


def _switch(text: str) -> bool:
    if text.lower() not in (*_YES, *_NO):
        raise ValueError
    return text.lower() in _YES


def _positive(text: str) -> float:
    value = float(text)
    if not 0 < value <= 60:
        raise ValueError
    return value


def _count(text: str) -> int:
    value = int(text)
    if not 0 <= value <= 65_535:
        raise ValueError
    return value


_READ: dict[type, Any] = {str: str, bool: _switch, int: _count, float: _positive}
_KINDS: dict[type, str] = {
    str: "un texte",
    bool: "0 ou 1",
    int: "un entier",
    float: "un nombre de secondes, 60 au plus,",
}
