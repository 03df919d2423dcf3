"""What is asked of the document itself: "de quoi parle ce document ?", "son titre ?" before
anything else was spoken of. It is none of the things that the knowledge tells of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from vigie.answers.query.model import Query
from vigie.answers.query.world import World
from vigie.answers.question import Focus, Question
from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.evidence import SURE_TOPIC
from vigie.answers.reading.rank import Reading, instead

SURE = 0.9
"""How sure such a reading is: nothing else is named."""
MOST = 14
"""Words of a message that asks this and nothing else."""
TEXTS = ("report", "law")
"""What "ce texte" may be, once one was spoken of."""
CONTENT, ORIGIN = Query("meta", "overview"), Query("meta", "source")


def of_the_document(
    readings: Sequence[Reading], question: Question, focus: Focus, world: World
) -> Optional[Reading]:
    """The reading of a message that asks what the document is about, or what it is called and who
    wrote it; None for any other message."""
    asked = _asked(question.words)
    if asked is None or not readings:
        return None
    if question.mentions or any(score >= SURE_TOPIC for score in question.scores.values()):
        return None
    if says(closed("the_document_itself.not_it"), question.words):
        return None
    if len(question.words.split()) > MOST or not _meant(question.words, focus, world):
        return None
    return instead(readings[0], asked, SURE)


def turned_to(question: Question) -> bool:
    """Whether a message says that it is now the document that it speaks of, before what it asks:
    "je parlais du document lui-même. Son titre ?"."""
    says_so = says(closed("the_document_itself.turned_to"), question.words)
    return says_so and bool(question.clauses) and not question.mentions


def _asked(words: str) -> Optional[Query]:
    if says(closed("the_document_itself.content"), words):
        return CONTENT
    return ORIGIN if says(closed("the_document_itself.origin"), words) else None


def _meant(words: str, focus: Focus, world: World) -> bool:
    """Whether it is the document that is spoken of: named, or, before anything else was, meant by a
    pronoun."""
    if not (focus.subjects or focus.queries):
        return True
    if says(closed("the_document_itself.surely"), words):
        return True
    of_texts = any(world.kind(one) in TEXTS for one in (*focus.subjects, *focus.shown))
    return not of_texts and says(closed("the_document_itself.named"), words)
