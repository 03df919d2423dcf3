"""What hears calls for help, learned from data/distress and from questions of data/corpus.

`python -m evaluation.encoder calls` learns it from all authors and writes it beside the code that
serves it; `calls-held-out` learns without some of them, and tells what is heard of these.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from evaluation.encoder import learn
from evaluation.encoder.kept import parts, recipe
from evaluation.encoder.network import SMOOTHED, Network
from evaluation.material import ROOT, write
from evaluation.unseen_distress import shares
from vigie.distress.asked import Asked
from vigie.distress.corpus import Message, messages, talks
from vigie.distress.cues import Cues
from vigie.distress.heard import Heard
from vigie.distress.judge import Judge
from vigie.distress.learn import teach
from vigie.distress.model import Model
from vigie.distress.rules import Rules
from vigie.distress.taught import told
from vigie.distress.weigh import ASKED, given
from vigie.nlu.corpus import calls
from vigie.nlu.corpus import read as read_corpus
from vigie.nlu.encoder import base, reader
from vigie.nlu.encoder.calls import LAYERS, pieces
from vigie.nlu.encoder.files import CALLS, FOLDER
from vigie.nlu.encoder.reader import Labels
from vigie.nlu.encoder.tokens import Tokenizer
from vigie.nlu.examples import examples
from vigie.nlu.intents import DISTRESS as CALLING

LABELS = Labels(("calm", "call"), ())
DISTRESS = ROOT / "data" / "distress"
EPOCHS = 4.0
EACH = 5
"""Of the questions of data/corpus, one in so many is taught; each call among them is, and what the
light reader would ask about."""
HELD_OUT = ("a2", "a5", "a8", "a11", "a14")
"""Authors on which the weights of `vigie.distress.judge` were chosen."""
Text = tuple[str, bool]
"""A message, and whether it is a call."""


def of_distress(without: Collection[str] = ()) -> list[Message]:
    """The messages of data/distress, those of conversations too."""
    every = [*messages(DISTRESS), *told(talks(DISTRESS))]
    return [one for one in every if one.author not in without]


def every_question() -> list[Text]:
    """The questions of data/corpus."""
    return [(one.text, calls(one)) for one in read_corpus(ROOT / "data")[0].messages]


def light_of(own: Sequence[Message], rules: Rules) -> Model:
    """What is asked before the encoder, learned from some messages and from all questions."""
    written = [(e.text, e.block.intent in CALLING) for e in examples(ROOT / "data")]
    return teach(rules, written, own, every_question())


def questions(light: Model, rules: Rules) -> list[Text]:
    """Some questions of data/corpus, the same ones each time: those of which `light` is not sure
    are the ones that the encoder will be asked about."""
    found = []
    for place, (text, call) in enumerate(every_question()):
        heard = Heard(text)
        doubtful = light.logit(heard.forms, given(rules.weigh(heard))) >= ASKED
        if call or doubtful or place % EACH == 0:
            found.append((text, call))
    return found


def taught(texts: Sequence[Text]) -> Network:
    """A network that learned these."""
    source = replace(base.load(base.path()), layers=LAYERS)
    cut = Tokenizer(source.pieces)
    network = Network(source, len(LABELS.forms), len(LABELS.all))
    ids = [tuple(pieces(cut, text)) for text, _ in texts]
    rows = np.array([(not call, call) for _, call in texts], np.float32)
    states = learn.below(network, ids)
    learn.standardise(network, states)
    learn.learned(network, states, lambda places: [rows[places]], EPOCHS)
    return network


def ship() -> None:
    """Learn from every author, and keep it."""
    own, rules = of_distress(), Rules(Cues())
    asked = questions(light_of(own, rules), rules)
    texts = [*((one.text, one.labels.call) for one in own), *asked]
    learned = {
        "command": "make encoder ARGS=calls",
        "authors": sorted({one.author for one in own}),
        "texts": len(texts),
        "sha256": hashlib.sha256(repr(texts).encode()).hexdigest(),
        "epochs": EPOCHS,
        "label smoothing": SMOOTHED,
    }
    network = taught(texts)
    reader.save(FOLDER, CALLS, *parts(network, LABELS), recipe(learned))


@dataclass(frozen=True)
class Told:
    """What a network says of some texts, as `vigie.distress` asks for it."""

    logits: Mapping[str, float]

    def logit(self, text: str) -> float:
        """The logarithm of the odds that `text` is a call."""
        return self.logits[text]

    def after(self, text: str) -> Mapping[str, float]:
        """Nothing: it is not measured here."""
        return {}

    def who(self, text: str) -> Mapping[str, Mapping[str, float]]:
        """Nothing: it is not measured here."""
        return {}


def measure() -> None:
    """Hold some authors out of both readers, and tell what is heard of them by each and by both:
    what is served has learned from them."""
    own, rules = of_distress(HELD_OUT), Rules(Cues())
    held = [one for one in messages(DISTRESS) if one.author in HELD_OUT]
    light = light_of(own, rules)
    network = taught([*((one.text, one.labels.call) for one in own), *questions(light, rules)])
    cut = Tokenizer(base.load(base.path()).pieces)
    likely = learn.scores(network, [tuple(pieces(cut, one.text)) for one in held])[:, 1]
    heavy = Told({one.text: float(np.log(p / (1 - p))) for one, p in zip(held, likely)})
    alone, both = Judge(rules, Asked(), light), Judge(rules, Asked(), light, heavy)
    found = {
        "encoder": shares(held, lambda text: heavy.logit(text) > 0),
        "light": shares(held, lambda text: alone.call(text) is not None),
        "both": shares(held, lambda text: both.call(text) is not None),
    }
    write("calls_held_out", {"authors": HELD_OUT, **found})
