"""`python -m evaluation.encoder` learns the adapter from all authors and writes it beside the code
that serves it, in half an hour of one core; `further` goes on from the adapter as it is, which
takes a third of that. `measure` holds authors out, learns and writes
results/encoder_held_out.json; `unseen` tries the adapter as it is on authors that came after it,
and writes results/encoder.json. `tags` learns where messages are cut, in twenty minutes, and
`writer` what writes their queries, in two hours; `writer-further` goes on from it, and
`writer-news` with what was written since above all, in half an hour. `calls` learns what hears
calls for help, in ten minutes; `calls-held-out` holds some of its authors out, and writes
results/calls_held_out.json; `after` learns what is said once help was given, in two, and `who` who
calls, in one; `beyond` learns what of a statement the document does not say, in four."""

from __future__ import annotations

import hashlib
import json
import sys
import time
from collections.abc import Iterable
from typing import Optional

import numpy as np
from threadpoolctl import threadpool_limits

from evaluation.authors import Material, material
from evaluation.encoder import after, beyond, calls, figures, learn, tags, who, writer
from evaluation.encoder.kept import parts, recipe
from evaluation.encoder.material import FEWEST, Lesson, lesson
from evaluation.encoder.network import SMOOTHED, Network
from evaluation.material import write
from vigie.nlu.encoder import base, reader
from vigie.nlu.encoder.files import FOLDER, QUESTIONS
from vigie.nlu.encoder.forward import Adapter, Encoder
from vigie.nlu.encoder.reader import Head, Labels, Reader
from vigie.nlu.encoder.tokens import Tokenizer

Known = tuple[Adapter, Head]
"""What was learned before."""
HELD_OUT = 6
"""Authors, the last ones, that the measurement learns nothing from."""


def taught(
    made: Material, authors: Iterable[str], known: Optional[Known] = None
) -> tuple[Lesson, Labels, Network]:
    """A network that learned from these authors, its labels, and what it was taught; from the
    start, or going on from what is `known`."""
    source = base.load(base.path())
    lessons = lesson(made, authors, Tokenizer(source.pieces))
    labels = lessons.labels
    network = Network(source, len(labels.forms), len(labels.all))
    states, rows = learn.below(network, lessons.texts), lessons.rows(labels)
    if known is not None:
        network.go_on(*known, labels.all)
    else:
        learn.standardise(network, states)
    epochs, pace = (learn.EPOCHS, 1.0) if known is None else (learn.FURTHER, learn.GENTLY)
    learn.learned(network, states, lambda places: [rows[places]], epochs, pace)
    return lessons, labels, network


def served(network: Network, labels: Labels) -> Reader:
    """The same as a reader, from half floats as they are stored."""
    adapter, head = parts(network, labels)
    half = {name: value.astype(np.float16).astype(np.float32) for name, value in adapter.items()}
    source = base.load(base.path())
    return Reader(Tokenizer(source.pieces), Encoder(source, half), head)


def measure(made: Material) -> None:
    """Hold the last authors out."""
    authors = sorted({author for author, _, _ in made.segments})
    held, others = authors[-HELD_OUT:], authors[:-HELD_OUT]
    begun = time.monotonic()
    lessons, labels, network = taught(made, others)
    minutes = round((time.monotonic() - begun) / 60, 1)
    found = figures.table(made, held, others, served(network, labels))
    write("encoder_held_out", {"learned from": len(lessons.texts), "minutes": minutes, **found})


def unseen(made: Material) -> None:
    """Try the adapter as it is on the last authors that it did not learn from."""
    path = FOLDER / QUESTIONS.recipe
    learned = json.loads(path.read_text("utf-8"))["learned"]
    later = sorted({author for author, _, _ in made.segments} - set(learned["authors"]))
    found = figures.table(made, later[-HELD_OUT:], learned["authors"], reader.load())
    write("encoder", {"learned from": learned["texts"], **found})


def further(made: Material) -> None:
    """Go on from the adapter as it is, and keep it."""
    ship(made, reader.stored())


def ship(made: Material, known: Optional[Known] = None) -> None:
    """Learn from every author, and keep it."""
    authors = sorted({author for author, _, _ in made.segments})
    lessons, labels, network = taught(made, authors, known)
    whole = hashlib.sha256(repr(lessons).encode()).hexdigest()
    learning = {
        "command": "make encoder" + (" ARGS=further" if known else ""),
        "authors": authors,
        "texts": len(lessons.texts),
        "sha256": whole,
        "fewest examples of a form": FEWEST,
        "epochs": learn.FURTHER if known else learn.EPOCHS,
        "label smoothing": SMOOTHED,
    }
    reader.save(FOLDER, QUESTIONS, *parts(network, labels), recipe(learning))


if __name__ == "__main__":
    learn.single_thread()
    threadpool_limits(1, user_api="blas")
    what = sys.argv[1] if len(sys.argv) > 1 else "ship"
    own = {
        "calls": calls.ship,
        "calls-held-out": calls.measure,
        "after": after.ship,
        "who": who.ship,
        "beyond": beyond.ship,
        "tags": tags.ship,
        "writer": writer.ship,
        "writer-further": writer.further,
        "writer-news": writer.news,
    }
    if what in own:
        own[what]()
    else:
        {"ship": ship, "further": further, "measure": measure, "unseen": unseen}[what](material())
