"""What the server notes about the turn that it is answering, passed along with the task."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Optional

from vigie.server.lane import Rank


@dataclass
class Turn:
    """One message being answered. `failures` says what broke under it, without user data."""

    failures: list[str] = field(default_factory=list)
    # Whether the shared store was out of reach, so that what was said before is not known.
    without_context: bool = False
    # Whose it is, and what it is, where messages wait for their turn (see `lane`).
    source: str = ""
    rank: Rank = Rank.UNDERSTAND
    # Its place in the order of its conversation, where it got one before (see `redis.tickets`).
    ticket: object = None

    @property
    def failed(self) -> bool:
        """Whether something broke and a stand-in answered."""
        return bool(self.failures)


_current: ContextVar[Optional[Turn]] = ContextVar("vigie_turn", default=None)


def begin(source: str = "", urgent: bool = False, ticket: object = None) -> Turn:
    """Start noting for the task that calls.

    Args:
        source: who waits for it: an address, or a person.
        urgent: whether it goes before all that is not.
        ticket: its place in the order of its conversation, if it has one.
    """
    turn = Turn(source=source, rank=Rank.URGENT if urgent else Rank.UNDERSTAND, ticket=ticket)
    _current.set(turn)
    return turn


def current() -> Turn:
    """That of this task, or an ordinary one where none was begun."""
    return _current.get() or Turn()


def note_failure(kind: str) -> None:
    """Note that `kind` broke in the turn of this task; nothing happens outside of a turn."""
    turn = _current.get()
    if turn is not None:
        turn.failures.append(kind)


def note_without_context() -> None:
    """Note that the turn of this task goes on without what was said before."""
    turn = _current.get()
    if turn is not None:
        turn.without_context = True


def is_without_context() -> bool:
    """Whether the turn of this task has lost what was said before."""
    turn = _current.get()
    return turn is not None and turn.without_context
