"""What is kept of a network that has learned, and what is said of how it did."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

import tensorflow as tf

from evaluation.encoder import learn
from evaluation.encoder.adapted import RANK, RATES
from evaluation.encoder.network import FROZEN, Network
from vigie.nlu.encoder import base
from vigie.nlu.encoder.base import Floats
from vigie.nlu.encoder.reader import Head, Labels


def parts(network: Network, labels: Labels) -> tuple[dict[str, Floats], Head]:
    """What the network learned, as it is served."""
    found = (network.mean, network.spread, network.weights.numpy(), network.bias.numpy())
    return network.served(), Head(labels, *found)


def recipe(learned: Mapping[str, Any], frozen: int = FROZEN) -> dict[str, Any]:
    """How something was learned: what is particular to it, then what is the same for all."""
    return {
        "base": {"package": base.PACKAGE, "version": version(base.PACKAGE)},
        "learned": {
            "layers as they were": frozen,
            "rank": RANK,
            "texts in a step": learn.TEXTS,
            "rates": RATES,
            "tensorflow": tf.__version__,
            "python": platform.python_version(),
            **learned,
        },
    }
