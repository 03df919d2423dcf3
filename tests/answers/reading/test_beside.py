"""The heavier reader: what it is told, when it is asked, and what it changes."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.answers.made import after, asked, view
from vigie.answers.query.write import write
from vigie.answers.question import Focus, Mention, Question
from vigie.answers.reading import beside
from vigie.answers.reading.beside import Said, said
from vigie.answers.reading.understand import Understood, understand

UNSURE = {"select agency does=?": 0.5, "count agency does=?": 0.45}
SURE = {"select agency does=?": 1.0}


class Noting:
    """A reader that likes one trait, and notes what it was told."""

    def __init__(self, trait: str) -> None:
        self._trait = trait
        self.told: list[Said] = []

    def weights(self, said: Said) -> Mapping[str, float]:
        self.told.append(said)
        return {self._trait: 20.0}


def read(question: Question, focus: Focus = Focus()) -> Understood:  # noqa: B008
    return understand(question, view().world, focus)


def test_an_unsure_reading_is_weighed_again() -> None:
    question = asked("qui enquête", topics="investigation", forms=UNSURE)
    assert read(question).readings[0].query.act == "select"
    beside.use(Noting("act count"))
    again = read(question)
    assert write(again.readings[0].query) == "count agency does=investigation"
    assert again.sure > 0.8, "how sure it is follows from both"


def test_a_sure_one_is_not() -> None:
    reader = Noting("act count")
    beside.use(reader)
    found = read(asked("qui enquête", topics="investigation", forms=SURE))
    assert found.readings[0].query.act == "select" and reader.told == []


@pytest.mark.parametrize(
    ("focus", "expected"),
    [
        (Focus(), Said("et le <agency> ?")),
        (
            Focus(queries=("select agency chairs=spog",), shown=("dos",)),
            Said("et le <agency> ?", "select agency chairs=<body>", ("agency",)),
        ),
        (
            Focus(queries=("get number spog", "verify does(dol,training)"), shown=("dol", "spog")),
            Said("et le <agency> ?", "verify does(<agency>,training)", ("agency", "body")),
        ),
    ],
)
def test_it_is_told_the_message_and_what_was_said_and_no_name(focus: Focus, expected: Said) -> None:
    question = Question("et le DoJ ?", mentions=(Mention(("doj",), "agency", 6, 9),))
    assert said(question, focus, view().world) == expected


def test_of_a_long_list_the_first_kinds_are_told() -> None:
    focus = after("select agency kind=department")
    assert len(focus.shown) > beside.SHOWN
    kinds = said(asked("et ?"), focus, view().world).shown
    assert kinds == ("agency",) * beside.SHOWN + (beside.MORE,)
