"""What is asked of two who are named side by side is not asked of one of them."""

from __future__ import annotations

import pytest

from vigie.answers.query.line import read
from vigie.answers.query.write import write
from vigie.answers.question import Mention, Question
from vigie.answers.reading.finer.of_both import of_both
from vigie.knowledge.text import fold

NAMES = {
    "HHS": ("hhs", "agency"),
    "Éducation": ("ed", "agency"),
    "Travail": ("dol", "agency"),
    "PITF": ("pitf", "body"),
    "SPOG": ("spog", "body"),
    "TIP": ("tip_report", "report"),
    "fbi": ("other", "outsider"),
    "cia": ("other", "outsider"),
}
ASKED = {
    "both described": (
        "le HHS pis l’Éducation y font quoi chaque",
        "describe ed",
        "describe hhs ed",
    ),
    "of three": (
        "le HHS, le Travail et l’Éducation forment comment ?",
        "describe hhs about=training",
        "describe hhs dol ed about=training",
    ),
    "an attribute": ("la PITF et le SPOG datent de quand", "get date pitf", "get date pitf spog"),
    "who is claimed to": (
        "le HHS et l’Éducation forment ?",
        "verify does(hhs,training)",
        "verify does(hhs,training) & does(ed,training)",
    ),
    "some whom the document does not name": (
        "et le fbi, la cia et le HHS ?",
        "verify in(@fbi,pitf)",
        "verify in(@fbi,pitf) & in(@cia,pitf) & in(hhs,pitf)",
    ),
    "what is claimed": (
        "le Travail préside la PITF et le SPOG ?",
        "verify chairs(dol,pitf)",
        "verify chairs(dol,pitf) & chairs(dol,spog)",
    ),
}
OF_ONE = {
    "not in one breath": ("le HHS, je connais ; l’Éducation fait quoi ?", "describe ed"),
    "of another kind": ("le Travail et le TIP, c’est quoi ce rapport ?", "describe tip_report"),
    "one in the other": ("le SPOG et la PITF : le SPOG est dans la PITF ?", "verify in(spog,pitf)"),
    "of neither": ("le HHS et l’Éducation, et la PITF ?", "describe dos"),
    "refused": ("pas le HHS, l’Éducation", "describe ed"),
    "one of the other": ("que fait l’Éducation du HHS", "describe ed"),
    "set against each other": ("entre la PITF et le SPOG, laquelle date de 2003", "get date spog"),
    "what they share": ("qu’ont en commun le HHS et l’Éducation ?", "compare hhs ed"),
}


def _question(text: str) -> Question:
    places = sorted((text.index(name), name) for name in NAMES if name in text)
    named = (Mention((NAMES[n][0],), NAMES[n][1], at, at + len(n)) for at, n in places)
    return Question(text, fold(text), mentions=tuple(named))


@pytest.mark.parametrize(("text", "line", "expected"), ASKED.values(), ids=ASKED)
def test_all_who_are_named_in_one_breath_are_asked_about(
    text: str, line: str, expected: str
) -> None:
    assert write(of_both(read(line), _question(text))) == expected


@pytest.mark.parametrize(("text", "line"), OF_ONE.values(), ids=OF_ONE)
def test_of_one_alone(text: str, line: str) -> None:
    assert of_both(read(line), _question(text)) == read(line)
