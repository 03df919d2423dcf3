"""What a message and its place in a conversation show, by which its readings are told apart: its
words outside of names, their pairs and sounds, the last question and how much it showed."""

from __future__ import annotations

from collections.abc import Iterator

from vigie.answers.query.normal import normal
from vigie.answers.question import Focus, Question
from vigie.answers.reading.context import SHOWN, stack
from vigie.knowledge.sound import sound

ALWAYS = ""
"""The cue that every message shows."""
LONGEST = 40
"""Words that are heard; of a longer message, those after are told in passing."""
EDGE = "."


def cues(question: Question, focus: Focus) -> frozenset[str]:
    """The cues of a message after what was said."""
    return frozenset((ALWAYS, *_words(question.outside.split()[:LONGEST]), *_last(focus)))


def _words(words: list[str]) -> Iterator[str]:
    yield from words
    yield from (f"{one} {other}" for one, other in zip([EDGE, *words], [*words, EDGE]))
    yield from (f"~{sound(word)}" for word in words)


def _last(focus: Focus) -> Iterator[str]:
    queries = stack(focus)
    if not queries:
        yield "<first>"
        return
    last = normal(queries[0])
    yield f"<{last.act}>"
    yield "<one>" if len(focus.shown) < 2 else "<few>" if len(focus.shown) <= SHOWN else "<many>"
    yield f"<{last.act} {last.want or (last.select.sort if last.select else '')}>"
