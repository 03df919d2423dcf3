"""Lines as tokens: what comes apart goes together again."""

from __future__ import annotations

from pathlib import Path

import pytest

from vigie.answers.query.line import read
from vigie.answers.query.tokens import joined, tokens
from vigie.answers.query.write import write
from vigie.nlu import corpus

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("describe doj", ["describe", "doj"]),
        ("verify !only(in(dod,pitf))", "verify ! only ( in ( dod , pitf ) )".split()),
        ("get number {body by=jvta}", "get number { body by = jvta }".split()),
        ("verify in(@Congrès américain,pitf)", [*"verify in (".split(), "@Congrès américain", *", pitf )".split()]),
    ],
)  # fmt: skip
def test_signs_and_words_come_apart(line: str, expected: list[str]) -> None:
    assert tokens(line) == expected


def test_every_query_of_the_corpus_goes_together_again() -> None:
    found, _ = corpus.read(ROOT / "data")
    lines = {write(segment.query) for one in found.messages for segment in one.segments}
    assert len(lines) > 5000
    assert [line for line in lines if joined(tokens(line)) != line] == []
    assert read(joined(tokens("verify in(dod,pitf) & !in(ed,spog)"))).claims
