"""What is said to each kind of query, word for word: `replies.json` is read by people.

VIGIE_RENEW=1 writes the file again; its difference is then to be read before it is committed.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.answers.made import plain, tables, view
from vigie.answers.message import render
from vigie.answers.query.line import read
from vigie.answers.query.model import NEVER_GIVEN
from vigie.answers.render.answer import answer

FILE = Path(__file__).with_name("replies.json")
REPLIES: dict[str, str] = json.loads(FILE.read_text("utf-8"))


def told(line: str) -> str:
    reply = answer(read(line), view())
    return plain(render(reply).text) if reply else ""


def test_the_snapshots_are_written_again_on_demand() -> None:
    if os.environ.get("VIGIE_RENEW"):
        fresh = {line: told(line) for line in REPLIES}
        FILE.write_text(json.dumps(fresh, ensure_ascii=False, indent=1) + "\n", "utf-8")


@pytest.mark.parametrize("line", REPLIES)
def test_a_query_is_answered_in_these_words(line: str) -> None:
    assert told(line) == REPLIES[line]


@pytest.mark.parametrize("want", NEVER_GIVEN)
@pytest.mark.parametrize("ident", ["hhs", "spog", "tip_report", "blue_campaign", "jvta"])
def test_what_the_document_never_gives_is_refused_of_everything(want: str, ident: str) -> None:
    if want == "launch" and ident not in ("hhs", "blue_campaign"):
        return  # of a body, a law or a report it is the date, which the document gives
    text = told(f"get {want} {ident}")
    if (want, ident) == ("other", "blue_campaign"):  # whose one sentence may say it in other words
        assert text.startswith("Voici ce que dit le document. La Blue Campaign")
        return
    assert text.startswith("Le document ne d")


def test_everything_that_is_known_has_a_description_with_its_place() -> None:
    for entity in tables().knowledge.entities:
        reply = answer(read(f"describe {entity.id}"), view())
        assert reply is not None and reply.places, entity.id
        assert "{" not in render(reply).text


def test_every_topic_has_an_answer() -> None:
    silent = [t.id for t in tables().knowledge.topics if not told(f"select agency does={t.id}")]
    assert silent == []
