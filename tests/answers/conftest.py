"""The answers alone: what a model that was loaded elsewhere has handed over is put aside."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from vigie.answers.reading import beside


@pytest.fixture(autouse=True)
def without_the_encoder() -> Iterator[None]:
    """Readings are weighed by habits alone."""
    before = beside.use(None)
    yield
    beside.use(before)
