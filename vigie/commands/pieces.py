"""What training learned, read from the archive of the model, to be used without Rasa and with the
names of any state of the knowledge."""

from __future__ import annotations

import json
import tarfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from vigie.answers.reading import beside
from vigie.nlu.clauses.cutting import Cutting
from vigie.nlu.clauses.structure import Grammar
from vigie.nlu.components.base import load_linear
from vigie.nlu.components.clauses import HEADS
from vigie.nlu.components.forms import load_forms
from vigie.nlu.components.names import load_lexicon
from vigie.nlu.components.roles import load_roles
from vigie.nlu.encoder.loaded import second, tagger, writing
from vigie.nlu.forms import Forms, with_forms
from vigie.nlu.frame import frame, with_intent
from vigie.nlu.leans import with_leans
from vigie.nlu.linear import Linear
from vigie.nlu.links import with_links
from vigie.nlu.mending import Mending
from vigie.nlu.mentions import Form
from vigie.nlu.names import NameMatcher
from vigie.nlu.roles import Roles
from vigie.nlu.second import Second
from vigie.nlu.spelling import Speller
from vigie.nlu.take_apart import take_apart, with_clauses
from vigie.nlu.topics import with_topics


@dataclass(frozen=True)
class Trained:
    """The pieces of a trained model."""

    names: NameMatcher
    mending: Mending
    cutting: Cutting
    grammar: Grammar
    topics: Linear
    speller: Speller
    links: Linear
    forms: Forms
    leans: Linear
    roles: Optional[Roles]
    frames: Linear

    def frame(self, text: str) -> dict[str, Any]:
        """A message as the actions get it."""
        parsed = take_apart(self.mending.mended(text).text, self.names)
        parsed = with_clauses(parsed, self.cutting, self.grammar, tagger())
        parsed = with_topics(parsed, self.topics, self.speller)
        parsed = with_links(parsed, self.links)
        reader = second()
        heavy = Second.to(reader, self.forms.labels) if reader else None
        parsed = with_forms(parsed, self.forms, heavy)
        parsed = with_leans(parsed, self.leans)
        parsed = self.roles.told(parsed) if self.roles else parsed
        return frame(with_intent(parsed, self.frames))


def unpack(archive: Path, folder: Path) -> Trained:
    """The model in `archive`, unpacked into `folder`; the answers then weigh what they read with
    the encoder beside, as they do where it is served."""
    beside.use(writing())
    with tarfile.open(archive, "r:gz") as tar:
        tar.extractall(folder, filter="data")
    names, clauses, topics, links, forms, leans, roles, frames = (
        _only(folder, f"Vigie{component}")
        for component in (
            "Names",
            "Clauses",
            "Topics",
            "Links",
            "Forms",
            "Leans",
            "Roles",
            "Frames",
        )
    )
    heads = load_forms(forms)
    assert heads is not None, "a model of the project has forms"
    stored = json.loads((names / "names.json").read_text("utf-8"))
    return Trained(
        NameMatcher(Form(tuple(w), tuple(i), k, s) for w, i, k, s in stored),
        Mending(load_lexicon(names)),
        Cutting(*(load_linear(clauses, name) for name in HEADS)),
        Grammar(),
        load_linear(topics),
        Speller(json.loads((topics / "words.json").read_text("utf-8"))),
        load_linear(links),
        heads,
        load_linear(leans),
        load_roles(roles),
        load_linear(frames),
    )


def _only(folder: Path, component: str) -> Path:
    (found,) = folder.glob(f"components/*{component}*")
    return found
