"""Nothing in the repository repeats eight words in a row of the source.

The source itself is not here: source_runs.sha256 has the first 16 hexadecimal digits of the
SHA-256 of each run of eight folded words of its paragraphs, official names taken out. Made by
`python tests/knowledge/test_no_copy.py SOURCE.md > tests/knowledge/source_runs.sha256`.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from vigie.knowledge.load import load
from vigie.knowledge.text import fold

ROOT = Path(__file__).parents[2]
RUNS = Path(__file__).with_name("source_runs.sha256")
WORDS = 8
SKIPPED = {"node_modules", "models", "results", "build", "dist", "__pycache__"}


def runs(text: str) -> Iterator[str]:
    """Every run of eight words of `text`, folded."""
    words = fold(text).split()
    for start in range(len(words) - WORDS + 1):
        yield " ".join(words[start : start + WORDS])


def digest(run: str) -> str:
    return hashlib.sha256(run.encode()).hexdigest()[:16]


def official_names(folder: Path) -> list[str]:
    """Names and titles that cannot be said otherwise, folded, the longest first."""
    knowledge = load(folder)
    names = [name for e in knowledge.entities for name in (e.name.fr, e.name.en)]
    names += [knowledge.source.title, *(section.title for section in knowledge.source.sections)]
    return sorted({fold(name) for name in names if name}, key=len, reverse=True)


def without(text: str, names: list[str]) -> Iterator[str]:
    """The pieces of `text`, folded, between the official names."""
    pattern = "|".join(rf"\b{re.escape(name)}\b" for name in names)
    return iter(re.split(pattern, fold(text)))


def texts() -> list[Path]:
    """The YAML, Python and Markdown files of the repository."""
    found = []
    for folder, below, files in os.walk(ROOT):
        below[:] = [name for name in below if not name.startswith(".") and name not in SKIPPED]
        found += [Path(folder, name) for name in files if name.endswith((".yml", ".py", ".md"))]
    return sorted(found)


@pytest.fixture(scope="module")
def copied() -> set[str]:
    return set(RUNS.read_text(encoding="ascii").split())


def test_no_file_copies_eight_words_of_the_source(copied: set[str]) -> None:
    names = official_names(ROOT / "knowledge")
    hits = [
        f"{path.relative_to(ROOT)}: {run}"
        for path in texts()
        for piece in without(path.read_text(encoding="utf-8"), names)
        for run in runs(piece)
        if digest(run) in copied
    ]
    assert hits == []


def test_a_copy_would_be_seen() -> None:
    known = {digest(run) for run in runs("un deux trois quatre cinq six sept huit neuf")}
    assert len(known) == 2
    assert digest("deux trois quatre cinq six sept huit neuf") in known
    assert list(runs("un deux trois")) == []


def main(source: Path) -> None:
    """Print the hashes of the paragraphs of `source`, sorted; headings are titles, left out."""
    names = official_names(ROOT / "knowledge")
    paragraphs = source.read_text(encoding="utf-8").split("\n\n")
    running = [text for text in paragraphs if text.strip() and not text.isupper()]
    pieces = [piece for text in running for piece in without(text, names)]
    print("\n".join(sorted({digest(run) for piece in pieces for run in runs(piece)})))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
