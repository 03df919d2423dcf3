"""The one exception that a person may read, in French, and what may be said of any other."""

from __future__ import annotations

import errno
from pathlib import Path
from types import TracebackType
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


def cause(problem: BaseException) -> BaseException:
    """What `problem` was raised from in the end; itself, where it was raised from nothing."""
    for _ in range(10):
        if problem.__cause__ is None:
            break
        problem = problem.__cause__
    return problem


def place(traceback: Optional[TracebackType]) -> str:
    """File and line where an exception was raised, without its folder."""
    if traceback is None:
        return ""
    while traceback.tb_next is not None:
        traceback = traceback.tb_next
    return f"{Path(traceback.tb_frame.f_code.co_filename).name}:{traceback.tb_lineno}"
