"""Nobody is elected whom the document says to be appointed."""

from __future__ import annotations

import pytest

from tests.answers.made import told, view
from vigie.answers.elected import as_they_came
from vigie.answers.query.line import read
from vigie.answers.question import Question
from vigie.nlu.text import fold

NUMBER = "verify number(council,11)"


@pytest.mark.parametrize(
    ("text", "line", "begins"),
    [
        ("onze rescapés élus par leurs pairs", NUMBER, "En partie seulement :"),
        ("onze rescapés y siègent", NUMBER, "Oui. "),
        ("douze rescapés élus", "verify number(council,12)", "Non. "),
        ("élus, ou nommés par lui ?", "verify appoints(president,council)", "Oui. "),
        ("le DoJ est élu et enquête", "verify does(doj,investigation)", "Oui. "),
    ],
    ids=["elected", "not said", "wrong anyhow", "what is asked", "no body"],
)
def test_no_yes_is_said_to_it(text: str, line: str, begins: str) -> None:
    question = Question(text, words=fold(text))
    reply = as_they_came(told(line), read(line), question, view())
    assert reply.lead.startswith(begins)
    if begins.startswith("En partie"):
        held, wrong = reply.items
        assert held.startswith("Oui. ") and "onze rescapés" in held
        assert wrong.startswith("Non. ") and "nommés par le président" in wrong
