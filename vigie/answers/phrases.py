"""Every sentence that Vigie says, by the name of its response in domain.yml."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Mapping

import yaml


class Phrases:
    """The texts of the responses, filled with nouns and numbers by `say`."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = dict(texts)

    def say(self, response: str, **values: Any) -> str:
        """The text of `response` ("utter_" may be left out) with its places filled."""
        return self._texts[f"utter_{response.removeprefix('utter_')}"].format(**values)

    def __contains__(self, response: str) -> bool:
        return f"utter_{response.removeprefix('utter_')}" in self._texts


def load_phrases(domain: Path) -> Phrases:
    """Read the responses of a Rasa domain file; the first variant of each counts."""
    responses = yaml.safe_load(domain.read_text("utf-8"))["responses"]
    return Phrases({name: variants[0]["text"].strip() for name, variants in responses.items()})
