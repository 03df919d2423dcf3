"""What is kept of a network that has learned, and what is said of how it did."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

import tensorflow as tf

from evaluation.encoder import learn
from evaluation.encoder.network import FROZEN, RANK, RATES, SMOOTHED, Network
from vigie.nlu.encoder import base
from vigie.nlu.encoder.base import Floats
from vigie.nlu.encoder.reader import Head, Labels


def parts(network: Network, labels: Labels) -> tuple[dict[str, Floats], Head]:
    """What the network learned, as it is served."""
    adapter = {
        # The learned product counts twice.
        name: value.numpy() * (2 if name.endswith(".b") else 1)
        for name, value in network.adapter.items()
    }
    found = (network.mean, network.spread, network.weights.numpy(), network.bias.numpy())
    return adapter, Head(labels, *found)


def recipe(learned: Mapping[str, Any]) -> dict[str, Any]:
    """How something was learned: what is particular to it, then what is the same for all."""
    return {
        "base": {"package": base.PACKAGE, "version": version(base.PACKAGE)},
        "learned": {
            **learned,
            "layers as they were": FROZEN,
            "rank": RANK,
            "texts in a step": learn.TEXTS,
            "rates": RATES,
            "label smoothing": SMOOTHED,
            "tensorflow": tf.__version__,
            "python": platform.python_version(),
        },
    }
