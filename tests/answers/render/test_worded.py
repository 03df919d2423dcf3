"""A query put as a question: `questions.json` is read by people; the rest holds for every query.

VIGIE_RENEW=1 writes the file again; its difference is then to be read before it is committed.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from tests.answers.made import plain, tables, view
from tests.answers.render.filled import filled
from vigie.answers.canonical import questions
from vigie.answers.message import render
from vigie.answers.query.line import read
from vigie.answers.query.model import Query
from vigie.answers.query.write import write
from vigie.answers.render.answer import answer
from vigie.answers.render.worded import worded
from vigie.answers.typography import typeset

FILE = Path(__file__).with_name("questions.json")
QUESTIONS: dict[str, str] = json.loads(FILE.read_text("utf-8"))
QUERIES = [*(one.query for one in questions(view())), *filled()]


def shown(query: Query) -> str:
    text = worded(query, view())
    return typeset(text) if text else ""


WORDED = [query for query in dict.fromkeys(QUERIES) if shown(query)]


def snapshot() -> dict[str, str]:
    """Every question about an entity or a topic that may be offered, and one of each form."""
    canonical = [one.query for one in questions(view())]
    ways = list(filled(ways=1))
    return {write(query): plain(shown(query)) for query in (*canonical, *ways) if shown(query)}


def test_the_questions_are_written_again_on_demand() -> None:
    if os.environ.get("VIGIE_RENEW"):
        FILE.write_text(json.dumps(snapshot(), ensure_ascii=False, indent=0) + "\n", "utf-8")


def test_a_query_is_put_in_these_words() -> None:
    put = {line: plain(shown(read(line))) for line in QUESTIONS}
    assert {line: text for line, text in put.items() if text != QUESTIONS[line]} == {}


def test_every_question_that_may_be_offered_is_in_the_file() -> None:
    offered = [one.query for one in questions(view())]
    assert {write(query) for query in offered if shown(query)} <= set(QUESTIONS)


FAULTS = {
    "two spaces": r"  | ,",
    "no contraction": r"\b(?:de les?|à les?) |\bde le\b",
    "no elision": r"\b(?:le|la|de|que|ne|se|d'une?) (?=[aeiouyéèêâîôAEIOUÉÈ](?!\w*$))(?!une? |onze|oui|USTR\b)",
    "two articles": r"\b(?:le|la|les|du|des) (?:le|la|les|du|des) |d'(?:le|la|les|l') ?",
    "an id": r"\w_\w|@",
    "an empty place": r"\{|\}|«\s*»|\(\s*\)| {2}",
    "a capital in the middle": r" et (?:Le|La|Les|L')\b",
    "a plural subject of a singular verb": r"\b(?:paraît|porte|relève|date) (?:les|« Conclusions|la « Listes)",
    "two ends": r"\?.*\?",
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_no_question_has_this_fault(fault: str) -> None:
    found = [plain(shown(query)) for query in WORDED if re.search(fault, plain(shown(query)))]
    assert found[:5] == []


def test_every_question_begins_with_a_capital_and_ends_with_its_mark() -> None:
    for query in WORDED:
        text = shown(query)
        assert text.endswith("\u202f?") and text[0] in "ABCDEFGHIJKLMNOPQRSTUVWXYZÀÉL«", text


def test_every_question_that_is_put_has_an_answer_or_a_plain_refusal() -> None:
    for query in WORDED:
        reply = answer(query, view())
        assert reply is not None and reply.kind in ("answer", "refusal"), write(query)
        text = plain(render(reply).text)
        assert text and (reply.places or reply.kind == "refusal"), write(query)
        assert not re.search(r" [.,]|\(\)|« »|\{|\bNone\b", text), (write(query), text)


def test_two_queries_are_not_put_in_the_same_words() -> None:
    """Those that ask the same of the same thing may be: "the law of 2015" is the JvTA."""
    told: dict[str, set[str]] = {}
    for query in (one.query for one in questions(view())):
        told.setdefault(shown(query), set()).add(write(query))
    assert [lines for lines in told.values() if len(lines) > 1] == []


PUT = [
    ("verify does(dot,investigation) & chairs(dos,pitf)", "Le département des Transports (DoT) s'occupe des enquêtes et le département d'État (DoS) préside la PITF : est-ce exact ?"),
    ("verify !chairs(doj,spog)", "Le département de la Justice (DoJ) ne préside pas le SPOG : est-ce exact ?"),
    ("verify in(@FBI,pitf)", "« FBI » est membre de la PITF : est-ce exact ?"),
    ("select agency publishes!=any", "Qui ne publie pas de rapport ?"),
    ("select agency kind!=department", "Qui n'est pas un département ?"),
    ("select agency does=defence_contracts", "Qui s'occupe des contrats et des sous-traitants de la défense ?"),
    ("select agency does=military", "Qui s'occupe des forces armées et de leur personnel civil ?"),
    ("select agency does=finance among=doj,dhs", "Parmi le DoJ et le DHS, qui s'occupe des informations financières liées à la traite ?"),
    ("count report freq=annual", "Combien de rapports paraissent chaque année ?"),
    ("get frequency child_labour_findings", "Quel est le rythme de parution des Conclusions sur les pires formes de travail des enfants ?"),
    ("describe dhs about=training", "Que fait le département de la Sécurité intérieure (DHS) à ce sujet : la formation ?"),
    ("select report by={agency does=finance}", "Quels rapports publie le département du Trésor ?"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "text"), PUT)
def test_it_is_said_as_people_say_it(line: str, text: str) -> None:
    assert plain(shown(read(line))) == text


NOT_PUT = [
    "talk thanks",
    "meta source",
    "vague",
    "verify is(council,secret)",
    "verify only(does(doj,investigation))",
    "get why doj",
    "describe @FBI",
    "describe doj dhs",
    "verify about(child_labour_findings,training)",
    "max body by=member except=pitf",
    "max agency by=report except=dol",
    "max report among={report by=pitf} by=year",
    "max committee by=year",
    "compare pitf spog about=level",
    "describe dhs about=@",
    "select agency does=@",
    "verify does(doj,@)",
    "count agency does=@",
]


@pytest.mark.parametrize("line", NOT_PUT)
def test_what_cannot_be_put_plainly_is_not_put(line: str) -> None:
    assert worded(read(line), view()) is None


def test_every_topic_can_be_asked_about() -> None:
    for topic in tables().knowledge.topics:
        assert shown(read(f"select agency does={topic.id}")).startswith("Qui s\u2019occupe d")


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("min body among=council,spog by=year", "quelle instance est la plus ancienne ?"),
        ("max agency among=doj,dhs by=report", "qui publie le plus de rapports ?"),
        ("max body among=pitf,spog by=member", "quelle instance a le plus de membres ?"),
    ],
)
def test_of_whom_the_most_is_asked_is_named(line: str, asks: str) -> None:
    """A pair that was guessed at was answered of without a word: "lequel des deux ?"."""
    text = plain(shown(read(line)))
    assert text.startswith("Parmi l") and text.endswith(asks)
