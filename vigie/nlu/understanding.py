"""The whole understanding of a message as one object, without Rasa: names, topics, intent.

The Rasa components train its pieces and call it; tests, the bench and `vigie eval` use it
directly.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Iterator, Mapping, Optional, Sequence

from vigie.nlu.aside import ASIDE_WORDS, set_aside
from vigie.nlu.clauses.cutting import Cutting
from vigie.nlu.clauses.outline import outline
from vigie.nlu.clauses.structure import Grammar
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
MOST_PARTS = 4
"""Questions of one message that are read on their own."""
LONGEST = 2000
"""Characters of a message that are read."""
MOST_CUT = 400
"""Words up to which a message is cut into clauses: as many as LONGEST characters of French hold.
What has more is no sentence, and spaCy would read it for a twentieth of a second."""


@dataclass(frozen=True)
class Parsed:
    """A message taken apart, before topics and intent are known."""

    text: str
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    aside: tuple[Span, ...]
    words: tuple[str, ...]
    """Masked words."""
    asks: bool = False
    """Whether it is more than one sentence, some of which ask."""
    lone: Optional[Parsed] = None
    """The single question in a longer message, which lends it its topics."""
    clauses: tuple[Parsed, ...] = ()
    """The stretches that ask, where it was cut: what is read as queries."""
    topics: tuple[str, ...] = ()
    excluded_topics: tuple[str, ...] = ()
    scores: Mapping[str, float] = field(default_factory=dict)
    ranking: tuple[tuple[str, float], ...] = ()
    forms: tuple[tuple[str, float], ...] = ()
    """The likeliest forms of the query that it means."""
    links: tuple[tuple[str, float], ...] = ()
    """Ids of what it may mean without a name that is known, with their scores."""
    leans: Mapping[str, float] = field(default_factory=dict)
    """How it would lean on what was said before, with probabilities."""
    plain: tuple[str, ...] = ()
    """All the words, names included, misspellings mended."""
    known: float = 1.0
    """Share of the words outside names that the training data has."""


def take_apart(text: str, names: NameMatcher, whole: bool = True) -> Parsed:
    """Tokens, names and exclusions of a message, and the lone question in it."""
    text = clean(text)[:LONGEST]
    found = tokens(text)
    parsed = _parsed(text, found, names.find(found))
    spans = questions(text, found) if whole else []
    if not 1 <= len(spans) <= MOST_PARTS:
        return parsed
    if len(spans) > 1:
        return replace(parsed, asks=True)
    lone = take_apart(text[spans[0].start : spans[0].end], names, whole=False)
    return replace(parsed, asks=True, lone=lone)


def _parsed(text: str, found: Sequence[Token], mentions: Sequence[Mention]) -> Parsed:
    aside = set_aside(text, found, {m.first: m.last for m in mentions})
    words = tuple(masked(found, mentions))
    return Parsed(text, tuple(found), tuple(mentions), tuple(aside), words)


def with_clauses(parsed: Parsed, cutting: Cutting, grammar: Grammar) -> Parsed:
    """`parsed` with the stretches that ask, where it asks or tells more than one thing."""
    if len(parsed.tokens) > MOST_CUT:
        return parsed
    message = outline(parsed.text, parsed.tokens, parsed.mentions)
    suspected = cutting.suspected(message)
    if not suspected:
        return parsed
    structure = grammar.read(parsed.text, parsed.tokens)
    cut = cutting.stretches(message, structure, suspected)
    if len(cut) == 1:
        return parsed
    told = cutting.tells(message, structure, cut)
    asked = [stretch for stretch, tells in zip(cut, told) if not tells]
    if len(asked) > MOST_PARTS:
        return parsed
    return replace(parsed, clauses=tuple(clause(parsed, *stretch) for stretch in asked))


def clause(whole: Parsed, first: int, last: int) -> Parsed:
    """The tokens from `first` to before `last` as a message of their own."""
    start = whole.tokens[first].start
    end = whole.tokens[last].start if last < len(whole.tokens) else len(whole.text)
    found = [
        replace(token, start=token.start - start, end=token.end - start)
        for token in whole.tokens[first:last]
    ]
    mentions = [
        replace(
            m, start=m.start - start, end=m.end - start, first=m.first - first, last=m.last - first
        )
        for m in whole.mentions
        if first <= m.first and m.last <= last
    ]
    return _parsed(whole.text[start:end].rstrip(), found, mentions)


def mended(words: Sequence[str], speller: Speller) -> tuple[str, ...]:
    """`words` with those that the training data does not have brought to the nearest that it
    has: "surviavnts" becomes "survivants"; names' masks and words without a neighbour stay."""
    return tuple(
        word if len(word) < SHORTEST or word.startswith("<") else speller.mend(word) or word
        for word in words
    )


def with_topics(parsed: Parsed, head: Linear, speller: Speller) -> Parsed:
    """`parsed` and its clauses with mended words, topics and scores."""
    lone = with_topics(parsed.lone, head, speller) if parsed.lone else None
    clauses = tuple(with_topics(one, head, speller) for one in parsed.clauses)
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
        clauses=clauses,
        topics=topics,
        excluded_topics=excluded,
        scores=scores,
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


def content(parsed: Parsed) -> list[str]:
    """The words of a message that say something: no names, no small words."""
    return [
        word
        for word in parsed.words
        if not word.startswith("<") and word not in STOP_WORDS and len(word) > 3
    ]
