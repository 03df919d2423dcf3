"""Rendering: one line an item, the source last, buttons, and the same as structure."""

from __future__ import annotations

import json

from vigie.answers.message import render
from vigie.answers.reply import Choice, Reply

LIST = Reply(
    "deux organismes s'en chargent :",
    ("le DoJ", "l'USAID"),
    after="c'est tout",
    places=(("members", 5),),
    updates=("Depuis la rédaction : rien",),
    source="Source : « Membres », §\u00a05.",
)


def test_a_list_is_a_lead_then_an_item_a_line_then_the_rest_with_the_source_last() -> None:
    assert render(LIST).text.splitlines() == [
        "Deux organismes s\u2019en chargent\u00a0:",
        "• le DoJ",
        "• l\u2019USAID",
        "C\u2019est tout.",
        "Depuis la rédaction\u00a0: rien.",
        "Source\u00a0: «\u00a0Membres\u00a0», §\u00a05.",
    ]


def test_the_structure_says_the_same_as_the_text() -> None:
    custom = render(LIST).custom
    assert custom["kind"] == "answer"
    assert custom["answers"] == [
        {
            "lead": "Deux organismes s\u2019en chargent\u00a0:",
            "items": ["le DoJ", "l\u2019USAID"],
            "after": "C\u2019est tout.",
        }
    ]
    assert custom["updates"] == ["Depuis la rédaction\u00a0: rien."]
    assert custom["source"] == "Source\u00a0: «\u00a0Membres\u00a0», §\u00a05."


def test_choices_are_buttons_with_opaque_keys() -> None:
    reply = Reply(
        "Qui ?",
        kind="clarify",
        choices=(Choice("L'USAID ?", "describe usaid"), Choice("b", "select committee")),
    )
    assert render(reply).buttons == (
        {"title": "L\u2019USAID\u202f?", "payload": "choix:1"},
        {"title": "b", "payload": "choix:2"},
    )


def test_two_answers_follow_each_other_before_one_source() -> None:
    reply = Reply("", parts=(Reply("un", ("a",)), Reply("deux")), source="Source : x.")
    assert render(reply).text.splitlines() == ["Un.", "• a", "Deux.", "Source\u00a0: x."]
    assert [answer["lead"] for answer in render(reply).custom["answers"]] == ["Un.", "Deux."]


def test_no_line_is_empty() -> None:
    for reply in (Reply("a"), Reply("a", after=""), LIST):
        assert all(line.strip() for line in render(reply).text.splitlines())


def test_a_choice_is_kept_as_plain_data_and_read_back() -> None:
    choice = Choice("t", "select agency chairs=pitf")
    assert choice.as_slot(1) == {
        "key": "choix:2", "title": "t", "query": "select agency chairs=pitf",
    }  # fmt: skip
    others = Choice("les autres", more=(choice, Choice("u", "describe doj")))
    kept = json.loads(json.dumps(others.as_slot(0)))
    assert kept["more"][1]["key"] == "choix:2"
    assert Choice.read(kept) == others
