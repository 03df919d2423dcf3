"""What is asked of a year alone: « que s’est-il passé en octobre 2016 ? »."""

from __future__ import annotations

from typing import Optional

from vigie.answers.query.evaluate import find
from vigie.answers.query.model import Condition, Query, Select
from vigie.answers.query.world import World
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed
from vigie.answers.reading.evidence import SURE_TOPIC, Evidence
from vigie.answers.reading.table import table

DIGITS = 4


def of_a_year(question: Question, evidence: Evidence, world: World) -> Optional[Query]:
    """What the document dates of the year that a message asks about, naming nothing else; None
    where it does not, or where there is none."""
    about = evidence.topics and evidence.topics[0][1] >= SURE_TOPIC
    words = question.words.split()
    asks = not table().asking_what.isdisjoint(words)
    of_somebody = not closed("persons").isdisjoint(words)
    if about or evidence.things or not asks or of_somebody:
        return None
    years = [one for one in evidence.numbers if len(one) == DIGITS]
    if not years:
        return None
    some = Select("event", (Condition("year", tuple(years)),))
    return Query("select", select=some) if find(some, world) else None
