"""What people mostly mean who use such words: traits of a reading, cues of a message, and the
weight of one beside the other."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.answers.made import after, asked, view
from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.question import Focus
from vigie.answers.reading.cues import cues
from vigie.answers.reading.evidence import gather
from vigie.answers.reading.habits import NEAREST, learned, weighed
from vigie.answers.reading.proposal import Proposal
from vigie.answers.reading.rank import Reading
from vigie.answers.reading.traits import Traits

WORLD = view().world


def traits_of(line: str, focus: Focus = Focus(), **how: Any) -> frozenset[str]:  # noqa: B008
    traits = Traits(gather(asked("?"), WORLD), focus, WORLD)
    return traits.of(replace(Proposal(read(line), 0.5), **how))


TRAITS = {
    "a part of its form": ("select agency does=training kind=department", (), {}, "kind=department"),
    "how it leans": ("select agency", (), {"kind": "other"}, "leans other"),
    "what it lends, the last subject": ("get number pitf", ("describe pitf",), {"lent": 1}, "lent subject"),
    "which was asked about": ("get number pitf", ("describe pitf",), {"lent": 1}, "lent asked"),
    "and what that is": ("get number pitf", ("describe pitf",), {"lent": 1}, "lent body"),
    "what belongs to it": ("get date jvta", ("describe council",), {"lent": 1}, "lent kin"),
    "the act again": ("describe spog", ("describe pitf",), {}, "act kept"),
    "another act": ("get date spog", ("describe pitf",), {}, "act new"),
    "the same things": ("get date spog", ("describe spog",), {}, "things kept all"),
    "the same and more": ("compare spog pitf", ("describe spog",), {}, "things kept more"),
    "others": ("describe spog", ("describe pitf",), {}, "things kept none"),
    "others, one spoken of": (
        "select report except=tip_report", ("describe ag_report", "describe tip_report"),
        {"kind": "other"}, "others spoken of",
    ),
    "others, none spoken of": (
        "select report except=tip_report,ag_report", ("describe ag_report", "describe tip_report"),
        {"kind": "other"}, "others all new",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("line", "before", "how", "trait"), TRAITS.values(), ids=TRAITS)
def test_a_trait_of_a_reading(
    line: str, before: tuple[str, ...], how: dict[str, Any], trait: str
) -> None:
    assert trait in traits_of(line, after(*before), **how)


def test_what_is_said_lends_nothing() -> None:
    traits = Traits(gather(asked("?", names="pitf"), WORLD), after("describe spog"), WORLD)
    used = Proposal(read("get number pitf"), 0.5, used=frozenset([0]), lent=1)
    assert not [one for one in traits.of(used) if one.startswith("lent")]


def test_what_is_set_aside_and_asked_about_is_a_trait() -> None:
    traits = Traits(gather(asked("sauf", without="doj"), WORLD), Focus(), WORLD)
    one = Proposal(read("select report by=doj"), 0.5, used=frozenset([0]))
    other = replace(one, query=read("select report by!=doj"))
    assert "asks what is set aside" in traits.of(one) - traits.of(other)


def test_the_cues_are_words_pairs_sounds_and_the_last_question() -> None:
    shown = cues(asked("et les raports"), after("select report by=dol"))
    assert {"raports", ". et", "et les", "raports .", "~rapor", "<select report>"} <= shown
    assert "<first>" in cues(asked("et les rapports"), Focus())


def reading(line: str, score: float) -> Reading:
    return Reading(read(line), score, {}, Proposal(read(line), 0.5))


def test_a_habit_turns_the_order_where_its_cue_is_shown_and_only_there() -> None:
    habits = {"except": {"hormis": 2.0}, "leans alone": {"": 1.0}}
    some = [reading("select report by=dol", 1.0), reading("select report except=tip_report", 0.0)]
    traits = Traits(gather(asked("?"), WORLD), Focus(), WORLD)
    for shown, first in ((("hormis",), some[1]), (("avec",), some[0])):
        found = weighed(some, traits, ("", *shown), habits)
        assert found[0].query == first.query
        assert found[0].score == pytest.approx(first.score + 1 + 2 * ("hormis" in shown))


def test_the_last_of_many_readings_are_none() -> None:
    many = [reading(f"get date @x{n}", -float(n)) for n in range(NEAREST + 3)]
    traits = Traits(gather(asked("?"), WORLD), Focus(), WORLD)
    assert [write(one.query) for one in weighed(many, traits, (), {})] == [
        write(one.query) for one in many[:NEAREST]
    ]


def test_the_habits_of_the_product_are_weights_of_traits_and_cues() -> None:
    known = learned()
    assert 100 < len(known) < 1000
    assert all(weight for some in known.values() for weight in some.values())
