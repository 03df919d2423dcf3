"""A stretch that only says again what was answered, before something else is asked: "vous disiez
que le DHS en laisse rester. Combien de temps ?"."""

from __future__ import annotations

from vigie.answers.question import Question
from vigie.answers.reading.closed import closed

FEW = 3
"""Words at most before what recalls an answer: "au fait, vous disiez que…"."""


def recalls(stretch: Question) -> bool:
    """Whether it says so, and asks nothing."""
    said = f" {stretch.words} "
    places = [said.index(f" {mark} ") for mark in closed("recalled") if f" {mark} " in said]
    return "?" not in stretch.text and bool(places) and len(said[: min(places)].split()) <= FEW
