"""What has changed since the document: « qu’est-ce qui a changé ? » asks for that whatever was
spoken of, and Vigie itself proposes it in these words."""

from __future__ import annotations

from vigie.answers.query.model import Query
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed, says

ALL, OF_IT = Query("meta", "changes"), Query("meta", "uptodate")


def what_changed(query: Query, question: Question) -> Query:
    """`query`; what has changed in all, or of what is named or spoken of, where that is asked for,
    and of no more than one thing."""
    if len(question.ids()) > 1:
        return query
    if not question.ids() and says(closed("all_changes"), question.words):
        return ALL
    return OF_IT if says(closed("what_changed"), question.words) else query
