"""The whole understanding of a message as one object, without Rasa: names, topics, intent.

The Rasa components train its pieces and call it; tests, the bench and `vigie eval` use it
directly.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Iterator, Mapping, Sequence

from vigie.nlu.aside import ASIDE_WORDS, set_aside
from vigie.nlu.features import STOP_WORDS, masked, telling, topic_around, topic_word
from vigie.nlu.linear import Linear
from vigie.nlu.names import Mention, NameMatcher
from vigie.nlu.parts import Span, introductions, questions
from vigie.nlu.shorthand import spell_out
from vigie.nlu.spelling import SHORTEST, Speller
from vigie.nlu.text import Token, clean, tokens

TOPIC_CERTAIN = 0.42
"""Least score of the first topic; set on the development cases."""
TOPIC_ALSO = 0.62
"""Share of the first score that a further topic needs."""
TOPIC_WEIGHED = 0.04
"""Scores below this are not handed on."""
LONG = 14
"""Words from which a message is also read clause by clause."""
SITUATION = 2
"""Content words up to which a question leaves its topic to the sentences before it."""
CLAUSE = 0.85
"""What a clause's score counts for beside the whole message's."""
_PAUSE = re.compile(r"[.,;:!?()…«»\n]|\s[-–—]\s")
LONGEST = 2000
"""Characters of a message that are read."""


@dataclass(frozen=True)
class Parsed:
    """A message taken apart, before topics and intent are known."""

    text: str
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    aside: tuple[Span, ...]
    words: tuple[str, ...]
    """Masked words."""
    parts: tuple[Parsed, ...] = ()
    lone_question: bool = False
    """Whether `parts` is the single question in a longer message."""
    topics: tuple[str, ...] = ()
    excluded_topics: tuple[str, ...] = ()
    scores: Mapping[str, float] = field(default_factory=dict)
    ranking: tuple[tuple[str, float], ...] = ()
    forms: tuple[tuple[str, float], ...] = ()
    """The likeliest forms of the query that it means."""
    links: tuple[tuple[str, float], ...] = ()
    """Ids of what it may mean without a name that is known, with their scores."""
    plain: tuple[str, ...] = ()
    """All the words, names included, misspellings mended."""
    known: float = 1.0
    """Share of the words outside names that the training data has."""


def take_apart(text: str, names: NameMatcher, whole: bool = True) -> Parsed:
    """Tokens, names, exclusions and parts of a message."""
    text = clean(text)[:LONGEST]
    found = tokens(text)
    mentions = names.find(found)
    aside = set_aside(text, found, {m.first: m.last for m in mentions})
    parts: tuple[Parsed, ...] = ()
    lone = False
    if whole:
        spans = questions(text, found)
        lone = len(spans) == 1
        if 1 <= len(spans) <= 4:
            parts = tuple(take_apart(text[s.start : s.end], names, whole=False) for s in spans)
    return Parsed(
        text,
        tuple(found),
        tuple(mentions),
        tuple(aside),
        tuple(masked(found, mentions)),
        parts,
        lone,
    )


def mended(words: Sequence[str], speller: Speller) -> tuple[str, ...]:
    """`words` with those that the training data does not have brought to the nearest that it
    has: "surviavnts" becomes "survivants"; names' masks and words without a neighbour stay."""
    return tuple(
        word if len(word) < SHORTEST or word.startswith("<") else speller.mend(word) or word
        for word in words
    )


def with_topics(parsed: Parsed, head: Linear, speller: Speller) -> Parsed:
    """`parsed` and its parts with mended words, topics and scores."""
    parts = tuple(with_topics(part, head, speller) for part in parsed.parts)
    plain = mended(spell_out([token.text for token in parsed.tokens]), speller)
    outside = [word for word in parsed.words if not word.startswith("<")]
    real = sum(word.isdigit() or len(word) == 1 or speller.knows(word) for word in outside)
    known = real / len(outside) if outside else 1.0
    parsed = replace(parsed, words=mended(parsed.words, speller), plain=plain, known=known)
    kept, gone = (mended(side, speller) for side in _sides(parsed))
    scores = _scores(kept, head)
    for clause in _clauses(parsed) if _asks_by_situation(parsed) else ():
        for topic, score in _scores(mended(clause, speller), head).items():
            scores[topic] = max(scores.get(topic, 0.0), CLAUSE * score)
    if parsed.lone_question and parts:
        for topic, score in parts[0].scores.items():
            scores[topic] = max(scores.get(topic, 0.0), score)
    chosen = (
        parts[0].topics if parsed.lone_question and parts and parts[0].topics else _chosen(scores)
    )
    excluded = _chosen(_scores(gone, head)) if gone else ()
    return replace(parsed, parts=parts, topics=chosen, excluded_topics=excluded, scores=scores)


def _asks_by_situation(parsed: Parsed) -> bool:
    """Whether the question itself says nothing ("qui peut m'aider ?") and what stands around
    it must tell the topic."""
    if not parsed.lone_question:
        return False
    return len(content(parsed.parts[0])) <= SITUATION and len(parsed.words) > LONG


def _clauses(parsed: Parsed) -> Iterator[list[str]]:
    """The stretches between punctuation, names and what is set aside left out: in a long
    message the words of one of them tell the topic, which the others would drown."""
    clause: list[str] = []
    last = 0
    for token in parsed.tokens:
        if _PAUSE.search(parsed.text[last : token.start]) and clause:
            yield spell_out(clause)
            clause = []
        last = token.end
        inside = any(span.start <= token.start < span.end for span in parsed.aside)
        if not inside and not any(m.start <= token.start < m.end for m in parsed.mentions):
            clause.append(token.text)
    if clause:
        yield spell_out(clause)


def _sides(parsed: Parsed) -> tuple[list[str], list[str]]:
    """Masked words outside and inside what the question sets aside."""
    told = introductions(parsed.text, parsed.tokens) if parsed.parts else []
    if not parsed.aside and not told:
        return list(parsed.words), []
    kept: list[str] = []
    gone: list[str] = []
    for token in parsed.tokens:
        inside = any(span.start <= token.start < span.end for span in parsed.aside)
        named = any(m.start <= token.start < m.end for m in parsed.mentions)
        if named or any(span.start <= token.start < span.end for span in told):
            continue
        if not inside:
            kept.append(token.text)
        elif token.text not in ASIDE_WORDS:
            gone.append(token.text)
    return spell_out(kept), spell_out(gone)


def _scores(words: Sequence[str], head: Linear) -> dict[str, float]:
    kept = telling(words)
    if not kept:
        return {}
    scores = head.scores_of(kept, topic_word, topic_around(kept)).tolist()
    weighed = [(s, topic) for s, topic in zip(scores, head.labels) if s >= TOPIC_WEIGHED]
    return {topic: score for score, topic in sorted(weighed, key=lambda one: -one[0])}


def _chosen(scores: Mapping[str, float]) -> tuple[str, ...]:
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < TOPIC_CERTAIN:
        return ()
    least = max(ranked[0][1] * TOPIC_ALSO, TOPIC_CERTAIN)
    return tuple(topic for topic, score in ranked[:3] if score >= least)


def content(parsed: Parsed) -> list[str]:
    """The words of a message that say something: no names, no small words."""
    return [
        word
        for word in parsed.words
        if not word.startswith("<") and word not in STOP_WORDS and len(word) > 3
    ]
