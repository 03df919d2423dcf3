"""Read JSON of somebody else's making: what has not the expected type counts as not there."""

from __future__ import annotations

import json
from typing import Any, Optional


def load(raw: bytes) -> Any:
    """The JSON in `raw`.

    Raises:
        ValueError: it is none, or is nested too deep.
    """
    try:
        return json.loads(raw)
    except RecursionError:
        raise ValueError("nested too deep") from None


def mapping(value: Any) -> dict[str, Any]:
    """`value` when it is an object, else {}."""
    return value if isinstance(value, dict) else {}


def items(value: Any) -> list[dict[str, Any]]:
    """The objects in `value` when it is a list, else []."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def text(value: Any) -> str:
    """`value` when it is a text, else ""."""
    return value if isinstance(value, str) else ""


def number(value: Any) -> str:
    """A whole number as text, "" for anything else."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def moment(value: Any, per_second: float = 1) -> Optional[float]:
    """A time in seconds since 1970 from a count of 1/`per_second`; None for anything else.

    >>> moment(1_700_000_000_000, 1_000), moment("1700000000"), moment(True), moment(10**400)
    (1700000000.0, 1700000000.0, None, None)
    """
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 16:
        value = int(value)
    counted = isinstance(value, (int, float)) and not isinstance(value, bool)
    return value / per_second if counted and 0 <= value < 1e15 else None
