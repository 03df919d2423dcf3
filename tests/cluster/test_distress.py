"""The real assistant while Redis is away: help first and alone, then the loss admitted."""

from __future__ import annotations

from pathlib import Path

import pytest

from deploy.local.processes import free_port
from deploy.local.replica import ENDPOINTS
from tests.cluster.test_endpoints import BASE, SECRET
from vigie.project import Project
from vigie.server import texts
from vigie.server.answer import Answerer, Limits
from vigie.server.assistant import Assistant
from vigie.server.output import RestOutput
from vigie.server.parts import build_parts
from vigie.server.settings import Settings


@pytest.fixture
def lonely(monkeypatch: pytest.MonkeyPatch, project: Project, archive: Path) -> Assistant:
    """The assistant of a replica whose Redis nobody started."""
    for name, value in {**BASE, "REDIS_PORT": str(free_port())}.items():
        monkeypatch.setenv(name, value)
    settings = Settings(endpoints=str(ENDPOINTS), secret=SECRET)
    loaded = Assistant(build_parts(project, settings), lambda: archive, settings.turn_seconds)
    loaded.start()
    return loaded


async def test_without_redis_help_comes_first_and_alone(lonely: Assistant) -> None:
    answerer = Answerer("rest", Limits())

    async def ask(text: str) -> list[str]:
        output = RestOutput("somebody")
        await answerer.answer(lonely.agent.handle_message, text, "somebody", output)
        return [said["text"] for said in output.messages]

    help_ = await ask("au secours, mon patron m’a pris mon passeport et m’enferme")
    assert texts.HOTLINE in help_[0]
    assert texts.WITHOUT_CONTEXT not in help_

    answer = await ask("Qui préside la PITF ?")
    assert "département d’État" in answer[0]
    assert answer[-1] == texts.WITHOUT_CONTEXT
