"""What has changed since the document: « qu’est-ce qui a changé ? » asks for that whatever was
spoken of, and Vigie itself proposes it in these words."""

from __future__ import annotations

from vigie.answers.query.model import Query
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed, says

OF_CHANGES = ("results", "uptodate")
"""What is read of "qu'est-ce qui a changé pour l'USAID ?"; a law, too, changes something."""
ALL, OF_IT = Query("meta", "changes"), Query("meta", "uptodate")


def what_changed(query: Query, question: Question) -> Query:
    """`query`; what has changed in all, or of what is named or spoken of, where that is asked for,
    and of no more than one thing."""
    if question.mentions:
        asks = query.want in OF_CHANGES and len(question.ids()) == 1 == len(question.mentions)
        return OF_IT if asks and says(closed("what_changed"), question.words) else query
    if says(closed("all_changes"), question.words):
        return ALL
    return OF_IT if says(closed("what_changed"), question.words) else query
