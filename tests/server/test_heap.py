"""Memory that nothing uses any more goes back to the system."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from vigie.server.heap import give_back

PIECES, SIZE = 100_000, 1000
"""As many bytes as a model leaves behind, in pieces that the C library keeps for later."""


def _resident() -> int:
    """Bytes of memory of this process."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="nothing is done elsewhere")
def test_what_loading_left_behind_is_given_back() -> None:
    left: list[bytearray] = [bytearray(SIZE) for _ in range(PIECES)]
    last = left[-1]  # still used: without it all behind it would go back by itself
    left.clear()
    before = _resident()
    give_back()
    assert before - _resident() > 0.8 * PIECES * SIZE
    assert len(last) == SIZE
