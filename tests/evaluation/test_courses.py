"""What is read when it is learned further: what was written since, or what leans; some of the rest."""

from __future__ import annotations

from collections import Counter

from evaluation.encoder.courses import OFTEN, SAMPLED, Course, news_first, read_in
from evaluation.encoder.lessons import Lesson
from vigie.nlu.encoder.writer import Pieces

MANY = 2_000


def lesson(author: str, number: int = 0, leans: bool = False) -> Lesson:
    return Lesson(Pieces([number], 0, {}), (), leans, author)


def which(one: Lesson) -> tuple[str, int]:
    return one.author, one.heard.ids[0]


def test_what_is_new_is_read_often_and_a_part_of_the_rest_once() -> None:
    old = [lesson("q1", n) for n in range(MANY)] + [lesson("", n) for n in range(MANY)]
    some = news_first([*old, lesson("q2"), lesson("q2", 1)], ["q1"])
    count = Counter((one.author, *one.heard.ids) for one in some)
    assert count["q2", 0] == count["q2", 1] == OFTEN
    rest = [n for (author, _), n in count.items() if author != "q2"]
    assert set(rest) == {1}, "what is known is read once, if at all"
    assert abs(len(rest) / (2 * MANY) - SAMPLED) < 0.05
    assert {author for author, _ in count} == {"", "q1", "q2"}, "of both, so that none is forgotten"


def test_a_course_reads_all_of_late_authors_twice_and_shares_of_the_rest() -> None:
    old = [lesson("q1", n) for n in range(MANY)] + [lesson("", n) for n in range(MANY)]
    leaning = [lesson("q1", MANY + n, True) for n in range(MANY)]
    late = [lesson("q240", n, n % 2 == 0) for n in range(9)]
    read = read_in(Course(0.5, 237, True, leaning=0.9, rest=0.6), [*old, *leaning, *late])
    count = Counter(map(which, read))
    assert all(count[which(one)] == 2 for one in late)
    for some, share in ((old, 0.6), (leaning, 0.9)):
        times = [count[which(one)] for one in some]
        assert set(times) == {0, 1}
        assert abs(sum(times) / len(some) - share) < 0.05
