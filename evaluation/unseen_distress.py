"""The judge of distress as it is served, on authors of whom nothing was learned.

`python -m evaluation.unseen_distress` plays evaluation/distress_unseen/*.yml, prints the shares
that are heard as calls, and writes results/distress_unseen.json.
"""

from __future__ import annotations

import json
import tarfile
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from evaluation.material import RESULTS, ROOT
from vigie import distress
from vigie.distress.corpus import Labels, Message, Talk, messages, talks
from vigie.distress.model import load
from vigie.nlu.components.safety import FILE
from vigie.nlu.encoder.loaded import ear
from vigie.project import Project
from vigie.training import manifest

ORDINARY = ("ordinary", "ordinaire")
"""How the kind of a calm message begins that is no look-alike."""


def learned() -> None:
    """Take the model that is served, with the encoder."""
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(manifest.current(Project.here())) as archive:
            archive.extractall(folder, filter="data")
        (component,) = Path(folder).glob("components/*Safety*")
        distress.use(load(component / FILE), ear())
    distress.load()


def groups(labels: Labels) -> tuple[str, ...]:
    """What a message is counted in."""
    if labels.call:
        return "calls", f"calls {labels.language}", f"calls of {labels.writer}"
    kind = "ordinary" if labels.kind.startswith(ORDINARY) else "look-alikes"
    return kind, f"{kind} {labels.language}"


def shares(some: Iterable[Message], heard: Callable[[str], bool]) -> dict[str, list[float]]:
    """By group, how many messages there are, and how many are heard as calls, in per cent."""
    total: Counter[str] = Counter()
    taken: Counter[str] = Counter()
    for message in some:
        called = heard(message.text)
        for group in groups(message.labels):
            total[group] += 1
            taken[group] += called
    return {g: [total[g], round(100 * taken[g] / total[g], 1)] for g in sorted(total)}


def turns(some: Iterable[Talk]) -> dict[str, list[float]]:
    """The same of each turn, said after those before it: calls, what comes before one, and the
    turns of conversations without any."""
    total: Counter[str] = Counter()
    taken: Counter[str] = Counter()
    for talk in some:
        calling = any(call for _, call in talk.turns)
        said: list[str] = []
        for text, call in talk.turns:
            group = "calls" if call else "before a call" if calling else "calm"
            total[group] += 1
            taken[group] += distress.detect(text, said) is not None
            said.append(text)
    return {g: [total[g], round(100 * taken[g] / total[g], 1)] for g in sorted(total)}


def main() -> None:
    """Play, print and write: of all authors, and of each."""
    learned()
    every = messages(ROOT / "evaluation" / "distress_unseen")
    found = {"all": shares(every, _heard)}
    for author in sorted({one.author for one in every}):
        found[author] = shares((one for one in every if one.author == author), _heard)
    found["turns of conversations"] = turns(talks(ROOT / "evaluation" / "distress_unseen"))
    text = json.dumps(found, ensure_ascii=False, indent=1)
    print(text)
    (RESULTS / "distress_unseen.json").write_text(text + "\n", "utf-8")


def _heard(text: str) -> bool:
    return distress.detect(text) is not None


if __name__ == "__main__":
    main()
