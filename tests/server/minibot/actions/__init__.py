"""Actions of the smallest bot: one that works, and each way to break."""

from datetime import date
from pathlib import Path


def refresh() -> None:
    """Called when a new model is taken into service; refuses when the test says so."""
    if Path("refuse-refresh").exists():
        raise ValueError("secret")


def overdue(today: date) -> int:
    """How many facts were to be checked again before `today`."""
    return today.year
