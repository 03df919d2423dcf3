"""Products with matrices of whole numbers, beside those of floats."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import pytest

from vigie.nlu.encoder.base import BaseMissing, Floats
from vigie.nlu.encoder.graph import TOGETHER, ZERO, Graph, rounded

CHANCE = np.random.default_rng(7)


def floats(*shape: int) -> Floats:
    return CHANCE.standard_normal(shape).astype(np.float32)


def product(matrix: Floats, bias: Floats) -> Any:
    """What runs one product."""
    graph = Graph()
    graph.named(graph.times("x", matrix, bias), "y")
    return graph.ready({"x": (np.float32, ("count", len(matrix)))}, ["y"])


def times(x: Floats, matrix: Floats, bias: Floats) -> Floats:
    found: Floats = product(matrix, bias).run(["y"], {"x": x})[0]
    return found


def off(found: Floats, right: Floats) -> float:
    """How far one lies from the other, beside its length."""
    return float(np.linalg.norm(found - right) / np.linalg.norm(right))


def test_a_weight_is_off_by_half_a_step_at_most() -> None:
    matrix = floats(40, 8)
    whole, scales = rounded(matrix)
    again = (whole.astype(np.float32) - ZERO) * scales
    assert np.abs(again - matrix).max() <= scales.max() / 2 + 1e-6
    assert whole.min() > 0, "beside zero there is as much room on either side"


def test_a_column_of_nothing_stays_nothing() -> None:
    assert rounded(np.zeros((3, 2), np.float32))[0].tolist() == [[ZERO] * 2] * 3


@pytest.mark.parametrize("width", [64, TOGETHER, 4 * TOGETHER])
def test_a_product_is_nearly_that_of_floats(width: int) -> None:
    x, matrix, bias = floats(5, width), floats(width, 24), floats(24)
    assert off(times(x, matrix, bias), x @ matrix + bias) < 0.015


def test_what_is_large_in_one_group_leaves_the_others_as_they_are() -> None:
    """The inner part of a layer has numbers a hundred times the others: with one scale for all,
    these would be nothing."""
    x, matrix = floats(5, 2 * TOGETHER), floats(2 * TOGETHER, 24)
    x[:, 0] = 100
    matrix[0] = 0  # so that the large one itself adds nothing
    assert off(times(x, matrix, np.zeros(24, np.float32)), x @ matrix) > 0.015
    x[:, :TOGETHER] = 0
    x[:, 0] = 100
    assert off(times(x, matrix, np.zeros(24, np.float32)), x @ matrix) < 0.015


def test_without_what_runs_it_the_weights_are_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that the light reader answers alone, and says so, as without the weights."""
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(BaseMissing, match="onnxruntime"):
        Graph()


def test_several_threads_ask_at_once() -> None:
    matrix, bias, texts = floats(64, 16), floats(16), [floats(n, 64) for n in range(1, 40)]
    run = product(matrix, bias)

    def one(x: Floats) -> Floats:
        found: Floats = run.run(["y"], {"x": x})[0]
        return found

    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(one, texts))
    assert all(np.array_equal(one(x), found) for x, found in zip(texts, together))
