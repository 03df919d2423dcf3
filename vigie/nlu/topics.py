"""What a message is about: its topics, with their scores, and those that it sets aside."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Iterator, Mapping, Sequence

from vigie.nlu.aside import ASIDE_WORDS
from vigie.nlu.features import telling, topic_around, topic_word
from vigie.nlu.introductions import introductions
from vigie.nlu.linear import Linear
from vigie.nlu.parsed import Parsed, content
from vigie.nlu.shorthand import spell_out
from vigie.nlu.spelling import SHORTEST, Speller

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


def with_topics(parsed: Parsed, head: Linear, speller: Speller) -> Parsed:
    """`parsed` and what is inside it with mended words, topics and scores."""
    lone = with_topics(parsed.lone, head, speller) if parsed.lone else None
    parsed = parsed.inside(lambda one: with_topics(one, head, speller))
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
    if lone:
        for topic, score in lone.scores.items():
            scores[topic] = max(scores.get(topic, 0.0), score)
    topics = lone.topics if lone and lone.topics else chosen(scores)
    excluded = chosen(_scores(gone, head)) if gone else ()
    return replace(
        parsed,
        lone=lone,
        topics=topics,
        excluded_topics=excluded,
        scores=scores,
    )


def mended(words: Sequence[str], speller: Speller) -> tuple[str, ...]:
    """`words` with those that the training data does not have brought to the nearest that it
    has: "surviavnts" becomes "survivants"; names' masks and words without a neighbour stay."""
    return tuple(
        word if len(word) < SHORTEST or word.startswith("<") else speller.mend(word) or word
        for word in words
    )


def _asks_by_situation(parsed: Parsed) -> bool:
    """Whether the question itself says nothing ("qui peut m'aider ?") and what stands around
    it must tell the topic."""
    if parsed.lone is None:
        return False
    return len(content(parsed.lone)) <= SITUATION and len(parsed.words) > LONG


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
    told = introductions(parsed.text, parsed.tokens) if parsed.asks else []
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


def chosen(scores: Mapping[str, float]) -> tuple[str, ...]:
    """The topics, of those that are likely, that a message is taken to be about."""
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < TOPIC_CERTAIN:
        return ()
    least = max(ranked[0][1] * TOPIC_ALSO, TOPIC_CERTAIN)
    return tuple(topic for topic, score in ranked[:3] if score >= least)
