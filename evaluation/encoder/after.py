"""What is said once help was given, learned on the vectors of what hears calls for help.

`python -m evaluation.encoder after` learns it from all of data/distress in two minutes, and writes
it beside the code that serves it. It rests on calls.npz: it is learned anew after that is.
"""

from __future__ import annotations

import hashlib
import platform
from importlib.metadata import version

import numpy as np
from sklearn.linear_model import LogisticRegression

from evaluation.encoder.calls import DISTRESS
from vigie.distress.corpus import follows
from vigie.nlu.encoder import base, calls
from vigie.nlu.encoder.files import AFTER, CALLS, FOLDER, digest, keep

STRENGTH = 0.03
"""scikit-learn's C: of 420 messages of two authors held out 92.1 % are told with the words beside,
91.4 at 0.01, 92.4 at 0.1, where more is staked on single ones."""
ROUNDS = 200


def ship() -> None:
    """Learn from every author, and keep it."""
    own = follows(DISTRESS)
    ear = calls.load()
    vectors = np.array([ear.mean(one.text) for one in own])
    mean, spread = vectors.mean(axis=0), vectors.std(axis=0) + 1e-6
    model = LogisticRegression(C=STRENGTH, max_iter=ROUNDS)
    model.fit((vectors - mean) / spread, [one.kind for one in own])
    learned = {
        "command": "make encoder ARGS=after",
        "authors": sorted({one.author for one in own}),
        "texts": len(own),
        "sha256": hashlib.sha256(repr(own).encode()).hexdigest(),
        "on": digest(FOLDER / CALLS.weights),
        "strength": STRENGTH,
        "scikit-learn": version("scikit-learn"),
        "python": platform.python_version(),
    }
    weights = {"mean": mean, "spread": spread, "weights": model.coef_.T, "bias": model.intercept_}
    named = {"package": base.PACKAGE, "version": version(base.PACKAGE)}
    labels = {"forms": [*map(str, model.classes_)], "topics": []}
    keep(FOLDER, AFTER, weights, {"base": named, "learned": learned, "labels": labels})
