"""What a channel needs from credentials.yml, with ${NAME} read from the environment."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vigie.errors import Refusal

_VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")


@dataclass(frozen=True)
class Field:
    """One key of a channel's entry."""

    name: str
    about: str
    """What it is, in French, after its name."""
    default: str = ""
    required: bool = True


class NotConfigured(Exception):
    """A channel cannot be started. The text names what is missing or empty, never a value."""


def expand(text: str, env: Mapping[str, str]) -> tuple[str, list[str]]:
    """`text` with its ${NAME} replaced, and the names that `env` does not have."""
    unset = [name for name in _VARIABLE.findall(text) if name not in env]
    return _VARIABLE.sub(lambda match: env.get(match.group(1), ""), text), unset


def read(
    channel: str, entry: object, fields: Sequence[Field], env: Mapping[str, str]
) -> dict[str, str]:
    """The value of each field, as text, never empty where the field is required.

    Raises:
        Refusal: the entry is no mapping, or holds a key that the channel does not know.
        NotConfigured: a required value is missing or empty.
    """
    entry = {} if entry is None else entry
    known = [field.name for field in fields]
    if not isinstance(entry, Mapping):
        raise Refusal(f"credentials.yml : le canal {channel} attend une liste de réglages.")
    unknown = sorted(str(key) for key in entry if key not in known)
    if unknown:
        raise Refusal(
            f"credentials.yml : le canal {channel} ne connaît pas « {', '.join(unknown)} ». "
            f"Les réglages permis : {', '.join(known)}."
        )
    values: dict[str, str] = {}
    problems = []
    for field in fields:
        written = entry.get(field.name)
        value, unset = expand("" if written is None else str(written), env)
        value = value.strip() or field.default
        if field.required and unset:
            problems.append(f"{' et '.join(unset)} manque ({field.about})")
        elif field.required and not value:
            names = _VARIABLE.findall(str(written or ""))
            lacking = f"{' et '.join(names)} est vide" if names else f"« {field.name} » manque"
            problems.append(f"{lacking} ({field.about})")
        values[field.name] = value
    if problems:
        raise NotConfigured(" ; ".join(problems))
    return values


def number(channel: str, values: Mapping[str, str], name: str, low: float, high: float) -> float:
    """A value as a number.

    Raises:
        Refusal: it is none between `low` and `high`.
    """
    try:
        value = float(values[name].replace(",", "."))
    except ValueError:
        value = low - 1
    if not low <= value <= high:
        raise Refusal(
            f"credentials.yml : « {name} » du canal {channel} doit être un nombre "
            f"de {low:g} à {high:g}."
        )
    return value
