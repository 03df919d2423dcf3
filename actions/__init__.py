"""Rasa actions: read the question, ask the knowledge, render, say."""


def refresh() -> None:
    """Answer from the files as they are now; the server calls this with a new model."""
    from actions import shelf

    shelf.refresh()
