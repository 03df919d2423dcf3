"""Who sees to the subject of the document as a whole: "quelle agence s'occupe de la traite ?" names
no topic, so that whichever is found in it is none, and none that is missing either."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Optional

from vigie.answers.query.model import Query, Select
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed
from vigie.answers.reading.proposal import Proposal
from vigie.answers.reading.rank import Reading

SHORT = 2
"""Letters up to which a word tells nothing."""
HARDLY = 0.35
"""Score of a topic under which it is not in the message."""
OPEN = ("none", "vague", "told")
"""Acts of readings that find nothing to ask about."""
OVERVIEW = ("meta", "overview")
BODIES = partial(closed, "the_whole.bodies")
SURE = 0.9
"""How sure such a reading is: nothing else is said."""


def of_the_whole(readings: Sequence[Reading], question: Question) -> Optional[Reading]:
    """The reading of a message that asks who sees to the subject as a whole, where the best of its
    readings is of a topic that it does not have, or of nothing; None for any other message."""
    asked = _asked(question)
    if asked is None or question.mentions or not (readings and _of_nothing(readings[0], question)):
        return None
    best = readings[0]
    nothing_left = dict.fromkeys(best.features, 0.0)
    return replace(
        best, query=asked, features=nothing_left, proposal=Proposal(asked, SURE), told=None
    )


def _asked(question: Question) -> Optional[Query]:
    """The list, or the count, that is asked for; None where more is said than that."""
    words = question.words.split()
    who, subject = closed("the_whole.who") | BODIES(), closed("the_whole.subject")
    known = closed("the_whole.said") | who | subject
    if any(len(one) > SHORT and not one.isdigit() and one not in known for one in words):
        return None
    if subject.isdisjoint(words) or who.isdisjoint(words):
        return None
    act = "count" if "combien" in words else "select"
    return Query(act, select=Select("agency"))


def _of_nothing(reading: Reading, question: Question) -> bool:
    """Whether a reading asks about nothing, or who does what the message does not speak of."""
    query = reading.query
    if (query.act, query.want) == OVERVIEW:  # it tells who does what, and of a body it is one
        return not BODIES().isdisjoint(question.words.split())
    if query.act in OPEN:
        return (query.act, query.want) != ("none", "country")
    select = query.select
    if query.act not in ("select", "count") or select is None or select.sort != "agency":
        return False
    if (
        select.excluded
        or select.among
        or any(one.key != "does" or one.denied for one in select.conditions)
    ):
        return False
    topics = (value for one in select.conditions for value in one.values)
    return all(question.scores.get(str(one), 0.0) < HARDLY for one in topics)
