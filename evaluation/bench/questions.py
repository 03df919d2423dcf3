"""What the bots are asked: the first turns of the development cases that have an answer."""

from __future__ import annotations

import json
from pathlib import Path

FILE = Path(__file__).resolve().parents[1] / "acceptance" / "development.jsonl"


def knowledge_questions(path: Path = FILE) -> list[str]:
    """Questions that one message asks and that the knowledge answers, in the order of the file."""
    cases = map(json.loads, path.read_text("utf-8").splitlines())
    return [c["turns"][0] for c in cases if c.get("kind") == "answer" and len(c["turns"]) == 1]
