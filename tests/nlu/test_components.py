"""The trained model itself: what a message becomes on its way to the actions."""

from __future__ import annotations

import json
from importlib import import_module
from typing import Any

import pytest
import yaml

from tests.nlu.conftest import ROOT
from vigie.commands.pieces import Trained
from vigie.nlu.components.base import ENCODER
from vigie.nlu.components.base import Trained as Component


def parsed_keys(frame: dict[str, Any]) -> set[str]:
    return set(frame)


def test_each_component_that_asks_for_the_encoder_joins_it() -> None:
    """It is found out after minutes of training otherwise."""
    config = yaml.safe_load((ROOT / "config.yml").read_text("utf-8"))
    asking = [entry["name"] for entry in config["pipeline"] if entry.get(ENCODER)]
    assert len(asking) == 3
    for name in asking:
        module, _, member = name.rpartition(".")
        found = getattr(import_module(module), member)
        assert found.join_encoder is not Component.join_encoder, name


async def test_a_message_is_parsed_by_the_real_model(assistant: Any) -> None:
    found = await assistant.agent.parse_message("Que fait le DoJ pour l’Alaska ?")
    assert found["intent"]["name"] and 0 < found["intent"]["confidence"] <= 1
    (entity,) = found["entities"]
    assert (entity["entity"], entity["value"], entity["candidates"]) == ("agency", "doj", ["doj"])
    assert found["text"][entity["start"] : entity["end"]] == "DoJ"
    assert len(found["intent_ranking"]) == 10
    json.dumps(found)


async def test_what_travels_between_components_is_not_in_the_output(assistant: Any) -> None:
    found = await assistant.agent.parse_message("bonjour")
    assert not any(name.startswith("vigie_") for name in found)


@pytest.mark.parametrize("text", ["", "   ", "👍", "\ud83d", "a" * 5000, "\x00", "?"])
async def test_odd_messages_are_parsed_too(assistant: Any, text: str) -> None:
    found = await assistant.agent.parse_message(text)
    assert found["intent"]["name"]


async def test_distress_has_the_last_word(assistant: Any) -> None:
    found = await assistant.agent.parse_message("aidez-moi, on me garde enfermée")
    assert found["intent"] == {"name": "distress_self", "confidence": 1.0}
    assert found["frame"]["ranking"][0][0]


async def test_a_question_about_victims_is_no_distress(assistant: Any) -> None:
    found = await assistant.agent.parse_message("Que fait le HHS pour les victimes ?")
    assert not found["intent"]["name"].startswith("distress")


async def test_the_frame_is_the_same_without_rasa(assistant: Any, trained: Trained) -> None:
    for text in (
        "Que fait le DoJ ?",
        "Qui enquête ? Qui forme ?",
        "ki fé la TVPA",
        "à part le DHS",
    ):
        found = await assistant.agent.parse_message(text)
        assert found["frame"] == trained.frame(text)


FRAMES = {
    "a topic in everyday words": ("qui regarde les virements louches", "topics", ["finance"]),
    "a topic with a slip": ("qui s'occupe des transpors routiers", "topics", ["transport"]),
    "a topic set aside": (
        "que fait le DoJ à part les enquêtes",
        "excluded_topics",
        ["investigation"],
    ),
    "no topic in a greeting": ("bonjour", "topics", []),
    "no topic in a question of chair": ("qui préside la PITF", "topics", []),
}


@pytest.mark.parametrize(("text", "field", "expected"), FRAMES.values(), ids=FRAMES)
def test_topics_are_seen(trained: Trained, text: str, field: str, expected: list[str]) -> None:
    assert trained.frame(text)[field] == expected


def test_the_agency_between_qui_and_the_verb_is_set_aside_not_the_verb(trained: Trained) -> None:
    frame = trained.frame("Qui d'autre que le DoJ enquête sur la traite ?")
    assert frame["topics"] == ["investigation"] and frame["excluded_topics"] == []
    assert [m["excluded"] for m in frame["mentions"]] == [True]


def test_two_questions_are_two_frames(trained: Trained) -> None:
    frame = trained.frame("Qui forme les routiers ? Et qui préside le SPOG ?")
    assert [one["text"] for one in frame["clauses"]] == [
        "Qui forme les routiers ?",
        "Et qui préside le SPOG ?",
    ]
    assert [one["mentions"] != [] for one in frame["clauses"]] == [False, True]
    assert all(one["clauses"] == [] for one in frame["clauses"])
    assert trained.frame("Qui enquête ?")["clauses"] == []


def test_the_lone_question_of_a_long_message_tells_its_topic(trained: Trained) -> None:
    told = "Bonjour. Je suis enseignante à Lyon, dans une école. Qui enquête sur la traite ?"
    assert trained.frame(told)["topics"] == trained.frame("Qui enquête sur la traite ?")["topics"]


def test_a_mended_word_is_handed_on(trained: Trained) -> None:
    assert "victimes" in trained.frame("qui aide les victmies")["words"].split()


def test_the_share_of_known_words_tells_french_from_noise(trained: Trained) -> None:
    assert trained.frame("qui enquête sur la traite")["known"] == 1
    assert trained.frame("xqzv wkrt pfgh")["known"] < 0.35


def test_only_the_beginning_of_a_very_long_message_is_read(trained: Trained) -> None:
    assert len(trained.frame("qui " * 3000)["text"]) == 2000


def test_the_model_holds_every_topic_and_every_intent_of_the_project(trained: Trained) -> None:
    import yaml

    topics = yaml.safe_load((ROOT / "knowledge" / "topics.yml").read_text("utf-8"))
    domain = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))
    assert set(trained.topics.labels) == {topic["id"] for topic in topics}
    assert set(trained.frames.labels) <= set(domain["intents"])
    assert set(domain["intents"]) - set(trained.frames.labels) <= {"nlu_fallback"}


def test_frames_are_plain_data(trained: Trained) -> None:
    frame = trained.frame("Qui enquête ? Et le FBI ?")
    assert json.loads(json.dumps(frame)) == frame
    assert parsed_keys(frame) == parsed_keys(frame["clauses"][0])
