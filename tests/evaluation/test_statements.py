"""Statements that are to be checked: their files, and the words that answer them."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.statements import HELD_OUT, MARKS, TAUGHT, read
from evaluation.statements.verdicts import LIMITED, NO, NONE, PARTLY, UNSAID, YES, verdict
from vigie.knowledge.text import fold


def test_nothing_that_measures_is_taught() -> None:
    taught = {fold(one.text) for one in read(TAUGHT)}
    assert not [one.text for one in read(HELD_OUT) if fold(one.text) in taught]


def test_each_author_writes_of_what_holds_and_of_what_does_not() -> None:
    authors: dict[str, set[str]] = {}
    for one in (*read(TAUGHT), *read(HELD_OUT)):
        authors.setdefault(one.author, set()).add(one.mark)
    assert len(authors) > 20
    assert all({"whole", "part"} <= marks <= set(MARKS) for marks in authors.values())


def test_what_goes_beyond_is_found_in_what_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "# a comment\n\npart | L’EEOC plaide, gratis, à Paris | gratis ; à Paris\n", "utf-8"
    )
    (one,) = read(tmp_path)
    text = "l'eeoc plaide, gratis, à paris"
    assert [text[start:end] for start, end in one.places(text)] == ["gratis", "à paris"]


def test_what_was_asked_before_is_read_with_its_query(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "part | et à Lima ? | à Lima | qui enquête ? => select agency does=investigation\n", "utf-8"
    )
    (one,) = read(tmp_path)
    assert (one.after, one.means) == ("qui enquête ?", "select agency does=investigation")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("maybe | il enquête |", "a.txt, line 2"),
        ("whole | il enquête", "is not « mark"),
        ("part | il enquête | tous les jours", "not copied"),
        ("whole | et lui ? | | qui enquête ?", "is not « question => query »"),
    ],
)
def test_a_line_that_is_none_is_named(tmp_path: Path, line: str, says: str) -> None:
    (tmp_path / "a.txt").write_text(f"# a comment\n{line}\n", "utf-8")
    with pytest.raises(ValueError, match=says):
        list(read(tmp_path))


@pytest.mark.parametrize(
    ("reply", "word"),
    [
        ("Oui. Le DoS préside la PITF.", YES),
        ("Je comprends : « est-ce exact ? » Oui. Il enquête.", YES),
        ("Si. Il enquête aussi.", NO),
        ("Oui, à la date du document. Elle finance.", LIMITED),
        ("En effet, non. Il ne préside rien.", NO),
        ("Le DoS publie un rapport. Le document ne dit pas « en juin ».", PARTLY),
        ("Il enquête. Le document ne précise pas « à Lima ».", PARTLY),
        ("Le document n’en dit qu’une partie :\n• Il enquête.", PARTLY),
        ("À ce sujet, le document dit seulement que le HHS finance la ligne.", UNSAID),
        ("Le DoS publie un rapport.", NONE),
    ],
)
def test_the_word_of_a_reply(reply: str, word: str) -> None:
    assert verdict(reply) == word
