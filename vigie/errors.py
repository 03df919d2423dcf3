"""The one exception that a person may read: what is wrong and what to do, in French."""

from __future__ import annotations

import errno
from typing import Optional


class Refusal(Exception):
    """A command cannot go on. Its text is one clear French sentence, never a traceback."""


DISK_FULL = "Il n’y a plus de place sur le disque : libérez-en, puis relancez."


def is_disk_full(problem: Optional[BaseException]) -> bool:
    """Whether `problem`, or what caused it, is that there is no space left."""
    for _ in range(10):
        if problem is None:
            return False
        if isinstance(problem, OSError) and problem.errno in (errno.ENOSPC, errno.EDQUOT):
            return True
        problem = problem.__cause__ or problem.__context__
    return False
