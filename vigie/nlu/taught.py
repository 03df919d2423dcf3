"""The corpus as Rasa's training data: a message a segment, with its intent, topics and query."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rasa.shared.nlu.training_data.message import Message

from vigie.answers.query.form import form
from vigie.answers.query.line import arguments, write
from vigie.answers.query.model import Query
from vigie.answers.query.normal import normal
from vigie.nlu.corpus import Corpus
from vigie.nlu.intents import intent_of

FORM = "form"
"""Key of an example's metadata: the form of the query that it means, or how it leans on what was
said before it ("~subst")."""
LEANING = {
    "subst": "~subst",
    "other": "~other",
    "index": "~index",
    "correct": "~correct",
    "narrow": "~narrow",
    "return": "~return",
}
"""The forms of messages whose query stands in what was said, by their context."""


SHORT = 3
"""Words up to which a turn of a dialogue says nothing of its query by itself: "lesquels ?"."""


def form_of(query: Query, context: str, text: str = "") -> str:
    """The form that a segment teaches."""
    if context in LEANING:
        return LEANING[context]
    if context != "new" and len(text.split()) <= SHORT:
        return f"~{context}"
    return write(form(normal(query)))


def messages(corpus: Corpus, topics: frozenset[str]) -> Iterator[Message]:
    """Every segment as a message; `topics` are the ids of the knowledge's."""
    for one in corpus.messages:
        for place, segment in enumerate(one.segments):
            context = one.context if place == 0 else "new"
            data: dict[str, Any] = {
                "register": one.register,
                "persona": one.author,
                FORM: form_of(segment.query, context, segment.text),
                "context": context,
                "topics": [t for t in dict.fromkeys(arguments(segment.query)) if t in topics],
            }
            message = Message({"text": segment.text, "metadata": {"example": data}})
            intent = intent_of(segment.query, context)
            if intent:
                message.set("intent", intent)
            yield message
