"""The page of an answer: what the assistant said, and nothing that a person could slip in."""

from __future__ import annotations

from typing import Any

from tests.pages.reading import Reader, site

ANSWER: dict[str, Any] = {
    "text": "Le DHS sensibilise par la Blue Campaign.",
    "custom": {
        "kind": "answer",
        "answers": [
            {
                "lead": "Voici\u00a0:",
                "items": ["Sensibilise par la Blue Campaign"],
                "after": "Voilà.",
            }
        ],
        "changes": [
            {
                "text": "Une loi.",
                "url": "https://www.example.org/law",
                "checked_on": "2026-11-01",
                "covers": "",
            }
        ],
        "source": "Source",
        "sources": [
            {
                "text": "Une page",
                "url": "https://example.org/p",
                "checked_on": "2026-11-26",
                "covers": "les noms anglais",
            }
        ],
        "document": {
            "title": "Le document",
            "url": "",
            "written": "en 2016",
            "years": "2016",
            "passages": [{"section": "Introduction", "paragraphs": [1, 3]}],
        },
        "pages": [{"title": "Enquêtes", "path": "/sujets/investigation"}],
        "follow": ["Quels sont les comités\u202f?"],
        "english": ["Blue Campaign"],
    },
}


def shown(*said: dict[str, Any], question: str = "Que fait le DHS\u202f?") -> Reader:
    return Reader(site().answer(question, said))


def test_an_answer_has_its_parts_its_source_and_what_changed() -> None:
    page = shown(ANSWER)
    assert page.one("h1").text == "Réponse"
    for piece in (
        "Voici",
        "Sensibilise par la",
        "Voilà.",
        "Une loi.",
        "vérifié le 1er novembre 2026",
    ):
        assert piece in page.text
    assert "« Introduction », § 1, 3." in page.text.replace("\u00a0", " ")
    assert page.one("a", href="/sujets/investigation").text == "Enquêtes"
    assert page.all("span", lang="en")[0].text == "Blue Campaign"
    assert (
        page.all("button", name="choix")[0].attributes["value"] == "Quels sont les comités\u202f?"
    )


def test_what_a_person_wrote_is_shown_as_text_and_never_in_the_title() -> None:
    page = shown({"text": "<i>non</i>"}, question="<script>alert(1)</script>")
    assert "<script>alert(1)</script>" in page.text and "<i>non</i>" in page.text
    assert [one.attributes.get("src") for one in page.all("script")] == ["/page/exit.js"]
    assert page.one("title").text == "Réponse – Vigie"


def test_the_numbers_of_a_reply_in_distress_can_be_called() -> None:
    text = "Appelez le 911 ou le 1-888-373-7888, SMS au 233733.\nPas le 19110."
    page = shown({"text": text, "custom": {"kind": "safety", "lang": "en"}})
    numbers = page.all("a", class_="number")
    assert [one.attributes["href"] for one in numbers] == [
        "tel:911",
        "tel:+18883737888",
        "sms:233733",
    ]
    assert numbers[0].own("lang") == "en" and numbers[0].own("class") == "number"


def test_choices_that_need_what_was_said_before_are_left_out() -> None:
    buttons = [
        {"title": "Le département d’État", "payload": "choix:1", "short": "État"},
        {"title": "Voir les autres", "payload": "choix:2"},
    ]
    page = shown({"text": "Lequel\u202f?", "buttons": buttons})
    assert [one.attributes["value"] for one in page.all("button", name="choix")] == [
        "Le département d’État"
    ]


def test_a_comparison_is_a_table() -> None:
    table = {"columns": ["A", "B"], "rows": [{"head": "Enquêtes", "cells": [["un"], ["deux"]]}]}
    page = shown({"text": "x", "custom": {"answers": [{"lead": "Voici", "table": table}]}})
    assert [one.text for one in page.all("th")] == ["A", "B", "Enquêtes"]


def test_the_form_says_what_is_wrong() -> None:
    page = Reader(site().form("Écrivez une question."))
    assert page.one("p", role="alert").text == "Écrivez une question."
    assert page.one("textarea").attributes["aria-describedby"] == "probleme"
    form = page.one("form")
    assert (form.attributes["method"], form.attributes["action"]) == ("post", "/question")
