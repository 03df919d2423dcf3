"""Clauses: what a message asks is told from what it only tells, and one question stays one."""

from __future__ import annotations

import pytest

from evaluation.bench.dearest import filled
from tests.nlu.conftest import ROOT
from tests.nlu.test_cost import steps
from vigie.commands.pieces import Trained
from vigie.nlu.clauses.gaps import features, places
from vigie.nlu.clauses.outline import outline
from vigie.nlu.clauses.structure import Grammar
from vigie.nlu.clauses.taught import Row, _taught, rows, table, taken
from vigie.nlu.corpus import read
from vigie.nlu.names import NameMatcher
from vigie.nlu.take_apart import clause, take_apart
from vigie.nlu.text import tokens


def asked(trained: Trained, text: str) -> list[str]:
    """The stretches that are read as questions; none where the message is one."""
    return [one["text"] for one in trained.frame(text)["clauses"]]


CUT = {
    "two asks after a story": (
        "J’ai un exposé lundi. Ma sœur dit que le DoJ s’occupe de tout. Qui finance la ligne "
        "d’assistance ? Et qui préside la PITF ?",
        ["Qui finance la ligne d’assistance ?", "Et qui préside la PITF ?"],
    ),
    "three with a word to ask each": (
        "Qui préside la PITF, qui rédige le rapport TIP et qui porte la Blue Campaign ?",
        [
            "Qui préside la PITF,",
            "qui rédige le rapport TIP",
            "et qui porte la Blue Campaign ?",
        ],
    ),
    "a subject that both share": (
        "Qui préside la PITF, et combien sont-ils ?",
        ["Qui préside la PITF,", "et combien sont-ils ?"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CUT.values(), ids=CUT)
def test_what_is_asked_is_cut_out_of_what_is_told(
    trained: Trained, text: str, expected: list[str]
) -> None:
    assert asked(trained, text) == expected


ONE = {
    "a list": "Que font le DoJ, le DHS, le DoL et le DoS contre le travail forcé ?",
    "an apposition": "La PITF, l’équipe spéciale du président, qui la préside ?",
    "two things done by one": "Quelle agence forme les policiers et aide les victimes ?",
    "an exclusion": "Qui enquête sur la traite, à part le DoJ ?",
}


@pytest.mark.parametrize("text", ONE.values(), ids=ONE)
def test_one_question_stays_one(trained: Trained, text: str) -> None:
    assert asked(trained, text) == []


def test_nothing_is_cut_inside_a_name_or_a_word() -> None:
    text = "la Maison Blanche est-elle membre"
    found = tokens(text)
    names = NameMatcher(())
    message = outline(text, found, names.find(found))
    assert [found[place].text for place in places(message)] == [
        *("maison", "blanche", "est", "membre"),
    ]


def test_the_names_of_a_clause_stand_where_they_do_in_its_text(matcher: NameMatcher) -> None:
    whole = take_apart("Je sais tout. Que fait le DoJ ?", matcher)
    part = clause(whole, 3, len(whole.tokens))
    (name,) = part.mentions
    assert part.text == "Que fait le DoJ ?"
    assert part.text[name.start : name.end] == "DoJ"
    assert part.tokens[name.first].text == "doj"


def test_a_message_is_taught_as_its_author_cut_it() -> None:
    row = Row(("Je révise.", "?", "Qui forme ?"), (True, False, False), True)
    found = tokens(row.text)
    taught = _taught(row, found, outline(row.text, found, ()))
    assert taught.stretches == ((0, 2), (2, 4))  # a stretch without a word is none
    assert taught.told == (True, False)


def test_the_corpus_travels_through_the_training_data() -> None:
    found, problems = read(ROOT / "data")
    assert not problems
    assert taken([table(found)]) == list(rows(found))
    assert sum(not row.whole for row in rows(found)) > 1_000  # turns joined to teach cuts


def test_each_token_has_its_place_in_the_structure() -> None:
    text = "Qu’est-ce que l’USAID finance, et qui l’aide ?"
    found = tokens(text)
    structure = Grammar().read(text, found)
    named = found[[t.text for t in found].index("usaid")]
    assert structure.words[structure.at[found.index(named)]].text == "usaid"
    assert len(structure.at) == len(found)
    assert any(word.finite for word in structure.words)


@pytest.mark.parametrize("shape", ["et ", "2, ", "qui: ", "le doj "])
def test_twice_the_text_costs_twice_the_steps(shape: str) -> None:
    def look(text: str) -> None:
        message = outline(text, tokens(text), ())
        for place in places(message):
            features(message, place)

    look(filled(shape, 40))  # what is loaded once
    short, long = (steps(lambda: look(filled(shape, size))) for size in (500, 1_000))  # noqa: B023
    assert long < 2.3 * short
