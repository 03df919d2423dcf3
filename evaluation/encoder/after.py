"""What is said once help was given, learned on the vectors of what hears calls for help.

`python -m evaluation.encoder after` learns it from all of data/distress in two minutes, and writes
it beside the code that serves it. It rests on calls.npz: it is learned anew after that is.
"""

from __future__ import annotations

from evaluation.encoder.calls import DISTRESS
from evaluation.encoder.on_calls import learned, vectors, write
from vigie.distress.corpus import follows
from vigie.nlu.encoder.files import AFTER


def ship() -> None:
    """Learn from every author, and keep it."""
    own = follows(DISTRESS)
    rows = vectors(one.text for one in own)
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    labels, weights, bias = learned((rows - mean) / spread, [one.kind for one in own])
    head = {"mean": mean, "spread": spread, "weights": weights, "bias": bias}
    write(AFTER, "after", own, (one.author for one in own), labels, head)
