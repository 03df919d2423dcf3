"""What hears calls for help, learned from data/distress and from questions of data/corpus.

`python -m evaluation.encoder calls` learns it from all authors and writes it beside the code that
serves it; `calls-held-out` learns without some of them, and tells what it hears of these.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np

from evaluation.encoder import learn
from evaluation.encoder.kept import parts, recipe
from evaluation.encoder.network import Network
from evaluation.material import ROOT, write
from vigie.distress.corpus import Message, messages, talks
from vigie.distress.taught import told
from vigie.nlu.corpus import calls
from vigie.nlu.corpus import read as read_corpus
from vigie.nlu.encoder import base, reader
from vigie.nlu.encoder.calls import LAYERS, pieces
from vigie.nlu.encoder.reader import Labels
from vigie.nlu.encoder.tokens import Tokenizer

LABELS = Labels(("calm", "call"), ())
EPOCHS = 4.0
EACH = 5
"""Of the questions of data/corpus, one in so many is taught; each call among them is."""
HELD_OUT = ("a2", "a5", "a8", "a11", "a14")
"""Authors on which the weights of `vigie.distress.judge` were chosen."""
Text = tuple[str, bool]
"""A message, and whether it is a call."""


def of_distress(without: Collection[str] = ()) -> list[Message]:
    """The messages of data/distress, those of conversations too."""
    folder = ROOT / "data" / "distress"
    every = [*messages(folder), *told(talks(folder))]
    return [one for one in every if one.author not in without]


def questions() -> list[Text]:
    """Some questions of data/corpus, the same ones each time."""
    every = read_corpus(ROOT / "data")[0].messages
    found = [(one.text, calls(one)) for one in every]
    return [pair for place, pair in enumerate(found) if pair[1] or place % EACH == 0]


def taught(texts: Sequence[Text]) -> Network:
    """A network that learned these."""
    source = replace(base.load(base.path()), layers=LAYERS)
    cut = Tokenizer(source.pieces)
    network = Network(source, len(LABELS.forms), len(LABELS.all))
    ids = [tuple(pieces(cut, text)) for text, _ in texts]
    rows = np.array([(not call, call) for _, call in texts], np.float32)
    learn.learned(network, ids, rows, EPOCHS)
    return network


def ship() -> None:
    """Learn from every author, and keep it."""
    own = of_distress()
    texts = [*((one.text, one.labels.call) for one in own), *questions()]
    learned = {
        "command": "make encoder ARGS=calls",
        "authors": sorted({one.author for one in own}),
        "texts": len(texts),
        "sha256": hashlib.sha256(repr(texts).encode()).hexdigest(),
        "epochs": EPOCHS,
    }
    network = taught(texts)
    reader.save(reader.FOLDER, reader.CALLS, *parts(network, LABELS), recipe(learned))


def measure() -> None:
    """Hold some authors out, and tell what is heard of them at some odds."""
    texts = [(one.text, one.labels.call) for one in of_distress(HELD_OUT)]
    network = taught([*texts, *questions()])
    held = [one for one in of_distress() if one.author in HELD_OUT]
    cut = Tokenizer(base.load(base.path()).pieces)
    likely = learn.scores(network, [tuple(pieces(cut, one.text)) for one in held])[:, 1]
    call = np.array([one.labels.call for one in held])
    found = {
        str(least): {
            "calls heard": round(100 * float((likely[call] >= least).mean()), 1),
            "false alarms": round(100 * float((likely[~call] >= least).mean()), 1),
        }
        for least in (0.1, 0.2, 0.3, 0.5, 0.7)
    }
    write("calls_held_out", {"authors": HELD_OUT, "messages": len(held), **found})
