"""What is learned further when something was written since: that often, and some of the rest."""

from __future__ import annotations

from collections import Counter

from evaluation.encoder.lessons import Lesson
from evaluation.encoder.writer import OFTEN, SAMPLED, news_first
from vigie.nlu.encoder.writer import Pieces

MANY = 2_000


def lesson(author: str, number: int = 0) -> Lesson:
    return Lesson(Pieces([number], 0, {}), (), author=author)


def test_what_is_new_is_read_often_and_a_part_of_the_rest_once() -> None:
    old = [lesson("q1", n) for n in range(MANY)] + [lesson("", n) for n in range(MANY)]
    some = news_first([*old, lesson("q2"), lesson("q2", 1)], ["q1"])
    count = Counter((one.author, *one.heard.ids) for one in some)
    assert count["q2", 0] == count["q2", 1] == OFTEN
    rest = [n for (author, _), n in count.items() if author != "q2"]
    assert set(rest) == {1}, "what is known is read once, if at all"
    assert abs(len(rest) / (2 * MANY) - SAMPLED) < 0.05
    assert {author for author, _ in count} == {"", "q1", "q2"}, "of both, so that none is forgotten"
