"""The answer that the README shows is the one that is given."""

from __future__ import annotations

import re

from tests.conftest import ROOT, Ask


async def test_the_question_of_the_readme_gets_the_answer_that_it_shows(ask: Ask) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    question, shown = re.findall(r'vigie ask "([^"]+)"\n(.*?)```', readme, re.S)[0]
    said = "\n".join(message.get("text", "") for message in await ask(question))
    assert said.split() == shown.split()
