"""What a model is made from, what training refuses, and what the command says of it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml

from tests.conftest import MINIBOT, ROOT, run_vigie
from vigie.errors import Refusal
from vigie.nlu import LANGUAGE
from vigie.project import Project
from vigie.training import digest, manifest, train


@pytest.fixture
def bot(tmp_path: Path) -> Project:
    """A copy of the smallest bot, not trained."""
    return Project(Path(shutil.copytree(MINIBOT, tmp_path / "bot")))


@pytest.mark.parametrize("name", ["config.yml", "domain.yml", "data/nlu.yml", "knowledge/new.yml"])
def test_the_digest_changes_with_each_source(bot: Project, name: str) -> None:
    before = digest.compute(bot)
    assert digest.compute(bot) == before
    path = bot.root / name
    path.parent.mkdir(exist_ok=True)
    with path.open("a") as file:
        file.write("# changed\n")
    assert digest.compute(bot) != before


def test_the_digest_of_the_project_follows_its_code(bot: Project) -> None:
    """Our components take part in training: their code is part of what a model is made from."""
    with bot.config.open("a") as config:
        config.write("# vigie.nlu.importer.VigieImporter\n")
    assert digest.compute(bot) != digest.compute(Project(MINIBOT))


def test_the_language_of_queries_takes_part_in_a_model(
    bot: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A form told otherwise is learned otherwise; where the answer is found teaches nothing."""
    with bot.config.open("a") as config:
        config.write("# vigie.nlu.importer.VigieImporter\n")
    code = Path(shutil.copytree(digest.CODE / LANGUAGE, tmp_path / LANGUAGE))
    monkeypatch.setattr(digest, "CODE", tmp_path)
    before = digest.learned(bot)
    (code / "evaluate.py").write_text("")
    assert digest.learned(bot) == before
    (code / "form.py").write_text("")
    assert digest.learned(bot) != before


def test_the_sentences_of_help_are_served_and_teach_nothing(
    bot: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever mends a sentence that is said to a victim waits for no training."""
    with bot.config.open("a") as config:
        config.write("# vigie.nlu.importer.VigieImporter\n")
    code = Path(shutil.copytree(digest.CODE / "distress", tmp_path / "distress"))
    monkeypatch.setattr(digest, "CODE", tmp_path)
    before = digest.learned(bot), digest.compute(bot)
    with (code / "said" / "fr.yml").open("a") as said:
        said.write("# changed\n")
    assert digest.learned(bot) == before[0] and digest.compute(bot) != before[1]
    with (code / "cues" / "fr.yml").open("a") as cues:
        cues.write("# changed\n")
    assert digest.learned(bot) != before[0]


def test_the_digest_does_not_depend_on_where_the_project_lies(bot: Project) -> None:
    assert digest.compute(bot) == digest.compute(Project(MINIBOT))


def test_an_importer_that_does_not_load_stops_training(bot: Project) -> None:
    with bot.config.open("a") as config:
        config.write("importers: [{name: nothing.of.that.Name}]\n")
    done = run_vigie(bot.root, "train")
    assert done.returncode == 1
    assert "nothing.of.that.Name" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (bot.models / "manifest.json").exists()


def test_data_that_rasa_refuses_is_said_without_a_traceback(bot: Project) -> None:
    rules = bot.data / "rules.yml"
    rules.write_text(rules.read_text().replace("action_count", "utter_bonjour").replace(
        "{intent: bonjour}, {action: utter_bonjour}", "{intent: compte}, {action: action_mute}"
    ))  # fmt: skip
    done = run_vigie(bot.root, "train")
    assert done.returncode == 1
    assert "Rasa refuse ces données" in done.stderr
    assert "Traceback" not in done.stderr


BROKEN = """
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.keyword_intent_classifier import KeywordIntentClassifier
from rasa.shared.nlu.training_data.training_data import TrainingData


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER], is_trainable=True)
class Broken(KeywordIntentClassifier):
    def train(self, training_data: TrainingData) -> Resource:
        raise ZeroDivisionError("of ours")
"""


def test_a_component_that_fails_is_said_with_its_own_place(bot: Project) -> None:
    """Rasa's graph wraps what a component raises: neither its sentence nor its line helps."""
    (bot.root / "broken.py").write_text(BROKEN)
    config = bot.config.read_text()
    bot.config.write_text(config.replace("pipeline:", "pipeline:\n  - name: broken.Broken"))
    done = run_vigie(bot.root, "train")
    assert done.returncode == 1
    assert "broken.py:11" in done.stderr and "ZeroDivisionError : of ours" in done.stderr
    assert "Traceback" not in done.stderr


def test_missing_knowledge_stops_training(bot: Project) -> None:
    with bot.config.open("a") as config:
        config.write("importers: [{name: vigie.nlu.importer.VigieImporter}]\n")
    done = run_vigie(bot.root, "train")
    assert done.returncode == 1
    assert "connaissances" in done.stderr


def test_a_full_disk_is_said_in_one_sentence(bot: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(train, "FREE_BYTES", 1 << 60)
    with pytest.raises(Refusal, match="place sur le disque"):
        train.train(bot, print)


def test_a_model_that_fits_is_not_trained_again(minibot: Path) -> None:
    said: list[str] = []
    outcome = train.train(Project(minibot), said.append)
    assert not outcome.trained
    assert said == []
    assert run_vigie(minibot, "train").stdout.startswith("Le modèle convient")


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("does:", "does: de nos jours,", True),
        ("Foggy Bottom", "Foggy Top", False),
    ],
)
def test_what_is_learned_of_the_knowledge_is_its_names(
    tmp_path: Path, old: str, new: str, same: bool
) -> None:
    """An editor who rewords a duty waits for no training; one who adds a name does."""
    shutil.copytree(ROOT / "knowledge", tmp_path / "knowledge")
    shutil.copy(ROOT / "config.yml", tmp_path)
    changed = Project(tmp_path)
    before = digest.learned(changed), digest.compute(changed)
    path = tmp_path / "knowledge" / "agencies.yml"
    path.write_text(path.read_text().replace(old, new, 1))
    assert (digest.learned(changed) == before[0]) is same
    assert digest.compute(changed) != before[1]


def test_a_sentence_that_our_actions_say_is_not_learned(tmp_path: Path) -> None:
    """One that a rule has Rasa say is: it reads it from the model."""
    for name in ("config.yml", "domain.yml"):
        shutil.copy(ROOT / name, tmp_path)
    bot = Project(tmp_path)
    before = digest.learned(bot)
    bot.domain.write_text(bot.domain.read_text().replace("text: ", "text: Ah, ", 1))
    assert digest.learned(bot) == before
    first = next(iter(yaml.safe_load(bot.domain.read_text())["responses"]))
    bot.data.mkdir()
    (bot.data / "rules.yml").write_text(f"rules: [{{steps: [{{action: {first}}}]}}]")
    ruled = digest.learned(bot)
    bot.domain.write_text(bot.domain.read_text().replace("text: Ah, ", "text: Oh, ", 1))
    assert digest.learned(bot) != ruled


def test_other_facts_are_served_with_the_same_model(minibot: Path, tmp_path: Path) -> None:
    bot = Project(Path(shutil.copytree(minibot, tmp_path / "other")))
    shutil.copytree(ROOT / "knowledge", bot.knowledge)
    made = manifest.last(bot)
    manifest.write(bot.models, made, digest.compute(bot), digest.learned(bot), 1.0)
    assert manifest.current(bot) == made
    path = bot.knowledge / "agencies.yml"
    path.write_text(path.read_text().replace("does:", "does: de nos jours,", 1))
    with pytest.raises(Refusal, match="ne correspond plus"):
        manifest.current(bot)
    said: list[str] = []
    outcome = train.train(bot, said.append)
    assert not outcome.trained and outcome.archive == made
    assert "sert les nouvelles connaissances" in "".join(said)
    assert manifest.current(bot) == made


def test_an_unreadable_manifest_is_refused(bot: Project) -> None:
    bot.models.mkdir()
    (bot.models / manifest.NAME).write_text("{")
    with pytest.raises(Refusal, match="illisible"):
        manifest.current(bot)


def test_the_manifest_names_the_model_by_its_digest(minibot: Path) -> None:
    found = json.loads((minibot / "models" / manifest.NAME).read_text())
    assert found["model"] == f"vigie-{found['learned'][:12]}.tar.gz"
    assert found["digest"] == digest.compute(Project(minibot))


def test_help_is_quick_and_says_every_setting() -> None:
    done = run_vigie(ROOT, "serve", "--help", COLUMNS="200")
    assert done.returncode == 0
    assert all(name in done.stdout for name in ("HOST", "PORT", "VIGIE_LIGHT", "LOG_FORMAT"))


def test_a_command_outside_of_a_project_says_so(tmp_path: Path) -> None:
    done = run_vigie(tmp_path, "check")
    assert (done.returncode, "config.yml" in done.stderr) == (1, True)
