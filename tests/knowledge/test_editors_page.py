"""Every example of docs/editeurs.md works as it stands, and what it adds is understood and told."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.answers.made import plain
from vigie.answers.canonical import Canonical, questions
from vigie.answers.canonical import answer as told
from vigie.answers.phrases import load_phrases
from vigie.answers.placeholders import problems as placeholder_problems
from vigie.answers.query.line import read
from vigie.answers.query.model import arguments
from vigie.answers.view import Tables, View
from vigie.knowledge.load import load, problems
from vigie.nlu.lexicon import forms, subject, tables
from vigie.nlu.lint import problems as lint_problems
from vigie.nlu.names import NameMatcher
from vigie.nlu.subject import Subject
from vigie.nlu.text import tokens

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "editeurs.md"
EXAMPLES = re.findall(
    r"<!-- (\S+?)(?: (\w+))? -->\n```yaml\n(.*?)```", PAGE.read_text("utf-8"), re.S
)
KINDS = {
    f"knowledge/{name}.yml"
    for name in (
        "agencies bodies committees reports programmes laws contexts topics updates source"
    ).split()
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with all the examples of the page written into it."""
    root = tmp_path_factory.mktemp("editor")
    shutil.copytree(ROOT / "knowledge", root / "knowledge")
    shutil.copytree(ROOT / "data", root / "data")
    shutil.copy(ROOT / "domain.yml", root)
    for file, key, content in EXAMPLES:
        path = root / file
        text = path.read_text("utf-8") if path.exists() else ""
        if file == "domain.yml":
            name = content.split(":")[0]
            text = re.sub(rf"{name}:\n    - text: .*\n", lambda _, c=content: c, text, count=1)
        elif key:
            text = re.sub(rf"(?m)^ *{key}:\n", lambda m, c=content: m[0] + c, text, count=1)
        else:
            text = text.rstrip("\n") + "\n" + content if text else content
        path.write_text(text.lstrip("\n"), "utf-8")
    # The topic of the page serves once a fact names it.
    agencies = root / "knowledge" / "agencies.yml"
    text = agencies.read_text("utf-8").replace(
        "topics: [training, transport]  ", "topics: [training_exemple, transport]  "
    )
    agencies.write_text(text, "utf-8")
    return root


def test_there_is_an_example_of_every_kind() -> None:
    assert {file for file, _, _ in EXAMPLES} >= KINDS | {"domain.yml", "data/nlu/exemple.yml"}


def test_the_examples_have_no_fault(project: Path) -> None:
    assert problems(project / "knowledge") == []
    assert placeholder_problems(project / "domain.yml") == []
    wrong = [p for p in lint_problems(project / "data") if "exemple.yml" in p.file]
    assert wrong == []


@pytest.fixture(scope="module")
def seen(project: Path) -> View:
    known = load(project / "knowledge")
    return View(Tables(known), load_phrases(project / "domain.yml"))


ASKED = [
    # a query, what is told
    ("describe exemple", "Forme les inspecteurs des ports"),
    ("select report by=exemple", "Bilan des ports"),
    (
        "select body chair=exemple",
        "tient la présidence de ce qui suit : le Conseil des ports (CPX)",
    ),
    ("get expand exemple", "« Example Agency »"),
    ("describe exemple", "a déménagé le 3 mars 2026"),
    ("describe conseil_exemple", "réunit les données des ports"),
    ("get composition conseil_exemple", "dix capitaines"),
    ("select agency chairs=conseil_exemple", "Agence d'exemple (EXA)"),
    ("get origin conseil_exemple", "Loi sur les ports sûrs"),
    ("get date conseil_exemple", "2016"),
    ("describe comite_exemple", "les quais et les jetées"),
    ("select committee", "comité sur les quais"),
    ("get owner rapport_exemple", "publie chaque année"),
    ("describe rapport_exemple", "Agence d'exemple"),
    ("get date rapport_exemple", "chaque année"),
    ("get owner programme_exemple", "mène l'opération Phare"),
    ("describe programme_exemple", "avertit les équipages"),
    ("get date loi_exemple", "2016"),
    ("describe loi_exemple", "crée le Conseil des ports"),
    ("describe contexte_exemple", "Les ports prennent part"),
    ("select agency does=training_exemple", "forme les inspecteurs des ports"),
    ("select agency does=training", "(EXA)"),
    ("verify does(exemple,transport)", "Oui."),
]


@pytest.mark.parametrize(("line", "has"), ASKED)
def test_what_is_added_is_told(seen: View, line: str, has: str) -> None:
    assert has in plain(told(Canonical(read(line), ""), seen))


def test_what_may_be_asked_of_what_is_added_is_put_in_words(seen: View) -> None:
    added = {entity.id for entity in seen.knowledge.entities if entity.id.endswith("exemple")}
    asked = [one for one in questions(seen) if added & set(arguments(one.query))]
    assert {one for question in asked for one in arguments(question.query)} >= added
    assert all(told(question, seen) for question in asked)


NAMES = {
    "que fait l'agence modèle": "exemple",
    "qui préside le cercle des ports": "conseil_exemple",
    "le comité portuaire": "comite_exemple",
    "qui publie le bilan portuaire": "rapport_exemple",
    "la campagne des phares": "programme_exemple",
    "de quand date la LPS": "loi_exemple",
    "la démarche portuaire": "contexte_exemple",
}


def test_another_name_of_the_subject_is_read_as_its_own(seen: View) -> None:
    listed = [{"name": n, "elements": list(words)} for n, words in tables(seen.knowledge)]
    named = Subject(*subject(listed))
    assert named.called("qui gère le trafic de matelots ?").text == (
        "qui gère la traite des personnes ?"
    )


@pytest.mark.parametrize(("text", "ident"), NAMES.items())
def test_its_names_are_understood(seen: View, text: str, ident: str) -> None:
    listed = [{"name": n, "elements": list(words)} for n, words in tables(seen.knowledge)]
    matcher = NameMatcher(forms(listed))
    assert (ident,) in [match.ids for match in matcher.find(tokens(text))]
