"""What a message calls by a noun ("cette commission"), or by another thing that it names ("le
ministère qui publie le rapport TIP"); and lists of another sort narrowed by a topic."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers.made import after, asked, view
from vigie.answers.query.write import write
from vigie.answers.question import Focus
from vigie.answers.reading.understand import understand

WORLD = view().world
LENT = {"lent": 0.95, "index": 0.01, "other": 0.01, "same": 0.01}


def best(form: str, text: str, focus: Focus = Focus(), **more: Any) -> str:  # noqa: B008
    question = asked(text, forms={form: 0.9}, **more)
    return write(understand(question, WORLD, focus).readings[0].query)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("cette commission, en anglais", "eeoc"),
        ("cette campagne, en anglais", "blue_campaign"),
        ("et en anglais", "blue_campaign"),  # the last one spoken of
    ],
)
def test_of_what_was_spoken_of_the_one_called_so_is_meant(text: str, meant: str) -> None:
    before = after("describe eeoc", "describe blue_campaign")
    assert best("get english ?", text, before, leans=LENT) == f"get english {meant}"


def test_of_a_list_the_only_one_called_so_is_meant() -> None:
    before = after("select agency in=pitf")
    assert best("describe ?", "et la commission", before, leans=LENT) == "describe eeoc"


def test_a_thing_is_described_by_another_that_is_named() -> None:
    text = "qui forme, sauf le ministère du"
    form = "select agency does=? except=?"
    found = best(form, text, names="tip_report", topics="training")
    assert found == "select agency does=training except=dos"


def test_reports_are_narrowed_by_a_topic_and_stay_reports() -> None:
    before = after("select report by=dol")
    leans = {**LENT, "narrow": 0.95}
    found = best(
        "select agency does=?", "lesquels d'entre eux", before, topics="forced_labour", leans=leans
    )
    assert found == "select report by=dol about=forced_labour"


def test_the_department_is_no_law() -> None:
    question = asked("que fait le département", forms={"describe ?": 0.6, "vague": 0.3})
    readings = understand(question, WORLD, after("get date tvpa")).readings
    assert "describe tvpa" not in [write(one.query) for one in readings]
    assert best("describe ?", "que fait le département", after("describe doj")) == "describe doj"
