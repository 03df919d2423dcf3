"""Conversations that are forgotten leave nothing behind in the process."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import pytest

from evaluation.bench.questions import knowledge_questions
from evaluation.bench.soak import TURNS
from vigie.project import Project
from vigie.server.answer import Answerer, Limits
from vigie.server.assistant import Assistant
from vigie.server.output import RestOutput
from vigie.server.parts import Parts, build_parts
from vigie.server.settings import Settings
from vigie.server.store import MemoryStore

KEPT = 20


@pytest.fixture(scope="module")
def small(project: Project, archive: Path) -> Any:
    """The assistant, with a store that keeps few conversations."""
    usual = build_parts(project, Settings(action_seconds=20.0))
    parts = Parts(MemoryStore(max_conversations=KEPT), usual.locks, usual.actions)
    assistant = Assistant(parts, lambda: archive, 30.0)
    assistant.start()
    return assistant


async def converse(assistant: Any, answerer: Answerer, first: int, number: int) -> None:
    questions = knowledge_questions()
    for index in range(first, first + number):
        for turn in TURNS:
            output = RestOutput("")
            text = turn.format(question=questions[index % len(questions)])
            sender = f"conversation-{index}"
            outcome = await answerer.answer(assistant.agent.handle_message, text, sender, output)
            assert outcome == "answered"


async def test_the_number_of_objects_stays_the_same(small: Any) -> None:
    answerer = Answerer("rest", Limits(seconds=30.0))
    number = len(knowledge_questions())
    await converse(small, answerer, 0, number)
    gc.collect()
    before = len(gc.get_objects())
    await converse(small, answerer, number, number)
    gc.collect()
    assert small.parts.conversations == KEPT
    assert len(gc.get_objects()) - before < number  # not even one object a conversation
    assert small.parts.actions.threads.running == 0
    assert len(small.parts.locks.conversation_locks) == 0
