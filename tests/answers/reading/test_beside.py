"""The heavier reader: when it is asked, what it is told, and what it changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from tests.answers.made import after, asked, view
from vigie.answers.query.line import read as line_of
from vigie.answers.query.write import write
from vigie.answers.question import Focus, Question
from vigie.answers.reading import beside
from vigie.answers.reading.evidence import gather
from vigie.answers.reading.said import Said, Told
from vigie.answers.reading.understand import Understood, understand
from vigie.answers.reading.written import with_its_number

UNSURE = {"select agency does=?": 0.5, "count agency does=?": 0.45}
SURE = {"select agency does=?": 1.0}


class Noting:
    """A reader that takes one line for what is meant, and notes what it was told; `news` is what
    it never learned."""

    def __init__(self, line: str, news: str = "") -> None:
        self._line = line
        self._news = news
        self.told: list[tuple[Said, Sequence[str]]] = []

    def likely(self, said: Said, lines: Sequence[str]) -> Mapping[str, float]:
        self.told.append((said, lines))
        return {**dict.fromkeys(lines, -20.0), self._line: 0.0}

    def knows(self, word: str) -> bool:
        return word != self._news

    def beyond(self, said: Said) -> Sequence[Told]:
        return ()


def read(question: Question, focus: Focus = Focus()) -> Understood:  # noqa: B008
    return understand(question, view().world, focus)


def lines(found: Understood) -> list[str]:
    return [write(one.query) for one in found.readings]


def test_an_unsure_reading_is_read_again() -> None:
    question = asked("qui enquête", topics="investigation", forms=UNSURE)
    assert read(question).readings[0].query.act == "select"
    beside.use(Noting("count agency does=investigation"))
    again = read(question)
    assert lines(again)[0] == "count agency does=investigation"
    assert again.sure > 0.8, "how sure it is follows from both"


def test_a_claim_is_read_again_however_sure() -> None:
    """What goes a word beyond a fact looks like the fact."""
    question = asked("gère", "hhs", topics="hotline", forms={"verify does(?,?)": 1.0})
    sure = read(question)
    assert sure.sure > beside.UNSURE, "or else this test shows nothing"
    reader = Noting("verify does(hhs,@)")
    beside.use(reader)
    read(question)
    assert reader.told


@pytest.mark.parametrize(("names", "told"), [("council spog", 0), ("spog council", 1)])
def test_a_reading_is_told_in_the_order_in_which_its_things_are_heard(
    names: str, told: int
) -> None:
    """One query in two orders would be half as likely in each."""
    reader = Noting("describe spog")
    beside.use(reader)
    read(asked("des années", names, forms={"gap ? ?": 0.5, "compare ? ?": 0.45}))
    orders = ("gap council spog", "gap spog council")
    assert orders[told] in reader.told[0][1] and orders[1 - told] not in reader.told[0][1]


def test_a_query_of_a_form_that_is_not_likely_may_be_what_is_meant() -> None:
    question = asked("qui enquête", topics="investigation", forms=UNSURE)
    written = "select agency does=investigation does!=training"
    assert written not in lines(read(question))
    beside.use(Noting(written))
    assert lines(read(question))[0] == written


@pytest.mark.parametrize(
    "line",
    [
        "select agency does=",
        "count count",
        "verify in(dod,training)",
        "describe nobody",
        "verify chairs(pitf,doj)",
        "verify in(@,pitf)",
        "describe doj about=budget",
        "select agency does=investigation except=doj,doj",
        "describe {agency kind=department}",
        "get level {body level=ministerial}",
    ],
    ids=[
        "unfinished",
        "no query",
        "a topic for a body",
        "nobody's",
        "the wrong way round",
        "somebody without a name",
        "an attribute for a topic",
        "one thing twice",
        "all for one that is not named",
        "what it is found by",
    ],
)
def test_what_is_no_query_is_left(line: str) -> None:
    question = asked("qui enquête", topics="investigation", forms=UNSURE)
    beside.use(Noting(line))
    assert line not in lines(read(question)) and read(question).readings


@pytest.mark.parametrize("forms", [UNSURE, {}], ids=["readings", "no reading"])
def test_a_reader_that_finds_nothing_changes_nothing(forms: dict[str, float]) -> None:
    class Silent:
        def likely(self, said: Said, lines: Sequence[str]) -> Mapping[str, float]:
            return {}

        def knows(self, word: str) -> bool:
            return True

        def beyond(self, said: Said) -> Sequence[Told]:
            return ()

    question = asked("qui enquête", topics="investigation", forms=forms)
    before = lines(read(question))
    beside.use(Silent())
    assert lines(read(question)) == before


def test_a_topic_that_it_never_learned_is_none_of_its_business() -> None:
    """A topic that an editor adds is answered about, whatever the reader would have said."""
    question = asked("qui enquête", topics="investigation", forms=UNSURE)
    before = lines(read(question))
    heavy = Noting("select agency does=training", news="investigation")
    beside.use(heavy)
    assert lines(read(question)) == before and not heavy.told


@pytest.mark.parametrize(
    ("score", "news", "first"),
    [
        (0.7, "own_staff", "select agency does=own_staff"),
        (0.3, "own_staff", "select agency does=training"),
        (0.7, "", "select agency does=training"),
    ],
    ids=["newer and likely meant", "newer", "likely meant"],
)
def test_what_it_says_of_a_topic_holds_of_a_newer_one_within(
    score: float, news: str, first: str
) -> None:
    """ "Qui forme ses agents ?" is to it all who train: whose agents, the light readers hear."""
    scores = {"training": 0.9, "own_staff": score}
    question = asked("qui forme ses agents", topics="training", forms=UNSURE, scores=scores)
    beside.use(Noting("select agency does=training", news=news))
    found = lines(read(question))
    assert found[0] == first and len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("score", "first"),
    [(0.6, "select agency does=funding"), (0.3, "select agency does=grants")],
    ids=["likelier", "less likely"],
)
def test_nor_is_a_narrower_topic_meant_where_a_newer_one_is_likelier(
    score: float, first: str
) -> None:
    scores = {"grants": 0.4, "funding": score}
    question = asked("qui donne de l'argent", topics="grants", forms=UNSURE, scores=scores)
    beside.use(Noting("select agency does=grants", news="funding"))
    assert lines(read(question))[0] == first


def test_nor_about_a_sort_of_things_that_it_never_learned() -> None:
    question = asked("quelles dates", forms={"select event": 0.5, "select law": 0.4})
    heavy = Noting("select law", news="event")
    beside.use(heavy)
    assert lines(read(question))[0] == "select event" and not heavy.told


def test_the_same_in_another_order_is_one_reading() -> None:
    forms = {"select agency does=?+?": 0.6, "count agency does=?+?": 0.3}
    question = asked("qui enquête et forme", topics="investigation training", forms=forms)
    either = [
        "select agency does=training+investigation",
        "select agency does=investigation+training",
    ]
    assert set(either) <= set(lines(read(question)))
    beside.use(Noting(either[0]))
    assert len([line for line in lines(read(question)) if line in either]) == 1


def test_what_was_neither_named_nor_spoken_of_is_not_asked_about() -> None:
    question = asked("qui enquête", topics="investigation", forms=UNSURE)
    made_up = "verify does(dol,investigation)"
    beside.use(Noting(made_up))
    assert made_up not in lines(read(question))
    focus = Focus(queries=("describe dol",), subjects=("dol",))
    assert lines(read(question, focus))[0] == made_up


def test_the_last_question_is_not_found_once_more() -> None:
    question = asked("qui enquête", topics="investigation", forms=UNSURE)
    last = "describe dol"
    beside.use(Noting(last))
    (again,) = (
        one
        for one in read(question, Focus(queries=(last,), subjects=("dol",))).readings
        if write(one.query) == last
    )
    assert again.features["repeats"]


def test_a_sure_one_is_not_read_again() -> None:
    reader = Noting("count agency does=investigation")
    beside.use(reader)
    found = read(asked("qui enquête", topics="investigation", forms=SURE))
    assert found.readings[0].query.act == "select" and reader.told == []


def test_it_is_told_the_readings_and_what_was_said() -> None:
    reader = Noting("count agency does=investigation")
    beside.use(reader)
    focus = Focus(queries=("describe doj",), subjects=("doj",))
    read(asked("qui enquête", topics="investigation", forms=UNSURE), focus)
    ((told, some), *_) = reader.told
    assert [one.ids for one in told.before if one.ids] == [("doj",), ("ag_report",), ("doj",)]
    assert {"select agency does=investigation", "count agency does=investigation"} <= set(some)


@pytest.mark.parametrize(
    ("text", "found", "meant"),
    [
        ("quatorze décrits", "verify count(agency in=pitf described=yes,18)", "14"),
        ("18 décrits", "verify count(agency in=pitf described=yes,18)", "18"),
        ("plusieurs décrits", "verify count(agency in=pitf described=yes,18)", "18"),
        ("quatorze dont un seul décrit", "verify count(agency in=pitf described=yes,1)", "1"),
    ],
    ids=["in letters", "in figures", "none is said", "one needs no number"],
)
def test_a_number_that_nobody_said_is_the_one_that_is(text: str, found: str, meant: str) -> None:
    """Of numbers in letters the reader hears nothing: of "quatorze" it wrote 18."""
    evidence = gather(asked(text), view().world)
    assert f",{meant})" in write(with_its_number(line_of(found), evidence, Focus()))
    spoken = replace(Focus(), queries=("verify number(council,18)",))
    assert ",18)" in write(with_its_number(line_of("verify number(spog,18)"), evidence, spoken))


def test_who_says_again_what_was_misread_is_read_again_however_sure() -> None:
    sure = asked("le DHS", "dhs", forms={"describe ?": 1.0})
    focus = after("describe doj")
    for text, read_again in (("le DHS", False), ("non le DHS", True)):
        reader = Noting("describe dhs")
        beside.use(reader)
        read(replace(sure, text=text, words=text.lower(), outside=text.lower()), focus)
        assert bool(reader.told) is read_again
    reader = Noting("describe dhs")
    beside.use(reader)
    read(replace(sure, words="non le dhs"))  # nothing was said that could have been misread
    assert not reader.told
