"""What no file of the repository may hold: the source's sentences, typed lists, a machine's paths."""

from __future__ import annotations

import re

from tests.coherence.repo import ROOT, files, name, python, strings, text
from tests.knowledge.test_no_copy import RUNS, digest, official_names, runs, without
from vigie.knowledge.load import load

COPIED_WORDS = 16
CHECKED_CLOSER = (".yml", ".py", ".md")
"""tests/knowledge/test_no_copy.py allows these no more than seven words."""


def test_no_other_file_copies_sixteen_words_of_the_source() -> None:
    copied = set(RUNS.read_text("ascii").split())
    names = official_names(ROOT / "knowledge")
    least = COPIED_WORDS - 8 + 1
    hits = []
    for path in files():
        if path.suffix in CHECKED_CLOSER or path == RUNS or path.stat().st_size > 1 << 20:
            continue
        for piece in without(text(path), names):
            in_a_row = 0
            for run in runs(piece):
                in_a_row = in_a_row + 1 if digest(run) in copied else 0
                if in_a_row == least:
                    hits.append(f"{name(path)}: ... {run}")
    assert hits == []


ALLOWED = {
    # acronyms that are French words too
    "vigie/nlu/homonyms.py": {"dos", "dot"},
}


def test_no_list_of_agencies_is_typed_in_the_code() -> None:
    """A new agency must need no edit outside knowledge/: the code names none by its id."""
    ids = {agency.id for agency in load(ROOT / "knowledge").agencies}
    typed = {}
    for path, tree in python("vigie", "actions"):
        found = {word for string in strings(tree) for word in string.split() if word in ids}
        found -= ALLOWED.get(name(path), set())
        if found and "knowledge" not in path.parts:
            typed[name(path)] = found
    assert typed == {}


def test_what_is_allowed_is_still_there() -> None:
    for path, words in ALLOWED.items():
        assert all(re.search(rf"\b{word}\b", text(ROOT / path)) for word in words), path


def test_no_file_names_a_folder_of_somebody_s_machine() -> None:
    homes = "|".join(("home", "root", "Users", "work", "workspace"))
    path = re.compile(rf"(?<![\w.:/-])/(?:{homes})/[\w.-]+|[A-Z]:\\\\?(?:Users|Documents)")
    hits = {
        name(file): found.group()
        for file in files()
        if file.stat().st_size < 1 << 20 and (found := path.search(text(file)))
    }
    assert hits == {}


def test_no_file_holds_what_looks_like_a_secret() -> None:
    secret = re.compile(
        r"BEGIN (?:RSA |EC )?PRIVATE KEY|\bghp_\w{20,}|\bxox[bp]-\w{10,}|\bsk-\w{24,}"
    )
    assert [name(file) for file in files() if secret.search(text(file))] == []
