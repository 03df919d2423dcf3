"""One new entry of each kind, in YAML alone, is understood by its names, read into queries and told.

The model is the one of the project, trained without any of them: only the names come from the new
files, as `vigie train` would take them.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.answers.made import plain
from tests.conftest import ROOT
from vigie.answers.converse import converse
from vigie.answers.message import render
from vigie.answers.parts import parts_of
from vigie.answers.phrases import load_phrases
from vigie.answers.query.line import read
from vigie.answers.query.normal import normal
from vigie.answers.query.write import write
from vigie.answers.question import Focus, read_question
from vigie.answers.reading.understand import understand
from vigie.answers.render.answer import answer
from vigie.answers.view import Tables, View
from vigie.commands.pieces import Trained, unpack
from vigie.knowledge.load import load, problems
from vigie.nlu.lexicon import forms, tables
from vigie.nlu.names import NameMatcher

NEW = {
    "agencies": """
- id: fbo
  name:
    fr: Office fédéral des ballons
    article: l'
    gender: m
    en: Federal Balloon Office
    en_source: state_members
    acronym: FBO
    also: [bureau des ballons, gardiens des ballons]
  kind: office
  place: {section: members, paragraph: 3}
  duties:
    - does: surveille les paiements en ballons qui cachent la traite
      topics: [finance]
      place: {section: members, paragraph: 3}
    - does: apprend aux banquiers à compter les ballons
      topics: [training]
      place: {section: members, paragraph: 3}
""",
    "bodies": """
- id: balloon_panel
  name: {fr: Conseil des aérostiers, article: le, gender: m, acronym: CAER, also: [cercle des aérostiers]}
  place: {section: spog, paragraph: 1}
  topics: [data]
  mission: {says: réunit les chiffres des aérostiers, place: {section: spog, paragraph: 1}}
  members:
    who: neuf aérostiers
    number: 9
    place: {section: spog, paragraph: 1}
    appointed: {says: sont nommés par le président des États-Unis, place: {section: spog, paragraph: 1}}
    appointed_by: president
  chair: {agency: fbo, place: {section: spog, paragraph: 1}}
  origin: {law: balloon_act, year: 2016, place: {section: spog, paragraph: 1}}
""",
    "committees": """
- id: balloon_committee
  name: {fr: comité sur les montgolfières, article: le, gender: m, also: [comité des dirigeables]}
  theme: les montgolfières et les dirigeables
  body: spog
  order: 6
  topics: [transport]
  place: {section: spog, paragraph: 1}
""",
    "reports": """
- id: balloon_report
  name: {fr: Bilan des nacelles, article: le, gender: m, also: [rapport sur les nacelles]}
  owner: fbo
  frequency: annual
  topics: [transport]
  place: {section: members, paragraph: 3}
""",
    "programmes": """
- id: balloon_campaign
  name: {fr: opération Zéphyr, article: l', gender: f, also: [campagne Zéphyr]}
  owner: fbo
  relation: {says: "mène {it}", place: {section: members, paragraph: 3}}
  about: {says: avertit les équipages des aérostats, place: {section: members, paragraph: 3}}
  topics: [public_campaigns]
  place: {section: members, paragraph: 3}
""",
    "laws": """
- id: balloon_act
  name: {fr: Loi sur les aérostats sûrs, article: la, gender: f, acronym: LAS, also: [loi des aérostats]}
  year: 2016
  creates: [balloon_panel]
  about: {says: crée le Conseil des aérostiers, place: {section: spog, paragraph: 1}}
  place: {section: spog, paragraph: 1}
""",
}

ASKED = {
    # a question: the query that it is, and what is told
    # An agency.
    "Que fait l'Office fédéral des ballons ?": ("describe fbo", "Surveille les paiements en ballons"),
    "Que préside le bureau des ballons ?": ("select body chair=fbo", "préside le Conseil des aérostiers"),
    "Comment s'appelle le FBO en anglais ?": ("get english fbo", "« Federal Balloon Office »"),
    "Quelle différence entre le FBO et le Trésor ?": ("compare fbo treasury", "(FBO) surveille"),
    "Qui forme, à part le FBO ?": ("select agency does=training except=fbo", "Sept organismes"),
    # A body.
    "À quoi sert le Conseil des aérostiers ?": ("describe balloon_panel", "réunit les chiffres"),
    "Qui préside le CAER ?": ("select agency chairs=balloon_panel", "(FBO) préside le Conseil"),
    "Qui nomme les membres du cercle des aérostiers ?": (
        "get appointer balloon_panel", "sont nommés par le président",
    ),
    "Le CAER compte-t-il douze membres ?": ("verify number(balloon_panel,12)", "Non. Le Conseil"),
    "De quand date le Conseil des aérostiers ?": ("get date balloon_panel", "de 2016"),
    # A committee.
    "De quoi s'occupe le comité sur les montgolfières ?": (
        "describe balloon_committee", "les montgolfières et les dirigeables",
    ),
    "À quelle instance appartient le comité des dirigeables ?": (
        "select body of=balloon_committee", "(SPOG)",
    ),
    "Le comité sur les montgolfières dépend-il du SPOG ?": (
        "verify of(balloon_committee,spog)", "Oui. Le comité sur les montgolfières est l",
    ),
    "Le comité sur les montgolfières fait-il partie de la PITF ?": (
        "verify of(balloon_committee,pitf)", "Non. Le comité sur les montgolfières est l",
    ),
    "Combien de comités a le SPOG ?": ("count committee", "six comités permanents"),
    # A report.
    "Qui publie le Bilan des nacelles ?": (
        "select agency publishes=balloon_report", "(FBO) publie chaque année",
    ),
    "À quelle fréquence sort le rapport sur les nacelles ?": (
        "get frequency balloon_report", "paraît chaque année",
    ),
    "Que publie le FBO ?": ("select report by=fbo", "« Bilan des nacelles »"),
    "C'est le DoJ qui publie le Bilan des nacelles ?": (
        "verify publishes(doj,balloon_report)", "Non. L'Office fédéral des ballons",
    ),
    "De quoi parle le Bilan des nacelles ?": ("describe balloon_report", "« Bilan des nacelles »"),
    # A programme.
    "Qu'est-ce que l'opération Zéphyr ?": ("describe balloon_campaign", "avertit les équipages"),
    "Qui mène l'opération Zéphyr ?": ("get owner balloon_campaign", "(FBO) mène l'opération"),
    "L'opération Zéphyr est-elle menée par le DHS ?": (
        "verify runs(dhs,balloon_campaign)", "Non. L'Office fédéral des ballons",
    ),
    "La campagne Zéphyr vient-elle du FBO ?": (
        "verify runs(fbo,balloon_campaign)", "Oui. L'Office fédéral des ballons",
    ),
    "De qui relève l'opération Zéphyr ?": ("get owner balloon_campaign", "(FBO) mène l'opération"),
    # A law.
    "Que fait la Loi sur les aérostats sûrs ?": ("describe balloon_act", "crée le Conseil"),
    "De quand date la LAS ?": ("get date balloon_act", "(LAS) date de 2016"),
    "La LAS date-t-elle de 2016 ?": ("verify year(balloon_act,2016)", "Oui. La Loi sur les aérostats"),
    "Quelle loi a créé le Conseil des aérostiers ?": (
        "get origin balloon_panel", "issu de la Loi sur les aérostats",
    ),
    "La loi des aérostats a-t-elle créé la PITF ?": (
        "verify creates(balloon_act,pitf)", "Non. L'équipe spéciale",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    """The knowledge with the new entries, and the sentences of the project as they are."""
    folder = tmp_path_factory.mktemp("editor") / "knowledge"
    shutil.copytree(ROOT / "knowledge", folder)
    for name, entry in NEW.items():
        with (folder / f"{name}.yml").open("a", encoding="utf-8") as file:
            file.write(entry)
    assert problems(folder) == []
    return View(Tables(load(folder)), load_phrases(ROOT / "domain.yml"))


@pytest.fixture(scope="module")
def trained(archive: Path, view: View, tmp_path_factory: pytest.TempPathFactory) -> Trained:
    listed = [{"name": n, "elements": list(words)} for n, words in tables(view.knowledge)]
    names = NameMatcher(forms(listed))
    return replace(unpack(archive, tmp_path_factory.mktemp("model")), names=names)


@pytest.mark.parametrize(("text", "query", "told"), [(q, *a) for q, a in ASKED.items()], ids=ASKED)
def test_it_is_read_and_told(
    trained: Trained, view: View, text: str, query: str, told: str
) -> None:
    question = read_question({"text": text, "frame": trained.frame(text)})
    (part,) = parts_of(question, view)
    best = understand(part, view.world).readings[0].query
    assert write(normal(best)) == write(normal(read(query)))
    reply = answer(best, view)
    assert reply is not None and told in plain(render(reply).text)
    said, _ = converse(question, Focus(), view.tables, view.phrases)
    assert told in plain(render(said).text), "what a person gets"


def test_each_kind_is_asked_about_in_five_ways() -> None:
    ids = ("fbo", "balloon_panel", "balloon_committee", "balloon_report", "balloon_campaign")
    assert set(NEW) == {"agencies", "bodies", "committees", "reports", "programmes", "laws"}
    assert len(ASKED) == 5 * len(NEW)
    assert all(any(ident in query for query, _ in ASKED.values()) for ident in ids)
