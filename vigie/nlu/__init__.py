"""From a French message to its frame: who and what it names, what it is about, what it asks."""

LINTING = frozenset(("lint.py", "amounts.py", "twins.py", "problems.py"))
"""Modules that only judge the training data: no model depends on them."""
