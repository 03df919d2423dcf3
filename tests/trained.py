"""What training learned, read from the archive of the model, to be used without Rasa."""

from __future__ import annotations

import json
import tarfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from vigie.nlu.components.base import load_linear
from vigie.nlu.encoder.second import second
from vigie.nlu.forms import Second, with_forms
from vigie.nlu.frame import frame, with_intent
from vigie.nlu.linear import Linear
from vigie.nlu.names import Form, NameMatcher
from vigie.nlu.spelling import Speller
from vigie.nlu.understanding import take_apart, with_topics


@dataclass(frozen=True)
class Trained:
    """The pieces of a trained model."""

    names: NameMatcher
    topics: Linear
    speller: Speller
    forms: Linear
    frames: Linear

    def frame(self, text: str) -> dict[str, Any]:
        """A message as the actions get it."""
        parsed = with_topics(take_apart(text, self.names), self.topics, self.speller)
        reader = second()
        heavy = Second.to(reader, self.forms.labels) if reader else None
        return frame(with_intent(with_forms(parsed, self.forms, heavy), self.frames))

    def naming(self, names: NameMatcher) -> Trained:
        """The same, with other names."""
        return replace(self, names=names)


def unpack(archive: Path, folder: Path) -> Trained:
    """The model in `archive`, unpacked into `folder`."""
    with tarfile.open(archive, "r:gz") as tar:
        tar.extractall(folder)
    names, topics, forms, frames = (
        _only(folder, component)
        for component in ("VigieNames", "VigieTopics", "VigieForms", "VigieFrames")
    )
    stored = json.loads((names / "names.json").read_text("utf-8"))
    return Trained(
        NameMatcher(Form(tuple(w), tuple(i), k, s) for w, i, k, s in stored),
        load_linear(topics),
        Speller(json.loads((topics / "words.json").read_text("utf-8"))),
        load_linear(forms),
        load_linear(frames),
    )


def _only(folder: Path, component: str) -> Path:
    (found,) = folder.glob(f"components/*{component}*")
    return found
