"""What is refused, where the words around it say so: denied in a list, in a claim, in a count."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.answers.made import asked, mention, view
from vigie.answers.query.write import write
from vigie.answers.reading.understand import understand

SURE = {"training": 0.9, "investigation": 0.8}


@pytest.mark.parametrize(
    ("form", "roles", "read"),
    [
        ("select agency does=? does!=?", {"training": (1, 0.03), "investigation": (3, 0.95)},
         "select agency does=training does!=investigation"),
        ("select agency does=? does!=?", {"training": (3, 0.95), "investigation": (1, 0.03)},
         "select agency does=investigation does!=training"),
        ("select agency does=?", {"training": (1, 0.03), "investigation": (3, 0.95)},
         "select agency does=training does!=investigation"),
    ],
)  # fmt: skip
def test_what_is_refused_is_not_what_is_asked(
    form: str, roles: dict[str, tuple[int, float]], read: str
) -> None:
    assert _best(form, roles=roles, scores=SURE) == read


@pytest.mark.parametrize(
    ("form", "read"),
    [
        ("select agency does=?", "select agency does!=training"),
        ("count agency does=?", "count agency does!=training"),
        ("verify does(?,?)", "verify !does(dod,training)"),
    ],
)
def test_what_many_ask_and_few_refuse_is_refused(form: str, read: str) -> None:
    names = "dod" if form.startswith("verify") else ""
    found = _best(form, names=names, roles={"training": (2, 0.95)}, scores={"training": 0.95})
    assert found == read


def test_claims_take_their_topics_in_the_order_of_the_text() -> None:
    found = _best(
        "verify does(?,?) & does(?,?)",
        names="dod doj",
        roles={"training": (5, 0.02), "investigation": (2, 0.02)},
        scores=SURE,
    )
    assert found == "verify does(dod,investigation) & does(doj,training)"


def _best(form: str, **more: Any) -> str:
    question = asked("le texte", forms={form: 0.9}, **more)
    return write(understand(question, view().world).readings[0].query)


def test_where_each_thing_has_its_place_the_order_of_the_text_tells_which() -> None:
    """One that is heard as set aside by mistake, with no place in the form for what is."""
    form = "verify does(?,?) & chairs(?,?)"
    doubtful = replace(mention("dos"), excluded=True)
    both = asked(
        "le texte", topics="training", forms={form: 0.9}, mentions=(doubtful, mention("spog"))
    )
    found = write(understand(both, view().world).readings[0].query)
    assert found == "verify does(dos,training) & chairs(dos,spog)"


def test_a_name_in_what_is_asked_of_another_country_is_no_name_of_ours() -> None:
    question = asked(
        "le ministere francais", names="doj", forms={"none country": 0.2, "describe ?": 0.1}
    )
    assert write(understand(question, view().world).readings[0].query) == "none country"
