"""No "oui" to a claim that names something of which its reading says nothing."""

from __future__ import annotations

import pytest

from tests.answers.made import asked, said, talk, told, view
from vigie.answers.query.line import read
from vigie.answers.question import Mention, Question
from vigie.answers.unheard import unheard

ADVISES, LEVEL = "verify advises(council,pitf)", "verify level(pitf,ministerial)"


@pytest.mark.parametrize(
    ("words", "names", "line", "is_unheard"),
    [
        ("ils conseillent le president", "", ADVISES, True),
        ("ils conseillent l equipe du president", "pitf", ADVISES, False),
        ("le president nomme ses membres", "council", "verify appoints(president,council)", False),
        ("le dos en est le president", "dos", "verify chairs(dos,pitf)", False),
        ("elle l est vraiment", "pitf", LEVEL, False),
        ("de niveau presidentiel", "pitf", LEVEL, True),
        ("de rang ministeriel", "pitf", LEVEL, False),
        ("elle reunit des ministres", "pitf", LEVEL, False),
        ("est un comite du spog", "council spog", "verify of({committee},spog)", True),
        ("le rapport tip du dos est annuel", "dos tip_report", "verify freq(tip_report,annual)", False),
        ("le doj enquete aussi", "doj", "verify does(doj,investigation)", False),
        ("onze experts y siegent", "council", "verify number(council,11)", True),
        ("ses onze membres", "council", "verify number(council,11)", False),
        ("onze rescapes", "council", "verify number(council,11)", False),
        ("ils sont onze alors", "council", "verify number(council,11)", False),
        ("le conseil est preside par un rescape", "council",
         "verify survivors(council,survivors)", True),
        ("le conseil reunit des rescapes", "council", "verify survivors(council,survivors)", False),
        ("le dol y est", "dol", "verify does(doj,investigation)", True),
        ("de la diplomatie point final", "dos", "verify does(dos,diplomacy)", True),
        ("uniquement des enfants", "child_labour_findings",
         "verify about(child_labour_findings,child_labour)", True),
        ("la pitf et rien d autre", "usaid pitf", "verify in(usaid,pitf)", True),
        ("uniquement la pitf", "dos pitf", "verify whole(chairs(dos,pitf))", False),
        ("seulement onze membres", "council", "verify number(council,11)", False),
    ],
)  # fmt: skip
def test_it_is_seen(words: str, names: str, line: str, is_unheard: bool) -> None:
    mentions = tuple(Mention((one,), view().kind(one), strength="full") for one in names.split())
    question = Question(words, words=words, mentions=mentions)
    assert unheard(question, read(line), said(told(line)), view().world) is is_unheard


def test_what_is_left_out_is_not_claimed() -> None:
    left = Mention(("dhs",), "agency", strength="full", excluded=True)
    question = Question("a part le dhs", words="a part le dhs", mentions=(left,))
    assert not unheard(question, read("verify does(doj,investigation)"), "", view().world)


def test_it_gets_the_fact_without_a_yes() -> None:
    text = said(talk(asked("ils conseillent le president", "council", forms=ADVISES))[0])
    assert "conseille la PITF" in text and "Oui" not in text
