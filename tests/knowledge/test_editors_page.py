"""Every example of docs/editeurs.md works as it stands, and what it adds is understood and told."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.answers.made import asked, plain
from vigie.answers.canonical import Canonical
from vigie.answers.canonical import answer as told
from vigie.answers.phrases import load_phrases
from vigie.answers.placeholders import problems as placeholder_problems
from vigie.answers.question import Mention
from vigie.answers.reply import Reply
from vigie.answers.statements import verify
from vigie.answers.view import Tables, View
from vigie.knowledge.load import load, problems
from vigie.nlu.lexicon import forms, tables
from vigie.nlu.lint import problems as lint_problems
from vigie.nlu.names import NameMatcher
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
            text = text.replace(f"\n{key}:\n", f"\n{key}:\n{content}", 1)
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
    # an id, an intent, what is told
    ("exemple", "describe", "Forme les inspecteurs des ports"),
    ("exemple", "list_reports", "Bilan des ports"),
    ("exemple", "chair", "tient la présidence de ce qui suit : le CPX"),
    ("exemple", "expand_name", "« Example Agency »"),
    ("exemple", "describe", "a déménagé le 3 mars 2026"),
    ("conseil_exemple", "describe", "réunit les données des ports"),
    ("conseil_exemple", "list_members", "dix capitaines"),
    ("conseil_exemple", "chair", "Agence d'exemple (EXA)"),
    ("conseil_exemple", "origin_law", "Loi sur les ports sûrs"),
    ("conseil_exemple", "origin_date", "2016"),
    ("comite_exemple", "describe", "les quais et les jetées"),
    ("comite_exemple", "list_committees", "les quais et les jetées"),
    ("rapport_exemple", "report_owner", "publie chaque année"),
    ("rapport_exemple", "describe", "Agence d'exemple"),
    ("rapport_exemple", "origin_date", "chaque année"),
    ("programme_exemple", "programme_owner", "mène l'opération Phare"),
    ("programme_exemple", "describe", "avertit les équipages"),
    ("loi_exemple", "describe", "crée le Conseil des ports"),
    ("loi_exemple", "origin_date", "2016"),
    ("loi_exemple", "law_effect", "crée le Conseil des ports"),
    ("contexte_exemple", "describe", "Les ports prennent part"),
]


@pytest.mark.parametrize(("ident", "intent", "has"), ASKED)
def test_what_is_added_is_told(seen: View, ident: str, intent: str, has: str) -> None:
    assert has in plain(told(Canonical("", intent, ident), seen))


def test_a_topic_that_is_added_finds_its_agency(seen: View) -> None:
    text = plain(told(Canonical("", "which_agency", topic="training_exemple"), seen))
    assert "forme les inspecteurs des ports" in text
    assert "EXA" in plain(told(Canonical("", "which_agency", topic="training"), seen))


def test_a_yes_or_no_question_about_it_is_answered(seen: View) -> None:
    question = asked(topics="transport", intent="verify_role")
    question = question.about(Mention(("exemple",), "agency"))
    reply = verify(question, seen)
    assert isinstance(reply, Reply) and reply.lead.startswith("Oui.")


NAMES = {
    "que fait l'agence modèle": "exemple",
    "qui préside le cercle des ports": "conseil_exemple",
    "le comité portuaire": "comite_exemple",
    "qui publie le bilan portuaire": "rapport_exemple",
    "la campagne des phares": "programme_exemple",
    "de quand date la LPS": "loi_exemple",
    "la démarche portuaire": "contexte_exemple",
}


@pytest.mark.parametrize(("text", "ident"), NAMES.items())
def test_its_names_are_understood(seen: View, text: str, ident: str) -> None:
    listed = [{"name": n, "elements": list(words)} for n, words in tables(seen.knowledge)]
    matcher = NameMatcher(forms(listed))
    assert (ident,) in [match.ids for match in matcher.find(tokens(text))]
