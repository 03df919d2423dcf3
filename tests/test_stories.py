"""The stories that `rasa test core --e2e --stories tests` plays, played here without TensorFlow."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.coherence.repo import read_yaml
from tests.conftest import ROOT

FILES = sorted((ROOT / "tests").glob("test_*_stories.yml"))
LEAST = 60
MARK = re.compile(r"\[([^\]]+)\]\{([^}]+)\}")


def stories(path: Any) -> list[dict[str, Any]]:
    found: Any = read_yaml(path.relative_to(ROOT).as_posix())
    return list(found["stories"])


def turns(story: dict[str, Any]) -> list[tuple[str, str, str]]:
    """What is said with its marks, the intent, and the action that follows."""
    steps = story["steps"]
    pairs = zip(steps[::2], steps[1::2])
    return [(said["user"].strip(), said["intent"], done["action"]) for said, done in pairs]


def rules() -> dict[str, str]:
    """The action that follows an intent."""
    found: dict[str, str] = {}
    for path in sorted((ROOT / "data" / "rules").glob("*.yml")):
        read: Any = read_yaml(path.relative_to(ROOT).as_posix())
        for rule in read["rules"]:
            intent, action = rule["steps"]
            found[intent["intent"]] = action["action"]
    return found


def test_there_are_enough_and_each_has_its_name() -> None:
    names = [story["story"] for path in FILES for story in stories(path)]
    assert len(names) == len(set(names)) >= LEAST


def test_what_follows_is_what_the_rules_say() -> None:
    known = rules()
    said = [turn for path in FILES for story in stories(path) for turn in turns(story)]
    assert [turn for turn in said if known[turn[1]] != turn[2]] == []
    assert {action for _, _, action in said} == set(known.values())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
async def test_each_turn_is_heard_as_the_story_has_it(assistant: Any, path: Any) -> None:
    wrong = []
    for story in stories(path):
        for marked, intent, _ in turns(story):
            heard = await assistant.agent.parse_message(MARK.sub(r"\1", marked))
            marks = [dict(re.findall(r'"(\w+)": "(\w+)"', m[2])) for m in MARK.finditer(marked)]
            entities = [{k: e[k] for k in ("entity", "value")} for e in heard["entities"]]
            if heard["intent"]["name"] != intent or entities != marks:
                wrong.append((story["story"], marked, heard["intent"]["name"], entities))
    assert wrong == []
