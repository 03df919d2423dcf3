"""What the process no longer uses goes back to the system."""

from __future__ import annotations

import ctypes
import gc
import sys


def give_back() -> None:
    """Give back what loading a model left behind: files unpacked in memory, tables read as text,
    some 100 MB of 700. The C library of Debian keeps it for later, and nothing as large comes
    later; elsewhere nothing is done."""
    gc.collect()
    if sys.platform.startswith("linux"):
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
