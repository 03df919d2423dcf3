"""From a French message to its frame: who and what it names, what it is about, what it asks."""

from pathlib import Path

LANGUAGE = "answers/query"
"""Where vigie/ has the language of queries: what a line of the corpus teaches is told from it."""
HEAVIER = "encoder"
"""Folder of the readers that are taught apart (`make encoder`) and join a model as it is loaded."""
UNLEARNED = frozenset(
    ("lint.py", "amounts.py", "twins.py", "problems.py", "evaluate.py", "verdict.py", "world.py")
)
"""Modules of either that only judge the training data or find the answers."""


def shapes_a_model(module: Path) -> bool:
    """Whether a model learns otherwise once a module of either is changed."""
    return module.name not in UNLEARNED and module.parent.name != HEAVIER
