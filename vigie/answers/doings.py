"""Who does a topic, or topics together."""

from __future__ import annotations

from typing import Sequence

from vigie.answers.question import Question
from vigie.answers.view import Doing, View, owners

LIKELY_SCORE = 0.15
"""Least score of a topic that is likely without being certain."""
ALIKE = 0.65
"""Share of its score that makes the next topic one that the question names as well."""
FAR_BELOW = 0.6
"""Share of the second score under which a third topic is no rival of the two."""
LIKELY_MARGIN = 1.7
"""How many times the next topic's score it must then have."""


def likely_topics(question: Question, view: View) -> tuple[str, ...]:
    """A topic below the threshold of certainty, when nothing else comes near it or when the
    next ones would name the same agencies."""
    ranked = sorted(question.scores.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < LIKELY_SCORE:
        return ()
    first, score = ranked[0]
    if len(ranked) > 1 and ranked[1][1] >= ALIKE * score:
        third = ranked[2][1] if len(ranked) > 2 else 0.0
        if third < FAR_BELOW * ranked[1][1]:
            # Two topics alike, far above the rest: the question names both.
            return (first, ranked[1][0])
    same = owners(view.doing(first))
    for other, weight in ranked[1:3]:
        if weight > score / LIKELY_MARGIN and not set(owners(view.doing(other))) & set(same):
            return ()
    return (first,)


def combined(topics: Sequence[str], scores: object, view: View) -> tuple[Doing, ...]:
    """Those who do all the topics if there are any, else those who do each of them.

    "Former des routiers" is training and transport: one agency does both. "Les écoles et
    les transports" is two topics that nobody shares: both lists. Where a broad topic meets
    a narrow one that nobody shares with it, the narrow one is what was meant.
    """
    per_topic = [view.doing(topic) for topic in topics]
    per_topic = [doings for doings in per_topic if doings]
    if len(per_topic) < 2:
        return per_topic[0] if per_topic else ()
    shared = [
        owner for owner in owners(per_topic[0]) if all(owner in owners(d) for d in per_topic[1:])
    ]
    if shared:
        return tuple(_joined(owner, per_topic) for owner in shared)
    narrow = [doings for doings in per_topic if len(doings) <= 2]
    chosen = narrow if narrow and len(narrow) < len(per_topic) else per_topic
    ids = {owner for doings in chosen for owner in owners(doings)}
    return tuple(_joined(owner, chosen) for owner in sorted(ids, key=view.tables.rank.__getitem__))


def _joined(owner: str, per_topic: Sequence[Sequence[Doing]]) -> Doing:
    duties = [duty for doings in per_topic for d in doings if d.id == owner for duty in d.duties]
    both = [duty for duty in duties if duties.count(duty) == len(per_topic)]
    return Doing(owner, tuple(dict.fromkeys(both or duties)))
