"""The messages that teach: readable, marked, by several authors, in every language."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from evaluation.after_help.__main__ import conversations
from vigie.distress.asked import KINDS
from vigie.distress.call import LANGUAGES, WRITERS
from vigie.distress.corpus import OTHER, CorpusError, follows, messages, talks
from vigie.distress.taught import after, asked, table, taken, taken_follows, taken_questions
from vigie.knowledge.text import key

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "data" / "distress"
UNSEEN = ROOT / "evaluation" / "after_help"


def test_every_language_has_calls_and_calm_messages() -> None:
    found = Counter((m.labels.language, m.labels.call) for m in messages(CORPUS))
    assert all(found[code, call] >= 25 for code in LANGUAGES for call in (True, False)), found


def test_every_writer_is_there_and_no_message_is_empty() -> None:
    every = messages(CORPUS)
    assert {m.labels.writer for m in every if m.labels.call} == set(WRITERS)
    assert all(m.text.strip() for m in every)


def test_a_conversation_keeps_its_turns() -> None:
    found = talks(CORPUS)
    assert len(found) >= 90
    assert all(len(talk.turns) > 1 and all(text for text, _ in talk.turns) for talk in found)


def test_what_follows_the_help_is_there_of_every_kind_in_each_language_of_the_talk() -> None:
    every = follows(CORPUS)
    found = Counter((one.language, one.kind) for one in every)
    for code in ("fr", "en", "es", "ht"):
        assert all(found[code, kind] >= 25 for kind in (*KINDS, OTHER)), (code, found)
    assert all(one.text.strip() for one in every)


def test_nothing_that_is_taught_is_said_in_the_conversations_that_measure_it() -> None:
    played = {key(text) for one in conversations(UNSEEN) for _, text in one.follows}
    assert len(played) > 200
    assert {m for one in conversations(UNSEEN) for m, _ in one.follows} <= {*KINDS, OTHER}
    assert [one for one in follows(CORPUS) if key(one.text) in played] == []


def test_the_table_of_what_follows_gives_back_what_was_put_in() -> None:
    assert taken_follows([table(CORPUS), after(CORPUS)]) == follows(CORPUS)


def test_the_table_gives_back_what_was_put_in() -> None:
    given = taken([{"name": "topic/x", "elements": ["y"]}, table(CORPUS)])
    assert given[: len(messages(CORPUS))] == messages(CORPUS)


def test_the_table_of_questions_gives_back_what_was_put_in() -> None:
    questions = [("Que fait le DoJ ?", False), ("aidez-moi « vite »", True)]
    tables = [{"name": "topic/x", "elements": ["y"]}, table(CORPUS), asked(questions)]
    assert taken_questions(tables) == questions


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ('calls:\n  - "fr | victim | adult | us | text"', "7 champs"),
        ('calls:\n  - "fr | nobody | adult | us | now | - | text"', "« nobody »"),
        ('calm:\n  - "fr"', "3 champs"),
        ('after:\n  - "fr | gratuit | text"', "« gratuit »"),
        ('after:\n  - "xx | free | text"', "« xx »"),
        ("calls: [", "pas du YAML"),
    ],
)
def test_errors_name_the_place(lines: str, problem: str, tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_text(f"author: x\n{lines}\n", "utf-8")
    with pytest.raises(CorpusError, match=problem) as error:
        (*messages(tmp_path), *follows(tmp_path))
    assert "x.yml" in str(error.value)
