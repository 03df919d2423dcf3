"""The sum of things of several sorts, counted one after the other: « combien de lois ? Et de
rapports ? Ça fait combien en tout ? ». Of one sort it is a query (`finer/of_the_sum.py`)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Optional

from vigie.answers.grammar import number, sentence
from vigie.answers.query.evaluate import find_all
from vigie.answers.query.model import Query
from vigie.answers.query.normal import normal
from vigie.answers.question import Question
from vigie.answers.reading.closed import closed, says
from vigie.answers.reading.context import stack
from vigie.answers.reading.numbers import count
from vigie.answers.render.answer import answer
from vigie.answers.reply import Reply
from vigie.answers.view import View


def added_up(question: Question, view: View) -> Optional[Reply]:
    """How many things the last counts make together, each count said again, with a verdict on the
    sum that the message may name; None for a message that asks anything else, or after counts of
    one sort of things."""
    words = question.words.split()
    claimed = [many for word in words if (many := count(word)) > 1]
    around = closed("sums.around").union(*(one.split() for one in closed("sums.asks")))
    plain = all(one in around or count(one) for one in words)
    if not plain or len(claimed) > 1 or not says(closed("sums.asks"), question.words):
        return None
    counted = list(takewhile(_is_plain_count, stack(view.focus)))[::-1]
    found = {one.select: find_all(one.select, view.world) for one in counted if one.select}
    told = [reply for one in counted if (reply := answer(one, view))]
    if len({one.sort for one in found}) < 2:
        return None
    total = sum(map(len, found.values()))
    lead = view.say("added_up", number=number(total))
    return Reply(
        _judged(lead, claimed, total, view),
        tuple(sentence(reply.lead.rstrip(" :")) for reply in told),
        places=tuple(dict.fromkeys(place for reply in told for place in reply.places)),
        focus=view.focus,
    )


def _judged(lead: str, claimed: Sequence[int], total: int, view: View) -> str:
    """The sum, with a verdict on the one that is claimed."""
    if not claimed:
        return lead
    return view.say("yes" if claimed[0] == total else "no", fact=lead)


def _is_plain_count(query: Query) -> bool:
    """Whether a query counts things of which the document tells one by one, and not members, of
    whom it gives a number of its own."""
    return query.act == "count" and normal(query).act == "count"
