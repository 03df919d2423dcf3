"""Why the encoder is not there, for whoever asks after the health of the process."""

from __future__ import annotations

from typing import Optional

_reasons: list[str] = []


def note(reason: Optional[str]) -> None:
    """Remember why it could not be loaded, or that it was."""
    _reasons[:] = [reason] if reason else []


def missing() -> Optional[str]:
    """The reason, in French; None where the encoder is there, or was not asked for."""
    return _reasons[0] if _reasons else None
