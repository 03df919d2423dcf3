"""The learned judge: linear heads over the features of a message. Pure standard library.

A head is a table, feature by feature, of what speaks for each of its labels. The features of
the words share their weight however long the message is; those of the rules count in full.
Saved as JSON, no pickle: nothing to execute.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from vigie.distress.features import Forms
from vigie.distress.packed import Numbers, Packed, Row

_SCALE = 1000
"""Weights are saved as whole thousandths."""


@dataclass(frozen=True)
class Head:
    """One question about a message. A single label is a yes or no."""

    labels: tuple[str, ...]
    bias: Row
    rows: Mapping[str, Row]
    pieces: bool
    """Whether it looks into the words."""
    _words: dict[str, tuple[Row, int]] = field(default_factory=dict, repr=False, compare=False)

    def logits(self, found: Forms, given: Iterable[str] = ()) -> Row:
        """What speaks for each label in the words `found`, and in the features `given`."""
        parts = [self._words.get(w) or self._word(w, found) for w in found.distinct]
        parts.append(self._sum(found.together))
        count = sum(n for _, n in parts)
        share = 1 / math.sqrt(count) if count else 0.0
        extra, _ = self._sum(given)
        return tuple(
            bias + share * sum(row[i] for row, _ in parts) + extra[i]
            for i, bias in enumerate(self.bias)
        )

    def likeliest(self, found: Forms, given: Iterable[str] = ()) -> str:
        """The label that most speaks for."""
        logits = self.logits(found, given)
        return self.labels[max(range(len(logits)), key=logits.__getitem__)]

    def _word(self, word: str, found: Forms) -> tuple[Row, int]:
        """The sum of a word's features; kept for a word that was taught, and of no other."""
        told = self._of_word(found.of_word(word))
        if f"w:{word}" in self.rows:
            self._words[word] = told
        return told

    def _of_word(self, features: list[str]) -> tuple[Row, int]:
        return self._sum(features if self.pieces else features[:1])

    def _sum(self, features: Iterable[str]) -> tuple[Row, int]:
        """The sum of the rows of `features`, and how many there are."""
        rows = [row for f in features if (row := self.rows.get(f)) is not None]
        if len(self.bias) == 1:
            return (sum(row[0] for row in rows),), len(rows)
        return tuple(map(sum, zip(*rows))) if rows else (0.0,) * len(self.bias), len(rows)


@dataclass(frozen=True)
class Model:
    """All heads, by name: call, writer, about, where, when, language, after."""

    heads: dict[str, Head]

    def logit(self, found: Forms, given: Iterable[str]) -> float:
        """The logarithm of the odds that the words are a call for help."""
        (logit,) = self.heads["call"].logits(found, given)
        return logit

    def likely(self, found: Forms, given: Iterable[str]) -> float:
        """How likely they are one, from 0 to 1."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.logit(found, given)))))

    def save(self, path: Path) -> None:
        """Write all heads to one file."""
        content = {
            name: {
                "labels": head.labels,
                "pieces": head.pieces,
                "bias": [round(b * _SCALE) for b in head.bias],
                "features": list(head.rows),
                "weights": [round(w * _SCALE) for row in head.rows.values() for w in row],
            }
            for name, head in self.heads.items()
        }
        path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")


def load(path: Path) -> Model:
    """Read what `Model.save` wrote.

    Raises:
        OSError: there is no such file.
        ValueError: it is not what `save` writes.
    """
    try:
        content = json.loads(path.read_text("utf-8"))
        numbers: Numbers = {}
        return Model({name: _head(saved, numbers) for name, saved in content.items()})
    except (KeyError, TypeError, AttributeError) as problem:
        raise ValueError(f"{path.name}: {problem}") from None


def _head(saved: dict[str, Any], numbers: Numbers) -> Head:
    bias = tuple(b / _SCALE for b in saved["bias"])
    weights = [w / _SCALE for w in saved["weights"]]
    rows = Packed(numbers, saved["features"], weights, len(bias))
    return Head(tuple(saved["labels"]), bias, rows, saved["pieces"])
