"""From a French message to its frame: who and what it names, what it is about, what it asks."""

LANGUAGE = "answers/query"
"""Where vigie/ has the language of queries: what a line of the corpus teaches is told from it."""
UNLEARNED = frozenset(
    ("lint.py", "amounts.py", "twins.py", "problems.py", "evaluate.py", "world.py")
)
"""Modules of either that only judge the training data or find the answers: no model depends on
them."""
