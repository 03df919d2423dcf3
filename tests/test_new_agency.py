"""A new agency in the YAML is understood, listed and answered, with no other edit."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.answers.made import plain
from tests.conftest import ROOT, run_vigie
from vigie.answers.converse import converse
from vigie.answers.message import render
from vigie.answers.phrases import Phrases, load_phrases
from vigie.answers.question import Focus, read_question
from vigie.answers.view import Tables
from vigie.commands.pieces import Trained, unpack
from vigie.knowledge.load import load
from vigie.knowledge.model.knowledge import Knowledge
from vigie.nlu.importer import VigieImporter
from vigie.nlu.lexicon import forms
from vigie.nlu.names import NameMatcher

BANK = """
- id: fbt
  name:
    fr: Office fédéral des ballons
    article: l'
    gender: m
    en: Federal Balloon Office
    acronym: FBO
    also: [bureau des ballons, gardiens des ballons]
    bare: [Ballons]
  kind: office
  place: {section: members, paragraph: 3}
  duties:
    - does: surveille les paiements en ballons qui cachent la traite
      topics: [finance]
      place: {section: members, paragraph: 3}
    - does: apprend aux banquiers à compter les ballons
      topics: [training]
      place: {section: members, paragraph: 3}
"""


def add_agency(knowledge: Path) -> None:
    """Write the new agency, as an editor would, after the Treasury."""
    path = knowledge / "agencies.yml"
    text = path.read_text("utf-8")
    before = text.index("- id: dod\n")
    path.write_text(f"{text[:before]}{BANK.strip()}\n\n{text[before:]}", "utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with one agency more, and no training data of its own."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "knowledge", folder / "knowledge")
    shutil.copy(ROOT / "domain.yml", folder)
    (folder / "config.yml").write_text("recipe: default.v1\nlanguage: fr\n", "utf-8")
    (folder / "data").mkdir()
    add_agency(folder / "knowledge")
    return folder


@pytest.fixture(scope="module")
def knowledge(folder: Path) -> Knowledge:
    return load(folder / "knowledge")


@pytest.fixture(scope="module")
def trained(archive: Path, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Trained:
    """The intents and topics that were learned without the agency, and the names with it."""
    importer = VigieImporter(
        str(folder / "config.yml"), str(folder / "domain.yml"), [str(folder / "data")]
    )
    names = NameMatcher(forms(importer.get_nlu_data("fr").lookup_tables))
    return replace(unpack(archive, tmp_path_factory.mktemp("model")), names=names)


@pytest.fixture(scope="module")
def phrases() -> Phrases:
    return load_phrases(ROOT / "domain.yml")


class Talk:
    """A conversation with the new knowledge."""

    def __init__(self, trained: Trained, knowledge: Knowledge, phrases: Phrases) -> None:
        self._trained = trained
        self._tables = Tables(knowledge)
        self._phrases = phrases
        self.focus = Focus()

    def say(self, text: str) -> str:
        frame = self._trained.frame(text)
        question = read_question({"text": text, "frame": frame})
        reply, self.focus = converse(question, self.focus, self._tables, self._phrases)
        return plain(render(reply).text)


@pytest.fixture
def talk(trained: Trained, knowledge: Knowledge, phrases: Phrases) -> Talk:
    return Talk(trained, knowledge, phrases)


NAMED = {
    "its acronym": "FBO",
    "its acronym in small letters": "fbo",
    "its name": "l'Office fédéral des ballons",
    "its English name": "le Federal Balloon Office",
    "another name, with a slip": "les gardiens des balons",
    "its bare name": "les Ballons",
    "its name in capitals": "L'OFFICE FEDERAL DES BALLONS",
}


@pytest.mark.parametrize("name", NAMED.values(), ids=NAMED)
def test_it_is_understood_by_all_its_names(trained: Trained, name: str) -> None:
    mentions: list[dict[str, Any]] = trained.frame(f"Et {name} ?")["mentions"]
    assert [(m["ids"], m["kind"]) for m in mentions] == [(["fbt"], "agency")]


def test_it_is_described(talk: Talk) -> None:
    text = talk.say("Que fait l'Office fédéral des ballons ?")
    assert "l'Office fédéral des ballons (FBO)" in text
    assert "Surveille les paiements en ballons" in text and "Apprend aux banquiers" in text
    assert "Source : « Organes composant la PITF », § 3" in text


def test_it_is_among_those_who_handle_its_topic_in_document_order(talk: Talk) -> None:
    text = talk.say("Qui s'occupe des virements suspects ?")
    assert "Deux organismes" in text
    assert text.index("Trésor") < text.index("(FBO)")


def test_it_joins_a_long_list_at_its_place(talk: Talk) -> None:
    text = talk.say("Quels organismes dispensent des formations ?")
    assert "Huit organismes" in text
    assert text.index("(FBO)") < text.index("(DoD)") < text.index("(DoJ)")


@pytest.mark.xfail(reason="misread: a list of reports", strict=False)
def test_it_is_counted_and_listed(talk: Talk) -> None:
    text = talk.say("Donne-moi la liste de tous les organismes")
    assert "dix-neuf organismes" in text and "(FBO)" in text


def test_its_names_are_told_both_ways(talk: Talk) -> None:
    assert "Federal Balloon Office" in talk.say("Que veut dire FBO ?")


def test_statements_about_it_are_judged(talk: Talk) -> None:
    assert talk.say("Le FBO préside la PITF, c'est vrai ?").startswith("Non.")
    assert talk.say("Le FBO est-il membre de la PITF ?").startswith("Non.")


def test_it_is_compared(talk: Talk) -> None:
    text = talk.say("Compare le Trésor et le FBO")
    assert "(FBO) surveille" in text and "Point commun" in text


def test_it_is_set_aside(talk: Talk) -> None:
    text = talk.say("À part le FBO, qui s'occupe des virements suspects ?")
    assert "Trésor" in text and "FBO" not in text


def test_follow_ups_reach_it(talk: Talk) -> None:
    talk.say("Que fait le Trésor ?")
    assert "(FBO)" in talk.say("Et le FBO ?")
    talk.say("Quels organismes dispensent des formations ?")
    assert "(FBO)" in talk.say("le premier")


def test_the_other_agencies_are_as_before(talk: Talk) -> None:
    assert "FBO" not in talk.say("Que fait le DoJ ?")
    assert "(DoS) préside" in talk.say("Qui préside le SPOG ?")


def test_a_topic_of_its_own_needs_no_code_either(folder: Path, tmp_path: Path) -> None:
    """A new topic in the YAML becomes a table that training learns from."""
    shutil.copytree(folder, tmp_path / "p")
    ways = "\n".join(f"    - ballon numéro {n}" for n in range(25))
    topics = tmp_path / "p" / "knowledge" / "topics.yml"
    with topics.open("a", encoding="utf-8") as file:
        file.write(f"\n- id: balloons\n  label: les ballons\n  ways:\n{ways}\n")
    agencies = tmp_path / "p" / "knowledge" / "agencies.yml"
    agencies.write_text(
        agencies.read_text("utf-8").replace(
            "cachent la traite\n      topics: [finance]",
            "cachent la traite\n      topics: [finance, balloons]",
        ),
        "utf-8",
    )
    importer = VigieImporter(
        str(tmp_path / "p" / "config.yml"),
        str(tmp_path / "p" / "domain.yml"),
        [str(tmp_path / "p" / "data")],
    )
    tables = importer.get_nlu_data("fr").lookup_tables
    taught = [e for table in tables if table["name"] == "topic/balloons" for e in table["elements"]]
    assert {"les ballons", "ballon numéro 7"} <= set(taught)


FEW = 6
"""Examples kept of each intent: training in full takes too long to do it twice in each run."""


@pytest.mark.slow
def test_vigie_train_takes_it_in(tmp_path: Path) -> None:
    """The real command, on a copy with a small part of the examples, then the real assistant."""
    for name in ("config.yml", "domain.yml", "endpoints.yml", "credentials.yml"):
        shutil.copy(ROOT / name, tmp_path)
    for name in ("knowledge", "actions", "data/rules", "data/distress"):
        shutil.copytree(ROOT / name, tmp_path / name)
    thin(tmp_path / "data" / "nlu")
    add_agency(tmp_path / "knowledge")
    done = run_vigie(tmp_path, "train")
    assert done.returncode == 0, done.stdout + done.stderr
    told = run_vigie(tmp_path, "ask", "Que fait l'Office fédéral des ballons ?")
    assert told.returncode == 0, told.stdout + told.stderr
    assert "Surveille les paiements en ballons" in told.stdout


def thin(folder: Path) -> None:
    """Some examples of each intent."""
    from vigie.nlu.examples import Example, examples

    folder.mkdir()
    kept: dict[str, list[Example]] = {}
    for example in examples(ROOT / "data"):
        some = kept.setdefault(example.block.intent, [])
        if len(some) < FEW and "\n" not in example.text:
            some.append(example)
    blocks = [
        f'- intent: {intent}\n  metadata: {{query: "{one.block.query}"}}\n'
        f"  examples: |\n    - {one.text}\n"
        for intent, some in kept.items()
        for one in some
    ]
    (folder / "few.yml").write_text('version: "3.1"\nnlu:\n' + "".join(blocks), "utf-8")
