"""Claims of several, each with words of its own: "le DoL pour le travail des enfants, l'USTR pour
le commerce" claims nothing of the USTR and child labour."""

from __future__ import annotations

from collections.abc import Sequence

from vigie.answers.query.model import Query
from vigie.answers.question import Question
from vigie.answers.reading.as_many import FAR
from vigie.answers.reading.closed import closed
from vigie.answers.reading.rank import Reading
from vigie.knowledge.text import fold

LEAST = 4
"""Letters of a word that may say what somebody does."""


def not_crossed(readings: Sequence[Reading], question: Question) -> tuple[Reading, ...]:
    """The readings, first one of as many claims that claims of each what is said of them, where the
    best does not."""
    if not readings or not crosses(readings[0].query, question):
        return tuple(readings)
    best = readings[0]
    for place, one in enumerate(readings):
        near = best.score - one.score < FAR and len(one.query.claims) == len(best.query.claims)
        if near and not crosses(one.query, question):
            return (one, *readings[:place], *readings[place + 1 :])
    return tuple(readings)


def crosses(query: Query, question: Question) -> bool:
    """Whether a query claims the same of two of whom the message says something each: between their
    names, and after the last, stand words of their own."""
    if query.act != "verify" or len(query.claims) < 2:
        return False
    said: dict[object, list[str]] = {}
    for one in query.claims:
        if one.denied or one.only or len(one.values) != 1:
            return False
        said.setdefault((one.relation, one.values), []).append(str(one.subject))
    if len(said) == 1:  # all of whom the same is claimed
        return False
    own = _own_words(question)
    return any(sum(own.get(who, False) for who in some) > 1 for some in said.values())


def _own_words(question: Question) -> dict[str, bool]:
    """Of each who is named, whether words follow up to the next name that may say what they do."""
    named = sorted(question.mentions, key=lambda one: one.start)
    ends = [one.start for one in named[1:]] + [len(question.text)]
    found: dict[str, bool] = {}
    for mention, end in zip(named, ends):
        after = question.text[mention.end : end].split("?")[0].split(".")[0]
        words = [word for word in fold(after).split() if len(word) >= LEAST]
        found[mention.ids[0]] = bool(set(words) - closed("besides") - closed("limits.joining"))
    return found
