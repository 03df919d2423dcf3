"""Rasa actions: read the question, ask the knowledge, render, say."""

from datetime import date


def refresh() -> None:
    """Answer from the files as they are now; the server calls this with a new model."""
    from actions import shelf

    shelf.refresh()


def overdue(today: date) -> int:
    """How many facts that are answered from were to be checked again before `today`."""
    from actions import shelf
    from vigie.knowledge.check_dated import overdue as late

    return len(late(shelf.shelf().tables.knowledge, today))
