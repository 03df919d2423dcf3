"""What the server counts of replies: fixed words, no probe, nothing that an action made up."""

from __future__ import annotations

from typing import Any

import pytest

from vigie.server.account import Accountant
from vigie.server.metrics import REGISTRY

ACCOUNT = {"kind": "partial", "reason": "budget", "acts": ["get"], "topics": ["training"]}


def value(name: str, **labels: str) -> float:
    return REGISTRY.get_sample_value(name, labels) or 0.0


def all_of(name: str) -> float:
    """The sum of a counter over all its labels, and those that are other than fixed words."""
    return sum(s.value for f in REGISTRY.collect() for s in f.samples if s.name == name)


class Taken:
    """A queue that notes what it is given."""

    def __init__(self) -> None:
        self.given: list[tuple[Any, ...]] = []

    def give(self, *told: Any) -> None:
        self.given.append(told)


def note(custom: Any, sender: str = "web:a") -> tuple[dict[str, Any], Taken]:
    accountant, response = Accountant(), {"text": "…", "custom": custom}
    taken = Taken()
    accountant.misses = taken  # type: ignore[assignment]
    accountant.note(sender, [response])
    return response, taken


def test_a_reply_is_counted_by_kind_act_and_topic() -> None:
    before = [
        value("vigie_replies_total", kind="partial", reason="budget"),
        value("vigie_asked_acts_total", act="get", kind="partial"),
        value("vigie_asked_topics_total", topic="training", kind="partial"),
    ]
    note({"account": ACCOUNT})
    assert [
        value("vigie_replies_total", kind="partial", reason="budget"),
        value("vigie_asked_acts_total", act="get", kind="partial"),
        value("vigie_asked_topics_total", topic="training", kind="partial"),
    ] == [one + 1 for one in before]


def test_the_words_that_were_missed_go_to_the_queue_and_not_to_the_person() -> None:
    missed = {"words": ["budget"], "kinds": ["agency"]}
    response, taken = note({"account": ACCOUNT, "miss": missed})
    assert "miss" not in response["custom"]
    assert taken.given == [("web:a", "partial", ["budget"], ["agency"])]


def test_the_questions_of_the_server_to_itself_are_neither_counted_nor_kept() -> None:
    before = all_of("vigie_replies_total")
    missed = {"words": ["budget"], "kinds": []}
    response, taken = note({"account": ACCOUNT, "miss": missed}, "probe:1")
    assert all_of("vigie_replies_total") == before
    assert taken.given == [] and "miss" not in response["custom"]


@pytest.mark.parametrize(
    "account",
    [
        {"kind": "Fatou Diallo", "reason": "06 12 34 56 78", "acts": ["é"], "topics": ["a b", 7]},
        {"kind": {"a": 1}, "reason": ["x"], "acts": "select", "topics": None},
        {"kind": "x" * 100, "reason": "x\n", "acts": [None], "topics": [["a"]]},
        "Fatou",
    ],
    ids=["a sentence", "other types", "too long", "no table"],
)
def test_what_an_action_server_says_never_becomes_a_label(account: Any) -> None:
    before = value("vigie_replies_total", kind="other", reason="other")
    note({"account": account})
    labels = {
        label
        for family in REGISTRY.collect()
        for sample in family.samples
        if sample.name.startswith(("vigie_replies", "vigie_asked"))
        for label in sample.labels.values()
    }
    assert not {x for x in labels if x and not x.replace("_", "").isalpha()}
    assert not [x for x in labels if len(x) > 40 or "Fatou" in x]
    assert value("vigie_replies_total", kind="other", reason="other") >= before


def test_a_queue_that_fails_harms_no_reply() -> None:
    class Broken:
        def give(self, *told: Any) -> None:
            raise RuntimeError("Fatou")

    accountant = Accountant()
    accountant.misses = Broken()  # type: ignore[assignment]
    response = {"custom": {"account": ACCOUNT, "miss": {"words": ["budget"], "kinds": []}}}
    accountant.note("web:a", [response, {"text": "sans"}, {"custom": None}])
    assert response["custom"] == {"account": ACCOUNT}
